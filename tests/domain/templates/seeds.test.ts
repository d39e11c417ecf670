import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { templates, yearWords } from '../../../seeds/templates'
import { stageIds } from '../../../src/domain/stage/stages'
import { fillTemplate } from '../../../src/domain/templates/fill-template'
import { slotKey } from '../../../src/domain/templates/parse-template'
import { checkTemplate, sampleValues, templateSeedSchema } from '../../../src/domain/templates/template-seed'

const folder = join(import.meta.dirname, '../../../seeds/templates')
const files = readdirSync(folder).sort()

/** How to mend what `checkTemplate` finds. */
const remedies: Record<string, string> = {
  'seed.template.syntax':
    'correct the tag at that line and column (names: src/domain/templates/parse-template.ts)',
  'seed.template.subject-missing':
    'write a subject, or set "sameThread": true for a letter on an existing thread',
  'seed.template.slot-undescribed': 'add {label, example, required} for it to "slots"',
  'seed.template.slot-unused': 'use {{slot: label}} in the text, or take it out of "slots"',
  'seed.template.slot-unguarded': 'put {{#if slot: label}}…{{/if}} round it, or set "required": true',
  'seed.template.too-long': 'shorten the body: with every slot filled it passes "wordLimit"',
  'seed.template.nudge-thread': 'a reminder goes on the same thread: set "sameThread": true',
}

describe('the letters in seeds/templates', () => {
  it.each(files)('%s fits the schema and the rules', (file) => {
    const content: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'))
    const parsed = templateSeedSchema.safeParse(content)
    expect(
      parsed.error?.issues ?? [],
      `${file}: change the named field (src/domain/templates/template-seed.ts)`,
    ).toEqual([])
    if (!parsed.data) return
    const problems = checkTemplate(parsed.data).map(
      (found) => `${file}: ${found.id} ${JSON.stringify(found.params)} → ${remedies[found.id]}`,
    )
    expect(problems).toEqual([])
    expect(file, 'the file is named after its id').toBe(`${parsed.data.id}.json`)
  })

  it('are all loaded, in the order of the road', () => {
    expect(templates.map((one) => `${one.id}.json`).sort()).toEqual(files)
    const places = ['T1', 'T3', 'T10', 'T26', 'T27'].map((id) => templates.findIndex((one) => one.id === id))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places[0]).toBe(0)
  })

  it('know how to say the year in every stage in which a letter is written', () => {
    for (const stage of new Set(templates.flatMap((one) => one.stages))) {
      expect(yearWords[stage], `add "${stage}" to seeds/template-words.json`).toBeDefined()
    }
    for (const stage of Object.keys(yearWords)) expect(stageIds as readonly string[]).toContain(stage)
  })

  it('never claim a passion for research, and never ask for a letter', () => {
    for (const { id, subject, body } of templates) {
      expect(`${subject} ${body}`, id).not.toMatch(/passion|letter of recommendation|personal statement/i)
    }
  })

  /** What section 7 of the roadmap says a row must carry, as far as a pattern can tell. */
  const carried: Record<string, { limit: number; subject?: RegExp; body: RegExp[] }> = {
    T1: {
      limit: 90,
      subject: /MS1 advisee.*introduc/i,
      body: [/your advisees/, /20 to 30 minutes this month/, /introduce myself/, /MS1/, /thank/i],
    },
    T3: { limit: 80, body: [/met at/, /coffee/, /call/, /how you chose your specialty/] },
    T4: {
      limit: 110,
      body: [
        /recent paper on/,
        /first-year/,
        /basic skills/,
        /small/,
        /reliabl/,
        /taking students this year/,
        /motivated beginner/,
        /if there is a fit/i,
      ],
    },
    T7: {
      limit: 90,
      body: [
        /thank you for/i,
        /more concretely about career paths/,
        /20 to 30 minutes within the coming month/,
        /MS3 rotations/,
        /Emergency Medicine/,
      ],
    },
    T10: {
      limit: 100,
      body: [
        /dedicated study/,
        /Emergency Medicine and Internal Medicine/,
        /on top of my MS3 list/,
        /strong evaluations on early rotations/,
        /rotation order when that gets closer/,
      ],
    },
    T26: { limit: 60, body: [/meet you at/, /keep in touch/] },
    T27: { limit: 50, body: [/reminder/] },
  }

  it.each(Object.entries(carried))('%s carries what its row asks, within its limit', (id, row) => {
    const letter = templates.find((one) => one.id === id)
    if (!letter) throw new Error(`seeds/templates/${id}.json is missing`)
    const values = { ...sampleValues }
    for (const slot of letter.slots) values[slotKey(slot.label)] = slot.example
    const filled = fillTemplate(letter, values)
    expect(letter.wordLimit).toBe(row.limit)
    expect(filled.words).toBeLessThanOrEqual(row.limit)
    expect(filled.missing).toEqual([])
    if (row.subject) expect(filled.subject).toMatch(row.subject)
    for (const pattern of row.body) expect(filled.body).toMatch(pattern)
  })

  it('finds what is wrong with a bad letter', () => {
    const good = templates[0]
    if (!good) throw new Error('no templates')
    const idsOf = (change: Partial<typeof good>) =>
      checkTemplate({ ...good, ...change }).map((found) => found.id)
    expect(idsOf({})).toEqual([])
    expect(idsOf({ body: 'Dear {{person.nickname}}' })).toEqual(['seed.template.syntax'])
    expect(idsOf({ subject: '' })).toEqual(['seed.template.subject-missing'])
    expect(idsOf({ body: `${good.body} {{slot: unheard of}}` })).toEqual(['seed.template.slot-undescribed'])
    expect(idsOf({ body: `${good.body} {{slot: times that suit you}}` })).toEqual([
      'seed.template.slot-unguarded',
    ])
    expect(idsOf({ body: 'Hello' })).toEqual(['seed.template.slot-unused'])
    expect(idsOf({ wordLimit: 20 })).toEqual(['seed.template.too-long'])
    expect(idsOf({ isNudge: true })).toEqual(['seed.template.nudge-thread'])
  })
})

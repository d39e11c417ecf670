import { describe, expect, it } from 'vitest'
import { spokenLines } from '../../seeds/spoken'
import { countSentences, spokenLineSchema } from '../../src/domain/spoken/spoken-line'
import { fillTemplate } from '../../src/domain/templates/fill-template'
import { listKeys, parseTemplate, slotKey, slotLabel } from '../../src/domain/templates/parse-template'
import { sampleValues } from '../../src/domain/templates/template-seed'
import { listIssues, listWordingProblems, readSeedFolder } from './read-seeds'

const files = readSeedFolder('spoken')

/** Section 7 of the roadmap: sentences, when, what a line carries as far as a pattern can tell, and what it must not. */
const rows: Record<string, { sentences: [number, number]; at: unknown; says: RegExp[]; not?: RegExp }> = {
  S1: {
    sentences: [1, 2],
    at: { rotation: 'day-1', goals: ['R4.1'] },
    says: [
      /I am Morgan/,
      /first-year student/,
      /Emergency Medicine/,
      /This month I want to get better at short/,
    ],
    not: /mentor|letter/,
  },
  S2: {
    sentences: [1, 2],
    at: { rotation: 'end-of-week-2', goals: ['R4.4'] },
    says: [/how I am doing/, /what should I improve while there is still time/],
  },
  S3: {
    sentences: [1, 2],
    at: { rotation: 'close-of-career-meeting', goals: ['R4.7'] },
    says: [
      /keep working hard and improving until the rotation ends/,
      /I hope/,
      /should I apply in Emergency Medicine/,
    ],
    not: /\?|letter/,
  },
  S4: {
    sentences: [2, 3],
    at: { rotation: 'last-days', goals: ['R4.8'] },
    says: [
      /valued working with you/,
      /feedback/,
      /applying in Emergency Medicine/,
      /comfortable writing me a strong letter, once/,
    ],
  },
  S5: {
    sentences: [2, 2],
    at: { rotation: null, stages: ['ms1-mar-jun'], goals: ['R2.14'] },
    says: [/contribute/, /think about their careers/, /introduction/],
  },
}

describe('the lines in seeds/spoken', () => {
  it.each(files)('$file fits the schema, and is named after its id', ({ file, name, content }) => {
    const parsed = spokenLineSchema.safeParse(content)
    expect(listIssues(parsed), `${file}: mend these (src/domain/spoken/spoken-line.ts)`).toEqual([])
    expect(parsed.data?.id).toBe(name)
  })

  it.each(spokenLines)('$id speaks only of what is known, and describes each slot', (line) => {
    const parsed = parseTemplate(line.text)
    if (!parsed.ok) throw new Error(`${line.id}: ${parsed.error.id} ${JSON.stringify(parsed.error.params)}`)
    const labels = listKeys(parsed.nodes).flatMap((key) => slotLabel(key) ?? [])
    expect(labels, `${line.id}: "slots" and the text name the same places`).toEqual(
      line.slots.map((slot) => slot.label),
    )
  })

  it.each(spokenLines)('$id is as short as its row says, and carries what it asks', (line) => {
    const row = rows[line.id]
    if (!row) throw new Error(`${line.id} is not in the roadmap’s table`)
    const values = { ...sampleValues }
    for (const slot of line.slots) values[slotKey(slot.label)] = slot.example
    const said = fillTemplate({ subject: '', body: line.text, wordLimit: 200 }, values).body
    const count = countSentences(said)
    expect(Object.values(line.sentences)).toEqual(row.sentences)
    expect(count, `${line.id}: ${count} sentences`).toBeGreaterThanOrEqual(row.sentences[0])
    expect(count, `${line.id}: ${count} sentences, shorten it`).toBeLessThanOrEqual(row.sentences[1])
    for (const pattern of row.says) expect(said).toMatch(pattern)
    if (row.not) expect(said).not.toMatch(row.not)
    expect(line.occasion).toMatchObject(row.at as object)
  })

  it('are worded plainly', () => {
    const texts = spokenLines.flatMap(({ id, title, text, advice }) => [
      { where: `${id} title`, text: title },
      { where: `${id} text`, text },
      { where: `${id} advice`, text: advice },
    ])
    expect(texts.flatMap(listWordingProblems)).toEqual([])
  })
})

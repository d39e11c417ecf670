import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { templates, yearWords } from '../../../seeds/templates'
import { countSentences } from '../../../src/domain/spoken/spoken-line'
import { stageIds } from '../../../src/domain/stage/stages'
import { fillTemplate } from '../../../src/domain/templates/fill-template'
import { slotKey } from '../../../src/domain/templates/parse-template'
import {
  checkTemplate,
  sampleValues,
  type TemplateSeed,
  templateSeedSchema,
  yearWordsSchema,
} from '../../../src/domain/templates/template-seed'

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
  'seed.template.message-key':
    'a text message speaks only of what the mail asks for: use that in the body too',
  'seed.template.message-long':
    'shorten "textMessage": with every slot filled it is no text message any more',
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
    const order = Array.from({ length: 28 }, (_, index) => `T${index + 1}`)
    order.splice(order.indexOf('T10') + 1, 0, 'T10b')
    expect(templates.map((one) => one.id)).toEqual(order)
  })

  it('know how to say the year in every stage of a letter that says it', () => {
    expect(yearWordsSchema.safeParse(yearWords).error).toBeUndefined()
    for (const { id, stages, subject, body } of templates) {
      if (!`${subject}${body}`.includes('{{me.year')) continue
      for (const stage of stages) {
        expect(yearWords[stage], `${id}: add "${stage}" to seeds/template-words.json`).toBeDefined()
      }
    }
  })

  it('leave no stage of the road without one of its own', () => {
    const onTheRoad = stageIds.filter((id) => id.startsWith('ms'))
    const written = new Set(templates.flatMap((one) => one.stages))
    expect(
      onTheRoad.filter((id) => !written.has(id)),
      'add a stage to the letters that fit it',
    ).toEqual([])
  })

  /** A letter with everything filled in, as it would go out. */
  function fillWhole(letter: TemplateSeed, without: readonly string[] = []) {
    const values = { ...sampleValues }
    for (const slot of letter.slots)
      if (!without.includes(slot.label)) values[slotKey(slot.label)] = slot.example
    return fillTemplate(letter, values)
  }

  it('never claim a passion for research, and never send a personal statement', () => {
    for (const letter of templates) {
      const { subject, body } = fillWhole(letter)
      expect(`${subject} ${body}`, letter.id).not.toMatch(/passion|personal statement|pick your brain/i)
    }
  })

  it('read well with every optional slot left empty', () => {
    for (const letter of templates) {
      const optional = letter.slots.filter((slot) => !slot.required).map((slot) => slot.label)
      const { body, subject, missing } = fillWhole(letter, optional)
      expect(missing, letter.id).toEqual([])
      for (const text of [body, subject]) {
        expect(text, `${letter.id}: a blank, comma or stop is left over`).not.toMatch(
          / [,.;?]|\.\.|,,| {2}|: ?\./,
        )
      }
    }
  })

  it('are worded warmly and without noise', () => {
    for (const letter of templates) {
      const { subject, body } = fillWhole(letter)
      const text = `${letter.title} ${subject} ${body} ${letter.textMessage ?? ''}`
      expect(text, `${letter.id}: use ’ for the apostrophe`).not.toContain("'")
      expect(text, `${letter.id}: one exclamation mark, and only to congratulate`).not.toMatch(
        letter.id === 'T11' ? /!.*!/s : /!/,
      )
      expect(body, `${letter.id}: end with the student’s name`).toMatch(/\nMorgan Avery Castellanos$/)
    }
  })

  /**
   * Section 7 of the roadmap, row by row: words, stages, audience, what is logged, what a row must carry as far as a
   * pattern can tell, and what it must not. Written a second time by hand, so that a letter that drifts fails here.
   */
  interface Row {
    limit: number
    stages: string[]
    /** Roles, positions and mentors; `*` for anybody. */
    to: string[]
    kind: string
    /** Flags that are true: asks for an answer, cold, nudge, same thread. */
    is?: string
    subject?: RegExp
    body: RegExp[]
    not?: RegExp
  }
  const mentors = ['key', 'mentor']
  const wards = ['ms3', 'ms4-apr-jun', 'ms4-jul-sep']
  const season = ['ms4-jul-sep', 'ms4-oct-feb']
  const faculty = ['attending', 'faculty-researcher', 'dean-advisor']
  const rows: Record<string, Row> = {
    T1: {
      limit: 90,
      stages: ['ms1-aug-oct'],
      to: ['dean-advisor', 'assigned-advisor'],
      kind: 'introduction',
      is: 'asks',
      subject: /MS1 advisee.*introduc/i,
      body: [
        /your advisees/,
        /20 to 30 minutes this month/,
        /introduce myself/,
        /first-year/,
        /MS1/,
        /thank/i,
      ],
    },
    T2: {
      limit: 70,
      stages: ['ms1-aug-oct'],
      to: ['course-director'],
      kind: 'email',
      body: [
        /What stayed with me from Tuesday’s hemostasis session is how you drew/,
        /thank/i,
        /clear up one point\? Is/,
      ],
      not: /research|project|lab|position/i,
    },
    T3: {
      limit: 80,
      stages: ['ms1-nov-feb'],
      to: ['resident', 'fellow'],
      kind: 'email',
      is: 'asks',
      body: [/met at/, /coffee/, /call/, /how you chose your specialty/],
    },
    T4: {
      limit: 110,
      stages: ['ms1-nov-feb'],
      to: ['faculty-researcher', 'attending', 'research-office'],
      kind: 'email',
      is: 'cold asks',
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
    T5: {
      limit: 80,
      stages: ['ms1-mar-jun'],
      to: ['attending', 'summer-mentor'],
      kind: 'introduction',
      subject: /Introducing myself before the clinical shadowing program/,
      body: [/I am Morgan/, /June 8 to July 17/, /the clinical shadowing program/],
    },
    T6: {
      limit: 90,
      stages: ['ms1-mar-jun'],
      to: ['summer-mentor', ...mentors],
      kind: 'email',
      body: [
        /to contribute/,
        /to learn how people around you think about career decisions/,
        /resident or fellow/,
        /introduction/,
      ],
    },
    T7: {
      limit: 90,
      stages: ['ms2-jul-oct'],
      to: [...faculty, 'course-director', 'summer-mentor', 'assigned-advisor', ...mentors],
      kind: 'email',
      is: 'asks',
      body: [
        /thank you for/i,
        /more concretely about career paths/,
        /20 to 30 minutes within the coming month/,
        /MS3 rotations/,
        /Emergency Medicine/,
      ],
    },
    T8: {
      limit: 60,
      stages: ['ms2-jul-oct'],
      to: [...faculty, 'summer-mentor', 'assigned-advisor', ...mentors],
      kind: 'update',
      body: [/news: our abstract/, /You once said: look at the patient/, /needs no reply/],
      not: /\?|could you|would you|may I/i,
    },
    T9: {
      limit: 70,
      stages: ['ms2-jul-oct'],
      to: ['resident', 'fellow'],
      kind: 'email',
      is: 'asks',
      body: [/quick coffee near the hospital/, /between shifts/],
    },
    T10: {
      limit: 100,
      stages: ['ms2-nov-feb'],
      to: mentors,
      kind: 'touch-base',
      body: [
        /dedicated study/,
        /Emergency Medicine and Internal Medicine/,
        /on top of my MS3 list/,
        /strong evaluations on early rotations/,
        /rotation order when that gets closer/,
      ],
    },
    T10b: {
      limit: 90,
      stages: [
        'ms2-mar-jun',
        'ms3',
        'ms4-apr-jun',
        'ms4-jul-sep',
        'ms4-oct-feb',
        'ms4-mar-grad',
        'after',
        'pause',
      ],
      to: mentors,
      kind: 'touch-base',
      body: [
        /where I am: I am halfway through surgery/,
        /advice has already led to something: I asked/,
        /One question/,
        /Thank you/,
      ],
    },
    T11: {
      limit: 80,
      stages: ['ms2-mar-jun'],
      to: ['matched-ms4'],
      kind: 'email',
      is: 'asks',
      body: [/Congratulations/, /matching into emergency medicine/, /a short chat/, /what worked for you/],
    },
    T12: {
      limit: 90,
      stages: ['ms2-mar-jun'],
      to: ['clerkship-director'],
      kind: 'introduction',
      is: 'asks',
      body: [
        /starting internal medicine in July/,
        /well of the learning environment/,
        /this first rotation/,
        /my best work/,
        /resources or expectations/,
        /ahead of time/,
      ],
    },
    T13: {
      limit: 90,
      stages: wards,
      to: ['attending'],
      kind: 'email',
      is: 'asks',
      body: [
        /appreciated these weeks/,
        /your approach to/,
        /seriously I think of Emergency Medicine/,
        /15 to 20 minutes of your advice in the coming week/,
      ],
      not: /letter/i,
    },
    T14: {
      limit: 160,
      stages: wards,
      to: ['attending', 'faculty-researcher', 'letter-writer'],
      kind: 'letter-step',
      body: [
        /Thank you for agreeing to write a strong letter/,
        /My CV is attached/,
        /highlight/,
        /\n1\. .+\n2\. .+\n3\. .+\n4\. /,
        /bring our work back to mind/,
        /in by September 15/,
      ],
    },
    T15: {
      limit: 100,
      stages: ['ms3', 'ms4-apr-jun'],
      to: ['resident', 'fellow'],
      kind: 'program-question',
      is: 'asks',
      body: [
        /rough program list in Emergency Medicine/,
        /remembered your comments on Cedar Valley/,
        /in the next month/,
        /drawn to ultrasound and rural practice/,
      ],
    },
    T16: {
      limit: 70,
      stages: ['ms4-apr-jun'],
      to: mentors,
      kind: 'email',
      is: 'asks',
      body: [/Application season/, /your advice/, /meet for half an hour/],
      not: /letter|tier|program|reach out|introduc/i,
    },
    T17: {
      limit: 130,
      stages: ['ms4-jul-sep'],
      to: mentors,
      kind: 'email',
      body: [
        /offering to reach out/,
        /CV attached/,
        /The program: the emergency medicine residency at Cedar Valley/,
        /Why it fits: rural/,
        /\n– .+\n– .+\n– /,
      ],
    },
    T18: {
      limit: 120,
      stages: ['ms4-jul-sep'],
      to: [...faculty, 'resident', 'fellow', 'outside'],
      kind: 'email',
      is: 'asks',
      body: [
        /met for a moment at the interest group panel/,
        /you spoke about/,
        /first-year student at Northfield College/,
        /applying in Emergency Medicine, to Cedar Valley as well/,
        /description of its training stayed with me, above all/,
        /general advice/,
        /ultrasound and rural practice/,
      ],
      not: /good word|advoca|recommend|support/i,
    },
    T19: {
      limit: 80,
      stages: season,
      to: mentors,
      kind: 'update',
      body: [/is submitted/, /final list of programs is attached/, /Thank you/],
      not: /\?/,
    },
    T20: {
      limit: 90,
      stages: season,
      to: mentors,
      kind: 'update',
      body: [/middle of the season/, /Interviews so far: Cedar Valley, Lakeside/, /Thank you/],
      not: /\?/,
    },
    T21: {
      limit: 90,
      stages: season,
      to: mentors,
      kind: 'program-question',
      is: 'asks',
      body: [/has invited me/, /very interested/, /a tie there/, /advocacy from you be apt/],
    },
    T22: {
      limit: 60,
      stages: ['ms4-oct-feb'],
      to: ['resident', 'fellow', 'outside'],
      kind: 'program-question',
      is: 'asks',
      body: [/interviewing at Cedar Valley on November 12/, /quick tips on the culture/],
    },
    T23: {
      limit: 60,
      stages: ['ms4-oct-feb'],
      to: ['resident', 'fellow', 'outside'],
      kind: 'program-question',
      is: 'asks',
      body: [/What I saw: residents/, /match what you live/],
    },
    T24: {
      limit: 140,
      stages: ['ms4-oct-feb'],
      to: mentors,
      kind: 'rank-check',
      is: 'asks',
      body: [
        /I intend:\nCedar Valley, /,
        /first five to seven stand where they do: The first three/,
        /Where would you shuffle, by quality of training, by my goals, and by what serves me in the long term/,
        /decision stays mine/,
      ],
    },
    T25: {
      limit: 110,
      stages: ['ms4-mar-grad'],
      to: ['*'],
      kind: 'closing-thanks',
      body: [/I matched: Cedar Valley/, /thinking of the hour/, /your part in this: it was/, /Thank you/],
      not: /\?/,
    },
    T26: {
      limit: 60,
      stages: [],
      to: ['*'],
      kind: 'email',
      body: [/meet you at/, /thinking about/, /keep in touch/],
    },
    T27: {
      limit: 50,
      stages: [],
      to: ['*'],
      kind: 'email',
      is: 'nudge thread',
      body: [/one small reminder/],
    },
    T28: {
      limit: 70,
      stages: [...wards, 'ms4-oct-feb'],
      to: ['attending', 'resident'],
      kind: 'thanks',
      body: [
        /last day on the medicine service/,
        /thanking you/,
        /I learned to sit down/,
        /My CV is attached/,
      ],
      not: /\?/,
    },
  }

  it.each(Object.entries(rows))('%s is what its row asks', (id, row) => {
    const letter = templates.find((one) => one.id === id)
    if (!letter) throw new Error(`seeds/templates/${id}.json is missing`)
    const { roles, positions, mentors, letterWriters, place } = letter.audience
    const to = [
      ...roles,
      ...positions,
      ...mentors,
      ...(letterWriters ? ['letter-writer'] : []),
      ...(place ? [place] : []),
    ]
    const flags = [
      letter.coldEmail && 'cold',
      letter.asksForAnswer && 'asks',
      letter.isNudge && 'nudge',
      letter.sameThread && 'thread',
    ].filter(Boolean)
    expect({
      limit: letter.wordLimit,
      stages: letter.stages,
      to: to.sort(),
      kind: letter.touchKind,
      is: flags.join(' '),
    }).toEqual({
      limit: row.limit,
      stages: row.stages,
      to: row.to.includes('*') ? [] : [...row.to].sort(),
      kind: row.kind,
      is: row.is ?? '',
    })
    const filled = fillWhole(letter)
    expect(filled.words, `${id}: shorten the body`).toBeLessThanOrEqual(row.limit)
    expect(filled.missing).toEqual([])
    if (row.subject) expect(filled.subject).toMatch(row.subject)
    for (const pattern of row.body) expect(filled.body).toMatch(pattern)
    if (row.not) expect(`${letter.title} ${filled.subject} ${filled.body}`).not.toMatch(row.not)
  })

  it('are three to four sentences where the row counts them', () => {
    const letter = templates.find((one) => one.id === 'T10b')
    if (!letter) throw new Error('seeds/templates/T10b.json is missing')
    const optional = letter.slots.filter((slot) => !slot.required).map((slot) => slot.label)
    const of = (without: string[]) =>
      countSentences(fillWhole(letter, without).body.split('\n').slice(1, -1).join(' '))
    expect([of(optional), of([])]).toEqual([3, 4])
  })

  it('come as a text message too where a phone is at hand', () => {
    expect(templates.filter((one) => one.textMessage).map((one) => one.id)).toEqual(['T22', 'T23'])
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
    expect(idsOf({ textMessage: 'Hi {{paper.title}}' })).toEqual(['seed.template.message-key'])
    expect(idsOf({ textMessage: 'Hi {{me.nam}}' })).toEqual(['seed.template.syntax'])
    expect(idsOf({ textMessage: 'a '.repeat(41) })).toEqual(['seed.template.message-long'])
  })
})

import { describe, expect, it } from 'vitest'
import { questionBanks } from '../../seeds/questions'
import { questionBankSchema } from '../../src/domain/questions/question-bank'
import { listIssues, listWordingProblems, readSeedFolder } from './read-seeds'

const files = readSeedFolder('questions')

/** Section 8 of the roadmap: to whom, where it stands, and what is asked, one pattern a question. */
const rows: Record<string, { to: string[]; at: string[]; asks: RegExp[] }> = {
  Q1: {
    to: ['resident', 'fellow'],
    at: ['ms1-nov-feb', 'R2.7'],
    asks: [
      /choose your specialty/,
      /set up in first year.*without burning out/,
      /really mentors.*one or two names/i,
    ],
  },
  Q2: { to: ['summer-mentor'], at: ['ms1-mar-jun', 'R2.13'], asks: [/whom else on the team/i] },
  Q3: {
    to: [
      'attending',
      'faculty-researcher',
      'dean-advisor',
      'course-director',
      'summer-mentor',
      'assigned-advisor',
      'mentor',
      'key',
    ],
    at: ['ms2-jul-oct', 'R3.2'],
    asks: [/end up in this field/, /strong students/, /still interested.*MS3/],
  },
  Q4: {
    to: ['resident', 'fellow'],
    at: ['ms2-jul-oct', 'R3.4'],
    asks: [/go to bat for their students/, /first rotations.*work with/],
  },
  Q5: {
    to: ['matched-ms4'],
    at: ['ms2-mar-jun', 'R3.7'],
    asks: [
      /whose letters helped you most/i,
      /services were truly good to students/,
      /core rotations, with whom/,
    ],
  },
  Q6: {
    to: ['attending', 'resident', 'fellow'],
    at: ['days-2-3', 'R4.2'],
    asks: [/like presentations/, /strong students do differently here/],
  },
  Q7: {
    to: ['attending'],
    at: ['career-meeting', 'R4.6'],
    asks: [/how did you train/i, /qualities do you want in a resident/, /my strengths and interests fit/],
  },
  Q8: {
    to: ['resident', 'fellow'],
    at: ['any-day', 'R4.12'],
    asks: [
      /which programs did you look at/i,
      /known to mentor/,
      /in a few months with questions about programs/,
    ],
  },
  Q9: {
    to: ['key', 'mentor'],
    at: ['ms4-apr-jun', 'R5.1'],
    asks: [
      /still comfortable writing.*up to date/,
      /which tier.*realistic/,
      /faculty elsewhere.*send an e-mail/,
    ],
  },
  Q10: {
    to: ['resident', 'fellow', 'key', 'mentor'],
    at: ['ms4-apr-jun', 'R5.3'],
    asks: [/recruit from their away rotations.*free labor/, /good to students.*miserable/],
  },
  Q11: { to: ['interest-group-officer'], at: ['ms1-aug-oct', 'R2.5'], asks: [/like having students around/] },
  Q12: { to: ['upper-student'], at: ['ms1-nov-feb', 'R2.8'], asks: [/good to students/] },
}

describe('the banks in seeds/questions', () => {
  it.each(files)('$file fits the schema, and is named after its id', ({ file, name, content }) => {
    const parsed = questionBankSchema.safeParse(content)
    expect(listIssues(parsed), `${file}: mend these (src/domain/questions/question-bank.ts)`).toEqual([])
    expect(parsed.data?.id).toBe(name)
  })

  it.each(questionBanks)('$id is for whom and when its row says, and asks what it asks', (bank) => {
    const row = rows[bank.id]
    if (!row) throw new Error(`${bank.id} is not in the roadmap`)
    const { roles, positions, mentors } = bank.audience
    expect([...roles, ...positions, ...mentors].sort()).toEqual([...row.to].sort())
    const { stages, rotation, goals } = bank.occasion
    expect([...stages, ...(rotation ? [rotation] : []), ...goals]).toEqual(row.at)
    expect(bank.questions).toHaveLength(row.asks.length)
    row.asks.forEach((pattern, index) => {
      expect(bank.questions[index], bank.id).toMatch(pattern)
    })
  })

  it('are questions, worded plainly', () => {
    const texts = questionBanks.flatMap(({ id, title, questions }) => [
      { where: `${id} title`, text: title },
      ...questions.map((text) => ({ where: `${id} questions`, text })),
    ])
    expect(texts.flatMap(listWordingProblems)).toEqual([])
    for (const { id, questions } of questionBanks)
      for (const text of questions) expect(text, `${id}: ask something`).toMatch(/\?/)
  })
})

import { describe, expect, it } from 'vitest'
import { programSchema } from '../../src/domain/programs/program'
import { readProgramsCsv, writeProgramsCsv } from '../../src/exchange/program-csv'
import { makeProgram } from '../fixtures/road/make-records'

const criteria = [
  { key: 'ties', label: 'People you know there', weight: 3 },
  { key: 'training', label: 'Training', weight: 3 },
]
const read = (text: string, known = [makeProgram()]) => {
  let serial = 0
  const found = readProgramsCsv(text, known, criteria, () => {
    serial += 1
    return `new-${serial}`
  })
  if (!found.ok) throw new Error(found.why.id)
  return found.read
}
const refusal = (text: string) => {
  const found = readProgramsCsv(text, [], criteria, () => 'x')
  return found.ok ? null : found.why.id
}

describe('reading programs', () => {
  it('takes headings under several names, in any order and case', () => {
    const { programs, ignored, problems } = read(
      'Location,PROGRAM NAME,Hospital,Group,Tags,Signal,Applied,Thank-you notes,Training,Beds\n' +
        'Fernhill,Cedar Valley,Cedar Valley Hospital,Reach,"west; small",gold,9/3/2026,please don\'t,7.5,400\n',
      [],
    )
    expect(problems).toEqual([])
    expect(ignored).toEqual(['Beds'])
    expect(programs[0]?.program).toMatchObject({
      id: 'new-1',
      name: 'Cedar Valley',
      institution: 'Cedar Valley Hospital',
      city: 'Fernhill',
      tier: 'reach',
      tags: ['west', 'small'],
      signal: 'gold',
      appliedOn: '2026-09-03',
      thankYou: 'please-dont',
      ratings: [{ key: 'training', value: 7.5 }],
    })
  })

  it('leaves unknown what the file does not say', () => {
    const { programs } = read('name,tier,training\nCedar Valley,,\n', [])
    expect(programs[0]?.program).toMatchObject({ tier: 'unknown', ratings: [], appliedOn: null })
    expect(programSchema.safeParse(programs[0]?.program).error).toBeUndefined()
  })

  it('fills what is known of a program on the list and keeps the rest', () => {
    const known = makeProgram({ city: 'Old Town', note: 'Kind people', rank: 2 })
    const { programs } = read(
      'name,specialty,city,note\nharbor state internal  medicine,Internal Medicine,Bay City,\n',
      [known],
    )
    expect(programs).toEqual([
      {
        line: 2,
        isKnown: true,
        program: {
          ...known,
          name: 'harbor state internal medicine',
          specialty: 'Internal Medicine',
          city: 'Bay City',
        },
      },
    ])
  })

  it('says line by line what it left out', () => {
    const { programs, problems } = read(
      'name,tier,applied,training\nA,great,yesterday,11\n,reach,,\nA,,,\nB,safer,2026-02-30,ten\n',
      [],
    )
    expect(programs.map((one) => one.program.name)).toEqual(['A', 'B'])
    expect(problems.map(({ line, why }) => [line, why.id])).toEqual([
      [2, 'csv.cell-wrong'],
      [2, 'csv.date-wrong'],
      [2, 'csv.rating-wrong'],
      [3, 'csv.name-missing'],
      [4, 'csv.twice'],
      [5, 'csv.date-wrong'],
      [5, 'csv.rating-wrong'],
    ])
  })

  it('takes out what would not be safe to show', () => {
    const { programs } = read('name\n"Cedar\u202e Valley\u0000"\n', [])
    expect(programs[0]?.program.name).toBe('Cedar Valley')
  })

  it('refuses a file without programs or without their names', () => {
    expect(refusal('')).toBe('csv.empty')
    expect(refusal('name\n')).toBe('csv.empty')
    expect(refusal('city,tier\nFernhill,reach\n')).toBe('csv.no-name-column')
    expect(refusal('name\n"Cedar')).toBe('csv.open-quote')
  })
})

describe('writing programs', () => {
  it('writes a file that reads back the same, formulas guarded', () => {
    const program = makeProgram({
      name: '=HYPERLINK("x")',
      tags: ['west', 'small'],
      tier: 'reach',
      signal: 'silver',
      appliedOn: '2026-09-03',
      thankYou: 'not-needed',
      note: 'two\nlines, "quoted"',
      ratings: [{ key: 'training', value: 6 }],
    })
    const text = writeProgramsCsv([program], criteria)
    expect(text).toContain(`"'=HYPERLINK(""x"")"`)
    const again = read(text, [])
    expect(again.problems).toEqual([])
    expect(again.programs[0]?.program).toEqual({ ...program, id: 'new-1' })
  })
})

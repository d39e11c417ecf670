import { describe, expect, it } from 'vitest'
import { network } from '../../../seeds/network'
import { listCounted } from '../../../src/domain/benchmarks/count-people'
import { listYearEnds } from '../../../src/domain/benchmarks/growth'
import { type GrowthLine, yearEnds } from '../../../src/domain/benchmarks/network'
import { createPlaceReader } from '../../../src/domain/benchmarks/place'
import { addDays } from '../../../src/domain/dates'
import { buildMonthView } from '../../../src/domain/goals/build-month-view'
import type { MonthInput } from '../../../src/domain/goals/month-input'
import { monthViewSchema } from '../../../src/domain/goals/month-view'
import { emptyProfile } from '../../../src/domain/profile/profile'
import { roadDates } from '../../../src/domain/stage/stage-on'
import { makeInput } from './make-log'
import { sayMonth } from './say-month'
import { logOn, scriptDates, student } from './simulate-student'

/** The fifteenth of every month from the start of MS1 to the summer after graduation. */
const months = Array.from({ length: 47 }, (_, index) => {
  const month = 7 + index
  return `${2026 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-15`
})
const years: [file: string, from: string, to: string][] = [
  ['ms1', '2026-08-01', '2027-06-30'],
  ['ms2', '2027-07-01', '2028-04-30'],
  ['ms3', '2028-05-01', '2029-03-31'],
  ['ms4', '2029-04-01', '2030-07-31'],
]

/** Students who begin with an empty log in the middle of the road, and one who has not said when school began. */
const latecomers: MonthInput[] = [
  makeInput({ today: '2026-12-05', profile: emptyProfile }),
  ...['2026-12-05', '2027-09-15', '2028-09-15', '2029-08-01'].map((today) =>
    makeInput({ today, profile: student }),
  ),
]

describe('a student’s four years', () => {
  it('are told in the order of time', () => {
    expect(scriptDates).toEqual([...scriptDates].sort())
  })

  // Read these files after a change: they have to make sense to a student. Then accept them with `vitest -u`.
  it.each(years)('read sensibly month by month: %s', async (file, from, to) => {
    const texts = months
      .filter((date) => from <= date && date <= to)
      .map((date) => {
        const input = logOn(date)
        return sayMonth(buildMonthView(input), input)
      })
    await expect(texts.join('\n')).toMatchFileSnapshot(`simulated-student/${file}.txt`)
  })

  it('read kindly for whoever begins mid-way with an empty log', async () => {
    const texts = latecomers.map((input) => sayMonth(buildMonthView(input), input))
    await expect(texts.join('\n')).toMatchFileSnapshot('simulated-student/mid-way.txt')
  })

  it('give views of the right shape all along, and name nobody who is not in the log', () => {
    for (let date = '2026-07-20'; date < '2030-09-01'; date = addDays(date, 13)) {
      const input = logOn(date)
      const view = buildMonthView(input)
      expect(monthViewSchema.parse(view)).toEqual(view)
      const known = new Set(input.rows.map((row) => row.id))
      const named = [
        ...view.goals.flatMap((goal) => goal.people),
        ...view.touchBases.map((one) => one.person),
        ...view.waiting.map((one) => one.person),
        ...view.prompts.flatMap((one) => one.person ?? []),
        ...view.letters.map((one) => one.person),
        ...(view.thanks?.items ?? []).map((one) => one.person),
        ...view.warnings.flatMap((one) => one.people),
      ]
      expect(named.filter((person) => !known.has(person.id))).toEqual([])
      const ids = view.goals.map((goal) => goal.id)
      expect(view.focus.filter((id) => !ids.includes(id))).toEqual([])
      expect(view.focus.length).toBeLessThanOrEqual(5)
    }
  })

  it('pass the benchmarks of the growth curve at every year’s end', () => {
    const ends = listYearEnds(roadDates('2026-08-03', student))
    const readPlace = createPlaceReader(student.school)
    const reached = yearEnds.map((at) => {
      const { rows } = logOn(ends[at])
      const count = (line: GrowthLine) => {
        const rule = network.growth.lines.find((one) => one.id === line)?.counts ?? {}
        return listCounted(rule, rows, readPlace).length
      }
      return { at, mentors: count('mentors'), residents: count('residents'), outside: count('outside') }
    })
    expect(reached).toEqual([
      { at: 'ms1-start', mentors: 0, residents: 0, outside: 0 },
      { at: 'ms1-end', mentors: 1, residents: 5, outside: 1 },
      { at: 'ms2-end', mentors: 2, residents: 11, outside: 2 },
      { at: 'ms3-end', mentors: 3, residents: 16, outside: 5 },
      { at: 'ms4-end', mentors: 4, residents: 19, outside: 9 },
    ])
    for (const [index, point] of network.growth.points.entries()) {
      const own = reached[index]
      for (const line of ['mentors', 'residents', 'outside'] as const)
        expect(own?.[line], `${line} at ${point.at}`).toBeGreaterThanOrEqual(point[line])
    }
  })
})

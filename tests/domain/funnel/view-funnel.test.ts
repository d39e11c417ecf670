import { describe, expect, it } from 'vitest'
import { goals } from '../../../seeds/goals'
import { addDays } from '../../../src/domain/dates'
import { type FunnelState, funnelViewSchema } from '../../../src/domain/funnel/funnel-view'
import { buildMonthView } from '../../../src/domain/goals/build-month-view'
import { summarizeTouches } from '../../../src/domain/person/row'
import { emptyProfile } from '../../../src/domain/profile/profile'
import type { Touch } from '../../../src/domain/touch/touch'
import { makeInput, makeRow, makeTouch } from '../goals/make-log'

const today = '2026-12-20'
const ago = (days: number) => addDays(today, -days)

type Parts = Parameters<typeof makeRow>[0] & { told?: Touch[] }
const mail = (id: string, days: number, parts: Partial<Touch> = {}) =>
  makeTouch(id, ago(days), {
    kind: 'email',
    direction: 'out',
    templateId: 'T4',
    outcome: 'awaiting',
    ...parts,
  })

/** The view of a log of researchers with their touches. */
function see(people: Parts[], over: Partial<Parameters<typeof makeInput>[0]> = {}) {
  const touches = people.flatMap(({ told = [] }) => told)
  const rows = people.map(({ told = [], ...row }) =>
    makeRow({ roles: ['faculty-researcher'], ...row, ...summarizeTouches(told) }),
  )
  return buildMonthView(makeInput({ today, rows, touches, ...over }))
}
const statesOf = (view: ReturnType<typeof see>) =>
  Object.fromEntries(view.funnel.people.map((one) => [one.person.id, one.state]))

const search: Parts[] = [
  { id: 'found' },
  { id: 'vetted', friendly: 'yes' },
  { id: 'aside', friendly: 'no' },
  { id: 'waits', friendly: 'yes', told: [mail('waits', 6)] },
  { id: 'nudge', friendly: 'yes', told: [mail('nudge', 12)] },
  { id: 'silent', told: [mail('silent', 30)] },
  { id: 'busy', told: [mail('busy', 9, { outcome: 'no' })] },
  {
    id: 'talked',
    friendly: 'yes',
    told: [mail('talked', 20, { outcome: 'yes' }), makeTouch('talked', ago(2), { kind: 'meeting' })],
  },
]

describe('the research funnel of a month', () => {
  it('puts everybody in one state, those nearest to a talk first', () => {
    const { funnel } = see(search)
    expect(funnel.people.map((one) => [one.person.id, one.state])).toEqual([
      ['talked', 'talked'],
      ['busy', 'answered'],
      ['nudge', 'written'],
      ['waits', 'written'],
      ['silent', 'moved-on'],
      ['vetted', 'vetted'],
      ['found', 'found'],
      ['aside', 'set-aside'],
    ])
    const total = Object.values(funnel.counts).reduce((sum, count) => sum + count, 0)
    expect(total).toBe(search.length)
    expect(funnelViewSchema.parse(funnel)).toEqual(funnel)
  })

  it('says who is waited for, since when, and whose reminder is apt', () => {
    const { funnel } = see(search)
    const awaited = funnel.people.filter((one) => one.awaited)
    expect(awaited.map((one) => [one.person.id, one.awaited?.days, one.awaited?.nudge])).toEqual([
      ['nudge', 12, true],
      ['waits', 6, false],
    ])
  })

  it('holds R2.8’s numbers beside what was reached, each step counting who went on', () => {
    const { steps } = see(search).funnel
    expect(steps.map(({ id, count, min, max }) => [id, count, min, max])).toEqual([
      ['names', 8, 5, 7],
      ['vetted', 4, 2, 0],
      ['written', 5, 2, 3],
      ['talks', 1, 2, 3],
    ])
  })

  it('counts the same names, mails and talks as the goal does', () => {
    const view = see(search)
    const goal = view.goals.find((one) => one.id === 'R2.8')
    expect(view.funnel.steps.map(({ id, count }) => [id, count])).toEqual(
      goal?.parts.map(({ id, count }) => [id, count]),
    )
    expect(view.funnel.steps.map(({ by }) => by)).toEqual(goal?.parts.map(({ by }) => by))
  })

  it('counts the weeks of its stage from the first to the tenth, and none outside', () => {
    const week = (date: string) => see(search, { today: date }).funnel.week
    expect(see(search).funnel.weeks).toBe(10)
    expect(week('2026-10-31')).toBeNull()
    expect(week('2026-11-01')).toBe(1)
    expect(week('2026-11-07')).toBe(1)
    expect(week('2026-11-08')).toBe(2)
    expect(week('2027-01-09')).toBe(10)
    expect(week('2027-01-10')).toBeNull()
    expect(see(search, { today: '2026-10-20' }).funnel.steps.every((step) => step.by === null)).toBe(true)
  })

  it('counts no week and no passed day while the calendar is only assumed', () => {
    const { funnel } = see(search, { profile: emptyProfile })
    expect(funnel.week).toBeNull()
    expect(funnel.steps.filter(({ by }) => by !== null && by < today)).toEqual([])
  })

  it('keeps what earlier school years reached', () => {
    const states = statesOf(see(search, { today: '2027-11-20' }))
    expect(states).toMatchObject({ talked: 'talked', busy: 'answered', waits: 'moved-on' })
  })

  it('stands at three waiting first letters without a word, and warns of a fourth with the names', () => {
    const waiting = (count: number) =>
      see(
        Array.from({ length: count }, (_, index) => ({
          id: `w${index}`,
          shown: `Waited ${index}`,
          told: [mail(`w${index}`, 4)],
        })),
      )
    expect(waiting(3).warnings).toEqual([])
    expect(waiting(3).cold).toMatchObject({ most: 3, people: [{}, {}, {}] })
    const [warning] = waiting(4).warnings
    expect(warning).toMatchObject({ rule: 'R9.1', params: { count: 4, most: 3 } })
    expect(warning?.people.map((one) => one.shown)).toHaveLength(4)
  })

  it('shows 24 people of a state at most, and counts them all', () => {
    const { funnel } = see(Array.from({ length: 300 }, (_, index) => ({ id: `p${index}` })))
    expect(funnel.people).toHaveLength(24)
    expect(funnel.counts.found).toBe(300)
  })

  it('is empty without researchers, and has no numbers where the student took the goal out', () => {
    expect(see([{ id: 'r', roles: ['resident'] }]).funnel.people).toEqual([])
    const without = goals.filter((goal) => goal.id !== 'R2.8')
    const { funnel } = see(search, { goals: without })
    expect(funnel.steps).toEqual([])
    const states: FunnelState[] = funnel.people.map((one) => one.state)
    expect(states).toHaveLength(search.length)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { goals } from '../../../seeds/goals'
import { addDays } from '../../../src/domain/dates'
import { buildMonthView, touchWindow } from '../../../src/domain/goals/build-month-view'
import { emptyRoad, type MonthInput } from '../../../src/domain/goals/month-input'
import { type GoalView, type MonthView, monthViewSchema } from '../../../src/domain/goals/month-view'
import { positions, roles } from '../../../src/domain/person/person'
import type { PersonRow } from '../../../src/domain/person/person-row'
import { stageIds } from '../../../src/domain/stage/stages'
import { type Touch, touchKinds } from '../../../src/domain/touch/touch'
import { makeEvent } from '../../fixtures/road/make-records'
import { makeBigInput, makeInput, makeRow, makeTouch } from './make-log'

function goalIn(view: MonthView, id: string): GoalView {
  const goal = view.goals.find((one) => one.id === id)
  if (!goal) throw new Error(`${id} is not shown on ${view.date}; shown: ${view.goals.map((g) => g.id)}`)
  return goal
}

function viewOf(id: string, parts: Partial<MonthInput>): GoalView {
  return goalIn(buildMonthView(makeInput(parts)), id)
}

function idsOn(today: string, parts: Partial<MonthInput> = {}): string[] {
  return buildMonthView(makeInput({ ...parts, today })).goals.map((goal) => goal.id)
}

describe('which goals show', () => {
  it('shows the goals of the stage in the order of the road, "not yet" last', () => {
    expect(idsOn('2026-09-01')).toEqual(['R2.1', 'R2.2', 'R2.3', 'R2.4', 'R2.5', 'R2.6', 'R2'])
    expect(idsOn('2026-11-22')).toEqual(['R2.6', 'R2.7', 'R2.8', 'R2.9', 'R2.10', 'R2'])
    expect(idsOn('2027-12-01')).toEqual(['R3.5', 'R3.6'])
    expect(idsOn('2027-09-01')).toEqual(['R3.1', 'R3.2', 'R3.3', 'R3.4'])
    expect(idsOn('2028-04-01')).toEqual(['R3.7', 'R3.8'])
    expect(idsOn('2028-06-01')).toEqual(['R4.11', 'R4.12'])
    expect(idsOn('2029-05-01')).toEqual(['R5.1', 'R5.2', 'R5.3', 'R5.4'])
  })

  it('shows a goal of later months only from its first day', () => {
    expect(idsOn('2027-03-31')).toEqual(['R2.9', 'R2.11', 'R2.12', 'R2'])
    expect(idsOn('2027-04-01')).toEqual(['R2.9', 'R2.11', 'R2.12', 'R2.13', 'R2'])
    expect(idsOn('2027-06-01')).toContain('R2.14')
  })

  it('shows nothing before the road and after it', () => {
    expect(idsOn('2026-08-02')).toEqual([])
    expect(idsOn('2030-07-01')).toEqual([])
  })

  it('shows nothing during a pause', () => {
    const { profile } = makeInput({})
    const pauses = [{ kind: 'leave' as const, from: '2026-11-01', to: '2026-12-31' }]
    expect(idsOn('2026-11-22', { profile: { ...profile, pauses } })).toEqual([])
  })

  it('carries what October left open into winter, as late, and lets it go once done', () => {
    const rows = ['f1', 'f2', 'f3'].map((id) => makeRow({ id, roles: ['attending'] }))
    rows.push(...['s1', 's2', 's3'].map((id) => makeRow({ id, roles: ['upper-student'] })))
    const touches = rows.map((row) => makeTouch(row.id, '2026-10-02'))
    expect(viewOf('R2.6', { rows, touches: touches.slice(0, 5) })).toMatchObject({
      late: true,
      count: 5,
      min: 6,
      by: '2026-10-31',
    })
    expect(idsOn('2026-11-22', { rows, touches })).not.toContain('R2.6')
    expect(idsOn('2026-10-20', { rows, touches })).toContain('R2.6')
  })
})

describe('a calendar that is only assumed', () => {
  const { profile: set } = makeInput({})
  const profile = { ...set, matriculation: null, clerkshipStart: null, graduationYear: null }
  const days = ['2026-08-20', '2026-10-30', '2026-11-22', '2027-02-27', '2027-03-20', '2027-06-28']

  it('calls no goal late and names no day that has passed', () => {
    for (const today of days) {
      const { stage, goals } = buildMonthView(makeInput({ today, profile }))
      expect(stage.assumed).toBe(true)
      expect(goals.length).toBeGreaterThan(0)
      for (const line of goals.flatMap((goal) => [goal, ...goal.parts])) {
        expect(line.late, `${line.id} on ${today}`).toBe(false)
        expect(line.by === null || line.by >= today, `${line.id} on ${today}: ${line.by}`).toBe(true)
      }
    }
  })

  it('shows the same goals, and the days that are still to come', () => {
    expect(idsOn('2026-11-22', { profile })).toEqual(idsOn('2026-11-22'))
    expect(viewOf('R2.9', { today: '2026-11-22', profile }).by).toBe('2027-02-28')
  })

  it('is late again as soon as the first day of school is set', () => {
    expect(viewOf('R2.8', { today: '2026-11-22', profile }).late).toBe(false)
    const dated = { ...profile, matriculation: '2026-08-03' }
    expect(viewOf('R2.8', { today: '2026-11-22', profile: dated }).late).toBe(true)
    expect(viewOf('R2.6', { today: '2026-11-22', profile: dated }).late).toBe(true)
  })
})

describe('the first ten weeks', () => {
  it('are for the map and the three new faces', () => {
    for (const id of ['R2.1', 'R2.2']) {
      expect(viewOf(id, { today: '2026-10-11' })).toMatchObject({ by: '2026-10-11', late: false })
      expect(viewOf(id, { today: '2026-10-12' })).toMatchObject({ late: true })
    }
  })
})

describe('R2.1 map the players', () => {
  it('counts a post as mapped once somebody holds it, whoever many hold it', () => {
    const rows = [
      makeRow({ id: 'a', positions: ['course-director'] }),
      makeRow({ id: 'b', positions: ['course-director'] }),
      makeRow({ id: 'c', positions: ['student-affairs', 'md-phd-program'] }),
    ]
    const goal = viewOf('R2.1', { today: '2026-09-01', rows })
    expect(goal).toMatchObject({ count: 3, min: 5, done: false })
    expect(goal.parts.map((part) => part.count)).toEqual([2, 1, 0, 1, 0])
  })
})

describe('R2.2 three people, one of each kind', () => {
  const rows = [
    makeRow({ id: 'dean', roles: ['dean-advisor'] }),
    makeRow({ id: 'ms2', roles: ['upper-student'] }),
    makeRow({ id: 'mate', roles: ['classmate'] }),
    makeRow({ id: 'mate2', roles: ['classmate'] }),
  ]
  const metAll = ['dean', 'ms2', 'mate'].map((id) => makeTouch(id, '2026-08-10'))

  it('is done with one of each kind', () => {
    expect(viewOf('R2.2', { today: '2026-09-01', rows, touches: metAll })).toMatchObject({
      count: 3,
      done: true,
    })
  })

  it('is not done by three of one kind, nor by people who were only saved', () => {
    const touches = [makeTouch('mate', '2026-08-10'), makeTouch('mate2', '2026-08-10')]
    expect(viewOf('R2.2', { today: '2026-09-01', rows, touches })).toMatchObject({ count: 1, done: false })
  })
})

describe('R2.3 the assigned advisor', () => {
  const rows = [makeRow({ id: 'advisor', positions: ['assigned-advisor'] }), makeRow({ id: 'other' })]

  it('is counted by a mail that went out, or by the template alone', () => {
    const mail = makeTouch('advisor', '2026-08-20', { kind: 'email', direction: 'out' })
    expect(viewOf('R2.3', { today: '2026-08-21', rows, touches: [mail] }).done).toBe(true)
    const fromTemplate = makeTouch('other', '2026-08-20', {
      kind: 'email',
      direction: 'out',
      templateId: 'T1',
    })
    expect(viewOf('R2.3', { today: '2026-08-21', rows, touches: [fromTemplate] }).done).toBe(true)
  })

  it('is not counted by a mail that came in, nor by a mail to somebody else', () => {
    const touches = [
      makeTouch('advisor', '2026-08-20', { kind: 'email', direction: 'in' }),
      makeTouch('other', '2026-08-20', { kind: 'email', direction: 'out' }),
    ]
    expect(viewOf('R2.3', { today: '2026-08-21', rows, touches }).done).toBe(false)
  })

  it('is late from the day after week 3 of the stage', () => {
    expect(viewOf('R2.3', { today: '2026-08-23', rows })).toMatchObject({ by: '2026-08-23', late: false })
    expect(viewOf('R2.3', { today: '2026-08-24', rows }).late).toBe(true)
  })
})

describe('R2.5 interest groups', () => {
  const evening = (id: string, interestGroup: string) =>
    makeEvent({ id, interestGroup, date: '2026-09-02', people: ['officer'] })

  it('wants a group joined, a talk with an officer and 2 student-friendly names, within two months', () => {
    const rows = [
      makeRow({ id: 'officer', positions: ['interest-group-officer'] }),
      makeRow({ id: 'a', roles: ['attending'], friendly: 'yes' }),
      makeRow({ id: 'r', roles: ['resident'], friendly: 'yes' }),
      makeRow({ id: 'unfriendly', roles: ['resident'], friendly: 'no' }),
    ]
    const road = { ...emptyRoad, events: [evening('e1', 'Internal Medicine')] }
    const goal = viewOf('R2.5', { today: '2026-09-03', rows, road })
    expect(goal).toMatchObject({ done: true, count: 3, min: 3, by: '2026-10-02', over: false })
    expect(goal.parts.map((part) => part.count)).toEqual([1, 1, 2])
    expect(goal.counted).toContainEqual({ what: 'event', id: 'e1', shown: 'Internal Medicine', personId: '' })
  })

  it('is over with a third group, not with a second, and counts a group once', () => {
    const groups = ['Surgery', 'internal medicine', 'Internal Medicine', 'Pediatrics']
    const events = groups.map((group, index) => evening(`e${index}`, group))
    const over = (count: number) =>
      viewOf('R2.5', { today: '2026-09-03', road: { ...emptyRoad, events: events.slice(0, count) } })
    expect(over(3)).toMatchObject({ over: false, overRule: '' })
    expect(over(4)).toMatchObject({ over: true, overRule: 'R9.7' })
  })
})

describe('R2.7 coffee with residents', () => {
  const rows = ['r1', 'r2', 'r3'].map((id) => makeRow({ id, roles: ['resident'] }))

  it('counts residents met over coffee or a call this month', () => {
    const touches = [
      makeTouch('r1', '2026-11-01', { kind: 'coffee' }),
      makeTouch('r1', '2026-11-09', { kind: 'coffee' }),
      makeTouch('r2', '2026-11-22', { kind: 'call' }),
    ]
    const goal = viewOf('R2.7', { rows, touches })
    expect(goal).toMatchObject({ count: 2, min: 1, max: 2, done: true, over: false })
    expect(goal.people.map((person) => person.id)).toEqual(['r2', 'r1'])
  })

  it('starts again each month, and an invitation by mail is not a coffee', () => {
    const touches = [
      makeTouch('r1', '2026-10-31', { kind: 'coffee' }),
      makeTouch('r2', '2026-11-02', { kind: 'email', direction: 'out', templateId: 'T3' }),
    ]
    expect(viewOf('R2.7', { rows, touches })).toMatchObject({ count: 0, done: false, late: false })
  })

  it('does not call a third coffee too many: the roadmap states no limit', () => {
    const touches = rows.map((row) => makeTouch(row.id, '2026-11-03', { kind: 'coffee' }))
    expect(viewOf('R2.7', { rows, touches })).toMatchObject({ count: 3, over: false })
  })

  it('keeps a coffee logged "tomorrow" by a student who flew west', () => {
    const touches = [makeTouch('r1', '2026-11-23', { kind: 'coffee' })]
    expect(viewOf('R2.7', { rows, touches }).count).toBe(1)
  })
})

describe('R2.8 research mentors', () => {
  const rows = Array.from({ length: 7 }, (_, index) =>
    makeRow({ id: `n${index}`, roles: ['faculty-researcher'], friendly: index < 4 ? 'yes' : 'unknown' }),
  )
  const mail = (id: string, date = '2026-11-20') =>
    makeTouch(id, date, { kind: 'email', direction: 'out', templateId: 'T4', outcome: 'awaiting' })

  it('is four steps with their own dates: weeks 2, 4, 6 and 10', () => {
    const goal = viewOf('R2.8', { today: '2026-11-05' })
    expect(goal.parts.map((part) => [part.id, part.min, part.max, part.by])).toEqual([
      ['names', 5, 7, '2026-11-14'],
      ['vetted', 2, 0, '2026-11-28'],
      ['written', 2, 3, '2026-12-12'],
      ['talks', 2, 3, '2027-01-09'],
    ])
    expect(goal).toMatchObject({ count: 0, min: 4, by: '2026-11-14', late: false })
  })

  it('counts steps and is measured by the next one', () => {
    const goal = viewOf('R2.8', { rows })
    expect(goal).toMatchObject({ count: 2, by: '2026-12-12', late: false })
  })

  it('is late when the next step is', () => {
    const goal = viewOf('R2.8', { rows: rows.slice(0, 4) })
    expect(goal).toMatchObject({ late: true, by: '2026-11-14' })
    expect(goal.parts[0]).toMatchObject({ late: true, count: 4 })
  })

  it('is over with a fourth mail waiting at one time, and not with the third', () => {
    const three = ['n0', 'n1', 'n2'].map((id) => mail(id))
    expect(viewOf('R2.8', { rows, touches: three }).over).toBe(false)
    expect(viewOf('R2.8', { rows, touches: [...three, mail('n3')] }).over).toBe(true)
  })

  it('is not over when an earlier mail was answered or is three weeks old', () => {
    const three = ['n0', 'n1', 'n2'].map((id) => mail(id))
    const old = mail('n3', '2026-10-31')
    const answered = { ...mail('n3'), outcome: 'no' as const }
    expect(viewOf('R2.8', { rows, touches: [...three, old] }).over).toBe(false)
    expect(viewOf('R2.8', { rows, touches: [...three, answered] }).over).toBe(false)
  })
})

describe('R2.10 the network log', () => {
  const whole = makeRow({
    id: 'whole',
    roles: ['resident'],
    whereMet: 'Anatomy lab',
    detail: 'Runs at dawn',
    lastTouch: '2026-11-02',
    touches: 1,
  })

  it('counts people with all four facts', () => {
    expect(viewOf('R2.10', { rows: [whole] })).toMatchObject({ count: 1, done: true })
  })

  it.each([
    ['role', { roles: [] }],
    ['place of meeting', { whereMet: '' }],
    ['last contact', { lastTouch: null }],
    ['detail', { detail: '' }],
  ])('does not count a person without the %s', (_what, parts) => {
    expect(viewOf('R2.10', { rows: [{ ...whole, ...parts }] }).done).toBe(false)
  })
})

describe('R2.11 and R2.13 one anchor, two people', () => {
  it('is over with a second summer mentor', () => {
    const rows = ['a', 'b'].map((id) => makeRow({ id, positions: ['summer-mentor'] }))
    expect(viewOf('R2.11', { today: '2027-03-05', rows: rows.slice(0, 1) })).toMatchObject({
      done: true,
      over: false,
    })
    expect(viewOf('R2.11', { today: '2027-03-05', rows }).over).toBe(true)
  })

  it('counts people met twice in April and May', () => {
    const rows = ['a', 'b'].map((id) => makeRow({ id, roles: ['fellow'] }))
    const touches = [
      makeTouch('a', '2027-04-01', { kind: 'coffee' }),
      makeTouch('a', '2027-05-01', { kind: 'meeting' }),
      makeTouch('b', '2027-03-31', { kind: 'coffee' }),
      makeTouch('b', '2027-04-02', { kind: 'coffee' }),
    ]
    expect(viewOf('R2.13', { today: '2027-05-10', rows, touches })).toMatchObject({ count: 1, done: false })
    touches.push(makeTouch('b', '2027-05-09', { kind: 'call' }))
    expect(viewOf('R2.13', { today: '2027-05-10', rows, touches }).done).toBe(true)
  })

  it('dates the goals of June to its first week', () => {
    expect(viewOf('R2.14', { today: '2027-06-01' })).toMatchObject({ by: '2027-06-07', late: false })
    expect(viewOf('R2.14', { today: '2027-06-08' }).late).toBe(true)
  })
})

describe('ticks and guards', () => {
  const mark = { schema: 1 as const, id: 'ms1-nov-feb/R2.9', goalId: 'R2.9', date: '2026-11-20' }

  it('is done when the student ticked it in this stage', () => {
    expect(viewOf('R2.9', { marks: [{ ...mark, stage: 'ms1-nov-feb' }] })).toMatchObject({
      way: 'tick',
      done: true,
    })
    expect(viewOf('R2.9', { marks: [{ ...mark, stage: 'ms3' }] }).done).toBe(false)
    expect(viewOf('R2.9', { marks: [{ ...mark, goalId: 'R2.12', stage: 'ms1-nov-feb' }] }).done).toBe(false)
  })

  it('keeps a tick of winter when the goal carries into spring', () => {
    expect(idsOn('2027-03-05', { marks: [{ ...mark, stage: 'ms1-nov-feb' }] })).not.toContain('R2.9')
    expect(idsOn('2027-03-05')).toContain('R2.9')
  })

  it('never counts, ends or dates a guard', () => {
    const goal = viewOf('R2', { marks: [{ ...mark, goalId: 'R2', stage: 'ms1-nov-feb' }] })
    expect(goal).toMatchObject({ way: 'guard', done: false, late: false, by: null, min: 0 })
  })
})

describe('R3.5 the rhythm', () => {
  const today = '2027-12-15'
  const rows = [
    makeRow({ id: 'k1', mentor: 'key', lastTouch: '2027-12-01', touches: 1 }),
    makeRow({ id: 'k2', mentor: 'key', lastTouch: '2027-10-15', touches: 1 }),
    makeRow({ id: 'm', mentor: 'mentor', lastTouch: '2027-01-01', touches: 1 }),
  ]

  it('counts the key mentors who are not due, of all key mentors', () => {
    expect(viewOf('R3.5', { today, rows })).toMatchObject({ count: 1, min: 2, done: false, late: false })
    const fine = rows.map((row) => ({ ...row, lastTouch: '2027-12-01' }))
    expect(viewOf('R3.5', { today, rows: fine })).toMatchObject({ count: 2, done: true })
  })

  it('is late once one is overdue', () => {
    const overdue = rows.map((row) => (row.id === 'k2' ? { ...row, lastTouch: '2027-09-21' } : row))
    expect(viewOf('R3.5', { today, rows: overdue })).toMatchObject({ late: true })
  })

  it('is not done while nobody is a key mentor', () => {
    expect(viewOf('R3.5', { today, rows: [] })).toMatchObject({ done: false, late: false, min: 0 })
  })
})

describe('the view as a whole', () => {
  it('fits its own schema, for a full log of every stage', () => {
    for (const month of [
      '2026-08-01',
      '2026-09-10',
      '2026-11-22',
      '2027-04-09',
      '2027-12-01',
      '2031-01-01',
    ]) {
      const view = buildMonthView(makeBigInput(50, 300, month))
      expect(monthViewSchema.parse(view)).toEqual(view)
    }
  })

  it('counts the badge from touch-bases and apt nudges', () => {
    const rows = [
      makeRow({ id: 'k', mentor: 'key', lastTouch: '2026-09-01', touches: 1 }),
      makeRow({ id: 'w', lastTouch: '2026-11-11', touches: 1 }),
    ]
    const touches = [makeTouch('w', '2026-11-11', { kind: 'email', direction: 'out', outcome: 'awaiting' })]
    const view = buildMonthView(makeInput({ rows, touches }))
    expect(view).toMatchObject({ due: 2, people: 2 })
    expect(view.waiting[0]).toMatchObject({ nudge: true, days: 11 })
  })

  it('ignores touches of people who are no longer there', () => {
    const touches = [makeTouch('gone', '2026-11-11', { kind: 'coffee', outcome: 'awaiting' })]
    const view = buildMonthView(makeInput({ touches }))
    expect(view.waiting).toEqual([])
    expect(goalIn(view, 'R2.7').count).toBe(0)
  })

  it('needs no touch from outside its window', () => {
    fc.assert(
      fc.property(anyLog, fc.integer({ min: -60, max: 900 }), (log, days) => {
        const today = addDays('2026-08-03', days)
        const input = makeInput({ ...log, today })
        const window = touchWindow(today, input.profile)
        const inside = input.touches.filter((one) => one.date >= window.from && one.date <= window.to)
        expect(buildMonthView({ ...input, touches: inside })).toEqual(buildMonthView(input))
      }),
      { numRuns: 200 },
    )
  })

  it('gives the same view for the same input, and leaves the input as it was', () => {
    fc.assert(
      fc.property(anyLog, fc.integer({ min: -60, max: 900 }), (log, days) => {
        const input = deepFreeze(makeInput({ ...log, today: addDays('2026-08-03', days) }))
        expect(buildMonthView(input)).toEqual(buildMonthView(structuredClone(input)))
      }),
      { numRuns: 200 },
    )
  })

  it('never lowers a count when a touch is added', () => {
    fc.assert(
      fc.property(anyLog, anyTouch, fc.integer({ min: 0, max: 700 }), (log, extra, days) => {
        const today = addDays('2026-08-03', days)
        const before = buildMonthView(makeInput({ ...log, today }))
        const touches = [...log.touches, { ...extra, date: today, outcome: null }]
        // What the store does with a row when a touch is added.
        const rows = log.rows.map((row) => (row.id === extra.personId ? { ...row, lastTouch: today } : row))
        const after = buildMonthView(makeInput({ rows, touches, today }))
        for (const goal of before.goals) {
          const now = after.goals.find((one) => one.id === goal.id)
          // A goal that is carried leaves once it is done.
          if (now) expect(now.count, goal.id).toBeGreaterThanOrEqual(goal.count)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('is the same for the same full log of every part of the road, frozen', () => {
    for (const today of [
      '2026-09-10',
      '2027-09-15',
      '2028-10-01',
      '2029-11-15',
      '2030-02-10',
      '2030-04-01',
    ]) {
      const input = makeBigInput(60, 900, today)
      const view = buildMonthView(deepFreeze(structuredClone(input)))
      expect(view).toEqual(buildMonthView(input))
      expect(monthViewSchema.parse(view)).toEqual(view)
    }
  })

  it('never lowers a count of MS4 either when a touch is added', () => {
    const base = new Map(
      ['2029-05-10', '2029-08-20', '2029-11-15', '2030-02-10', '2030-03-25'].map((today) => {
        const input = makeBigInput(60, 200, today)
        const matched = { schema: 1 as const, id: 'm', kind: 'matched' as const, programId: '', note: '' }
        const milestones = today > '2030-03' ? [{ ...matched, date: '2030-03-15' }] : []
        return [today, { ...input, road: { ...input.road, milestones } }] as const
      }),
    )
    const anyAdded = fc.record({
      person: fc.integer({ min: 0, max: 59 }),
      kind: fc.constantFrom(...touchKinds),
      templateId: fc.constantFrom('', 'T17', 'T18', 'T22', 'T23', 'T24', 'T25'),
      daysAgo: fc.integer({ min: 0, max: 90 }),
    })
    fc.assert(
      fc.property(fc.constantFrom(...base.keys()), anyAdded, (today, { person, daysAgo, ...parts }) => {
        const input = base.get(today) as MonthInput
        const before = buildMonthView(input)
        const touch = makeTouch(`p${person}`, addDays(today, -daysAgo), { direction: 'out', ...parts })
        const after = buildMonthView({ ...input, touches: [...input.touches, touch] })
        for (const goal of before.goals) {
          const now = after.goals.find((one) => one.id === goal.id)
          if (!now) continue
          expect(now.count, goal.id).toBeGreaterThanOrEqual(goal.count)
          for (const [index, part] of goal.parts.entries())
            expect(now.parts[index]?.count, `${goal.id} ${part.id}`).toBeGreaterThanOrEqual(part.count)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('takes a snooze for no touch: it only quiets who is due', () => {
    fc.assert(
      fc.property(anyLog, fc.integer({ min: 0, max: 700 }), fc.nat(60), (log, days, length) => {
        const today = addDays('2026-08-03', days)
        const until = addDays(today, length)
        const snoozes = log.rows.map((row) => ({ schema: 1 as const, personId: row.id, until }))
        const { touchBases, warnings, due, dueParts, ...rest } = buildMonthView(makeInput({ ...log, today }))
        const quiet = buildMonthView(makeInput({ ...log, today, snoozes }))
        expect(quiet.touchBases).toEqual([])
        expect(due - quiet.due).toBe(touchBases.length)
        expect(quiet.warnings).toEqual(warnings.filter((one) => one.rule !== 'R9.5'))
        expect(quiet.dueParts).toEqual({ ...dueParts, touchBases: 0 })
        const { touchBases: _, warnings: __, due: ___, dueParts: ____, ...others } = quiet
        expect(others).toEqual(rest)
      }),
      { numRuns: 100 },
    )
  })
})

const anyTouch: fc.Arbitrary<Touch> = fc
  .record({
    personId: fc.constantFrom('p0', 'p1', 'p2', 'p3', 'p4', 'p5'),
    days: fc.integer({ min: -100, max: 800 }),
    kind: fc.constantFrom(...touchKinds),
    direction: fc.constantFrom('out', 'in', 'both'),
    templateId: fc.constantFrom('', 'T1', 'T3', 'T4', 'T27'),
    outcome: fc.constantFrom(null, 'awaiting', 'yes'),
  } as const)
  .map(({ personId, days, ...parts }) =>
    makeTouch(personId, addDays('2026-08-03', days), parts as Partial<Touch>),
  )

const anyLog: fc.Arbitrary<{ rows: PersonRow[]; touches: Touch[] }> = fc.record({
  rows: fc
    .array(
      fc.record({
        roles: fc.subarray([...roles], { maxLength: 2 }),
        positions: fc.subarray([...positions], { maxLength: 2 }),
        mentor: fc.constantFrom('none' as const, 'mentor' as const, 'key' as const),
        friendly: fc.constantFrom('unknown' as const, 'yes' as const, 'no' as const),
        detail: fc.constantFrom('', 'Plays the viola'),
        whereMet: fc.constantFrom('', 'Clinic'),
      }),
      { minLength: 6, maxLength: 6 },
    )
    .map((people) => people.map((parts, index) => makeRow({ id: `p${index}`, ...parts }))),
  touches: fc.array(anyTouch, { maxLength: 40 }),
})

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(deepFreeze)
  }
  return value
}

describe('goals and stages', () => {
  it('builds a view for every stage id without goals of another', () => {
    const seen = new Set<string>()
    for (let days = -30; days < 1500; days += 9) {
      const view = buildMonthView(makeInput({ today: addDays('2026-08-03', days) }))
      seen.add(view.stage.id)
      for (const goal of view.goals) {
        const seed = goals.find((one) => one.id === goal.id)
        expect([...(seed?.stages ?? []), ...(seed?.carriesInto ?? [])]).toContain(view.stage.id)
      }
    }
    expect([...seen].sort()).toEqual(stageIds.filter((id) => id !== 'pause').sort())
  })
})

import { describe, expect, it } from 'vitest'
import { buildMonthView } from '../../../src/domain/goals/build-month-view'
import { emptyRoad, type MonthInput, type RoadRecords } from '../../../src/domain/goals/month-input'
import type { GoalView, MonthView } from '../../../src/domain/goals/month-view'
import {
  makeEvent,
  makeInterview,
  makeLetter,
  makeProgram,
  makeRemark,
  makeRotation,
} from '../../fixtures/road/make-records'
import { makeInput, makeRow, makeTouch } from './make-log'

type Parts = Omit<Partial<MonthInput>, 'road'> & { road?: Partial<RoadRecords> }

function viewOn(today: string, { road, ...parts }: Parts = {}): MonthView {
  return buildMonthView(makeInput({ ...parts, today, road: { ...emptyRoad, ...road } }))
}

function goalOn(today: string, id: string, parts: Parts = {}): GoalView {
  const view = viewOn(today, parts)
  const goal = view.goals.find((one) => one.id === id)
  if (!goal) throw new Error(`${id} is not shown on ${today}; shown: ${view.goals.map((one) => one.id)}`)
  return goal
}

const isShown = (today: string, id: string, parts: Parts = {}) =>
  viewOn(today, parts).goals.some((one) => one.id === id)

describe('MS2', () => {
  const autumn = '2027-09-15'
  const faculty = ['f1', 'f2', 'f3'].map((id) => makeRow({ id, roles: ['attending'] }))

  it('R3.1 counts people marked as possible writers, by the end of October', () => {
    const rows = faculty.map((row, index) => ({ ...row, letterWriter: index < 2 }))
    expect(goalOn(autumn, 'R3.1', { rows })).toMatchObject({
      count: 2,
      min: 2,
      max: 3,
      done: true,
      by: '2027-10-31',
    })
    expect(goalOn(autumn, 'R3.1', { rows: faculty })).toMatchObject({ count: 0, done: false })
  })

  it('R3.2 counts career chats with faculty, and no other talks', () => {
    const touches = [
      makeTouch('f1', '2027-09-01', { kind: 'career-chat' }),
      makeTouch('f2', '2027-09-01', { kind: 'coffee' }),
    ]
    expect(goalOn(autumn, 'R3.2', { rows: faculty, touches })).toMatchObject({
      count: 1,
      min: 2,
      done: false,
    })
  })

  describe('R3.3 short updates', () => {
    const update = (date: string, templateId = '') =>
      makeTouch('f1', date, { kind: 'update', direction: 'out', templateId })

    it('counts people, once each, by the kind or by the letter', () => {
      const touches = [
        update('2027-08-01'),
        update('2027-08-15'),
        makeTouch('f2', '2027-09-01', { templateId: 'T8' }),
      ]
      expect(goalOn(autumn, 'R3.3', { rows: faculty, touches })).toMatchObject({
        count: 2,
        done: true,
        over: false,
      })
    })

    it('is over with a third to one person in a semester, and says which rule', () => {
      const touches = [update('2027-07-20'), update('2027-08-10'), update('2027-09-01')]
      expect(goalOn(autumn, 'R3.3', { rows: faculty, touches })).toMatchObject({
        over: true,
        overRule: 'R9.4',
      })
    })

    it('is not over with updates that keep the rhythm of eight weeks, nor with those of the semester before', () => {
      const spaced = [update('2027-07-01'), update('2027-08-28'), update('2027-10-25')]
      expect(goalOn('2027-10-26', 'R3.3', { rows: faculty, touches: spaced }).over).toBe(false)
      const before = [update('2027-06-01'), update('2027-06-20'), update('2027-07-20')]
      expect(goalOn(autumn, 'R3.3', { rows: faculty, touches: before }).over).toBe(false)
    })
  })

  it('R3.4 counts residents and fellows met in the stage', () => {
    const rows = [makeRow({ id: 'r', roles: ['resident'] }), makeRow({ id: 'w', roles: ['fellow'] })]
    const met = [
      makeTouch('r', '2027-07-02', { kind: 'coffee' }),
      makeTouch('w', '2027-08-02', { kind: 'call' }),
    ]
    expect(goalOn(autumn, 'R3.4', { rows, touches: met })).toMatchObject({ count: 2, done: true })
    const early = [makeTouch('r', '2027-06-30', { kind: 'coffee' }), ...met.slice(1)]
    expect(goalOn(autumn, 'R3.4', { rows, touches: early })).toMatchObject({ count: 1, done: false })
  })

  it('R3.7 wants two talks with matched students and a note of what they said', () => {
    const rows = ['m1', 'm2'].map((id) => makeRow({ id, roles: ['matched-ms4'] }))
    const touches = rows.map((row) => makeTouch(row.id, '2028-04-01', { kind: 'call' }))
    const remarks = [
      makeRemark({ kind: 'friendly-service', personId: 'm1', about: 'Team B', date: '2028-04-01' }),
    ]
    expect(goalOn('2028-04-10', 'R3.7', { rows, touches })).toMatchObject({ count: 1, min: 2, done: false })
    const whole = goalOn('2028-04-10', 'R3.7', { rows, touches, road: { remarks } })
    expect(whole).toMatchObject({ count: 2, done: true })
    expect(whole.counted).toContainEqual({ what: 'remark', id: 'remark', shown: 'Team B', personId: 'm1' })
  })

  it('R3.8 counts letters to clerkship directors until the day before clerkships', () => {
    const rows = [makeRow({ id: 'd', positions: ['clerkship-director'] })]
    const touches = [makeTouch('d', '2028-04-02', { kind: 'email', direction: 'out' })]
    expect(goalOn('2028-04-10', 'R3.8', { rows, touches })).toMatchObject({
      count: 1,
      done: true,
      by: '2028-04-30',
    })
    const answer = [makeTouch('d', '2028-04-02', { kind: 'email', direction: 'in' })]
    expect(goalOn('2028-04-10', 'R3.8', { rows, touches: answer }).done).toBe(false)
  })
})

describe('MS3', () => {
  const today = '2028-12-01'
  const rows = ['a', 'b', 'c', 'd', 'e', 'r'].map((id) => makeRow({ id, roles: ['attending'] }))
  const agreed = (personId: string, answer: 'agreed' | 'hesitated' | null = 'agreed') =>
    makeLetter({
      id: `l-${personId}`,
      personId,
      askedOn: '2028-11-01',
      answer,
      answeredOn: answer && '2028-11-01',
    })

  it('R4.11 counts writers who said yes, once each, and links to the letter', () => {
    const letters = [agreed('a'), agreed('b'), agreed('c', 'hesitated'), { ...agreed('a'), id: 'l-a2' }]
    const goal = goalOn(today, 'R4.11', { rows, road: { letters } })
    expect(goal).toMatchObject({ count: 2, min: 3, max: 4, done: false, over: false, by: '2029-03-31' })
    expect(goal.counted[0]).toEqual({ what: 'letter', id: 'l-a', shown: 'Person a', personId: 'a' })
  })

  it('R4.11 is over with a fifth writer, also one who was only asked, and not with the fourth', () => {
    const four = ['a', 'b', 'c', 'd'].map((id) => agreed(id))
    expect(goalOn(today, 'R4.11', { rows, road: { letters: four } })).toMatchObject({
      done: true,
      over: false,
    })
    const five = [...four, agreed('e', null)]
    expect(goalOn(today, 'R4.11', { rows, road: { letters: five } })).toMatchObject({
      count: 4,
      over: true,
      overRule: 'R9.6',
    })
    const refused = [...four, agreed('e', 'hesitated')]
    expect(goalOn(today, 'R4.11', { rows, road: { letters: refused } }).over).toBe(false)
  })

  it('R4.11 does not count a letter of somebody who is no longer in the log', () => {
    expect(goalOn(today, 'R4.11', { rows: [], road: { letters: [agreed('a')] } }).count).toBe(0)
  })

  it('R4.12 counts rotations that have a resident, of all that have begun', () => {
    const rotations = [
      makeRotation({ id: 'med', start: '2028-05-01', people: [{ personId: 'r', post: 'resident' }] }),
      makeRotation({
        id: 'surg',
        service: 'Surgery',
        start: '2028-07-01',
        people: [{ personId: 'a', post: 'attending' }],
      }),
      makeRotation({ id: 'later', start: '2029-01-01' }),
    ]
    const goal = goalOn(today, 'R4.12', { rows, road: { rotations } })
    expect(goal).toMatchObject({ count: 1, min: 2, done: false })
    expect(goal.counted).toEqual([{ what: 'rotation', id: 'med', shown: 'Internal medicine', personId: '' }])
    expect(goalOn(today, 'R4.12')).toMatchObject({ count: 0, min: 0, done: false, late: false })
  })
})

describe('MS4 before the application', () => {
  const today = '2029-05-15'
  const mentors = ['m1', 'm2'].map((id) => makeRow({ id, mentor: 'key', roles: ['attending'] }))

  it('R5.1 wants the mentors met and their tiers noted, one a person', () => {
    const touches = mentors.map((row) => makeTouch(row.id, '2029-05-01', { kind: 'meeting' }))
    const tier = (id: string, personId: string) =>
      makeRemark({ id, kind: 'realistic-tier', personId, tier: 'realistic', date: '2029-05-01' })
    const same = [tier('t1', 'm1'), tier('t2', 'm1')]
    expect(goalOn(today, 'R5.1', { rows: mentors, touches, road: { remarks: same } })).toMatchObject({
      count: 1,
      done: false,
    })
    const both = [tier('t1', 'm1'), tier('t2', 'm2')]
    expect(goalOn(today, 'R5.1', { rows: mentors, touches, road: { remarks: both } }).done).toBe(true)
  })

  it('R5.2 counts programs whose connection is known: somebody there, a tie, or looked and nobody', () => {
    const rows = [makeRow({ id: 'r', roles: ['resident'], institution: 'Harbor State University' })]
    const programs = [
      makeProgram({ id: 'own' }),
      makeProgram({
        id: 'said',
        institution: 'Cedar College',
        ties: [{ personId: 'r', how: 'resident-friend', other: '' }],
      }),
      makeProgram({ id: 'looked', institution: 'Ridge University', tags: ['Cold'] }),
      makeProgram({ id: 'unknown', institution: 'Mesa University' }),
    ]
    const goal = goalOn(today, 'R5.2', { rows, road: { programs } })
    expect(goal).toMatchObject({ count: 3, min: 4, done: false })
    expect(goal.counted.map((one) => one.id)).toEqual(['looked', 'own', 'said'])
    expect(goalOn(today, 'R5.2')).toMatchObject({ min: 0, done: false, late: false })
  })

  it('R5.3 counts programs somebody spoke of, is never late, and can be hidden', () => {
    const programs = [
      makeProgram({ away: { use: 'recruits', saidBy: 'm1', note: '' } }),
      makeProgram({ id: 'q' }),
    ]
    expect(goalOn(today, 'R5.3', { road: { programs } })).toMatchObject({ count: 1, done: true, ifApt: true })
    const seedEdits = [{ schema: 1 as const, id: 'goal/R5.3', hidden: true }]
    expect(isShown(today, 'R5.3', { road: { seedEdits } })).toBe(false)
  })

  it('R5.4 wants 3–4 writers, a list, and every connection known; open, it goes on into summer as late', () => {
    const rows = ['a', 'b', 'c'].map((id) => makeRow({ id }))
    const letters = rows.map(({ id }) =>
      makeLetter({ id, personId: id, askedOn: '2029-01-01', answer: 'agreed' }),
    )
    const programs = [makeProgram({ id: 'p', tags: ['cold'] }), makeProgram({ id: 'q' })]
    const open = goalOn(today, 'R5.4', { rows, road: { letters, programs } })
    expect(open).toMatchObject({ count: 2, min: 3, by: '2029-06-30' })
    expect(open.parts.map((part) => [part.id, part.count, part.min, part.max])).toEqual([
      ['writers', 3, 3, 4],
      ['list', 2, 1, 0],
      ['tagged', 1, 2, 0],
    ])
    expect(goalOn('2029-07-02', 'R5.4', { rows, road: { letters, programs } })).toMatchObject({
      late: true,
      carried: true,
    })
    const tagged = programs.map((one) => ({ ...one, tags: ['cold'] }))
    expect(isShown('2029-07-02', 'R5.4', { rows, road: { letters, programs: tagged } })).toBe(false)
  })
})

describe('MS4 in the season', () => {
  const summer = '2029-08-15'
  const rows = [makeRow({ id: 'm', mentor: 'key' }), makeRow({ id: 'v' })]

  it('R5.5 and R5.6 show only while there is an offer, or somebody met briefly, and count those dealt with', () => {
    expect(isShown(summer, 'R5.5', { rows })).toBe(false)
    expect(isShown(summer, 'R5.6', { rows })).toBe(false)
    const offers = [
      makeRemark({ id: 'o1', personId: 'm', closedOn: '2029-08-01' }),
      makeRemark({ id: 'o2', personId: 'v' }),
    ]
    expect(goalOn(summer, 'R5.5', { rows, road: { remarks: offers } })).toMatchObject({
      count: 1,
      min: 2,
      by: '2029-09-26',
      late: false,
    })
    const met = [
      makeRemark({ kind: 'mild-connection', personId: 'v', about: 'Congress', date: '2028-10-01' }),
    ]
    const written = [makeTouch('v', '2029-08-10', { kind: 'email', direction: 'out', templateId: 'T18' })]
    expect(goalOn(summer, 'R5.6', { rows, road: { remarks: met } }).done).toBe(false)
    expect(goalOn(summer, 'R5.6', { rows, touches: written, road: { remarks: met } }).done).toBe(true)
  })

  it('R5.5 is for the date programs begin to read, of the student’s own application service', () => {
    const remarks = [makeRemark({ personId: 'm' })]
    const { profile } = makeInput({})
    const obstetrics = { ...profile, specialties: ['Obstetrics and gynecology'] }
    expect(goalOn(summer, 'R5.5', { rows, profile: obstetrics, road: { remarks } }).by).toBe('2029-10-01')
  })

  it('R5.7 shows only with an away', () => {
    expect(isShown(summer, 'R5.7')).toBe(false)
    const away = makeRotation({ kind: 'away', start: '2029-07-09', weeks: 3 })
    const road = { rotations: [away] }
    expect(goalOn(summer, 'R5.7', { road })).toMatchObject({ count: 0, min: 2, late: false, ifApt: true })
  })

  describe('R5.9 around interviews', () => {
    const harbor = { roles: ['resident' as const], institution: 'Harbor State University' }
    const people = [makeRow({ id: 'r1', ...harbor }), makeRow({ id: 'r2', ...harbor })]
    const road = { programs: [makeProgram()], interviews: [makeInterview({ date: '2029-11-20' })] }
    const partsOn = (today: string, touches: MonthInput['touches'] = [], interviews = road.interviews) =>
      goalOn(today, 'R5.9', { rows: people, touches, road: { ...road, interviews } }).parts.map((part) => [
        part.count,
        part.min,
      ])
    const message = (id: string, date: string, templateId: string) =>
      makeTouch(id, date, { kind: 'message', direction: 'out', templateId })

    it('has nothing to count until an interview is near', () => {
      expect(partsOn('2029-10-15')).toEqual([
        [0, 0],
        [0, 0],
        [0, 0],
      ])
      expect(partsOn('2029-11-06')).toEqual([
        [0, 1],
        [0, 0],
        [0, 0],
      ])
    })

    it('wants every resident known there asked before, and after, and notes', () => {
      const one = [message('r1', '2029-11-10', 'T22')]
      expect(partsOn('2029-11-15', one)[0]).toEqual([0, 1])
      const both = [...one, message('r2', '2029-11-12', 'T22')]
      expect(partsOn('2029-11-15', both)[0]).toEqual([1, 1])
      const after = [...both, message('r1', '2029-11-21', 'T23'), message('r2', '2029-11-22', 'T23')]
      const noted = [makeInterview({ date: '2029-11-20', notes: 'Kind people.' })]
      expect(partsOn('2029-11-25', after, noted)).toEqual([
        [1, 1],
        [1, 1],
        [1, 1],
      ])
    })

    it('does not count a message that came too late to help', () => {
      const late = ['r1', 'r2'].map((id) => message(id, '2029-11-21', 'T22'))
      expect(partsOn('2029-11-25', late)[0]).toEqual([0, 1])
    })
  })

  it('R5.10 wants the top five with reasons and one mentor’s look, until the deadline in March', () => {
    const programs = [1, 2, 3, 4, 5].map((rank) =>
      makeProgram({ id: `p${rank}`, rank, rankReason: rank < 5 ? 'Teaching.' : '' }),
    )
    expect(isShown('2029-12-31', 'R5.10')).toBe(false)
    const open = goalOn('2030-02-10', 'R5.10', { rows, road: { programs } })
    expect(open).toMatchObject({ count: 0, min: 2, by: '2030-02-27' })
    expect(open.parts.map((part) => part.count)).toEqual([4, 0])
    const whole = programs.map((one) => ({ ...one, rankReason: 'Teaching.' }))
    const touches = [makeTouch('m', '2030-02-05', { kind: 'rank-check', templateId: 'T24' })]
    expect(goalOn('2030-02-10', 'R5.10', { rows, touches, road: { programs: whole } }).done).toBe(true)
    const stranger = [makeTouch('v', '2030-02-05', { kind: 'rank-check' })]
    expect(goalOn('2030-02-10', 'R5.10', { rows, touches: stranger, road: { programs: whole } }).done).toBe(
      false,
    )
  })

  it('R5.10 is not late in March before a deadline that falls there', () => {
    const { profile } = makeInput({})
    const next = {
      ...profile,
      matriculation: '2023-08-01',
      clerkshipStart: '2025-05-01',
      graduationYear: 2027,
    }
    expect(goalOn('2027-03-02', 'R5.10', { profile: next })).toMatchObject({
      by: '2027-03-03',
      late: false,
      carried: true,
    })
    expect(goalOn('2027-03-04', 'R5.10', { profile: next }).late).toBe(true)
  })
})

describe('R5.11 closing the loop', () => {
  const rows = [makeRow({ id: 'm', mentor: 'key' }), makeRow({ id: 'x' })]
  const milestones = [
    {
      schema: 1 as const,
      id: 'matched',
      kind: 'matched' as const,
      date: '2030-03-15',
      programId: '',
      note: '',
    },
  ]
  it('shows from Match Day, counts once the match is recorded, and stays after graduation until it is done', () => {
    expect(isShown('2030-03-14', 'R5.11', { rows })).toBe(false)
    expect(goalOn('2030-03-15', 'R5.11', { rows })).toMatchObject({ min: 0, done: false, late: false })
    expect(goalOn('2030-03-20', 'R5.11', { rows, road: { milestones } })).toMatchObject({ count: 0, min: 1 })
    expect(goalOn('2030-06-20', 'R5.11', { rows, road: { milestones } })).toMatchObject({
      carried: true,
      late: false,
    })
    const touches = [makeTouch('m', '2030-03-20', { kind: 'closing-thanks' })]
    expect(goalOn('2030-03-21', 'R5.11', { rows, touches, road: { milestones } }).done).toBe(true)
    expect(isShown('2030-06-20', 'R5.11', { rows, touches, road: { milestones } })).toBe(false)
    expect(isShown('2030-06-20', 'R5.11', { rows })).toBe(false)
  })
})

describe('people named at an event', () => {
  it('count as met there, once, also when a touch says it too', () => {
    const rows = [
      makeRow({ id: 'dean', roles: ['dean-advisor'] }),
      makeRow({ id: 'mate', roles: ['classmate'] }),
    ]
    const events = [makeEvent({ people: ['dean', 'mate', 'gone'] })]
    const touches = [makeTouch('dean', '2026-08-05', { kind: 'event' })]
    const goal = goalOn('2026-09-01', 'R2.2', { rows, touches, road: { events } })
    expect(goal.parts.map((part) => part.count)).toEqual([1, 0, 1])
  })

  it('do not count before the window', () => {
    const rows = [makeRow({ id: 'mate', roles: ['classmate'] })]
    const events = [makeEvent({ date: '2026-06-30', people: ['mate'] })]
    expect(goalOn('2026-09-01', 'R2.2', { rows, road: { events } }).count).toBe(0)
  })
})

describe('R2.12 the summer plan', () => {
  it('is done once it is written down', () => {
    const rows = [makeRow({ id: 'm' })]
    const remarks = [makeRemark({ kind: 'summer-plan', personId: 'm', date: '2027-03-20' })]
    expect(goalOn('2027-03-25', 'R2.12', { rows })).toMatchObject({
      way: 'count',
      done: false,
      by: '2027-03-31',
    })
    expect(goalOn('2027-03-25', 'R2.12', { rows, road: { remarks } }).done).toBe(true)
  })
})

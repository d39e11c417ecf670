import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/domain/dates'
import { buildMonthView } from '../../../src/domain/goals/build-month-view'
import { emptyRoad, type MonthInput, type RoadRecords } from '../../../src/domain/goals/month-input'
import type { MonthView } from '../../../src/domain/goals/month-view'
import type { Milestone } from '../../../src/domain/milestones/milestone'
import { emptyProfile } from '../../../src/domain/profile/profile'
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

function milestone(kind: Milestone['kind'], date: string, programId = ''): Milestone {
  return { schema: 1, id: `${kind}-${date}`, kind, date, programId, note: '' }
}

const key = makeRow({ id: 'key', mentor: 'key', roles: ['attending'], lastTouch: '2029-09-01' })
const mentor = makeRow({ id: 'mentor', mentor: 'mentor', roles: ['attending'], lastTouch: '2029-09-01' })

describe('the focus', () => {
  it('puts what is late first, then the nearest last day, then what is open, and leaves "not yet" out', () => {
    const view = viewOn('2026-10-01')
    expect(view.goals.filter((goal) => goal.late).map((goal) => goal.id)).toEqual(['R2.3'])
    // R2.4 and R2.5 end on 2 October, R2.1 and R2.2 on the 11th, R2.6 on the 31st.
    expect(view.focus).toEqual(['R2.3', 'R2.4', 'R2.5', 'R2.1', 'R2.2'])
  })

  it('fills up with what is done when less than three are open, and keeps every goal in the list', () => {
    const rows = [makeRow({ id: 's', positions: ['summer-mentor'] })]
    const view = viewOn('2027-03-05', { rows, marks: [] })
    expect(view.focus).toEqual(['R2.9', 'R2.12', 'R2.11'])
    expect(view.goals.map((goal) => goal.id)).toEqual(['R2.9', 'R2.11', 'R2.12', 'R2'])
  })

  it('places what may not be for this student behind what is', () => {
    const view = viewOn('2029-05-01')
    expect(view.focus).toEqual(['R5.1', 'R5.4', 'R5.3', 'R5.2'])
  })
})

describe('today on rotation', () => {
  const rotation = makeRotation({ start: '2028-05-01', weeks: 6 })
  const tasksOn = (today: string, parts: Parts = {}) =>
    viewOn(today, { ...parts, road: { rotations: [rotation], ...parts.road } }).rotation.flatMap((one) =>
      one.tasks.map((task) => `${task.id} ${task.state}`),
    )

  it('has the first day’s task with its card, and the day of so many', () => {
    const [view] = viewOn('2028-05-01', { road: { rotations: [rotation] } }).rotation
    expect(view).toMatchObject({
      day: 1,
      days: 40,
      from: '2028-05-01',
      to: '2028-06-09',
      service: 'Internal medicine',
    })
    expect(view?.tasks).toMatchObject([{ id: 'R4.1', state: 'open', spoken: ['S1'], known: false }])
  })

  it('keeps what is late beside what is open, and leaves what lies ahead', () => {
    expect(tasksOn('2028-05-10')).toEqual(['R4.1 late', 'R4.2 late', 'R4.3 open'])
    expect(tasksOn('2028-04-30')).toEqual([])
  })

  it('never calls the steps with a writer late while there is none', () => {
    expect(tasksOn('2028-06-06').filter((task) => /R4\.[67]/.test(task))).toEqual([])
    const letters = [makeLetter({ rotationId: 'rotation', personId: 'a', candidateOn: '2028-05-20' })]
    const rows = [makeRow({ id: 'a' })]
    expect(tasksOn('2028-06-06', { rows, road: { letters } })).toContain('R4.6 late')
  })

  it('keeps the thanks of the last day in sight for two weeks, and no longer', () => {
    expect(tasksOn('2028-06-12')).toEqual(['R4.10 late'])
    expect(tasksOn('2028-06-24')).toEqual([])
  })

  it('says what the log itself shows to be done', () => {
    const feedback = [{ date: '2028-05-12', personId: 'a', text: 'Good.' }]
    const [view] = viewOn('2028-05-13', { road: { rotations: [{ ...rotation, feedback }] } }).rotation
    expect(view?.tasks.find((task) => task.id === 'R4.4')).toMatchObject({ state: 'done', known: true })
  })

  it('brings the packet up only after a yes', () => {
    const asked = makeLetter({ rotationId: 'rotation', personId: 'a', askedOn: '2028-06-08' })
    const agreed = { ...asked, answer: 'agreed' as const, answeredOn: '2028-06-08' }
    const rows = [makeRow({ id: 'a' })]
    expect(tasksOn('2028-06-08', { rows, road: { letters: [asked] } }).join()).not.toContain('R4.9')
    expect(tasksOn('2028-06-08', { rows, road: { letters: [agreed] } })).toContain('R4.9 open')
  })
})

describe('the deadlines of the next 30 days', () => {
  const idsOn = (today: string, parts: Parts = {}) =>
    viewOn(today, parts).deadlines.map((one) => `${one.date} ${one.kind} ${one.id}${one.late ? ' late' : ''}`)

  it('have goals’ last days and season dates by date, each season date with its state', () => {
    expect(idsOn('2029-09-01')).toContain('2029-09-05 season eras-submission')
    expect(idsOn('2029-08-01')).not.toContain('2029-09-05 season eras-submission')
    const [date] = viewOn('2030-02-20').deadlines.filter((one) => one.id === 'rank-list-deadline')
    expect(date).toMatchObject({ date: '2030-02-27', state: 'estimated', late: false })
    const seedEdits = [
      { schema: 1 as const, id: 'season/2030/rank-list-deadline', hidden: false, date: '2030-03-01' },
    ]
    expect(viewOn('2030-02-20', { road: { seedEdits } }).deadlines).toContainEqual(
      expect.objectContaining({ id: 'rank-list-deadline', date: '2030-03-01', state: 'own' }),
    )
    const dates = idsOn('2026-09-20')
    expect(dates).toEqual([...dates].sort())
    expect(dates).toContain('2026-10-02 goal R2.4')
  })

  it('show a stretch of time while it lasts', () => {
    expect(idsOn('2029-08-15')).not.toContain('2029-07-01 season comlex-level-2')
    const { profile } = makeInput({})
    expect(idsOn('2029-08-15', { profile: { ...profile, degree: 'MD' } })).toContain(
      '2029-07-01 season step-2-ck',
    )
    expect(idsOn('2029-09-01', { profile: { ...profile, degree: 'MD' } })).not.toContain(
      '2029-07-01 season step-2-ck',
    )
  })

  it('have no date of a season while nothing says which season is theirs', () => {
    for (const today of ['2029-09-01', '2030-02-20'])
      expect(
        viewOn(today, { profile: emptyProfile }).deadlines.filter((one) => one.kind === 'season'),
      ).toEqual([])
  })

  it('say by when to ask a writer: six weeks before programs read, eight for research', () => {
    const rows = [makeRow({ id: 'a' })]
    const letter = makeLetter({ personId: 'a', candidateOn: '2029-05-01' })
    expect(idsOn('2029-07-20', { rows, road: { letters: [letter] } })).toContain(
      '2029-08-15 letter-ask letter',
    )
    const research = { ...letter, kind: 'research' as const }
    expect(idsOn('2029-07-20', { rows, road: { letters: [research] } })).toContain(
      '2029-08-01 letter-ask letter',
    )
    expect(idsOn('2029-08-20', { rows, road: { letters: [letter] } })).toContain(
      '2029-08-15 letter-ask letter late',
    )
  })

  it('count down to the day agreed with a writer, with the nudge a week before', () => {
    const rows = [makeRow({ id: 'a' })]
    const letter = makeLetter({ personId: 'a', askedOn: '2029-06-01', answer: 'agreed', dueOn: '2029-09-10' })
    expect(idsOn('2029-08-20', { rows, road: { letters: [letter] } })).toEqual(
      expect.arrayContaining(['2029-09-03 letter-nudge letter', '2029-09-10 letter-due letter']),
    )
    const uploaded = { ...letter, uploadedOn: '2029-08-19' }
    expect(idsOn('2029-08-20', { rows, road: { letters: [uploaded] } }).join()).not.toContain('letter-')
  })

  it('want notes within 24 hours of an interview, and go on asking for two weeks', () => {
    const interviews = [makeInterview({ date: '2029-11-20' })]
    const road = { programs: [makeProgram()], interviews }
    expect(idsOn('2029-11-20', { road })).toEqual(
      expect.arrayContaining(['2029-11-20 interview interview', '2029-11-21 interview-notes interview']),
    )
    expect(viewOn('2029-11-20', { road }).dueParts.notes).toBe(1)
    expect(idsOn('2029-11-25', { road })).toContain('2029-11-21 interview-notes interview late')
    expect(idsOn('2029-12-06', { road }).join()).not.toContain('interview')
    const noted = [{ ...(interviews[0] as (typeof interviews)[0]), notes: 'Kind.', notesOn: '2029-11-20' }]
    expect(idsOn('2029-11-25', { road: { ...road, interviews: noted } }).join()).not.toContain('notes')
  })
})

describe('what is to be written', () => {
  const promptsOn = (today: string, parts: Parts = {}) =>
    viewOn(today, parts).prompts.map(({ templateId, person, programId, done }) =>
      [templateId, person?.id, programId, done && 'done'].filter(Boolean).join(' '),
    )
  const wrote = (id: string, date: string, templateId: string) =>
    makeTouch(id, date, { kind: 'email', direction: 'out', templateId })

  it('tells the key mentors that the application is in, whatever the month, and sees what was sent', () => {
    const road = { milestones: [milestone('application-submitted', '2029-09-06')] }
    const rows = [key, mentor]
    expect(promptsOn('2029-09-05', { rows, road })).toEqual([])
    expect(promptsOn('2029-09-06', { rows, road })).toEqual(['T19 key'])
    const touches = [wrote('key', '2029-09-07', 'T19')]
    expect(promptsOn('2029-09-08', { rows, road, touches })).toEqual(['T19 key done'])
    expect(promptsOn('2029-10-08', { rows, road, touches })).toEqual([])
    const early = { milestones: [milestone('application-submitted', '2029-07-01')] }
    expect(promptsOn('2029-07-02', { rows: [mentor], road: early })).toEqual(['T19 mentor'])
  })

  it('sends one update in mid-season, four weeks after the first invitation', () => {
    const road = {
      milestones: [milestone('invitation', '2029-10-10'), milestone('invitation', '2029-10-20')],
    }
    expect(promptsOn('2029-11-06', { rows: [key], road })).toEqual([])
    const view = viewOn('2029-11-07', { rows: [key], road })
    expect(view.prompts).toMatchObject([
      { templateId: 'T20', reason: { id: 'prompt.invitations', params: { count: 2 } }, by: '2029-12-05' },
    ])
  })

  it('asks a mentor with a tie about an advocacy note once a program invited', () => {
    const programs = [
      makeProgram({ invitedOn: '2029-10-10', ties: [{ personId: 'key', how: 'mentor-knows', other: '' }] }),
    ]
    expect(promptsOn('2029-10-12', { rows: [key, mentor], road: { programs } })).toEqual(['T21 key program'])
    const untied = [makeProgram({ invitedOn: '2029-10-10' })]
    expect(promptsOn('2029-10-12', { rows: [key], road: { programs: untied } })).toEqual([])
    const uninvited = [{ ...(programs[0] as (typeof programs)[0]), invitedOn: null }]
    expect(promptsOn('2029-10-12', { rows: [key], road: { programs: uninvited } })).toEqual([])
  })

  it('asks residents known there before and after an interview, but none at the own school', () => {
    const rows = [
      makeRow({ id: 'r', roles: ['resident'], institution: 'Harbor State University' }),
      makeRow({ id: 'h', roles: ['resident'], institution: 'Northfield College' }),
      makeRow({ id: 'a', roles: ['attending'], institution: 'Harbor State University' }),
    ]
    const { profile } = makeInput({})
    const home = makeProgram({ id: 'home', institution: 'Northfield College' })
    const road = {
      programs: [makeProgram(), home],
      interviews: [
        makeInterview({ date: '2029-11-20' }),
        makeInterview({ id: 'at-home', programId: 'home', date: '2029-11-20' }),
      ],
    }
    const parts = { rows, road, profile: { ...profile, school: 'Northfield College' } }
    expect(promptsOn('2029-11-05', parts)).toEqual([])
    expect(promptsOn('2029-11-06', parts)).toEqual(['T22 r program'])
    const touches = [wrote('r', '2029-11-10', 'T22')]
    expect(promptsOn('2029-11-20', { ...parts, touches })).toEqual(['T23 r program', 'T22 r program done'])
    expect(promptsOn('2029-12-04', { ...parts, touches })).toEqual(['T23 r program'])
    expect(promptsOn('2029-12-05', { ...parts, touches })).toEqual([])
  })

  it('lets one or two mentors check the rank list before its deadline, and points at their own program', () => {
    const there = { ...key, institution: 'Harbor State University' }
    const road = { programs: [makeProgram({ rank: 1 })] }
    expect(promptsOn('2030-01-22', { rows: [there], road })).toEqual([])
    const view = viewOn('2030-01-23', { rows: [there], road })
    expect(view.prompts).toMatchObject([
      { templateId: 'T24', programId: 'program', reason: { id: 'prompt.rank-list-own' }, by: '2030-02-27' },
    ])
    const rows = ['k1', 'k2', 'k3'].map((id) => makeRow({ id, mentor: 'key' }))
    const touches = [wrote('k1', '2030-02-01', 'T24'), makeTouch('k2', '2030-02-02', { kind: 'rank-check' })]
    expect(promptsOn('2030-02-03', { rows, touches: touches.slice(0, 1) })).toContain('T24 k3')
    expect(promptsOn('2030-02-03', { rows, touches })).toEqual(['T24 k1 done', 'T24 k2 done'])
    const certified = { milestones: [milestone('rank-list-certified', '2030-02-20')] }
    expect(promptsOn('2030-02-21', { rows, road: certified })).toEqual([])
    expect(promptsOn('2030-03-01', { rows })).toEqual([])
  })

  it('comes back to residents of a rotation three to four months later, once', () => {
    const rows = [makeRow({ id: 'r' }), makeRow({ id: 'a' })]
    const rotations = [
      makeRotation({
        start: '2028-05-01',
        weeks: 8,
        people: [
          { personId: 'r', post: 'resident' },
          { personId: 'a', post: 'attending' },
        ],
      }),
    ]
    // The last day is 23 June.
    expect(promptsOn('2028-09-21', { rows, road: { rotations } })).toEqual([])
    expect(promptsOn('2028-09-22', { rows, road: { rotations } })).toEqual(['T15 r'])
    expect(promptsOn('2028-10-23', { rows, road: { rotations } })).toEqual(['T15 r'])
    expect(promptsOn('2028-10-24', { rows, road: { rotations } })).toEqual([])
    const touches = [wrote('r', '2028-09-25', 'T15')]
    expect(promptsOn('2028-10-01', { rows, road: { rotations }, touches })).toEqual(['T15 r done'])
  })

  it('proposes an update in MS2 while fewer than two were sent this semester, and lets people rest between', () => {
    const writer = (lastTouch: string) => [makeRow({ id: 'w', letterWriter: true, lastTouch })]
    const update = (date: string) => makeTouch('w', date, { kind: 'update', direction: 'out' })
    expect(promptsOn('2027-09-01', { rows: writer('2027-08-10') })).toEqual([])
    expect(promptsOn('2027-09-01', { rows: writer('2027-07-10') })).toEqual(['T8 w'])
    const once = { rows: writer('2027-07-10'), touches: [update('2027-07-10')] }
    expect(viewOn('2027-09-01', once).prompts[0]?.reason.id).toBe('prompt.second-update')
    const twice = { rows: writer('2027-08-01'), touches: [update('2027-07-10'), update('2027-08-01')] }
    expect(promptsOn('2027-09-01', twice)).toEqual([])
    expect(promptsOn('2027-12-01', { rows: writer('2027-10-10') })).toEqual([])
  })

  it('hands over kits and heads-ups from July of MS4 on', () => {
    const rows = [key, makeRow({ id: 'v' })]
    const remarks = [
      makeRemark({ id: 'o', personId: 'key', programId: 'program', date: '2029-05-01' }),
      makeRemark({ id: 'c', kind: 'mild-connection', personId: 'v', date: '2028-10-01' }),
      makeRemark({ id: 'gone', personId: 'nobody' }),
    ]
    const road = { remarks, programs: [makeProgram()] }
    expect(promptsOn('2029-06-30', { rows, road })).toEqual([])
    expect(promptsOn('2029-07-01', { rows, road })).toEqual(['T17 key program', 'T18 v'])
    const closed = remarks.map((one) => (one.id === 'o' ? { ...one, closedOn: '2029-07-10' } : one))
    expect(promptsOn('2029-07-12', { rows, road: { ...road, remarks: closed } })).toEqual([
      'T18 v',
      'T17 key program done',
    ])
  })
})

describe('letters', () => {
  const rows = [makeRow({ id: 'a' })]
  const letter = makeLetter({
    personId: 'a',
    askedOn: '2029-01-15',
    answer: 'agreed',
    answeredOn: '2029-01-15',
  })
  const lettersOn = (today: string, parts: Partial<typeof letter>, more: Parts = {}) =>
    viewOn(today, { rows, ...more, road: { letters: [{ ...letter, ...parts }], ...more.road } }).letters.map(
      (one) => `${one.what}${one.late ? ' late' : ''}`,
    )

  it('want the packet on the day of the yes, until the letter or the log says it was sent', () => {
    expect(lettersOn('2029-01-15', {})).toEqual(['packet'])
    expect(lettersOn('2029-01-16', {})).toEqual(['packet late'])
    const sent = [makeTouch('a', '2029-01-15', { templateId: 'T14', kind: 'letter-step' })]
    expect(lettersOn('2029-01-16', {}, { touches: sent })).toEqual([])
    expect(viewOn('2029-01-16', { rows, road: { letters: [letter] } }).dueParts.letters).toBe(1)
  })

  it('remind writers who were asked long ahead only when the letters are needed', () => {
    const packed = { packetOn: '2029-01-15' }
    for (const today of ['2029-02-15', '2029-06-01', '2029-08-14'])
      expect(lettersOn(today, packed)).toEqual([])
    expect(lettersOn('2029-08-15', packed)).toEqual(['remind'])
    expect(lettersOn('2029-08-23', packed)).toEqual(['remind late'])
  })

  it('are thanked for, and told the result, until the log says so', () => {
    const done = { packetOn: '2029-01-15', uploadedOn: '2029-08-20' }
    expect(lettersOn('2029-08-21', done)).toEqual(['thank'])
    const thanks = [makeTouch('a', '2029-08-22', { kind: 'thanks' })]
    expect(lettersOn('2029-08-23', done, { touches: thanks })).toEqual([])
    const told = { ...done, thankedOn: '2029-08-22' }
    const milestones = [milestone('matched', '2030-03-15')]
    expect(lettersOn('2030-03-16', told, { road: { milestones } })).toEqual(['tell'])
    const closing = [makeTouch('a', '2030-03-16', { kind: 'closing-thanks', templateId: 'T25' })]
    expect(lettersOn('2030-03-17', told, { touches: closing, road: { milestones } })).toEqual([])
  })
})

describe('the thank-you round', () => {
  const rows = [
    key,
    makeRow({ id: 'writer' }),
    makeRow({ id: 'r', roles: ['resident'], touches: 3 }),
    makeRow({ id: 'once', roles: ['resident'], touches: 1 }),
    makeRow({ id: 'stranger', roles: ['attending'], touches: 9 }),
    makeRow({ id: 'ally', roles: ['resident'] }),
  ]
  const road = {
    milestones: [milestone('matched', '2030-03-15', 'program')],
    programs: [makeProgram({ away: { use: 'recruits' as const, saidBy: 'r', note: '' } })],
    letters: [makeLetter({ personId: 'writer', askedOn: '2029-01-01', answer: 'agreed' })],
    rotations: [makeRotation({ people: [{ personId: 'ally', post: 'senior-resident' }] })],
    remarks: [
      makeRemark({ personId: 'key' }),
      makeRemark({ id: 'tier', kind: 'realistic-tier', personId: 'key' }),
    ],
  }

  it('is not there before the match is recorded', () => {
    expect(viewOn('2030-03-20', { rows, road: { ...road, milestones: [] } }).thanks).toBeNull()
    expect(viewOn('2030-03-14', { rows, road }).thanks).toBeNull()
  })

  it('has writers first, then mentors, then who helped, with what they did; and nobody else', () => {
    const { thanks } = viewOn('2030-03-15', { rows, road })
    expect(thanks).toMatchObject({ matchedOn: '2030-03-15', programId: 'program', sent: 0, total: 4 })
    expect(thanks?.items.map((one) => [one.person.id, one.did.join()])).toEqual([
      ['writer', 'wrote'],
      ['key', 'mentored,offered,advised'],
      ['r', 'told-of-program,talked'],
      ['ally', 'worked-together'],
    ])
  })

  it('counts what was sent, with the last one done', () => {
    const touches = ['writer', 'key', 'r'].map((id) =>
      makeTouch(id, '2030-03-18', { kind: 'closing-thanks' }),
    )
    const view = viewOn('2030-03-20', { rows, road, touches })
    expect(view.thanks).toMatchObject({ sent: 3, total: 4 })
    expect(view.thanks?.items[0]).toMatchObject({ person: { id: 'ally' }, sentOn: null })
    expect(view.prompts).toMatchObject([{ templateId: 'T25', person: null, done: false }])
    touches.push(makeTouch('ally', '2030-04-18', { templateId: 'T25' }))
    const last = viewOn('2030-04-20', { rows, road, touches })
    expect(last.prompts).toMatchObject([{ templateId: 'T25', done: true, doneOn: '2030-04-18' }])
  })

  it('still knows in the year after who was thanked in March', () => {
    const touches = [makeTouch('key', '2030-03-18', { kind: 'closing-thanks' })]
    expect(viewOn('2031-02-01', { rows, road, touches }).thanks).toMatchObject({ sent: 1, total: 4 })
    expect(viewOn('2031-08-01', { rows, road, touches }).thanks).toBeNull()
  })
})

describe('the catch-up list', () => {
  const idsOn = (today: string, parts: Parts = {}) => viewOn(today, parts).catchUp.map((one) => one.id)

  it('has what earlier stages would have built, for somebody who starts mid-way', () => {
    expect(idsOn('2026-09-01')).toEqual([])
    // R2.6 and R2.9 are still shown as goals while they carry over.
    expect(idsOn('2026-12-01')).toEqual(['R2.1', 'R2.2', 'R2.3', 'R2.4', 'R2.5'])
    expect(idsOn('2027-09-01')).toEqual([
      'R2.1',
      'R2.3',
      'R2.5',
      'R2.6',
      'R2.7',
      'R2.8',
      'R2.9',
      'R2.10',
      'R2.11',
    ])
    expect(idsOn('2028-09-01')).toEqual(['R2.10', 'R3.1', 'R3.2', 'R3.7', 'R3.8'])
    expect(idsOn('2029-08-01')).toEqual(['R2.10', 'R4.12', 'R5.1', 'R5.2'])
  })

  it('has what early clerkships cut away', () => {
    const { profile } = makeInput({})
    const early = { ...profile, clerkshipStart: '2028-01-10' }
    expect(idsOn('2028-01-15', { profile: early })).toEqual(expect.arrayContaining(['R3.7', 'R3.8']))
  })

  it('lets go what people of the log make up for, whenever that was', () => {
    const rows = [
      makeRow({ id: 'advisor', positions: ['assigned-advisor'], touches: 1 }),
      makeRow({ id: 'resident', roles: ['resident'], touches: 1 }),
    ]
    const open = idsOn('2027-09-01', { rows })
    expect(open).not.toContain('R2.3')
    expect(open).not.toContain('R2.7')
    const saved = rows.map((row) => ({ ...row, touches: 0 }))
    expect(idsOn('2027-09-01', { rows: saved })).toContain('R2.3')
  })

  it('counts people met at events, says how far it is, and goes with a tick', () => {
    const rows = [makeRow({ id: 'a', roles: ['attending'] }), makeRow({ id: 'c', roles: ['classmate'] })]
    const events = [makeEvent({ people: ['a', 'c'] })]
    const [line] = viewOn('2026-12-01', { rows, road: { events } }).catchUp.filter((one) => one.id === 'R2.2')
    expect(line).toEqual({ id: 'R2.2', way: 'count', count: 2, min: 3 })
    const mark = { schema: 1 as const, id: 'ms1-nov-feb/R2.2', goalId: 'R2.2', stage: 'ms1-nov-feb' as const }
    expect(idsOn('2026-12-01', { rows, marks: [{ ...mark, date: '2026-12-01' }] })).not.toContain('R2.2')
  })

  it('lists nothing on a calendar that is only assumed, in a pause, before school and after', () => {
    expect(idsOn('2026-12-01', { profile: emptyProfile })).toEqual([])
    const { profile } = makeInput({})
    const pauses = [{ kind: 'leave' as const, from: '2026-11-01', to: '2026-12-31' }]
    expect(idsOn('2026-12-01', { profile: { ...profile, pauses } })).toEqual([])
    expect(idsOn('2026-07-01')).toEqual([])
    expect(idsOn('2030-07-01')).toEqual([])
  })
})

describe('what the log itself warns of', () => {
  const rulesOn = (today: string, parts: Parts = {}) =>
    viewOn(today, parts).warnings.map((one) =>
      `${one.rule} ${one.people.map((person) => person.id).join()}`.trim(),
    )
  const people = ['a', 'b', 'c', 'd', 'e'].map((id) => makeRow({ id, roles: ['faculty-researcher'] }))
  const cold = (id: string) =>
    makeTouch(id, '2026-11-20', { kind: 'email', direction: 'out', templateId: 'T4', outcome: 'awaiting' })

  it('is nothing in a quiet log', () => {
    expect(rulesOn('2026-11-22', { rows: people })).toEqual([])
  })

  it('is a fourth first letter while three wait, with whom it waits for; the third is fine', () => {
    const four = ['a', 'b', 'c', 'd'].map(cold)
    const three = viewOn('2026-11-22', { rows: people, touches: four.slice(0, 3) })
    expect(three.warnings).toEqual([])
    expect(three.cold).toEqual({
      most: 3,
      people: ['a', 'b', 'c'].map((id) => ({ id, shown: `Person ${id}` })),
    })
    expect(rulesOn('2026-11-22', { rows: people, touches: four })).toEqual(['R9.1 a,b,c,d'])
  })

  it('is a letter asked for before the wards', () => {
    const letters = [makeLetter({ personId: 'a', askedOn: '2026-11-01' })]
    expect(rulesOn('2026-11-22', { rows: people, road: { letters } })).toEqual(['R9.2 a'])
    expect(rulesOn('2028-06-22', { rows: people, road: { letters } })).toEqual([])
  })

  it('is a third update in a semester, milestones aside', () => {
    const update = (date: string, templateId = '') => makeTouch('a', date, { kind: 'update', templateId })
    const three = ['2029-09-01', '2029-09-10', '2029-09-20']
    expect(rulesOn('2029-10-01', { rows: people, touches: three.map((date) => update(date)) })).toEqual([
      'R9.4 a',
    ])
    const posted = [update('2029-09-01', 'T19'), update('2029-09-10'), update('2029-09-20')]
    expect(rulesOn('2029-10-01', { rows: people, touches: posted })).toEqual([])
  })

  it('is a key mentor past twelve weeks, unless that was put off', () => {
    const rows = [makeRow({ id: 'k', mentor: 'key', lastTouch: '2027-09-01' })]
    expect(rulesOn('2027-11-24', { rows })).toEqual([])
    expect(rulesOn('2027-11-25', { rows })).toEqual(['R9.5 k'])
    const snoozes = [{ schema: 1 as const, personId: 'k', until: '2027-12-01' }]
    expect(rulesOn('2027-11-25', { rows, snoozes })).toEqual([])
  })

  it('is a fifth writer, a third group, an away letter without a note, two reminders', () => {
    const asked = people.map(({ id }) =>
      makeLetter({ id, personId: id, askedOn: '2029-01-01', answer: 'agreed', packetOn: '2029-01-01' }),
    )
    expect(rulesOn('2029-02-01', { rows: people, road: { letters: asked } })).toEqual(['R9.6 a,b,c,d,e'])
    expect(rulesOn('2029-02-01', { rows: people, road: { letters: asked.slice(1) } })).toEqual([])
    const events = ['One', 'Two', 'Three'].map((interestGroup, id) =>
      makeEvent({ id: `${id}`, interestGroup }),
    )
    expect(rulesOn('2026-11-22', { road: { events } })).toEqual(['R9.7'])
    expect(rulesOn('2026-11-22', { road: { events: events.slice(1) } })).toEqual([])
    const away = makeRotation({ kind: 'away', start: '2029-07-09', weeks: 3 })
    const letters = [makeLetter({ personId: 'a', rotationId: 'rotation', askedOn: '2029-07-27' })]
    expect(rulesOn('2029-07-28', { rows: people, road: { rotations: [away], letters } })).toEqual(['R9.8 a'])
    const noted = { ...away, standout: 'Ran the list alone.' }
    expect(rulesOn('2029-07-28', { rows: people, road: { rotations: [noted], letters } })).toEqual([])
    const nudge = (date: string) =>
      makeTouch('a', date, { kind: 'email', direction: 'out', templateId: 'T27' })
    const mail = { ...cold('a'), date: '2026-11-05' }
    expect(rulesOn('2026-11-22', { rows: people, touches: [mail, nudge('2026-11-16')] })).toEqual([])
    expect(
      rulesOn('2026-11-22', { rows: people, touches: [mail, nudge('2026-11-16'), nudge('2026-11-20')] }),
    ).toEqual(['R9.10 a'])
  })

  it('is a career meeting asked for in week 1 of a rotation', () => {
    const rotations = [
      makeRotation({ start: '2028-05-01', people: [{ personId: 'a', post: 'attending' as const }] }),
    ]
    const asked = (date: string) => [makeTouch('a', date, { templateId: 'T13' })]
    expect(
      rulesOn('2028-05-10', { rows: people, road: { rotations }, touches: asked('2028-05-07') }),
    ).toEqual(['R9.14 a'])
    expect(
      rulesOn('2028-05-10', { rows: people, road: { rotations }, touches: asked('2028-05-08') }),
    ).toEqual([])
  })
})

describe('mails that were never answered', () => {
  const rows = [makeRow({ id: 'a' })]
  const mail = (daysAgo: number, parts = {}) =>
    makeTouch('a', addDays('2026-11-22', -daysAgo), {
      kind: 'email',
      direction: 'out',
      outcome: 'awaiting',
      ...parts,
    })
  const unanswered = (...touches: ReturnType<typeof mail>[]) =>
    viewOn('2026-11-22', { rows, touches }).unanswered.map((one) => one.days)

  it('are offered to be let go from day 22 to day 60', () => {
    expect([21, 22, 60, 61].map((days) => unanswered(mail(days)).length)).toEqual([0, 1, 1, 0])
  })

  it('are settled by an answer, by an outcome, or by a newer letter', () => {
    expect(unanswered(mail(30), mail(10, { direction: 'in', outcome: null }))).toEqual([])
    expect(unanswered(mail(30, { outcome: 'none' }))).toEqual([])
    expect(unanswered(mail(30), mail(5))).toEqual([])
    expect(unanswered(mail(35), mail(24, { templateId: 'T27' }))).toEqual([35])
  })
})

describe('the checklist of the year', () => {
  it('counts what the log can, and takes ticks for the rest', () => {
    const rows = [makeRow({ id: 's', positions: ['summer-mentor'] })]
    expect(viewOn('2027-05-01', { rows }).checklist).toMatchObject({
      id: 'R6.1',
      by: '2027-06-30',
      items: [
        { id: 'summer-mentor', way: 'count', done: true },
        { id: 'known-faculty', done: false, min: 3 },
        { id: 'residents', min: 3, max: 5 },
      ],
    })
    const mark = { schema: 1 as const, id: 'ms3/R6.3/home-residents', goalId: 'R6.3/home-residents' }
    const marks = [{ ...mark, stage: 'ms3' as const, date: '2029-03-01' }]
    const items = viewOn('2029-03-02', { marks }).checklist?.items ?? []
    expect(items.map((one) => [one.id, one.way, one.done])).toEqual([
      ['writers', 'count', false],
      ['home-residents', 'tick', true],
      ['program-list', 'tick', false],
    ])
  })

  it('is that of the stage: MS2 ends with the first day on the wards', () => {
    expect(viewOn('2028-04-30').checklist).toMatchObject({ id: 'R6.2', by: '2028-04-30' })
    expect(viewOn('2028-05-01').checklist).toMatchObject({ id: 'R6.3', by: '2029-03-31' })
    expect(viewOn('2026-07-01').checklist).toBeNull()
    expect(viewOn('2030-06-01').checklist).toBeNull()
  })
})

describe('what the student changed of the goals', () => {
  const edit = (id: string, parts = {}) => ({ schema: 1 as const, id, hidden: false, ...parts })

  it('shows a goal of their own in every stage until the month after it is ticked, with its last day', () => {
    const seedEdits = [edit('goal/own-1', { title: 'Ask Sam about the clinic', date: '2027-01-10' })]
    for (const today of ['2026-09-01', '2028-06-01', '2030-07-01'])
      expect(viewOn(today, { road: { seedEdits } }).goals.at(-1)).toMatchObject({ id: 'own-1', way: 'tick' })
    expect(viewOn('2027-01-11', { road: { seedEdits } }).goals.at(-1)).toMatchObject({ late: true })
    const mark = {
      schema: 1 as const,
      id: 'ms1-nov-feb/own-1',
      goalId: 'own-1',
      stage: 'ms1-nov-feb' as const,
    }
    const marks = [{ ...mark, date: '2027-01-12' }]
    expect(viewOn('2027-01-31', { marks, road: { seedEdits } }).goals.at(-1)).toMatchObject({
      id: 'own-1',
      done: true,
    })
    expect(viewOn('2027-02-01', { marks, road: { seedEdits } }).goals.some((one) => one.id === 'own-1')).toBe(
      false,
    )
  })

  it('leaves a hidden goal out everywhere, and brings it back with the edit taken away', () => {
    const seedEdits = [edit('goal/R2.3', { hidden: true })]
    const hidden = viewOn('2026-09-01', { road: { seedEdits } })
    expect(hidden.goals.map((one) => one.id)).not.toContain('R2.3')
    expect(hidden.focus).not.toContain('R2.3')
    expect(viewOn('2026-12-01', { road: { seedEdits } }).catchUp.map((one) => one.id)).not.toContain('R2.3')
    expect(viewOn('2026-09-01').goals.map((one) => one.id)).toContain('R2.3')
  })
})

describe('the badge', () => {
  it('is the sum of its parts', () => {
    const rows = [makeRow({ id: 'k', mentor: 'key', lastTouch: '2028-01-01' }), makeRow({ id: 'w' })]
    const touches = [makeTouch('w', '2028-05-01', { direction: 'out', outcome: 'awaiting' })]
    const rotations = [makeRotation({ start: '2028-05-08' })]
    const letters = [makeLetter({ personId: 'w', askedOn: '2028-05-08', answer: 'agreed' })]
    const view = viewOn('2028-05-12', { rows, touches, road: { rotations, letters } })
    // Day 5: the first two tasks are late, the third is far from its last day.
    expect(view.dueParts).toEqual({ touchBases: 1, nudges: 1, rotation: 2, letters: 1, notes: 0 })
    expect(view.due).toBe(5)
  })

  it('does not go on about a task that has been late for more than a week', () => {
    const rotations = [makeRotation({ start: '2028-05-01' })]
    expect(viewOn('2028-05-08', { road: { rotations } }).dueParts.rotation).toBe(2)
    expect(viewOn('2028-05-11', { road: { rotations } }).dueParts.rotation).toBe(0)
  })
})

import type { LocalDate } from '../../../src/domain/dates'
import type { NetworkEvent } from '../../../src/domain/events/event'
import type { GoalMark, Snooze } from '../../../src/domain/goals/marks'
import type { MonthInput } from '../../../src/domain/goals/month-input'
import type { Letter } from '../../../src/domain/letters/letter'
import type { Milestone } from '../../../src/domain/milestones/milestone'
import type { Role } from '../../../src/domain/person/person'
import type { PersonRow } from '../../../src/domain/person/person-row'
import { summarizeTouches } from '../../../src/domain/person/row'
import { emptyProfile, type Profile } from '../../../src/domain/profile/profile'
import type { Interview, Program } from '../../../src/domain/programs/program'
import type { Remark } from '../../../src/domain/remarks/remark'
import type { Rotation } from '../../../src/domain/rotation/rotation'
import { stageOn } from '../../../src/domain/stage/stage-on'
import type { Outcome, Touch, TouchKind } from '../../../src/domain/touch/touch'
import {
  makeInterview,
  makeLetter,
  makeProgram,
  makeRemark,
  makeRotation,
} from '../../fixtures/road/make-records'
import { makeInput, makeRow } from './make-log'

/**
 * Four years of one invented student's log, entry by entry in the order of time. Most goes well; some things come late,
 * one mail is never answered, one writer hesitates, one interview goes without notes for a week: as it is.
 */

export const student: Profile = {
  ...emptyProfile,
  name: 'Noor Haddad',
  school: 'Northfield College of Medicine',
  matriculation: '2026-08-03',
  clerkshipStart: '2028-05-01',
  graduationYear: 2030,
  specialties: ['Internal medicine'],
  degree: 'MD',
  welcomed: true,
}

interface Log {
  people: Map<string, PersonRow>
  touches: Touch[]
  marks: GoalMark[]
  snoozes: Snooze[]
  rotations: Map<string, Rotation>
  letters: Map<string, Letter>
  programs: Map<string, Program>
  interviews: Map<string, Interview>
  events: NetworkEvent[]
  milestones: Milestone[]
  remarks: Map<string, Remark>
}

type Entry = [date: LocalDate, write: (log: Log, date: LocalDate) => void]

const home = 'Northfield College of Medicine'

function save(id: string, shown: string, role: Role | null, parts: Partial<PersonRow> = {}): Entry[1] {
  return (log, date) => {
    const family = shown.split(' ').at(-1) ?? shown
    const row = { id, shown, sort: `${family}, ${id}`, family, roles: role ? [role] : [], institution: home }
    log.people.set(id, makeRow({ ...row, savedOn: date, ...parts }))
  }
}

function change(id: string, parts: Partial<PersonRow>): Entry[1] {
  return (log) => void log.people.set(id, { ...(log.people.get(id) as PersonRow), ...parts })
}

function touch(ids: string, kind: TouchKind, parts: Partial<Touch> = {}): Entry[1] {
  return (log, date) => {
    for (const personId of ids.split(' ')) {
      log.touches.push({
        schema: 1,
        id: `touch-${log.touches.length + 1}`,
        personId,
        date,
        zone: 'America/Chicago',
        kind,
        direction: 'both',
        templateId: '',
        note: '',
        outcome: null,
        thread: '',
        pmid: '',
        scheduled: false,
        createdAt: `${date}T12:00:00.000-06:00`,
        ...parts,
      })
    }
  }
}

/** A letter sent from a template; `awaiting` when it asks for an answer. */
function write(ids: string, templateId: string, kind: TouchKind, outcome: Outcome | null = null): Entry[1] {
  return touch(ids, kind, { templateId, direction: 'out', outcome })
}

/** The answer to what was awaited from them. */
function answer(id: string, outcome: Outcome): Entry[1] {
  return (log) => {
    log.touches = log.touches.map((one) =>
      one.personId === id && one.outcome === 'awaiting' ? { ...one, outcome } : one,
    )
  }
}

function meet(
  id: string,
  shown: string,
  role: Role | null,
  parts: Partial<PersonRow> = {},
  kind: TouchKind = 'met',
): Entry[1] {
  return all(save(id, shown, role, parts), touch(id, kind))
}

function all(...writes: Entry[1][]): Entry[1] {
  return (log, date) => {
    for (const one of writes) one(log, date)
  }
}

function tick(goalId: string): Entry[1] {
  return (log, date) => {
    const stage = stageOn(date, student).id
    log.marks.push({ schema: 1, id: `${stage}/${goalId}`, goalId, stage, date })
  }
}

function event(what: string, people: string, interestGroup = ''): Entry[1] {
  return (log, date) => {
    const id = `event-${log.events.length + 1}`
    log.events.push({ schema: 1, id, what, date, interestGroup, people: people.split(' '), note: '' })
  }
}

function remark(kind: Remark['kind'], personId: string, parts: Partial<Remark> = {}): Entry[1] {
  return (log, date) => {
    const id = parts.id ?? `remark-${log.remarks.size + 1}`
    log.remarks.set(id, makeRemark({ kind, personId, date, ...parts, id }))
  }
}

function rotate(id: string, parts: Partial<Rotation>): Entry[1] {
  return (log, date) => {
    const known = log.rotations.get(id) ?? makeRotation({ id, start: date })
    log.rotations.set(id, { ...known, ...parts })
  }
}

function work(id: string, people: Record<string, Rotation['people'][number]['post']>): Entry[1] {
  return rotate(id, { people: Object.entries(people).map(([personId, post]) => ({ personId, post })) })
}

function mark(id: string, ...tasks: string[]): Entry[1] {
  return (log, date) => {
    const known = log.rotations.get(id) as Rotation
    const marks = tasks.map((task) => ({ task, state: 'done' as const, date }))
    log.rotations.set(id, { ...known, marks: [...known.marks, ...marks] })
  }
}

function hear(id: string, personId: string, text: string): Entry[1] {
  return (log, date) => {
    const known = log.rotations.get(id) as Rotation
    log.rotations.set(id, { ...known, feedback: [...known.feedback, { date, personId, text }] })
  }
}

function letter(id: string, parts: Partial<Letter>): Entry[1] {
  return (log) => void log.letters.set(id, { ...(log.letters.get(id) ?? makeLetter({ id })), ...parts })
}

function program(id: string, name: string, institution: string, parts: Partial<Program> = {}): Entry[1] {
  return (log) => {
    log.programs.set(id, { ...(log.programs.get(id) ?? makeProgram({ id, name, institution })), ...parts })
  }
}

function list(id: string, parts: Partial<Program>): Entry[1] {
  return (log) => void log.programs.set(id, { ...(log.programs.get(id) as Program), ...parts })
}

function interview(id: string, programId: string, date: LocalDate): Entry[1] {
  return (log) => void log.interviews.set(id, makeInterview({ id, programId, date }))
}

function note(id: string): Entry[1] {
  return (log, date) => {
    const known = log.interviews.get(id) as Interview
    log.interviews.set(id, { ...known, notes: 'What the day was like.', notesOn: date })
  }
}

function reach(kind: Milestone['kind'], programId = ''): Entry[1] {
  return (log, date) => {
    const id = `milestone-${log.milestones.length + 1}`
    log.milestones.push({ schema: 1, id, kind, date, programId, note: '' })
  }
}

const facts = (whereMet: string, detail: string): Partial<PersonRow> => ({ whereMet, detail })

const firstYear: Entry[] = [
  ['2026-08-05', save('quinones', 'Dr. Marta Quiñones', 'dean-advisor')],
  ['2026-08-05', save('jonah', 'Jonah Reyes', 'upper-student')],
  ['2026-08-05', save('mina', 'Mina Park', 'classmate')],
  ['2026-08-05', event('Orientation', 'quinones jonah mina')],
  ['2026-08-18', save('osei', 'Dr. Helen Osei', 'dean-advisor', { positions: ['assigned-advisor'] })],
  ['2026-08-18', write('osei', 'T1', 'introduction', 'awaiting')],
  ['2026-08-20', save('brandt', 'Dr. Samuel Brandt', 'attending', { positions: ['course-director'] })],
  ['2026-08-21', all(answer('osei', 'yes'), touch('osei', 'email', { direction: 'in' }))],
  ['2026-08-26', save('dietz', 'Carol Dietz', 'staff', { positions: ['student-affairs'] })],
  ['2026-08-28', touch('osei', 'meeting')],
  ['2026-09-02', touch('brandt', 'question')],
  ['2026-09-03', save('priya', 'Priya Nair', 'upper-student', { positions: ['interest-group-officer'] })],
  ['2026-09-03', save('ferrer', 'Dr. Luis Ferrer', 'attending', { positions: ['interest-group-advisor'] })],
  ['2026-09-03', event('First evening of the interest group', 'priya ferrer', 'Internal Medicine')],
  ['2026-09-10', save('whitfield', 'Dr. Ana Whitfield', 'attending', { friendly: 'yes' })],
  ['2026-09-10', save('tom', 'Tom Adeyemi', 'resident', { friendly: 'yes' })],
  ['2026-09-22', save('marek', 'Dr. Ivo Marek', 'dean-advisor', { positions: ['research-office'] })],
  ['2026-09-24', write('brandt', 'T2', 'email')],
  // Three days after its last day.
  ['2026-10-14', save('castellan', 'Dr. Ruth Castellan', 'dean-advisor', { positions: ['md-phd-program'] })],
  ['2026-11-05', save('okafor', 'Dr. Amara Okafor', 'faculty-researcher')],
  ['2026-11-07', save('zhang', 'Dr. Wei Zhang', 'faculty-researcher')],
  ['2026-11-07', save('kowal', 'Dr. Irene Kowal', 'faculty-researcher')],
  // The third MS2, nine days late.
  ['2026-11-09', meet('beth', 'Beth Lindqvist', 'upper-student')],
  [
    '2026-11-12',
    meet('lena', 'Lena Forsythe', 'resident', facts('Interest group panel', 'Climbs on weekends')),
  ],
  ['2026-11-13', save('sorensen', 'Dr. Paul Sørensen', 'faculty-researcher')],
  ['2026-11-13', save('malhotra', 'Dr. Dev Malhotra', 'faculty-researcher')],
  ['2026-11-16', write('lena', 'T3', 'email', 'awaiting')],
  ['2026-11-18', all(answer('lena', 'yes'), touch('lena', 'email', { direction: 'in' }))],
  ['2026-11-20', all(change('okafor', { friendly: 'yes' }), change('kowal', { friendly: 'yes' }))],
  ['2026-11-24', write('okafor', 'T4', 'email', 'awaiting')],
  ['2026-11-25', touch('lena', 'coffee')],
  ['2026-12-01', write('kowal', 'T4', 'email', 'awaiting')],
  ['2026-12-03', all(answer('okafor', 'yes'), touch('okafor', 'email', { direction: 'in' }))],
  ['2026-12-09', touch('tom', 'coffee')],
  ['2026-12-12', write('kowal', 'T27', 'email')],
  ['2026-12-15', touch('okafor', 'call')],
  ['2026-12-28', answer('kowal', 'none')],
  ['2027-01-06', write('malhotra', 'T4', 'email', 'awaiting')],
  ['2027-01-11', all(answer('malhotra', 'later'), touch('malhotra', 'email', { direction: 'in' }))],
  ['2027-01-19', touch('malhotra', 'call')],
  ['2027-01-21', meet('marcus', 'Marcus Bell', 'resident', facts('Anatomy lab', 'Night shifts'), 'coffee')],
  [
    '2027-02-10',
    meet('sofia', 'Sofia Ricci', 'resident', facts('A friend’s sister', 'Tea, not coffee'), 'coffee'),
  ],
  ['2027-02-24', all(touch('okafor', 'meeting'), tick('R2.9'))],
  [
    '2027-03-04',
    change('okafor', { positions: ['summer-mentor'], mentor: 'key', ...facts('PubMed', 'Brisk walks') }),
  ],
  ['2027-03-20', all(remark('summer-plan', 'okafor'), write('okafor', 'T5', 'introduction'))],
  ['2027-04-09', meet('diego', 'Diego Santos', 'peer', { institution: 'Lakeshore University' }, 'event')],
  ['2027-04-12', touch('okafor', 'meeting')],
  ['2027-04-20', touch('lena', 'coffee')],
  [
    '2027-05-02',
    meet('grace', 'Grace Lindholm', 'fellow', facts('Okafor lab', 'Bakes on Fridays'), 'introduction'),
  ],
  ['2027-05-10', touch('okafor', 'meeting')],
  ['2027-05-18', touch('lena', 'coffee')],
  ['2027-06-01', all(touch('okafor', 'project-work'), tick('R2.14'))],
  ['2027-06-18', touch('grace', 'coffee')],
]

const secondYear: Entry[] = [
  ['2027-07-12', touch('okafor grace', 'project-work')],
  ['2027-07-20', all(change('okafor', { letterWriter: true }), change('osei', { letterWriter: true }))],
  ['2027-08-15', change('brandt', { letterWriter: true })],
  ['2027-08-16', touch('okafor', 'project-work')],
  ['2027-08-20', write('lena', 'T9', 'email', 'awaiting')],
  ['2027-08-27', all(answer('lena', 'yes'), touch('lena', 'coffee'))],
  ['2027-09-01', change('osei', { mentor: 'key' })],
  ['2027-09-08', write('osei', 'T7', 'email', 'awaiting')],
  [
    '2027-09-14',
    meet('hugo', 'Hugo Brandão', 'resident', facts('Through Lena', 'Runs the journal club'), 'introduction'),
  ],
  ['2027-09-20', all(answer('osei', 'yes'), touch('osei', 'career-chat'))],
  ['2027-09-28', write('okafor', 'T8', 'update')],
  ['2027-10-06', write('brandt', 'T7', 'email', 'awaiting')],
  ['2027-10-12', touch('tom', 'coffee')],
  ['2027-10-12', meet('yuki', 'Yuki Tanabe', 'resident', facts('Call room', 'From Osaka'))],
  ['2027-10-19', all(answer('brandt', 'yes'), touch('brandt', 'career-chat'))],
  ['2027-10-25', write('osei', 'T8', 'update')],
  ['2027-10-28', touch('okafor', 'project-work')],
  ['2027-12-27', (log) => void log.snoozes.push({ schema: 1, personId: 'okafor', until: '2028-01-09' })],
  ['2028-01-05', write('osei', 'T10', 'touch-base')],
  ['2028-01-25', write('okafor', 'T10', 'touch-base')],
  [
    '2028-03-20',
    meet('hannah', 'Hannah Vogel', 'peer', { institution: 'Cedar Valley Medical College' }, 'event'),
  ],
  [
    '2028-04-02',
    all(save('nadia', 'Nadia Rahman', 'matched-ms4'), write('nadia', 'T11', 'email', 'awaiting')),
  ],
  ['2028-04-05', write('osei', 'T10b', 'touch-base')],
  ['2028-04-10', all(answer('nadia', 'yes'), touch('nadia', 'coffee'))],
  ['2028-04-10', remark('friendly-service', 'nadia', { about: 'Ward team B' })],
  ['2028-04-12', write('okafor', 'T10b', 'touch-base')],
  ['2028-04-14', save('siddiqui', 'Dr. Farah Siddiqui', 'attending', { positions: ['clerkship-director'] })],
  ['2028-04-14', write('siddiqui', 'T12', 'introduction')],
  ['2028-04-18', meet('owen', 'Owen Clarke', 'matched-ms4', {}, 'call')],
  ['2028-04-20', meet('piotr', 'Piotr Zieliński', 'resident', facts('Skills lab', 'Chess'))],
  ['2028-04-24', remark('specialty-explored', '', { about: 'Internal medicine' })],
]

const medicine = 'Internal medicine'
const thirdYear: Entry[] = [
  ['2028-05-01', rotate('med', { service: medicine, specialty: medicine, weeks: 8 })],
  ['2028-05-01', meet('mbeki', 'Dr. Claire Mbeki', 'attending', facts('Ward team B', 'Short notes only'))],
  ['2028-05-01', meet('ravi', 'Ravi Menon', 'resident', facts('Ward team B', 'Two small children'))],
  ['2028-05-01', meet('julia', 'Julia Stein', 'resident', facts('Ward team B', 'Sails'))],
  ['2028-05-01', work('med', { mbeki: 'attending', ravi: 'senior-resident', julia: 'resident' })],
  ['2028-05-01', mark('med', 'R4.1')],
  ['2028-05-02', mark('med', 'R4.2')],
  ['2028-05-12', all(mark('med', 'R4.3'), hear('med', 'mbeki', 'Clear presentations; read more on fluids.'))],
  ['2028-05-20', letter('l-mbeki', { personId: 'mbeki', rotationId: 'med', candidateOn: '2028-05-20' })],
  ['2028-05-24', write('mbeki', 'T13', 'email', 'awaiting')],
  ['2028-05-30', all(answer('mbeki', 'yes'), touch('mbeki', 'career-chat'))],
  ['2028-05-30', letter('l-mbeki', { meetingOn: '2028-05-30', hopeOn: '2028-05-30' })],
  [
    '2028-06-21',
    all(
      letter('l-mbeki', { askedOn: '2028-06-21', inPerson: true, strong: true, answer: 'agreed' }),
      letter('l-mbeki', { answeredOn: '2028-06-21', packetOn: '2028-06-21' }),
      write('mbeki', 'T14', 'letter-step'),
    ),
  ],
  ['2028-06-23', write('ravi mbeki', 'T28', 'thanks')],
  ['2028-06-26', rotate('surg', { service: 'Surgery', specialty: 'Surgery', weeks: 8 })],
  ['2028-06-26', meet('lang', 'Dr. Otto Lang', 'attending')],
  ['2028-06-26', meet('kim', 'Kim Duarte', 'resident')],
  ['2028-06-26', all(work('surg', { lang: 'attending', kim: 'resident' }), mark('surg', 'R4.1', 'R4.2'))],
  ['2028-07-05', change('mbeki', { mentor: 'mentor' })],
  // Asked for a week after the middle.
  ['2028-07-18', all(mark('surg', 'R4.3'), hear('surg', 'kim', 'Ask earlier; good hands.'))],
  ['2028-07-20', write('osei okafor', 'T10b', 'touch-base')],
  ['2028-08-18', write('lang', 'T28', 'thanks')],
  ['2028-08-28', rotate('peds', { service: 'Pediatrics', specialty: 'Pediatrics', weeks: 6 })],
  ['2028-08-28', meet('sandoval', 'Dr. Bea Sandoval', 'attending')],
  ['2028-08-28', meet('nico', 'Nico Ellis', 'resident')],
  [
    '2028-08-28',
    all(work('peds', { sandoval: 'attending', nico: 'resident' }), mark('peds', 'R4.1', 'R4.2')),
  ],
  ['2028-09-10', hear('peds', 'sandoval', 'Warm with families.')],
  ['2028-09-25', write('ravi julia', 'T15', 'program-question')],
  ['2028-10-04', letter('l-sandoval', { personId: 'sandoval', rotationId: 'peds', askedOn: '2028-10-04' })],
  ['2028-10-04', letter('l-sandoval', { answer: 'hesitated', answeredOn: '2028-10-04' })],
  ['2028-10-06', write('sandoval nico', 'T28', 'thanks')],
  ['2028-10-09', rotate('ob', { service: 'Obstetrics', specialty: 'Obstetrics', weeks: 6 })],
  ['2028-10-09', meet('tara', 'Tara Quinn', 'resident')],
  ['2028-10-09', all(work('ob', { tara: 'resident' }), mark('ob', 'R4.1', 'R4.2'))],
  ['2028-10-18', write('osei okafor mbeki', 'T10b', 'touch-base')],
  [
    '2028-10-21',
    meet('voss', 'Dr. Karin Voss', 'attending', { institution: 'Cedar Valley Medical College' }, 'event'),
  ],
  [
    '2028-10-21',
    remark('mild-connection', 'voss', {
      id: 'r-voss',
      programId: 'cedar',
      about: 'Regional meeting',
      text: 'Sepsis bundles',
    }),
  ],
  ['2028-10-21', meet('sam', 'Sam Okoye', 'peer', { institution: 'Harbor State University' }, 'event')],
  [
    '2028-10-21',
    meet('lucia', 'Lucia Moreno', 'resident', { institution: 'Harbor State University' }, 'event'),
  ],
  ['2028-10-23', hear('ob', 'tara', 'Steady on nights.')],
  ['2028-11-17', write('tara', 'T28', 'thanks')],
  ['2028-11-27', rotate('psych', { service: 'Psychiatry', specialty: 'Psychiatry', weeks: 4 })],
  ['2028-12-05', mark('psych', 'R4.1', 'R4.2')],
  ['2029-01-08', rotate('fam', { service: 'Family medicine', specialty: 'Family medicine', weeks: 4 })],
  ['2029-01-08', meet('whitlock', 'Dr. James Whitlock', 'attending')],
  ['2029-01-08', meet('eli', 'Eli Novak', 'resident')],
  ['2029-01-08', all(work('fam', { whitlock: 'attending', eli: 'resident' }), mark('fam', 'R4.1', 'R4.2'))],
  ['2029-01-14', hear('fam', 'whitlock', 'Patients remember you.')],
  ['2029-01-15', letter('l-okafor', { personId: 'okafor', kind: 'research', askedOn: '2029-01-15' })],
  ['2029-01-16', letter('l-okafor', { answer: 'agreed', answeredOn: '2029-01-16', packetOn: '2029-01-16' })],
  ['2029-01-16', write('okafor', 'T14', 'letter-step')],
  [
    '2029-01-17',
    letter('l-whitlock', { personId: 'whitlock', rotationId: 'fam', candidateOn: '2029-01-17' }),
  ],
  ['2029-01-22', all(touch('whitlock', 'career-chat'), letter('l-whitlock', { meetingOn: '2029-01-22' }))],
  ['2029-01-24', write('osei mbeki', 'T10b', 'touch-base')],
  [
    '2029-02-01',
    letter('l-whitlock', { askedOn: '2029-02-01', strong: true, answer: 'agreed', answeredOn: '2029-02-01' }),
  ],
  ['2029-02-01', letter('l-whitlock', { packetOn: '2029-02-01' })],
  ['2029-02-01', write('whitlock', 'T14', 'letter-step')],
  ['2029-02-02', write('eli', 'T28', 'thanks')],
  ['2029-02-12', rotate('em', { kind: 'elective', service: 'Emergency medicine', weeks: 3 })],
  ['2029-02-12', meet('zoe', 'Zoe Hart', 'resident')],
  ['2029-02-12', all(work('em', { zoe: 'resident' }), mark('em', 'R4.1', 'R4.2'))],
  ['2029-03-02', write('zoe', 'T28', 'thanks')],
]

const harbor = 'Harbor State University'
const fourthYear: Entry[] = [
  ['2029-04-03', change('mbeki', { mentor: 'key' })],
  ['2029-04-05', write('okafor osei mbeki', 'T16', 'email', 'awaiting')],
  ['2029-04-18', all(answer('osei', 'yes'), touch('osei', 'meeting'))],
  ['2029-04-18', remark('realistic-tier', 'osei', { tier: 'realistic' })],
  ['2029-04-20', program('harbor', 'Harbor State Internal Medicine', harbor)],
  ['2029-04-20', program('cedar', 'Cedar Valley Internal Medicine', 'Cedar Valley Medical College')],
  ['2029-04-20', program('home', 'Northfield Internal Medicine', home)],
  ['2029-04-20', program('lake', 'Lakeshore Internal Medicine', 'Lakeshore University')],
  ['2029-04-25', all(answer('okafor', 'yes'), touch('okafor', 'meeting'))],
  ['2029-05-09', all(answer('mbeki', 'yes'), touch('mbeki', 'meeting'))],
  ['2029-05-09', remark('realistic-tier', 'mbeki', { tier: 'realistic' })],
  ['2029-05-09', remark('would-write-to', 'mbeki', { programId: 'harbor', about: 'Dr. Iris Vance' })],
  ['2029-05-09', remark('offer', 'mbeki', { id: 'r-offer', programId: 'harbor', about: 'Dr. Iris Vance' })],
  ['2029-05-20', program('ridge', 'Ridgeline Internal Medicine', 'Ridgeline University')],
  ['2029-05-20', program('bay', 'Bayfront Internal Medicine', 'Bayfront Medical Center')],
  ['2029-05-22', list('harbor', { away: { use: 'recruits', saidBy: 'lucia', note: '' } })],
  ['2029-06-04', write('eli zoe', 'T15', 'program-question')],
  ['2029-06-10', all(change('whitlock', { mentor: 'mentor' }), touch('whitlock', 'coffee'))],
  ['2029-06-18', all(list('ridge', { tags: ['cold'] }), list('bay', { tags: ['cold'] }))],
  [
    '2029-06-25',
    list('lake', { ties: [{ personId: 'hugo', how: 'resident-friend', other: 'A co-resident' }] }),
  ],
  [
    '2029-07-09',
    rotate('away', { kind: 'away', service: 'Harbor State wards', weeks: 3, programId: 'harbor' }),
  ],
  ['2029-07-09', meet('noel', 'Noel Varga', 'resident', { institution: harbor })],
  ['2029-07-09', all(work('away', { noel: 'resident' }), mark('away', 'R5.7-names'))],
  ['2029-07-19', all(hear('away', 'noel', 'Like one of the team.'), mark('away', 'R5.7-overperform'))],
  ['2029-07-27', write('noel', 'T28', 'thanks')],
  ['2029-08-07', write('okafor osei', 'T10b', 'touch-base')],
  [
    '2029-08-20',
    all(
      write('mbeki', 'T17', 'email'),
      remark('offer', 'mbeki', {
        id: 'r-offer',
        programId: 'harbor',
        about: 'Dr. Iris Vance',
        date: '2029-05-09',
        closedOn: '2029-08-20',
      }),
    ),
  ],
  ['2029-08-27', write('voss', 'T18', 'email', 'awaiting')],
  ['2029-08-30', letter('l-mbeki', { uploadedOn: '2029-08-30' })],
  ['2029-09-02', all(answer('voss', 'yes'), touch('voss', 'email', { direction: 'in' }))],
  ['2029-09-04', letter('l-okafor', { uploadedOn: '2029-09-04' })],
  ['2029-09-06', reach('application-submitted')],
  ['2029-09-07', write('okafor osei mbeki', 'T19', 'update')],
  ['2029-09-10', letter('l-whitlock', { uploadedOn: '2029-09-10' })],
  ['2029-09-18', letter('l-mbeki', { thankedOn: '2029-09-18' })],
  ['2029-09-18', letter('l-okafor', { thankedOn: '2029-09-18' })],
  ['2029-09-19', letter('l-whitlock', { thankedOn: '2029-09-19' })],
  ['2029-10-12', reach('invitation', 'harbor')],
  [
    '2029-10-14',
    all(interview('i-harbor', 'harbor', '2029-11-27'), interview('i-cedar', 'cedar', '2029-11-14')),
  ],
  ['2029-10-16', write('mbeki', 'T21', 'program-question', 'awaiting')],
  ['2029-10-18', all(answer('mbeki', 'yes'), touch('mbeki', 'email', { direction: 'in' }))],
  ['2029-10-20', reach('invitation', 'cedar')],
  ['2029-10-25', all(reach('invitation', 'home'), interview('i-home', 'home', '2029-12-06'))],
  ['2029-11-05', all(reach('invitation', 'lake'), interview('i-lake', 'lake', '2030-01-09'))],
  [
    '2029-11-14',
    all(
      note('i-cedar'),
      meet('ben', 'Ben Aram', 'resident', { institution: 'Cedar Valley Medical College' }, 'interview'),
    ),
  ],
  ['2029-11-16', write('okafor osei mbeki', 'T20', 'update')],
  ['2029-11-18', write('ben', 'T23', 'program-question')],
  ['2029-11-20', write('lucia noel', 'T22', 'program-question')],
  [
    '2029-11-27',
    all(note('i-harbor'), meet('vance', 'Dr. Iris Vance', 'attending', { institution: harbor }, 'interview')),
  ],
  ['2029-11-29', write('lucia', 'T23', 'program-question')],
  ['2029-12-06', note('i-home')],
  ['2030-01-09', meet('ola', 'Ola Benson', 'resident', { institution: 'Lakeshore University' }, 'interview')],
  // A week late.
  ['2030-01-17', note('i-lake')],
  [
    '2030-01-20',
    all(
      list('harbor', { rank: 1, rankReason: 'Teaching, and people I know.' }),
      list('home', { rank: 2, rankReason: 'Close to family.' }),
      list('cedar', { rank: 3, rankReason: 'Sepsis research.' }),
    ),
  ],
  [
    '2030-01-21',
    all(
      list('lake', { rank: 4, rankReason: 'The city.' }),
      list('ridge', { rank: 5, rankReason: 'Rural months.' }),
    ),
  ],
  ['2030-02-04', write('osei', 'T24', 'rank-check', 'awaiting')],
  ['2030-02-08', all(answer('osei', 'yes'), touch('osei', 'call'))],
  ['2030-02-20', write('mbeki', 'T24', 'rank-check', 'yes')],
  ['2030-02-25', reach('rank-list-certified')],
  ['2030-03-15', reach('matched', 'harbor')],
  ['2030-03-18', all(write('mbeki okafor whitlock osei', 'T25', 'closing-thanks'))],
  ['2030-03-24', write('lena tom ravi julia hugo lucia noel', 'T25', 'closing-thanks')],
  ['2030-04-02', remark('carry-on', 'mbeki')],
  ['2030-04-20', write('kim nico tara eli zoe grace', 'T25', 'closing-thanks')],
  ['2030-05-16', write('ben ola voss nadia yuki piotr marcus sofia brandt vance', 'T25', 'closing-thanks')],
]

const script: readonly Entry[] = [...firstYear, ...secondYear, ...thirdYear, ...fourthYear]

/** The student's log as it stood on the evening of a day, as `buildMonthView` reads it. */
export function logOn(today: LocalDate): MonthInput {
  const log: Log = {
    people: new Map(),
    touches: [],
    marks: [],
    snoozes: [],
    rotations: new Map(),
    letters: new Map(),
    programs: new Map(),
    interviews: new Map(),
    events: [],
    milestones: [],
    remarks: new Map(),
  }
  for (const [date, entry] of script) if (date <= today) entry(log, date)
  const rows = [...log.people.values()].map((row) => {
    const touches = log.touches.filter((one) => one.personId === row.id)
    return { ...row, ...summarizeTouches(touches) }
  })
  return makeInput({
    today,
    profile: student,
    rows,
    touches: log.touches,
    marks: log.marks,
    snoozes: log.snoozes,
    road: {
      rotations: [...log.rotations.values()],
      letters: [...log.letters.values()],
      programs: [...log.programs.values()],
      interviews: [...log.interviews.values()],
      events: log.events,
      milestones: log.milestones,
      remarks: [...log.remarks.values()],
      seedEdits: [],
    },
  })
}

/** The script's dates, for a test that they are in order. */
export const scriptDates: readonly LocalDate[] = script.map(([date]) => date)

import { checklists } from '../../../seeds/checklists'
import { goals } from '../../../seeds/goals'
import { rotationTasks } from '../../../seeds/rotation-tasks'
import { seasonDates } from '../../../seeds/season'
import { addDays, type LocalDate } from '../../../src/domain/dates'
import { emptyRoad, type MonthInput } from '../../../src/domain/goals/month-input'
import { positions, roles } from '../../../src/domain/person/person'
import type { PersonRow } from '../../../src/domain/person/person-row'
import { emptyProfile } from '../../../src/domain/profile/profile'
import { remarkKinds } from '../../../src/domain/remarks/remark'
import { type Touch, touchKinds } from '../../../src/domain/touch/touch'
import {
  makeEvent,
  makeInterview,
  makeLetter,
  makeProgram,
  makeRemark,
  makeRotation,
} from '../../fixtures/road/make-records'

/** A row of somebody invented, with what the test names. */
export function makeRow(parts: Partial<PersonRow> & { id: string }): PersonRow {
  return {
    shown: `Person ${parts.id}`,
    sort: `Person, ${parts.id}`,
    family: parts.id,
    roles: [],
    positions: [],
    mentor: 'none',
    letterWriter: false,
    rhythmWeeks: 0,
    friendly: 'unknown',
    department: '',
    institution: '',
    email: '',
    detail: '',
    whereMet: '',
    lastTouch: null,
    lastKind: '',
    touches: 0,
    awaitingSince: null,
    savedOn: '2026-09-01',
    text: parts.id,
    ...parts,
  }
}

let serial = 0

/** A touch with the person on the date, with what the test names. */
export function makeTouch(personId: string, date: LocalDate, parts: Partial<Touch> = {}): Touch {
  serial += 1
  return {
    schema: 1,
    id: `touch-${serial}`,
    personId,
    date,
    zone: 'America/Chicago',
    kind: 'met',
    direction: 'both',
    templateId: '',
    note: '',
    outcome: null,
    thread: '',
    pmid: '',
    scheduled: false,
    createdAt: `${date}T12:00:00.000-06:00`,
    ...parts,
  }
}

/** The input of a student who began in August 2026, with what the test names. */
export function makeInput(parts: Partial<MonthInput>): MonthInput {
  const input: MonthInput = {
    today: '2026-11-22',
    profile: {
      ...emptyProfile,
      matriculation: '2026-08-03',
      clerkshipStart: '2028-05-01',
      graduationYear: 2030,
    },
    goals,
    rotationTasks,
    seasonDates,
    checklists,
    rows: [],
    touches: [],
    marks: [],
    snoozes: [],
    awaiting: [],
    road: emptyRoad,
    ...parts,
  }
  return { ...input, awaiting: parts.awaiting ?? input.touches.filter((one) => one.outcome === 'awaiting') }
}

/**
 * A log of so many people and touches, with a road beside them: for benchmarks, and for views of a full log. On a date of
 * MS4 everything there is to show is shown.
 */
export function makeBigInput(people: number, contacts: number, today: LocalDate): MonthInput {
  const institutions = Array.from(
    { length: 60 },
    (_, index) => `${placeNames[index % 12]}${placeEnds[Math.floor(index / 12)]} University`,
  )
  const rows = Array.from({ length: people }, (_, index) =>
    makeRow({
      id: `p${index}`,
      roles: [roles[index % roles.length] ?? 'peer'],
      positions: index % 7 === 0 ? [positions[index % positions.length] ?? 'summer-mentor'] : [],
      mentor: index % 500 === 0 ? 'key' : index % 250 === 0 ? 'mentor' : 'none',
      friendly: index % 3 === 0 ? 'yes' : 'unknown',
      institution: institutions[index % institutions.length] ?? '',
      lastTouch: addDays(today, -(index % 200)),
      touches: Math.floor(contacts / people),
    }),
  )
  // Four years of touches: most lie before what the view reads.
  const touches = Array.from({ length: contacts }, (_, index) =>
    makeTouch(`p${(index * 7) % people}`, addDays(today, -(index % 1460)), {
      kind: touchKinds[index % touchKinds.length] ?? 'met',
      direction: index % 2 ? 'out' : 'both',
      templateId: index % 5 === 0 ? `T${1 + (index % 28)}` : '',
      outcome: index % 400 === 0 ? 'awaiting' : null,
    }),
  )
  const programs = Array.from({ length: 80 }, (_, index) =>
    makeProgram({
      id: `program-${index}`,
      institution: institutions[index % institutions.length] ?? '',
      rank: index < 15 ? index + 1 : null,
      invitedOn: index < 15 ? addDays(today, -20 - index) : null,
    }),
  )
  return makeInput({
    today,
    rows,
    touches,
    road: {
      ...emptyRoad,
      programs,
      interviews: Array.from({ length: 15 }, (_, index) =>
        makeInterview({
          id: `interview-${index}`,
          programId: `program-${index}`,
          date: addDays(today, 6 * index - 45),
        }),
      ),
      rotations: Array.from({ length: 12 }, (_, index) =>
        makeRotation({
          id: `rotation-${index}`,
          start: addDays(today, -45 * index - 10),
          weeks: 6,
          people: [1, 2, 3].map((at) => ({ personId: `p${index * 10 + at}`, post: 'resident' as const })),
        }),
      ),
      letters: Array.from({ length: 5 }, (_, index) =>
        makeLetter({
          id: `letter-${index}`,
          personId: `p${index * 10}`,
          rotationId: `rotation-${index}`,
          askedOn: addDays(today, -60),
          answer: 'agreed',
          answeredOn: addDays(today, -60),
        }),
      ),
      events: Array.from({ length: 40 }, (_, index) =>
        makeEvent({
          id: `event-${index}`,
          date: addDays(today, -9 * index),
          people: [`p${index}`, `p${index + 1}`],
        }),
      ),
      remarks: Array.from({ length: 60 }, (_, index) =>
        makeRemark({
          id: `remark-${index}`,
          kind: remarkKinds[index % remarkKinds.length] ?? 'offer',
          personId: `p${index * 3}`,
          programId: `program-${index}`,
          date: addDays(today, -100),
        }),
      ),
      milestones: [
        {
          schema: 1,
          id: 'submitted',
          kind: 'application-submitted',
          date: addDays(today, -40),
          programId: '',
          note: '',
        },
      ],
    },
  })
}

const placeNames = [
  'Harbor',
  'Cedar',
  'Lakeshore',
  'Ridge',
  'Bay',
  'Summit',
  'Prairie',
  'Canyon',
  'Delta',
  'Grove',
  'Mesa',
  'Fjord',
]

const placeEnds = ['', 'wood', 'port', 'field', 'ton']

import { goals } from '../../../seeds/goals'
import type { LocalDate } from '../../../src/domain/dates'
import type { MonthInput } from '../../../src/domain/goals/month-input'
import type { PersonRow } from '../../../src/domain/person/person-row'
import { emptyProfile } from '../../../src/domain/profile/profile'
import type { Touch } from '../../../src/domain/touch/touch'

/** A row of somebody invented, with what the test names. */
export function makeRow(parts: Partial<PersonRow> & { id: string }): PersonRow {
  return {
    shown: `Person ${parts.id}`,
    sort: `Person, ${parts.id}`,
    family: parts.id,
    roles: [],
    positions: [],
    mentor: 'none',
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
    rows: [],
    touches: [],
    marks: [],
    snoozes: [],
    awaiting: [],
    ...parts,
  }
  return { ...input, awaiting: parts.awaiting ?? input.touches.filter((one) => one.outcome === 'awaiting') }
}

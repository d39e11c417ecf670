import type { Role } from '../person/person'
import type { PersonRow } from '../person/person-row'
import type { Counted } from './network'
import type { Place } from './place'

/** Students of the own school count in none of R1. */
const ownStudents: readonly Role[] = ['classmate', 'upper-student', 'matched-ms4']

type CountedRow = Pick<PersonRow, 'roles' | 'mentor' | 'institution' | 'touches'>

/** True when the person is one of those the rule counts. Somebody with two roles counts under each. */
export function isCounted(
  rule: Counted,
  row: CountedRow,
  readPlace: (institution: string) => Place,
): boolean {
  const { roles, marked, touched, place } = rule
  if (roles ? !row.roles.some((role) => roles.includes(role)) : isOwnStudent(row)) return false
  if (marked && row.mentor === 'none') return false
  if (touched && row.touches === 0) return false
  if (!place) return true
  const where = readPlace(row.institution)
  return place === 'outside' ? where === 'outside' : where !== 'home'
}

/** The people the rule counts, in the order given. `readPlace` comes from `createPlaceReader`. */
export function listCounted<Row extends CountedRow>(
  rule: Counted,
  rows: readonly Row[],
  readPlace: (institution: string) => Place,
): Row[] {
  return rows.filter((row) => isCounted(rule, row, readPlace))
}

/** A student of the own school who is nothing else besides: a matched MS4 may be a resident elsewhere by now. */
function isOwnStudent(row: Pick<PersonRow, 'roles'>): boolean {
  return row.roles.length > 0 && row.roles.every((role) => ownStudents.includes(role))
}

import type { LocalDate } from '../dates'
import { isSoundReach, type Reach, readReach } from '../funnel/reach'
import { isInFunnel } from '../funnel/standing'
import { foldText } from '../names/fold'
import type { Touch } from '../touch/touch'
import type { Person } from './person'
import type { PersonRow } from './person-row'

/** Version of the rows' shape. Raise it whenever `rowOf` or the row's fields change: stored rows are then made again. */
export const rowVersion = 3

/** What a row says of a person's touches. */
export interface TouchSummary {
  lastTouch: LocalDate | null
  lastKind: string
  touches: number
  awaitingSince: LocalDate | null
  reach?: Reach
}

/** Sums up the touches of one person, in any order. */
export function summarizeTouches(touches: readonly Touch[]): TouchSummary {
  let last: Touch | null = null
  let awaitingSince: LocalDate | null = null
  for (const touch of touches) {
    if (!last || touch.date > last.date || (touch.date === last.date && touch.createdAt >= last.createdAt)) {
      last = touch
    }
    if (touch.outcome === 'awaiting' && (awaitingSince === null || touch.date < awaitingSince)) {
      awaitingSince = touch.date
    }
  }
  const reach = readReach(touches)
  return {
    lastTouch: last?.date ?? null,
    lastKind: last?.kind ?? '',
    touches: touches.length,
    awaitingSince,
    ...(reach && { reach }),
  }
}

/** The slim row of a person. */
export function rowOf(person: Person, summary: TouchSummary): PersonRow {
  const { names } = person
  const email = person.emails.find((one) => one.certain) ?? person.emails[0]
  const { reach } = summary
  const isSought = isInFunnel({ roles: person.roles, friendly: 'unknown', reach })
  const given = [names.given, names.middle].filter(Boolean).join(' ')
  return {
    id: person.id,
    shown: names.shown,
    sort: names.family ? [names.family, given].filter(Boolean).join(', ') : names.shown,
    family: names.family,
    roles: person.roles,
    positions: person.positions,
    mentor: person.mentor,
    letterWriter: person.canWriteLetter,
    rhythmWeeks: person.rhythmWeeks ?? 0,
    friendly: person.studentFriendly.answer,
    department: person.department,
    institution: person.institution,
    email: email?.address ?? '',
    detail: person.detail,
    whereMet: person.whereMet,
    lastTouch: summary.lastTouch,
    lastKind: summary.lastKind,
    touches: summary.touches,
    awaitingSince: summary.awaitingSince,
    savedOn: person.savedOn,
    ...(reach && isSought && { reach }),
    text: searchTextOf(person),
  }
}

/** What search looks through: name in both orders, where they are, what the student wrote. Notes are cut short. */
function searchTextOf(person: Person): string {
  const { names } = person
  const parts = [
    names.shown,
    `${names.family} ${names.given}`,
    ...person.titles.slice(0, 3),
    person.department,
    person.institution,
    ...person.emails.map((email) => email.address),
    ...person.topics.slice(0, 12),
    ...person.tags,
    person.whereMet,
    person.detail,
    person.note.slice(0, 200),
  ]
  return foldText(parts.filter(Boolean).join(' '))
}

/**
 * True when a stored row has the shape of `personRowSchema`. Ten thousand rows are checked at each write, which the
 * schema itself is too slow for; a test holds the two together.
 */
export function isSoundRow(row: unknown): row is PersonRow {
  if (typeof row !== 'object' || row === null) return false
  const it = row as Record<string, unknown>
  return (
    textFields.every((field) => typeof it[field] === 'string') &&
    Array.isArray(it.roles) &&
    Array.isArray(it.positions) &&
    typeof it.touches === 'number' &&
    typeof it.rhythmWeeks === 'number' &&
    typeof it.letterWriter === 'boolean' &&
    isDateOrNull(it.lastTouch) &&
    isDateOrNull(it.awaitingSince) &&
    isSoundReach(it.reach)
  )
}

const textFields = [
  'id',
  'shown',
  'sort',
  'family',
  'mentor',
  'friendly',
  'department',
  'institution',
  'email',
  'detail',
  'whereMet',
  'lastKind',
  'savedOn',
  'text',
] as const satisfies readonly (keyof PersonRow)[]

function isDateOrNull(value: unknown): boolean {
  return value === null || (typeof value === 'string' && value.length === 10)
}

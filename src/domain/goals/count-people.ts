import { keyRhythm } from '../cadence/touch-bases'
import { daysBetween, type LocalDate } from '../dates'
import type { PersonRow } from '../person/person-row'
import { type StageSpan, schoolYearStart } from '../stage/stage-on'
import type { Contact } from './contacts'
import type { Query } from './goal'
import { type Ground, semesterStart } from './ground'
import type { CountedItem } from './month-view'

/** Something counted, with the date that counted it. */
export interface Counted {
  item: CountedItem
  date: LocalDate
}

/** A person as something counted. */
export function personItem(row: PersonRow): CountedItem {
  return { what: 'person', id: row.id, shown: row.shown, personId: row.id }
}

/** Everybody who meets the query. `since` is the first date that counts; null for no limit. */
export function countPeople(query: Query, ground: Ground, since: LocalDate | null): Counted[] {
  if (!query.kinds && !query.templates) {
    const found: Counted[] = []
    for (const row of ground.input.rows) {
      if (isWanted(row, query) && (!query.saved || isWithin(row.savedOn, since, ground.until))) {
        found.push({ item: personItem(row), date: row.lastTouch ?? row.savedOn })
      }
    }
    return found
  }
  const met = new Map<string, { row: PersonRow; times: number; date: LocalDate }>()
  eachContact(query, ground, since, ({ touch, row }) => {
    const known = met.get(row.id)
    if (!known) met.set(row.id, { row, times: 1, date: touch.date })
    else {
      known.times += 1
      if (touch.date > known.date) known.date = touch.date
    }
  })
  const found: Counted[] = []
  for (const { row, times, date } of met.values()) {
    if (times >= (query.each ?? 1)) found.push({ item: personItem(row), date })
  }
  return found
}

/** Calls `visit` with every touch that the query counts, each once. */
function eachContact(
  query: Query,
  ground: Ground,
  since: LocalDate | null,
  visit: (contact: Contact) => void,
): void {
  // The date first: it leaves most of a long log out.
  const isTime = ({ touch, row }: Contact) =>
    isWithin(touch.date, since, ground.until) && (!query.saved || isWithin(row.savedOn, since, ground.until))
  for (const kind of query.kinds ?? []) {
    for (const contact of ground.contacts.byKind.get(kind) ?? []) {
      if (isTime(contact) && isFit(contact.touch, contact.row, query)) visit(contact)
    }
  }
  for (const template of query.templates ?? []) {
    for (const contact of ground.contacts.byTemplate.get(template) ?? []) {
      if (isTime(contact) && !isFit(contact.touch, contact.row, query)) visit(contact)
    }
  }
}

/**
 * People who meet the query as far as their rows can tell: when the touches it asks about are older than what the view
 * reads, as many touches of any kind stand for them.
 */
export function countPeopleByRow(query: Query, { input }: Ground): number {
  const least = query.kinds || query.templates ? (query.each ?? 1) : 0
  const met = new Set(input.road.events.flatMap((event) => event.people))
  return input.rows.filter((row) => isWanted(row, query) && row.touches + (met.has(row.id) ? 1 : 0) >= least)
    .length
}

/** Mails of this query that wait for an answer today. */
export function countWaiting(query: Query, ground: Ground): number {
  return ground.outstanding.filter((touch) => {
    const row = ground.rowsById.get(touch.personId)
    return row && (query.templates?.includes(touch.templateId) || isFit(touch, row, query))
  }).length
}

/**
 * People with more than `most` touches of the query, not counting those that belong to the rhythm of touch-bases: at
 * least eight weeks after the contact before (R3.3, R9.4).
 */
export function listCrowded(
  query: Query,
  most: number,
  ground: Ground,
  since: LocalDate | null,
  isCounted: (contact: Contact) => boolean = () => true,
): PersonRow[] {
  const byPerson = new Map<string, { row: PersonRow; dates: LocalDate[] }>()
  eachContact(query, ground, since, (contact) => {
    if (!isCounted(contact)) return
    const { row, touch } = contact
    const known = byPerson.get(row.id)
    if (known) known.dates.push(touch.date)
    else byPerson.set(row.id, { row, dates: [touch.date] })
  })
  const crowded: PersonRow[] = []
  for (const { row, dates } of byPerson.values()) {
    if (dates.length <= most) continue
    const all = ground.contacts.inWindow
      .filter((touch) => touch.personId === row.id)
      .map((touch) => touch.date)
      .sort()
    const outside = dates.filter((date) => {
      const before = all.findLast((one) => one < date)
      return before === undefined || daysBetween(before, date) < keyRhythm.dueAfterDays
    })
    if (outside.length > most) crowded.push(row)
  }
  return crowded
}

/** The first date that a window holds on the ground's day; null for no limit. */
export function startOfWindow(
  window: Query['window'],
  ground: Ground,
  home: StageSpan,
  goalFrom: LocalDate | null,
): LocalDate | null {
  const { today } = ground
  switch (window) {
    case 'month':
      return `${today.slice(0, 8)}01`
    case 'stage':
      return home.from
    case 'goal':
      return goalFrom
    case 'semester':
      return semesterStart(today)
    case 'year':
      return schoolYearStart(home.from ?? today, ground.input.profile)
    case 'ever':
      return null
  }
}

/** The touch is of a kind and direction that count, with a person who counts. */
function isFit(touch: Contact['touch'], row: PersonRow, query: Query): boolean {
  return (
    Boolean(query.kinds?.includes(touch.kind)) &&
    (!query.directions || query.directions.includes(touch.direction)) &&
    isWanted(row, query)
  )
}

function isWanted(row: PersonRow, query: Query): boolean {
  return (
    (!query.roles || query.roles.some((role) => row.roles.includes(role))) &&
    (!query.positions || query.positions.some((position) => row.positions.includes(position))) &&
    (!query.mentor || query.mentor.includes(row.mentor)) &&
    (!query.friendly || row.friendly === query.friendly) &&
    (!query.letterWriter || row.letterWriter) &&
    (!query.fourFacts || hasFourFacts(row))
  )
}

/** Name with role, place of meeting, last contact, one detail: what R2.10 keeps for each person. */
function hasFourFacts(row: PersonRow): boolean {
  return row.roles.length > 0 && row.whereMet !== '' && row.lastTouch !== null && row.detail !== ''
}

function isWithin(date: LocalDate, from: LocalDate | null, to: LocalDate): boolean {
  return (!from || from <= date) && date <= to
}

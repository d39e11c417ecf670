import { createPlaceReader } from '../benchmarks/place'
import { listOutstanding } from '../cadence/waiting'
import { addDays, type LocalDate } from '../dates'
import type { PersonRow } from '../person/person-row'
import type { Profile } from '../profile/profile'
import { type Connection, listConnections, type PeopleByPlace, sortByPlace } from '../programs/connection'
import type { Program } from '../programs/program'
import { type DatedSeason, listSeason } from '../season/list-season'
import { type RoadDates, roadDates, type StageOnDate, schoolYearStart, stageOn } from '../stage/stage-on'
import type { Touch } from '../touch/touch'
import { type Contacts, sortContacts } from './contacts'
import type { MonthInput } from './month-input'
import type { NamedPerson } from './month-view'

/** What every part of the month view is made from: the input, and what several of them work out of it. */
export interface Ground {
  input: MonthInput
  today: LocalDate
  stage: StageOnDate
  road: RoadDates
  rowsById: ReadonlyMap<string, PersonRow>
  contacts: Contacts
  /** Touches that may mark a task of a rotation as done: a meeting asked for (T13), thanks. */
  rotationTouches: readonly Touch[]
  /** Last date a counted touch may have. */
  until: LocalDate
  outstanding: readonly Touch[]
  /** Dates of the student's season, by id; empty while nothing says which season is theirs. */
  season: ReadonlyMap<string, DatedSeason>
  /** When programs begin to read applications: the earliest such date of the student's season. */
  reading: DatedSeason | null
  /** The day the student matched, as recorded; null before. */
  matched: { date: LocalDate; programId: string } | null
  programsById: ReadonlyMap<string, Program>
  /** Every way to a program, the strongest first, with people who are in the log. */
  connectionsOf: (program: Program) => readonly Connection[]
  /** Residents and fellows of the log who are at the program; none at the student's own school, who are met in person. */
  residentsAt: (program: Program) => readonly PersonRow[]
  /** The program is at the student's own school. */
  isHome: (program: Program) => boolean
}

/** Programs begin to read on the earliest of these that concerns the student. */
const readingIds = ['eras-review', 'residencycas-review', 'ophthalmology-release']
/** How long after graduation the thank-you round is still kept together. */
const thanksDays = 500
/** A touch of so long ago may still answer a prompt: T15 comes up to four months after a rotation. */
const promptDays = 123

/**
 * The dates of the touches that `buildMonthView` may look at on `today`. Reaches back to the start of the school year
 * (of the one before, in early autumn: a goal of spring may still be open), after graduation to the last March of school,
 * and one day ahead, because after a flight west "today" can be the day before a touch that was already logged.
 */
export function touchWindow(today: LocalDate, profile: Profile): { from: LocalDate; to: LocalDate } {
  const stage = stageOn(today, profile)
  const starts = [schoolYearStart(addDays(today, -promptDays), profile), stage.from ?? today]
  const lastMarch = `${roadDates(today, profile).graduationYear}-03-01`
  if (stage.id === 'after' && today < addDays(lastMarch, thanksDays)) starts.push(lastMarch)
  return { from: starts.reduce((a, b) => (a < b ? a : b)), to: addDays(today, 1) }
}

/** Lays the ground for one date. */
export function layGround(input: MonthInput): Ground {
  const { today, profile } = input
  const rowsById = new Map(input.rows.map((row) => [row.id, row]))
  const window = touchWindow(today, profile)
  const contacts = sortContacts(input.touches, input.road.events, rowsById, window)
  const programsById = new Map(input.road.programs.map((program) => [program.id, program]))
  const places = remember<null, PeopleByPlace>(() => sortByPlace(input.rows))
  const connectionsOf = remember((program: Program) =>
    listConnections(program, places(null), input.road.remarks).filter((one) => rowsById.has(one.personId)),
  )
  const readPlace = createPlaceReader(profile.school)
  const isHome = (program: Program) => readPlace(program.institution) === 'home'
  const residentsAt = remember((program: Program) =>
    (isHome(program) ? [] : connectionsOf(program)).flatMap(({ strength, personId }) => {
      const row = rowsById.get(personId)
      const isResident = row?.roles.some((role) => role === 'resident' || role === 'fellow')
      return strength === 'own' && row && isResident ? [row] : []
    }),
  )
  const season = new Map(readSeason(input).map((one) => [one.id, one]))
  return {
    input,
    today,
    stage: stageOn(today, profile),
    road: roadDates(today, profile),
    rowsById,
    contacts,
    rotationTouches: contacts.inWindow.filter(
      ({ kind, templateId }) => kind === 'thanks' || templateId === 'T13' || templateId === 'T28',
    ),
    until: window.to,
    outstanding: listOutstanding(input.awaiting, contacts.inWindow, today),
    season,
    reading:
      readingIds.flatMap((id) => season.get(id) ?? []).sort((a, b) => (a.date < b.date ? -1 : 1))[0] ?? null,
    matched: readMatch(input),
    programsById,
    connectionsOf,
    residentsAt,
    isHome,
  }
}

/** The season's dates of the student; none while both ends of the road are only assumed. */
function readSeason({ today, profile, seasonDates, road }: MonthInput): DatedSeason[] {
  const { matriculation, graduationYear, graduationDate, specialties, degree, military } = profile
  if (matriculation === null && graduationYear === null && graduationDate === null) return []
  const season = roadDates(today, profile).graduationYear
  return listSeason(seasonDates, { season, specialties, degree, isMilitary: military }, road.seedEdits)
}

function readMatch({ today, road }: MonthInput): Ground['matched'] {
  const matched = road.milestones.filter((one) => one.kind === 'matched' && one.date <= today)
  const first = matched.sort((a, b) => (a.date < b.date ? -1 : 1))[0]
  return first ? { date: first.date, programId: first.programId } : null
}

/** Answers each question once. */
function remember<Asked, Answer>(answer: (asked: Asked) => Answer): (asked: Asked) => Answer {
  const known = new Map<Asked, Answer>()
  return (asked) => {
    const found = known.get(asked)
    if (found !== undefined) return found
    const made = answer(asked)
    known.set(asked, made)
    return made
  }
}

/** 1 January or 1 July, whichever came last: where a semester begins (R3.3). */
export function semesterStart(date: LocalDate): LocalDate {
  return `${date.slice(0, 4)}-${Number(date.slice(5, 7)) >= 7 ? '07' : '01'}-01`
}

/** A person as a view names them. */
export function nameOf(row: PersonRow): NamedPerson {
  return { id: row.id, shown: row.shown }
}

/** The first touch with a person from one of `templates` (or of one of `kinds`) between two days, both inclusive. */
export function firstContact(
  { contacts }: Ground,
  personId: string,
  asked: { templates: readonly string[]; kinds?: readonly Touch['kind'][] },
  from: LocalDate,
  to: LocalDate,
): LocalDate | null {
  let first: LocalDate | null = null
  const lists = [
    ...asked.templates.map((id) => contacts.byTemplate.get(id)),
    ...(asked.kinds ?? []).map((kind) => contacts.byKind.get(kind)),
  ]
  for (const list of lists) {
    for (const { touch, row } of list ?? []) {
      if (row.id !== personId || touch.date < from || touch.date > to) continue
      if (first === null || touch.date < first) first = touch.date
    }
  }
  return first
}

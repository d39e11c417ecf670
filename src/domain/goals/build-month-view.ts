import { listTouchBases, standingOf } from '../cadence/touch-bases'
import { listOutstanding, listWaiting } from '../cadence/waiting'
import { addDays, daysInMonth, type LocalDate } from '../dates'
import type { PersonRow } from '../person/person-row'
import type { Profile } from '../profile/profile'
import { type StageOnDate, type StageSpan, schoolYearStart, spanOfStage, stageOn } from '../stage/stage-on'
import type { StageId } from '../stage/stages'
import type { Touch, TouchKind } from '../touch/touch'
import type { Goal, GoalPart, Query, StageDay } from './goal'
import type { MonthInput } from './month-input'
import type { GoalPartView, GoalView, MonthView, NamedPerson } from './month-view'

const mostPeopleShown = 12

/**
 * The dates of the touches that `buildMonthView` may look at on `today`. Reaches back to the start of the school year
 * (of the one before, in early autumn: a goal of spring may still be open), and one day ahead, because after a flight
 * west "today" can be the day before a touch that was already logged.
 */
export function touchWindow(today: LocalDate, profile: Profile): { from: LocalDate; to: LocalDate } {
  const fourMonthsAgo = addDays(today, -123)
  const starts = [schoolYearStart(fourMonthsAgo, profile), stageOn(today, profile).from ?? today]
  return { from: starts.reduce((a, b) => (a < b ? a : b)), to: addDays(today, 1) }
}

/**
 * Stage, goals with progress, touch-bases due and mails waiting, for one date. Pure: the same input gives the same view
 * and is not changed. Takes a few milliseconds at 5,000 people and 50,000 touches.
 */
export function buildMonthView(input: MonthInput): MonthView {
  const { today, profile } = input
  const stage = stageOn(today, profile)
  const rowsById = new Map(input.rows.map((row) => [row.id, row]))
  const window = touchWindow(today, profile)
  const contacts = sortContacts(input.touches, rowsById, window)
  const outstanding = listOutstanding(input.awaiting, contacts.inWindow, today)
  const ground: Ground = { input, stage, rowsById, contacts, until: window.to, outstanding }

  const goals = input.goals.flatMap((goal) => viewGoal(goal, ground) ?? [])
  const touchBases = listTouchBases(input.rows, input.snoozes, today, stage.id)
  const waiting = listWaiting(outstanding, contacts.inWindow, rowsById, today)
  return {
    date: today,
    stage,
    goals,
    touchBases,
    waiting,
    people: input.rows.length,
    due: touchBases.length + waiting.filter((one) => one.nudge).length,
  }
}

/** A touch beside the row of its person. */
interface Contact {
  touch: Touch
  row: PersonRow
}

/** The touches of the window, laid out so that a query reads only those it may count. */
interface Contacts {
  inWindow: Touch[]
  byKind: ReadonlyMap<TouchKind, Contact[]>
  byTemplate: ReadonlyMap<string, Contact[]>
}

function sortContacts(
  touches: readonly Touch[],
  rows: ReadonlyMap<string, PersonRow>,
  window: { from: LocalDate; to: LocalDate },
): Contacts {
  const inWindow: Touch[] = []
  const byKind = new Map<TouchKind, Contact[]>()
  const byTemplate = new Map<string, Contact[]>()
  for (const touch of touches) {
    if (touch.date < window.from || touch.date > window.to) continue
    const row = rows.get(touch.personId)
    if (!row) continue
    inWindow.push(touch)
    addTo(byKind, touch.kind, { touch, row })
    if (touch.templateId) addTo(byTemplate, touch.templateId, { touch, row })
  }
  return { inWindow, byKind, byTemplate }
}

function addTo<K>(lists: Map<K, Contact[]>, key: K, contact: Contact): void {
  const list = lists.get(key)
  if (list) list.push(contact)
  else lists.set(key, [contact])
}

/** What every goal is counted on. */
interface Ground {
  input: MonthInput
  stage: StageOnDate
  rowsById: ReadonlyMap<string, PersonRow>
  contacts: Contacts
  /** Last date a counted touch may have. */
  until: LocalDate
  outstanding: readonly Touch[]
}

/** The view of one goal; null when it does not show on this date. */
function viewGoal(goal: Goal, ground: Ground): GoalView | null {
  const { input, stage } = ground
  const isCarried = !goal.stages.includes(stage.id)
  if (isCarried && !goal.carriesInto?.includes(stage.id)) return null
  const home = isCarried ? lastSpanOf(goal.stages, input) : stage
  if (!home) return null
  const from = goal.from ? resolveDay(goal.from, home) : home.from
  if (from && from > input.today) return null

  const view = countGoal(goal, ground, home, from)
  if (!isCarried) return view
  // What an earlier stage left open shows until it is done; then it goes in peace.
  return view.done ? null : { ...view, late: !stage.assumed }
}

function countGoal(goal: Goal, ground: Ground, home: StageSpan, from: LocalDate | null): GoalView {
  const { today } = ground.input
  const by = goal.by ? resolveLastDay(goal.by, home, ground) : null
  const view: GoalView = {
    id: goal.id,
    way: goal.evidence.way === 'rhythm' ? 'count' : goal.evidence.way,
    done: false,
    count: 0,
    min: 0,
    max: 0,
    parts: [],
    over: false,
    people: [],
    by,
    late: false,
  }
  switch (goal.evidence.way) {
    case 'guard':
      return view
    case 'tick': {
      const stages: readonly StageId[] = [...goal.stages, ...(goal.carriesInto ?? [])]
      view.done = ground.input.marks.some((mark) => mark.goalId === goal.id && stages.includes(mark.stage))
      break
    }
    case 'rhythm':
      return { ...view, ...countRhythm(ground) }
    case 'count': {
      const counts = goal.evidence.parts.map((part) => countPart(part, ground, home, from))
      const parts = counts.map((one) => one.view)
      const isOfSteps = goal.evidence.progress === 'parts'
      view.done = parts.every((part) => part.done)
      view.min = isOfSteps ? parts.length : sum(parts.map((part) => part.min))
      view.max = isOfSteps ? 0 : maxOf(parts)
      view.count = isOfSteps ? parts.filter((part) => part.done).length : countTowards(parts)
      view.parts = parts.length > 1 ? parts : []
      view.over = counts.some((one) => one.over)
      view.people = newestPeople(counts.flatMap((one) => one.people))
      // A goal of dated steps is measured by the step that comes next.
      const next = parts.find((part) => !part.done && part.by)
      if (!view.by && next) view.by = next.by
      break
    }
  }
  view.late = !view.done && view.by !== null && view.by < today
  return view
}

/** A person counted, with the date that counted them. */
interface Counted {
  person: NamedPerson
  date: LocalDate
}

function countPart(
  part: GoalPart,
  ground: Ground,
  home: StageSpan,
  goalFrom: LocalDate | null,
): { view: GoalPartView; over: boolean; people: Counted[] } {
  const { today } = ground.input
  const since = startOfWindow(part.query.window, ground, home, goalFrom)
  const people = countPeople(part.query, ground, since)
  const done = people.length >= part.min
  const by = part.by ? resolveLastDay(part.by, home, ground) : null
  const capped = part.cap?.of === 'waiting' ? countWaiting(part.query, ground) : part.cap ? people.length : 0
  return {
    view: {
      id: part.id,
      count: people.length,
      min: part.min,
      max: part.max ?? 0,
      done,
      by,
      late: !done && by !== null && by < today,
    },
    over: part.cap !== undefined && capped > part.cap.most,
    people,
  }
}

/** Everybody who meets the query. `since` is the first date that counts; null for no limit. */
function countPeople(query: Query, ground: Ground, since: LocalDate | null): Counted[] {
  if (!query.kinds && !query.templates) {
    const found: Counted[] = []
    for (const row of ground.input.rows) {
      if (isWanted(row, query) && (!query.saved || isWithin(row.savedOn, since, ground.until))) {
        found.push({ person: { id: row.id, shown: row.shown }, date: row.lastTouch ?? row.savedOn })
      }
    }
    return found
  }
  const met = new Map<string, { row: PersonRow; times: number; date: LocalDate }>()
  const count = ({ touch, row }: Contact) => {
    if (!isWithin(touch.date, since, ground.until)) return
    if (query.saved && !isWithin(row.savedOn, since, ground.until)) return
    const known = met.get(row.id)
    if (!known) met.set(row.id, { row, times: 1, date: touch.date })
    else {
      known.times += 1
      if (touch.date > known.date) known.date = touch.date
    }
  }
  for (const kind of query.kinds ?? []) {
    for (const contact of ground.contacts.byKind.get(kind) ?? []) {
      if (isFit(contact.touch, contact.row, query)) count(contact)
    }
  }
  for (const template of query.templates ?? []) {
    for (const contact of ground.contacts.byTemplate.get(template) ?? []) {
      if (!isFit(contact.touch, contact.row, query)) count(contact)
    }
  }
  const found: Counted[] = []
  for (const { row, times, date } of met.values()) {
    if (times >= (query.each ?? 1)) found.push({ person: { id: row.id, shown: row.shown }, date })
  }
  return found
}

/** Mails of this query that wait for an answer today. */
function countWaiting(query: Query, ground: Ground): number {
  return ground.outstanding.filter((touch) => {
    const row = ground.rowsById.get(touch.personId)
    return row && (query.templates?.includes(touch.templateId) || isFit(touch, row, query))
  }).length
}

/** The touch is of a kind and direction that count, with a person who counts. */
function isFit(touch: Touch, row: PersonRow, query: Query): boolean {
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
    (!query.fourFacts || hasFourFacts(row))
  )
}

/** Name with role, place of meeting, last contact, one detail: what R2.10 keeps for each person. */
function hasFourFacts(row: PersonRow): boolean {
  return row.roles.length > 0 && row.whereMet !== '' && row.lastTouch !== null && row.detail !== ''
}

function startOfWindow(
  window: Query['window'],
  ground: Ground,
  home: StageSpan,
  goalFrom: LocalDate | null,
): LocalDate | null {
  const { today, profile } = ground.input
  switch (window) {
    case 'month':
      return `${today.slice(0, 8)}01`
    case 'stage':
      return home.from
    case 'goal':
      return goalFrom
    case 'year':
      return schoolYearStart(home.from ?? today, profile)
    case 'ever':
      return null
  }
}

/** R3.5: the key mentors whose touch-base is not due yet, of all key mentors. Late once one is overdue. */
function countRhythm(ground: Ground): Pick<GoalView, 'count' | 'min' | 'done' | 'late' | 'people'> {
  const people: Counted[] = []
  let all = 0
  let late = false
  for (const row of ground.input.rows) {
    if (row.mentor !== 'key') continue
    all += 1
    const standing = standingOf(row, ground.input.today)
    if (standing?.state === 'overdue') late = true
    if (standing?.state === 'fine') {
      people.push({ person: { id: row.id, shown: row.shown }, date: row.lastTouch ?? row.savedOn })
    }
  }
  return {
    count: people.length,
    min: all,
    done: all > 0 && people.length === all,
    late,
    people: newestPeople(people),
  }
}

/** What several parts have together: no part can make up for another by more than its own minimum. */
function countTowards(parts: readonly GoalPartView[]): number {
  const only = parts.length === 1 ? parts[0] : undefined
  return only ? only.count : sum(parts.map((part) => Math.min(part.count, part.min)))
}

function maxOf(parts: readonly GoalPartView[]): number {
  return parts.length === 1 ? (parts[0]?.max ?? 0) : 0
}

function newestPeople(counted: readonly Counted[]): NamedPerson[] {
  const sorted = [...counted].sort((a, b) =>
    a.date === b.date ? (a.person.id < b.person.id ? -1 : 1) : a.date > b.date ? -1 : 1,
  )
  const people = new Map<string, NamedPerson>()
  for (const { person } of sorted) {
    if (people.size === mostPeopleShown) break
    if (!people.has(person.id)) people.set(person.id, person)
  }
  return [...people.values()]
}

/**
 * The last day for something. A calendar that is only assumed calls nothing late, so there a day that has passed is no
 * last day: null.
 */
function resolveLastDay(day: StageDay, home: StageSpan, ground: Ground): LocalDate | null {
  const by = resolveDay(day, home)
  return ground.stage.assumed && by !== null && by < ground.input.today ? null : by
}

/** The calendar date of a stage's day, never past the stage's end. */
function resolveDay(day: StageDay, span: StageSpan): LocalDate | null {
  const date = dayInStage(day, span)
  return date !== null && span.to !== null && date > span.to ? span.to : date
}

function dayInStage(day: StageDay, span: StageSpan): LocalDate | null {
  if (!span.from) return null
  switch (day.unit) {
    case 'week':
      return addDays(span.from, day.count * 7 - 1)
    case 'month':
      return addDays(addMonths(span.from, day.count), -1)
    case 'month-end': {
      const year = yearOfMonth(day.month, span.from)
      return `${year}-${pad(day.month)}-${pad(daysInMonth(year, day.month))}`
    }
    case 'date':
      return `${yearOfMonth(day.month, span.from)}-${pad(day.month)}-${pad(day.day)}`
  }
}

/** The year in which `month` first comes round at or after the month of `from`. */
function yearOfMonth(month: number, from: LocalDate): number {
  return Number(from.slice(0, 4)) + (month < Number(from.slice(5, 7)) ? 1 : 0)
}

function addMonths(date: LocalDate, months: number): LocalDate {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months
  const year = Math.floor(index / 12)
  const month = (index % 12) + 1
  return `${year}-${pad(month)}-${pad(Math.min(Number(date.slice(8, 10)), daysInMonth(year, month)))}`
}

function lastSpanOf(stages: readonly StageId[], input: MonthInput): StageSpan | null {
  for (const id of [...stages].reverse()) {
    const span = spanOfStage(id, input.today, input.profile)
    if (span) return span
  }
  return null
}

function isWithin(date: LocalDate, from: LocalDate | null, to: LocalDate): boolean {
  return (!from || from <= date) && date <= to
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

import { addDays, daysInMonth, type LocalDate } from '../dates'
import type { Profile } from '../profile/profile'
import type { StageId } from './stages'

/** A stage of the student's road with its bounds, inclusive; null where it has no end on that side. */
export interface StageSpan {
  id: StageId
  from: LocalDate | null
  to: LocalDate | null
}

export interface StageOnDate extends StageSpan {
  /** A date that this answer hangs on is not set and was assumed. */
  assumed: boolean
}

/** The days that the road is measured by; each is the student's own or, where unset, assumed. */
export interface RoadDates {
  matriculation: LocalDate
  clerkshipStart: LocalDate
  graduationYear: number
  graduation: LocalDate
}

type RoadProfile = Pick<
  Profile,
  'matriculation' | 'clerkshipStart' | 'graduationYear' | 'graduationDate' | 'pauses'
>

/**
 * The dates of the student's road, with these assumptions for what is unset:
 * - matriculation: 1 August four years before the year of graduation where that is set, else the latest 1 August that
 *   is not after `today`, so that a newcomer is in MS1;
 * - graduation: 31 May, four years after matriculation;
 * - clerkships: 1 July, two years after matriculation. On a shorter track, where that would fall behind the end of MS3,
 *   1 January before MS3 ends, so that MS3 is not skipped.
 */
export function roadDates(today: LocalDate, profile: RoadProfile): RoadDates {
  const lastYear = profile.graduationYear ?? (profile.graduationDate ? yearOf(profile.graduationDate) : null)
  const matriculation =
    profile.matriculation ?? (lastYear === null ? latestAugust(today) : `${lastYear - 4}-08-01`)
  const firstYear = yearOf(matriculation)
  const graduationYear = lastYear ?? firstYear + 4
  const usualStart = `${firstYear + 2}-07-01`
  const endOfMs3 = `${graduationYear - 1}-03-31`
  return {
    matriculation,
    clerkshipStart:
      profile.clerkshipStart ?? (usualStart <= endOfMs3 ? usualStart : `${graduationYear - 1}-01-01`),
    graduationYear,
    graduation: profile.graduationDate ?? `${graduationYear}-05-31`,
  }
}

/**
 * Where on the road the student is on `date`: the first row of the calendar, read from the top, that holds the date
 * (the roadmap's section 10). Bounds are the days on which that row is the answer, except that pauses inside a stage
 * do not cut it. `assumed` is true when matriculation is unset, or when the clerkship start is and the answer hangs
 * on it.
 */
export function stageOn(date: LocalDate, profile: RoadProfile): StageOnDate {
  const pause = profile.pauses.find((one) => one.from <= date && date <= one.to)
  if (pause) return { id: 'pause', from: pause.from, to: pause.to, assumed: false }
  const rows = calendarRows(roadDates(date, profile))
  const index = rows.findIndex((row) => isInSpan(date, row))
  const row = rows[index]
  // The rows leave no gap (a property test holds that); the compiler cannot know.
  if (!row) return { id: 'after', from: null, to: null, assumed: true }
  const hangsOnClerkships = row.id === 'ms2-mar-jun' || row.id === 'ms3'
  return {
    ...clipSpan(row, rows.slice(0, index), date),
    assumed: profile.matriculation === null || (profile.clerkshipStart === null && hangsOnClerkships),
  }
}

/** The days of stage `id` on the road as seen on `today`; null when the student's calendar leaves it out. */
export function spanOfStage(id: StageId, today: LocalDate, profile: RoadProfile): StageSpan | null {
  const rows = calendarRows(roadDates(today, profile))
  const index = rows.findIndex((row) => row.id === id)
  const row = rows[index]
  if (!row?.from) return row ?? null
  for (const above of rows.slice(0, index)) if (isInSpan(row.from, above)) return null
  if (row.to && row.from > row.to) return null
  return clipSpan(row, rows.slice(0, index), row.from)
}

/** 1 July or matriculation, whichever is earlier, of the school year that holds `date`: where "this year" begins. */
export function schoolYearStart(date: LocalDate, profile: RoadProfile): LocalDate {
  const july = `${Number(date.slice(5, 7)) >= 7 ? yearOf(date) : yearOf(date) - 1}-07-01`
  const { matriculation } = roadDates(date, profile)
  // A first year that begins in spring still counts from its first day.
  return matriculation < july && yearOf(matriculation) === yearOf(july) ? matriculation : july
}

/** The calendar of section 10 without its pauses, in the order in which it is read. */
function calendarRows(road: RoadDates): StageSpan[] {
  const first = yearOf(road.matriculation)
  const last = road.graduationYear
  return [
    { id: 'before-ms1', from: null, to: addDays(road.matriculation, -1) },
    { id: 'after', from: road.graduation, to: null },
    { id: 'ms4-mar-grad', from: `${last}-03-01`, to: road.graduation },
    { id: 'ms4-oct-feb', from: `${last - 1}-10-01`, to: lastOfFebruary(last) },
    { id: 'ms4-jul-sep', from: `${last - 1}-07-01`, to: `${last - 1}-09-30` },
    { id: 'ms4-apr-jun', from: `${last - 1}-04-01`, to: `${last - 1}-06-30` },
    { id: 'ms3', from: road.clerkshipStart, to: `${last - 1}-03-31` },
    { id: 'ms1-aug-oct', from: road.matriculation, to: `${first}-10-31` },
    { id: 'ms1-nov-feb', from: `${first}-11-01`, to: lastOfFebruary(first + 1) },
    { id: 'ms1-mar-jun', from: `${first + 1}-03-01`, to: `${first + 1}-06-30` },
    { id: 'ms2-jul-oct', from: `${first + 1}-07-01`, to: `${first + 1}-10-31` },
    { id: 'ms2-nov-feb', from: `${first + 1}-11-01`, to: lastOfFebruary(first + 2) },
    { id: 'ms2-mar-jun', from: `${first + 2}-03-01`, to: addDays(road.clerkshipStart, -1) },
  ]
}

/** The part of `row` around `date` that the rows above it leave. */
function clipSpan(row: StageSpan, above: readonly StageSpan[], date: LocalDate): StageSpan {
  let { from, to } = row
  for (const span of above) {
    if (span.from && span.to && span.from > span.to) continue
    if (span.to && span.to < date && (!from || span.to >= from)) from = addDays(span.to, 1)
    if (span.from && span.from > date && (!to || span.from <= to)) to = addDays(span.from, -1)
  }
  return { id: row.id, from, to }
}

function isInSpan(date: LocalDate, span: StageSpan): boolean {
  return (!span.from || span.from <= date) && (!span.to || date <= span.to)
}

function latestAugust(today: LocalDate): LocalDate {
  const year = yearOf(today)
  return today >= `${year}-08-01` ? `${year}-08-01` : `${year - 1}-08-01`
}

function lastOfFebruary(year: number): LocalDate {
  return `${year}-02-${daysInMonth(year, 2)}`
}

function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4))
}

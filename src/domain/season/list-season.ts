import { addDays, daysInMonth, type LocalDate, weekdayOf } from '../dates'
import type { SeedEdit } from '../edits/seed-edit'
import { foldText } from '../names/fold'
import type { SeasonDate, SeasonRule } from './season-date'

/** Whom a season is listed for. */
export interface SeasonStudent {
  /** Year of graduation; the season is named after it. */
  season: number
  specialties: readonly string[]
  degree: 'unknown' | 'MD' | 'DO' | 'MD-PhD' | 'other'
  isMilitary: boolean
}

export interface DatedSeason {
  id: string
  date: LocalDate
  /** Last day of a stretch of time; null for a single day. */
  to: LocalDate | null
  /** `confirmed` names its source; `edited` is the student's own. */
  state: 'confirmed' | 'estimated' | 'edited'
  source: string
  isDeadline: boolean
}

/** Id under which the student's own date of a season is stored. */
export function seasonEditId(season: number, id: string): string {
  return `season/${season}/${id}`
}

/**
 * The dates of a season that concern a student, in order of time: as the student entered them, else as published, else
 * estimated, each said to be what it is. A date the student hid is left out.
 */
export function listSeason(
  dates: readonly SeasonDate[],
  student: SeasonStudent,
  edits: readonly SeedEdit[],
): DatedSeason[] {
  const own = new Map(edits.map((edit) => [edit.id, edit]))
  const byId = new Map(dates.map((one) => [one.id, one]))
  const resolve = (one: SeasonDate): Omit<DatedSeason, 'id' | 'to' | 'isDeadline'> => {
    const edit = own.get(seasonEditId(student.season, one.id))
    if (edit?.date) return { date: edit.date, state: 'edited', source: '' }
    const published = one.confirmed.find((date) => date.season === student.season)
    if (published) return { date: published.date, state: 'confirmed', source: published.source }
    return { date: estimate(one.estimate), state: 'estimated', source: '' }
  }
  const estimate = (rule: SeasonRule): LocalDate => {
    if (rule.rule === 'from') {
      const base = byId.get(rule.of)
      // A test holds that every base exists and that no date hangs on itself.
      return addDays(base ? resolve(base).date : `${student.season}-01-01`, rule.days)
    }
    const year = student.season - rule.yearsBefore
    const day = rule.rule === 'day' ? rule.day : nthWeekday(year, rule.month, rule.weekday, rule.nth)
    return `${year}-${pad(rule.month)}-${pad(Math.min(day, daysInMonth(year, rule.month)))}`
  }
  return dates
    .filter((one) => isFor(one, student) && !own.get(seasonEditId(student.season, one.id))?.hidden)
    .map((one) => ({
      id: one.id,
      ...resolve(one),
      to: one.estimateEnd ? estimate(one.estimateEnd) : null,
      isDeadline: one.isDeadline,
    }))
    .sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1))
}

function isFor(one: SeasonDate, student: SeasonStudent): boolean {
  const { specialties, notSpecialties, degrees, military } = one.for
  const chosen = student.specialties.map(foldText)
  const isAmong = (list: readonly string[]) => {
    const wanted = list.map(foldText)
    return chosen.some((specialty) => wanted.some((word) => specialty.includes(word)))
  }
  if (specialties && !isAmong(specialties)) return false
  // Somebody who also applies elsewhere needs the general dates too.
  if (notSpecialties && chosen.length > 0) {
    const others = notSpecialties.map(foldText)
    if (chosen.every((specialty) => others.some((word) => specialty.includes(word)))) return false
  }
  if (degrees && !degrees.some((degree) => degree === student.degree)) return false
  return !military || student.isMilitary
}

/** Day of the month of the n-th weekday. */
function nthWeekday(year: number, month: number, weekday: number, nth: number): number {
  const first = weekdayOf(`${year}-${pad(month)}-01`)
  return 1 + ((weekday - first + 7) % 7) + 7 * (nth - 1)
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}

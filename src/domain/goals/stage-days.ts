import { addDays, daysInMonth, type LocalDate } from '../dates'
import type { DatedSeason } from '../season/list-season'
import type { StageSpan } from '../stage/stage-on'
import type { StageDay } from './goal'

/** The calendar date of a stage's day. Only a date of the season may lie past the stage's end; null when it is unknown. */
export function resolveDay(
  day: StageDay,
  span: StageSpan,
  season: ReadonlyMap<string, DatedSeason>,
): LocalDate | null {
  if (day.unit === 'season') {
    const dates = day.dates.flatMap((id) => season.get(id)?.date ?? [])
    return dates.sort()[0] ?? null
  }
  const date = dayInStage(day, span)
  return date !== null && span.to !== null && date > span.to ? span.to : date
}

function dayInStage(day: Exclude<StageDay, { unit: 'season' }>, span: StageSpan): LocalDate | null {
  if (day.unit === 'stage-end') return span.to
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

/** `date` moved by whole months; the last day of a shorter month where the day does not exist. */
function addMonths(date: LocalDate, months: number): LocalDate {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months
  const year = Math.floor(index / 12)
  const month = (index % 12) + 1
  return `${year}-${pad(month)}-${pad(Math.min(Number(date.slice(8, 10)), daysInMonth(year, month)))}`
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}

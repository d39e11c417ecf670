import { addDays, dayNumber, type LocalDate } from '../../../domain/dates'
import { common } from './en'

const thisYear = new Intl.DateTimeFormat(common.locale, { month: 'short', day: 'numeric', timeZone: 'UTC' })
const otherYear = new Intl.DateTimeFormat(common.locale, {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  timeZone: 'UTC',
})

/** A calendar date as the student reads it: "Nov 14", with the year when it is not the year of `today`. */
export function showDate(date: LocalDate, today: LocalDate): string {
  const format = date.slice(0, 4) === today.slice(0, 4) ? thisYear : otherYear
  return format.format(dayNumber(date) * 86_400_000)
}

/** The same, with "today" and "yesterday" for these two days. */
export function showDay(date: LocalDate, today: LocalDate): string {
  if (date === today) return common.today
  return date === addDays(today, -1) ? common.yesterday : showDate(date, today)
}

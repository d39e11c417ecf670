import type { LocalDate } from '../../../domain/dates'
import { lastDayOf } from '../../../domain/rotation/list-tasks'
import type { Rotation } from '../../../domain/rotation/rotation'
import { phaseOf, weekOf } from '../../../domain/rotation/rotation-time'
import { rotationsPage } from '../../shared/words/en'
import { say } from '../../shared/words/say'
import { showDate } from '../../shared/words/show-date'

/** First and last day, and the week of it while it runs: "Nov 2 – Dec 11 · week 3 of 6". */
export function showRotationTime(rotation: Rotation, today: LocalDate): string {
  const days = showSpan(rotation.start, lastDayOf(rotation), today)
  const { weeks } = rotation
  return phaseOf(rotation, today) === 'now'
    ? say(rotationsPage.timeNow, { days, week: weekOf(rotation, today), weeks })
    : say(rotationsPage.time, { days, weeks })
}

/** A stretch of days, or the one day that it is. */
export function showSpan(from: LocalDate, to: LocalDate, today: LocalDate): string {
  const first = showDate(from, today)
  return from === to ? first : say(rotationsPage.span, { from: first, to: showDate(to, today) })
}

import { addDays, type LocalDate } from '../dates'
import type { GoalView } from './month-view'

const most = 5
const least = 3
/** A last day raises a goal's place from so many days before. */
const nearDays = 30

/**
 * The three to five goals that matter now, the most pressing first: what is late, the oldest last day first; what has its
 * last day within a month; what else is open; what may not be for this student; what has nothing to count yet. Goals that
 * are done only fill up to three. "Not yet" rules are never among them.
 */
export function chooseFocus(goals: readonly GoalView[], today: LocalDate): string[] {
  const soon = addDays(today, nearDays)
  const ranked = goals
    .filter((goal) => goal.way !== 'guard')
    .map((goal, place) => ({ goal, place, rank: rankOf(goal, soon) }))
    .sort((a, b) => a.rank - b.rank || compareDays(a.goal.by, b.goal.by) || a.place - b.place)
  const open = ranked.filter((one) => !one.goal.done).slice(0, most)
  const done = ranked.filter((one) => one.goal.done).slice(0, Math.max(0, least - open.length))
  return [...open, ...done].map((one) => one.goal.id)
}

function rankOf(goal: GoalView, soon: LocalDate): number {
  if (goal.done) return 5
  if (goal.late) return 0
  if (goal.ifApt) return 3
  if (goal.way === 'count' && goal.min === 0) return 4
  return goal.by !== null && goal.by <= soon ? 1 : 2
}

function compareDays(a: LocalDate | null, b: LocalDate | null): number {
  if (a === b) return 0
  if (a === null) return 1
  return b === null || a < b ? -1 : 1
}

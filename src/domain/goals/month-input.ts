import type { LocalDate } from '../dates'
import type { PersonRow } from '../person/person-row'
import type { Profile } from '../profile/profile'
import type { Touch } from '../touch/touch'
import type { Goal } from './goal'
import type { GoalMark, Snooze } from './marks'

/** Everything `buildMonthView` reads. The caller brings all of it: the rules ask no store and no clock. */
export interface MonthInput {
  /** The student's calendar date. */
  today: LocalDate
  profile: Profile
  /** The roadmap's goals, of every stage: `seeds/goals.ts`. */
  goals: readonly Goal[]
  /** All people of the log. */
  rows: readonly PersonRow[]
  /** At least the touches whose date is in `touchWindow(today, profile)`; more do no harm. */
  touches: readonly Touch[]
  marks: readonly GoalMark[]
  snoozes: readonly Snooze[]
  /** Every touch whose outcome is `awaiting`, of any date. */
  awaiting: readonly Touch[]
}

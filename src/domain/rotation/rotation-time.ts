import { daysBetween, type LocalDate } from '../dates'
import { lastDayOf } from './list-tasks'
import type { Rotation, RotationKind } from './rotation'

type Placed = Pick<Rotation, 'start' | 'weeks'>

/** Where a rotation stands on a day. */
export type RotationPhase = 'now' | 'coming' | 'past'

/** Where a rotation stands on `today`; the weekend behind its last working day is past. */
export function phaseOf(rotation: Placed, today: LocalDate): RotationPhase {
  if (today < rotation.start) return 'coming'
  return today > lastDayOf(rotation) ? 'past' : 'now'
}

/** The week of a rotation that holds `today`, from 1, and never outside the rotation. */
export function weekOf(rotation: Placed, today: LocalDate): number {
  const week = Math.floor(daysBetween(rotation.start, today) / 7) + 1
  return Math.min(Math.max(week, 1), rotation.weeks)
}

/** How long a kind of rotation usually lasts, in weeks (the roadmap's section 4), and what a new one begins with. */
export const usualWeeks: Record<RotationKind, { min: number; max: number; proposed: number }> = {
  core: { min: 4, max: 8, proposed: 6 },
  elective: { min: 2, max: 3, proposed: 2 },
  away: { min: 2, max: 3, proposed: 3 },
}

/** True when a length is what the roadmap expects of this kind; another one is allowed too. */
export function isUsualLength(kind: RotationKind, weeks: number): boolean {
  return weeks >= usualWeeks[kind].min && weeks <= usualWeeks[kind].max
}

import { outstandingDays } from '../cadence/waiting'
import { daysBetween, type LocalDate } from '../dates'
import type { WaitingView } from '../goals/month-view'
import type { Role } from '../person/person'
import type { FunnelState, Standing } from './funnel-view'
import type { Reach } from './reach'

/** What the funnel reads of a person. */
export interface Candidate {
  roles: readonly Role[]
  friendly: 'unknown' | 'yes' | 'no'
  reach?: Reach | undefined
}

/** Faculty researchers, and whoever was written to as one (T4): nothing else in the log says "for research". */
export function isInFunnel({ roles, reach }: Candidate): boolean {
  return roles.includes('faculty-researcher') || reach?.isFirstLetter === true
}

/**
 * Where somebody of the funnel stands on `today`. What happened goes before what was said of them: whoever was written to
 * is no longer set aside, and a talk counts with or without a mail before it, as R2.8 counts it. `waiting` is the mail to
 * them that still waits for an answer. No touch more ever moves anybody back.
 */
export function standOn(candidate: Candidate, waiting: WaitingView | null, today: LocalDate): Standing {
  const { reach } = candidate
  const state = stateOf(candidate, waiting !== null, today)
  const on = state === 'talked' ? reach?.talkedOn : stepOf(state) >= 2 ? reach?.wroteOn : null
  return {
    state,
    answer: reach?.answer ?? '',
    on: on ?? null,
    days: on ? Math.max(0, daysBetween(on, today)) : 0,
    awaited: waiting && {
      touchId: waiting.touchId,
      since: waiting.since,
      days: waiting.days,
      nudge: waiting.nudge,
    },
  }
}

function stateOf({ friendly, reach }: Candidate, isAwaited: boolean, today: LocalDate): FunnelState {
  if (reach?.talkedOn) return 'talked'
  if (reach?.answer) return 'answered'
  if (reach?.wroteOn) {
    const isSilent = reach.isLetGo || daysBetween(reach.wroteOn, today) > outstandingDays
    return isSilent && !isAwaited ? 'moved-on' : 'written'
  }
  return friendly === 'yes' ? 'vetted' : friendly === 'no' ? 'set-aside' : 'found'
}

/** How far along a state is: 0 found to 4 talked. */
export function stepOf(state: FunnelState): number {
  return { found: 0, 'set-aside': 0, vetted: 1, written: 2, 'moved-on': 2, answered: 3, talked: 4 }[state]
}

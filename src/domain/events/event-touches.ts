import type { Role } from '../person/person'
import type { Touch, TouchInput } from '../touch/touch'
import type { NetworkEvent } from './event'

/** The three people to meet at an event (R2.2): one of each kind, with the role that a new one gets. */
export const eventTrio = ['faculty', 'upper-student', 'classmate'] as const
export type TrioPlace = (typeof eventTrio)[number]

/** Roles that a new person of a place may have; the first is the usual one. */
export const trioRoles: Record<TrioPlace, readonly [Role, ...Role[]]> = {
  faculty: ['attending', 'dean-advisor', 'faculty-researcher'],
  'upper-student': ['upper-student'],
  classmate: ['classmate'],
}

/** The touch of having met somebody at an event. Its note names the event, so that it is found again. */
export function toEventTouch(
  event: Pick<NetworkEvent, 'what' | 'date'>,
  personId: string,
  zone: string,
): TouchInput {
  return {
    personId,
    date: event.date,
    zone,
    kind: 'event',
    direction: 'both',
    templateId: '',
    note: event.what,
    outcome: null,
    thread: '',
    pmid: '',
    scheduled: false,
  }
}

/** The touches that an event logged, as long as nobody changed their day or note. */
export function findEventTouches(
  event: Pick<NetworkEvent, 'what' | 'date'>,
  touches: readonly Touch[],
): Touch[] {
  return touches.filter(
    (touch) => touch.kind === 'event' && touch.date === event.date && touch.note === event.what,
  )
}

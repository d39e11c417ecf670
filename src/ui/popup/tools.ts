import type { LocalDate } from '../../domain/dates'
import type { Goal } from '../../domain/goals/goal'
import type { CountedItem, MonthView } from '../../domain/goals/month-view'
import type { Store, Written } from '../../store/api'
import type { PopupDoors } from './doors'

/** What every part of the month works with. */
export interface MonthTools {
  doors: PopupDoors
  store: Store
  view: MonthView
  today: LocalDate
  /** The goals in the student's own words where they changed some, by id. */
  goals: ReadonlyMap<string, Goal>
  /** Writes, and says so with a way to take it back. */
  act: (text: string, write: () => Promise<Written>) => Promise<void>
  /** Opens a page of the dashboard. */
  open: (hash: string) => void
}

/** Where the dashboard shows a person. */
export function personHash(id: string): string {
  return `/people/${encodeURIComponent(id)}`
}

const pagesOf: Record<CountedItem['what'], string> = {
  person: '/people/',
  letter: '/letters/',
  program: '/programs/',
  rotation: '/rotations/',
  remark: '',
  interview: '/interviews',
  event: '/events',
}

/** Where the dashboard shows something that was counted: the person behind it, or its own page. */
export function itemHash({ what, id, personId }: CountedItem): string {
  if (personId) return personHash(personId)
  const page = pagesOf[what]
  return page.endsWith('/') ? page + encodeURIComponent(id) : page || '/people'
}

/**
 * Moves the focus to a heading before the line with the focus goes; to the heading of the goals when the whole part goes
 * with its last line.
 */
export function focusHeading(id: string, isLastLine: boolean): void {
  const heading = document.getElementById(isLastLine ? 'goals' : id)
  heading?.focus({ preventScroll: true })
}

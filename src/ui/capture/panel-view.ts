import type { PersonDraft } from '../../domain/person/person'
import type { PageReading } from './page-reading'

/** Why there is nobody to show. */
export type NobodyWhy = 'nobody' | 'nobodySelected' | 'stopped' | 'failed'

/** What the panel shows. */
export type PanelView =
  | { state: 'reading' }
  /** A page with authors, a profile, or somebody out of a selection: one person's form at a time. */
  | { state: 'person'; reading: PageReading; start: number }
  | { state: 'list'; reading: PageReading }
  /** `byHand`: what is known for a form filled by hand, such as the selected text. */
  | { state: 'nobody'; why: NobodyWhy; byHand: PersonDraft }

/** What to show of a page that was read. */
export function viewReading(reading: PageReading, start: number, byHand: PersonDraft): PanelView {
  const [first] = reading.people
  if (!first) return { state: 'nobody', why: 'nobody', byHand }
  if (reading.kind === 'list' && reading.people.length > 1) return { state: 'list', reading }
  if (reading.kind === 'article' || reading.kind === 'search') return { state: 'person', reading, start }
  return { state: 'person', reading: readingOf(first.draft), start: 0 }
}

/** A reading of just one person, who stands on no list. */
export function readingOf(draft: PersonDraft): PageReading {
  return { kind: 'person', people: [{ index: 0, draft }], cauthorPmid: null, more: null }
}

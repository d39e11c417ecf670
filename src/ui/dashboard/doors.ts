import type { Message } from '../../domain/message'
import type { Moment, Store } from '../../store/api'

/** What the dashboard is given by its entry point. */
export interface DashboardDoors {
  openStore: (onTrouble: (what: Message) => void) => Promise<Store>
  momentNow: () => Moment
  zone: () => string
  browser: 'chrome' | 'firefox'
  /** Where provenance ids such as `pubmed.author-list` are put in words. */
  sources: Readonly<Record<string, string>>
  openWelcome: () => void
  /** Keys of the template picker as the browser assigned them; empty when it did not. */
  pickerShortcut: () => Promise<string>
  /** Hands a file to the student. */
  saveFile: (name: string, text: string) => void
}

/** What every page of the dashboard works with. */
export interface PageTools {
  doors: DashboardDoors
  store: Store
  /** Shows a note at the foot; with changes, with an *Undo* that takes them back in this order. */
  note: (text: string, ...changeIds: string[]) => void
}

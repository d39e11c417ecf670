import type { WatchedRule } from '../../domain/benchmarks/watched-rule'
import type { Goal } from '../../domain/goals/goal'
import type { Message } from '../../domain/message'
import type { QuestionBank } from '../../domain/questions/question-bank'
import type { RotationTask } from '../../domain/rotation/rotation-task'
import type { SeasonDate } from '../../domain/season/season-date'
import type { SpokenLine } from '../../domain/spoken/spoken-line'
import type { TemplateSeed } from '../../domain/templates/template-seed'
import type { YearWords } from '../../domain/templates/template-values'
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
  /** Keys of a command as the browser assigned them; empty when it did not. */
  shortcut: (command: 'insert-template' | 'save-from-page') => Promise<string>
  sites: SiteDoors
  /** Hands a file to the student. */
  saveFile: (name: string, text: string, type?: string) => void
  seeds: DashboardSeeds
}

/** What the product says of the road, from `seeds/`. */
export interface DashboardSeeds {
  goals: readonly Goal[]
  rotationTasks: readonly RotationTask[]
  spokenLines: readonly SpokenLine[]
  questionBanks: readonly QuestionBank[]
  templates: readonly TemplateSeed[]
  yearWords: YearWords
  seasonDates: readonly SeasonDate[]
  watchedRules: readonly WatchedRule[]
}

/** What every page of the dashboard works with. */
export interface PageTools {
  doors: DashboardDoors
  store: Store
  /** Shows a note at the foot; with changes, with an *Undo* that takes them back in this order. */
  note: (text: string, ...changeIds: string[]) => void
}

/** The sites with a standing offer, as the browser's permissions have them. */
export interface SiteDoors {
  /** Hosts; a pattern such as `https://*.example.edu/*` where the browser's own settings granted more than one host. */
  list: () => Promise<string[]>
  /** True for a site that the extension works on without asking. */
  isOwn: (host: string) => boolean
  /** The host out of what was typed; null when there is none in it. */
  readHost: (typed: string) => string | null
  /** Asks the student. To be the first call in a click's handler. */
  request: (host: string) => Promise<boolean>
  /** Gives one of `list` back; false when the browser kept it. */
  remove: (site: string) => Promise<boolean>
  /** Hears that a site came or went, until `signal` aborts. */
  onChange: (listener: () => void, signal: AbortSignal) => void
}

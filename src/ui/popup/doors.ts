import type { Checklist } from '../../domain/benchmarks/checklist'
import type { WatchedRule } from '../../domain/benchmarks/watched-rule'
import type { Goal } from '../../domain/goals/goal'
import type { Message } from '../../domain/message'
import type { QuestionBank } from '../../domain/questions/question-bank'
import type { RotationTask } from '../../domain/rotation/rotation-task'
import type { SeasonDate } from '../../domain/season/season-date'
import type { SpokenLine } from '../../domain/spoken/spoken-line'
import type { TemplateSeed } from '../../domain/templates/template-seed'
import type { YearWords } from '../../domain/templates/template-values'
import type { Refusal } from '../../platform/page-address'
import type { Moment, Store } from '../../store/api'

/** What the popup is given by its entry point: the log, the roadmap, the clock and the browser. */
export interface PopupDoors {
  /** Opens the log; `onTrouble` hears what stands in its way, now or later. */
  openStore: (onTrouble: (what: Message) => void) => Promise<Store>
  /** The roadmap's goals. They come with the log, which counts by them. */
  loadGoals: () => Promise<readonly Goal[]>
  /** What the product says besides its goals. Asked after the first paint. */
  loadSeeds: () => Promise<PopupSeeds>
  momentNow: () => Moment
  /** IANA name of the device's zone. */
  zone: () => string
  /** Milliseconds until the device's next midnight. */
  untilTomorrow: () => number
  /** Opens a page of the extension in a tab. */
  openPage: (page: 'dashboard' | 'welcome', hash?: string) => void
  /** The page behind the popup. Asked after the first paint. */
  readActivePage: () => Promise<ActivePage>
  /** What the popup was opened to say; null when the student opened it. */
  refusal: Refusal | null
  close: () => void
}

/** What the product says of the road, from `seeds/`, without the goals. */
export interface PopupSeeds {
  rotationTasks: readonly RotationTask[]
  spokenLines: readonly SpokenLine[]
  questionBanks: readonly QuestionBank[]
  templates: readonly TemplateSeed[]
  yearWords: YearWords
  seasonDates: readonly SeasonDate[]
  watchedRules: readonly WatchedRule[]
  checklists: readonly Checklist[]
}

/** The page behind the popup, and what can be done with it. */
export interface ActivePage {
  /** Why nothing can be saved there. */
  refusal: Refusal | null
  /** The host that can be asked for; null where there is none to ask for. */
  host: string | null
  isOffered: boolean
  /** Opens the panel in the page; answers why that cannot be done. */
  save(): Promise<Refusal | null>
  /** Asks the student for the host. To be the first call in a click's handler. */
  offer(host: string): Promise<boolean>
}

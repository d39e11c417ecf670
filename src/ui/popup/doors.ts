import type { Goal } from '../../domain/goals/goal'
import type { Message } from '../../domain/message'
import type { Moment, Store } from '../../store/api'

/** What the popup is given by its entry point: the log, the roadmap, the clock and the browser. */
export interface PopupDoors {
  /** Opens the log; `onTrouble` hears what stands in its way, now or later. */
  openStore: (onTrouble: (what: Message) => void) => Promise<Store>
  goals: readonly Goal[]
  momentNow: () => Moment
  /** IANA name of the device's zone. */
  zone: () => string
  /** Milliseconds until the device's next midnight. */
  untilTomorrow: () => number
  /** Opens a page of the extension in a tab. */
  openPage: (page: 'dashboard' | 'welcome', hash?: string) => void
}

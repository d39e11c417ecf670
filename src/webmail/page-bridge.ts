import type { NotedSend, WebmailSight } from './webmail-adapter'

/**
 * How the page script and the picker, two scripts of one isolated world, find each other: one object on the world's
 * global. The page cannot see it.
 */
export interface PageBridge {
  /** The page script's part of the client, so that the picker need not carry it too; null until the page is in use. */
  sight: WebmailSight | null
  /** Set by the picker when it is loaded. */
  picker: PickerPart | null
  /** Who gets the keys that go to nodes of ours; set once the picker is loaded. Keys that go elsewhere stay the page's. */
  keys: KeyGuard | null
  /** Ends the page script and everything it loaded. */
  stop(): void
}

export interface KeyGuard {
  /** The picker is open: keys without any focus are its own too. */
  isOpen: boolean
  /** Gets every guarded, trusted `keydown`; `preventDefault` takes it. */
  onKeyDown(event: KeyboardEvent): void
}

export interface PickerPart {
  /** Opens the picker for the composer that holds `from`; closes it when it is open. */
  toggle(from: Element): void
  /** A send was noted: waits for the sign that the mail went out. */
  confirm(note: NotedSend): void
  /** Asks whether an awaited answer came. */
  showAwaited(from: Element, awaited: AwaitedAnswer): void
  stop(): void
}

export interface AwaitedAnswer {
  touchId: string
  personId: string
  shown: string
  since: string
}

/** A symbol: under a name, `globalThis` would also answer with the page's element or frame of that name. */
const key = Symbol.for('preround')
type World = Record<symbol, PageBridge | undefined>

/** The bridge of this isolated world; undefined before the page script made it. */
export function findBridge(): PageBridge | undefined {
  return (globalThis as unknown as World)[key]
}

/** Puts the bridge where the picker finds it. */
export function placeBridge(bridge: PageBridge): void {
  ;(globalThis as unknown as World)[key] = bridge
}

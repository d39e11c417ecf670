import { type AwaitedAnswer, findBridge, type PageBridge, type PickerPart, placeBridge } from './page-bridge'
import type { ComposerParts, WebmailSight } from './webmail-adapter'

/** What the page script is given: the control to draw, and the ways to the worker. */
export interface PageParts {
  /** The client at this host. */
  findSight(host: string): WebmailSight | undefined
  createControl(win: Window, open: () => void, signal: AbortSignal): PageControl
  /** Hears what the worker sends to this tab: the extension's shortcut was pressed. */
  onWorkerMessage(listener: (message: unknown) => void, signal: AbortSignal): void
  /** True for a node of ours: the control, the picker. */
  isOwn(element: Element): boolean
  /** False once the extension was updated or removed under this script. */
  isConnected(): boolean
  /** Asks the worker. Does not throw: nothing is answered when it refuses or is gone. */
  ask: AskWorker
}

interface AskWorker {
  /** Puts the picker into this page; whether it came shows in the bridge. */
  (type: 'page.load', body: { script: 'picker' }): Promise<unknown>
  /** Is an answer of one of these addresses awaited? */
  (type: 'mail.awaited', body: { to: string[] }): Promise<{ awaited: AwaitedAnswer | null } | undefined>
}

export interface PageControl {
  /** Draws the control at a composer; `null` hides it. */
  place(at: ComposerParts | null): void
  /** Says at the control that the page has to be reloaded. */
  sayGone(): void
}

/** Chips of recipients come up to 2 s after the composer. */
const chipWaits = [0, 700, 2000]

/**
 * Watches one mail page. While it loads, only the ears are set up, as a page is loaded often and written in seldom; the
 * first key, focus or click wakes the rest. They have to be there from the start: of two listeners on `window` the
 * first one registered hears first, and the picker's keys are kept from the page that way. Returns what wakes it at once.
 */
export function watchPage(win: Window, parts: PageParts): () => void {
  // An earlier run of this script gives way.
  findBridge()?.stop()
  const ending = new AbortController()
  const { signal } = ending
  const bridge: PageBridge = {
    sight: null,
    picker: null,
    keys: null,
    stop() {
      ending.abort()
      bridge.picker?.stop()
      bridge.picker = bridge.keys = null
    },
  }
  placeBridge(bridge)
  let hear: ((event: Event) => void) | undefined
  const wake = (): ((event: Event) => void) => {
    hear ??= startWatch(win, parts, bridge, signal)
    return hear
  }
  for (const type of ['keydown', 'keypress', 'keyup', 'focusin', 'click']) {
    win.addEventListener(type, (event) => wake()(event), { capture: true, signal })
  }
  return wake
}

/**
 * Draws the control when a composer gets the focus, guards the picker's keys, notes sends. Starts nothing that polls.
 * Returns what gets every event.
 */
function startWatch(
  win: Window,
  parts: PageParts,
  bridge: PageBridge,
  signal: AbortSignal,
): (event: Event) => void {
  const doc = win.document
  const sight = parts.findSight(win.location.host)
  if (!sight) return () => {}
  const asked = new WeakSet<HTMLElement>()
  /** The composer that had the focus last: menus of the mail client take it away. */
  let latest: ComposerParts | null = null
  let control: PageControl | undefined

  /** False when the picker cannot be had: the extension was updated or removed. */
  const withPicker = async (use: (picker: PickerPart) => void): Promise<boolean> => {
    if (!parts.isConnected()) return false
    // A version that was installed this moment may not listen yet: once more, a little later.
    for (const wait of [0, 400]) {
      if (bridge.picker) break
      if (wait) await new Promise((done) => setTimeout(done, wait))
      await parts.ask('page.load', { script: 'picker' })
    }
    if (bridge.picker) use(bridge.picker)
    return bridge.picker !== null
  }

  const openPicker = async (): Promise<void> => {
    // Without a composer the picker says so.
    const from = latest?.key.isConnected ? (latest.body ?? latest.key) : doc.body
    if (!(await withPicker((picker) => picker.toggle(from)))) control?.sayGone()
  }

  /** Once a reply: was an answer of this person awaited? */
  const askAwaited = async (composer: ComposerParts): Promise<void> => {
    if (asked.has(composer.key) || !sight.isReply(composer)) return
    asked.add(composer.key)
    for (const wait of chipWaits) {
      await new Promise((done) => setTimeout(done, wait))
      if (signal.aborted || !composer.key.isConnected) return
      const to = sight.readTo(composer)
      if (to.length === 0) continue
      const awaited = (await parts.ask('mail.awaited', { to }))?.awaited
      if (awaited) await withPicker((picker) => picker.showAwaited(composer.body ?? composer.key, awaited))
      return
    }
  }

  const noteSend = (composer: ComposerParts | null, scheduled: boolean): void => {
    if (!composer) return
    const to = sight.readTo(composer)
    void withPicker((picker) => picker.confirm({ parts: composer, to, scheduled }))
  }

  const onFocus = (target: Element): void => {
    if (parts.isOwn(target)) return
    const composer = sight.findComposer(target)
    if (composer) {
      latest = composer
      control ??= parts.createControl(win, openPicker, signal)
      void askAwaited(composer)
    }
    control?.place(composer)
  }

  /** A click, or Enter or Space, on something that sends. */
  const onUse = (target: Element): void => {
    const scheduled = sight.isSchedule(target)
    noteSend(scheduled ? latest : sight.findSend(target) && sight.findComposer(target), scheduled)
  }

  /** The key that was last pressed in a node of ours. */
  let held = ''
  const onKey = (event: KeyboardEvent, target: Element): void => {
    const guard = bridge.keys
    const isPress = event.type === 'keydown'
    // A focus that was lost to the page's empty ground is the picker's too; and so is the release of a key that closed it.
    const isReleased = !isPress && event.code === held
    // Under a newer version of the extension the nodes are that version's, unless this one's picker is still open.
    const isOurs = parts.isOwn(target) && (guard?.isOpen || parts.isConnected())
    if (isOurs || isReleased || (guard?.isOpen && target === doc.body)) {
      event.stopImmediatePropagation()
      held = event.code
      if (isPress) guard?.onKeyDown(event)
      return
    }
    held = ''
    if (!isPress || event.isComposing) return
    const isEnter = event.key === 'Enter'
    if (isEnter && (event.ctrlKey || event.metaKey)) noteSend(sight.findComposer(target), false)
    else if (isEnter || event.key === ' ') onUse(target)
  }

  bridge.sight = sight
  parts.onWorkerMessage((message) => {
    if ((message as { type?: unknown } | null)?.type === 'picker.toggle') void openPicker()
  }, signal)
  // In a tab that was open before the install, a composer may have the focus already.
  if (doc.activeElement) onFocus(doc.activeElement)
  return (event) => {
    const { target, type } = event
    if (!event.isTrusted || !(target instanceof Element)) return
    if (type === 'focusin') onFocus(target)
    else if (type === 'click') onUse(target)
    else onKey(event as KeyboardEvent, target)
  }
}

import { type AwaitedAnswer, findBridge, type PageBridge, placeBridge } from './page-bridge'
import type { ComposerParts, WebmailSight } from './webmail-adapter'

/** What the page script is given: the control to draw, and the ways to the worker. */
export interface PageParts {
  /** Draws the control at a composer; `null` hides it. */
  placeControl(parts: ComposerParts | null): void
  /** True for a node of ours: the control, the picker. */
  isOwn(element: Element): boolean
  /** False once the extension was updated or removed under this script. */
  isConnected(): boolean
  /** Says at the control that the page has to be reloaded. */
  sayGone(): void
  /** Has the worker put the picker into this page. */
  loadPicker(): Promise<void>
  askAwaited(to: string[]): Promise<AwaitedAnswer | null>
}

/** Chips of recipients come up to 2 s after the composer. */
const chipWaits = [0, 700, 2000]

/**
 * Watches one mail page: draws the control when a composer gets the focus, guards the picker's keys, notes sends. It
 * starts nothing that polls. Returns what opens the picker for the composer in use. `ending` ends all of it, and is
 * aborted when a newer run of this script takes over.
 */
export function watchPage(
  win: Window,
  sight: WebmailSight,
  parts: PageParts,
  ending: AbortController,
): { openPicker(): void } {
  const doc = win.document
  const asked = new WeakSet<HTMLElement>()
  /** The composer that had the focus last: menus of the mail client take it away. */
  let latest: ComposerParts | null = null

  // An earlier run of this script, of the version before an update, gives way.
  findBridge()?.stop()
  const bridge: PageBridge = { picker: null, keys: null, stop: () => ending.abort() }
  placeBridge(bridge)
  ending.signal.addEventListener('abort', () => {
    bridge.picker?.stop()
    bridge.picker = bridge.keys = null
  })

  const withPicker = async (use: (picker: NonNullable<PageBridge['picker']>) => void): Promise<void> => {
    try {
      if (!bridge.picker) await parts.loadPicker()
    } catch {
      parts.sayGone()
    }
    if (bridge.picker) use(bridge.picker)
  }

  const openPicker = (): void => {
    // Without a composer the picker says so.
    const from = latest?.key.isConnected ? (latest.body ?? latest.key) : doc.body
    if (parts.isConnected()) void withPicker((picker) => picker.toggle(from))
    else parts.sayGone()
  }

  /** Once a reply: was an answer of this person awaited? */
  const askAwaited = async (composer: ComposerParts): Promise<void> => {
    if (asked.has(composer.key) || !sight.isReply(composer) || !parts.isConnected()) return
    asked.add(composer.key)
    for (const wait of chipWaits) {
      await new Promise((done) => setTimeout(done, wait))
      if (ending.signal.aborted || !composer.key.isConnected) return
      const to = sight.readTo(composer)
      if (to.length === 0) continue
      const awaited = await parts.askAwaited(to).catch(() => null)
      if (awaited) await withPicker((picker) => picker.showAwaited(composer.body ?? composer.key, awaited))
      return
    }
  }

  const noteSend = (composer: ComposerParts, scheduled: boolean): void => {
    if (!parts.isConnected()) return
    const to = sight.readTo(composer)
    void withPicker((picker) => picker.confirm({ parts: composer, to, scheduled }))
  }

  const onFocus = (event: Event): void => {
    const target = event.target
    if (!(target instanceof Element) || parts.isOwn(target)) return
    const composer = sight.findComposer(target)
    parts.placeControl(composer)
    if (!composer) return
    latest = composer
    void askAwaited(composer)
  }

  /** A click, or Enter or Space, on something that sends. */
  const onUse = (event: Event): void => {
    const target = event.target
    if (!event.isTrusted || !(target instanceof Element)) return
    const scheduled = sight.isSchedule(target)
    const composer = scheduled ? latest : sight.findSend(target) && sight.findComposer(target)
    if (composer) noteSend(composer, scheduled)
  }

  /** The key that was last pressed in a node of ours. */
  let held = ''
  const onKey = (event: KeyboardEvent): void => {
    const guard = bridge.keys
    const target = event.target
    if (!event.isTrusted || !(target instanceof Element)) return
    const isPress = event.type === 'keydown'
    // A focus that was lost to the page's empty ground is the picker's too; and so is the release of a key that closed it.
    const isReleased = !isPress && event.code === held
    if (parts.isOwn(target) || isReleased || (guard?.isOpen && target === doc.body)) {
      event.stopImmediatePropagation()
      held = event.code
      if (isPress) guard?.onKeyDown(event)
      return
    }
    held = ''
    if (!isPress || event.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      const composer = sight.findComposer(target)
      if (composer) noteSend(composer, false)
    } else if (event.key === 'Enter' || event.key === ' ') onUse(event)
  }

  const listen = { capture: true, signal: ending.signal }
  for (const type of ['keydown', 'keypress', 'keyup'] as const) win.addEventListener(type, onKey, listen)
  win.addEventListener('focusin', onFocus, listen)
  win.addEventListener('click', onUse, listen)
  return { openPicker }
}

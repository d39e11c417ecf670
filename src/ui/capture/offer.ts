import { askWorker, isConnected, onWorkerMessage } from '../../platform/page-runtime'
import { createShadowHost, removeStaleHosts } from '../shared/shadow-host'
import { offer as words } from '../shared/words/en'
import { findCaptureBridge } from './capture-bridge'
import type { PageReading } from './page-reading'

// This file rides on every page of the sites that the student chose: 3 kB gzip is its budget. No framework, no schema.

const name = 'offer'

const css = `section{position:fixed;right:16px;bottom:16px;z-index:2147482000;display:flex;max-width:min(320px,80vw);border-radius:17px;background:#0b6a72;color:#fff;box-shadow:0 2px 8px #0005;font:13px/18px system-ui}
button{all:unset;padding:8px 13px;border-radius:17px;cursor:pointer}
button:first-child{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
button:hover{background:#fff3}button:active{background:#0004}
button:focus-visible{outline:3px solid #0b57d0}
.gone{white-space:normal!important}
@media(prefers-color-scheme:dark){section{background:#5cc5cc;color:#06282b}button:focus-visible{outline-color:#8ab4ff}}
@media print{section{display:none}}`

/** A page drawn by a script may have its people a little later: a second look, and no third. */
const looks = [0, 2500]

/**
 * Shows one quiet control on a page about people. `hasSigns` is the cheap look, taken in idle time; only when it sees
 * something are the readers loaded, and only what they say is offered. Returns the way to take everything away.
 */
export function startOffer(win: Window, hasSigns: (doc: Document, url: URL) => boolean): () => void {
  const doc = win.document
  const life = new AbortController()
  const { signal } = life
  /** The page that is shown: a site may change it without loading. */
  let address = ''
  let turn = new AbortController()

  const clear = () => removeStaleHosts(doc, name)
  const stop = () => {
    life.abort()
    turn.abort()
    clear()
  }

  const show = (label: string, ending: AbortSignal) => {
    clear()
    const { host, root } = createShadowHost(doc, name, css)
    const section = doc.createElement('section')
    section.ariaLabel = 'Preround'
    const add = (text: string, act: (button: HTMLButtonElement) => void) => {
      const button = doc.createElement('button')
      button.type = 'button'
      button.textContent = text
      button.addEventListener('click', (event) => event.isTrusted && act(button), { signal })
      section.append(button)
      return button
    }
    const save = add(label, async () => {
      const bridge = findCaptureBridge()
      if (!bridge.panel && isConnected()) await askWorker('page.load', { script: 'capture' })
      if (!isConnected()) {
        save.role = 'alert'
        save.className = 'gone'
        save.textContent = save.title = words.gone
        return
      }
      const returnFocus = () => {
        if (ending.aborted) return
        doc.documentElement.append(host)
        save.focus()
      }
      host.remove()
      if (bridge.panel) bridge.panel.open({ author: -1, returnFocus, saved() {} })
      else returnFocus()
    })
    save.title = label
    const dismiss = add('×', () => {
      turn.abort()
      host.remove()
    })
    dismiss.ariaLabel = dismiss.title = words.dismiss
    root.append(section)
    doc.documentElement.append(host)
  }

  const read = async (ending: AbortSignal): Promise<PageReading | undefined> => {
    if (!findCaptureBridge().reader) await askWorker('page.load', { script: 'reader' })
    try {
      return await findCaptureBridge().reader?.readPage(ending)
    } catch {
      // Ended, or a page that cannot be read.
    }
  }

  const look = async () => {
    turn.abort()
    turn = new AbortController()
    const ending = turn.signal
    for (const wait of looks) {
      await new Promise((done) => setTimeout(done, wait))
      await new Promise((done) => win.requestIdleCallback(done, { timeout: 2000 }))
      if (ending.aborted || !isConnected()) return
      if (!hasSigns(doc, new URL(win.location.href))) continue
      const { kind, people } = (await read(ending)) ?? {}
      const [first] = people ?? []
      if (ending.aborted) return
      const isList = kind === 'list' && people?.[1]
      if (!first || !(isList || kind === 'person')) continue
      show(isList ? `${words.saveList}${people.length})` : words.savePerson + first.draft.names.shown, ending)
      return
    }
  }

  /** Looks again where the site shows another page now. */
  const follow = () => {
    const now = win.location.href.replace(/#.*/s, '')
    if (now === address || signal.aborted) return
    address = now
    clear()
    void look()
  }

  onWorkerMessage((body) => {
    const order = body as { type?: unknown; body?: { host?: unknown } } | null
    if (order?.type === 'offer.stop' && order.body?.host === win.location.hostname) stop()
  }, signal)
  const navigation = (win as { navigation?: EventTarget }).navigation
  navigation?.addEventListener('navigatesuccess', follow, { signal })
  win.addEventListener('popstate', follow, { signal })
  clear()
  follow()
  return stop
}

import { render } from 'preact'
import tokens from '../../../assets/styles/tokens.css?inline'
import { ask } from '../../messaging/client'
import type { CaptureOrder } from '../../messaging/protocol'
import { isConnected } from '../../platform/page-runtime'
import { createShadowHost, removeStaleHosts } from '../shared/shadow-host'
import { capture as words } from '../shared/words/en'
import { say } from '../shared/words/say'
import { sayPageError } from '../shared/words/say-page-error'
import type { CapturePanel } from './capture-bridge'
import type { SavedMany } from './listing'
import { noFilter } from './listing-state'
import type { PanelParts } from './page-reading'
import { type KeptWork, Panel } from './panel'
import css from './panel.css?inline'
import { type PanelView, viewReading } from './panel-view'
import type { Saved } from './person-editor'
import { makeBlankDraft, readOrder } from './read-order'
import { createSaveProgress, type SaveProgress } from './save-progress'
import { showCount } from './show-count'
import { Toast } from './toast'

/** The panel of any page: besides the page's own controls, the worker opens it and tells it how a save goes on. */
export interface PagePanel extends CapturePanel {
  /** Opens the panel with what the student asked for. */
  show(order: CaptureOrder): void
  progress: SaveProgress
}

/** What opening the panel needs to know: how to read, and what to do around it. */
interface Opening {
  /** Names what is shown: what was typed is kept for it. */
  key: string
  read: (signal: AbortSignal) => Promise<PanelView>
  returnFocus: () => void
  saved: () => void
}

/** Reading that is quicker than this (ms) shows no sign of itself. */
const patience = 150

/** Makes the capture panel of one page. Nothing is shown before `open` or `show`. */
export function createCapturePanel(doc: Document, parts: PanelParts): PagePanel {
  removeStaleHosts(doc, 'panel')
  removeStaleHosts(doc, 'toast')
  const life = new AbortController()
  const kept = new Map<string, KeptWork>()
  const progress = createSaveProgress()
  let panel: HTMLElement | null = null
  let toast: HTMLElement | null = null
  let reading: AbortController | null = null

  const make = (name: 'panel' | 'toast'): { host: HTMLElement; mount: HTMLElement } => {
    const { host, root } = createShadowHost(doc, name, `${tokens}\n${css}`)
    const mount = doc.createElement('div')
    root.append(mount)
    // What is typed here is no shortcut of the page's.
    for (const type of ['keydown', 'keyup', 'keypress'] as const) {
      host.addEventListener(type, (event) => event.stopPropagation(), { signal: life.signal })
    }
    mounts.set(host, mount)
    return { host, mount }
  }

  /** Puts a host into the page, beside the body: a page may move or filter that, and what is fixed inside goes along. */
  const attach = (host: HTMLElement) => {
    if (!host.isConnected) doc.documentElement.append(host)
  }

  const take = (host: HTMLElement | null) => {
    const mount = host && mounts.get(host)
    if (mount) render(null, mount)
    host?.remove()
  }
  const mounts = new WeakMap<HTMLElement, HTMLElement>()

  const closePanel = () => {
    reading?.abort()
    reading = null
    take(panel)
    panel = null
  }
  const closeToast = () => {
    take(toast)
    toast = null
  }

  const showToast = (text: string, actions: { label: string; act: () => void }[]) => {
    toast ??= make('toast').host
    attach(toast)
    const mount = mounts.get(toast)
    if (mount) render(<Toast text={text} actions={actions} onGone={closeToast} />, mount)
  }
  const dismiss = { label: words.dismiss, act: closeToast }

  const announce = (text: string, changeId: string, undone: string, hash: string, saved: () => void) => {
    showToast(text, [
      {
        label: words.undo,
        act: async () => {
          try {
            await ask('changes.undo', { changeId })
            showToast(undone, [dismiss])
            saved()
          } catch (error) {
            showToast(sayPageError(error), [dismiss])
          }
        },
      },
      {
        label: words.openInLog,
        act: () => void ask('app.open', { page: 'dashboard', hash }).catch(() => undefined),
      },
      dismiss,
    ])
  }

  const announceOne = ({ name, personId, changeId, merged }: Saved, saved: () => void) =>
    announce(
      say(merged ? words.merged : words.saved, { name }),
      changeId,
      say(words.undone, { name }),
      `/people/${personId}`,
      saved,
    )

  const announceMany = ({ changeId, saved, joined, repeated }: SavedMany, hear: () => void) => {
    const counts = { saved: showCount(saved), joined: showCount(joined), repeated: showCount(repeated) }
    const text = [
      say(joined ? words.list.savedJoined : words.list.savedAll, counts),
      repeated > 0 && say(words.list.repeated, counts),
    ].filter(Boolean)
    announce(`${text.join('. ')}.`, changeId, words.list.undone, '/people', hear)
  }

  const openWith = (opening: Opening) => {
    closePanel()
    const { host, mount } = make('panel')
    panel = host
    const work = kept.get(opening.key) ?? {
      forms: new Map(),
      listing: { ticks: new Map(), filter: noFilter, role: null, scrollTop: 0 },
    }
    kept.set(opening.key, work)
    let isFresh = true
    let back: (() => void) | null = null
    const close = () => {
      const hadFocus = doc.activeElement === host
      closePanel()
      if (hadFocus) opening.returnFocus()
    }
    mount.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && event.isTrusted) (back ?? close)()
    })

    const draw = (view: PanelView) => {
      if (panel !== host) return
      attach(host)
      render(
        <Panel
          view={view}
          parts={parts}
          kept={work}
          progress={progress}
          mayTakeFocus={() => {
            const { activeElement } = doc
            const isFree = !activeElement || activeElement === doc.body || activeElement === host
            const may = isFresh || isFree
            isFresh = false
            return may
          }}
          onStop={() => reading?.abort()}
          onReadAgain={() => void read()}
          onBackChange={(change) => {
            back = change
          }}
          onSaved={(saved) => {
            // From a listing the way leads back to it; from one person's page the work is done.
            if (!back) close()
            announceOne(saved, opening.saved)
            opening.saved()
          }}
          onSavedMany={(saved) => {
            close()
            announceMany(saved, opening.saved)
            opening.saved()
          }}
          onClose={close}
        />,
        mount,
      )
    }

    const read = async () => {
      reading?.abort()
      const control = new AbortController()
      reading = control
      const waiting = setTimeout(() => draw({ state: 'reading' }), patience)
      const stopped = new Promise<PanelView>((resolve) => {
        control.signal.addEventListener('abort', () =>
          resolve({ state: 'nobody', why: 'stopped', byHand: makeBlankDraft() }),
        )
      })
      const view = await Promise.race([opening.read(control.signal), stopped]).catch(
        (): PanelView => ({ state: 'nobody', why: 'failed', byHand: makeBlankDraft() }),
      )
      clearTimeout(waiting)
      if (reading === control || control.signal.aborted) draw(view)
    }
    void read()
  }

  return {
    progress,
    open: (request) => {
      // The control that was used says what has happened.
      if (!isConnected()) return
      openWith({
        key: `${doc.URL} author`,
        read: async (signal) => viewReading(await parts.readPage(signal), request.author, makeBlankDraft()),
        returnFocus: request.returnFocus,
        saved: request.saved,
      })
    },
    show: (order) => {
      const before = doc.activeElement
      openWith({
        key: `${doc.URL} ${JSON.stringify(order)}`,
        read: (signal) => readOrder(order, parts, doc.URL, signal),
        returnFocus: () => {
          if (before instanceof HTMLElement) before.focus({ preventScroll: true })
        },
        saved: () => undefined,
      })
    },
    stop: () => {
      life.abort()
      closePanel()
      closeToast()
    },
  }
}

import { render } from 'preact'
import tokens from '../../../assets/styles/tokens.css?inline'
import { ask } from '../../messaging/client'
import { isConnected } from '../../platform/page-runtime'
import { createShadowHost, removeStaleHosts } from '../shared/shadow-host'
import { capture as words } from '../shared/words/en'
import { say } from '../shared/words/say'
import { sayError } from '../shared/words/say-message'
import type { CapturePanel, CaptureRequest } from './capture-bridge'
import type { PageReading, PanelParts } from './page-reading'
import { Panel } from './panel'
import css from './panel.css?inline'
import type { Saved } from './person-editor'
import type { PersonForm } from './person-form'
import { Toast } from './toast'

/** Makes the capture panel of one page. Nothing is shown before `open`. */
export function createCapturePanel(doc: Document, parts: PanelParts): CapturePanel {
  removeStaleHosts(doc, 'panel')
  removeStaleHosts(doc, 'toast')
  const life = new AbortController()
  const kept = new Map<number, PersonForm>()
  let panel: HTMLElement | null = null
  let toast: HTMLElement | null = null

  const place = (name: 'panel' | 'toast'): { host: HTMLElement; mount: HTMLElement } => {
    const { host, root } = createShadowHost(doc, name, `${tokens}\n${css}`)
    const mount = doc.createElement('div')
    root.append(mount)
    // What is typed here is no shortcut of the page's.
    for (const type of ['keydown', 'keyup', 'keypress'] as const) {
      host.addEventListener(type, (event) => event.stopPropagation(), { signal: life.signal })
    }
    doc.body.append(host)
    return { host, mount }
  }

  const take = (host: HTMLElement | null) => {
    const mount = host && mounts.get(host)
    if (mount) render(null, mount)
    host?.remove()
  }
  const mounts = new WeakMap<HTMLElement, HTMLElement>()

  const closePanel = () => {
    take(panel)
    panel = null
  }
  const closeToast = () => {
    take(toast)
    toast = null
  }

  const showToast = (text: string, actions: { label: string; act: () => void }[]) => {
    if (!toast) {
      const { host, mount } = place('toast')
      toast = host
      mounts.set(host, mount)
    }
    const mount = mounts.get(toast)
    if (mount) render(<Toast text={text} actions={actions} onGone={closeToast} />, mount)
  }

  const announce = (saved: Saved, request: CaptureRequest) => {
    const { name, personId, changeId } = saved
    showToast(say(saved.merged ? words.merged : words.saved, { name }), [
      {
        label: words.undo,
        act: async () => {
          try {
            await ask('changes.undo', { changeId })
            showToast(say(words.undone, { name }), [{ label: words.dismiss, act: closeToast }])
            request.saved()
          } catch (error) {
            showToast(sayError(error), [{ label: words.dismiss, act: closeToast }])
          }
        },
      },
      {
        label: words.openInLog,
        act: () =>
          void ask('app.open', { page: 'dashboard', hash: `/people/${personId}` }).catch(() => undefined),
      },
      { label: words.dismiss, act: closeToast },
    ])
  }

  const show = (reading: PageReading, request: CaptureRequest) => {
    closePanel()
    const { host, mount } = place('panel')
    panel = host
    mounts.set(host, mount)
    const close = () => {
      closePanel()
      request.returnFocus()
    }
    mount.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && event.isTrusted) close()
    })
    render(
      <Panel
        reading={reading}
        parts={parts}
        start={request.author}
        kept={kept}
        onClose={close}
        onSaved={(saved) => {
          close()
          announce(saved, request)
          request.saved()
        }}
      />,
      mount,
    )
    // Focus starts on the one question with an answer already: Enter saves from there, arrows change the role.
    const start = mount.querySelector<HTMLElement>('.chip input:checked') ?? mount.querySelector('button')
    start?.focus()
  }

  return {
    open: (request) => {
      // The control that was used says what has happened.
      if (!isConnected()) return
      void parts.readPage(life.signal).then(
        (reading) => show(reading, request),
        () => show({ kind: 'article', people: [], cauthorPmid: null }, request),
      )
    },
    stop: () => {
      life.abort()
      closePanel()
      closeToast()
    },
  }
}

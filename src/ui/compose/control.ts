import { createShadowHost, removeStaleHosts } from '../shared/shadow-host'
import { page } from '../shared/words/en'

export const controlName = 'mail-control'
const css = `button{all:unset;position:fixed;min-width:92px;z-index:2147483000;font:12px/26px system-ui;text-align:center;cursor:pointer;border-radius:8px;background:#0b6a72;color:#fff}
button:active{opacity:.8}button:focus-visible{outline:3px solid #0b57d0}
@media(prefers-color-scheme:dark){button{background:#5cc5cc;color:#06282b}}`

const height = 26

/**
 * The small control at a composer's edge. It lives outside the mail page's own nodes, in a shadow root of its own, and
 * moves with the composer by events: scrolling, resizing, and an observer that hears when the composer's place changes.
 */
export function createControl(
  win: Window,
  open: () => void,
  signal: AbortSignal,
): {
  /** Shows it at a composer, or hides it. */
  place(at: { frame: Element; body: Element | null } | null): void
  /** Says that the page has to be reloaded. */
  sayGone(): void
} {
  const doc = win.document
  const { host, root } = createShadowHost(doc, controlName, css)
  const button = doc.createElement('button')
  button.title = page.templatesTitle
  root.append(button)
  let target: { frame: Element; body: Element | null } | null = null
  let isWaiting = false
  /** Placed by a focus and not drawn since. */
  let isFresh = false
  let watcher: IntersectionObserver | undefined
  const resizes = new ResizeObserver(() => schedule())

  const hide = (): void => {
    target = null
    watcher?.disconnect()
    resizes.disconnect()
    host.remove()
  }

  const draw = (): void => {
    isWaiting = false
    if (!target) return
    const box = target.frame.getBoundingClientRect()
    // The composer is gone, or a newer version of the extension took the control away: a new focus may draw it again,
    // scrolling may not.
    if (box.width === 0 || !(isFresh || host.isConnected)) {
      hide()
      return
    }
    // Above the composer's top edge covers neither text nor buttons. Where there is no room above, as in full screen,
    // the lower right corner of the body: text starts at the other corner.
    const body = (target.body ?? target.frame).getBoundingClientRect()
    const isAbove = box.top > height
    const { clientWidth, clientHeight } = doc.documentElement
    const right = clientWidth - (isAbove ? box : body).right
    const bottom = Math.min(isAbove ? box.top : body.bottom, clientHeight - (isAbove ? 0 : 60))
    button.style.cssText = `right:${Math.max(0, right) + 20}px;top:${Math.max(2, bottom - height)}px`
    if (!host.isConnected) {
      removeStaleHosts(doc, controlName)
      doc.documentElement.append(host)
    }
    isFresh = false
    // Hears when the composer leaves the place it has now.
    const edges = [box.top, clientWidth - box.right, clientHeight - box.bottom, box.left]
    let isFirst = true
    watcher?.disconnect()
    watcher = new IntersectionObserver(
      () => {
        if (!isFirst) schedule()
        isFirst = false
      },
      { rootMargin: edges.map((edge) => `${-edge | 0}px`).join(' '), threshold: 1 },
    )
    watcher.observe(target.frame)
  }

  const schedule = (): void => {
    if (isWaiting || !target) return
    isWaiting = true
    win.requestAnimationFrame(draw)
  }

  const listen = { capture: true, signal }
  win.addEventListener('scroll', schedule, listen)
  win.addEventListener('resize', schedule, listen)
  // The composer keeps its caret when the control is pressed.
  button.addEventListener('mousedown', (event) => event.preventDefault())
  button.addEventListener('click', (event) => event.isTrusted && open())

  signal.addEventListener('abort', hide)

  return {
    place(at) {
      if (!at) {
        hide()
        return
      }
      resizes.disconnect()
      resizes.observe(at.frame)
      button.textContent = page.templates
      target = at
      isFresh = true
      schedule()
    },
    sayGone() {
      button.textContent = page.gone
    },
  }
}

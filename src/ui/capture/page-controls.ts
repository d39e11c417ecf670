import type { Request, Response, ShownPerson } from '../../messaging/protocol'
import { askWorker, isConnected } from '../../platform/page-runtime'
import { hostAttribute, removeStaleHosts, shadowMode } from '../shared/shadow-host'
import { pubmedPage as words } from '../shared/words/en'
import { findCaptureBridge } from './capture-bridge'

// This file rides on every PubMed page: 2 kB gzip and 2 ms at 30 authors are its budget. No framework, no schema; the
// worker reads queries and puts the marks into words.

/** One human author of an article; the reader of spots makes these. */
interface Author {
  index: number
  element: Element
  name: string
  /** The control, once it is drawn. */
  button?: HTMLButtonElement
}

/** A control that can carry a mark. */
interface Marked {
  button: HTMLButtonElement
  /** What it shows without a mark. */
  word: string
  label: string
  person: ShownPerson
  /** The author whose affiliations were not read yet. */
  unread: Element | null | undefined
  /** The mark in words. */
  says?: string | undefined
}

/** Where controls may stand. */
interface Spots {
  pmids: string[]
  authors: Author[]
  query?: Request<'capture.query'> | null
  before?: Element | null
}

// Not in a sheet of its own, of which there would be 25. What a button inherits, the browser's own rules for buttons
// reset; the focus ring stays the browser's; and text that cannot be selected cannot be copied with the page's.
const css =
  'margin:3px;padding:1px 5px;border:1px solid;border-radius:5px;color:#066;background:#fff;font:12px system-ui;cursor:pointer;user-select:none'

/** How many authors get their control at once; the others when they are pointed at or focused. */
const atOnce = 25

/**
 * Draws the *Save* controls of a PubMed page and keeps their marks true. Returns the way to take everything away.
 * `readAffiliations` gives an author's whole affiliation texts.
 */
export function startPageControls(
  doc: Document,
  { authors, query, pmids, before }: Spots,
  readAffiliations: (author: Element) => string[],
): () => void {
  const life = new AbortController()
  const { signal } = life
  const list = authors[0]?.element.parentElement
  /** Where all controls stand: looking for stale ones through a page of megabytes would cost more than drawing. */
  const place = list ?? before?.parentElement
  const marked: Marked[] = []

  const hostModel = doc.createElement('span')
  hostModel.setAttribute(hostAttribute, 'save')
  const buttonModel = doc.createElement('button')
  buttonModel.style.cssText = css
  buttonModel.tabIndex = -1
  buttonModel.append('+')

  const clear = () => place && removeStaleHosts(place, 'save')
  const stop = () => {
    life.abort()
    clear()
  }

  const show = (button: HTMLButtonElement, label: string, word: string) => {
    button.ariaLabel = label
    button.textContent = word
  }

  /** `author` is the place in the list; -1 opens the panel without one. */
  const press = async (button: HTMLButtonElement, author: number, { isTrusted, target }: Event) => {
    if (!isTrusted) return
    // Seen in the next frame, whether the panel has to be loaded first or not.
    button.animate({ opacity: [0.3, 1] }, 600)
    const bridge = findCaptureBridge()
    if (!bridge.panel) await askWorker('page.load', { script: 'capture' })
    bridge.panel?.open({ author, returnFocus: () => button.focus(), saved: refresh })
    if (!isConnected()) {
      // The others go; this one stays in its place and says why.
      ;(target as Element).setAttribute(hostAttribute, 'gone')
      stop()
      button.role = 'alert'
      show(button, words.gone, words.gone)
    }
  }

  /** Only a control for one person can carry a mark; `unread` is that author. */
  const draw = (word: string, shown?: string, unread?: Element) => {
    // Copies share one parsed style, and their text: setting it 25 times costs as much as all the rest.
    const host = hostModel.cloneNode() as HTMLElement
    const button = buttonModel.cloneNode(true) as HTMLButtonElement
    const label = shown ? words.saveName + shown : word
    button.ariaLabel = label
    host.attachShadow({ mode: shadowMode }).append(button)
    if (shown) marked.push({ button, word, label, person: { shown, affiliations: [] }, unread })
    return { host, button }
  }

  /** A control that stands by itself. */
  const drawAlone = (word: string, shown?: string) => {
    const { host, button } = draw(word, shown)
    button.textContent = word
    button.tabIndex = 0
    host.onclick = (event) => press(button, -1, event)
    return host
  }

  const refresh = async (): Promise<void> => {
    if (doc.hidden || !marked[0]) return
    const people = marked.map(({ person }) => person)
    const answer = (await askWorker('capture.marks', { people, pmids, cited: !list })) as
      | Response<'capture.marks'>
      | undefined
    let at = 0
    let isUnsure = false
    for (const mark of answer?.marks ?? []) {
      const one = marked[at++] as Marked
      if (mark && one.unread) {
        // Reading affiliations costs: done for those only whose name the log has, who are asked for once more.
        one.person.affiliations = readAffiliations(one.unread)
        one.unread = null
        isUnsure = true
      } else if (mark?.says !== one.says) {
        one.says = mark?.says
        show(one.button, mark ? `${one.label} · ${mark.says}` : one.label, mark?.sign ?? one.word)
      }
    }
    if (isUnsure) return refresh()
  }

  let tabStop = 0
  const ensure = (at: number) => {
    const author = authors[at]
    if (!author || author.button) return author?.button
    const { element, name } = author
    const { host, button } = draw('+', name, element)
    author.button = button
    // One tab stop for the whole list: arrows walk it, and the stop stays where the student was.
    if (at === tabStop) button.tabIndex = 0
    element.insertBefore(host, element.querySelector('.comma'))
    return button
  }

  /** One listener a kind for the whole list; what happens inside a control arrives here as its host's. */
  const hear = (event: Event) => {
    const target = event.target as HTMLElement
    const at = authors.findIndex(({ element }) => element.contains(target))
    const author = authors[at]
    if (!author) return
    const { button } = author
    // The listener of an earlier version may still hear what is meant for the new one's: it draws nothing any more, and
    // answers for its own controls only.
    if (!button) {
      if (isConnected()) {
        ensure(at)
        refresh()
      }
    } else if ((button.getRootNode() as ShadowRoot).host === target) {
      // The tooltip, which nobody needs before: reading out goes by the label.
      button.title = button.ariaLabel as string
      if (event.type === 'click') press(button, author.index, event)
      if (event.type === 'focusin') {
        const last = authors[tabStop]?.button
        if (last) last.tabIndex = -1
        button.tabIndex = 0
        tabStop = at
      }
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[(event as KeyboardEvent).key]
      if (step) {
        event.preventDefault()
        ensure(at + step)?.focus()
      }
    }
  }

  clear()
  if (list) {
    for (let at = 0; at < atOnce; at++) ensure(at)
    for (const type of ['pointerover', 'focusin', 'keydown', 'click'])
      list.addEventListener(type, hear, { signal })
    list.append(drawAlone(words.saveAuthor))
    refresh()
  } else if (before && pmids[0]) {
    askWorker('capture.query', query).then((answer) => {
      const [name, another] = (answer as Response<'capture.query'> | undefined)?.names ?? []
      if (!name || signal.aborted) return
      before.before(drawAlone(words.saveMentor, another ? '' : name))
      refresh()
    })
  }
  // Also when back/forward brings the page out of the browser's cache, as it was left.
  doc.addEventListener('visibilitychange', refresh, { signal })
  return stop
}

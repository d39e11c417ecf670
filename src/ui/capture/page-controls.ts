import type { Request, Response, ShownPerson } from '../../messaging/protocol'
import { askWorker, isConnected } from '../../platform/page-runtime'
import { createShadowHost, removeStaleHosts } from '../shared/shadow-host'
import { pubmedPage as words } from '../shared/words/en'
import css from './page-controls.css?inline'

// This file rides on every PubMed page: 2 kB gzip and 2 ms at 30 authors are its budget. No framework, no schema; the
// worker reads queries and puts the marks into words.

/** One human author of an article; the reader of spots makes these. */
interface Author {
  index: number
  element: Element
  name: string
  button?: HTMLButtonElement
}

/** Where controls may stand. */
interface Spots {
  pmids: string[]
  authors: Author[]
  query: Request<'capture.query'> | null
  before: Element | null
}

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
  /** The controls that can carry a mark. */
  const marked: { show: (label: string, word: string) => void; word: string; person: ShownPerson }[] = []

  const stop = () => {
    life.abort()
    removeStaleHosts(doc, 'save')
  }

  /** `author` is the place in the list; -1 opens the panel without one. Only a control for one person has a mark. */
  const draw = (author: number, shown: string, word: string, affiliations?: string[]) => {
    const { host, root } = createShadowHost(doc, 'save', css)
    const button = doc.createElement('button')
    const show = (label: string, text: string) => {
      button.ariaLabel = button.title = label
      // Drawn by CSS from an attribute: text that is no text cannot be copied with the page's.
      button.dataset.word = text
    }
    show(affiliations ? words.saveName + shown : shown, word)
    root.append(button)
    if (affiliations) marked.push({ show, word, person: { key: `${author}`, shown, affiliations } })
    button.onclick = async (event) => {
      if (!event.isTrusted) return
      button.ariaBusy = 'true'
      if (!globalThis.preroundCapture) await askWorker('page.load', { script: 'capture' })
      globalThis.preroundCapture?.open({ author, returnFocus: () => button.focus(), saved: refresh })
      button.ariaBusy = null
      if (!isConnected()) {
        // The others go; this one stays in its place and says why.
        host.dataset.preround = 'gone'
        stop()
        button.role = 'alert'
        show(words.gone, words.gone)
      }
    }
    return { host, button }
  }

  const refresh = async () => {
    if (!isConnected()) stop()
    else if (!doc.hidden && marked[0]) {
      const people = marked.map(({ person }) => person).slice(0, 60)
      const answer = (await askWorker('capture.marks', { people, pmids, cited: !list })) as
        | Response<'capture.marks'>
        | undefined
      for (const { show, word, person } of answer ? marked : []) {
        const mark = answer?.marks.find(({ key }) => key === person.key)
        show(words.saveName + person.shown + (mark ? ` · ${mark.says}` : ''), mark?.sign ?? word)
      }
    }
  }

  let tabStop: HTMLButtonElement | undefined
  const ensure = (at: number) => {
    const author = authors[at]
    if (!author || author.button) return author?.button
    const { element } = author
    const { host, button } = draw(author.index, author.name, '+', readAffiliations(element))
    author.button = button
    // One tab stop for the whole list: arrows walk it, and the stop stays where the student was.
    button.tabIndex = tabStop ? -1 : 0
    tabStop ??= button
    button.onfocus = () => {
      if (tabStop) tabStop.tabIndex = -1
      tabStop = button
      button.tabIndex = 0
    }
    button.onkeydown = (event) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
      if (!step) return
      event.preventDefault()
      ensure(at + step)?.focus()
    }
    element.insertBefore(host, element.querySelector('.comma'))
    return button
  }

  removeStaleHosts(doc, 'save')
  if (list) {
    for (let at = 0; at < atOnce; at++) ensure(at)
    for (const type of ['pointerover', 'focusin']) {
      list.addEventListener(
        type,
        ({ target }) => {
          const at = authors.findIndex(({ element }) => element.contains(target as Node))
          if (authors[at]?.button) return
          ensure(at)
          refresh()
        },
        { signal },
      )
    }
    list.append(draw(-1, words.saveAuthor, words.saveAuthor).host)
    refresh()
  } else if (query && before && pmids[0]) {
    askWorker('capture.query', query).then((answer) => {
      const [name, another] = (answer as Response<'capture.query'> | undefined)?.names ?? []
      if (!name) return
      before.before(
        draw(-1, another ? words.saveMentor : name, words.saveMentor, another ? undefined : []).host,
      )
      refresh()
    })
  }
  // Also when back/forward brings the page out of the browser's cache, as it was left.
  doc.addEventListener('visibilitychange', refresh, { signal })
  return stop
}

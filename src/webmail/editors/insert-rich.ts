import { findInsertionPoint } from './own-zone'
import { findFirstMark, findSpot, findStretch, mapText, squash } from './text-map'

/** What goes in, in both renderings of one text. */
export interface Letter {
  text: string
  html: string
  /** Marks of what is left to write, as they stand in the text; the caret goes to the first. */
  marks: readonly string[]
}

/** What came of an insertion. */
export interface Insertion {
  /** The whole text is there, and everything that was there before. */
  hasLanded: boolean
  /** `native`: the browser's own undo takes it back in one step. `restore`: only `remove` does. */
  undo: 'native' | 'restore'
  /** Takes the inserted text out. False when it was changed since and can no longer be told apart. */
  remove(): boolean
}

/** An editor has so long to show a text that it took. */
const landingWaits = [0, 60, 120, 250]
/** An editor that rewrites its content after the browser did breaks the browser's undo; it does so about at once. */
const rewriteMs = 50

/** Nothing was changed. */
export const notLanded: Insertion = { hasLanded: false, undo: 'native', remove: () => false }

/** One way to get a text into an editor. Answers whether it believes that it worked; what counts is the text. */
type Strategy = (body: HTMLElement, letter: Letter) => boolean

/** Editors with a model of their own take a paste, and say so. */
const pasteText: Strategy = (body, letter) => {
  const Transfer = body.ownerDocument.defaultView?.DataTransfer
  const Paste = body.ownerDocument.defaultView?.ClipboardEvent
  if (!Transfer || !Paste) return false
  const clipboardData = new Transfer()
  clipboardData.setData('text/html', letter.html)
  clipboardData.setData('text/plain', letter.text)
  // Firefox empties what a content script puts in: then there is nothing to offer.
  if (clipboardData.getData('text/plain') !== letter.text) return false
  return !body.dispatchEvent(new Paste('paste', { clipboardData, bubbles: true, cancelable: true }))
}

const insertHtml: Strategy = (body, letter) =>
  body.ownerDocument.execCommand('insertHTML', false, letter.html)

const insertText: Strategy = (body, letter) =>
  body.ownerDocument.execCommand('insertText', false, letter.text)

/** In this order: the first that puts the text there is taken. */
const strategies: readonly { use: Strategy; isNative: boolean }[] = [
  { use: pasteText, isNative: false },
  { use: insertHtml, isNative: true },
  { use: insertText, isNative: true },
]

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

type Spot = NonNullable<ReturnType<typeof findSpot>>

function selectBetween(body: HTMLElement, from: Spot, to: Spot): Range {
  const range = body.ownerDocument.createRange()
  range.setStart(from.node, from.offset)
  range.setEnd(to.node, to.offset)
  setSelection(body, range)
  return range
}

function setSelection(body: HTMLElement, range: Range): void {
  const selection = body.ownerDocument.getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
}

/** The text is there exactly once more than before, and nothing else changed. */
function hasLandedIn(body: HTMLElement, before: string, text: string): boolean {
  const now = squash(mapText(body).text)
  const added = squash(text)
  for (let at = now.indexOf(added); at >= 0; at = now.indexOf(added, at + 1)) {
    if (now.slice(0, at) + now.slice(at + added.length) === before) return true
  }
  return false
}

/**
 * Inserts a letter into a rich body, before signature and quoted mail, keeping what was typed. Tries the strategies in
 * order; each has to show the text within 250 ms, else the body is put back as it was.
 */
export async function insertRich(
  body: HTMLElement,
  letter: Letter,
  endMarks: readonly string[],
  caret: Range | null,
): Promise<Insertion> {
  const earlier = [...body.childNodes].map((node) => node.cloneNode(true))
  const earlierHtml = body.innerHTML
  const earlierText = squash(mapText(body).text)
  const restore = (): void => {
    body.replaceChildren(...earlier.map((node) => node.cloneNode(true)))
    body.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'historyUndo' }))
  }

  let place = caret
  body.focus()
  for (const { use, isNative } of strategies) {
    const point = findInsertionPoint(body, endMarks, place)
    const spaced: Letter = {
      ...letter,
      html: '<br>'.repeat(point.breaksBefore) + letter.html + '<br>'.repeat(point.breaksAfter),
      text: '\n'.repeat(point.breaksBefore) + letter.text + '\n'.repeat(point.breaksAfter),
    }
    setSelection(body, point.range)
    if (use(body, spaced)) {
      for (const ms of landingWaits) {
        if (ms > 0) await wait(ms)
        if (!hasLandedIn(body, earlierText, letter.text)) continue
        const isRewritten = await watchRewrite(body)
        placeCaret(body, letter)
        const undo = isNative && !point.isPrepared && !isRewritten ? 'native' : 'restore'
        const laterHtml = body.innerHTML
        const remove = (): boolean => {
          if (body.innerHTML !== laterHtml) return removeStretch(body, letter.text)
          body.focus()
          if (undo === 'native') body.ownerDocument.execCommand('undo')
          if (body.innerHTML !== earlierHtml) restore()
          return true
        }
        return { hasLanded: true, undo, remove }
      }
    }
    if (body.innerHTML !== earlierHtml) {
      restore()
      // The caret was in nodes that are gone.
      place = null
    }
  }
  return notLanded
}

/** True when somebody changes the body's nodes just after the insertion. */
async function watchRewrite(body: HTMLElement): Promise<boolean> {
  let isRewritten = false
  const observer = new MutationObserver(() => {
    isRewritten = true
  })
  observer.observe(body, { childList: true, subtree: true, characterData: true })
  await wait(rewriteMs)
  observer.disconnect()
  return isRewritten
}

/** Selects the first mark of what is left to write; without one the caret stands behind the letter. */
function placeCaret(body: HTMLElement, letter: Letter): void {
  const map = mapText(body)
  const stretch = findStretch(map, letter.text)
  if (!stretch) return
  const first = findFirstMark(map.text.slice(stretch.start, stretch.end), letter.marks)
  const from = findSpot(map, first ? stretch.start + first.at : stretch.end)
  const to = first ? findSpot(map, stretch.start + first.at + first.mark.length) : from
  if (from && to) selectBetween(body, from, to)
}

/** Takes the letter out of a body that the student went on writing in. */
function removeStretch(body: HTMLElement, text: string): boolean {
  const map = mapText(body)
  const stretch = findStretch(map, text)
  const from = stretch && findSpot(map, stretch.start)
  const to = stretch && findSpot(map, stretch.end)
  if (!from || !to) return false
  body.focus()
  const range = selectBetween(body, from, to)
  if (!body.ownerDocument.execCommand('delete')) range.deleteContents()
  return true
}

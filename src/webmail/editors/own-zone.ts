import { mapText, missingBreaks, squash } from './text-map'

/** Where a letter goes into a rich body, and the line breaks that keep it apart from what is there. */
export interface InsertionPoint {
  range: Range
  breaksBefore: number
  breaksAfter: number
  /** A blank line was made to have a place before the signature; native undo will not take it back. */
  isPrepared: boolean
}

/** The node before which the student's own text ends: signature (with its "--" line) or quoted mail; null for none. */
export function findEndMark(body: HTMLElement, endMarks: readonly string[]): Node | null {
  const mark = body.querySelector(endMarks.join(','))
  if (!mark) return null
  // "-- " stands in a span or a line of its own before the signature, with breaks and empty lines between.
  for (let node: Node | null = mark.previousSibling; node; node = node.previousSibling) {
    const text = squash(node.textContent ?? '')
    if (text === '--') return node
    if (text !== '') break
  }
  return mark
}

function ownRange(body: HTMLElement, end: Node | null): Range {
  const range = body.ownerDocument.createRange()
  range.selectNodeContents(body)
  if (end) range.setEndBefore(end)
  return range
}

function textOf(range: Range): string {
  return mapText(range.cloneContents()).text
}

/**
 * The text of one side of the caret, with the line the caret is in: a block that the caret is inside of has not ended, so
 * the end of "<div>Hi|</div>" is no line end.
 */
function textUpToCaret(range: Range, caretAt: 'end' | 'start'): string {
  const fragment = range.cloneContents()
  let line: Node = fragment
  for (;;) {
    const next: Node | null = caretAt === 'end' ? line.lastChild : line.firstChild
    if (next?.nodeType !== 1 || /^(BR|IMG|HR)$/.test(next.nodeName)) break
    line = next
  }
  const caret = fragment.ownerDocument.createTextNode('|')
  line.insertBefore(caret, caretAt === 'end' ? null : line.firstChild)
  const { text } = mapText(fragment)
  return caretAt === 'end' ? text.slice(0, text.lastIndexOf('|')) : text.slice(text.indexOf('|') + 1)
}

/** The first line of an empty zone: its first element that can hold a caret. */
function placeInFirstLine(range: Range, first: Node): void {
  let line = first
  while (line.firstChild && line.firstChild.nodeType === 1 && line.firstChild.nodeName !== 'BR')
    line = line.firstChild
  if (line.nodeName === 'BR' || line.nodeType === 3) range.setStartBefore(line)
  else range.setStart(line, 0)
  range.collapse(true)
}

/**
 * Finds the place for a letter: at the caret when it stands in the student's own text, else after that text; in an empty
 * body on its first line; always before signature and quoted mail.
 */
export function findInsertionPoint(
  body: HTMLElement,
  endMarks: readonly string[],
  caret: Range | null,
): InsertionPoint {
  const doc = body.ownerDocument
  const end = findEndMark(body, endMarks)
  const zone = ownRange(body, end)
  const range = doc.createRange()

  if (squash(textOf(zone)) === '' && !zone.cloneContents().querySelector('img')) {
    const first = body.firstChild
    const isOwn = first && first !== end && !(end && first.contains(end))
    if (isOwn || !end) {
      if (isOwn) placeInFirstLine(range, first)
      else range.setStart(body, 0)
      return { range, breaksBefore: 0, breaksAfter: 0, isPrepared: false }
    }
    // The signature is the first thing there is: a caret before it would slip into it.
    const line = doc.createElement('div')
    line.append(doc.createElement('br'))
    end.parentNode?.insertBefore(line, end)
    range.setStart(line, 0)
    return { range, breaksBefore: 0, breaksAfter: 1, isPrepared: true }
  }

  const isCaretOwn =
    caret !== null &&
    body.contains(caret.endContainer) &&
    zone.comparePoint(caret.endContainer, caret.endOffset) === 0
  if (isCaretOwn) range.setStart(caret.endContainer, caret.endOffset)
  else placeAfterText(range, zone)
  range.collapse(true)

  const before = zone.cloneRange()
  before.setEnd(range.startContainer, range.startOffset)
  const after = zone.cloneRange()
  after.setStart(range.startContainer, range.startOffset)
  const breaksBefore = missingBreaks(textUpToCaret(before, 'end'), 'end')
  const breaksAfter = missingBreaks(textUpToCaret(after, 'start'), 'start')
  const block = closestBlock(range.startContainer, body)
  // Chromium 156: breaks put in at the end, or start, of a block are set outside of it, and the block's own edge is then
  // one line end more. Seen with `insertHTML`; take this away when a blank line is missing there.
  const isAtEnd = isBlankBeside(block, range, 'end')
  return {
    range,
    breaksBefore: breaksBefore === 2 && isAtEnd ? 1 : breaksBefore,
    breaksAfter:
      breaksAfter === 2 && isBlankBeside(block, range, 'start')
        ? 1
        : Math.max(breaksAfter, breaksBeforeEnd(after, isAtEnd ? block : null, end)),
    isPrepared: false,
  }
}

/** Breaks that keep the letter off a signature that follows at once: two before inline text, one before a block. */
function breaksBeforeEnd(after: Range, block: Element | null, end: Node | null): number {
  if (!end) return 0
  const between = after.cloneRange()
  if (block) between.setStartAfter(block)
  const { text } = mapText(between.cloneContents())
  if (text !== '') return 0
  return end instanceof Element && closestBlockName.test(end.nodeName) ? 1 : 2
}

const closestBlockName = /^(DIV|P|BLOCKQUOTE|TABLE|UL|OL|PRE)$/

/** The innermost block around a node, inside the body; null where the body itself is it. */
function closestBlock(node: Node, body: HTMLElement): Element | null {
  const element = node instanceof Element ? node : node.parentElement
  const block = element?.closest('div,p,li,blockquote,td,pre')
  return block && block !== body && body.contains(block) ? block : null
}

/** Nothing stands in the block between the caret and that edge. */
function isBlankBeside(block: Element | null, caret: Range, edge: 'start' | 'end'): boolean {
  if (!block) return false
  const rest = caret.cloneRange()
  if (edge === 'end') rest.setEnd(block, block.childNodes.length)
  else rest.setStart(block, 0)
  return squash(textOf(rest)) === ''
}

/** Puts the range behind the last sign of the zone. */
function placeAfterText(range: Range, zone: Range): void {
  const texts = mapText(zone.commonAncestorContainer).pieces.map(({ node }) => node)
  const last = texts.findLast((text) => squash(text.data) !== '' && zone.intersectsNode(text))
  if (last) range.setStart(last, last.data.trimEnd().length)
  else range.setStart(zone.endContainer, zone.endOffset)
}

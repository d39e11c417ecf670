/** Rich content as the text one reads, with the way back from an offset of that text to a place in the document. */

const blocks =
  /^(address|article|blockquote|center|dd|div|dl|dt|h[1-6]|hr|li|ol|p|pre|section|table|tbody|td|tr|ul)$/

export interface TextMap {
  text: string
  /** Where each text node begins in `text`. */
  pieces: { node: Text; start: number }[]
}

/** Reads text nodes and line breaks; a block element begins and ends a line. */
export function mapText(root: Node): TextMap {
  let text = ''
  const pieces: TextMap['pieces'] = []
  const endLine = (): void => {
    if (text && !text.endsWith('\n')) text += '\n'
  }
  const visit = (node: Node): void => {
    if (node.nodeType === 3) {
      pieces.push({ node: node as Text, start: text.length })
      text += (node as Text).data
      return
    }
    const name = node.nodeName.toLowerCase()
    if (name === 'br') {
      text += '\n'
      return
    }
    const isBlock = node !== root && blocks.test(name)
    if (isBlock) endLine()
    for (const child of node.childNodes) visit(child)
    if (isBlock) endLine()
  }
  visit(root)
  return { text, pieces }
}

/** The place of an offset: inside the text node that holds it; null when no text node does. */
export function findSpot(map: TextMap, offset: number): { node: Text; offset: number } | null {
  const piece = map.pieces.findLast((one) => one.start <= offset)
  if (!piece) return null
  return { node: piece.node, offset: Math.min(offset - piece.start, piece.node.data.length) }
}

/** Without any white space: editors change blanks and line ends, and nothing else, of what they are given. */
export function squash(text: string): string {
  return text.replace(/[\s\u200b\ufeff]+/g, '')
}

/**
 * The stretch of `map.text` that reads as `wanted`, white space aside; the last one when it stands there more than once.
 * Null when it is not there in one piece.
 */
export function findStretch(map: TextMap, wanted: string): { start: number; end: number } | null {
  const needle = squash(wanted)
  const places: number[] = []
  let packed = ''
  for (let index = 0; index < map.text.length; index++) {
    const sign = map.text.charAt(index)
    if (squash(sign) === '') continue
    packed += sign
    places.push(index)
  }
  const at = needle ? packed.lastIndexOf(needle) : -1
  const start = places[at]
  const last = places[at + needle.length - 1]
  return at < 0 || start === undefined || last === undefined ? null : { start, end: last + 1 }
}

/** Breaks that are still needed so that two texts stand a blank line apart. */
export function missingBreaks(text: string, side: 'end' | 'start'): number {
  if (squash(text) === '') return 0
  const blank = (side === 'end' ? /\s*$/ : /^\s*/).exec(text)?.[0] ?? ''
  return Math.max(0, 2 - (blank.split('\n').length - 1))
}

/** The first of what is left to write in a text, and where it stands; nothing when all is written. */
export function findFirstMark(
  text: string,
  marks: readonly string[],
): { mark: string; at: number } | undefined {
  return marks
    .map((mark) => ({ mark, at: text.indexOf(mark) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)[0]
}

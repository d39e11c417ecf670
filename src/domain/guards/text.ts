/**
 * Text from pages, mails and imported files comes from strangers. These rules make it safe to keep and to show:
 * one line, no control or bidirectional-override characters, a length with an end.
 */

/** C0/C1 controls, zero-width marks, bidirectional overrides and isolates, byte-order mark, private-use glyphs. */
const unsafeCharacters =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: taking control characters out is the purpose
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ue000-\uf8ff]/g

/** Text in which nothing has to be taken out or composed: ASCII without controls other than blanks and line breaks. */
const plainText = /^[ -~\t\n\r]*$/

/** Plain words with single blanks between them: nothing to do. */
const tidyText = /^(?:[!-~]+ )*[!-~]*$/

/** One line of clean text, at most `max` UTF-16 units. White space of any kind becomes single spaces. */
export function cleanLine(text: string, max = 300): string {
  if (text.length <= max && tidyText.test(text)) return text.trimEnd()
  // A hostile heading can be megabytes long: cut before the regular expressions see it.
  const head = text.length > max * 20 ? text.slice(0, max * 20) : text
  // Most lines are plain letters, and a page has thousands.
  const safe = plainText.test(head) ? head : head.replace(unsafeCharacters, '').normalize('NFC')
  const line = safe.replace(/\s+/g, ' ').trim()
  return line.length > max ? `${line.slice(0, max - 1).trimEnd()}…` : line
}

/** Several lines of clean text (notes): line breaks stay, everything else as in `cleanLine`. */
export function cleanText(text: string, max = 5000): string {
  const head = text.length > max * 4 ? text.slice(0, max * 4) : text
  return head
    .replace(/\r\n?/g, '\n')
    .replace(unsafeCharacters, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .normalize('NFC')
    .slice(0, max)
}

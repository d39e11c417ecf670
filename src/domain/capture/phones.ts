/**
 * Numbers with an area code, or in international form. Seven digits alone are a phone only behind a label, and ten digits
 * in a row may be anything.
 */
const phonePattern =
  /(?<![\d\p{L}.@/-])(?:\+\d{1,3}[\s.-]?(?:\(0?\d{0,4}\)[\s.-]?)?\d{1,4}(?:[\s.-]?\d{2,4}){2,4}|(?:\+?1[\s.-]{1,2})?(?:\(\d{3}\)\s?|\d{3}\s?[-./–‑]\s?|\d{3}\s)\d{3}\s?[-.–‑\s]\s?\d{4})(?![\d\p{L}@]|-\d)(?:[,;]?\s?(?:ext(?:ension)?\.?|x\.?)\s?:?\s?\d{1,6})?/giu
const labelledPattern =
  /\b(?:phone|tel(?:ephone)?|office|voice|call|ph|p)\b\.?\s?:?\s?(\d{3}[-.\s]\d{4}|\d{10})(?!\d)/gi
const notForCalls = /\b(?:fax|facsimile|telefax|pager|beeper|f)\b\.?(?:\s(?:number|no\.?|#))?\s?[:.]?\s?$/i
const most = 10

/** The phone numbers of a text as written, in order; numbers marked as fax or pager are left out. */
export function findPhones(text: string): string[] {
  const line = text.slice(0, 4000)
  if (!/\d{3}/.test(line)) return []
  const found: string[] = []
  const keep = (phone: string, at: number, end: number) => {
    if (notForCalls.test(line.slice(Math.max(0, at - 24), at))) return
    if (/^\s?[([]\s?(?:fax|pager)/i.test(line.slice(end, end + 12))) return
    const digits = phone.replace(/\D/g, '')
    if (digits.length > 20 || found.some((one) => one.replace(/\D/g, '') === digits)) return
    if (found.length < most) found.push(phone.replace(/\s+/g, ' ').trim())
  }
  for (const match of line.matchAll(phonePattern)) keep(match[0], match.index, match.index + match[0].length)
  if (!found.length)
    for (const match of line.matchAll(labelledPattern))
      keep(match[1] ?? '', match.index, match.index + match[0].length)
  return found
}

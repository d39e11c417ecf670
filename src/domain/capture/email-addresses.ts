import { isEmailAddress } from '../guards/email'

/**
 * One address in running text. A single blank beside the @ is allowed, because affiliations break there; so is one
 * behind a host that has no dot yet ("jane@uni. edu"). Lengths have an end, so that a hostile text costs no time.
 */
const addressPattern =
  /[\p{L}\p{N}][\p{L}\p{N}._%+'’\-‐–]{0,63}\s?[@＠]\s?[\p{L}\p{N}][\p{L}\p{N}\-‐]{0,62}(?:\.\s?[\p{L}\p{N}][\p{L}\p{N}\-‐]{0,62}){0,8}/gu

/** Stands for a taken-out address while a text is tidied; a private-use letter, which `cleanLine` never lets through. */
const placeMark = '\ue000'

/** What leads in to an address: a label of its own word, or one glued to the text before it and ended by a colon. */
const leadIn =
  /(?:\b(?:electronic\s+address(?:es)?|e-?\s?mails?(?:\s+address(?:es)?)?|correspond(?:ence|ing author)|mailto)\s*[:.]?|(?:electronic\s+address|e-?mail):)\s*\ue000/giu
const labelInLocal = /^(?:e-?mails?|mailto)[.:_-]+(?=.)/i

/** No affiliation is longer; what is, is cut. */
const mostLetters = 8000

interface FoundAddress {
  address: string
  /** Where it stands in the text. */
  start: number
  end: number
}

/** Addresses of a text with their places; what only looks like one is passed over. */
function locateAddresses(text: string): FoundAddress[] {
  const found: FoundAddress[] = []
  for (const match of text.matchAll(addressPattern)) {
    const [local = '', host = ''] = match[0].replace('＠', '@').split('@')
    const cleanLocal = local
      .trim()
      .replace(/[‐–]/g, '-')
      .replace(/’/g, "'")
      .replace(labelInLocal, '')
      .replace(/[.'-]+$/, '')
    const { kept, cut } = cutHost(host)
    const address = `${cleanLocal}@${kept.replace(/‐/g, '-')}`
    if (cleanLocal && isEmailAddress(address) && /\.\p{L}{2,}$/u.test(kept)) {
      found.push({ address, start: match.index, end: match.index + match[0].length - cut })
    }
  }
  return found
}

/** The host without what follows the address: "uni.edu. Department" is "uni.edu"; "uni. edu" was broken by a blank. */
function cutHost(host: string): { kept: string; cut: number } {
  const trimmed = host.trimStart()
  const parts = trimmed.split('.')
  let kept = parts[0] ?? ''
  let length = kept.length
  for (const part of parts.slice(1)) {
    const isBroken = /^\s/.test(part)
    const bare = part.trim()
    // Behind ". " a host goes on only when it had no dot before and a lower-case ending follows.
    if (isBroken && (kept.includes('.') || !/^\p{Ll}{2,6}$/u.test(bare))) break
    kept += `.${bare}`
    length += 1 + part.length
  }
  kept = kept.replace(/-+$/, '')
  return { kept, cut: trimmed.length - length }
}

/** The e-mail addresses in a text, in order, each once (case makes no difference). */
export function findEmailAddresses(text: string): string[] {
  const seen = new Map<string, string>()
  if (!/[@＠]/.test(text)) return []
  for (const { address } of locateAddresses(text.slice(0, mostLetters))) {
    const key = address.toLowerCase()
    if (!seen.has(key)) seen.set(key, address)
  }
  return [...seen.values()]
}

/**
 * An affiliation without the addresses in it and without their labels: what is shown and kept. An address there may be
 * another author's, and it is offered as a field of its own.
 */
export function cleanAffiliation(affiliation: string): string {
  const text = affiliation.slice(0, mostLetters)
  let rest = text
  for (const { start, end } of locateAddresses(text).reverse())
    rest = `${rest.slice(0, start)}${placeMark}${rest.slice(end)}`
  if (rest !== text) {
    rest = rest
      .replace(leadIn, placeMark)
      .replace(/\s?[([<{]\s?\ue000+\s?[)\]>}]/gu, '')
      .replace(/[\s;,.([]*\ue000(?:[\s;,/&)\].]|\band\b|\bor\b|\ue000)*$/u, '.')
      .replace(/^(?:[\s;,.([]|\ue000)+/u, '')
      .replace(/[\s;,.([]*\ue000(?:[\s;,/&)\].]|\band\b|\bor\b|\ue000)*/gu, '. ')
  }
  return rest
    .replace(/\s+/g, ' ')
    .replace(/([.,;])[.,;\s]*\.$/, '.')
    .replace(/^[\s.,;]+$/, '')
    .trim()
}

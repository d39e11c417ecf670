import { isEmailAddress } from '../guards/email'
import { findEmailAddresses } from './email-addresses'

/** An address in a text, and whether it was hidden from machines ("jane [at] some.edu"). */
export interface WrittenAddress {
  address: string
  isObfuscated: boolean
}

const longestLink = 500
/** Hidden addresses are looked for in short lines: the patterns for them are the slow ones. */
const longestHidden = 500
/** What people write instead of "@": in brackets, in quotes, or underlined. */
const atMark = String.raw`\s?(?:[[({<]\s?(?:at|@|a)\s?[\])}>]|["“'‘]\s?at\s?["”'’]|_at_|-at-)\s?`
const dotMark = String.raw`\s?(?:[[({<]\s?(?:dot|punkt|\.)\s?[\])}>]|["“'‘]\s?dot\s?["”'’]|_dot_|\sdot\s|\.)\s?`
const word = String.raw`[\p{L}\p{N}][\p{L}\p{N}_+-]{0,62}`
const local = String.raw`${word}(?:(?:${dotMark}|\.)${word}){0,4}`
const host = `${word}(?:${dotMark}${word}){1,5}`
const obfuscated = [
  new RegExp(`(${local})${atMark}(${host})`, 'giu'),
  // "x at y dot edu": the spelled-out dot says that an address is meant; "available at some.edu" is prose.
  new RegExp(
    String.raw`(${word}(?:\.${word}|\sdot\s${word}){0,3})\s+at\s+(${word}(?:(?:\.|\sdot\s)${word}){0,4}\sdot\s(?:edu|com|org|net|gov|[a-z]{2})\b)`,
    'giu',
  ),
]

function joinDots(text: string): string {
  return text.replace(new RegExp(dotMark, 'giu'), '.').replace(/\s/g, '')
}

/** The addresses of a text in order, plain ones first, each once. */
export function findWrittenAddresses(text: string): WrittenAddress[] {
  const line = text.slice(0, 4000)
  const found = findEmailAddresses(line).map((address) => ({
    address: dropMask(address),
    isObfuscated: false,
  }))
  if (!/\bat\b|_at_|[[({<]\s?[a@]\s?[\])}>]/i.test(line)) return found
  for (const pattern of obfuscated) {
    for (const match of line.slice(0, longestHidden).matchAll(pattern)) {
      const address = `${joinDots(match[1] ?? '')}@${joinDots(match[2] ?? '')}`.replace(/[._-]+$/, '')
      if (!isEmailAddress(address) || !/\.\p{L}{2,}$/u.test(address)) continue
      if (!found.some((one) => one.address.toLowerCase() === address.toLowerCase()))
        found.push({ address, isObfuscated: true })
    }
  }
  return found
}

/** Undoes %xx; a stray percent sign leaves the text as it is. */
function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Entities that were escaped twice and so survived the parser. */
function decodeEntities(text: string): string {
  return text
    .replace(/&amp;/gi, '&')
    .replace(/&#(x[\da-f]{1,5}|\d{1,6});?/gi, (whole, code: string) => {
      const number = /^x/i.test(code) ? Number.parseInt(code.slice(1), 16) : Number(code)
      return number > 31 && number < 0x10000 ? String.fromCharCode(number) : whole
    })
    .replace(/&commat;/gi, '@')
}

/** The address in a link of Cloudflare's e-mail shield: two hexadecimal digits a letter, the first pair is the key. */
function readShielded(href: string): string {
  const [, code = ''] = /\/cdn-cgi\/l\/email-protection#([\da-f]{8,500})/i.exec(href) ?? []
  const pairs = code.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? []
  const [key = 0, ...letters] = pairs
  return letters.map((letter) => String.fromCharCode(letter ^ key)).join('')
}

/**
 * The address that a link writes to; empty for any other link, and for one that only shares a page ("mailto:?body=…").
 * Takes what people type there: blanks, names around the address, "at" for "@", a comma for a dot.
 */
export function readMailLink(href: string, linkText: string): string {
  const link = href.slice(0, longestLink).trim()
  const shielded = readShielded(link)
  if (shielded) return pickAddress(shielded)
  const [, target] = /^(?:https?:\/\/)?mailto:(.*)$/is.exec(decodeEntities(link)) ?? []
  if (target === undefined) return ''
  const [written = ''] = decodeEntities(decodePercent(target))
    .replace(/^[\s/]+/, '')
    .split('?')
  // Without any addressee the link shares something; the text beside it belongs to nobody.
  if (!written.trim()) return ''
  return pickAddress(written) || pickAddress(linkText)
}

/** "jane@nospam.some.edu", "jane-nospam@some.edu": a word put in for machines to trip over. */
function dropMask(address: string): string {
  return address.replace(/@(?:no-?spam|remove(?:this|me)?)\./i, '@').replace(/[._-]no-?spam@/i, '@')
}

function pickAddress(text: string): string {
  const clean = text.replace(/\s+/g, ' ').trim()
  const joined = clean.replace(/\s*@\s*/, '@')
  // "someone@some.edu,xx": a comma where the dot before the country belongs.
  const mended = joined.replace(/^([^@\s]+@[^@\s]+\.\w+),(\w{2})$/, '$1.$2').replace(/[;,.>\s]+$/, '')
  if (isEmailAddress(mended)) return dropMask(mended)
  return findWrittenAddresses(clean)[0]?.address ?? findEmailAddresses(joined.replace(/\s/g, ''))[0] ?? ''
}

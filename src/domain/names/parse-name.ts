import { cleanLine } from '../guards/text'
import type { Names } from '../person/person'
import { foldText } from './fold'
import { makeName, makeNames } from './make-name'
import { isCjk, readParts, readSuffix } from './name-parts'

/** What a written name says: the name, and the letters behind it that are no part of it. */
export interface ParsedName {
  names: Names
  /** Degrees and titles behind the name, as written ("MD", "PhD"), in order. */
  credentials: string[]
}

/** Words that say that a part behind a comma is a place of work, not a name. */
const workplacePattern =
  /\b(universit|college|school|hospital|institut|center|centre|department|division|clinic|professor|director|chair|chief|dean)/i

/**
 * Takes a written name apart, with what stands behind it. Given name first ("Michelle L. Gumz"), or family name first
 * with a comma ("Gumz, Michelle L, Jr"). A name of one word is a family name. Nicknames in brackets or quotes and a
 * second spelling in Chinese, Japanese or Korean script stay in `shown` only. Never throws; `shown` is never empty.
 *
 * "Gumz ML" cannot be told from a given-first name here: see `parseCitationName`.
 */
export function parseNameAndCredentials(shown: string): ParsedName {
  const line = cleanLine(shown, 240)
  const parts = readParts(line, (words) => words.length <= 5 && !workplacePattern.test(words.join(' ')))
  return {
    names: makeName(parts, line),
    credentials: parts.credentials.map((one) => cleanLine(one, 40)).slice(0, 20),
  }
}

/** The name alone: see `parseNameAndCredentials`. */
export function parseName(shown: string): Names {
  return parseNameAndCredentials(shown).names
}

/** Takes a suffix off the end of `words`, of which two stay. */
function takeSuffix(words: string[]): string {
  const suffix = words.length > 2 ? readSuffix(words.at(-1) ?? '') : ''
  if (suffix) words.pop()
  return suffix
}

/**
 * Takes a name of a citation apart: family name, then initials, then perhaps a suffix ("Gumz ML", "Ramirez RL 3rd",
 * "van der Berg J"). Small letters are read the same way, because people type them into the search box. Without
 * initials at the end the whole is a family name ("Kavita"); "Gumz, Michelle L" is read as `parseName` reads it.
 */
export function parseCitationName(text: string): Names {
  const line = cleanLine(text, 240)
  if (line.includes(',')) return parseName(line)
  const words = line.split(' ').filter(Boolean)
  const suffix = takeSuffix(words)
  const last = words.at(-1) ?? ''
  const letters = last.replace(/[.\-‐]/g, '')
  const isInitialsLast =
    words.length > 1 && (/^\p{Lu}{1,5}$/u.test(letters) || /^\p{Ll}{1,2}$/u.test(letters)) && !isCjk(letters)
  if (!isInitialsLast) return makeNames([], words.join(' '), suffix, line)
  return makeNames([...letters.toUpperCase()], words.slice(0, -1).join(' '), suffix, line)
}

/**
 * Takes a full name apart at the place its citation form shows: "Maria da Silva Pinhal" with "Pinhal MDS" has the family
 * name "Pinhal". Falls back to `parseName` when the two do not belong together.
 */
export function parseNameByCitation(shown: string, citation: string): Names {
  const byRules = parseName(shown)
  const family = foldText(parseCitationName(citation).family)
  if (!family || /[,;]/.test(shown)) return byRules
  const words = cleanLine(shown, 240).split(' ')
  const suffix = takeSuffix(words)
  for (let start = 0; start < words.length; start += 1) {
    if (foldText(words.slice(start).join(' ')) === family) {
      return makeNames(words.slice(0, start), words.slice(start).join(' '), suffix, shown)
    }
  }
  return byRules
}

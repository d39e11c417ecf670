import { cleanLine } from '../guards/text'
import type { Names } from '../person/person'
import { foldText } from './fold'
import { isCjk, type NameParts, readParts, readSuffix } from './name-parts'

/** What a written name says: the name, and the letters behind it that are no part of it. */
export interface ParsedName {
  names: Names
  /** Degrees and titles behind the name, as written ("MD", "PhD"), in order. */
  credentials: string[]
}

/** Words that say that a part behind a comma is a place of work, not a name. */
const workplacePattern =
  /\b(universit|college|school|hospital|institut|center|centre|department|division|clinic|professor|director|chair|chief|dean)/i

/** Particles that belong to the family name in any spelling, also at the start of a word ("Da Silva"). */
const particles = new Set(
  "van von vom der den de del della dello dalla degli di da dos das du d' la al el bin ibn bint abu st st. 't ter".split(
    ' ',
  ),
)
/** Particles only when written small, or after another particle: capitalised they are given names (Le, Ben, Do). */
const smallParticles = new Set('le les las los do ben ten zu zum zur af av op y e i und'.split(' '))
/** Particles that join the word before them to the family name: "Ortega y Gasset". */
const joiningParticles = new Set(['y', 'e', 'i', 'und'])

const vietnameseFamily = /^(bui|dang|hoang|huynh|le|ngo|nguyen|pham|phan|tran|vo|vu)$/

/** True for "van", "de", "Al": words that open a family name or join two. */
export function isParticle(word: string): boolean {
  const folded = foldText(word)
  return particles.has(folded) || (word === folded && smallParticles.has(folded))
}

/** True for initials: "M", "M.", "J.R.", "J-P", and "ML" inside a name that is not all capitals. */
export function isInitials(word: string, isShouted: boolean): boolean {
  if (/^(\p{L}\.?-?)$/u.test(word) || /^(\p{Lu}\.-?)+\p{Lu}?\.?$/u.test(word)) return true
  return !isShouted && /^\p{Lu}(-?\p{Lu}){1,2}$/u.test(word)
}

/** "J.R." becomes "J." and "R."; other words stay whole. */
function splitInitials(word: string): string[] {
  return /^(\p{Lu}\.){2,}$/u.test(word) ? (word.match(/\p{Lu}\./gu) ?? [word]) : [word]
}

/** Where the family name begins among the words of a given-first name; at least one word is left in front of it. */
function findFamilyStart(words: string[]): number {
  let start = words.length - 1
  while (start > 1) {
    const before = words[start - 1] ?? ''
    const folded = foldText(before)
    const isSmall = before === before.toLowerCase()
    const follows = start < words.length - 1
    if (!(particles.has(folded) || (smallParticles.has(folded) && (isSmall || follows)))) break
    if (isInitials(before, false) && !(isSmall && joiningParticles.has(folded))) break
    // "Thi Van Nguyen": before a Vietnamese family name it is a given name.
    if (before === 'Van' && vietnameseFamily.test(foldText(words[start] ?? ''))) break
    // "Ortega y Gasset": the word before the joining particle is family too, when a given name is left in front.
    start -= joiningParticles.has(folded) && start > 2 ? 2 : 1
  }
  // "Bruno van Dam van Isselt": a small particle further in front opens the family name as well ("da Silva Pinhal").
  for (let index = 1; index < start; index += 1) {
    const word = words[index] ?? ''
    if (word === word.toLowerCase() && word.length > 1 && particles.has(foldText(word))) return index
  }
  return start
}

function makeNames(given: string[], family: string, suffix: string, shown: string): Names {
  const [first = '', ...rest] = given.flatMap(splitInitials)
  return {
    given: cleanLine(first, 120),
    middle: cleanLine(rest.join(' '), 120),
    family: cleanLine(family, 120),
    suffix: cleanLine(suffix, 40),
    shown: cleanLine(shown, 240) || '?',
  }
}

/** True when the family name comes first without a comma: in Chinese script, and as capitals in "LEUNG Kelvin". */
function isFamilyFirst(head: readonly string[]): boolean {
  const [opening = '', ...rest] = head
  if (isCjk(head.join(''))) return true
  return (
    /^\p{Lu}{4,}$/u.test(opening) &&
    rest.some((word) => /\p{Ll}/u.test(word)) &&
    !/^\p{Lu}{2,}$/u.test(rest.at(-1) ?? '')
  )
}

/** The name that the parts of a line make. */
export function makeName({ head, given, suffix }: NameParts, shown: string): Names {
  if (given) return makeNames(given, head.join(' '), suffix, shown)
  if (head.length < 2) return makeNames([], head.join(' '), suffix, shown)
  if (isFamilyFirst(head)) return makeNames(head.slice(1), head[0] ?? '', suffix, shown)
  const start = findFamilyStart(head)
  return makeNames(head.slice(0, start), head.slice(start).join(' '), suffix, shown)
}

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

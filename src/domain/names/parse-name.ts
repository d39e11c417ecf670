import { cleanLine } from '../guards/text'
import type { Names } from '../person/person'
import { foldText } from './fold'

/** What a written name says: the name, and the letters behind it that are no part of it. */
export interface ParsedName {
  names: Names
  /** Degrees and titles behind the name, as written ("MD", "PhD"), in order. */
  credentials: string[]
}

const suffixPattern = /^(jr|sr|ii|iii|iv|2nd|3rd|4th|5th|junior|senior)$/

/** Words in front of a name that are forms of address. */
const addressPattern = /^(dr|prof|professor|doctor|mr|mrs|ms|miss|mx|sir|dame)\.?$/i

/**
 * Degrees and fellowships of health professions and universities, compared without dots and case. Only what stands in
 * the credential place is compared with it, so short ones (DO, MA) cost no surname.
 */
const credentialPattern = new RegExp(
  `^(${[
    'm\\.?d|d\\.?o|ph\\.?d|md-?phd|d\\.?phil|m\\.?phil|dsc|scd|dds|dmd|dvm|vmd|dpm|od|dc|nd|dnp|dns|dnsc|dpt|pt|ot|otr|otd',
    'pharmd|bpharm|mpharm|rph|psyd|edd|edm|med|jd|llm|llb|jsd|drph|mph|mha|mhs|mhsc|mhpe|mba|mpa|mpp|msw|lcsw|lmsw|mfa',
    'mbbs|mbchb|mb|bch|bchir|bs|ba|bsc|ma|ms|msc|mse|meng|meng|ms[cp]h|msce|mscr|msci|mscs|mmsc|mtr|bsn|msn|rn|np|pnp|fnp|aprn|arnp|crna|cnm',
    'cns|ccrn|lpn|pa|pa-c|pac|rd|rdn|ldn|ccc-slp|lpc|lmft|abpp|abim|faap|facc|facp|facs|faan|faha|fache|facog|facep|fase|fasn|fesc|frcp|frcs|frcpc|frcsc',
    'frcpch|fscai|fccp|fccm|fhm|sfhm|fidsa|fana|fasco|faes|fsir|facr|fapa|fascrs|fasrs|fnap|esq|cph|chse|emt|emt-p|bcps|bcpp|phr|ccp|mla|mlis|mls|mat|mdiv|dmin|thd|habil',
  ].join('|')})(-?[a-z]{1,3})?$`,
)

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

const cjk = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u
const cjkRun = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}・･]+/gu

/** The suffix in one spelling: "Jr", "Sr", "II", "3rd"; empty when the word is none. */
function readSuffix(word: string): string {
  const bare = word.replace(/[.,]/g, '')
  const folded = foldText(bare)
  if (!suffixPattern.test(folded)) return ''
  if (folded === 'junior' || folded === 'jr') return 'Jr'
  if (folded === 'senior' || folded === 'sr') return 'Sr'
  return /^i/.test(folded) ? bare.toUpperCase() : bare.toLowerCase()
}

/** True for "MD", "Ph.D.", "FAAN", "MD/PhD". */
function isCredential(word: string): boolean {
  const parts = word
    .replace(/[.\s()]/g, '')
    .toLowerCase()
    .split('/')
    .filter(Boolean)
  return parts.length > 0 && parts.every((part) => credentialPattern.test(part))
}

/** True for initials: "M", "M.", "J.R.", "J-P", and "ML" inside a name that is not all capitals. */
function isInitials(word: string, isShouted: boolean): boolean {
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

/** Takes suffixes off the end of `words`; the first one found is the suffix. */
function takeSuffix(words: string[], keep: number): string {
  let suffix = ''
  while (words.length > keep) {
    const found = readSuffix(words.at(-1) ?? '')
    if (!found) break
    suffix = found
    words.pop()
  }
  return suffix
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
  let text = line.replace(/\s*\([^)]*\)\s*/g, ' ').replace(/\s["“][^"”]*["”](?=\s)/g, ' ')
  const isLatinToo = /\p{Script=Latin}{2}/u.test(text)
  if (cjk.test(text) && isLatinToo) text = text.replace(cjkRun, ' ')
  text = text
    .replace(/[*†‡§¶#|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (!text) text = line

  const credentials: string[] = []
  const parts: string[] = []
  let suffix = ''
  let hasCredentials = false
  for (const [index, part] of text
    .split(/[,;]/)
    .map((piece) => piece.trim())
    .entries()) {
    if (!part) continue
    const words = part.split(' ')
    const isAllCredentials = index > 0 && (isCredential(part) || words.every(isCredential))
    if (isAllCredentials) {
      credentials.push(...(words.every(isCredential) ? words : [part]))
      hasCredentials = true
    } else if (index > 0 && readSuffix(part)) suffix ||= readSuffix(part)
    // Behind the degrees stands a place of work or a rank, never more of the name.
    else if (!hasCredentials && !(index > 0 && workplacePattern.test(part))) parts.push(part)
  }

  const [first = text, second] = parts
  const head = first.split(' ').filter(Boolean)
  while (head.length > 1 && addressPattern.test(head[0] ?? '')) head.shift()
  // Degrees without a comma: "Jane Doe MD PhD". In capitals only, and two words of name must be left.
  const isShouted = head.length > 1 && !/\p{Ll}/u.test(head.join(''))
  const loose: string[] = []
  while (
    second === undefined &&
    head.length > 2 &&
    isCredential(head.at(-1) ?? '') &&
    /\p{Lu}.*\p{Lu}/u.test(head.at(-1) ?? '') &&
    !isShouted
  ) {
    loose.unshift(head.pop() ?? '')
  }
  credentials.unshift(...loose)

  if (second !== undefined) {
    const given = second.split(' ').filter(Boolean)
    while (given.length > 1 && addressPattern.test(given[0] ?? '')) given.shift()
    suffix ||= takeSuffix(given, 1)
    suffix ||= takeSuffix(head, 1)
    return { names: makeNames(given, head.join(' '), suffix, line), credentials }
  }
  suffix ||= takeSuffix(head, 2)
  if (head.length < 2) return { names: makeNames([], head.join(' '), suffix, line), credentials }
  const [opening = '', ...rest] = head
  // Family name first is the rule in Chinese, Japanese and Korean script, and what capitals mean in "LEUNG Kelvin".
  const isFamilyFirst =
    (cjk.test(text) && !isLatinToo) ||
    (/^\p{Lu}{4,}$/u.test(opening) &&
      rest.some((word) => /\p{Ll}/u.test(word)) &&
      !/^\p{Lu}{2,}$/u.test(rest.at(-1) ?? ''))
  if (isFamilyFirst) return { names: makeNames(rest, opening, suffix, line), credentials }
  const start = findFamilyStart(head)
  return { names: makeNames(head.slice(0, start), head.slice(start).join(' '), suffix, line), credentials }
}

/** The name alone: see `parseNameAndCredentials`. */
export function parseName(shown: string): Names {
  return parseNameAndCredentials(shown).names
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
  const suffix = takeSuffix(words, 2)
  const last = words.at(-1) ?? ''
  const letters = last.replace(/[.\-‐]/g, '')
  const isInitialsLast =
    words.length > 1 &&
    (/^\p{Lu}{1,5}$/u.test(letters) || /^\p{Ll}{1,2}$/u.test(letters)) &&
    !cjk.test(letters)
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
  const suffix = takeSuffix(words, 2)
  for (let start = 0; start < words.length; start += 1) {
    if (foldText(words.slice(start).join(' ')) === family) {
      return makeNames(words.slice(0, start), words.slice(start).join(' '), suffix, shown)
    }
  }
  return byRules
}

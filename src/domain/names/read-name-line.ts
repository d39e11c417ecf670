import { cleanLine } from '../guards/text'
import type { Names } from '../person/person'
import { isCredential, looksLikeCredential } from './credentials'
import { isInitials, isParticle, makeName } from './make-name'
import { isAddress, isCjk, type NameParts, readParts } from './name-parts'
import { judgeWord } from './name-words'

/** A line of a page that begins with, or is, a person's name. */
export interface NameLine {
  names: Names
  /** Degrees and fellowships, as written, in order. */
  credentials: string[]
  /** What follows the name on the line, such as a title: without the dash, comma or colon between. */
  rest: string
  /** 0–1: how much this is like a person's name. From 0.5 on it may be taken for one. */
  likeness: number
}

/** A line of which more is read is a paragraph. */
const longestRead = 240
const longestRest = 300

/** What a name, or a form of address, begins with; most lines that are no name end here. */
const opening = /^[\s"“(*†]*(?:\p{Lu}|\p{Lo}|(?:van|von|de|del|da|di|la|el|al|ten|ter)\b|[dl]['’]|al-)/u

/** One word of a name in Latin, Greek or Cyrillic script: "Jane", "O’Brien", "al-Sayed", "Smith-Jones", "Wm.". */
const namePattern =
  /^(?:al-|el-|[dl]['’]|['’]t)?\p{Lu}[\p{L}\p{M}]*(?:['’ʼ`´ʻ-]+\p{L}[\p{L}\p{M}]*){0,4}\.?$/u

/** A rank or post behind the name. */
const postPattern =
  /\b(profes+or|lecturer|instructor|director|dean\b|chair|chief|fellow|resident|scientist|physician|surgeon)/i

/** Reads a line as "Name, credentials[, or – rest]"; null when it does not begin with anything like a name. */
export function readNameLine(text: string): NameLine | null {
  if (!opening.test(text.slice(0, 12)) || isPlainText(text)) return null
  const isLong = text.length > longestRead
  const line = cleanLine(isLong ? text.slice(0, longestRead) : text, longestRead).replace(
    /^(?:full )?name\s*:\s*/i,
    '',
  )
  const parts = readParts(line, mayBeGiven)
  const likeness = judgeParts(parts)
  if (likeness === null || !parts.shown) return null
  const rest = isLong ? `${parts.rest}${text.slice(longestRead, longestRead + longestRest)}` : parts.rest
  return {
    names: makeName(parts, parts.shown),
    credentials: parts.credentials.map((one) => cleanLine(one, 40)).slice(0, 20),
    rest: cleanLine(rest, longestRest),
    likeness: Math.max(0, Math.min(1, Math.round((isLong ? likeness - 0.3 : likeness) * 100) / 100)),
  }
}

/** A quick look at the first two words: most lines of a page begin with no name, and show it there. */
function isPlainText(text: string): boolean {
  const [first = '', second = ''] = text.slice(0, 80).trim().split(/\s+/, 2)
  if (/^(e|y|i|and|&)$|^\p{Ll}{3,}$/u.test(second) && !isParticle(second) && !isCredential(second))
    return true
  return (
    /^\p{L}+$/u.test(first) &&
    !/prof|doctor/i.test(text.slice(0, 40)) &&
    judgeWord(first) === 'other' &&
    !isAddress(first)
  )
}

const isNameWord = (word: string) => namePattern.test(word) || isInitials(word, false) || isCjk(word)

/** Whether the words behind a first comma are given names: "Doe, Jane A.", not "Jane Doe, Boston" or "J. Doe, A. Roe". */
function mayBeGiven(words: string[], head: string[]): boolean {
  if (
    words.length > 4 ||
    head.length > 4 ||
    (head.length > 1 && head.some((word) => isInitials(word, false)))
  )
    return false
  for (const word of words) {
    if (!isNameWord(word) && !isParticle(word)) return false
    if (!isInitials(word, false) && judgeWord(word) === 'other') return false
  }
  if (head.length < 2 || judgeWord(head[0] ?? '') !== 'given') return true
  // "Jane Doe, Boston" and "Jane Doe, John Roe" are given name first, "Garcia Lopez, Ana M." is not.
  return judgeWord(words[0] ?? '') === 'given' && words.slice(1).every((word) => isInitials(word, false))
}

/** What follows a name in a list of publications, and not on a person's card. */
const citationPattern = /^(and|&) |^\p{Lu}{1,2}\b\.?|^[\d\s()]+$|[“”"]|\bet al\b|(^|[\s(,.])(19|20)\d\d\b/u

/** What follows a name begins with another: "John Roe, Ana Silva", "Ana Silva and John Roe". */
function isListOfNames(rest: string): boolean {
  const [next = '', more] = rest.split(/,| and /, 2)
  const words = next.trim().split(' ')
  if (judgeWord(words[0] ?? '') === 'given') return true
  return (
    more !== undefined &&
    words.length > 1 &&
    words.every((word) => isNameWord(word) && judgeWord(word) !== 'other')
  )
}

/** How much the parts are like a person's name, or null when they are none. */
function judgeParts(parts: NameParts): number | null {
  const { head, given, credentials, rest, hasAddress } = parts
  const words = given ? [...given, ...head] : head
  if (words.length < 2) return judgeSingle(parts)
  if (words.length > 7) return null
  if (words.every(isCjk)) return words.join('').length < 6 ? 0.5 : null
  // "DDS, MHPE" is a line of degrees; "MA, Jing" is a name.
  if (isCredential(head[0] ?? '') && (given ?? head.slice(1)).every(looksLikeCredential)) return null
  const isShouted = !/\p{Ll}/u.test(words.join(''))
  const isBacked = hasAddress || credentials.length > 0
  // "Gumz ML" in a list of authors, "Kavita S.": who they are is not said.
  if (head.length > 1 && isInitials(head.at(-1) ?? '', isShouted)) return 0.2
  if (!isBacked && citationPattern.test(rest)) return 0.2

  let likeness = 0.55
  let plain = 0
  let doubtful = 0
  let hasInitial = false
  /** A known given name stands first, further behind, or nowhere. */
  let known: 'first' | 'later' | '' = ''
  for (const [index, word] of words.entries()) {
    if (index > 0 && isParticle(word)) {
      if (word === word.toLowerCase()) likeness += 0.05
      continue
    }
    // The family name of "HAN, Wei" stands alone.
    const isFamily = given !== null && head.length === 1 && index === words.length - 1
    if (!isFamily && isInitials(word, isShouted)) {
      // "Type I Diabetes", "HIV Care": without a dot only a single other letter is an initial for sure.
      if (/^\p{Lu}{3}$/u.test(word)) likeness -= 0.3
      else if (/\.|^[^AIX]$/.test(word)) hasInitial = true
      else if (word.length > 1) likeness -= 0.1
      continue
    }
    if (!namePattern.test(word)) return null
    if (/['’]s$/i.test(word)) return 0.1
    // "My" in "Diem-My" is no word of a menu: short pieces say nothing.
    const pieces = word.split('-')
    const kinds = pieces.filter((piece) => pieces.length < 2 || piece.length > 3).map(judgeWord)
    if (kinds.includes('other')) return 0.1
    if (kinds[0] === 'doubtful' && pieces.length < 2) doubtful += 1
    else if (kinds[0] === 'given') known = plain === 0 ? 'first' : known || 'later'
    if (!isShouted && index === 0 && /^\p{Lu}{4,}$/u.test(word)) likeness -= 0.15
    if (pieces.length > 1 || /[^\p{ASCII}’]/u.test(word)) likeness += 0.05
    plain += 1
  }
  if (plain === 0) return 0.1
  const isPost = postPattern.test(rest)
  if (known) likeness += known === 'first' ? 0.3 : 0.15
  if (hasInitial) likeness += plain > 1 ? 0.27 : 0.1
  if (given) likeness += plain < 2 ? -0.05 : head.length > 1 ? 0.05 : 0.2
  if (isBacked) likeness += 0.3
  if (parts.suffix) likeness += 0.2
  if (parts.hasAside) likeness += 0.1
  if (rest && !isBacked) {
    if (isPost) likeness += 0.15
    // "Portland, Oregon, USA", "Signals, Images and Data"; a second name makes it a list of people.
    else if (isListOfNames(rest)) likeness -= 0.7
    else if (given) likeness -= 0.4
    else if (!known) likeness -= 0.15
  }
  likeness -= doubtful * (known === 'first' ? 0.15 : 0.3)
  if (plain > 4) likeness -= 0.15 * (plain - 4)
  // A sentence that begins with a name: "Jane Doe, MD, is a …".
  return /^(is|was|has|who|joined|serves|received)\b/.test(rest) ? Math.min(likeness, 0.6) : likeness
}

/** A name of one word is believed with a form of address or a degree only. */
function judgeSingle({ head, credentials, rest, hasAddress }: NameParts): number | null {
  const word = head[0] ?? ''
  if (!namePattern.test(word) || isCredential(word) || judgeWord(word) === 'other') return null
  if (rest && !postPattern.test(rest)) return null
  if (hasAddress) return 0.5
  return credentials.some((one) => /^md$|.{3}/i.test(one)) ? 0.6 : null
}

import { isCredential, looksLikeCredential } from './credentials'
import { foldText } from './fold'

/** A written line in its parts: the words of a name, what it was introduced by, and what stands behind it. */
export interface NameParts {
  /** The words in front of the first comma: the whole name, or the family name when `given` is there. */
  head: string[]
  /** The given names of "Last, First"; null when the name is written given name first. */
  given: string[] | null
  /** "Jr", "Sr", "II", "3rd" in one spelling, or empty. */
  suffix: string
  credentials: string[]
  /** The name as written: without form of address, credentials, and a second spelling in another script. */
  shown: string
  /** What follows the name and its credentials. */
  rest: string
  /** "Dr.", "Prof." or the like stood in front. */
  hasAddress: boolean
  /** A nickname, an earlier name or the years of a life stand in brackets or quotes. */
  hasAside: boolean
}

/** Words in front of a name that are forms of address. */
const addressPattern =
  /^(drs?|prof|professor|doctor|m[rx]s?|ms|miss|sir|dame|rev|hon|emerit(us|a)|a\/prof)\.?$/i
/** True for "Dr.", "Ms", "Prof". */
export const isAddress = (word: string) => addressPattern.test(word)
/** What may stand before "Professor" in a form of address. */
const addressRankPattern = /^(asso?c?|asst|associate|assistant|adjunct|clinical|visiting|distinguished)\.?$/i

const cjk = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u
const cjkRun = /[/|(]?\s*[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}・･]+\)?/gu

/** True for text in Chinese, Japanese or Korean script only. */
export const isCjk = (text: string) => cjk.test(text) && !/\p{Script=Latin}{2}/u.test(text)

/** The suffix in one spelling: "Jr", "Sr", "II", "3rd"; empty when the word is none. */
export function readSuffix(word: string): string {
  const bare = word.replace(/[.,]/g, '')
  const folded = foldText(bare)
  if (!/^(jr|sr|ii|iii|iv|2nd|3rd|4th|5th|junior|senior)$/.test(folded)) return ''
  if (/^[js]/.test(folded)) return folded.startsWith('j') ? 'Jr' : 'Sr'
  return folded.startsWith('i') ? bare.toUpperCase() : folded
}

/** Words, commas, and what stands in brackets or quotes. */
const tokenPattern = /\([^()]*\)|["“][^"”“]*["”]|[,;]|[^\s,;(]+(?:\([A-Z]{1,5}\))?|\(/g

/** Pronouns are left out: nobody asked the person whether they may be stored. */
const pronounPattern = /^\((she|he|they|her|him|ze|any)\b/i
/** Brackets that belong to the name: "(Charles)", "(née Roe)", "(1948–2015)", “Bob”. */
const nicknamePattern =
  /^(\((n[ée]e |born )?\p{Lu}[\p{L}.'’-]+( \p{Lu}[\p{L}.'’-]*)?\)|\(\d{4} ?[-–] ?(\d{4})?\)|["“].+)$/u
/** What else stands in brackets behind a name. */
const postStart = /^(chair|head|direc|dean|emer|retire|adjunct|visit|PI$)/i
/** Between and behind degrees: "MD and PhD", a class year. */
const fillerPattern = /^(and|&|[’'‘]\d\d)$/
/** An e-mail address or a telephone number. */
const contactPattern = /@|^\+?\d{3}[\d().-]{4}/

const isComma = (word: string | undefined) => word === ',' || word === ';'
const isBreak = (word: string) => /^[-–—|·/]+$/.test(word)

/** Initials where a family name stands alone before the comma: "Doe, J. A.". What may be a degree is none: "Doe, MD". */
const isInitialsOnly = (words: string[]) =>
  words.every((word) => /^(\p{Lu}\.?-?){1,3}$/u.test(word)) && !/^(M\.?D|D\.?O|RN)\.?$/.test(words.join(''))

/**
 * Takes a clean line apart. `mayBeGiven` decides whether the words behind the first comma can be the given names of
 * "Last, First". Never throws; a line that is no name comes back as it can.
 */
export function readParts(line: string, mayBeGiven: (words: string[], head: string[]) => boolean): NameParts {
  let text = line
    .replace(/[*†‡§¶#¹²³⁰⁴-⁹®™]+/g, ' ')
    .replace(/\bPh\.? D\b/g, 'Ph.D')
    .replace(/[—|•]|:(?=\s|$)/g, ' | ')
  if (cjk.test(text) && !isCjk(text)) text = text.replace(cjkRun, ' ')
  const tokens = [...text.matchAll(tokenPattern)]
  const words = tokens.map(([word]) => word)
  const parts: NameParts = {
    head: [],
    given: null,
    suffix: '',
    credentials: [],
    shown: '',
    rest: '',
    hasAddress: false,
    hasAside: false,
  }
  const { head, credentials } = parts
  /** Where the next word of the name goes. */
  let names = head
  let at = 0

  const isAddressAt = (place: number) =>
    isAddress(words[place] ?? '') ||
    (addressRankPattern.test(words[place] ?? '') &&
      words.slice(place + 1, place + 4).some((word) => /^prof/i.test(word)))
  while (at + 1 < words.length && isAddressAt(at) && /^\p{L}/u.test(words[at + 1] ?? '')) {
    parts.hasAddress = true
    at += 1
  }
  const isShouted = !/\p{Ll}/u.test(text.split(',', 1)[0] ?? '')
  const show = (word: string) => {
    parts.shown += `${parts.shown && (isComma(words[at - 1]) ? ', ' : ' ')}${word}`
  }

  for (; at < words.length; at += 1) {
    const word = words[at] ?? ''
    if (isComma(word)) continue
    const isAfterComma = isComma(words[at - 1])
    const isLastOfPiece = at + 1 === words.length || isComma(words[at + 1])
    if (isBreak(word)) break
    if (/^["“(]/.test(word)) {
      const inner = word.slice(1, -1)
      if (pronounPattern.test(word)) continue
      if (/^hons?\.?$/i.test(inner) && credentials.length) credentials.push(`${credentials.pop()} ${word}`)
      else if (inner.split(/[,\s]+/).every(isCredential)) credentials.push(...inner.split(/[,\s]+/))
      else if (nicknamePattern.test(word) && !postStart.test(inner)) {
        parts.hasAside = true
        if (!credentials.length) show(word)
      } else break
      continue
    }
    if (contactPattern.test(word) && head.length > 1) break
    const suffix =
      readSuffix(word) ||
      (word === 'V' && isLastOfPiece && (names.length > 1 || (parts.given && isAfterComma)) ? word : '')
    if (suffix && credentials.length === 0 && names.length > (/^(jun|sen)ior$/i.test(word) ? 1 : 0)) {
      parts.suffix ||= suffix
      show(word)
      continue
    }
    let end = at
    while (end < words.length && !isComma(words[end]) && !isBreak(words[end] ?? '')) end += 1
    const piece = words.slice(at, end).filter((one) => !/^["“(]/.test(one))

    const isInitialsAhead =
      isAfterComma && !credentials.length && head.length === 1 && !parts.given && isInitialsOnly(piece)
    if (!isInitialsAhead && names.length > (isAfterComma || parts.given ? 0 : 1)) {
      // "Thomas, John B.A." has two initials; "Thomas, John M.D." has a degree.
      const isInitialPair = parts.given && !isAfterComma && isInitialsOnly([word])
      const isKnown =
        isCredential(word) &&
        !isInitialPair &&
        (!isShouted || isAfterComma || /^(md|rn|...+)$/i.test(word.replace(/\./g, '')))
      const isLike =
        (credentials.length > 0 || (isAfterComma && !isShouted && (head.length > 1 || parts.given))) &&
        looksLikeCredential(word)
      const isSpaced = isAfterComma && piece.length === 2 && isCredential(piece.join(''))
      if (isKnown || isLike || isSpaced) {
        credentials.push(isSpaced && !isKnown ? piece.join(' ') : word)
        if (isSpaced && !isKnown) at += 1
        continue
      }
    }
    if (credentials.length) {
      if (fillerPattern.test(word)) continue
      break
    }
    if (isAfterComma && head.length) {
      if (parts.given) break
      let skipped = 0
      while (skipped + 1 < piece.length && isAddressAt(at + skipped)) skipped += 1
      const own = piece.slice(skipped).filter((one) => !isCredential(one) && !readSuffix(one))
      if (
        !own.length ||
        own.some(
          (one) =>
            /^(of|and|in|for)$/.test(one) || (head.length > 1 && !isShouted && /^[A-Z]{3,}$/.test(one)),
        ) ||
        !(isInitialsAhead || mayBeGiven(own, head))
      )
        break
      names = parts.given = []
      if (skipped) {
        at += skipped
        words[at - 1] = ','
      }
    }
    names.push(words[at] ?? '')
    show(words[at] ?? '')
  }
  // A "PhD student" has no such degree yet.
  if (/^(student|candidate)/i.test(words[at] ?? '') && credentials.pop()) at -= 1
  parts.rest = text
    .slice(tokens[at]?.index ?? text.length)
    .replace(/^[\s,;:|·/–—-]+|[\s,;:|·/–—-]+$/g, '')
    .replace(/^\(([^()]*)\)$/, '$1')
    .replace(/ \| /g, ' – ')
  return parts
}

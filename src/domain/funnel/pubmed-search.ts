import { foldWords } from '../names/fold'
import type { Names, Publication } from '../person/person'

/** How many letters of the given names PubMed always has. */
const mostInitials = 2

/**
 * The PubMed address that lists a person's papers; null for a name without a Latin letter, which PubMed holds nowhere.
 * With a paper on which their place is known it asks for "the author of this name on that paper", as PubMed's own
 * author links do. Otherwise by the name in full: "Okafor, Maya L[Author]".
 */
export function findPubmedSearch(person: {
  names: Names
  publications: readonly Pick<Publication, 'pmid' | 'position'>[]
}): string | null {
  const names = readNameWords(person.names)
  if (!/\p{Script=Latin}/u.test(names.family)) return null
  const cited = [names.family, toInitials(names.given), toPubmedSuffix(names.suffix)]
    .filter(Boolean)
    .join(' ')
  const paper = person.publications.find(({ pmid, position }) => /^\d{1,10}$/.test(pmid) && position !== null)
  // "Smith OR" would be read as an operator.
  const isPlain = !isOperatorIn(cited)
  if (paper && isPlain && names.given.length > 0) {
    return `${writeAddress(cited)}&cauthor_id=${paper.pmid}`
  }
  return writeAddress(toAuthorQuery(names, cited))
}

function writeAddress(term: string): string {
  return `https://pubmed.ncbi.nlm.nih.gov/?term=${encodeURIComponent(term).replace(/%20/g, '+')}`
}

interface NameWords {
  family: string
  given: string[]
  suffix: string
}

function toAuthorQuery({ family, given, suffix }: NameWords, cited: string): string {
  const [first = '', ...others] = given
  if (!first) return `${spell(family)}[Author]`
  // Initials alone are no full name.
  if (!isSpelled(first)) return isOperatorIn(cited) ? `"${cited}"[Author]` : `${cited}[Author]`
  const name = [`${spell(family)},`, spell([first, ...others].join(' ')), toPubmedSuffix(suffix)]
  return `${name.filter(Boolean).join(' ')}[Author]`
}

/** The parts of a name in letters, marks, apostrophes and hyphens alone: whatever else a query would read as its own. */
function readNameWords(names: Names): NameWords {
  const given = cleanWords(`${names.given} ${names.middle}`)
  const family = cleanWords(names.family)
  // A name of one word, or one that nobody took apart.
  if (family.length === 0) {
    const shown = given.length > 0 ? given : cleanWords(names.shown)
    return { family: shown.join(' '), given: [], suffix: '' }
  }
  return { family: family.join(' '), given, suffix: names.suffix }
}

const mostWords = 6
const longestWord = 40

function cleanWords(text: string): string[] {
  return text
    .slice(0, 400)
    .replace(/[\u2018\u2019\u02bc`\u00b4]/g, "'")
    .replace(/[^\p{L}\p{M}'\u2010\u2011-]+/gu, ' ')
    .split(' ')
    .map((word) =>
      [...word.replace(/^['\u2010\u2011-]+|['\u2010\u2011-]+$/g, '')].slice(0, longestWord).join(''),
    )
    .filter(Boolean)
    .slice(0, mostWords)
}

function isSpelled(word: string): boolean {
  const letters = [...word.replace(/[^\p{L}]/gu, '')]
  // "ML" and "JB" are initials written together.
  return letters.length > 3 || (letters.length > 1 && /\p{Ll}/u.test(word))
}

/** "Michelle L" → "ML", "Jean-Paul" → "JP", "ML" → "ML". */
function toInitials(given: readonly string[]): string {
  const letters = given.flatMap((word) =>
    isSpelled(word) ? word.split(/[\u2010\u2011-]/).map((piece) => [...piece][0] ?? '') : [...word],
  )
  return letters
    .filter((letter) => /\p{L}/u.test(letter))
    .slice(0, mostInitials)
    .join('')
    .toUpperCase()
}

/** As PubMed writes it: Jr, Sr, 2nd, 3rd, 4th. */
function toPubmedSuffix(suffix: string): string {
  const [word = ''] = foldWords(suffix)
  const known: Record<string, string> = {
    jr: 'Jr',
    junior: 'Jr',
    sr: 'Sr',
    senior: 'Sr',
    ii: '2nd',
    iii: '3rd',
    iv: '4th',
    '2nd': '2nd',
    '3rd': '3rd',
    '4th': '4th',
  }
  return Object.hasOwn(known, word) ? (known[word] as string) : ''
}

function isOperator(word: string): boolean {
  return word === 'AND' || word === 'OR' || word === 'NOT'
}

function isOperatorIn(text: string): boolean {
  return text.split(' ').some(isOperator)
}

/** A name in capitals may hold an operator; in small letters it is none. */
function spell(words: string): string {
  return words
    .split(' ')
    .map((word) => (isOperator(word) ? `${word[0]}${word.slice(1).toLowerCase()}` : word))
    .join(' ')
}

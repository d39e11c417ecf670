import type { Names } from '../person/person'
import { foldText, foldWords } from './fold'
import { isNickname } from './nicknames'

export type NameMatch = 'same' | 'compatible' | 'different'

/** One word of the given side: whole ("xiaodong"), and the pieces a hyphen parts it into. */
interface GivenWord {
  whole: string
  pieces: string[]
}

/**
 * The key under which a name is kept in an index: the last word of the family name and the first initial, folded
 * ("gumz m"). It gathers what may be one person ("van der Berg J" and "Juan Berg" share it, so do "Al-Ahmadi" and
 * "Al Ahmadi"); `compareNames` then decides. A name of one word is its own key.
 */
export function nameKey(names: Pick<Names, 'given' | 'family' | 'shown'>): string {
  const family = foldWords(names.family).at(-1) ?? foldText(names.shown)
  const initial = [...(foldWords(names.given)[0] ?? '')][0] ?? ''
  return `${family} ${initial}`.trim()
}

/** "II" and "2nd" are one suffix. */
function foldSuffix(suffix: string): string {
  const bare = foldText(suffix).replace(/\./g, '')
  const numbered: Record<string, string> = {
    ii: '2',
    '2nd': '2',
    iii: '3',
    '3rd': '3',
    iv: '4',
    '4th': '4',
    '5th': '5',
  }
  return numbered[bare] ?? bare.replace('junior', 'jr').replace('senior', 'sr')
}

/** The given side in comparable words. "JB" in a name of mixed case is two initials. */
function readGivenWords(names: Names): GivenWord[] {
  const isShouted = !/\p{Ll}/u.test(names.family)
  const words: GivenWord[] = []
  for (const word of `${names.given} ${names.middle}`.split(/\s+/)) {
    const bare = word.replace(/\./g, ' ').trim()
    for (const piece of bare.split(/\s+/).filter(Boolean)) {
      const isCluster = !isShouted && /^\p{Lu}(-?\p{Lu}){1,2}$/u.test(piece)
      const letters = foldWords(isCluster ? [...piece.replace(/-/g, '')].join(' ') : piece)
      if (isCluster) words.push(...letters.map((letter) => ({ whole: letter, pieces: [letter] })))
      else if (letters.length) words.push({ whole: letters.join(''), pieces: letters })
    }
  }
  return words
}

const isInitial = (word: GivenWord) =>
  [...word.whole].length === 1 && /\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek}/u.test(word.whole)

/** How two given sides agree from here on: `full` when a whole word agreed first, `initial` (or nickname) otherwise. */
function matchGiven(a: GivenWord[], b: GivenWord[]): 'full' | 'initial' | 'none' | 'against' {
  const [first, ...restA] = a
  const [second, ...restB] = b
  if (!first || !second) return 'none'
  if (isInitial(first) || isInitial(second)) {
    const [short, long, restShort, restLong] = isInitial(first)
      ? [first, second, restA, restB]
      : [second, first, restB, restA]
    if (!long.whole.startsWith(short.whole)) return 'against'
    // "X D" against "Xiao-Dong": the second initial may stand for the second piece, or for the next word.
    const pieces = long.pieces.slice(1)
    const isSpelled =
      pieces.length > 0 &&
      pieces.every((piece, index) => {
        const word = restShort[index]
        return word !== undefined && isInitial(word) && piece.startsWith(word.whole)
      })
    if (isSpelled && matchGiven(restShort.slice(pieces.length), restLong) !== 'against') return 'initial'
    // "X D" against "Xiao-Ming" alone: the second initial stands for nothing that is there.
    if (pieces.length > 0 && restShort.length > 0 && restLong.length === 0) return 'against'
    return matchGiven(restShort, restLong) === 'against' ? 'against' : 'initial'
  }
  if (first.whole === second.whole) return matchGiven(restA, restB) === 'against' ? 'against' : 'full'
  // "Jing Li" against "Jingli": two words of one side may be one of the other.
  const joinedA = restA[0] && !isInitial(restA[0]) && first.whole + restA[0].whole === second.whole
  if (joinedA) return matchGiven(restA.slice(1), restB) === 'against' ? 'against' : 'full'
  const joinedB = restB[0] && !isInitial(restB[0]) && second.whole + restB[0].whole === first.whole
  if (joinedB) return matchGiven(restA, restB.slice(1)) === 'against' ? 'against' : 'full'
  if (isNickname(first.whole, second.whole))
    return matchGiven(restA, restB) === 'against' ? 'against' : 'initial'
  return 'against'
}

/**
 * Families of different length: "Silva Pinhal" against "Pinhal". The words that are too many move to the given side, and
 * only when the other side has them there, as word or initial: "Smith-Jones" is not "Jones".
 */
function matchShiftedFamilies(a: Names, b: Names): boolean {
  const [long, short] = foldWords(a.family).length >= foldWords(b.family).length ? [a, b] : [b, a]
  const longWords = foldWords(long.family)
  const shortWords = foldWords(short.family)
  const extra = longWords.slice(0, longWords.length - shortWords.length)
  if (!extra.length || !shortWords.length || longWords.slice(extra.length).join(' ') !== shortWords.join(' '))
    return false
  const own = readGivenWords(long)
  const given = readGivenWords(short)
  if (!own.length || given.length < 1 + extra.length) return false
  const moved = [...own, ...extra.map((word) => ({ whole: word, pieces: [word] }))]
  const tail = given.slice(-extra.length)
  const isThere = extra.every((word, index) => tail[index] && word.startsWith(tail[index].whole))
  return isThere && matchGiven([moved[0] as GivenWord], [given[0] as GivenWord]) !== 'against'
}

/** "J. Robert Harlow" goes by "Robert", "Xiaofeng (Charles) Zhou" by "Charles". */
function isCalledBy(names: Names, called: GivenWord[]): boolean {
  const [first, second] = readGivenWords(names)
  const [wanted, ...others] = called
  if (!wanted || isInitial(wanted)) return false
  if (first && isInitial(first) && second?.whole === wanted.whole && !others.length) return true
  const aside = /[("“]([^)"”]{2,40})[)"”]/.exec(names.shown)?.[1] ?? ''
  return foldWords(aside).join('') === wanted.whole
}

/**
 * Family names of one person before and after marriage, or short and in full: "Smith-Jones" and "Jones", "de la Cruz"
 * and "Cruz", "Ana Roe" and "Ana Roe Silva". The first given names must be one word, spelled out.
 */
function isFamilyShared(a: Names, b: Names, givenA: GivenWord[], givenB: GivenWord[]): boolean {
  const [firstA, firstB] = [givenA[0], givenB[0]]
  if (!firstA || firstA.whole !== firstB?.whole || isInitial(firstA)) return false
  const [familyA, familyB] = [foldWords(a.family), foldWords(b.family)]
  if ([familyA, familyB].some((words) => (words.at(-1) ?? '').length < 3)) return false
  const [long, short] = familyA.length >= familyB.length ? [familyA, familyB] : [familyB, familyA]
  const isPart = [long.slice(0, short.length), long.slice(-short.length)].some(
    (part) => part.join(' ') === short.join(' '),
  )
  if (isPart && matchGiven(givenA, givenB) === 'full') return true
  const isMiddle = (names: Names, family: string[]) =>
    foldWords(names.middle).slice(-family.length).join(' ') === family.join(' ')
  return isMiddle(a, familyB) || isMiddle(b, familyA)
}

/**
 * Whether two names can be one person's. `same`: family and whole given name agree; accents, case, hyphens, and a middle
 * name against its initial or against nothing make no difference. `compatible`: nothing speaks against it, but one side
 * has only initials or a nickname, no given name, no suffix where the other has one, or a part of the family name.
 * `different`: something contradicts.
 */
export function compareNames(a: Names, b: Names): NameMatch {
  const suffixA = foldSuffix(a.suffix)
  const suffixB = foldSuffix(b.suffix)
  if (suffixA && suffixB && suffixA !== suffixB) return 'different'
  const isSuffixEqual = suffixA === suffixB
  const familyA = foldWords(a.family).join('')
  const familyB = foldWords(b.family).join('')
  const givenA = readGivenWords(a)
  const givenB = readGivenWords(b)
  if (familyA !== familyB) {
    const wholeA = givenA.map((word) => word.whole).join('') + familyA
    const wholeB = givenB.map((word) => word.whole).join('') + familyB
    const isSpelledAlike =
      wholeA === wholeB &&
      wholeA !== '' &&
      givenA.some((word) => !isInitial(word)) === givenB.some((word) => !isInitial(word))
    if (isSpelledAlike && givenA.length && givenB.length) return isSuffixEqual ? 'same' : 'compatible'
    if (matchShiftedFamilies(a, b)) return 'compatible'
    return isFamilyShared(a, b, givenA, givenB) ? 'compatible' : 'different'
  }
  if (!familyA) return 'different'
  if (!givenA.length && !givenB.length) return isSuffixEqual ? 'same' : 'compatible'
  if (!givenA.length || !givenB.length) return 'compatible'
  const match = matchGiven(givenA, givenB)
  if (match === 'against') return isCalledBy(a, givenB) || isCalledBy(b, givenA) ? 'compatible' : 'different'
  return match === 'full' && isSuffixEqual ? 'same' : 'compatible'
}

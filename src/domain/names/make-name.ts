import { cleanLine } from '../guards/text'
import type { Names } from '../person/person'
import { foldText } from './fold'
import { isCjk, type NameParts } from './name-parts'

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

/** Names out of their words, clean and cut; words of initials are parted. */
export function makeNames(given: string[], family: string, suffix: string, shown: string): Names {
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

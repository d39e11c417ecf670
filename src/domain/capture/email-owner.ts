import { foldText, foldWords } from '../names/fold'
import type { Names } from '../person/person'
import { findEmailAddresses } from './email-addresses'
import { isOfficePart } from './office-words'

/** An affiliation as printed, and who has it: places in the author list, from 0. */
export interface SharedAffiliation {
  text: string
  authors: readonly number[]
}

/** One address put beside one author. Only a certain one may be taken without asking. */
export interface EmailClaim {
  address: string
  author: number
  certain: boolean
}

/** The letters of a local part: folded, whole and in the pieces that dots, digits and the like part it into. */
export interface LocalPart {
  joined: string
  pieces: string[]
}

export function readLocalPart(address: string): LocalPart {
  const local = foldText(address.slice(0, address.lastIndexOf('@'))).replace(/'/g, '')
  const pieces = local.split(/[^\p{L}]+/u).filter(Boolean)
  return { joined: pieces.join(''), pieces }
}

/** True when `letters` are letters of `word` in its order, beginning with its first: "gh" of "guanghong". */
function isShortFor(letters: string, word: string): boolean {
  if (!letters || letters[0] !== word[0]) return false
  let at = 0
  for (const letter of word) if (letter === letters[at]) at += 1
  return at === letters.length
}

/** True when `word` stands in the local part on its own, or at the beginning or end of a piece, or is long enough to be no accident. */
function holdsWord(local: LocalPart, word: string): boolean {
  if (word.length < 3) return local.pieces.includes(word)
  if (word.length >= 5 && local.joined.includes(word)) return true
  return local.pieces.some((piece) => piece.startsWith(word) || piece.endsWith(word)) || local.joined === word
}

/** A name in the forms that local parts are made of. Made once for each author: lists can be thousands long. */
export interface FoldedName {
  /** "van der Berg" is written "vanderberg" or "berg", "Smith-Jones" also "smith". */
  families: string[]
  firsts: string[]
  given: string[]
  initials: string
  familyInitials: string
}

/** Prepares a name for `fitLocalPart`. */
export function foldName(names: Names): FoldedName {
  const family = foldWords(names.family)
  const given = foldWords(`${names.given} ${names.middle}`)
  return {
    families: [...new Set([family.join(''), ...family.filter((word) => word.length >= 3)])].filter(Boolean),
    firsts: [...new Set([foldWords(names.given).join(''), given[0] ?? '', given.join('')])].filter(Boolean),
    given,
    initials: given.map((word) => word[0]).join(''),
    familyInitials: family.map((word) => word[0]).join(''),
  }
}

/**
 * How well a local part names an author: 4 family and given name, 3 family name and initials, 2 family or given name,
 * 1 initials alone, 0 nothing.
 */
export function fitLocalPart(local: LocalPart, name: FoldedName): number {
  if (!local.joined) return 0
  const { families, firsts, given, initials, familyInitials } = name
  let best = 0
  for (const one of families) {
    if (firsts.some((first) => first.length >= 2 && isBothIn(local.joined, one, first))) return 4
    if (isFamilyWithInitials(local, one, given, initials)) best = Math.max(best, 3)
    if (holdsWord(local, one)) best = Math.max(best, 2)
  }
  if (given.some((first) => first.length >= 3 && holdsWord(local, first))) best = Math.max(best, 2)
  // "jd", "jad2", "dj": nothing but initials.
  if (initials) {
    const short = [initials + familyInitials, (initials[0] ?? '') + familyInitials, familyInitials + initials]
    if (short.some((one) => one.length >= 2 && one === local.joined)) best = Math.max(best, 1)
  }
  return best
}

/** Family and given name side by side in any order, with at most a few letters more ("zhoujuyingsy", "janedoemd"). */
function isBothIn(joined: string, family: string, first: string): boolean {
  if (first === family) return joined === family + first
  const isSide = joined.includes(family + first) || joined.includes(first + family)
  if (isSide && joined.length <= family.length + first.length + 4) return true
  const at = joined.indexOf(first)
  const isLong = family.length >= 3 && first.length >= 3
  return isLong && at !== -1 && (joined.slice(0, at) + joined.slice(at + first.length)).includes(family)
}

/** "jdoe", "doej", "j.a.doe", "ghyang" for Guanghong Yang, "doe.jane2" with part of the given name. */
function isFamilyWithInitials(
  local: LocalPart,
  family: string,
  given: readonly string[],
  initials: string,
): boolean {
  if (family.length < 2 || !initials) return false
  for (const rest of restsAround(local, family)) {
    if (!rest || rest.length > 6) continue
    if (initials.startsWith(rest) || rest === initials[0]) return true
    // Letters out of the given name: only few, or they fit by chance.
    const whole = given.join('')
    if (rest.length >= 2 && (isShortFor(rest, whole) || whole.startsWith(rest))) return true
  }
  return false
}

/** What is left of the local part before or behind the family name. */
function restsAround(local: LocalPart, family: string): string[] {
  const rests: string[] = []
  if (local.joined.startsWith(family)) rests.push(local.joined.slice(family.length))
  if (local.joined.endsWith(family)) rests.push(local.joined.slice(0, -family.length))
  return rests
}

/**
 * Whose are the addresses that stand in the affiliations of a page?
 *
 * An address is certain only when every affiliation that holds it allows one author alone, no other author's name fits
 * its local part better, and nothing else speaks against it: an office's address, or several addresses in one
 * affiliation of which this one does not name the author. Everything else is offered: to the author the local part
 * names best, else to all who share the affiliation. (Of 906 addresses in affiliations of a single author, counted on
 * real pages, 16 named another author of the page, and 218 named nobody.)
 *
 * @returns for each address at least one claim, unless nobody has the affiliation; in the order of the text.
 */
export function findEmailOwners(
  affiliations: readonly SharedAffiliation[],
  names: readonly Names[],
): EmailClaim[] {
  return [...claimAddresses(affiliations, names.map(foldName))].flat()
}

/** `findEmailOwners` in steps, one for each address: each compares the names of all authors. */
export function* claimAddresses(
  affiliations: readonly SharedAffiliation[],
  names: readonly FoldedName[],
): Generator<EmailClaim[], void, undefined> {
  const places = new Map<string, AddressPlace>()
  for (const { text, authors } of affiliations) {
    const addresses = findEmailAddresses(text)
    for (const address of addresses) {
      const key = address.toLowerCase()
      const place = places.get(key) ?? { address, holders: [], isAmongOthers: false }
      place.holders.push(authors)
      place.isAmongOthers ||= addresses.length > 1
      places.set(key, place)
    }
  }
  for (const place of places.values()) yield claimAddress(place, names)
}

/** Where one address stands: who has each affiliation that holds it. */
interface AddressPlace {
  address: string
  holders: (readonly number[])[]
  /** Some affiliation holds further addresses. */
  isAmongOthers: boolean
}

function claimAddress(
  { address, holders, isAmongOthers }: AddressPlace,
  names: readonly FoldedName[],
): EmailClaim[] {
  const sharers = [...new Set(holders.flat())].filter((author) => names[author] !== undefined)
  const inAll = sharers.filter((author) => holders.every((group) => group.includes(author)))
  const hasOwn = holders.some((group) => group.length === 1)
  const owner = hasOwn && inAll.length === 1 ? inAll[0] : undefined

  const local = readLocalPart(address)
  const fits = names.map((one) => fitLocalPart(local, one))
  const best = fits.reduce((most, fit) => Math.max(most, fit), 0)
  if (owner !== undefined) {
    const own = fits[owner] ?? 0
    const isCertain = own >= best && !(own < 2 && isOfficePart(local)) && !(isAmongOthers && own < 2)
    if (isCertain) return [{ address, author: owner, certain: true }]
  }
  const named = fits.flatMap((fit, author) => (fit === best && best > 0 ? [author] : []))
  const sharersNamed = named.filter((author) => sharers.includes(author))
  // Initials may fit anybody by chance: then those who have the affiliation are asked about as well.
  const asked =
    best >= 2 ? (sharersNamed.length ? sharersNamed : named) : [...new Set([...named, ...sharers])]
  return asked.map((author) => ({ address, author, certain: false }))
}

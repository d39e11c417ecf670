import { readLocalPart } from '../../../domain/capture/email-owner'
import { isOthersLabel, judgeAddress } from '../../../domain/capture/judge-email'
import { findPhones } from '../../../domain/capture/phones'
import { findWrittenAddresses, readMailLink } from '../../../domain/capture/written-address'
import { isTitle } from '../../../domain/faculty/titles'
import { foldWords } from '../../../domain/names/fold'
import { readNameLine } from '../../../domain/names/read-name-line'
import type { Email } from '../../../domain/person/person'
import type { Pause } from '../../extractor'
import { pause } from '../outline'
import type { FoundName } from './find-name'
import type { Row } from './read-rows'

interface Place {
  address: string
  row: number
  isOwn: boolean
  isOthers: boolean
  isObfuscated: boolean
}

const mostEmails = 4
const mostPhones = 4

/** Addresses of the content with where they stand. */
function* findPlaces(rows: readonly Row[], name: FoundName): Generator<Pause, Place[], undefined> {
  const places = new Map<string, Place>()
  for (const [index, row] of rows.entries()) {
    const { line } = row
    if (index % 60 === 59) yield pause
    const found = line.links.flatMap((link) => {
      const address = readMailLink(link.href, link.text)
      return address ? [{ address, isObfuscated: false }] : []
    })
    if (/@|\bat\b|_at_|\(a\)/i.test(line.text)) {
      for (const one of findWrittenAddresses(line.text))
        if (!found.some(({ address }) => address.toLowerCase() === one.address.toLowerCase())) found.push(one)
    }
    for (const { address, isObfuscated } of found) {
      const key = address.toLowerCase()
      const isOthers = isOfOthers(rows, index, address, name)
      const isOwn =
        row.section !== 'foreign' &&
        row.section !== 'others' &&
        row.section !== 'papers' &&
        line.zone !== 'header' &&
        (line.text.length < 160 || row.label === 'email')
      const known = places.get(key)
      if (!known || (isOwn && !isOthers && (!known.isOwn || known.isOthers)))
        places.set(key, { address, row: index, isOwn, isOthers, isObfuscated })
    }
  }
  return [...places.values()]
}

/** The words around an address say that somebody else reads it. */
function isOfOthers(rows: readonly Row[], index: number, address: string, name: FoundName): boolean {
  const row = rows[index] as Row
  if (row.label === 'others' || row.section === 'others') return true
  const before = row.line.text.split(address)[0] ?? ''
  if (before.length < 120 && isOthersLabel(before)) return true
  const above = rows[index - 1]
  const announced = [
    row.announced,
    ...(above && above.text.length < 60 && !isTitle(above.text) ? [above.text] : []),
  ]
  if (announced.some(isOthersLabel)) return true
  // Another person's name right in front of the address.
  return [
    before,
    above?.isAnnouncement && rows[index - 2] ? (rows[index - 2] as Row).text : (above?.text ?? ''),
  ].some((text) => {
    if (text.length < 5 || text.length > 80) return false
    const other = readNameLine(text)
    return (
      other !== null &&
      other.likeness >= 0.6 &&
      !name.folded.families.some((family) =>
        text
          .toLowerCase()
          .normalize('NFKD')
          .replace(/[^a-z]/g, '')
          .includes(family),
      )
    )
  })
}

const contactWords =
  /\b(e-?mails?|electronic|mail|address(es)?|contact|send|me|by|to|at|office|phone|tel(ephone)?|fax|voice|cell|mobile|ext|work|or|and|information|id|via)\b/gi

/** Nothing but contact words in front of the address, and no word of the page's own heads in it: "surgery@…", "Rooms: …". */
function isPlain({ address, row }: Place, rows: readonly Row[], heads: ReadonlySet<string>): boolean {
  const text = (rows[row] as Row).line.text
  const at = text.toLowerCase().indexOf(address.toLowerCase())
  if (at > 0 && /\p{L}{3}/u.test(text.slice(0, at).replace(contactWords, ''))) return false
  return !readLocalPart(address).pieces.some(
    (piece) =>
      piece.length > 3 &&
      [...heads].some((word) => word.startsWith(piece) || (word.length > 3 && piece.startsWith(word))),
  )
}

/**
 * The e-mail addresses to offer, the best first; certain only when nothing speaks against it. `heads` are texts that name
 * the site and the department: an address made of their words is an office's.
 */
export function* findEmails(
  rows: readonly Row[],
  name: FoundName,
  heads: readonly string[],
): Generator<Pause, Email[], undefined> {
  const places = yield* findPlaces(rows, name)
  const families = new Set([...name.folded.families, ...name.folded.given])
  const headWords = new Set(heads.flatMap(foldWords).filter((word) => word.length > 3 && !families.has(word)))
  const own = places.filter((place) => place.isOwn && !place.isOthers)
  const judged = places.map((place) => {
    const isAlone = own.length === 1 && isPlain(place, rows, headWords)
    const judgement = judgeAddress(place.address, name.folded, {
      isOwn: place.isOwn,
      isOthers: place.isOthers,
      isAlone,
    })
    return { place, ...judgement, certain: judgement.certain && !(place.isObfuscated && judgement.fit === 0) }
  })
  const best = Math.max(0, ...judged.map((one) => one.fit))
  return judged
    .filter((one) => one.isOffered && (one.place.isOwn || one.fit >= 3))
    .map((one) => ({ ...one, certain: one.certain && (one.fit >= 2 || best < 2) }))
    .sort((a, b) => Number(b.certain) - Number(a.certain) || b.fit - a.fit || a.place.row - b.place.row)
    .slice(0, mostEmails)
    .map(({ place, certain }) => ({ address: place.address, certain }))
}

/** The person's phone numbers: of the rows that are theirs, without fax. */
export function findNumbers(rows: readonly Row[]): string[] {
  const found: string[] = []
  for (const row of rows) {
    if (found.length >= mostPhones) break
    if (row.label === 'fax' || row.line.zone === 'header' || row.line.text.length > 300) continue
    if (/^(foreign|others|papers|education)$/.test(row.section ?? '') || row.label === 'others') continue
    const links = row.line.links
      .filter((link) => /^tel:/i.test(link.href) && !/\d{4}/.test(row.line.text))
      .map((link) => link.href.slice(4))
    for (const phone of findPhones([row.line.text, ...links].join(' | ')))
      if (!found.includes(phone)) found.push(phone)
  }
  return found.slice(0, mostPhones)
}

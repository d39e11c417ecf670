import { isOthersLabel } from '../../../domain/capture/judge-email'
import { isDepartment } from '../../../domain/faculty/places'
import { placeOfTitle, splitTitles } from '../../../domain/faculty/titles'
import { isCredential } from '../../../domain/names/credentials'
import type { Pause } from '../../extractor'
import type { LineLink } from '../outline'
import { fitLink, type WeighedCard } from './choose-names'
import { pause } from './fields'
import type { Page } from './page'
import { type Kind, type Piece, readPieces } from './read-facts'

/** What a card says. */
export interface CardReading {
  titles: string[]
  department: string
  /** The department that a title names, where no line of its own does. */
  place: string
  institution: string
  credentials: string[]
  addresses: { address: string; isOthers: boolean }[]
  phones: string[]
  link: LineLink | null
  isDead: boolean
  /** What stands in the places of the card that no label names. */
  slots: { slot: string; kind: Kind; text: string }[]
}

export const dead =
  /\b(in memoriam|deceased|in memory of|passed away)\b|\(\s?(1[89]|20)\d\d\s?[-–—]\s?(1[89]|20)\d\d\s?\)/i
export const saidUnit = /^(the )?(department|division|section) of\b|\b(department|division)$/i
const unitWord = /\b(department|division|section|school|college|institute|university|hospital|cent(er|re))\b/i
const profileWords =
  /^((view|see|read|visit|full|faculty|my|complete|learn) )*(profile|bio(graphy)?|details|more|home ?page|web ?(site|page))\b/i

/** Reads the lines of a card. */
export function readCard(page: Page, card: WeighedCard): CardReading {
  const { name } = card
  const reading: CardReading = {
    titles: [],
    department: '',
    place: '',
    institution: '',
    credentials: [...name.credentials],
    addresses: [],
    phones: [],
    link: name.link,
    isDead: false,
    slots: [],
  }
  const occurrences = new Map<string, number>()
  let pending: Piece['field'] = null
  let label = ''
  for (const line of page.outline.lines.slice(card.from, card.to)) {
    const isName = line === name.line
    const facts = page.factsOf(line)
    const pieces = isName ? readPieces(name.rest).pieces : facts.pieces
    reading.isDead ||= (isName || line.text.length < 60) && dead.test(line.text)
    const isOthers = isOthersLabel(label || (isName ? '' : (/^([^@:]+):\s/.exec(line.text)?.[1] ?? '')))
    for (const address of facts.addresses)
      if (!reading.addresses.some((one) => one.address === address))
        reading.addresses.push({ address, isOthers })
    if (!/fax|pager/i.test(label)) reading.phones.push(...facts.phones)
    reading.link ??=
      line.links.find(
        ({ href, text }) =>
          !/^(mailto|tel|javascript|data):|^#|\.(pdf|docx?|jpe?g|png|gif)$/i.test(href) &&
          (fitLink(href, name, page) > 0 || (text.length < 60 && profileWords.test(text))),
      ) ?? null
    // Lines in front of the name are pictures, marks and the heading of the section.
    if (line.at < name.line.at && !pieces.some(({ field, kind }) => field || kind === 'title')) continue
    const key = isName ? 'name' : page.slotOf(line)
    const seen = occurrences.get(key) ?? 0
    // Degrees know what they are; counted, they would push the title of those who have some to another place.
    if (pieces.some(({ kind }) => kind !== 'degrees' && kind !== 'education')) occurrences.set(key, seen + 1)
    for (const [index, piece] of pieces.entries()) {
      if (piece.text)
        take(reading, piece, piece.field ?? pending, `${key}#${Math.min(seen, 6)}.${Math.min(index, 3)}`)
    }
    const isLabel = pieces.length > 0 && pieces.every(({ text }) => !text)
    pending = isLabel ? (pieces[0]?.field ?? null) : null
    label = isLabel || /:$/.test(line.text) ? line.text.slice(0, 60) : ''
  }
  return reading
}

function take(reading: CardReading, { text, kind }: Piece, field: Piece['field'], slot: string): void {
  if (field === 'title') addTitle(reading, text)
  if (field === 'department' || field === 'institution') reading[field] ||= text
  if (field) return
  if (kind === 'title') addTitle(reading, text)
  if (kind === 'degrees' && !reading.credentials.length)
    reading.credentials = text.split(/[\s,]+/).filter(isCredential)
  if (text.length < 200 && /\p{L}{3}/u.test(text) && !/@|\d{3}|https?:/.test(text))
    reading.slots.push({ slot, kind, text })
}

/** Adds the titles of a text that stands where titles stand, and the department it names. */
function addTitle(reading: CardReading, text: string): void {
  const titles = splitTitles(text)
  if (!titles.length && isDepartment(text) && unitWord.test(text)) reading.department ||= text
  else if (!titles.length && text.length < 200 && !unitWord.test(text)) titles.push(text)
  reading.titles = [...new Set([...reading.titles, ...titles])]
  const place = placeOfTitle(text)
  if (isDepartment(place)) reading.place ||= place
}

/**
 * Reads departments and institutions, and gives a meaning to words that have none by themselves, from the place where
 * they stand: where the second line of most cards is the title, it is one here too.
 */
export function* settleSlots(readings: readonly CardReading[]): Generator<Pause, void, undefined> {
  const votes = new Map<string, Kind[]>()
  for (const { slot, kind } of readings.flatMap(({ slots }) => slots)) {
    const vote = votes.get(slot)
    if (vote) vote.push(kind)
    else votes.set(slot, [kind])
  }
  const shares = new Map<string, number>()
  for (const [slot, kinds] of votes)
    for (const kind of kinds)
      shares.set(`${slot} ${kind}`, (shares.get(`${slot} ${kind}`) ?? 0) + 1 / kinds.length)
  for (const [index, reading] of readings.entries()) {
    if (index % 40 === 0) yield pause
    for (const { slot, kind, text } of reading.slots) {
      const share = (of: Kind) => shares.get(`${slot} ${of}`) ?? 0
      const isVoted = text.length <= 120 && (votes.get(slot)?.length ?? 0) >= 3
      const isOpen = kind === null || kind === 'department' || kind === 'institution'
      // "Office Manager" among titles is one, "Department of Surgery" is none.
      if (isOpen && isVoted && share('title') >= 0.5 && !reading.titles.length && !unitWord.test(text)) {
        addTitle(reading, text)
      } else if (isOpen && isVoted && kind !== 'department' && share('department') >= 0.4) {
        reading.department ||= text
      } else if (
        (kind === 'department' || kind === 'institution') &&
        (share(kind) >= 0.3 || saidUnit.test(text))
      ) {
        // One department among ten research interests is an interest that sounds like one.
        reading[kind] ||= text
      }
    }
  }
}

import { foldName } from '../domain/capture/email-owner'
import { judgeAddress } from '../domain/capture/judge-email'
import { findPhones } from '../domain/capture/phones'
import { findWrittenAddresses } from '../domain/capture/written-address'
import { isDepartment, isInstitution } from '../domain/faculty/places'
import { isTitle, placeOfTitle, splitTitles } from '../domain/faculty/titles'
import { cleanLine } from '../domain/guards/text'
import { type NameLine, readNameLine } from '../domain/names/read-name-line'
import { emptyDraft } from '../domain/person/draft'
import type { PersonDraft } from '../domain/person/person'

const longestSelection = 4_000
const mostLines = 30
/** A name stands at the top of what somebody selects, below a heading or two at most. */
const mostLinesAbove = 4
const separators = /\s+[—–|•·]\s+|\s+-\s+|;\s+|\t+/

/**
 * A person out of text somebody selected: "Jane A. Doe, MD, PhD — Associate Professor", or the lines of a contact box.
 * Null when no name stands in it. What is not clearly a title, department or the like is left out.
 */
export function readSelection(text: string, url: URL): PersonDraft | null {
  const lines = text
    .slice(0, longestSelection)
    .split(/[\r\n]+/)
    .map((line) => cleanLine(line, 500))
    .filter(Boolean)
    .slice(0, mostLines)
  const found = findName(lines)
  if (!found) return null
  const { name, rest } = found
  const person = emptyDraft(name.names)
  person.credentials = name.credentials.map((one) => cleanLine(one, 40)).slice(0, 20)
  for (const piece of rest) readPiece(piece, person)
  if (!person.department)
    person.department = cleanLine(person.titles.map(placeOfTitle).find(isDepartment) ?? '', 300)

  const folded = foldName(name.names)
  const addresses = findWrittenAddresses(lines.join('\n')).slice(0, 10)
  person.emails = addresses.flatMap(({ address, isObfuscated }) => {
    const place = { isOwn: true, isAlone: addresses.length === 1, isOthers: false }
    const { certain, isOffered } = judgeAddress(address, folded, place)
    // Whoever selects a box may have caught a neighbour's address with it.
    return isOffered ? [{ address, certain: certain && !isObfuscated }] : []
  })
  person.phones = lines
    .flatMap(findPhones)
    .map((phone) => cleanLine(phone, 60))
    .slice(0, 10)

  const stated = {
    source: 'page.selection',
    url: url.href.slice(0, 2000),
    certainty: 'stated',
    at: '',
  } as const
  person.provenance.name = stated
  for (const field of ['department', 'institution'] as const)
    if (person[field]) person.provenance[field] = stated
  for (const field of ['credentials', 'titles', 'emails', 'phones'] as const)
    if (person[field].length) person.provenance[field] = stated
  if (person.emails.some((email) => !email.certain))
    person.provenance.emails = { ...stated, certainty: 'check' }
  return person
}

/** The first line that begins with a name, and everything else in pieces. */
function findName(lines: readonly string[]): { name: NameLine; rest: string[] } | null {
  for (const [at, line] of lines.slice(0, mostLinesAbove + 1).entries()) {
    const [first = '', ...others] = line.split(separators)
    for (const [written, pieces] of [
      [first.replace(/^(?:name|faculty|contact)\s*:\s*/i, ''), others],
      [line, []],
    ] as const) {
      const name = readNameLine(written)
      if (!name || name.likeness < 0.5) continue
      const rest = [name.rest, ...pieces, ...lines.slice(at + 1).flatMap((one) => one.split(separators))]
      return { name, rest: rest.filter(Boolean) }
    }
  }
  return null
}

/** Puts one piece of the text where it belongs; a label in front of it ("Title:") is taken off. */
function readPiece(piece: string, person: PersonDraft): void {
  const value = piece.replace(
    /^(?:title|position|rank|department|dept|division|institution|school|affiliation)s?\s*:\s*/i,
    '',
  )
  if (!value || /@|\d{3}/.test(value)) return
  if (isTitle(value)) {
    const titles = splitTitles(value).map((title) => cleanLine(title, 300))
    person.titles = [...new Set([...person.titles, ...titles])].slice(0, 20)
    // "Professor of Surgery, Some University": the places behind the title say where.
    for (const place of value.split(/,\s+/).slice(1)) keepPlace(place, person)
  } else if (isDepartment(value) || isInstitution(value)) {
    for (const place of isDepartment(value) && isInstitution(value) ? [value] : value.split(/,\s+/))
      keepPlace(place, person)
  }
}

function keepPlace(place: string, person: PersonDraft): void {
  const text = cleanLine(place, 300)
  if (isDepartment(text)) person.department ||= text
  else if (isInstitution(text)) person.institution ||= text
}

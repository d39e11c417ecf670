import { findPhones } from '../../../domain/capture/phones'
import { findWrittenAddresses, readMailLink } from '../../../domain/capture/written-address'
import { isDepartment, isInstitution } from '../../../domain/faculty/places'
import { isTitle } from '../../../domain/faculty/titles'
import { isCredential, looksLikeCredential } from '../../../domain/names/credentials'
import type { Line, Outline } from '../outline'
import { type Columns, type Field, readField, splitLabel } from './fields'

/** What a piece of a line is, by its words alone. */
export type Kind = 'title' | 'department' | 'institution' | 'degrees' | 'education' | 'date' | 'prose' | null

export interface Piece {
  text: string
  kind: Kind
  field: Field | null
}

/** What the words of one line say, whoever they belong to. */
export interface Facts {
  pieces: Piece[]
  addresses: string[]
  phones: string[]
}

const month = '(jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*'
const date = new RegExp(
  `\\b${month}\\.? \\d{1,2}\\b|\\b\\d{1,2} ${month},? \\d|\\d:\\d\\d|\\d ?[ap]\\.?m\\b|\\d/\\d{1,2}/\\d`,
  'i',
)
/** A quick look before the slow one. */
const mayHoldAddress = /[@＠]|[[({<"'“‘_-]\s?(at|a)\s?[\])}>"'”’_-]|\bdot\b/i

/** What a text is by its words. */
export function readKind(text: string): Kind {
  const words = text.split(/[\s,/]+/)
  if (text.length > 240 || (words.length > 13 && /[.!?]["”]?$/.test(text))) return 'prose'
  const isDegree = isCredential(words[0] ?? '')
  if (isDegree && words.every((word) => !word || isCredential(word) || looksLikeCredential(word)))
    return 'degrees'
  if (isTitle(text)) return 'title'
  if (isDegree && /[,(–]| in | from /.test(text)) return 'education'
  if (date.test(text)) return 'date'
  return isDepartment(text) ? 'department' : isInstitution(text) ? 'institution' : null
}

/** Reads lines of a page on demand, each once. */
export function makeFacts({ lines }: Outline, columns: Columns): (line: Line) => Facts {
  const known: Facts[] = []
  return (line) => {
    known[line.at] ??= readFacts(lines[line.at] ?? line, columns.fields.get(line.at) ?? null)
    return known[line.at] as Facts
  }
}

function readFacts(line: Line, column: Field | null): Facts {
  const facts = readPieces(line.text, column, line.isStrong)
  for (const { href, text } of line.links) {
    const address = readMailLink(href, text)
    // The link is what gets written to; a text of it that differs is a slip.
    if (address) facts.addresses = [address, ...facts.addresses.filter((one) => !text.includes(one))]
    if (!facts.phones.length && /^tel:/i.test(href)) facts.phones = findPhones(href.slice(4))
  }
  return facts
}

/** The pieces of a text between bars and dashes, and the addresses and numbers in it. */
export function readPieces(text: string, column: Field | null = null, isStrong = false): Facts {
  const addresses = mayHoldAddress.test(text) ? findWrittenAddresses(text).map((one) => one.address) : []
  const phones = findPhones(text)
  const pieces: Piece[] = []
  // Addresses and numbers part what stands around them, as bars do.
  const words = [...addresses, ...phones].reduce((all, one) => all.replaceAll(one, ' | '), text.slice(0, 600))
  for (const part of words.split(/\s*[|•·\t]\s*|\s+[–—]\s+|;\s+/)) {
    const label = splitLabel(part)
    const value = (label?.value ?? part).replace(/^[\s,;:(–-]+|[\s,;:–-]+$/g, '')
    if (label || value) pieces.push({ text: value, kind: readKind(value), field: label?.field ?? column })
  }
  // A label alone ("Email") tells of the line behind it.
  const [only] = pieces
  if (only && pieces.length === 1 && !only.field && isStrong && only.kind !== 'title') {
    only.field = readField(text)
    if (only.field) only.text = ''
  }
  return { pieces, addresses, phones }
}

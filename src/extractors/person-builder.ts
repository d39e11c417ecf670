import { foldName } from '../domain/capture/email-owner'
import { judgeAddress } from '../domain/capture/judge-email'
import { splitTitles } from '../domain/faculty/titles'
import { isEmailAddress } from '../domain/guards/email'
import { cleanLine } from '../domain/guards/text'
import { parseNameAndCredentials } from '../domain/names/parse-name'
import { readNameLine } from '../domain/names/read-name-line'
import { emptyDraft } from '../domain/person/draft'
import type { Link, PersonDraft, Publication } from '../domain/person/person'
import { resolveLink } from './links'

/** What a page that marks its parts says of one person, as written there. Any text may be hostile, long or empty. */
export interface WrittenPerson {
  /** May bring its degrees along: "Jane Doe, MD". */
  name: string
  credentials?: string
  titles?: readonly string[]
  department?: string
  institution?: string
  affiliations?: readonly string[]
  emails?: readonly string[]
  phones?: readonly string[]
  /** Addresses as written; relative ones start from the page's own address. */
  links?: readonly Link[]
  topics?: readonly string[]
  publications?: readonly Publication[]
}

/**
 * A valid draft out of marked text, each field with `source` as its provenance; null when the name is none. Addresses are
 * judged as standing in the person's own place.
 */
export function buildPerson(written: WrittenPerson, source: string, url: URL): PersonDraft | null {
  const shown = cleanLine(written.name, 240)
  if (!/\p{L}{2}/u.test(shown) || /[@\\{}<>]|https?:/.test(shown)) return null
  const suffixed = written.credentials ? `${shown}, ${cleanLine(written.credentials, 200)}` : shown
  const { names, credentials } = readNameLine(suffixed) ?? parseNameAndCredentials(suffixed)
  if (!names.family) return null
  const person = emptyDraft({ ...names, shown: suffixed === shown ? names.shown : shown })

  person.credentials = uniteLines(credentials, 40, 20)
  person.titles = uniteLines(
    (written.titles ?? []).flatMap((title) => {
      const titles = splitTitles(title.slice(0, 1_000))
      return titles.length ? titles : [title]
    }),
    300,
    20,
  )
  person.department = cleanLine(written.department ?? '', 300)
  person.institution = cleanLine(written.institution ?? '', 300)
  person.affiliations = uniteLines(written.affiliations ?? [], 1000, 20)
  person.phones = uniteLines(written.phones ?? [], 60, 10).filter((phone) => /\d{3}/.test(phone))
  person.topics = uniteLines((written.topics ?? []).flatMap(splitTopics), 120, 40)
  person.publications = (written.publications ?? []).slice(0, 2000)
  person.links = resolveLinks(written.links ?? [], url)

  const addresses = uniteLines(written.emails ?? [], 254, 10).filter(isEmailAddress)
  const folded = foldName(names)
  const place = { isOwn: true, isAlone: addresses.length === 1, isOthers: false }
  person.emails = addresses.flatMap((address) => {
    const { certain, isOffered } = judgeAddress(address, folded, place)
    return isOffered ? [{ address, certain }] : []
  })

  const stated = { source, url: url.href.slice(0, 2000), certainty: 'stated', at: '' } as const
  person.provenance.name = stated
  for (const field of ['department', 'institution'] as const)
    if (person[field]) person.provenance[field] = stated
  for (const field of lists) if (person[field].length) person.provenance[field] = stated
  if (person.emails.some((email) => !email.certain)) {
    person.provenance.emails = { ...stated, certainty: 'check' }
  }
  return person
}

const lists = [
  'credentials',
  'titles',
  'affiliations',
  'emails',
  'phones',
  'links',
  'topics',
  'publications',
] as const

/** Clean lines, each once, at most `most`; empty ones and those without a letter or digit are left out. */
function uniteLines(texts: readonly string[], max: number, most: number): string[] {
  const lines = texts.slice(0, most * 4).map((text) => cleanLine(text, max))
  return [...new Set(lines.filter((line) => /[\p{L}\p{N}]/u.test(line)))].slice(0, most)
}

/** "Lake fever, wet lungs; dry eyes" are three topics; a sentence about somebody's work is none. */
function splitTopics(text: string): string[] {
  const pieces = text.slice(0, 1_000).split(/[;•|]|,(?!\d)/)
  return pieces
    .map((piece) => piece.trim().replace(/\.$/, ''))
    .filter((piece) => piece.split(/\s+/).length <= 8)
}

function resolveLinks(links: readonly Link[], url: URL): Link[] {
  const found = new Map<string, Link>()
  for (const { kind, url: written } of links.slice(0, 60)) {
    const address = resolveLink(written, url)
    if (address && !found.has(address)) found.set(address, { kind, url: address })
  }
  return [...found.values()].slice(0, 20)
}

import { findEmailAddresses } from '../../../domain/capture/email-addresses'
import { fitLocalPart, foldName, readLocalPart } from '../../../domain/capture/email-owner'
import { readMailLink } from '../../../domain/capture/written-address'
import { isDepartment, isInstitution } from '../../../domain/faculty/places'
import { foldWords } from '../../../domain/names/fold'
import type { PersonDraft } from '../../../domain/person/person'
import type { FoundPerson, Pause } from '../../extractor'
import { indexByName, joinDrafts } from '../../join-drafts'
import { buildPerson } from '../../person-builder'
import type { Outline } from '../outline'
import { type Item, isPerson, unescapeText } from './item'
import { readJsonLd } from './json-ld'
import { readMarkedElements } from './marked-elements'

/**
 * The people that a page's structured data speaks of, as far as the visible page bears it out: a name nobody can read on
 * the page is dropped, and so is every value that stands nowhere on it. Authors and publishers of the page are left out.
 */
export function* readStructured(outline: Outline): Generator<Pause, PersonDraft[], undefined> {
  const { doc } = outline
  const items = [...(yield* readJsonLd(doc)), ...(yield* readMarkedElements(doc))].filter(
    (item) => !item.isByline,
  )
  if (!items.length) return []
  const seen = yield* gatherSeen(outline)
  const people: PersonDraft[] = []
  for (const item of items) {
    const person = believe(item, seen, outline.url)
    if (person) people.push(person)
    yield { type: 'pause' }
  }
  return people
}

/**
 * The people found on a page, each with what its structured data says of them. Two things of one name (a page marks a
 * person twice) are joined first.
 */
export function joinStructured(
  found: readonly FoundPerson[],
  structured: readonly PersonDraft[],
): FoundPerson[] {
  if (!structured.length) return [...found]
  const merged: PersonDraft[] = []
  const byName = new Map<string, number>()
  for (const draft of structured) {
    const key = `${foldWords(draft.names.given).join()} ${foldWords(draft.names.family).join()}`
    const at = byName.get(key)
    if (at === undefined) byName.set(key, merged.push(draft) - 1)
    else merged[at] = joinDrafts(merged[at] as PersonDraft, draft)
  }
  const findTwin = indexByName(merged)
  return found.map((one) => {
    const twin = findTwin(one.person.names)
    return twin ? { ...one, person: joinDrafts(twin, one.person) } : one
  })
}

/** The layer of structured data over the people that a page shows: see `JoinPeople` in `generic.ts`. */
export function* joinStructuredData(
  outline: Outline,
  people: readonly FoundPerson[],
): Generator<Pause, FoundPerson[], undefined> {
  return joinStructured(people, yield* readStructured(outline))
}

/** What can be read on the page, folded. */
interface Seen {
  words: Set<string>
  /** One line after another, each between blanks; empty when the page is too long to look for phrases in. */
  text: string
  addresses: Set<string>
  digits: string
  links: string[]
}

/** A longer page is a listing: there single words must do, or looking for every phrase would take seconds. */
const longestText = 200_000

function* gatherSeen(outline: Outline): Generator<Pause, Seen, undefined> {
  const seen: Seen = { words: new Set(), text: '', addresses: new Set(), digits: '', links: [] }
  for (const [at, line] of [{ text: outline.title, links: [] }, ...outline.lines].entries()) {
    if (at % 50 === 49) yield { type: 'pause' }
    const words = foldWords(line.text)
    for (const word of words) seen.words.add(word)
    if (seen.text.length < longestText) seen.text += ` ${words.join(' ')} \n`
    if (seen.digits.length < longestText) seen.digits += `${line.text.replace(/\D/g, '')} `
    for (const address of findEmailAddresses(line.text)) seen.addresses.add(address.toLowerCase())
    for (const { href, text } of line.links) {
      const address = readMailLink(href, text)
      if (address) seen.addresses.add(address.toLowerCase())
      else if (seen.links.length < 5_000 && /orcid/i.test(href)) seen.links.push(href)
    }
  }
  if (seen.text.length >= longestText) seen.text = ''
  return seen
}

function isSeen(text: string, seen: Seen): boolean {
  const words = foldWords(text)
  if (!words.length || !words.every((word) => seen.words.has(word))) return false
  return seen.text === '' || seen.text.includes(` ${words.join(' ')} `)
}

function believe(item: Item, seen: Seen, url: URL): PersonDraft | null {
  const read = (property: string): string[] =>
    (item.values.get(property) ?? []).flatMap((value) => {
      const text = typeof value === 'string' ? value : (nameOf(value) ?? '')
      return text ? [unescapeText(text)] : []
    })
  const name = read('name')[0] || [...read('givenname'), ...read('familyname')].join(' ')
  const believed = (texts: string[]) => texts.filter((text) => isSeen(text, seen))
  const places = believed(
    ['worksfor', 'affiliation', 'hospitalaffiliation', 'memberof', 'department'].flatMap((property) => [
      ...read(property),
      ...(item.values.get(property) ?? []).flatMap((value) =>
        typeof value === 'string' ? [] : partsOf(value),
      ),
    ]),
  )
  const person = buildPerson(
    {
      name,
      credentials: read('honorificsuffix').join(', '),
      titles: believed(read('jobtitle')),
      department: places.find(isDepartment) ?? '',
      institution: places.find((place) => isInstitution(place) && !isDepartment(place)) ?? '',
      emails: read('email').map((text) => readMailLink(`mailto:${text.replace(/^mailto:/i, '')}`, '')),
      phones: read('telephone').filter((text) => {
        const digits = text.replace(/^tel:/i, '').replace(/\D/g, '').slice(-7)
        return digits.length === 7 && seen.digits.includes(digits)
      }),
      links: read('sameas').flatMap((text) => {
        const [, id] = /^https?:\/\/orcid\.org\/(\d{4}-\d{4}-\d{4}-\d{3}[\dX])$/.exec(text.trim()) ?? []
        const isShown = id !== undefined && seen.links.some((href) => href.includes(id))
        return isShown ? [{ kind: 'orcid' as const, url: `https://orcid.org/${id}` }] : []
      }),
      topics: believed([...read('knowsabout'), ...read('medicalspecialty')]),
    },
    item.source,
    url,
  )
  if (!person) return null
  const { given, family } = person.names
  if (!given) return null
  // Word by word: a directory prints "Doe, Jane".
  if (![...foldWords(given), ...foldWords(family)].every((word) => seen.words.has(word))) return null
  person.credentials = believed(person.credentials)
  if (!person.credentials.length) delete person.provenance.credentials
  return withBelievedEmails(person, seen)
}

/** An address that is not on the page must name the person, and one on the page that does not is asked about. */
function withBelievedEmails(person: PersonDraft, seen: Seen): PersonDraft {
  const name = foldName(person.names)
  person.emails = person.emails.flatMap(({ address }) => {
    const fit = fitLocalPart(readLocalPart(address), name)
    const isShown = seen.addresses.has(address.toLowerCase())
    if (!isShown && fit < 3) return []
    return [{ address, certain: fit >= 2 }]
  })
  const from = person.provenance.emails
  if (!person.emails.length) delete person.provenance.emails
  else if (from) {
    const isCertain = person.emails.every((email) => email.certain)
    person.provenance.emails = { ...from, certainty: isCertain ? 'stated' : 'check' }
  }
  return person
}

function nameOf(item: Item): string | undefined {
  const values = item.values.get('name') ?? item.values.get('legalname') ?? item.values.get('title')
  return values?.find((value): value is string => typeof value === 'string')
}

/** The names of what an organisation belongs to, and of its departments. */
function partsOf(item: Item): string[] {
  return ['department', 'parentorganization', 'memberof', 'ispartof'].flatMap((property) =>
    (item.values.get(property) ?? []).flatMap((value) => {
      if (typeof value === 'string') return [unescapeText(value)]
      const name = isPerson(value) ? undefined : nameOf(value)
      return name ? [unescapeText(name)] : []
    }),
  )
}

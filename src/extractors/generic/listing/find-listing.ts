import { judgeAddress } from '../../../domain/capture/judge-email'
import { cleanLine } from '../../../domain/guards/text'
import { foldWords } from '../../../domain/names/fold'
import { emptyDraft } from '../../../domain/person/draft'
import type { CapturedField, Names, PersonDraft } from '../../../domain/person/person'
import type { FoundPerson, Pause } from '../../extractor'
import { readBase, resolveLink } from '../../links'
import type { ListingFinding } from '../finding'
import type { Outline } from '../outline'
import { findInstitution, readSiteNames } from '../profile/find-institution'
import { chooseNames, type WeighedCard } from './choose-names'
import { pause, readColumns } from './fields'
import { findHeadings, type Headings } from './find-headings'
import { findMore } from './find-more'
import { findNames, makeKeys } from './find-names'
import type { Page } from './page'
import { type CardReading, readCard, saidUnit, settleSlots } from './read-card'
import { makeFacts } from './read-facts'
import { weighListing } from './weigh-listing'

const mostPeople = 5000
const peoplePerPause = 8
const gone = /\b(emerit\w+|former|past|alumn\w+|retired|previous)\b/i

/** An entry of the directory before it is a draft. */
export interface Entry {
  card: WeighedCard
  reading: CardReading
  headings: Headings
}

/** Finds everybody on a directory page. */
export function* findListing(outline: Outline): Generator<Pause, ListingFinding, undefined> {
  const columns = yield* readColumns(outline)
  const page: Page = {
    outline,
    keyOf: makeKeys(),
    slotOf: makeKeys(true),
    factsOf: makeFacts(outline, columns),
    host: outline.url.hostname.split('.').slice(-2).join('.'),
  }
  const cards = yield* chooseNames(page, yield* findNames(outline, columns, page.keyOf))
  const headings = yield* findHeadings(page, cards)
  const entries: Entry[] = []
  for (const [index, card] of cards.slice(0, mostPeople).entries()) {
    if (index % peoplePerPause === 0) yield pause
    entries.push({ card, reading: readCard(page, card), headings: headings[index] as Headings })
  }
  yield* settleSlots(entries.map((entry) => entry.reading))
  const alive = entries.filter(({ card, reading, headings: over }) => {
    // A bare name among those who have left is nobody whom one could find or write to.
    const isBare = card.weight < 0.1 && !reading.link && !reading.titles.length
    return !reading.isDead && !over.isDead && !(isBare && gone.test(over.texts.at(-1) ?? ''))
  })
  const people = yield* makePeople(outline, alive)
  const strength = people.length > 1 ? yield* weighListing(outline, alive) : 0
  if (strength < 0.5) return { people, more: null, strength }
  yield pause
  const more = findMore(outline)
  yield pause
  const names = readSiteNames(outline)
  yield pause
  return { people: placePeople(outline, people, names), more, strength }
}

/** The people of a directory with the institution that the page itself is of, where their entries name none. */
function placePeople(
  outline: Outline,
  people: readonly FoundPerson[],
  siteNames: readonly string[],
): FoundPerson[] {
  const { value, source, isStated } = findInstitution(outline, [], [], siteNames, [])
  if (!value) return [...people]
  const from = {
    source,
    url: outline.url.href.slice(0, 2000),
    certainty: isStated ? 'stated' : 'check',
    at: '',
  } as const
  return people.map((one) =>
    one.person.institution
      ? one
      : {
          ...one,
          person: {
            ...one.person,
            institution: cleanLine(value),
            provenance: { ...one.person.provenance, institution: from },
          },
        },
  )
}

function* makePeople(
  outline: Outline,
  entries: readonly Entry[],
): Generator<Pause, FoundPerson[], undefined> {
  const base = readBase(outline.doc, outline.url)
  const holders = new Map<string, Set<string>>()
  for (const { reading, card } of entries) {
    for (const { address } of reading.addresses) {
      const key = address.toLowerCase()
      holders.set(key, (holders.get(key) ?? new Set()).add(keyOfName(card.name.names)))
    }
  }
  const people: FoundPerson[] = []
  const known = new Map<string, PersonDraft>()
  for (const [index, entry] of entries.entries()) {
    if (index % peoplePerPause === 0) yield pause
    const person = makeDraft(
      outline,
      entry,
      base,
      (address) => holders.get(address.toLowerCase())?.size !== 1,
    )
    const key = keyOfName(person.names)
    const had = known.get(key)
    if (had && isSame(had, person)) {
      join(had, person)
      continue
    }
    known.set(key, person)
    people.push({
      type: 'person',
      person,
      collective: false,
      index: people.length,
      equalContribution: false,
      printedAffiliations: [],
    })
  }
  return people
}

/** First given and last family name: the parts on which two spellings of one person agree. */
const keyOfName = ({ given, family, suffix }: Names) =>
  `${foldWords(given)[0]} ${foldWords(family).at(-1)} ${foldWords(suffix)}`

function makeDraft(
  { url }: Outline,
  { card, reading, headings }: Entry,
  base: URL,
  isShared: (address: string) => boolean,
): PersonDraft {
  const { name } = card
  const person = emptyDraft(name.names)
  const address = url.href.slice(0, 2000)
  const note = (field: CapturedField, isGroup: boolean, isStated: boolean) => {
    if (!person[field as 'titles'].length) return
    const source = isGroup ? 'page.group' : 'page.card'
    person.provenance[field] = { source, url: address, certainty: isStated ? 'stated' : 'check', at: '' }
  }
  const clean = (texts: string[], length: number, most: number) =>
    [...new Set(texts.map((text) => cleanLine(text, length)).filter(Boolean))].slice(0, most)

  person.credentials = clean(reading.credentials, 40, 20)
  person.titles = clean(reading.titles.length ? reading.titles : [headings.title], 300, 20)
  const own = reading.department || (saidUnit.test(reading.place) ? reading.place : '')
  const guess = headings.department || reading.place
  person.department = cleanLine(own || guess, 300)
  person.institution = cleanLine(reading.institution, 300)
  person.phones = clean(reading.phones, 60, 10)
  const isAlone = reading.addresses.filter((one) => !one.isOthers).length === 1
  for (const one of reading.addresses.slice(0, 10)) {
    const isOwn = !isShared(one.address)
    const place = { isOwn: isOwn && !card.isLoose, isAlone: isAlone && isOwn, isOthers: one.isOthers }
    const { certain, isOffered } = judgeAddress(one.address, name.fold(), place)
    if (isOffered || (card.isLoose && isOwn)) person.emails.push({ address: one.address, certain })
  }
  const link = reading.link ? resolveLink(reading.link.href, base) : ''
  if (link && link.split('#')[0] !== address.split('#')[0]) person.links = [{ kind: 'profile', url: link }]

  person.provenance.name = {
    source: 'page.card',
    url: address,
    certainty: name.likeness >= 0.5 ? 'stated' : 'check',
    at: '',
  }
  note('credentials', false, true)
  note('titles', !reading.titles.length, reading.titles.length > 0)
  note('department', !own && !!headings.department, !!own)
  note('institution', false, true)
  note('phones', false, true)
  note('links', false, true)
  note(
    'emails',
    false,
    person.emails.some((email) => email.certain),
  )
  return person
}

/** False for two people of one name: by middle name, by address, or by page and title. */
function isSame(a: PersonDraft, b: PersonDraft): boolean {
  const [middle, other] = [a, b].map(({ names }) => foldWords(names.middle)[0]?.[0])
  if (middle && other && middle !== other) return false
  const differ = (key: 'emails' | 'links' | 'titles') => {
    const [mine, theirs] = [a[key], b[key]].map((all) => all.map((one) => JSON.stringify(one).toLowerCase()))
    return !!mine?.length && !!theirs?.length && !mine.some((one) => theirs.includes(one))
  }
  return a.emails.length && b.emails.length ? !differ('emails') : !(differ('links') && differ('titles'))
}

/** Takes into the first entry of somebody what only the second has. */
function join(had: PersonDraft, more: PersonDraft): void {
  // What the second entry states goes before what a heading over the first one led to guess.
  if (had.provenance.titles?.certainty === 'check' && more.provenance.titles?.certainty === 'stated')
    had.titles = []
  if (had.titles.length && more.provenance.titles?.certainty === 'stated')
    had.titles = [...new Set([...had.titles, ...more.titles])].slice(0, 20)
  for (const field of [
    'credentials',
    'titles',
    'department',
    'institution',
    'phones',
    'links',
    'emails',
  ] as const) {
    const from = more.provenance[field]
    if (had[field].length || !from) continue
    Object.assign(had, { [field]: more[field] })
    had.provenance[field] = from
  }
  if (more.names.middle.length > had.names.middle.length) had.names = more.names
}

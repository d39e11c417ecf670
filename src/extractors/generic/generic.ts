import type { Publication } from '../../domain/person/person'
import type { Draft, Extractor, FoundPerson, PageKind, Pause } from '../extractor'
import type { ListingFinding, ProfileFinding } from './finding'
import { isElsewhere, isProfile, judgePage } from './judge-page'
import { type Outline, readOutline } from './outline'
import { type FoundName, findName, mayBeAbout } from './profile/find-name'
import type { Row } from './profile/read-rows'

/** Joins into the people of a page what another layer knows of them; which people there are stays as it is. */
export type JoinPeople = (
  outline: Outline,
  people: readonly FoundPerson[],
) => Generator<Pause, FoundPerson[], undefined>

/** Parts of the generic reader that come into a page only where it calls for them. Without one, its matter is not read. */
export interface GenericParts {
  /** Everybody on a directory page. */
  findListing?: (outline: Outline) => Generator<Pause, ListingFinding, undefined>
  /** The page as the profile of the one whose name was found. `bringPapers` gets the reader of papers, if there is one. */
  findProfile?: (
    outline: Outline,
    name: FoundName,
    bringPapers: () => Generator<Pause, FindPapers | undefined, undefined>,
  ) => Generator<Pause, ProfileFinding, undefined>
  /** The papers that a profile lists. */
  findPapers?: FindPapers
  /** What the page's structured data says. */
  joinPeople?: JoinPeople
}
export type FindPapers = (
  outline: Outline,
  rows: readonly Row[],
  name: FoundName,
) => Generator<Pause, Publication[], undefined>

/** Brings a part that is not there yet. Never rejects, and may fail to bring it. */
export type LoadPart = (part: 'listing' | 'profile' | 'papers') => Promise<unknown>

/** Any page of people that no other reader knows: read by what it shows. */
export function makeGeneric(parts: GenericParts, load?: LoadPart): Extractor {
  return {
    id: 'page',
    matches: (url) => /^https?:$/.test(url.protocol),
    detect: () => 'look',
    extract: (doc, url, signal) => readAnyPage(doc, url, signal, parts, load),
  }
}

function* readAnyPage(
  doc: Document,
  url: URL,
  signal: AbortSignal,
  parts: GenericParts,
  load: LoadPart | undefined,
): Generator<Draft | Pause, PageKind | null, undefined> {
  const outline = yield* readOutline(doc, url)
  if (!outline.lines.length || signal.aborted || isElsewhere(outline)) return null
  const name = yield* findName(outline)
  let profile: ProfileFinding = { person: null, strength: 0, name }
  if (name && mayBeAbout(outline, name)) {
    if (!parts.findProfile && load) yield { type: 'pause', until: load('profile') }
    const bringPapers = function* (): Generator<Pause, FindPapers | undefined, undefined> {
      if (!parts.findPapers && load) yield { type: 'pause', until: load('papers') }
      return parts.findPapers
    }
    if (parts.findProfile) profile = yield* parts.findProfile(outline, name, bringPapers)
  }
  let listing: ListingFinding | null = null
  // A page that its own heads call one person's is that, whoever else is named on it.
  if (!isProfile(profile)) {
    if (!parts.findListing && load) yield { type: 'pause', until: load('listing') }
    if (parts.findListing) listing = yield* parts.findListing(outline)
  }
  const kind = judgePage(listing, profile)
  if (!kind) return null
  const people = kind === 'list' ? (listing?.people ?? []) : profile.person ? [profile.person] : []
  yield* parts.joinPeople ? yield* parts.joinPeople(outline, people) : people
  if (kind === 'list' && listing?.more) yield listing.more
  return kind
}

import { type Message, message } from '../message'
import { compareNames } from '../names/compare-names'
import { foldText } from '../names/fold'
import { type Match, type MatchEvidence, matchPerson } from './match'
import { foldPageAddress, foldTitle, readOrcid, toMatchQuery } from './match-query'
import {
  type CapturedField,
  type Email,
  type Link,
  type Mentor,
  type Names,
  type Person,
  type PersonInput,
  type Provenance,
  type Publication,
  personInputSchema,
} from './person'

/** A field that the merge would change, both sides as short text. Publications are given as their number. */
export interface MergeChange {
  field: string
  before: string
  after: string
}

export interface MergeProposal {
  /** Why the two are one person; a name alone is `['name']`, and empty means nothing at all. */
  evidence: MatchEvidence[]
  changes: MergeChange[]
  /** What both sides say differently and only the student can settle. The earlier answer is kept. */
  conflicts: MergeChange[]
  merged: PersonInput
  /** Why the merge cannot be made; null when it can. */
  refused: Message | null
}

/** A merge that must not be made; `what` says why. */
export class MergeRefused extends Error {
  readonly what: Message
  constructor(what: Message) {
    super(what.id)
    this.what = what
  }
}

const mentorOrder: readonly Mentor[] = ['none', 'mentor', 'key']

/**
 * Joins what was just read or typed into a person of the log. Nothing the student entered is lost: lists are united,
 * earlier words stay and new ones follow, blanks are filled. The fuller name wins over initials. Merging the same input
 * twice changes nothing more. Neither argument is changed. `isSaidSame`: the student said that the two are one person, so
 * no evidence is asked for.
 */
export function proposeMerge(
  person: Person | PersonInput,
  input: PersonInput,
  isSaidSame = false,
): MergeProposal {
  const match = matchPerson(person, toMatchQuery(input))
  const names = joinNames(person.names, input.names)
  const hasOtherPlace = isPlaceContradicted(person, input)
  const isFriendlyKnown = person.studentFriendly.answer !== 'unknown'
  const isFriendlyAgreed =
    input.studentFriendly.answer === 'unknown' ||
    input.studentFriendly.answer === person.studentFriendly.answer
  const merged: PersonInput = {
    names,
    credentials: uniteLines(person.credentials, input.credentials),
    titles: uniteLines(person.titles, input.titles),
    department: hasOtherPlace ? person.department : person.department || input.department,
    institution: hasOtherPlace ? person.institution : person.institution || input.institution,
    affiliations: joinAffiliations(person, input),
    emails: joinEmails(person.emails, input.emails),
    phones: uniteLines(person.phones, input.phones),
    links: uniteBy(person.links, input.links, linkKey),
    topics: uniteLines(person.topics, input.topics),
    publications: joinPublications(person.publications, input.publications),
    provenance: {},
    roles: uniteBy(person.roles, input.roles, String),
    positions: uniteBy(person.positions, input.positions, String),
    mentor:
      mentorOrder[Math.max(mentorOrder.indexOf(person.mentor), mentorOrder.indexOf(input.mentor))] ?? 'none',
    whereMet: joinWords(person.whereMet, input.whereMet, '; '),
    detail: joinWords(person.detail, input.detail, '; '),
    note: joinWords(person.note, input.note, '\n'),
    studentFriendly: {
      answer: isFriendlyKnown ? person.studentFriendly.answer : input.studentFriendly.answer,
      saidBy:
        isFriendlyKnown && !isFriendlyAgreed
          ? person.studentFriendly.saidBy
          : joinWords(person.studentFriendly.saidBy, input.studentFriendly.saidBy, '; '),
    },
    canWriteLetter: person.canWriteLetter || input.canWriteLetter,
    tags: uniteLines(person.tags, input.tags),
  }
  const rhythmWeeks = person.rhythmWeeks ?? input.rhythmWeeks
  if (rhythmWeeks !== undefined) merged.rhythmWeeks = rhythmWeeks
  merged.provenance = joinProvenance(person, input, merged)

  const conflicts: MergeChange[] = []
  if (isFriendlyKnown && !isFriendlyAgreed) {
    conflicts.push({
      field: 'studentFriendly',
      before: person.studentFriendly.answer,
      after: input.studentFriendly.answer,
    })
  }
  return {
    evidence: match?.evidence ?? [],
    changes: listChanges(person, merged),
    conflicts,
    merged,
    refused: refusal(match, isSaidSame, merged),
  }
}

/**
 * The merged person, or `MergeRefused`: without evidence (or the student's word) that they are one, or when the joined
 * words would not fit.
 */
export function mergeOrThrow(
  person: Person | PersonInput,
  input: PersonInput,
  isSaidSame = false,
): PersonInput {
  const { merged, refused } = proposeMerge(person, input, isSaidSame)
  if (refused) throw new MergeRefused(refused)
  return merged
}

function refusal(match: Match | null, isSaidSame: boolean, merged: PersonInput): Message | null {
  if (!isSaidSame && match?.state !== 'known') return message('merge.no-evidence')
  const result = personInputSchema.safeParse(merged)
  if (result.success) return null
  return message('merge.too-long', { field: String(result.error.issues[0]?.path[0] ?? '') })
}

/**
 * The fuller of two spellings of one name, with the suffix of either. Names that contradict each other (the same e-mail
 * address under a new name) are left as the log has them.
 */
function joinNames(earlier: Names, later: Names): Names {
  if (compareNames(earlier, later) === 'different') return earlier
  const [fuller, other] = fullness(later) > fullness(earlier) ? [later, earlier] : [earlier, later]
  if (fuller.suffix !== '' || other.suffix === '') return fuller
  return { ...fuller, suffix: other.suffix, shown: `${fuller.shown}, ${other.suffix}`.slice(0, 240) }
}

/** How much of the given name is spelled out: whole words count far more than initials. */
function fullness(names: Names): number {
  // "ML" and "M.L." are two initials, "Bo" is a name.
  const words = `${names.given} ${names.middle}`.split(/[\s.]+/).filter(Boolean)
  const wholes = words.filter((word) => word.length > 1 && /\p{Ll}|\p{Lo}/u.test(word))
  const initials = words.filter((word) => !wholes.includes(word)).join('').length
  return wholes.length * 100 + initials
}

/** Earlier lines, then the new ones; the same words in another case or with other accents are the same. */
function uniteLines(earlier: readonly string[], later: readonly string[]): string[] {
  return uniteBy(earlier, later, (text) => foldText(text) || text)
}

function uniteBy<T>(earlier: readonly T[], later: readonly T[], keyOf: (one: T) => string): T[] {
  const known = new Set(earlier.map(keyOf))
  const united = [...earlier]
  for (const one of later) {
    if (known.has(keyOf(one))) continue
    known.add(keyOf(one))
    united.push(one)
  }
  return united
}

/** Both texts, part by part; a part that is there already is not said twice. */
function joinWords(earlier: string, later: string, separator: string): string {
  if (later.trim() === '') return earlier
  if (earlier.trim() === '') return later
  const parts = new Set(earlier.split(separator).map((part) => part.trim()))
  if (parts.has(later.trim())) return earlier
  const added = later.split(separator).filter((part) => part.trim() !== '' && !parts.has(part.trim()))
  return added.length > 0 ? [earlier, ...new Set(added)].join(separator) : earlier
}

/** Department and institution belong together: when either contradicts, the log's pair stays as it is. */
function isPlaceContradicted(person: Person | PersonInput, input: PersonInput): boolean {
  const contradicts = (a: string, b: string) => a !== '' && b !== '' && !sameWords(a, b)
  return (
    contradicts(person.institution, input.institution) || contradicts(person.department, input.department)
  )
}

/** Affiliations of both; a place that differs from the one kept is not lost but joins the list. */
function joinAffiliations(person: Person | PersonInput, input: PersonInput): string[] {
  const place = [input.department, input.institution].filter(Boolean).join(', ')
  const left = isPlaceContradicted(person, input) ? [place] : []
  return uniteLines(person.affiliations, [...input.affiliations, ...left])
}

/** "Department of Medicine" and "Medicine" are one place. */
function sameWords(a: string, b: string): boolean {
  const bare = (text: string) =>
    foldText(text).replace(/^(the )?((department|dept\.?|division|section) of )?(the )?/, '')
  return bare(a) === bare(b)
}

/** One page, or one ORCID record, is one link, however its address is written. */
function linkKey({ url }: Link): string {
  return readOrcid(url) || foldPageAddress(url) || url
}

/** Addresses of both, once each; certain when either side is. */
function joinEmails(earlier: readonly Email[], later: readonly Email[]): Email[] {
  const keyOf = (email: Email) => email.address.toLowerCase()
  const certain = new Set([...earlier, ...later].filter((email) => email.certain).map(keyOf))
  return uniteBy(earlier, later, keyOf).map((email) =>
    email.certain === certain.has(keyOf(email)) ? email : { ...email, certain: true },
  )
}

/**
 * Papers of both, once each: by PMID, else DOI, else title. What one side does not know the other fills in. A paper that
 * was filled in may turn out to be one of the others, so this goes on until nothing more falls together.
 */
function joinPublications(earlier: readonly Publication[], later: readonly Publication[]): Publication[] {
  let joined = uniteBy([], [...earlier, ...later], (publication) => JSON.stringify(publication))
  for (;;) {
    const fewer = joinOnce(joined)
    if (fewer.length === joined.length) return fewer
    joined = fewer
  }
}

function joinOnce(publications: readonly Publication[]): Publication[] {
  const joined: Publication[] = []
  const byPmid = new Map<string, number>()
  const byDoi = new Map<string, number>()
  const byTitle = new Map<string, Set<number>>()
  for (const publication of publications) {
    const doi = foldText(publication.doi)
    const title = foldTitle(publication.title)
    // Of several papers of one title, the one that has least to learn: merging again then changes nothing.
    const alike = [...(byTitle.get(title) ?? [])]
      .filter((at) => isTitleEnough(joined[at] as Publication, publication))
      .sort((one, other) => countGaps(joined[one], publication) - countGaps(joined[other], publication))
    const place = [byPmid.get(publication.pmid), byDoi.get(doi), ...alike].find(
      (at) => at !== undefined && !isContradicted(joined[at] as Publication, publication),
    )
    const at = place ?? joined.length
    const kept =
      place === undefined ? publication : fillPublication(joined[place] as Publication, publication)
    joined[at] = kept
    // Blank numbers and titles are no keys.
    if (kept.pmid && !byPmid.has(kept.pmid)) byPmid.set(kept.pmid, at)
    if (kept.doi && !byDoi.has(foldText(kept.doi))) byDoi.set(foldText(kept.doi), at)
    const keptTitle = foldTitle(kept.title)
    if (keptTitle) byTitle.set(keptTitle, (byTitle.get(keptTitle) ?? new Set()).add(at))
  }
  return joined
}

/** A long title is a paper's own; "Reply" or "Editorial" needs the year beside it. */
function isTitleEnough(a: Publication, b: Publication): boolean {
  return foldTitle(a.title).length >= 25 || (a.year !== null && a.year === b.year)
}

/** How many fields of `earlier` would be filled from `later`. */
function countGaps(earlier: Publication | undefined, later: Publication): number {
  if (!earlier) return 0
  const filled = fillPublication(earlier, later)
  return (Object.keys(filled) as (keyof Publication)[]).filter((field) => filled[field] !== earlier[field])
    .length
}

/** Two papers with numbers of their own are two papers, however alike their titles are. */
function isContradicted(a: Publication, b: Publication): boolean {
  if (a.pmid && b.pmid) return a.pmid !== b.pmid
  return a.doi !== '' && b.doi !== '' && foldText(a.doi) !== foldText(b.doi)
}

function fillPublication(earlier: Publication, later: Publication): Publication {
  return {
    pmid: earlier.pmid || later.pmid,
    doi: earlier.doi || later.doi,
    title: earlier.title || later.title,
    journal: earlier.journal || later.journal,
    year: earlier.year ?? later.year,
    authors: earlier.authors.length > 0 ? earlier.authors : later.authors,
    position: earlier.position ?? later.position,
  }
}

/** Each field keeps the provenance of the side whose value leads it. */
function joinProvenance(
  person: Person | PersonInput,
  input: PersonInput,
  merged: PersonInput,
): PersonInput['provenance'] {
  const provenance: PersonInput['provenance'] = {}
  const fields = new Set([
    ...Object.keys(person.provenance),
    ...Object.keys(input.provenance),
  ]) as Set<CapturedField>
  for (const field of fields) {
    const earlier: Provenance | undefined = person.provenance[field]
    const later: Provenance | undefined = input.provenance[field]
    const isLaterLeading =
      field === 'name'
        ? isNameFrom(merged.names, input.names, person.names)
        : isBlank(person[field]) && !isBlank(merged[field])
    const chosen = isLaterLeading ? later : earlier
    if (chosen) provenance[field] = chosen
  }
  return provenance
}

function isNameFrom(merged: Names, later: Names, earlier: Names): boolean {
  return (
    merged.given === later.given &&
    merged.middle === later.middle &&
    merged.given + merged.middle !== earlier.given + earlier.middle
  )
}

function isBlank(value: unknown): boolean {
  return value === '' || (Array.isArray(value) && value.length === 0)
}

function listChanges(person: Person | PersonInput, merged: PersonInput): MergeChange[] {
  const changes: MergeChange[] = []
  for (const field of Object.keys(merged) as (keyof PersonInput)[]) {
    if (field === 'provenance') continue
    if (JSON.stringify(person[field]) === JSON.stringify(merged[field])) continue
    changes.push({ field, before: shorten(person, field), after: shorten(merged, field) })
  }
  return changes
}

/** A field as one short line. */
function shorten(person: Person | PersonInput, field: keyof PersonInput): string {
  const text = () => {
    switch (field) {
      case 'names':
        return person.names.shown
      case 'emails':
        return person.emails.map((email) => email.address).join(', ')
      case 'links':
        return person.links.map((link) => link.url).join(', ')
      case 'publications':
        return String(person.publications.length)
      case 'studentFriendly':
        return person.studentFriendly.answer
      case 'canWriteLetter':
        return person.canWriteLetter ? 'yes' : 'no'
      default: {
        const value = person[field]
        return Array.isArray(value) ? value.join('; ') : String(value)
      }
    }
  }
  const line = text()
  return line.length > 200 ? `${line.slice(0, 199)}…` : line
}

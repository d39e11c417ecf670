import { compareNames } from '../names/compare-names'
import { foldText, foldWords } from '../names/fold'
import { isAnyInstitutionShared } from './affiliations'
import { foldPageAddress, foldTitle, type MatchQuery, placesOf, readOrcid } from './match-query'
import type { Names, PersonInput } from './person'

export const matchEvidences = ['email', 'orcid', 'link', 'paper', 'affiliation', 'name'] as const
export type MatchEvidence = (typeof matchEvidences)[number]

/**
 * `known`: one and the same. `maybe`: the name alone; or the other way round an address or ORCID iD that is the same
 * under a name that cannot be (an office's mailbox, a wrong link), which only the student can settle.
 */
export interface Match {
  state: 'known' | 'maybe'
  evidence: MatchEvidence[]
}

type Matched = Pick<
  PersonInput,
  'names' | 'emails' | 'publications' | 'affiliations' | 'institution' | 'links'
>

/** A title shorter than this may be many papers' ("Editorial"). */
const longTitle = 30

/**
 * Whether a person of the log is the one the query speaks of; null when nothing says so.
 *
 * - A confirmed e-mail address or an ORCID iD is enough by itself, unless the name contradicts it. The same given name
 *   with another family name does not: people marry.
 * - The same profile page, a shared paper or a shared institution is enough together with the name, initials included.
 * - An institution is not enough when both have ORCID iDs, or mailboxes at one host, and none of them is shared: large
 *   schools have namesakes.
 * - An address whose owner nobody confirmed is no evidence.
 */
export function matchPerson(person: Matched, query: MatchQuery): Match | null {
  const evidence: MatchEvidence[] = []
  const mailboxes = person.emails.flatMap((email) => (email.certain ? email.address.toLowerCase() : []))
  const asked = query.emails.map((address) => address.toLowerCase())
  if (isAnyShared(mailboxes, asked)) evidence.push('email')
  const links = query.links ?? []
  const iDs = orcidsOf(person.links.map((link) => link.url))
  const askedIDs = orcidsOf(links)
  if (isAnyShared(iDs, askedIDs)) evidence.push('orcid')

  if (compareNames(person.names, query.names) === 'different') {
    if (evidence.length === 0) return null
    return { state: isGivenShared(person.names, query.names) ? 'known' : 'maybe', evidence }
  }

  const isProfileShared = isAnyShared(
    person.links.flatMap((link) => (link.kind === 'profile' ? foldPageAddress(link.url) || [] : [])),
    links.flatMap((address) => foldPageAddress(address) || []),
  )
  if (isProfileShared) evidence.push('link')
  if (isPaperShared(person, query)) evidence.push('paper')
  if (isAnyInstitutionShared(placesOf(person), query.affiliations)) evidence.push('affiliation')
  const isSomebodyElses =
    !evidence.some((one) => one === 'email' || one === 'orcid') &&
    ((iDs.length > 0 && askedIDs.length > 0) || isAnyShared(mailboxes.map(hostOf), asked.map(hostOf)))
  const isKnown = evidence.some((one) => one !== 'affiliation' || !isSomebodyElses)
  return { state: isKnown ? 'known' : 'maybe', evidence: [...evidence, 'name'] }
}

function isAnyShared(a: readonly string[], b: readonly string[]): boolean {
  const known = new Set(a)
  return b.some((one) => known.has(one))
}

function orcidsOf(addresses: readonly string[]): string[] {
  return addresses.flatMap((address) => readOrcid(address) || [])
}

function hostOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1)
}

/** The same first given name, spelled out on both sides. */
function isGivenShared(a: Names, b: Names): boolean {
  const [first = ''] = foldWords(a.given)
  return first.length > 1 && first === foldWords(b.given)[0]
}

/** By PMID, by DOI, or by a title long enough to be one paper's only. */
function isPaperShared(person: Matched, query: MatchQuery): boolean {
  const { publications } = person
  const keep = (values: readonly string[] = [], fold: (value: string) => string, least = 1) =>
    values.map(fold).filter((value) => value.length >= least)
  const same = (value: string) => value
  return (
    isAnyShared(
      keep(query.pmids, same),
      keep(
        publications.map((one) => one.pmid),
        same,
      ),
    ) ||
    isAnyShared(
      keep(query.dois, foldText),
      keep(
        publications.map((one) => one.doi),
        foldText,
      ),
    ) ||
    ((query.titles?.length ?? 0) > 0 &&
      isAnyShared(
        keep(query.titles, foldTitle, longTitle),
        keep(
          publications.map((one) => one.title),
          foldTitle,
          longTitle,
        ),
      ))
  )
}

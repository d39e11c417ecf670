import { compareNames } from '../names/compare-names'
import { isAnyInstitutionShared } from './affiliations'
import type { Names, PersonInput } from './person'

/** What a page, or the student, says of somebody who may be in the log. */
export interface MatchQuery {
  names: Names
  emails: readonly string[]
  pmids: readonly string[]
  affiliations: readonly string[]
}

export type MatchEvidence = 'email' | 'paper' | 'affiliation' | 'name'

/** `known`: one and the same, by e-mail or by name with a paper or an institution. `maybe`: the name alone. */
export interface Match {
  state: 'known' | 'maybe'
  evidence: MatchEvidence[]
}

type Matched = Pick<
  PersonInput,
  'names' | 'emails' | 'publications' | 'affiliations' | 'institution' | 'department'
>

/**
 * Whether a person of the log is the one the query speaks of; null when nothing says so. An address whose owner nobody
 * confirmed is no evidence. Initials that fit the name ("ML Gumz") count like the name when a paper or an institution is
 * shared, and are a "maybe" when not.
 */
export function matchPerson(person: Matched, query: MatchQuery): Match | null {
  const evidence: MatchEvidence[] = []
  const asked = new Set(query.emails.map((address) => address.toLowerCase()))
  if (person.emails.some((email) => email.certain && asked.has(email.address.toLowerCase()))) {
    evidence.push('email')
  }
  const hasName = compareNames(person.names, query.names) !== 'different'
  if (hasName) {
    const pmids = new Set(query.pmids.filter((pmid) => pmid !== ''))
    if (person.publications.some((publication) => pmids.has(publication.pmid))) evidence.push('paper')
    if (isAnyInstitutionShared(placesOf(person), query.affiliations)) evidence.push('affiliation')
  }
  const isKnown = evidence.length > 0
  if (hasName) evidence.push('name')
  if (evidence.length === 0) return null
  return { state: isKnown ? 'known' : 'maybe', evidence }
}

/** The query that a person about to be saved amounts to. Addresses that nobody confirmed are left out. */
export function toMatchQuery(input: Matched): MatchQuery {
  return {
    names: input.names,
    emails: input.emails.filter((email) => email.certain).map((email) => email.address),
    pmids: input.publications.map((publication) => publication.pmid).filter((pmid) => pmid !== ''),
    affiliations: placesOf(input),
  }
}

/** Everything that says where a person works. */
function placesOf(person: Matched): string[] {
  return [...person.affiliations, person.institution].filter((place) => place !== '')
}

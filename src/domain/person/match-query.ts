import { foldText } from '../names/fold'
import type { Email, Link, Names, Publication } from './person'

// Apart from the matching itself, so that a page script can ask without carrying the rules.

/** What a page, or the student, says of somebody who may be in the log. */
export interface MatchQuery {
  names: Names
  /** Confirmed addresses only. */
  emails: readonly string[]
  pmids: readonly string[]
  affiliations: readonly string[]
  /** DOIs and titles of papers, for those that bear no PMID. */
  dois?: readonly string[]
  titles?: readonly string[]
  /** Addresses of profile pages and ORCID records. */
  links?: readonly string[]
}

interface Described {
  names: Names
  emails: readonly Email[]
  publications: readonly Publication[]
  affiliations: readonly string[]
  institution: string
  links: readonly Link[]
}

/** The query that a person about to be saved amounts to. Addresses that nobody confirmed are left out. */
export function toMatchQuery(input: Described): MatchQuery {
  const { publications } = input
  return {
    names: input.names,
    emails: input.emails.filter((email) => email.certain).map((email) => email.address),
    pmids: publications.flatMap((publication) => publication.pmid || []),
    affiliations: placesOf(input),
    dois: publications.flatMap((publication) => publication.doi || []),
    // What a PMID or DOI says already needs no title.
    titles: publications.flatMap((one) => (one.pmid || one.doi ? [] : one.title || [])),
    links: input.links.flatMap((link) => (link.kind === 'profile' || readOrcid(link.url) ? link.url : [])),
  }
}

/** Everything that says where a person works. */
export function placesOf(person: Pick<Described, 'affiliations' | 'institution'>): string[] {
  return [...person.affiliations, person.institution].filter((place) => place !== '')
}

/** The ORCID iD in an address; empty when there is none. */
export function readOrcid(address: string): string {
  return (
    /^https?:\/\/(?:[a-z]+\.)?orcid\.org\/((?:\d{4}-){3}\d{3}[\dX])(?![\w-])/i
      .exec(address)?.[1]
      ?.toUpperCase() ?? ''
  )
}

/**
 * An address of a page in one spelling: without protocol, `www.`, fragment, what only counts visitors, and the slash or
 * index page at the end. Empty for anything but a page of its own, such as a site's front door.
 */
export function foldPageAddress(address: string): string {
  const [, host = '', path = '', query = ''] =
    /^https?:\/\/(?:www\.)?([^/?#]+)([^?#]*)(\?[^#]*)?/i.exec(address.slice(0, 2000)) ?? []
  const kept = query
    .slice(1)
    .split('&')
    .filter((part) => part && !/^(utm_\w+|fbclid|gclid)=/i.test(part))
    .sort()
    .join('&')
  const place = path.replace(/\/(index\.\w{3,5})?$/i, '')
  return place || kept ? `${host.toLowerCase()}${place}${kept && `?${kept}`}` : ''
}

/** A paper's title in one spelling. */
export function foldTitle(title: string): string {
  return foldText(title)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

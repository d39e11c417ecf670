import type { Extractor } from './extractor'
import { makeGeneric } from './generic/generic'
import { findListing } from './generic/listing/find-listing'
import { findPapers } from './generic/profile/find-papers'
import { findProfile } from './generic/profile/find-profile'
import { joinStructuredData } from './generic/structured/structured'
import { scholarly } from './scholarly/scholarly'
import { completeWith } from './sites/complete-with'
import { drupalPerson } from './sites/drupal-person/drupal-person'
import { googleScholar } from './sites/google-scholar/google-scholar'
import { myBibliography } from './sites/my-bibliography/my-bibliography'
import { orcid } from './sites/orcid/orcid'
import { profilesRns } from './sites/profiles-rns/profiles-rns'
import { pubmed } from './sites/pubmed/pubmed'
import { pure } from './sites/pure/pure'
import { vivo } from './sites/vivo/vivo'
import { wordpressPerson } from './sites/wordpress-person/wordpress-person'

const generic = makeGeneric({ joinPeople: joinStructuredData, findListing, findProfile, findPapers })

/**
 * Readers of one software each, for whatever school runs it. In a browser each is a script of its own, loaded where the
 * marks in `sites/families.ts` stand.
 */
const families: readonly Extractor[] = [
  scholarly,
  orcid,
  googleScholar,
  myBibliography,
  vivo,
  profilesRns,
  pure,
  drupalPerson,
  wordpressPerson,
]

/**
 * Every extractor, the most trusted first: the first one that matches and says what the page is reads it. What the reader
 * of a software leaves empty the generic one fills.
 */
export const extractors: readonly Extractor[] = [
  pubmed,
  ...families.map((family) => completeWith(family, generic)),
  // PubMed's own reader knows every page there is: what it does not offer is none.
  { ...generic, matches: (url) => generic.matches(url) && !pubmed.matches(url) },
]

/** Without the readers made for a site or a software: what is left for a page nobody has seen before. */
export const withoutSites: readonly Extractor[] = [completeWith(scholarly, generic), generic]

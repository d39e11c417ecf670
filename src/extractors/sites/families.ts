import { queryAll, queryOne, textOf } from '../dom'

/** How a software's pages are told, before its reader is there. Cheap, and without reading the page. */
export interface Family {
  /** Also the folder's name, and `site-<id>.js` holds its reader. */
  id: string
  /** Hosts and paths, as `host/path`; absent where any host may run the software. */
  address?: RegExp
  /** Elements of the software's own making; one is enough. */
  marks: string
}

/**
 * The readers that are loaded only where they are needed, the most trusted first. Marks name a software, never a school:
 * whoever runs it is read.
 */
export const families: readonly Family[] = [
  { id: 'scholarly', marks: 'meta[name="citation_author" i]' },
  { id: 'orcid', address: /^([^/]+\.)?orcid\.org\/\d{4}-/, marks: 'head' },
  { id: 'google-scholar', address: /^scholar\.google\.[a-z.]{2,6}\/citations/, marks: '#gsc_prf_in' },
  {
    id: 'my-bibliography',
    address: /^([^/]+\.)?ncbi\.nlm\.nih\.gov\/(sites\/)?myncbi\//,
    marks: '.citation-wrap .ncbi-docsum',
  },
  { id: 'vivo', marks: '#individual-intro.vcard.person,li.individual h1 a' },
  { id: 'profiles-rns', marks: '[id$="divProfilesContentMain"]' },
  { id: 'pure', marks: '.person-details h1,.rendering_person,a.link.person' },
  {
    id: 'drupal-person',
    marks: '[class*="field--name-field-"],[class*="field-name-field-"],[class*="views-field-field-"]',
  },
  {
    id: 'wordpress-person',
    marks: 'body:is([class*="single-"],[class*="-archive-"],[class*="tax-"]) [class*="type-"]',
  },
]

/** The families whose marks a page bears. */
export function findFamilies(doc: Document, url: URL): Family[] {
  const address = `${url.hostname}${url.pathname}`
  return families.filter(
    (family) => (!family.address || family.address.test(address)) && queryOne(doc, family.marks) !== null,
  )
}

/** Elements that speak of a person to search engines. Most pages have none, and then the layer that reads them stays out. */
const structuredMarks =
  '[itemtype*="/Person" i],[itemtype*="/Physician" i],[typeof*="Person" i],[typeof*="Physician" i],.vcard,.h-card'

/** True when a page has structured data about a person, whatever it is worth. */
export function hasStructuredData(doc: Document): boolean {
  return (
    queryOne(doc, structuredMarks) !== null ||
    queryAll(doc, 'script[type="application/ld+json" i]').some((one) =>
      /person|physician/i.test(textOf(one) ?? ''),
    )
  )
}

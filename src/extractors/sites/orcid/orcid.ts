import { isDepartment } from '../../../domain/faculty/places'
import type { Publication } from '../../../domain/person/person'
import { queryAll } from '../../dom'
import type { Extractor } from '../../extractor'
import { buildPerson } from '../../person-builder'
import { foundPerson, makePublication, readOrcid, textAt, textsAt } from '../read-marks'

/** ORCID's public record pages. A script draws them: what stands in the document by then is read. */
export const orcid: Extractor = {
  id: 'orcid',
  matches: (url) => /^https?:$/.test(url.protocol) && /^(?:www\.|sandbox\.)?orcid\.org$/.test(url.hostname),
  detect: (doc, url) => (readOrcid(url.pathname) && readName(doc) ? 'person' : null),
  *extract(doc, url) {
    const id = readOrcid(url.pathname)
    const posts = readPosts(doc)
    const person = buildPerson(
      {
        name: readName(doc),
        titles: posts.map((post) => post.title).filter(Boolean),
        department: posts.map((post) => post.department).find(Boolean) ?? '',
        institution: posts[0]?.institution ?? '',
        links: id ? [{ kind: 'orcid', url: `https://orcid.org/${id}` }] : [],
        topics: textsAt(doc, 'app-side-bar [id="keywords"] app-panel-data, app-keywords [class*="data"]'),
        publications: readPapers(doc),
      },
      'orcid',
      url,
    )
    if (person) yield foundPerson(person, 0)
    return person ? 'person' : null
  },
}

/** The drawn heading, or the title the server gives: "Jane Doe (0000-0002-1825-0097) - ORCID". */
function readName(doc: Document): string {
  const heading = textAt(doc, 'app-names h1, h1.name, [id="names"] h1')
  if (heading) return heading
  const [, name = ''] = /^(.{2,200}?)\s*\(\d{4}-[\dX-]{14}\)/.exec(textAt(doc, 'head > title')) ?? []
  return name
}

/** Employments that go on: "2015-07 to present | Professor (Department of Medicine)" under "Lakemont University: Lakemont". */
function readPosts(doc: Document): { title: string; department: string; institution: string }[] {
  return queryAll(doc, 'app-affiliation-stack')
    .slice(0, 50)
    .flatMap((row) => {
      const lines = textsAt(row, '[class*="general-data"]', 500)
      const text = lines.find((line) => /present\s*\|/i.test(line)) ?? ''
      if (!text || !lines.some((line) => /employment/i.test(line))) return []
      const [, title = '', place = ''] =
        /present\s*\|\s*([^(|]{2,200}?)\s*(?:\(([^)]{2,200})\)|\bEmployment|$)/i.exec(text) ?? []
      const [institution = ''] = textAt(row, 'h3, h4, .header').split(':')
      return [{ title, department: isDepartment(place) ? place : '', institution }]
    })
}

function readPapers(doc: Document): Publication[] {
  return queryAll(doc, 'app-work-stack')
    .slice(0, 2_000)
    .flatMap((row) => {
      const details = textsAt(row, '.general-data, [class*="general-data"]')
      const doi = textAt(row, 'a[href*="doi.org/"]')
      const pmid = textAt(row, 'a[href*="pubmed.ncbi.nlm.nih.gov/"]')
      return (
        makePublication({
          title: textAt(row, 'h3, h4, .work-title', 1000),
          journal: details.find((text) => !/^\d{4}|\|/.test(text)) ?? '',
          year: details.find((text) => /^\d{4}/.test(text)) ?? '',
          doi,
          pmid: /^\d+$/.test(pmid) ? pmid : '',
        }) ?? []
      )
    })
}

import { isInstitution } from '../../../domain/faculty/places'
import { isTitle } from '../../../domain/faculty/titles'
import type { Link, Publication } from '../../../domain/person/person'
import { queryAll, queryOne } from '../../dom'
import type { Extractor } from '../../extractor'
import { buildPerson } from '../../person-builder'
import { foundPerson, makePublication, textAt, textsAt } from '../read-marks'

/** Google Scholar: the page of one author. */
export const googleScholar: Extractor = {
  id: 'google-scholar',
  matches: (url) =>
    /^https?:$/.test(url.protocol) &&
    /^scholar\.google\.[a-z.]{2,6}$/.test(url.hostname) &&
    url.pathname === '/citations',
  detect: (doc) => (queryOne(doc, '#gsc_prf_in') && queryOne(doc, '#gsc_prf_i') ? 'person' : null),
  *extract(doc, url) {
    // "Professor of Medicine, University of Lakemont": whatever the person wrote there.
    const [line = ''] = textsAt(doc, '#gsc_prf_i .gsc_prf_il:not(#gsc_prf_ivh):not(#gsc_prf_int)')
    const pieces = line
      .split(/,|;| at (?=[A-Z])/)
      .map((piece) => piece.trim())
      .filter(Boolean)
    const user = url.searchParams.get('user') ?? ''
    const links: Link[] = /^[\w-]{6,20}$/.test(user)
      ? [{ kind: 'profile', url: `https://scholar.google.com/citations?user=${user}` }]
      : []
    const person = buildPerson(
      {
        name: textAt(doc, '#gsc_prf_in'),
        titles: pieces.filter(isTitle),
        institution: pieces.find((piece) => isInstitution(piece) && !isTitle(piece)) ?? '',
        affiliations: line ? [line] : [],
        // "Verified email at lakemont.example" names a domain and no address.
        topics: textsAt(doc, '#gsc_prf_int .gsc_prf_inta'),
        links,
        publications: readPapers(doc),
      },
      'google-scholar',
      url,
    )
    if (person) yield foundPerson(person, 0)
    return person ? 'person' : null
  },
}

function readPapers(doc: Document): Publication[] {
  return queryAll(doc, 'tr.gsc_a_tr')
    .slice(0, 2_000)
    .flatMap((row) => {
      const [authors = '', place = ''] = textsAt(row, '.gsc_a_t .gs_gray', 1000)
      return (
        makePublication({
          title: textAt(row, '.gsc_a_at', 1000),
          // "Journal of Lakes 12 (3), 45-67, 2019"
          journal: /^\D*/.exec(place)?.[0] ?? '',
          year: textAt(row, '.gsc_a_y'),
          authors: authors
            .split(',')
            .map((name) => name.trim())
            .filter((name) => name && name !== '...'),
        }) ?? []
      )
    })
}

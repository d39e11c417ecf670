import type { Publication } from '../../../domain/person/person'
import { attributeOf, queryAll, queryOne, readText } from '../../dom'
import type { Extractor } from '../../extractor'
import { readBase } from '../../links'
import { buildPerson } from '../../person-builder'
import {
  foundPerson,
  isNameText,
  mailsAt,
  makePublication,
  orcidAt,
  profileAt,
  readCitation,
  textAt,
  textsAt,
} from '../read-marks'

const frame = '[id$="divProfilesContentMain"]'
const info = `${frame} .basicInfo tr`

/** Profiles RNS (Harvard Catalyst's open software): pages of one person, and tables of search results. */
export const profilesRns: Extractor = {
  id: 'profiles-rns',
  matches: (url) => /^https?:$/.test(url.protocol),
  detect: (doc) => {
    if (!queryOne(doc, frame)) return null
    if (isNameText(readHeading(doc)) && queryOne(doc, info)) return 'person'
    return readRows(doc).length > 1 ? 'list' : null
  },
  *extract(doc, url) {
    const base = readBase(doc, url)
    if (!queryOne(doc, info)) {
      const rows = readRows(doc)
      for (const [index, { row, cells }] of rows.entries()) {
        const person = buildPerson(
          {
            name: cells.get('name') ?? '',
            titles: [cells.get('title') ?? cells.get('faculty rank') ?? ''].filter(Boolean),
            department: cells.get('department') ?? '',
            institution: cells.get('institution') ?? '',
            links: profileAt(row, 'a[href]', base),
          },
          'profiles-rns',
          url,
        )
        yield person ? foundPerson(person, index) : { type: 'pause' }
      }
      return rows.length ? 'list' : null
    }
    const values = new Map<string, Element[]>()
    for (const row of queryAll(doc, info)) {
      const label = textAt(row, 'th').toLowerCase().replace(/:$/, '')
      const value = queryOne(row, 'td')
      if (label && value) values.set(label, [...(values.get(label) ?? []), value])
    }
    const read = (label: string) => (values.get(label) ?? []).map((cell) => readText(cell, 500))
    const person = buildPerson(
      {
        name: readHeading(doc),
        titles: read('title'),
        department: read('department')[0] ?? '',
        institution: read('institution')[0] ?? '',
        // A picture of an address is left alone: it is meant to be copied by a human.
        emails: ['email', 'e-mail'].flatMap((label) =>
          (values.get(label) ?? []).flatMap((cell) => {
            const written = readText(cell, 254).trim()
            return [...mailsAt(cell, 'a[href]'), ...(written.includes('@') ? [written] : [])]
          }),
        ),
        phones: [...read('phone'), ...read('telephone')],
        links: [...orcidAt(doc), { kind: 'profile', url: url.href }],
        topics: textsAt(doc, `${frame} .passiveSectionBody a[href*="/profile/concept"]`),
        publications: readPapers(doc),
      },
      'profiles-rns',
      url,
    )
    if (person) yield foundPerson(person, 0)
    return person ? 'person' : null
  },
}

function readHeading(doc: Document): string {
  return textAt(doc, `${frame} .pageTitle h2`) || textAt(doc, `${frame} .pageTitle`)
}

/** The rows of a result table whose first column is headed "Name". */
function readRows(doc: Document): { row: Element; cells: Map<string, string> }[] {
  for (const table of queryAll(doc, `${frame} table.listTable, ${frame} #tblSearchResults`).slice(0, 20)) {
    const heads = textsAt(table, 'th').map((head) => head.toLowerCase())
    if (heads[0] !== 'name') continue
    return queryAll(table, 'tr')
      .slice(0, 2_000)
      .flatMap((row) => {
        const cells = new Map(
          queryAll(row, 'td').map((cell, at) => [heads[at] ?? '', readText(cell, 500).trim()]),
        )
        return isNameText(cells.get('name') ?? '') ? [{ row, cells }] : []
      })
  }
  return []
}

function readPapers(doc: Document): Publication[] {
  return queryAll(doc, `${frame} li[data-pmid]`)
    .slice(0, 2_000)
    .flatMap((row) => {
      const cited = readCitation(readText(row, 3_000))
      return makePublication({ ...cited, pmid: attributeOf(row, 'data-pmid') || (cited.pmid ?? '') }) ?? []
    })
}

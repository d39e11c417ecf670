import type { Publication } from '../../../domain/person/person'
import { attributeOf, queryAll, queryOne } from '../../dom'
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
  textAt,
  textsAt,
} from '../read-marks'

const profile = '#individual-intro.vcard.person'
const rows = 'li.individual'

/** VIVO: pages of one person, and browse lists of people. The same lists show organisations and papers. */
export const vivo: Extractor = {
  id: 'vivo',
  matches: (url) => /^https?:$/.test(url.protocol),
  detect: (doc) => {
    if (queryOne(doc, profile)) return 'person'
    const names = textsAt(doc, `${rows} h1 a`)
    return names.length > 1 && names.filter(isNameText).length > names.length * 0.7 ? 'list' : null
  },
  *extract(doc, url) {
    const base = readBase(doc, url)
    const root = queryOne(doc, profile)
    if (!root) {
      for (const [index, row] of queryAll(doc, rows).entries()) {
        const name = textAt(row, 'h1 a')
        const person = isNameText(name)
          ? buildPerson(
              { name, titles: textsAt(row, '.title'), links: profileAt(row, 'h1 a', base) },
              'vivo',
              url,
            )
          : null
        yield person ? foundPerson(person, index) : { type: 'pause' }
      }
      return 'list'
    }
    const positions = queryAll(doc, '#individual-personInPosition li').filter(
      // "2001 - 2009" is over; "2010 -" goes on.
      (one) => !/\d{4}\s*[-–]\s*\d{4}/.test(textAt(one, '.listDateTime')),
    )
    const places = positions.flatMap((one) => textsAt(one, '[itemprop="worksFor"] [itemprop="name"], a'))
    const [department = '', institution = ''] = [...new Set(places)]
    const person = buildPerson(
      {
        name: textAt(root, 'h1 .fn') || textAt(root, 'h1'),
        titles: [
          ...textsAt(root, 'header [itemprop="jobTitle"], .display-title'),
          ...positions.flatMap((one) => textsAt(one, '[itemprop="jobTitle"]')),
        ],
        department,
        institution,
        emails: mailsAt(doc, '.individual-emails a'),
        phones: textsAt(root, '[itemprop="telephone"]', 60),
        links: [...orcidAt(doc), { kind: 'profile', url: url.href }],
        topics: textsAt(doc, '#individual-hasResearchArea li a'),
        publications: readPapers(doc),
      },
      'vivo',
      url,
    )
    if (person) yield foundPerson(person, 0)
    return person ? 'person' : null
  },
}

/** Papers that carry a mark for readers counts: the number stands in it, the title in the row's first link. */
function readPapers(doc: Document): Publication[] {
  return queryAll(doc, '.altmetric-embed[data-doi], .altmetric-embed[data-pmid]')
    .slice(0, 2_000)
    .flatMap((mark) => {
      const row = mark.closest('li')
      const paper = makePublication({
        title: row ? textAt(row, 'a[href]', 1000) : '',
        doi: attributeOf(mark, 'data-doi') ?? '',
        pmid: attributeOf(mark, 'data-pmid') ?? '',
        year: row ? textAt(row, '.listDateTime, [class*="dateTime"]') : '',
      })
      return paper ?? []
    })
}

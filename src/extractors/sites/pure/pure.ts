import type { Publication } from '../../../domain/person/person'
import { attributeOf, queryAll, queryOne } from '../../dom'
import type { Extractor } from '../../extractor'
import { readBase } from '../../links'
import { buildPerson, type WrittenPerson } from '../../person-builder'
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

const heading = '.person-details h1, .rendering_person h1'
const names = 'h3.title a.link.person, h2.title a.link.person'

/** Pure portals (Elsevier): pages of one person, and lists of people. */
export const pure: Extractor = {
  id: 'pure',
  matches: (url) => /^https?:$/.test(url.protocol),
  detect: (doc) => {
    if (isNameText(textAt(doc, heading))) return 'person'
    return textsAt(doc, names).filter(isNameText).length > 1 ? 'list' : null
  },
  *extract(doc, url) {
    const base = readBase(doc, url)
    const title = queryOne(doc, heading)
    if (title) {
      const root = title.closest('.person-details') ?? title.closest('.rendering_person') ?? title
      const person = buildPerson(
        {
          ...readCard(root),
          name: textAt(doc, heading),
          links: [...orcidAt(root), { kind: 'profile', url: url.href }],
          topics: textsAt(doc, '.person-top-concepts .concept, .keyword-group .userdefined-keyword'),
          publications: readPapers(doc),
        },
        'pure',
        url,
      )
      if (person) yield foundPerson(person, 0)
      return person ? 'person' : null
    }
    for (const [index, link] of queryAll(doc, names).entries()) {
      const card = link.closest('.result-container, .rendering_person, li')
      const name = textAt(link.parentElement ?? link, 'a.link.person')
      const person =
        card && isNameText(name)
          ? buildPerson(
              { ...readCard(card), name, links: profileAt(card, 'a.link.person', base) },
              'pure',
              url,
            )
          : null
      yield person ? foundPerson(person, index) : { type: 'pause' }
    }
    return 'list'
  },
}

/** What a card and a page's head have alike. */
function readCard(root: Element): Omit<WrittenPerson, 'name'> {
  // From the smallest unit to the whole: "Surgery", "School of Medicine".
  const places = textsAt(root, 'a[rel="Organisation"], .relations.organisations a.link')
  return {
    titles: textsAt(root, '.job-title, .job-description').map((title) =>
      title.replace(/^[\s,–-]+|[\s,]+$/g, ''),
    ),
    department: places[0] ?? '',
    institution: places.length > 1 ? (places.at(-1) ?? '') : '',
    emails: [...mailsAt(root, 'a.email[href^="mailto:" i]'), ...readHidden(root)],
    phones: textsAt(root, '.phone, [class*="phone"] .value', 60),
  }
}

/** The address stands in an attribute, in base 64, and is put into the link when somebody clicks it. */
function readHidden(root: Element): string[] {
  return queryAll(root, 'a.email[data-md5]')
    .slice(0, 20)
    .flatMap((link) => {
      try {
        return atob((attributeOf(link, 'data-md5') ?? '').slice(0, 500)).replace(/^mailto:/i, '')
      } catch {
        return []
      }
    })
}

function readPapers(doc: Document): Publication[] {
  return queryAll(doc, '[class*="rendering_researchoutput"], [class*="rendering_contributiontojournal"]')
    .slice(0, 500)
    .flatMap(
      (row) =>
        makePublication({
          title: textAt(row, '.title a, .title', 1000),
          year: textAt(row, '.date'),
          journal: textAt(row, '.journal a, .journal').replace(/^in:\s*/i, ''),
        }) ?? [],
    )
}

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { personDraftSchema } from '../../../src/domain/person/person'
import type { Extractor, FoundPerson } from '../../../src/extractors/extractor'
import { extractors } from '../../../src/extractors/registry'
import { collectDrafts } from '../../../src/extractors/run-extractors'
import { scholarly } from '../../../src/extractors/scholarly/scholarly'
import { drupalPerson } from '../../../src/extractors/sites/drupal-person/drupal-person'
import { families, findFamilies } from '../../../src/extractors/sites/families'
import { googleScholar } from '../../../src/extractors/sites/google-scholar/google-scholar'
import { myBibliography } from '../../../src/extractors/sites/my-bibliography/my-bibliography'
import { orcid } from '../../../src/extractors/sites/orcid/orcid'
import { profilesRns } from '../../../src/extractors/sites/profiles-rns/profiles-rns'
import { pure } from '../../../src/extractors/sites/pure/pure'
import { vivo } from '../../../src/extractors/sites/vivo/vivo'
import { wordpressPerson } from '../../../src/extractors/sites/wordpress-person/wordpress-person'
import { siteScripts } from '../../../src/platform/site-scripts'
import { parsePage } from '../page-fixtures'

const readers: Extractor[] = [
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

/** What a page of ours holds, as far as its family's reader is to see it. */
interface ExpectedPerson {
  /** Given, middle and family name. */
  name: [string, string, string]
  credentials?: string[]
  titles?: string[]
  department?: string
  institution?: string
  affiliations?: string[]
  emails?: { address: string; certain: boolean }[]
  phones?: string[]
  topics?: string[]
  links?: string[]
  /** Title, DOI, PMID, year. */
  publications?: [string, string, string, number | null][]
}
interface Page {
  family: string
  file: string
  url: string
  kind: string | null
  people: ExpectedPerson[]
}

const folder = new URL('../../fixtures/pages/', import.meta.url)
const pages: Page[] = readers.flatMap(({ id }) =>
  (JSON.parse(readFileSync(new URL(`${id}/pages.json`, folder), 'utf8')) as Page[]).map((page) => ({
    ...page,
    family: id,
  })),
)

const open = (page: Page) =>
  parsePage(readFileSync(new URL(`${page.family}/${page.file}`, folder), 'utf8'), page.url)

const opened = new Map<Page, ReturnType<typeof open>>()
/** Readers change no page, so one copy serves all of them. */
function openOnce(page: Page) {
  const known = opened.get(page) ?? open(page)
  opened.set(page, known)
  return known
}

function readWith(reader: Extractor, page: Page) {
  const { doc, url } = openOnce(page)
  const { kind, drafts } = collectDrafts(doc, url, [reader])
  const people = drafts.filter((draft): draft is FoundPerson => draft.type === 'person')
  return { kind, people, drafts }
}

/** The same fields of a draft as the page's expectation names. */
function pick({ person }: FoundPerson, expected: ExpectedPerson): ExpectedPerson {
  const { given, middle, family } = person.names
  const all: Required<ExpectedPerson> = {
    ...person,
    name: [given, middle, family],
    links: person.links.map((link) => link.url),
    publications: person.publications.map(({ title, doi, pmid, year }) => [title, doi, pmid, year]),
  }
  const keys = Object.keys(expected) as (keyof ExpectedPerson)[]
  return Object.fromEntries(keys.map((key) => [key, all[key]])) as unknown as ExpectedPerson
}

describe.each(readers)('the reader of $id', (reader) => {
  const own = pages.filter((page) => page.family === reader.id)
  const others = pages.filter((page) => page.family !== reader.id)

  it('has at least two pages to read and one to leave alone', () => {
    expect(own.filter((page) => page.kind).length).toBeGreaterThanOrEqual(2)
    expect(own.filter((page) => !page.kind).length).toBeGreaterThanOrEqual(1)
  })

  it.each(own)('reads $file as it is', (page) => {
    const { kind, people } = readWith(reader, page)
    expect(kind).toBe(page.kind)
    expect(people.map((one, at) => pick(one, page.people[at] ?? { name: ['', '', ''] }))).toEqual(page.people)
    for (const { person } of people) {
      expect(personDraftSchema.parse(person)).toEqual(person)
      expect(person.provenance.name?.source).toBe(reader.id)
      // Every value says where it was read.
      for (const field of [
        'credentials',
        'titles',
        'emails',
        'phones',
        'links',
        'topics',
        'publications',
      ] as const)
        expect(Boolean(person.provenance[field]), field).toBe(person[field].length > 0)
    }
  })

  it.each(others)('leaves $family/$file alone', (page) => {
    expect(readWith(reader, page)).toMatchObject({ kind: null, people: [] })
  })

  it('is asked for on its own pages', () => {
    for (const page of own.filter((one) => one.kind)) {
      const { doc, url } = openOnce(page)
      expect(findFamilies(doc, url).map(({ id }) => id)).toContain(reader.id)
      expect(reader.matches(url)).toBe(true)
    }
  })

  it('offers nothing where its marks stand without a person', () => {
    const marks = own.filter((page) => page.kind).map((page) => open(page))
    for (const { doc, url } of marks) {
      const text = doc.createTreeWalker(doc.documentElement, 4)
      while (text.nextNode()) text.currentNode.nodeValue = '42'
      for (const meta of doc.querySelectorAll('meta')) meta.setAttribute('content', '42')
      const { drafts } = collectDrafts(doc, url, [reader])
      expect(drafts.filter((draft) => draft.type === 'person')).toEqual([])
    }
  })
})

describe('all readers together', () => {
  it('every family has a script that may be loaded, and a reader in the registry', () => {
    const parts = ['structured', 'listing', 'profile', 'papers', 'selection', ...families.map(({ id }) => id)]
    expect(parts.map((id) => `site-${id}`).sort()).toEqual([...siteScripts].sort())
    expect(families.map(({ id }) => id).sort()).toEqual(readers.map(({ id }) => id).sort())
    for (const { id } of families) expect(extractors.map((one) => one.id)).toContain(id)
    const folders = readdirSync(new URL('../../../entrypoints', import.meta.url))
    for (const id of parts) expect(folders).toContain(`site-${id}.ts`)
  })

  it.each(pages.filter((page) => page.kind))('take $family/$file for its own family', (page) => {
    const { doc, url } = openOnce(page)
    expect(collectDrafts(doc, url, extractors)).toMatchObject({ extractor: page.family, kind: page.kind })
  })

  it('an article gives its paper and marks its study group', () => {
    const page = pages.find((one) => one.file === 'publisher.html') as Page
    const { drafts, people } = readWith(scholarly, page)
    expect(drafts.find((draft) => draft.type === 'publication')).toMatchObject({
      publication: {
        title: 'Reeds and lungs',
        doi: '10.5555/fen.2019.2',
        year: 2019,
        journal: 'Fen Reports',
        authors: ['Anselm Birkwood', 'Jean de la Fontaine-Roux', 'The Wet Lungs Study Group'],
      },
    })
    expect(people.map((one) => one.collective)).toEqual([false, false, true])
    expect(people[1]?.person.publications[0]?.position).toBe(2)
  })

  it('a name that was worked out of an address wants a look', () => {
    const page = pages.find((one) => one.file === 'worked-out.html') as Page
    const { people } = readWith(myBibliography, page)
    expect(people[0]?.person.provenance.name?.certainty).toBe('check')
    expect(people[0]?.person.publications.map((paper) => paper.position)).toEqual([1, 2, 1])
  })
})

import { describe, expect, it } from 'vitest'
import { personDraftSchema, publicationSchema } from '../../../../src/domain/person/person'
import { collectDrafts } from '../../../../src/extractors/run-extractors'
import { readAuthorQuery } from '../../../../src/extractors/sites/pubmed/author-query'
import { findAuthors } from '../../../../src/extractors/sites/pubmed/complete-author'
import { pubmed } from '../../../../src/extractors/sites/pubmed/pubmed'
import { listQueriedNames } from '../../../../src/extractors/sites/pubmed/query-terms'
import { splitAuthors } from '../../../../src/extractors/sites/pubmed/search-rows'
import { openFixture, pageFixtures, parsePage, readFixture } from '../../page-fixtures'

function read(file: string, address?: string) {
  const page = openFixture(file, address)
  const { kind, drafts } = collectDrafts(page.doc, page.url, [pubmed])
  for (const draft of drafts) {
    if (draft.type === 'more') expect.unreachable()
    const checked =
      draft.type === 'person'
        ? personDraftSchema.safeParse(draft.person)
        : publicationSchema.safeParse(draft.publication)
    expect(checked.error?.issues).toBeUndefined()
  }
  return {
    kind,
    people: drafts.filter((draft) => draft.type === 'person').map((draft) => draft.person),
    rows: drafts.filter((draft) => draft.type === 'publication').map((draft) => draft.publication),
  }
}

describe('rows of a search', () => {
  it('are read with title, journal, year, DOI and all authors', () => {
    const { kind, rows } = read('author-cauthor.html')
    expect(kind).toBe('search')
    expect(rows).toHaveLength(8)
    expect(rows[4]).toEqual({
      pmid: '37200020',
      doi: '10.5555/ajcb.2022.330',
      title: 'Circadian control of endothelin-1 in the collecting duct',
      journal: 'Am J Clock Biol',
      year: 2022,
      authors: ["O'Dwyer CJ", 'Bøgh-Kjær L', 'Whitcombe TE'],
      position: null,
    })
  })

  it('are read clean although another extension put its nodes between', () => {
    const { rows } = read('author-tag.html')
    expect(rows[0]).toMatchObject({ doi: '10.5555/rmq.2025.140', journal: 'Rural Med Q', year: 2025 })
    expect(rows[0]?.title).toBe('Trust and blood pressure control in rural clinics')
  })

  it('keep groups, suffixes and brackets, and do without a DOI', () => {
    const { rows } = read('author-tag.html')
    expect(rows[1]?.authors.slice(-2)).toEqual(['Okonjo BA', 'CLOCKSALT Study Group'])
    expect(rows[1]?.authors).toContain('Ramsay RL 3rd')
    expect(rows[4]).toMatchObject({
      title: '[Salt in school meals]',
      doi: '',
      year: 2020,
      journal: 'Folkehelse',
    })
  })

  it('are read from results that were loaded later into the same document, each once', () => {
    const { rows } = read('author-appended.html')
    expect(rows).toHaveLength(10)
    expect(new Set(rows.map((row) => row.pmid)).size).toBe(10)
  })

  it('are read in abstract format from the headings, with full names', () => {
    const { kind, rows } = read('author-abstract-format.html')
    expect(kind).toBe('search')
    expect(rows.map((row) => row.pmid)).toEqual(['39000003', '39000002', '39000001'])
    expect(rows[2]).toMatchObject({
      title: 'Timed salt intake and the kidney clock in shift-working nurses',
      journal: 'Journal of renal rhythm',
      year: 2024,
      doi: '10.5555/jrr.2024.0101',
      authors: ['Signe Brandvold', 'Rafael Ortega y Lind', 'Mina Q Tran', 'Theodora E Whitcombe'],
    })
  })

  it('carry affiliations in abstract format, each article its own', () => {
    const { doc, url } = openFixture('author-abstract-format.html')
    const found = findAuthors(doc, url, {
      given: 'T',
      middle: 'E',
      family: 'Whitcombe',
      suffix: '',
      shown: 'Whitcombe TE',
    })
    expect(found.map((one) => [one.person.publications[0]?.pmid, one.person.affiliations.length])).toEqual([
      ['39000003', 2],
      ['39000002', 1],
      ['39000001', 2],
    ])
  })

  it('are read from a fragment without a head', () => {
    const rows =
      readFixture('author-cauthor.html')
        .match(/<article[\s\S]*?<\/article>/g)
        ?.slice(0, 2)
        .join('') ?? ''
    const page = parsePage(rows, 'https://pubmed.ncbi.nlm.nih.gov/?term=x')
    expect(collectDrafts(page.doc, page.url, [pubmed])).toMatchObject({ kind: 'search', drafts: [{}, {}] })
  })

  it.each([
    ['Costello HM, Gumz ML.', ['Costello HM', 'Gumz ML']],
    ['Hagger MS, et al.', ['Hagger MS']],
    ['Umeh AN; CLOCKSALT Study Group.', ['Umeh AN', 'CLOCKSALT Study Group']],
    ['Ramsay RL 3rd, van der Velde B', ['Ramsay RL 3rd', 'van der Velde B']],
    ['', []],
  ])('split their authors: %s', (text, authors) => {
    expect(splitAuthors(text)).toEqual(authors)
  })
})

describe('the person of an author page', () => {
  it('comes with the rows as papers, their own place in each, to be looked at', () => {
    const { people } = read('author-cauthor.html')
    expect(people).toHaveLength(1)
    expect(people[0]?.names).toEqual({
      given: 'T',
      middle: 'E',
      family: 'Whitcombe',
      suffix: '',
      shown: 'Whitcombe TE',
    })
    expect(people[0]?.publications.map((paper) => paper.position)).toEqual([1, 12, 3, 4, 3, 2, 1, 1])
    expect(people[0]?.provenance).toMatchObject({
      name: { source: 'pubmed.query', certainty: 'stated' },
      publications: { source: 'pubmed.search-row', certainty: 'check' },
    })
    expect(people[0]?.emails).toEqual([])
  })

  it('has a place in rows of abstract format too', () => {
    const [person] = read('author-abstract-format.html').people
    expect(person?.publications.map((paper) => paper.position)).toEqual([12, 3, 4])
  })

  it('keeps a row that does not print the name, with no place in it', () => {
    const { people } = read('author-cauthor.html', 'https://pubmed.ncbi.nlm.nih.gov/?term=Tran+MQ%5Bau%5D')
    expect(people[0]?.publications).toHaveLength(8)
    expect(people[0]?.publications.filter((paper) => paper.position !== null)).toHaveLength(2)
  })

  it('is one of several when the query names several, each with the rows that print the name', () => {
    const { people } = read('author-several.html')
    expect(people.map((one) => one.names.shown)).toEqual(['Whitcombe TE', 'Okonjo BA'])
    const both = read(
      'author-cauthor.html',
      'https://pubmed.ncbi.nlm.nih.gov/?term=Whitcombe+TE%5Bau%5D+OR+Tran+MQ%5Bau%5D',
    )
    expect(both.people.map((one) => one.publications.length)).toEqual([8, 2])
  })

  it('is nobody when the query names nobody', () => {
    expect(read('search-topic.html').people).toEqual([])
    expect(read('search-topic.html').rows).toHaveLength(5)
  })
})

describe('readAuthorQuery', () => {
  const home = 'https://pubmed.ncbi.nlm.nih.gov/'
  const ask = (query: string, file = 'author-cauthor.html') => {
    const { doc, url } = openFixture(file, home + query)
    const { authors, cauthorPmid } = readAuthorQuery(url, doc)
    return [
      ...authors.map(
        (one) =>
          `${one.names.given}|${one.names.middle}|${one.names.family}|${one.names.suffix} ${one.place}`,
      ),
      cauthorPmid ?? '-',
    ]
  }

  it.each([
    ['?term=Whitcombe TE[Author]', ['T|E|Whitcombe| any', '-']],
    ['?term=Whitcombe+TE%5Bau%5D', ['T|E|Whitcombe| any', '-']],
    ['?term=Whitcombe+TE%5BAU%5D', ['T|E|Whitcombe| any', '-']],
    ['?term="Whitcombe TE"[Author]', ['T|E|Whitcombe| any', '-']],
    ['?term=%22Whitcombe+TE%22%5BAuthor%5D&sort=date', ['T|E|Whitcombe| any', '-']],
    ['?term=Whitcombe+TE%5BAuthor+-+First%5D', ['T|E|Whitcombe| first', '-']],
    ['?term=Whitcombe+TE[1au]', ['T|E|Whitcombe| first', '-']],
    ['?term=Whitcombe+TE[First Author Name]', ['T|E|Whitcombe| first', '-']],
    ['?term=Whitcombe+TE[Author - Last]', ['T|E|Whitcombe| last', '-']],
    ['?term=Whitcombe+TE[lastau]', ['T|E|Whitcombe| last', '-']],
    ['?term=Whitcombe, Theodora E[fau]', ['Theodora|E|Whitcombe| any', '-']],
    ['?term=Whitcombe Theodora[Full Author Name]', ['Theodora||Whitcombe| any', '-']],
    ['?term=Theodora Whitcombe[Author]', ['Theodora||Whitcombe| any', '-']],
    ['?term=Whitcombe+TE&cauthor_id=39000001', ['T|E|Whitcombe| any', '39000001']],
    ['?sort=jour&term=Whitcombe+TE&cauthor_id=39000001', ['T|E|Whitcombe| any', '39000001']],
    ['?cauthor_id=39000001&term=Ramsay+RL+3rd', ['R|L|Ramsay|3rd any', '39000001']],
    ['?term=whitcombe te[au]', ['T|E|Whitcombe| any', '-']],
    ['?term=bogh-kjaer l[au]', ['L||Bøgh-Kjær| any', '-']],
    ['?term=Whitcombe TE*[au]', ['T|E|Whitcombe| any', '-']],
    ['?term=Whitcombe TE[Author] AND hypertension[Title]', ['T|E|Whitcombe| any', '-']],
    ['?term=(Whitcombe TE[Author]) AND (2020:2024[dp])', ['T|E|Whitcombe| any', '-']],
    ['?term=Whitcombe TE[au] OR Whitcombe T[au]', ['T|E|Whitcombe| any', '-']],
    ['?term=Whitcombe T[au] OR Whitcombe Theodora[fau]', ['Theodora||Whitcombe| any', '-']],
    ['?term=Whitcombe TE[au] NOT Tran MQ[au]', ['T|E|Whitcombe| any', '-']],
    ['?term=Whitcombe TE[au] NOT (Tran MQ[au] OR Lind R[au]) AND salt', ['T|E|Whitcombe| any', '-']],
    ['?term=Whitcombe TE[1au] AND Tran MQ[lastau]', ['T|E|Whitcombe| first', 'M|Q|Tran| last', '-']],
    ['?term=Whitcombe TE[au] OR Tran MQ[au]', ['T|E|Whitcombe| any', 'M|Q|Tran| any', '-']],
    ['?term=Kavita[Author]', ['||Kavita| any', '-']],
    ['?term=CLOCKSALT+Study+Group%5BCorporate+Author%5D', ['-']],
    ['?term=Berglid A[Investigator]', ['-']],
    ['?term=0000-0002-1825-0097[auid]', ['-']],
    ['?term=Whitcombe TE', ['-']],
    ['?term=salt[Title]', ['-']],
    ['?term=[Author]', ['-']],
    ['?term=%5B%5D)(AND', ['-']],
    ['?term=NOT Tran MQ[au]', ['-']],
    ['?term=author', ['-']],
  ])('%s', (query, expected) => {
    expect(ask(query)).toEqual(expected)
  })

  it('asks the page’s log when the address has no query', () => {
    expect(ask('?linkname=x', 'author-tag.html')).toEqual(['B|A|Okonjo| any', '-'])
    expect(ask('?linkname=x', 'search-topic.html')).toEqual(['-'])
  })

  it('lets the address come before the log', () => {
    expect(ask('?term=salt', 'author-tag.html')).toEqual(['-'])
  })

  it('reads the query of every fixture as pages.json intends', () => {
    const counts = pageFixtures
      .filter((page) => page.kind === 'search')
      .map(({ file }) => {
        const { doc, url } = openFixture(file)
        return [file, readAuthorQuery(url, doc).authors.length]
      })
    expect(Object.fromEntries(counts)).toEqual({
      'author-cauthor.html': 1,
      'author-tag.html': 1,
      'author-appended.html': 1,
      'author-several.html': 2,
      'author-abstract-format.html': 1,
      'search-topic.html': 0,
    })
  })

  it('takes no long time over a hostile query', () => {
    const started = performance.now()
    for (const text of ['('.repeat(50_000), '[au]'.repeat(20_000), 'a '.repeat(50_000), '"'.repeat(50_000)]) {
      listQueriedNames(text, true)
    }
    expect(performance.now() - started).toBeLessThan(500)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseName } from '../../../../src/domain/names/parse-name'
import { personDraftSchema, publicationSchema } from '../../../../src/domain/person/person'
import type { FoundPerson } from '../../../../src/extractors/extractor'
import { collectDrafts, type Reading } from '../../../../src/extractors/run-extractors'
import { completeAuthor, findAuthors } from '../../../../src/extractors/sites/pubmed/complete-author'
import { pubmed } from '../../../../src/extractors/sites/pubmed/pubmed'
import { openFixture, pageFixtures, parsePage, readFixture } from '../../page-fixtures'

function peopleOf(reading: Reading): FoundPerson[] {
  return reading.drafts.filter((draft) => draft.type === 'person')
}

function read(file: string, change: (html: string) => string = (html) => html) {
  const url = pageFixtures.find((page) => page.file === file)?.url ?? ''
  const page = parsePage(change(readFixture(file)), url)
  const reading = collectDrafts(page.doc, page.url, [pubmed])
  const publications = reading.drafts
    .filter((draft) => draft.type === 'publication')
    .map((draft) => draft.publication)
  return { ...reading, people: peopleOf(reading), publications }
}

const big = 'article-39000003.html'

describe('an article page', () => {
  it('gives every author of the list in order, with the place in it', () => {
    const { kind, people } = read(big)
    expect(kind).toBe('article')
    expect(people).toHaveLength(32)
    expect(people.map((one) => one.index)).toEqual(Array.from({ length: 32 }, (_, index) => index))
    expect(people[0]?.person.names.shown).toBe('Adaeze N Umeh')
    expect(people[31]?.person.publications[0]?.position).toBe(32)
  })

  it('gives the paper with its authors as printed', () => {
    const { publications } = read(big)
    expect(publications).toHaveLength(1)
    const [paper] = publications
    expect(paper).toMatchObject({
      pmid: '39000003',
      doi: '10.5555/ac.2026.00017',
      title: 'Salt, sleep and blood pressure in 30 clinics: the CLOCKSALT cohort',
      journal: 'Annals of chronomedicine',
      year: 2026,
      position: null,
    })
    expect(paper?.authors).toHaveLength(32)
    expect(paper?.authors[30]).toBe('CLOCKSALT Study Group')
  })

  it('marks a group and gives it nothing to be written to', () => {
    const groups = read(big).people.filter((one) => one.collective)
    expect(groups.map((one) => one.person.names.shown)).toEqual(['CLOCKSALT Study Group'])
    expect(groups[0]?.person.emails).toEqual([])
    expect(groups[0]?.person.links).toEqual([])
  })

  it('takes members of the group and the short view for no authors', () => {
    const shown = read(big).people.map((one) => one.person.names.shown)
    expect(shown).not.toContain('Anton Berglid')
    expect(shown.filter((name) => name === 'Adaeze N Umeh')).toHaveLength(1)
  })

  it('does not mistake a list of group members in front for the authors', () => {
    const members =
      '<div class="collaborations"><span class="authors-list"><span class="authors-list-item"><a class="full-name" data-ga-label="Anton Berglid">Anton Berglid</a></span></span></div>'
    const { people } = read(big, (html) => html.replace('<div class="inline-authors">', `${members}$&`))
    expect(people[0]?.person.names.shown).toBe('Adaeze N Umeh')
    expect(people).toHaveLength(32)
  })

  it('divides names where the author link divides them', () => {
    const names = read(big).people.map((one) => one.person.names)
    const family = (shown: string) => names.find((one) => one.shown === shown)?.family
    expect(family('Bram van der Velde')).toBe('van der Velde')
    expect(family('Chiara De Santis')).toBe('De Santis')
    expect(family('Tuan-Kiet Vo')).toBe('Vo')
    expect(names.find((one) => one.shown === 'Robert L Ramsay 3rd')).toMatchObject({
      family: 'Ramsay',
      suffix: '3rd',
    })
    const ortega = read('article-39000001.html').people[1]?.person.names
    expect(ortega).toMatchObject({ given: 'Rafael', family: 'Ortega y Lind' })
  })

  it('gives each author the affiliations of their marks, without e-mail addresses, and as printed beside', () => {
    const { people } = read('article-39000002.html')
    const last = people[2]
    expect(last?.person.affiliations).toEqual([
      'Division of Nephrology, Department of Medicine, Lakemont University School of Medicine, Lakemont, OH 44999, USA.',
    ])
    expect(last?.printedAffiliations[0]).toContain('Electronic address: theodora.whitcombe@lakemont.example.')
    expect(
      read(big).people.find((one) => one.person.names.shown === 'Noor Haddadi')?.person.affiliations,
    ).toEqual([])
  })

  it('gives an e-mail as certain to its one owner, and only offers a shared one', () => {
    expect(read('article-39000002.html').people.map((one) => one.person.emails)).toEqual([
      [{ address: 'lbk@nordhavn.example', certain: true }],
      [],
      [{ address: 'theodora.whitcombe@lakemont.example', certain: true }],
    ])
    const emails = read(big).people.flatMap((one) =>
      one.person.emails.map((email) => [one.person.names.shown, email]),
    )
    expect(emails.length).toBeGreaterThan(4)
    expect(JSON.stringify(emails)).not.toContain('"certain":true')
    expect(emails).toContainEqual([
      'Ulrike B Hesselbarth',
      { address: 'u.hesselbarth@klinik-eschen.example', certain: false },
    ])
    expect(emails).toContainEqual([
      'Kofi A Mensima',
      { address: 'kofi.mensima@kesh.example', certain: false },
    ])
  })

  it('says of each captured field where it was read', () => {
    const { people } = read('article-39000002.html')
    const from = { url: 'https://pubmed.ncbi.nlm.nih.gov/39000002/', at: '' }
    expect(people[2]?.person.provenance).toEqual({
      name: { source: 'pubmed.author-list', certainty: 'stated', ...from },
      affiliations: { source: 'pubmed.affiliation', certainty: 'stated', ...from },
      emails: { source: 'pubmed.affiliation-email', certainty: 'stated', ...from },
      links: { source: 'pubmed.author-list', certainty: 'stated', ...from },
      publications: { source: 'pubmed.article', certainty: 'stated', ...from },
    })
    const shared = read(big).people.find((one) => one.person.emails.length)
    expect(shared?.person.provenance.emails?.certainty).toBe('check')
  })

  it('links each human to their author page, built anew', () => {
    const links = read('article-39000002.html').people.map((one) => one.person.links[0]?.url)
    expect(links[2]).toBe('https://pubmed.ncbi.nlm.nih.gov/?term=Whitcombe+TE&cauthor_id=39000002')
  })

  it('marks equal contribution', () => {
    expect(read('article-39000001.html').people.map((one) => one.equalContribution)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  it('reads affiliations from the marks where the list is still to be fetched', () => {
    const { people } = read('article-39000005.html')
    expect(people).toHaveLength(130)
    expect(people.every((one) => one.person.affiliations.length === 1)).toBe(true)
  })

  it('reads affiliations from the list where the marks have no title', () => {
    for (const file of ['article-39000001.html', 'article-39000008.html', big]) {
      const plain = read(file).people.map((one) => one.printedAffiliations)
      const bare = read(file, (html) => html.replace(/(class="affiliation-link") title="[^"]*"/g, '$1'))
      expect(bare.people.map((one) => one.printedAffiliations)).toEqual(plain)
    }
  })

  it('reads an older page: other ids, a translated title, one-word names, no DOI, foreign nodes', () => {
    const { people, publications } = read('article-39000008.html')
    expect(people.map((one) => one.person.names.shown)).toEqual(['Kavita', 'Øyvind Skjærli', 'S Y Sandvær'])
    expect(people[0]?.person.names).toMatchObject({ given: '', family: 'Kavita' })
    expect(people[0]?.person.emails).toEqual([{ address: 'kavita.nordhavn@sykehus.example', certain: true }])
    expect(publications[0]).toMatchObject({
      title: '[Night-time pressure in bakers]',
      doi: '',
      journal: 'Tidsskrift for nyremedisin',
      year: 2021,
      authors: ['Kavita', 'Øyvind Skjærli', 'S Y Sandvær'],
    })
  })

  it('offers the paper alone where nobody is listed, and where only a group is', () => {
    const nobody = read('article-39000006.html')
    expect(nobody.kind).toBe('article')
    expect(nobody.people).toEqual([])
    expect(nobody.publications[0]?.pmid).toBe('39000006')
    expect(read('article-39000007.html').people.map((one) => one.collective)).toEqual([true])
  })

  it('reads what is there of a page that was cut off', () => {
    const { kind, people } = read('broken-article.html')
    expect(kind).toBe('article')
    expect(people.map((one) => one.person.names.shown)).toEqual([
      'Lærke Bøgh-Kjær',
      "Cormac J O'Dwyer",
      'Theodora E Whitcombe',
    ])
  })
})

describe('pages on which nothing is offered', () => {
  it.each(['home.html', 'error-500.html', 'search-empty.html'])('%s', (file) => {
    expect(read(file)).toMatchObject({ kind: null, drafts: [] })
  })

  it('an article page under the address of another site', () => {
    const page = openFixture(big, 'https://pubmed.ncbi.nlm.nih.gov.evil.example/39000003/')
    expect(collectDrafts(page.doc, page.url, [pubmed]).kind).toBeNull()
  })

  it.each([
    '',
    '<p>',
    '<html>',
    '<h1 class="heading-title">x</h1>',
    '<ul><li class="full-docsum">x</li></ul>',
    '\u0000',
  ])('the fragment %j', (html) => {
    const page = parsePage(html, 'https://pubmed.ncbi.nlm.nih.gov/')
    expect(collectDrafts(page.doc, page.url, [pubmed]).kind).toBeNull()
  })
})

describe('hostile pages', () => {
  const hostile: [string, (html: string) => string][] = [
    [
      'a form that hides the document’s methods',
      (html) =>
        html.replace(
          '<main',
          '<form name="querySelector"></form><form name="querySelectorAll"></form><form name="getElementById"></form><img name="documentElement"><main',
        ),
    ],
    ['a heading of 100 kB', (html) => html.replace(/Salt, sleep/g, `${'Salt '.repeat(20_000)}sleep`)],
    ['a name of 100 kB', (html) => html.replace(/Adaeze N Umeh/g, 'Umeh '.repeat(20_000))],
    ['marks that turn the reading direction', (html) => html.replace(/Adaeze/g, 'Ada\u202e\u200beze')],
    [
      'markup in a name',
      (html) =>
        html.replace(/data-ga-label="Adaeze N Umeh"/, 'data-ga-label="<img src=x onerror=alert(1)> Umeh"'),
    ],
    ['script links', (html) => html.replace(/href="\/\?term=/g, 'href="javascript:alert(1)//?term=')],
    ['a name without a letter', (html) => html.replace(/Adaeze N Umeh/g, '—')],
    ['a PMID that is none', (html) => html.replace(/39000003/g, 'DROP TABLE')],
    ['a year that is none', (html) => html.replace(/2026/g, '99999')],
    ['a DOI that is none', (html) => html.replace(/10\.5555[^"<\s]*/g, 'x'.repeat(5000))],
    ['no metas', (html) => html.replace(/<meta [^>]*>/g, '')],
    ['no classes', (html) => html.replace(/class="[^"]*"/g, '')],
    ['an affiliation of 1 MB', (html) => html.replace(/Renal Unit/g, 'a@b.example '.repeat(80_000))],
  ]

  it.each(hostile)('%s: drafts stay valid', (_, change) => {
    const { people, publications } = read(big, change)
    for (const one of people) expect(personDraftSchema.safeParse(one.person).error?.issues).toBeUndefined()
    for (const one of publications) expect(publicationSchema.safeParse(one).error?.issues).toBeUndefined()
    expect(JSON.stringify(people)).not.toMatch(/javascript:|[\u202a-\u202e\u200b]/)
  })

  it('reads everything although a form hides the document’s methods', () => {
    expect(read(big, hostile[0]?.[1]).people).toHaveLength(32)
  })

  it('leaves out a name without a letter and keeps the others', () => {
    expect(read(big, (html) => html.replace(/Adaeze N Umeh/g, '—')).people).toHaveLength(31)
  })

  it('gives valid drafts, or none, of pages with pieces taken out, doubled or moved', () => {
    const files = [
      'article-39000001.html',
      'article-39000008.html',
      'author-cauthor.html',
      'author-abstract-format.html',
    ]
    const tags = new Map(files.map((file) => [file, readFixture(file).split(/(?=<)/)]))
    const cut = fc.record({
      file: fc.constantFrom(...files),
      at: fc.nat(100_000),
      length: fc.integer({ min: 0, max: 200 }),
      how: fc.constantFrom('drop', 'double', 'move', 'end'),
    })
    fc.assert(
      fc.property(cut, ({ file, at, length, how }) => {
        const pieces = tags.get(file) ?? []
        const start = at % pieces.length
        const taken = pieces.slice(start, start + length)
        const rest = [...pieces.slice(0, start), ...pieces.slice(start + length)]
        const changed = {
          drop: rest,
          double: [...pieces.slice(0, start), ...taken, ...pieces.slice(start)],
          move: [...rest.slice(0, rest.length >> 1), ...taken, ...rest.slice(rest.length >> 1)],
          end: pieces.slice(0, start),
        }[how]
        const page = parsePage(changed.join(''), pageFixtures.find((one) => one.file === file)?.url ?? '')
        for (const draft of collectDrafts(page.doc, page.url, [pubmed]).drafts) {
          if (draft.type === 'person') expect(personDraftSchema.safeParse(draft.person).success).toBe(true)
          else if (draft.type === 'publication')
            expect(publicationSchema.safeParse(draft.publication).success).toBe(true)
          else expect.unreachable()
        }
      }),
      { numRuns: 25 },
    )
  }, 30_000)
})

describe('completeAuthor', () => {
  const wanted = (shown: string, family: string, given: string, middle = '') => ({
    given,
    middle,
    family,
    suffix: '',
    shown,
  })

  it('finds whole name, affiliation and e-mail of a row’s author on the article page', () => {
    const { doc, url } = openFixture('article-39000002.html')
    const person = completeAuthor(doc, url, wanted('Whitcombe TE', 'Whitcombe', 'T', 'E'))
    expect(person?.names.shown).toBe('Theodora E Whitcombe')
    expect(person?.emails).toEqual([{ address: 'theodora.whitcombe@lakemont.example', certain: true }])
    expect(person?.publications[0]).toMatchObject({ pmid: '39000002', position: 3 })
  })

  it('takes fewer initials on the article for the same person, and no other family name', () => {
    const { doc, url } = openFixture(big)
    expect(completeAuthor(doc, url, wanted('Whitcombe TE', 'Whitcombe', 'T', 'E'))?.names.shown).toBe(
      'Theodora Whitcombe',
    )
    expect(completeAuthor(doc, url, wanted('Whitcombe C', 'Whitcombe', 'C'))).toBeNull()
  })

  it('finds nobody where nobody of the name is an author', () => {
    const { doc, url } = openFixture('article-39000001.html')
    expect(completeAuthor(doc, url, wanted('Umeh AN', 'Umeh', 'A', 'N'))).toBeNull()
    expect(completeAuthor(doc, url, wanted('Berglid A', 'Berglid', 'A'))).toBeNull()
  })

  it('does not choose between two authors whom the initials fit alike', () => {
    const { doc, url } = openFixture(big)
    expect(
      findAuthors(doc, url, wanted('Zhuang W', 'Zhuang', 'W')).map((one) => one.person.names.shown),
    ).toEqual(['Wei X Zhuang', 'Wen Zhuang'])
    expect(completeAuthor(doc, url, wanted('Zhuang W', 'Zhuang', 'W'))?.names.shown).toBe('Wen Zhuang')
    expect(completeAuthor(doc, url, wanted('Zhuang WX', 'Zhuang', 'W', 'X'))?.names.shown).toBe(
      'Wei X Zhuang',
    )
    const twins = parsePage(
      readFixture(big)
        .replace(/Wei X Zhuang/g, 'Wei Zhuang')
        .replace(/Zhuang\+WX/g, 'Zhuang+W'),
      url.href,
    )
    expect(completeAuthor(twins.doc, url, wanted('Zhuang W', 'Zhuang', 'W'))).toBeNull()
  })

  it('never gives a group', () => {
    const { doc, url } = openFixture(big)
    expect(completeAuthor(doc, url, parseName('CLOCKSALT Study Group'))).toBeNull()
  })

  it('finds nobody on a page that is no article', () => {
    for (const file of ['home.html', 'error-500.html', 'author-cauthor.html']) {
      const { doc, url } = openFixture(file)
      expect(completeAuthor(doc, url, wanted('Whitcombe TE', 'Whitcombe', 'T', 'E'))).toBeNull()
    }
  })
})

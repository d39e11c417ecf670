import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseName } from '../../../src/domain/names/parse-name'
import { emptyDraft, toPersonInput } from '../../../src/domain/person/draft'
import { MergeRefused, mergeOrThrow, proposeMerge } from '../../../src/domain/person/merge'
import {
  type PersonInput,
  type Publication,
  personInputSchema,
  positions,
  roles,
} from '../../../src/domain/person/person'

const paper = (more: Partial<Publication>): Publication => ({
  pmid: '',
  doi: '',
  title: '',
  journal: '',
  year: null,
  authors: [],
  position: null,
  ...more,
})
const typed = { source: 'typed', url: '', certainty: 'typed', at: '2026-01-05T10:00:00-06:00' } as const
const read = {
  source: 'pubmed.author-list',
  url: 'https://a.example/1',
  certainty: 'stated',
  at: '',
} as const

const initials = { given: 'M', middle: 'L', family: 'Gumz', suffix: '', shown: 'ML Gumz' }
const earlier: PersonInput = {
  ...toPersonInput(emptyDraft(initials)),
  emails: [{ address: 'mgumz@lakeview.example', certain: true }],
  publications: [paper({ pmid: '31000001', title: 'Clocks in the kidney' })],
  roles: ['faculty-researcher'],
  whereMet: 'Noon lecture',
  detail: 'Bakes bread',
  note: 'Write again in spring',
  provenance: { name: typed, emails: typed },
}
const later: PersonInput = {
  ...toPersonInput(emptyDraft(parseName('Michelle L. Gumz'))),
  emails: [{ address: 'MGumz@lakeview.example', certain: true }],
  publications: [
    paper({ pmid: '31000001', doi: '10.5555/a', year: 2020 }),
    paper({ pmid: '31000002', title: 'Salt at night' }),
  ],
  affiliations: ['University of Florida'],
  roles: ['attending'],
  whereMet: 'Research fair',
  detail: 'Bakes bread',
  note: 'Likes short mails',
  provenance: { name: read, affiliations: read, publications: read },
}

describe('merging two accounts of one person', () => {
  it('lets the fuller name win over initials and keeps where it was read', () => {
    const merged = mergeOrThrow(earlier, later)
    expect(merged.names.shown).toBe('Michelle L. Gumz')
    expect(merged.provenance.name).toEqual(read)
    const other = mergeOrThrow(later, earlier)
    expect(other.names.shown).toBe('Michelle L. Gumz')
    expect(other.provenance.name).toEqual(read)
  })

  it('adds papers, fills in what is missing, and keeps each paper once', () => {
    const { publications } = mergeOrThrow(earlier, later)
    expect(publications).toEqual([
      paper({ pmid: '31000001', title: 'Clocks in the kidney', doi: '10.5555/a', year: 2020 }),
      paper({ pmid: '31000002', title: 'Salt at night' }),
    ])
  })

  it('knows a paper by DOI and by title when the PMID is missing on one side', () => {
    const here = {
      ...earlier,
      publications: [paper({ doi: '10.5555/B' }), paper({ title: 'Été in the clinic: what students see.' })],
    }
    const there = {
      ...later,
      publications: [
        paper({ doi: '10.5555/b', pmid: '7' }),
        paper({ title: 'Ete in the Clinic - What Students See', year: 2019 }),
      ],
    }
    expect(mergeOrThrow(here, there).publications).toHaveLength(2)
  })

  it('keeps two papers of one title apart when their numbers or years differ', () => {
    const here = {
      ...earlier,
      publications: [paper({ pmid: '1', title: 'Reply' }), paper({ title: 'Editorial', year: 2018 })],
    }
    const there = {
      ...later,
      publications: [paper({ pmid: '2', title: 'Reply' }), paper({ title: 'Editorial', year: 2019 })],
    }
    expect(mergeOrThrow(here, there).publications).toHaveLength(4)
  })

  it("leaves the student's earlier words in place and lets the new ones follow, each once", () => {
    const merged = mergeOrThrow(earlier, later)
    expect(merged.whereMet).toBe('Noon lecture; Research fair')
    expect(merged.detail).toBe('Bakes bread')
    expect(merged.note).toBe('Write again in spring\nLikes short mails')
    expect(merged.roles).toEqual(['faculty-researcher', 'attending'])
  })

  it('keeps each address once and takes it for certain when either side does', () => {
    const here: PersonInput = { ...earlier, emails: [{ address: 'mgumz@lakeview.example', certain: false }] }
    const shared = { ...later, publications: earlier.publications }
    expect(mergeOrThrow(here, shared).emails).toEqual([{ address: 'mgumz@lakeview.example', certain: true }])
  })

  it('keeps department and institution as a pair, and the other pair among the affiliations', () => {
    const here = { ...earlier, department: 'Medicine', institution: 'Lakeview University' }
    const there = { ...later, department: 'Physiology', institution: 'Harbor State University' }
    const merged = mergeOrThrow(here, there)
    expect([merged.department, merged.institution]).toEqual(['Medicine', 'Lakeview University'])
    expect(merged.affiliations).toContain('Physiology, Harbor State University')
    const blank = mergeOrThrow(earlier, there)
    expect([blank.department, blank.institution]).toEqual(['Physiology', 'Harbor State University'])
  })

  it('never takes a contradicting answer over the earlier one, and says that it contradicts', () => {
    const here: PersonInput = { ...earlier, studentFriendly: { answer: 'yes', saidBy: 'An MS3' } }
    const there: PersonInput = { ...later, studentFriendly: { answer: 'no', saidBy: 'A resident' } }
    const proposal = proposeMerge(here, there)
    expect(proposal.merged.studentFriendly).toEqual({ answer: 'yes', saidBy: 'An MS3' })
    expect(proposal.conflicts).toEqual([{ field: 'studentFriendly', before: 'yes', after: 'no' }])
  })

  it('keeps a suffix that only one side knows', () => {
    const here = { ...earlier, names: { ...initials, suffix: 'Jr', shown: 'ML Gumz Jr' } }
    expect(mergeOrThrow(here, later).names).toMatchObject({
      given: 'Michelle',
      suffix: 'Jr',
      shown: 'Michelle L. Gumz, Jr',
    })
  })

  it('shows what would change, as short text', () => {
    const { changes, evidence } = proposeMerge(earlier, later)
    expect(evidence).toEqual(['email', 'paper', 'name'])
    expect(changes).toContainEqual({ field: 'names', before: 'ML Gumz', after: 'Michelle L. Gumz' })
    expect(changes).toContainEqual({ field: 'publications', before: '1', after: '2' })
    expect(changes.map((change) => change.field)).not.toContain('detail')
  })

  it('refuses a name alone, a department alone and no evidence at all', () => {
    const bare = toPersonInput(emptyDraft(parseName('Michelle L. Gumz')))
    const refused = (a: PersonInput, b: PersonInput) => {
      expect(proposeMerge(a, b).refused?.id).toBe('merge.no-evidence')
      expect(() => mergeOrThrow(a, b)).toThrow(MergeRefused)
    }
    refused(bare, bare)
    refused(
      { ...bare, affiliations: ['Department of Medicine'] },
      { ...bare, affiliations: ['Department of Medicine'] },
    )
    refused(bare, toPersonInput(emptyDraft(parseName('Hiroshi Tanaka'))))
    const uncertain = { ...bare, emails: [{ address: 'a@lakeview.example', certain: false }] }
    refused(uncertain, uncertain)
  })

  it('refuses an address that is shared under a name that cannot be the same', () => {
    const here = { ...earlier, emails: [{ address: 'office@lakeview.example', certain: true }] }
    const there = { ...toPersonInput(emptyDraft(parseName('Hiroshi Tanaka'))), emails: here.emails }
    const proposal = proposeMerge(here, there)
    expect(proposal.evidence).toEqual(['email'])
    expect(proposal.refused?.id).toBe('merge.no-evidence')
  })

  it('asks for no evidence when the student said that the two are one person, and still cuts nothing', () => {
    const bare = toPersonInput(emptyDraft(parseName('Michelle L. Gumz')))
    const there = { ...bare, titles: ['Professor'] }
    expect(mergeOrThrow(bare, there, true).titles).toEqual(['Professor'])
    const long = { ...there, note: 'b'.repeat(3000) }
    expect(proposeMerge({ ...bare, note: 'a'.repeat(3000) }, long, true).refused?.id).toBe('merge.too-long')
  })

  it('takes one department in two spellings for one, and keeps the words of the log', () => {
    const at = (department: string, institution = 'Lakeview University') => ({
      ...earlier,
      department,
      institution,
      affiliations: [],
    })
    const merged = mergeOrThrow(at('Department of Medicine'), at('Medicine'))
    expect(merged).toMatchObject({ department: 'Department of Medicine', affiliations: [] })
    const moved = mergeOrThrow(at('Department of Medicine'), at('Surgery'))
    expect(moved.affiliations).toEqual(['Surgery, Lakeview University'])
  })

  it('keeps one link to one page or ORCID record, however its address is written', () => {
    const withLinks = (...links: PersonInput['links']) => ({ ...earlier, links })
    const here = withLinks(
      { kind: 'profile', url: 'https://www.lakeview.example/gumz/' },
      { kind: 'orcid', url: 'https://orcid.org/0000-0002-1825-0097' },
    )
    const there = withLinks(
      { kind: 'profile', url: 'http://lakeview.example/gumz#papers' },
      { kind: 'orcid', url: 'http://orcid.org/0000-0002-1825-0097/' },
      { kind: 'other', url: 'https://lab.example/' },
    )
    expect(mergeOrThrow(here, there).links).toEqual([
      ...here.links,
      { kind: 'other', url: 'https://lab.example/' },
    ])
  })

  it('refuses rather than cuts what does not fit together', () => {
    const here = { ...earlier, note: 'a'.repeat(3000) }
    const there = { ...later, note: 'b'.repeat(3000) }
    expect(proposeMerge(here, there).refused).toEqual({ id: 'merge.too-long', params: { field: 'note' } })
  })

  const longTitle = 'Salt at night and the clocks of the kidney'
  const word = fc.constantFrom('alpha', 'Béta', 'gamma', 'Beta', 'delta words', 'x', 'alpha; x', '')
  const lines = fc.uniqueArray(word, { maxLength: 4 })
  // Accounts of the same few papers, each leaving out what it does not know.
  const papers = [
    paper({
      pmid: '1',
      doi: '10.5555/a',
      title: longTitle,
      journal: 'J Salt',
      year: 2019,
      authors: ['Gumz ML'],
      position: 1,
    }),
    paper({
      pmid: '2',
      doi: '10.5555/B',
      title: 'Reply',
      journal: 'J Salt',
      year: 2019,
      authors: ['Li B', 'Gumz ML'],
    }),
    paper({ pmid: '3', doi: '10.5555/c', title: 'Reply', journal: 'J Sleep', year: 2020, position: 4 }),
    paper({
      pmid: '',
      doi: '10.5555/d',
      title: 'A poster that nobody numbered, but that was shown',
      year: 2021,
    }),
  ]
  const publication = fc
    .tuple(
      fc.constantFrom(...papers),
      fc.array(fc.constantFrom('pmid', 'doi', 'title', 'journal', 'year', 'authors', 'position')),
    )
    .map(([whole, unknown]): Publication => {
      const known = { ...whole, title: unknown.length % 2 ? whole.title.toUpperCase() : whole.title }
      return {
        ...known,
        ...Object.fromEntries(unknown.map((field) => [field, paper({})[field as keyof Publication]])),
      }
    })
  const input: fc.Arbitrary<PersonInput> = fc.record({
    names: fc.constantFrom(
      initials,
      parseName('Michelle L. Gumz'),
      parseName('Michelle Gumz Jr'),
      parseName('Bo Li'),
    ),
    credentials: lines,
    titles: lines,
    department: word,
    institution: word,
    affiliations: lines,
    emails: fc.uniqueArray(
      fc.record({
        address: fc.constantFrom('a@b.example', 'A@b.example', 'c@d.example'),
        certain: fc.boolean(),
      }),
      { maxLength: 2, selector: (email) => email.address.toLowerCase() },
    ),
    phones: lines,
    links: fc.uniqueArray(
      fc.record({
        kind: fc.constant('profile' as const),
        url: fc.constantFrom('https://a.example/', 'https://b.example/'),
      }),
      { maxLength: 2, selector: (link) => link.url },
    ),
    topics: lines,
    publications: fc.array(publication, { maxLength: 5 }),
    provenance: fc.constantFrom({}, { name: typed }, { name: read, titles: read, emails: typed }),
    roles: fc.uniqueArray(fc.constantFrom(...roles), { maxLength: 5 }),
    positions: fc.uniqueArray(fc.constantFrom(...positions), { maxLength: 4 }),
    mentor: fc.constantFrom('none', 'mentor', 'key'),
    whereMet: word,
    detail: word,
    note: fc.constantFrom('', 'one', 'one\ntwo', 'two', 'three words here'),
    studentFriendly: fc.record({ answer: fc.constantFrom('unknown', 'yes', 'no'), saidBy: word }),
    canWriteLetter: fc.boolean(),
    tags: lines,
  })
  const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

  it('loses nothing that either side entered, for any two people', () => {
    fc.assert(
      fc.property(input, input, (a, b) => {
        const { merged } = proposeMerge(a, b)
        for (const side of [a, b]) {
          for (const field of [
            'credentials',
            'titles',
            'affiliations',
            'phones',
            'topics',
            'tags',
          ] as const) {
            const kept = merged[field].map(fold)
            for (const one of side[field]) expect(kept).toContain(fold(one))
          }
          for (const role of side.roles) expect(merged.roles).toContain(role)
          for (const position of side.positions) expect(merged.positions).toContain(position)
          for (const link of side.links) expect(merged.links).toContainEqual(link)
          for (const field of ['whereMet', 'detail'] as const) {
            for (const part of side[field].split('; ').filter(Boolean))
              expect(merged[field].split('; ')).toContain(part)
          }
          for (const part of side.note.split('\n').filter(Boolean))
            expect(merged.note.split('\n')).toContain(part)
          const addresses = merged.emails.map((email) => email.address.toLowerCase())
          for (const email of side.emails) expect(addresses).toContain(email.address.toLowerCase())
          for (const one of side.publications) {
            if (one.pmid) expect(merged.publications.some((kept) => kept.pmid === one.pmid)).toBe(true)
            // Under one PMID the earlier DOI stands; a paper without PMID is known by its DOI.
            else if (one.doi)
              expect(merged.publications.some((kept) => fold(kept.doi) === fold(one.doi))).toBe(true)
          }
          for (const place of [side.department, side.institution]) {
            const kept = [merged.department, merged.institution, ...merged.affiliations].map(fold).join(' | ')
            expect(kept).toContain(fold(place))
          }
          if (side.canWriteLetter) expect(merged.canWriteLetter).toBe(true)
        }
        expect(personInputSchema.safeParse(merged).success).toBe(true)
      }),
    )
  })

  it('changes nothing more when the same is merged again, and never changes what it was given', () => {
    fc.assert(
      fc.property(input, input, (a, b) => {
        const before = structuredClone([a, b])
        const once = proposeMerge(a, b).merged
        const twice = proposeMerge(once, b)
        expect(twice.merged).toEqual(once)
        expect(twice.changes).toEqual([])
        expect([a, b]).toEqual(before)
      }),
    )
  })
})

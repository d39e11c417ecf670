import { describe, expect, it } from 'vitest'
import { type Person, personInputSchema } from '../../../src/domain/person/person'
import { fillPersonEdit, type PersonEdit, readPersonEdit } from '../../../src/ui/dashboard/person-edit'
import { makePerson } from '../make-store'

const read = {
  source: 'pubmed.author-list',
  url: 'https://pubmed.ncbi.nlm.nih.gov/1/',
  certainty: 'stated',
  at: '',
} as const
const person: Person = {
  ...makePerson('Maya Okafor', {
    titles: ['Assistant professor'],
    emails: [
      { address: 'maya@lakeside.example', certain: true },
      { address: 'm.o@old.example', certain: false },
    ],
    links: [{ kind: 'orcid', url: 'https://orcid.org/0000' }],
    publications: [
      { pmid: '12', doi: '', title: 'On sleep', journal: '', year: 2024, authors: ['Okafor M'], position: 1 },
    ],
    provenance: { name: read, titles: read, emails: read },
  }),
  schema: 1,
  id: 'p1',
  createdAt: '',
  updatedAt: '',
  savedOn: '2026-11-01',
}
const edit = (parts: Partial<PersonEdit>) => readPersonEdit({ ...fillPersonEdit(person), ...parts }, person)

describe('readPersonEdit', () => {
  it('changes nothing when nothing was edited', () => {
    const { schema: _s, id: _i, createdAt: _c, updatedAt: _u, savedOn: _o, ...input } = person
    expect(edit({})).toEqual({ input, problems: {} })
  })

  it('marks what was changed as typed, and leaves the source of the rest', () => {
    const { input } = edit({ titles: 'Professor\n\n  Chief  of sleep ' })
    expect(input.titles).toEqual(['Professor', 'Chief of sleep'])
    expect(input.provenance.titles).toMatchObject({ source: 'typed', certainty: 'typed' })
    expect(input.provenance.name).toEqual(read)
    expect(input.provenance.emails).toEqual(read)
  })

  it('keeps the kind of a link that stays', () => {
    const { input } = edit({ links: 'https://orcid.org/0000\nhttps://lab.example/' })
    expect(input.links.map((link) => link.kind)).toEqual(['orcid', 'other'])
  })

  it('makes an address certain when it is ticked', () => {
    const { input } = edit({ sure: new Set(['m.o@old.example']) })
    expect(input.emails.map((email) => email.certain)).toEqual([false, true])
  })

  it.each<[string, Partial<PersonEdit>, string]>([
    ['no name', { shown: '  ' }, 'shown'],
    ['an address that is none', { emails: 'maya at lakeside' }, 'emails'],
    ['a link that could run code', { links: 'javascript:alert(1)' }, 'links'],
  ])('refuses %s', (_what, parts, field) => {
    expect(Object.keys(edit(parts).problems)).toEqual([field])
  })

  it('gives what the log accepts, however much is typed', () => {
    const long = 'x'.repeat(6000)
    const many = Array.from({ length: 60 }, (_, index) => `${index} ${long}`).join('\n')
    const { input } = edit({
      detail: long,
      note: long,
      titles: many,
      topics: many,
      tags: many,
      phones: many,
      given: long,
    })
    expect(personInputSchema.safeParse(input).success).toBe(true)
  })
})

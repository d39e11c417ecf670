import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyDraft } from '../../src/domain/person/draft'
import { type CapturedField, type PersonDraft, personDraftSchema } from '../../src/domain/person/person'
import { indexByName, joinDrafts } from '../../src/extractors/join-drafts'

const names = (given: string, middle: string, family: string) => ({
  given,
  middle,
  family,
  suffix: '',
  shown: [given, middle, family].filter(Boolean).join(' '),
})

/** A draft in which every filled field says that it came from `source`. */
function makeDraft(source: string, fields: Partial<PersonDraft>): PersonDraft {
  const draft = { ...emptyDraft(names('Theodora', '', 'Whitcombe')), ...fields }
  const filled = (Object.keys(fields) as (keyof PersonDraft)[]).filter((key) => key !== 'names')
  for (const field of ['name', ...filled] as CapturedField[]) {
    draft.provenance = {
      ...draft.provenance,
      [field]: { source, url: 'https://a.example/', certainty: 'stated', at: '' },
    }
  }
  return draft
}

describe('joinDrafts', () => {
  it('lets the trusted reading stand and fills its gaps from the other', () => {
    const joined = joinDrafts(
      makeDraft('json-ld', { titles: ['Professor'], institution: 'Lakemont University' }),
      makeDraft('page', {
        titles: ['Professor'],
        department: 'Department of Medicine',
        phones: ['555-010-1111'],
        topics: ['Lakes'],
      }),
    )
    expect(joined).toMatchObject({
      titles: ['Professor'],
      institution: 'Lakemont University',
      department: 'Department of Medicine',
      phones: ['555-010-1111'],
      topics: ['Lakes'],
    })
    expect(joined.provenance).toMatchObject({
      titles: { source: 'json-ld', certainty: 'stated' },
      department: { source: 'page', certainty: 'stated' },
      phones: { source: 'page' },
    })
  })

  it('offers as a guess what the two say differently', () => {
    const joined = joinDrafts(
      makeDraft('json-ld', {
        titles: ['Dean'],
        institution: 'Lakemont University',
        department: 'Surgery',
        credentials: ['MD'],
      }),
      makeDraft('page', {
        titles: ['Lecturer'],
        institution: 'Fenland University',
        department: 'Medicine',
        credentials: ['PhD'],
      }),
    )
    expect(joined).toMatchObject({
      titles: ['Dean'],
      institution: 'Lakemont University',
      department: 'Surgery',
      credentials: ['MD'],
    })
    for (const field of ['titles', 'institution', 'department', 'credentials'] as const) {
      expect(joined.provenance[field]).toMatchObject({ source: 'json-ld', certainty: 'check' })
    }
  })

  it.each([
    ['Surgery', 'Department of Surgery'],
    ['Lakemont University', 'lakemont university'],
  ])('does not take "%s" and "%s" for a disagreement', (one, other) => {
    const joined = joinDrafts(makeDraft('a', { department: one }), makeDraft('b', { department: other }))
    expect(joined.provenance.department?.certainty).toBe('stated')
  })

  it('takes the fuller of two lists and of two names when they agree', () => {
    const joined = joinDrafts(
      makeDraft('json-ld', { credentials: ['MD'] }),
      makeDraft('page', { names: names('Theodora', 'Anne', 'Whitcombe'), credentials: ['M.D.', 'PhD'] }),
    )
    expect(joined.credentials).toEqual(['M.D.', 'PhD'])
    expect(joined.names.middle).toBe('Anne')
    expect(joined.provenance).toMatchObject({
      name: { source: 'page' },
      credentials: { source: 'page', certainty: 'stated' },
    })
  })

  it('keeps a name and doubts it when the other reading has somebody else', () => {
    const joined = joinDrafts(makeDraft('a', {}), makeDraft('b', { names: names('Anselm', '', 'Birkwood') }))
    expect(joined.names.family).toBe('Whitcombe')
    expect(joined.provenance.name?.certainty).toBe('check')
  })

  it('keeps an address certain when either reading is certain of it', () => {
    const joined = joinDrafts(
      makeDraft('a', { emails: [{ address: 'lake@x.example', certain: false }] }),
      makeDraft('b', { emails: [{ address: 'LAKE@x.example', certain: true }] }),
    )
    expect(joined.emails).toEqual([{ address: 'lake@x.example', certain: true }])
  })

  it('asks about an address that names nobody when the readings have different ones', () => {
    const joined = joinDrafts(
      makeDraft('a', { emails: [{ address: 'lake@x.example', certain: true }] }),
      makeDraft('b', { emails: [{ address: 'twhitcombe@x.example', certain: true }] }),
    )
    expect(joined.emails).toEqual([
      { address: 'lake@x.example', certain: false },
      { address: 'twhitcombe@x.example', certain: true },
    ])
    expect(joined.provenance.emails?.certainty).toBe('check')
  })

  it('is valid, changes neither reading, and says of every value where it came from', () => {
    const texts = fc.array(fc.string({ minLength: 1, maxLength: 40 }), { maxLength: 20 })
    const draft = fc.record({
      credentials: texts,
      titles: texts,
      department: fc.string({ maxLength: 300 }),
      institution: fc.string({ maxLength: 300 }),
      phones: fc.array(fc.string({ maxLength: 60 }), { maxLength: 10 }),
      emails: fc.array(
        fc.record({
          address: fc.constantFrom('a@b.example', 'A@b.example', 'twhitcombe@b.example'),
          certain: fc.boolean(),
        }),
        { maxLength: 10 },
      ),
      links: fc.array(fc.record({ kind: fc.constant('other' as const), url: fc.webUrl() }), {
        maxLength: 20,
      }),
    })
    fc.assert(
      fc.property(draft, draft, (one, other) => {
        const [a, b] = [makeDraft('a', one), makeDraft('b', other)]
        const before = structuredClone([a, b])
        const joined = joinDrafts(a, b)
        expect([a, b]).toEqual(before)
        expect(personDraftSchema.safeParse(joined).success).toBe(true)
        for (const field of ['credentials', 'titles', 'phones', 'links'] as const)
          if (joined[field].length) expect(joined.provenance[field]).toBeDefined()
      }),
      { numRuns: 200 },
    )
  })
})

describe('indexByName', () => {
  const drafts = [
    makeDraft('a', { names: names('Theodora', 'A.', 'Whitcombe') }),
    makeDraft('a', { names: names('Anselm', '', 'Birkwood') }),
    makeDraft('a', { names: names('Agnes', '', 'Birkwood') }),
  ]
  const find = indexByName(drafts)

  it('finds the one person of a name', () => {
    expect(find(names('Theodora', '', 'Whitcombe'))).toBe(drafts[0])
    expect(find(names('Agnes', '', 'Birkwood'))).toBe(drafts[2])
  })

  it('finds nobody for a stranger, and nobody where two could be meant', () => {
    expect(find(names('Theobald', '', 'Whitcombe'))).toBeNull()
    expect(find(names('A', '', 'Birkwood'))).toBeNull()
    expect(find(names('', '', ''))).toBeNull()
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPubmedSearch } from '../../../src/domain/funnel/pubmed-search'
import { compareNames } from '../../../src/domain/names/compare-names'
import { parseCitationName, parseName } from '../../../src/domain/names/parse-name'
import type { Names } from '../../../src/domain/person/person'
import { listQueriedAuthors } from '../../../src/extractors/sites/pubmed/author-query'

const named = (family: string, given: string, middle = '', suffix = ''): Names => ({
  given,
  middle,
  family,
  suffix,
  shown: [given, middle, family, suffix].filter(Boolean).join(' ') || '?',
})
const search = (names: Names, pmid = '', position: number | null = 2) =>
  findPubmedSearch({ names, publications: pmid ? [{ pmid, position }] : [] })
const termOf = (names: Names, pmid = '') => {
  const address = search(names, pmid)
  return address && new URL(address).searchParams.get('term')
}

describe('the PubMed search of a person', () => {
  it.each([
    [named('Gumz', 'Michelle', 'L.'), 'Gumz, Michelle L[Author]', 'Gumz ML'],
    [named('van der Berg', 'Juan', 'Carlos'), 'van der Berg, Juan Carlos[Author]', 'van der Berg JC'],
    [named('Okafor', 'Maya'), 'Okafor, Maya[Author]', 'Okafor M'],
    [named('King', 'Samuel', 'T', 'Jr.'), 'King, Samuel T Jr[Author]', 'King ST Jr'],
    [named('Hollis', 'Edward', '', 'III'), 'Hollis, Edward 3rd[Author]', 'Hollis E 3rd'],
    [named('O’Brien', 'Siobhán'), "O'Brien, Siobhán[Author]", "O'Brien S"],
    [named('Martin', 'Jean-Paul'), 'Martin, Jean-Paul[Author]', 'Martin JP'],
    [named('Gumz', 'M. L.'), 'Gumz ML[Author]', 'Gumz ML'],
    [named('Gumz', 'ML'), 'Gumz ML[Author]', 'Gumz ML'],
    [named('Reyes', 'Ana', 'Belén Cruz'), 'Reyes, Ana Belén Cruz[Author]', 'Reyes AB'],
  ])('of %o is by the full name, or by the cited name and a paper', (names, full, cited) => {
    expect(termOf(names)).toBe(full)
    expect(termOf(names, '39000001')).toBe(cited)
  })

  it('asks for the author of that name on that paper when their place on it is known', () => {
    const names = named('Gumz', 'Michelle', 'L')
    expect(search(names, '39000001')).toBe(
      'https://pubmed.ncbi.nlm.nih.gov/?term=Gumz+ML&cauthor_id=39000001',
    )
    expect(search(names, '39000001', null)).not.toContain('cauthor_id')
  })

  it('searches a name of one word as it is, with no paper to help', () => {
    expect(termOf({ ...named('', ''), shown: 'Suharto' })).toBe('Suharto[Author]')
    expect(termOf(named('Suharto', ''), '39000001')).toBe('Suharto[Author]')
  })

  it('lets no part of a name act in the query', () => {
    expect(termOf(named('Doe"] OR all[sb] (', 'Jane) NOT "x*'))).toBe('Doe Or all sb, Jane Not x[Author]')
    expect(termOf(named('Smith&cauthor_id=1#x', 'Ann'))).toBe('Smith cauthor id x, Ann[Author]')
    expect(termOf(named('GOLDSTEIN', 'OR'))).toBe('"GOLDSTEIN OR"[Author]')
    expect(search(named('Smith', 'Oscar', 'R'), '39000001')).not.toContain('cauthor_id')
    expect(search(named('Doe', 'Jane'), '39000001&x=1')).not.toContain('x=1')
  })

  it('knows no search for a name that PubMed cannot hold', () => {
    expect(search(named('王', '伟'))).toBeNull()
    expect(search(named('', '', ''))).toBeNull()
    expect(search({ ...named('', ''), shown: '12 — 34' })).toBeNull()
  })

  it('gives an address of PubMed for whatever stands as a name, and never throws', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('OR', 'AND', '"', '[Author]', '𠮷'.repeat(50), '\u202e', 'a'.repeat(5000)),
    )
    fc.assert(
      fc.property(part, part, part, part, (family, given, middle, suffix) => {
        const address = search(named(family, given, middle, suffix), '39000001')
        if (address === null) return
        const { origin, pathname, searchParams } = new URL(address)
        expect(origin + pathname).toBe('https://pubmed.ncbi.nlm.nih.gov/')
        expect(address.length).toBeLessThan(6000)
        const bare = (searchParams.get('term') ?? '').replace(/\[Author\]$/, '')
        expect(bare).not.toMatch(/[[\]()*:&#]/)
        if (!bare.includes('"')) expect(` ${bare} `).not.toMatch(/ (AND|OR|NOT) /)
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    named('Gumz', 'Michelle', 'L'),
    named('van der Berg', 'Juan', 'Carlos'),
    named('King', 'Samuel', 'T', 'Jr.'),
    named("O'Brien", 'Siobhán'),
    named('Martin', 'Jean-Paul'),
    named('de la Cruz', 'Ana'),
    named('Goldstein', 'Or'),
  ])('is read back by the page of %o as the same person', (names) => {
    for (const pmid of ['', '39000001']) {
      const authors = listQueriedAuthors(termOf(names, pmid) ?? '', pmid !== '')
      expect(authors).toHaveLength(1)
      const shown = authors[0] ?? ''
      const read = shown.includes(',') || pmid ? parseCitationName(shown) : parseName(shown)
      expect(compareNames(read, names)).not.toBe('different')
    }
  })
})

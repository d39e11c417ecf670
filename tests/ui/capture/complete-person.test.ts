import { describe, expect, it, vi } from 'vitest'
import { compareNames } from '../../../src/domain/names/compare-names'
import { parseCitationName, parseName } from '../../../src/domain/names/parse-name'
import { emptyDraft } from '../../../src/domain/person/draft'
import type { PersonDraft, Publication } from '../../../src/domain/person/person'
import { type Completion, chooseArticles, completePerson } from '../../../src/ui/capture/complete-person'

const row = (pmid: string, year: number | null, authors = ['Okafor NC']): Publication => ({
  pmid,
  doi: '',
  title: `Paper ${pmid}`,
  journal: '',
  year,
  authors,
  position: null,
})

const author = (
  shown: string,
  affiliations: string[] = [],
  emails: PersonDraft['emails'] = [],
): PersonDraft => ({
  ...emptyDraft(parseName(shown)),
  affiliations,
  emails,
  provenance: { name: { source: `from ${shown}`, url: '', certainty: 'stated', at: '' } },
})

/** Articles by PMID; a status in place of an author stands for trouble. */
function play(articles: Record<string, PersonDraft | null | 'limited' | 'missing' | 'offline'>) {
  const fetched: string[] = []
  const states: Completion[] = []
  const control = new AbortController()
  const parts = {
    wanted: parseCitationName('Okafor NC'),
    rows: [row('1', 2019), row('2', 2024), row('3', 2021), row('4', null)],
    cauthorPmid: null as string | null,
    fetchArticle: vi.fn(async (pmid: string) => {
      fetched.push(pmid)
      const answer = articles[pmid]
      if (typeof answer === 'string') return { status: answer, html: '' } as const
      return { status: 'ok' as const, html: pmid }
    }),
    readAuthor: (html: string) => (articles[html] as PersonDraft | null) ?? null,
    compare: compareNames,
    onProgress: (state: Completion) => states.push(state),
    signal: control.signal,
  }
  return { parts, fetched, states, control }
}

describe('which articles are read', () => {
  it('reads the paper of the author link first, then the newest, three at most', () => {
    const rows = [row('1', 2019), row('2', 2024), row('3', 2021), row('4', 2023)]
    expect(chooseArticles(rows, '1')).toEqual(['1', '2', '4'])
    expect(chooseArticles(rows, null)).toEqual(['2', '4', '3'])
    expect(chooseArticles(rows, '99')).toEqual(['99', '2', '4'])
  })

  it('reads none where no row has a PMID', () => {
    expect(chooseArticles([row('', 2024)], null)).toEqual([])
  })
})

describe('completing a person from articles', () => {
  it('stops as soon as full name, affiliation and a certain e-mail are known', async () => {
    const whole = author(
      'Ngozi C Okafor',
      ['Department of Medicine, Lakeside University'],
      [{ address: 'okafor@lakeside.example', certain: true }],
    )
    const { parts, fetched } = play({ 2: whole, 3: whole, 1: whole })
    const done = await completePerson(parts)
    expect(fetched).toEqual(['2'])
    expect(done).toMatchObject({ running: false, trouble: null, read: 1 })
    expect(done.found[0]?.draft.names.given).toBe('Ngozi')
  })

  it('goes on while something is missing, and joins what the articles say', async () => {
    const { parts, fetched, states } = play({
      2: author('N C Okafor', ['Lakeside University']),
      3: author('Ngozi C Okafor', ['Somewhere older']),
      1: author('Ngozi C Okafor', [], [{ address: 'nco@lakeside.example', certain: false }]),
    })
    const done = await completePerson(parts)
    expect(fetched).toEqual(['2', '3', '1'])
    expect(done.found).toHaveLength(1)
    const draft = done.found[0]?.draft
    expect(draft?.names.shown).toBe('Ngozi C Okafor')
    expect(draft?.affiliations).toEqual(['Lakeside University'])
    expect(draft?.emails).toEqual([{ address: 'nco@lakeside.example', certain: false }])
    expect(draft?.provenance.name?.source).toBe('from Ngozi C Okafor')
    expect(states.map((state) => state.read)).toEqual([0, 1, 2, 3, 3])
  })

  it('keeps two people of one name apart', async () => {
    const { parts } = play({
      2: author('Ngozi C Okafor'),
      3: author('Nathan C Okafor'),
      1: author('Ngozi Okafor'),
    })
    const done = await completePerson(parts)
    expect(done.found.map((one) => [one.draft.names.given, one.pmids])).toEqual([
      ['Ngozi', ['2', '1']],
      ['Nathan', ['3']],
    ])
  })

  it('keeps what was read when PubMed asks for a pause, and goes on from there', async () => {
    const { parts, fetched } = play({ 2: author('Ngozi Okafor'), 3: 'limited', 1: author('Ngozi Okafor') })
    const halted = await completePerson(parts)
    expect(halted).toMatchObject({ trouble: 'limited', running: false, read: 1 })
    expect(halted.found[0]?.draft.names.given).toBe('Ngozi')
    fetched.length = 0
    const again = play({ 3: author('Ngozi Okafor', ['Lakeside University']), 1: author('Ngozi Okafor') })
    const done = await completePerson(again.parts, halted)
    expect(again.fetched).toEqual(['3', '1'])
    expect(done.found[0]?.pmids).toEqual(['2', '3', '1'])
  })

  it('passes over an article that is gone', async () => {
    const { parts } = play({ 2: 'missing', 3: author('Ngozi Okafor'), 1: null })
    const done = await completePerson(parts)
    expect(done).toMatchObject({ trouble: null, read: 3 })
    expect(done.found).toHaveLength(1)
  })

  it('asks for nothing more once it is cancelled, and adds nothing that comes too late', async () => {
    const { parts, fetched, control } = play({ 2: author('Ngozi Okafor'), 3: author('Ngozi Okafor') })
    const slow = parts.fetchArticle
    parts.fetchArticle = vi.fn(async (pmid: string) => {
      const answer = await slow(pmid)
      control.abort()
      return answer
    })
    const done = await completePerson(parts)
    expect(fetched).toEqual(['2'])
    expect(done).toMatchObject({ trouble: 'cancelled', found: [], running: false })
  })
})

import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findPubmedSearch } from '../../src/domain/funnel/pubmed-search'
import { parseCitationName, parseName } from '../../src/domain/names/parse-name'
import { emptyDraft, toPersonInput } from '../../src/domain/person/draft'
import type { PersonInput } from '../../src/domain/person/person'
import { listQueriedAuthors } from '../../src/extractors/sites/pubmed/author-query'
import { answerCheck, answerSave } from '../../src/messaging/handlers/capture'
import { addFunnel } from '../../src/messaging/handlers/funnel'
import { protocol } from '../../src/messaging/protocol'
import type { Moment, Store } from '../../src/store/api'
import { openStore } from '../../src/store/open-store'
import { makeTouchInput } from '../ui/make-store'

let store: Store
let count = 0
const today = '2026-11-20'
const moment: Moment = { now: `${today}T09:00:00.000-06:00`, today, newId: () => `id-${++count}` }

const researcher = (shown: string, over: Partial<PersonInput> = {}): PersonInput => ({
  ...toPersonInput(emptyDraft(parseName(shown))),
  roles: ['faculty-researcher'],
  ...over,
})
const save = async (shown: string, over: Partial<PersonInput> = {}) =>
  (await store.people.add(researcher(shown, over), moment)).personId
const write = (id: string, date: string) =>
  store.touches.add(
    [makeTouchInput(id, date, { kind: 'email', direction: 'out', templateId: 'T4', outcome: 'awaiting' })],
    moment,
  )
const check = async (input: PersonInput) => {
  const answer = await addFunnel(store, await answerCheck(store, { input }), today)
  return protocol['capture.check'].response.parse(answer).funnel
}

beforeEach(async () => {
  store = await openStore({ name: `funnel-${++count}` })
})
afterEach(() => store.close())

describe('what the panel hears of the search for a research mentor', () => {
  it('is how many names there are, for somebody new', async () => {
    await save('Ada Brandvold')
    expect(await check(researcher('Jane Doe'))).toEqual({
      standing: null,
      names: { count: 1, min: 5, max: 7 },
      cold: [],
    })
  })

  it('is where a known person stands, and nothing of a stranger of another role', async () => {
    const id = await save('Ada Brandvold', { institution: 'Lakeside University' })
    await write(id, '2026-11-14')
    const known = await check(researcher('Ada Brandvold', { institution: 'Lakeside University' }))
    expect(known.standing).toMatchObject({ state: 'written', days: 6, awaited: { days: 6, nudge: false } })
    await save('Theo Lind', { roles: ['resident'] })
    expect((await check(researcher('Theo Lind'))).standing).toBeNull()
  })

  it('names who waits from the third first letter on, and never the person themselves', async () => {
    const ids = [await save('Ada Brandvold'), await save('Bo Castell'), await save('Cy Dunmore')]
    for (const id of ids.slice(0, 2)) await write(id, '2026-11-14')
    expect((await check(researcher('Jane Doe'))).cold).toEqual([])
    await write(ids[2] ?? '', '2026-11-15')
    expect((await check(researcher('Jane Doe'))).cold).toEqual(['Ada Brandvold', 'Bo Castell', 'Cy Dunmore'])
    expect((await check(researcher('Bo Castell'))).cold).toEqual([])
  })
})

describe('a person looked up on PubMed', () => {
  const paper = (pmid: string) => ({
    pmid,
    doi: '',
    title: `Paper ${pmid}`,
    journal: '',
    year: 2024,
    authors: ['Brandvold AL'],
    position: 1,
  })
  /** What the search page of a person's own address offers: its queried author, with these papers. */
  const readSearch = async (personId: string, pmids: string[]) => {
    const saved = await store.people.get(personId)
    const url = new URL((saved && findPubmedSearch(saved)) ?? '')
    const [shown = ''] = listQueriedAuthors(
      url.searchParams.get('term') ?? '',
      url.searchParams.has('cauthor_id'),
    )
    return {
      ...toPersonInput(emptyDraft(parseCitationName(shown))),
      publications: pmids.map(paper),
    }
  }

  it('is known there by a paper that both have', async () => {
    const id = await save('Ada L. Brandvold', { publications: [paper('39000001')] })
    const { known } = await answerCheck(store, { input: await readSearch(id, ['39000001', '39000002']) })
    expect(known).toMatchObject({ state: 'known', personId: id })
  })

  it('is offered there as maybe the same while the name is all there is, and joined on the student’s word alone', async () => {
    const id = await save('Ada L. Brandvold')
    const input = await readSearch(id, ['39000001'])
    expect((await answerCheck(store, { input })).known).toMatchObject({ state: 'maybe', personId: id })
    await expect(answerSave(store, { input, into: id }, moment)).rejects.toThrow()
    await answerSave(store, { input, into: id, isSaidSame: true }, moment)
    expect((await store.people.get(id))?.publications).toHaveLength(1)
  })
})

import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseName } from '../../src/domain/names/parse-name'
import { emptyDraft, toPersonInput } from '../../src/domain/person/draft'
import type { PersonInput } from '../../src/domain/person/person'
import { answerCheck, answerMarks, answerSave } from '../../src/messaging/handlers/capture'
import { type Moment, type Store, StoreError } from '../../src/store/api'
import { openStore } from '../../src/store/open-store'
import { describeKnown } from '../../src/ui/capture/describe-known'

let store: Store
let count = 0
const moment: Moment = {
  now: '2026-11-20T09:00:00.000-06:00',
  today: '2026-11-20',
  newId: () => `id-${++count}`,
}

const paper = (pmid: string) => ({
  pmid,
  doi: '',
  title: `Paper ${pmid}`,
  journal: '',
  year: 2024,
  authors: [],
  position: 1,
})

const person = (shown: string, over: Partial<PersonInput> = {}): PersonInput => ({
  ...toPersonInput(emptyDraft(parseName(shown))),
  roles: ['faculty-researcher'],
  ...over,
})

beforeEach(async () => {
  store = await openStore({ name: `capture-${++count}` })
})

afterEach(() => {
  store.close()
})

describe('saving what a page showed', () => {
  it('keeps when each field was captured', async () => {
    const provenance = {
      name: { source: 'pubmed.author-list', url: '', certainty: 'stated' as const, at: '' },
    }
    const saved = await answerSave(store, { input: person('Jane Doe', { provenance }), into: null }, moment)
    expect((await store.people.get(saved.personId))?.provenance.name?.at).toBe(moment.now)
  })

  it('merges into the person whom the paper shows to be the same', async () => {
    const first = await answerSave(
      store,
      { input: person('Jane A Doe', { publications: [paper('1')] }), into: null },
      moment,
    )
    const input = person('J A Doe', { publications: [paper('1'), paper('2')] })
    const check = await answerCheck(store, { input })
    expect(check.known).toMatchObject({ state: 'known', personId: first.personId })
    expect(check.changes.map((change) => change.field)).toContain('publications')
    await answerSave(store, { input, into: first.personId }, moment)
    const merged = await store.people.get(first.personId)
    expect(merged?.names.given).toBe('Jane')
    expect(merged?.publications.map((one) => one.pmid)).toEqual(['1', '2'])
  })

  it('never merges on a name alone, whatever the page asks', async () => {
    const first = await answerSave(
      store,
      { input: person('Jane Doe', { publications: [paper('1')] }), into: null },
      moment,
    )
    const namesake = person('Jane Doe', { publications: [paper('9')] })
    expect((await answerCheck(store, { input: namesake })).known?.state).toBe('maybe')
    await expect(answerSave(store, { input: namesake, into: first.personId }, moment)).rejects.toThrow(
      StoreError,
    )
    expect((await store.people.get(first.personId))?.publications).toHaveLength(1)
  })

  it('takes an uncertain address for no evidence', async () => {
    const emails = [{ address: 'doe@lakemont.example', certain: true }]
    await answerSave(store, { input: person('Jane Doe', { emails }), into: null }, moment)
    const input = person('Robert Lin', { emails: [{ address: 'doe@lakemont.example', certain: false }] })
    expect((await answerCheck(store, { input })).known).toBeNull()
  })
})

describe('marks on a page', () => {
  const ask = (shown: string, cited = false, pmids = ['1'], affiliations: string[] = []) =>
    answerMarks(store, { people: [{ shown, affiliations }], pmids, cited }, describeKnown)

  beforeEach(async () => {
    const publications = [paper('1')]
    await answerSave(
      store,
      { input: person('Jane A Doe', { publications, institution: 'Lakemont University' }), into: null },
      moment,
    )
  })

  it('marks the same name on the same paper, in either way of writing it', async () => {
    expect((await ask('Jane A Doe')).marks).toEqual([{ says: 'In your log', sign: '✓' }])
    expect((await ask('Doe JA', true)).marks).toEqual([{ says: 'In your log', sign: 'In your log' }])
  })

  it('says maybe to the name alone', async () => {
    expect((await ask('Jane A Doe', false, ['7'])).marks).toMatchObject([
      { says: 'Maybe in your log?', sign: '?' },
    ])
  })

  it('is sure again when the affiliation agrees', async () => {
    const at = ['Department of Medicine, Lakemont University, Lakemont, OH, USA.']
    expect((await ask('Jane A Doe', false, ['7'], at)).marks).toMatchObject([{ sign: '✓' }])
  })

  it('leaves everybody else unmarked', async () => {
    expect((await ask('Janet B Doe')).marks).toEqual([null])
    expect((await ask('Somebody Else')).marks).toEqual([null])
  })

  it('tells the date of the last contact', async () => {
    const [row] = await store.people.rows()
    await store.touches.add(
      [
        {
          personId: row?.id ?? '',
          date: '2026-11-03',
          zone: 'America/Chicago',
          kind: 'coffee',
          direction: 'both',
          templateId: '',
          note: '',
          outcome: null,
          thread: '',
          pmid: '',
          scheduled: false,
        },
      ],
      moment,
    )
    expect((await ask('Jane A Doe')).marks[0]?.says).toBe('In your log · last contact Nov 3, 2026')
  })
})

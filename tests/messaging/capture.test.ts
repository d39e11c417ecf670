import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseName } from '../../src/domain/names/parse-name'
import { emptyDraft, makeUnreadName, toPersonInput } from '../../src/domain/person/draft'
import type { PersonInput } from '../../src/domain/person/person'
import {
  answerCheck,
  answerKnown,
  answerMarks,
  answerSave,
  answerSaveMany,
} from '../../src/messaging/handlers/capture'
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

  it('takes a typed name apart, finds who is known by it, and keeps the degrees typed behind it', async () => {
    const typed = { ...person('x'), names: makeUnreadName('Dr. Jane A. Doe, MD') }
    const saved = await answerSave(store, { input: { ...typed, credentials: ['MPH'] }, into: null }, moment)
    expect(await store.people.get(saved.personId)).toMatchObject({
      names: { given: 'Jane', family: 'Doe' },
      credentials: ['MPH', 'MD'],
    })
    expect((await answerCheck(store, { input: typed })).known).toMatchObject({ personId: saved.personId })
    const one = await answerSave(
      store,
      { input: { ...typed, names: makeUnreadName('Sukarno') }, into: null },
      moment,
    )
    expect((await store.people.get(one.personId))?.names.family).toBe('Sukarno')
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

describe('joining on the student’s word', () => {
  it('shows what joining a "maybe" would change, and does it only when it was said', async () => {
    const first = await answerSave(
      store,
      { input: person('Jane Doe', { publications: [paper('1')] }), into: null },
      moment,
    )
    const input = person('Jane Doe', { publications: [paper('9')] })
    const check = await answerCheck(store, { input })
    expect(check).toMatchObject({ known: { state: 'maybe' }, person: { id: first.personId } })
    expect(check.changes).toContainEqual({ field: 'publications', before: '1', after: '2' })
    const joined = await answerSave(store, { input, into: first.personId, isSaidSame: true }, moment)
    expect((await store.people.get(first.personId))?.publications).toHaveLength(2)
    await store.changes.undo(joined.changeId, moment)
    expect((await store.people.get(first.personId))?.publications).toHaveLength(1)
  })

  it('takes the word for nobody whom neither name nor address brings near', async () => {
    const first = await answerSave(store, { input: person('Jane Doe'), into: null }, moment)
    const input = person('Robert Lin')
    await expect(
      answerSave(store, { input, into: first.personId, isSaidSame: true }, moment),
    ).rejects.toMatchObject({ what: { id: 'error.merge-changed' } })
    expect(await store.people.rows()).toHaveLength(1)
  })

  it('settles a shared address under another name, and keeps the name of the log', async () => {
    const emails = [{ address: 'doe@lakemont.example', certain: true }]
    const first = await answerSave(store, { input: person('Jane Doe', { emails }), into: null }, moment)
    const input = person('Robin Lin', { emails })
    expect((await answerCheck(store, { input })).known).toMatchObject({ state: 'maybe', evidence: ['email'] })
    await expect(answerSave(store, { input, into: first.personId }, moment)).rejects.toThrow(StoreError)
    await answerSave(store, { input, into: first.personId, isSaidSame: true }, moment)
    expect((await store.people.get(first.personId))?.names.shown).toBe('Jane Doe')
  })
})

describe('saving a listing', () => {
  const email = (address: string) => [{ address, certain: true }]
  const saveMany = (items: Parameters<typeof answerSaveMany>[1]['items']) =>
    answerSaveMany(store, { job: 'j', items }, moment, {})
  const asked = (input: PersonInput) => ({
    names: input.names,
    emails: input.emails.map((one) => one.address),
    pmids: [],
    affiliations: [],
    dois: [],
    titles: [],
    links: [],
  })

  it('says whom the log knows, saves the others and joins those', async () => {
    const first = await answerSave(
      store,
      { input: person('J Doe', { emails: email('jane@x.example') }), into: null },
      moment,
    )
    const jane = person('Jane Doe', { emails: email('jane@x.example') })
    const ann = person('Ann Roe')
    const { marks } = await answerKnown(store, { people: [asked(ann), asked(jane)] })
    expect(marks).toMatchObject([null, { state: 'known', personId: first.personId }])
    expect(
      await saveMany([
        { input: ann, into: null },
        { input: jane, into: first.personId },
      ]),
    ).toMatchObject({ saved: 1, joined: 1, repeated: 0 })
    expect((await store.people.get(first.personId))?.names.shown).toBe('Jane Doe')
  })

  it('saves nobody when the log is no longer what the page showed', async () => {
    const jane = person('Jane Doe', { emails: email('jane@x.example') })
    const first = await answerSave(store, { input: jane, into: null }, moment)
    const changed = { what: { id: 'error.log-changed' } }
    // Meanwhile saved: shown as new, but known by now.
    await expect(
      saveMany([
        { input: jane, into: null },
        { input: person('Ann Roe'), into: null },
      ]),
    ).rejects.toMatchObject(changed)
    // Meanwhile deleted, and meanwhile somebody else's evidence gone.
    await expect(saveMany([{ input: jane, into: 'nobody' }])).rejects.toMatchObject(changed)
    await expect(saveMany([{ input: person('Jane Doe'), into: first.personId }])).rejects.toMatchObject(
      changed,
    )
    expect(await store.people.rows()).toHaveLength(1)
  })

  it('saves a "maybe" that was ticked on purpose as somebody new', async () => {
    await answerSave(store, { input: person('Jane Doe'), into: null }, moment)
    expect(await saveMany([{ input: person('Jane Doe'), into: null }])).toMatchObject({ saved: 1, joined: 0 })
    expect(await store.people.rows()).toHaveLength(2)
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

import { describe, expect, it, vi } from 'vitest'
import { message } from '../../src/domain/message'
import { personRowSchema } from '../../src/domain/person/person-row'
import type { SaveItem } from '../../src/store/api'
import { makeLog } from '../fixtures/log/make-log'
import { at, failureOf, freshName, logText, open, personInput, readRaw } from './support'

const certain = (address: string) => [{ address, certain: true }]
const fresh = (shown: string, more: Parameters<typeof personInput>[1] = {}): SaveItem => ({
  input: personInput(shown, more),
  into: null,
})
const directory = (count: number): SaveItem[] =>
  makeLog({ people: count, touchesPerPerson: 0, today: '2026-11-22', seed: 3 }).map(({ input }, index) => ({
    input: { ...input, emails: certain(`p${index}@lakeview.example`), publications: [], affiliations: [] },
    into: null,
  }))

describe('saving many people', () => {
  it('is one change, with a row for everybody, and one undo brings the log back byte for byte', async () => {
    const name = freshName()
    const store = await open({ name })
    await store.people.add(personInput('Somebody Before'), at())
    const before = await logText(name)
    const saved = await store.people.saveMany(directory(620), at())
    expect(saved).toMatchObject({ saved: 620, joined: 0, repeated: 0 })
    expect(new Set(saved.personIds).size).toBe(620)
    const rows = await store.people.rows()
    expect(rows).toHaveLength(621)
    expect(rows.every((row) => personRowSchema.safeParse(row).success)).toBe(true)
    const [line, ...older] = await store.changes.list()
    expect(line?.what).toEqual(message('change.people-saved', { count: 620 }))
    expect(older).toHaveLength(1)
    await store.changes.undo(saved.changeId, at())
    expect(await logText(name)).toBe(before)
    expect(await store.people.rows()).toHaveLength(1)
  })

  it('joins people of the log with what is new, keeps their ids and what the student wrote, and undoes both at once', async () => {
    const name = freshName()
    const store = await open({ name })
    const jane = await store.people.add(
      personInput('J Doe', {
        emails: certain('jane@lakeview.example'),
        note: 'Met at noon',
        roles: ['peer'],
      }),
      at('2026-01-02'),
    )
    const before = await logText(name)
    const saved = await store.people.saveMany(
      [
        {
          input: personInput('Jane Doe', { emails: certain('jane@lakeview.example'), titles: ['Professor'] }),
          into: jane.personId,
        },
        fresh('Ann Roe'),
      ],
      at(),
    )
    expect(saved).toMatchObject({ saved: 1, joined: 1, repeated: 0 })
    expect(await store.people.get(jane.personId)).toMatchObject({
      id: jane.personId,
      names: { shown: 'Jane Doe' },
      titles: ['Professor'],
      note: 'Met at noon',
      roles: ['peer'],
      savedOn: '2026-01-02',
    })
    expect((await store.changes.list())[0]?.what).toEqual(
      message('change.people-saved-joined', { count: 2, joined: 1 }),
    )
    await store.changes.undo(saved.changeId, at())
    expect(await logText(name)).toBe(before)
  })

  it('keeps nothing when one of them must not be joined', async () => {
    const name = freshName()
    const store = await open({ name })
    const jane = await store.people.add(personInput('Jane Doe'), at())
    const before = await readRaw(name)
    const failed = store.people.saveMany(
      [fresh('Ann Roe'), { input: personInput('Jane Doe'), into: jane.personId }],
      at(),
    )
    expect(await failureOf(failed)).toBe('merge.no-evidence')
    const gone = store.people.saveMany(
      [fresh('Ann Roe'), { input: personInput('X Y'), into: 'nobody' }],
      at(),
    )
    expect(await failureOf(gone)).toBe('error.person-gone')
    const bad = store.people.saveMany([fresh('Ann Roe'), fresh('X Y', { note: 'x'.repeat(5001) })], at())
    expect(await failureOf(bad)).toBe('error.input-invalid')
    expect(await failureOf(store.people.saveMany([], at()))).toBe('error.nobody-chosen')
    expect(await readRaw(name)).toEqual(before)
  })

  it('joins on the student’s word what no evidence shows, alone and in a batch', async () => {
    const store = await open()
    const jane = await store.people.add(personInput('Jane Doe'), at())
    await store.people.merge(jane.personId, personInput('Jane Doe', { titles: ['Dean'] }), at(), {
      isSaidSame: true,
    })
    const saved = await store.people.saveMany(
      [{ input: personInput('Jane Doe', { titles: ['Chair'] }), into: jane.personId, isSaidSame: true }],
      at(),
    )
    expect(saved).toMatchObject({ saved: 0, joined: 1 })
    expect((await store.people.get(jane.personId))?.titles).toEqual(['Dean', 'Chair'])
    expect((await store.changes.list())[0]?.what).toEqual(
      message('change.person-merged', { name: 'Jane Doe' }),
    )
  })

  it('makes one record of somebody who stands on the page twice, by address, page or paper', async () => {
    const store = await open()
    const links = [{ kind: 'profile' as const, url: 'https://lakeview.example/ann' }]
    const saved = await store.people.saveMany(
      [
        fresh('Jane Doe', { emails: certain('jane@lakeview.example'), titles: ['Chair'] }),
        fresh('Ann Roe', { links }),
        fresh('Jane A. Doe', { emails: certain('JANE@lakeview.example'), titles: ['Professor'] }),
        fresh('Ann Roe', { links, department: 'Surgery' }),
      ],
      at(),
    )
    expect(saved).toMatchObject({ saved: 2, joined: 0, repeated: 2 })
    expect(saved.personIds[2]).toBe(saved.personIds[0])
    expect(await store.people.get(saved.personIds[0] as string)).toMatchObject({
      names: { shown: 'Jane A. Doe' },
      titles: ['Chair', 'Professor'],
    })
    expect(await store.people.rows()).toHaveLength(2)
  })

  it('keeps namesakes of one directory apart, and people who share an office’s mailbox', async () => {
    const store = await open()
    const institution = 'Duke University'
    const saved = await store.people.saveMany(
      [
        fresh('Wei Zhang', { institution, department: 'Surgery' }),
        fresh('Wei Zhang', { institution, department: 'Neurology' }),
        fresh('Ann Roe', { emails: certain('office@lakeview.example') }),
        fresh('Bo Lin', { emails: certain('office@lakeview.example') }),
      ],
      at(),
    )
    expect(saved).toMatchObject({ saved: 4, repeated: 0 })
    expect(await store.people.rows()).toHaveLength(4)
  })

  it('joins both of two entries who are the same person of the log', async () => {
    const store = await open()
    const jane = await store.people.add(
      personInput('Jane Doe', { emails: certain('jane@lakeview.example') }),
      at(),
    )
    const entry = (title: string): SaveItem => ({
      input: personInput('Jane Doe', { emails: certain('jane@lakeview.example'), titles: [title] }),
      into: jane.personId,
    })
    const saved = await store.people.saveMany([entry('Chair'), entry('Professor')], at())
    expect(saved).toMatchObject({ saved: 0, joined: 1, repeated: 1 })
    expect((await store.people.get(jane.personId))?.titles).toEqual(['Chair', 'Professor'])
  })

  it('tells how far it is, and keeps nothing when it is ended before the last is written', async () => {
    const name = freshName()
    const store = await open({ name })
    const before = await readRaw(name)
    const control = new AbortController()
    const heard: number[] = []
    const saving = store.people.saveMany(directory(60), at(), {
      signal: control.signal,
      onProgress: (done, of) => {
        expect(of).toBe(60)
        heard.push(done)
        if (done === 30) control.abort()
      },
    })
    expect(await failureOf(saving)).toBe('error.save-cancelled')
    expect(heard).toEqual(Array.from({ length: 30 }, (_, index) => index + 1))
    expect(await readRaw(name)).toEqual(before)
    expect(await store.people.saveMany(directory(60), at())).toMatchObject({ saved: 60 })
  })

  it('tells other pages once', async () => {
    const name = freshName()
    const [here, there] = [await open({ name }), await open({ name })]
    const heard = vi.fn()
    there.subscribe(heard)
    await here.people.saveMany(directory(30), at())
    await vi.waitFor(() => expect(heard).toHaveBeenCalled())
    await new Promise((done) => setTimeout(done, 20))
    expect(heard).toHaveBeenCalledTimes(1)
    expect(await there.people.rows()).toHaveLength(30)
  })
})

describe('asking about many people', () => {
  it('answers in the order of the questions, as asking one by one does', async () => {
    const store = await open()
    const saved = await store.people.saveMany(directory(40), at())
    const queries = directory(50).map(({ input }) => ({
      names: input.names,
      emails: input.emails.map((email) => email.address),
      pmids: [],
      affiliations: [],
    }))
    const many = await store.people.knownMany(queries)
    expect(many.slice(0, 40).map((one) => one?.personId)).toEqual(saved.personIds)
    expect(many).toEqual(await Promise.all(queries.map((query) => store.people.known(query))))
  })

  it('reads each chunk of rows once, however many people are known', async () => {
    const store = await open()
    await store.people.saveMany(directory(200), at())
    const reads = vi.spyOn(IDBObjectStore.prototype, 'get')
    await store.people.knownMany(
      directory(200).map(({ input }) => ({
        names: input.names,
        emails: input.emails.map((email) => email.address),
        pmids: [],
        affiliations: [],
      })),
    )
    const ofRows = reads.mock.contexts.filter((one) => (one as IDBObjectStore).name === 'rows')
    expect(ofRows).toHaveLength(1)
    vi.restoreAllMocks()
  })
})

import { describe, expect, it, vi } from 'vitest'
import { personRowSchema } from '../../src/domain/person/person-row'
import { rowVersion } from '../../src/domain/person/row'
import { roadKinds } from '../../src/store/schema'
import { makeLog } from '../fixtures/log/make-log'
import { at, failureOf, freshName, open, personInput, putRaw, readRaw, touchInput } from './support'

const paper = (pmid: string) => ({
  pmid,
  doi: '',
  title: '',
  journal: '',
  year: null,
  authors: [],
  position: null,
})
const certain = (address: string) => ({ address, certain: true })
const ask = (shown: string, more: object = {}) => ({
  names: personInput(shown).names,
  emails: [] as string[],
  pmids: [] as string[],
  affiliations: [] as string[],
  ...more,
})

describe('people', () => {
  it('keeps what was saved, with id, times and the date of saving', async () => {
    const store = await open()
    const input = personInput('Jane Doe', { note: 'Met at noon' })
    const { personId } = await store.people.add(input, at())
    expect(await store.people.get(personId)).toEqual({
      schema: 1,
      id: personId,
      ...input,
      createdAt: '2026-11-22T10:00:00-06:00',
      updatedAt: '2026-11-22T10:00:00-06:00',
      savedOn: '2026-11-22',
    })
    expect(await store.people.get('nobody')).toBeNull()
  })

  it('notes the time of saving as the time of capture where a page was read', async () => {
    const store = await open()
    const from = {
      source: 'pubmed.author-list',
      url: 'https://a.example/',
      certainty: 'stated' as const,
      at: '',
    }
    const { personId } = await store.people.add(personInput('Jane Doe', { provenance: { name: from } }), at())
    expect((await store.people.get(personId))?.provenance.name?.at).toBe('2026-11-22T10:00:00-06:00')
  })

  it('refuses input that does not fit, names the field and writes nothing', async () => {
    const name = freshName()
    const store = await open({ name })
    const before = await readRaw(name)
    const bad = personInput('Jane Doe', { note: 'x'.repeat(5001) })
    await expect(store.people.add(bad, at())).rejects.toMatchObject({
      what: { id: 'error.input-invalid', params: { field: 'note' } },
    })
    const script = personInput('Jane Doe', { links: [{ kind: 'other', url: 'javascript:alert(1)' }] })
    expect(await failureOf(store.people.add(script, at()))).toBe('error.input-invalid')
    expect(await readRaw(name)).toEqual(before)
  })

  it('keeps one row for each person, up to date with their touches', async () => {
    const store = await open()
    const { personId } = await store.people.add(personInput('Jane Doe'), at())
    await store.people.add(personInput('Hiroshi Tanaka'), at())
    const mail = touchInput(personId, { date: '2026-11-01', outcome: 'awaiting' })
    const { touchIds } = await store.touches.add([mail], at())
    const row = async () => (await store.people.rows()).find((one) => one.id === personId)
    expect(await row()).toMatchObject({ lastTouch: '2026-11-01', touches: 1, awaitingSince: '2026-11-01' })
    await store.touches.update(touchIds[0] as string, { ...mail, outcome: 'yes' }, at())
    expect(await row()).toMatchObject({ touches: 1, awaitingSince: null })
    await store.touches.remove(touchIds, at())
    expect(await row()).toMatchObject({ lastTouch: null, touches: 0 })
    expect(await store.people.rows()).toHaveLength(2)
  })

  it('moves a touch from one row to the other when it is given to somebody else', async () => {
    const store = await open()
    const [jane, hiro] = [
      await store.people.add(personInput('Jane Doe'), at()),
      await store.people.add(personInput('Hiro Tanaka'), at()),
    ]
    const { touchIds } = await store.touches.add([touchInput(jane.personId)], at())
    await store.touches.update(touchIds[0] as string, touchInput(hiro.personId), at())
    const counts = Object.fromEntries((await store.people.rows()).map((row) => [row.shown, row.touches]))
    expect(counts).toEqual({ 'Jane Doe': 0, 'Hiro Tanaka': 1 })
  })

  it('packs rows in chunks of 500, fills gaps again, and changes one chunk for one person', async () => {
    const name = freshName()
    const store = await open({ name })
    const people = makeLog({ people: 620, touchesPerPerson: 0, today: '2026-11-22', seed: 1 }).map(
      ({ input }, index) => ({
        ...input,
        schema: 1,
        id: `p${index}`,
        createdAt: '2026-01-01T00:00:00Z',
        updatedAt: '2026-01-01T00:00:00Z',
        savedOn: '2026-01-01',
      }),
    )
    const text = JSON.stringify({
      format: 'preround-backup',
      version: 1,
      madeAt: '2026-11-22T10:00:00-06:00',
      people,
      touches: [],
      marks: [],
      snoozes: [],
      profile: null,
    })
    await (await store.backup.preview(text)).apply('replace', at())
    const sizes = async () =>
      Object.values((await readRaw(name)).rows ?? {}).map(
        (chunk) => (chunk as { rows: unknown[] }).rows.length,
      )
    expect(await sizes()).toEqual([500, 120])
    expect(await store.people.rows()).toHaveLength(620)

    const before = (await readRaw(name)).rows as Record<string, unknown>
    await store.touches.add([touchInput('p3')], at())
    const after = (await readRaw(name)).rows as Record<string, unknown>
    expect(after['1']).not.toEqual(before['1'])
    expect(after['2']).toEqual(before['2'])

    await store.people.remove(['p1', 'p2'], at())
    expect(await sizes()).toEqual([498, 120])
    await store.people.add(personInput('Jane Doe'), at())
    expect(await sizes()).toEqual([499, 120])
    const rows = await store.people.rows()
    expect(new Set(rows.map((row) => row.id)).size).toBe(619)
    expect(rows.every((row) => personRowSchema.safeParse(row).success)).toBe(true)
  })

  it('finds people by address in any case, several under one address, and nobody under another', async () => {
    const store = await open()
    const jane = await store.people.add(
      personInput('Jane Doe', { emails: [certain('Jane@Lakeview.example')] }),
      at(),
    )
    const lab = await store.people.add(
      personInput('Lab Office', { emails: [certain('jane@lakeview.example')] }),
      at(),
    )
    const found = await store.people.byEmail(['JANE@lakeview.example', 'nobody@lakeview.example'])
    expect([...found.keys()]).toEqual(['jane@lakeview.example'])
    expect(
      found
        .get('jane@lakeview.example')
        ?.map((person) => person.id)
        .sort(),
    ).toEqual([jane.personId, lab.personId].sort())
    await store.people.update(jane.personId, personInput('Jane Doe'), at())
    expect((await store.people.byEmail(['jane@lakeview.example'])).get('jane@lakeview.example')).toHaveLength(
      1,
    )
  })

  it('tells known people from maybes and strangers', async () => {
    const store = await open()
    const { personId } = await store.people.add(
      personInput('Michelle L. Gumz', {
        emails: [certain('gumz@lakeview.example'), { address: 'office@lakeview.example', certain: false }],
        publications: [paper('31000001')],
        affiliations: ['Department of Medicine, University of Florida'],
      }),
      at(),
    )
    await store.touches.add([touchInput(personId, { date: '2026-10-03' })], at())
    const state = async (query: ReturnType<typeof ask>) => (await store.people.known(query))?.state ?? null

    expect(await store.people.known(ask('Michelle Gumz', { pmids: ['31000001'] }))).toEqual({
      state: 'known',
      personId,
      shown: 'Michelle L. Gumz',
      lastContact: '2026-10-03',
      evidence: ['paper', 'name'],
    })
    expect(await state(ask('Michelle Alvarado', { emails: ['GUMZ@lakeview.example'] }))).toBe('known')
    expect(await state(ask('Anybody', { emails: ['GUMZ@lakeview.example'] }))).toBe('maybe')
    expect(await state(ask('Anybody', { emails: ['office@lakeview.example'] }))).toBeNull()
    expect(await state(ask('M. L. Gumz', { affiliations: ['University of Florida, Gainesville'] }))).toBe(
      'known',
    )
    expect(await state(ask('M. L. Gumz'))).toBe('maybe')
    expect(await state(ask('Michelle Gumz', { affiliations: ['Department of Medicine'] }))).toBe('maybe')
    expect(await state(ask('Michael Gumz', { pmids: ['31000001'] }))).toBeNull()
    expect(await state(ask('Hiroshi Tanaka', { pmids: ['31000001'] }))).toBeNull()
  })

  it('looks people up by index: nothing reads all persons to find, save or log', async () => {
    const store = await open()
    const { personId } = await store.people.add(
      personInput('Jane Doe', { emails: [certain('a@lakeview.example')] }),
      at(),
    )
    const readAll = vi.spyOn(IDBObjectStore.prototype, 'getAll')
    const walk = vi.spyOn(IDBObjectStore.prototype, 'openCursor')
    await store.people.get(personId)
    await store.people.rows()
    await store.people.byEmail(['a@lakeview.example'])
    await store.people.known(ask('Jane Doe', { emails: ['a@lakeview.example'] }))
    await store.people.update(personId, personInput('Jane Roe'), at())
    await store.touches.add([touchInput(personId)], at())
    await store.touches.awaiting([personId])
    await store.month.refresh('2026-11-23')
    const stores = new Set(readAll.mock.contexts.map((context) => (context as IDBObjectStore).name))
    // The records of the road are few.
    const small = ['goalMarks', 'rows', 'snoozes', ...roadKinds.filter((kind) => kind !== 'shortlists')]
    expect([...stores].sort()).toEqual(small.sort())
    expect(walk).not.toHaveBeenCalled()
    vi.restoreAllMocks()
  })

  it('prefers the namesake with the stronger evidence', async () => {
    const store = await open()
    await store.people.add(personInput('Wei Zhang', { affiliations: ['Duke University'] }), at())
    const right = await store.people.add(personInput('Wei Zhang', { publications: [paper('5')] }), at())
    const answer = await store.people.known(
      ask('Wei Zhang', { pmids: ['5'], affiliations: ['Duke University'] }),
    )
    expect(answer).toMatchObject({ personId: right.personId, evidence: ['paper', 'name'] })
  })

  it('merges with evidence, keeps id and day of saving, and refuses a name alone', async () => {
    const store = await open()
    const { personId } = await store.people.add(
      personInput('Jane Doe', { publications: [paper('5')], note: 'a' }),
      at('2026-01-02'),
    )
    await store.people.merge(
      personId,
      personInput('Jane M. Doe', { publications: [paper('5'), paper('6')], note: 'b' }),
      at(),
    )
    expect(await store.people.get(personId)).toMatchObject({
      id: personId,
      savedOn: '2026-01-02',
      note: 'a\nb',
      names: { shown: 'Jane M. Doe' },
      publications: [{ pmid: '5' }, { pmid: '6' }],
    })
    expect(await failureOf(store.people.merge(personId, personInput('Jane Doe'), at()))).toBe(
      'merge.no-evidence',
    )
    expect(await failureOf(store.people.merge('nobody', personInput('Jane Doe'), at()))).toBe(
      'error.person-gone',
    )
  })

  it('takes people out with their touches and snoozes, in one change', async () => {
    const name = freshName()
    const store = await open({ name })
    const { personId } = await store.people.add(personInput('Jane Doe'), at())
    await store.touches.add([touchInput(personId), touchInput(personId)], at())
    await store.goals.snooze(personId, '2026-12-24', at())
    await store.people.remove([personId], at())
    const raw = await readRaw(name)
    expect([raw.persons, raw.touches, raw.snoozes, raw.rows]).toEqual([{}, {}, {}, {}])
    expect((await store.changes.list())[0]?.what).toEqual({
      id: 'change.person-removed',
      params: { name: 'Jane Doe' },
    })
    expect(await failureOf(store.people.remove([personId], at()))).toBe('error.person-gone')
  })
})

describe('records that cannot be read', () => {
  it('are reported, kept as they are, and hide nobody else', async () => {
    const name = freshName()
    const store = await open({ name })
    const email = [certain('a@lakeview.example')]
    const good = await store.people.add(personInput('Jane Doe', { emails: email }), at())
    const bad = await store.people.add(personInput('Hiro Tanaka', { emails: email }), at())
    const raw = await readRaw(name)
    const entry = raw.persons?.[bad.personId] as { person: object }
    const broken = { ...entry, person: { ...entry.person, names: 'not names' } }
    await putRaw(name, 'persons', broken)

    expect(await failureOf(store.people.get(bad.personId))).toBe('error.record-damaged')
    expect(await store.people.get(good.personId)).toMatchObject({ id: good.personId })
    expect((await store.people.byEmail(['a@lakeview.example'])).get('a@lakeview.example')).toHaveLength(1)
    expect(await store.problems()).toEqual([
      { where: `persons/${bad.personId}`, why: { id: 'error.record-damaged', params: { field: 'names' } } },
    ])
    await store.people.add(personInput('Somebody Else'), at())
    expect((await readRaw(name)).persons?.[bad.personId]).toEqual(broken)
  })

  it('of a newer version are refused and never overwritten', async () => {
    const name = freshName()
    const store = await open({ name })
    const { personId } = await store.people.add(personInput('Jane Doe'), at())
    const entry = (await readRaw(name)).persons?.[personId] as { person: object }
    const newer = { ...entry, person: { ...entry.person, schema: 9, addedLater: true } }
    await putRaw(name, 'persons', newer)
    expect(await failureOf(store.people.get(personId))).toBe('error.record-newer')
    expect(await failureOf(store.people.update(personId, personInput('Jane Roe'), at()))).toBe(
      'error.record-newer',
    )
    expect(await failureOf(store.people.remove([personId], at()))).toBe('error.record-newer')
    expect((await readRaw(name)).persons?.[personId]).toEqual(newer)
  })

  it('leave touches of a person listed without the damaged one', async () => {
    const name = freshName()
    const store = await open({ name })
    const { personId } = await store.people.add(personInput('Jane Doe'), at())
    const { touchIds } = await store.touches.add([touchInput(personId), touchInput(personId)], at())
    await putRaw(name, 'touches', { id: touchIds[0], personId, date: '2026-11-20', outcome: null, schema: 1 })
    expect(await store.touches.of(personId)).toHaveLength(1)
    expect(await failureOf(store.touches.get(touchIds[0] as string))).toBe('error.record-damaged')
  })

  it('are made again when they are rows: on reading, and on the next write', async () => {
    const name = freshName()
    const store = await open({ name })
    const { personId } = await store.people.add(personInput('Jane Doe'), at())
    await store.touches.add([touchInput(personId)], at())
    const good = await store.people.rows()
    const spoil = () =>
      putRaw(name, 'rows', { chunk: 1, schema: rowVersion, rows: [{ id: personId, shown: 5 }] })
    await spoil()
    expect(await store.people.rows()).toEqual(good)
    await putRaw(name, 'rows', { chunk: 1, schema: 99, rows: good })
    expect(await store.people.rows()).toEqual(good)
    expect((await readRaw(name)).rows?.['1']).toMatchObject({ schema: rowVersion })
    await spoil()
    await store.people.add(personInput('Hiro Tanaka'), at())
    expect(await store.people.rows()).toHaveLength(2)
    expect((await store.people.rows()).map((row) => row.touches).sort()).toEqual([0, 1])
  })
})

import { describe, expect, it } from 'vitest'
import type { Person } from '../../src/domain/person/person'
import { rowOf, summarizeTouches } from '../../src/domain/person/row'
import type { Touch } from '../../src/domain/touch/touch'
import type { Store } from '../../src/store/api'
import type { PersonEntry, RowChunk, StoredMeta, TouchMonth } from '../../src/store/schema'
import { makeLog } from '../fixtures/log/make-log'
import { at, freshName, open, personInput, putRaw, readRaw, touchInput } from './support'

const byId = <T extends { id: string }>(list: T[]): T[] => [...list].sort((a, b) => (a.id < b.id ? -1 : 1))

/** Everything that is derived must be what the records say, whichever way it came about. */
async function expectDerivedToBeTrue(name: string): Promise<void> {
  const raw = await readRaw(name)
  const entries = Object.values(raw.persons ?? {}) as PersonEntry[]
  const touches = Object.values(raw.touches ?? {}) as (Touch & { id: string })[]
  const chunks = Object.values(raw.rows ?? {}) as RowChunk[]
  const meta = raw.meta?.only as StoredMeta
  const wanted = entries.map((entry) =>
    rowOf(entry.person as Person, summarizeTouches(touches.filter((touch) => touch.personId === entry.id))),
  )
  expect(byId(chunks.flatMap((chunk) => chunk.rows))).toEqual(byId(wanted))
  for (const entry of entries) {
    const home = chunks.find((chunk) => chunk.chunk === entry.chunk)
    expect(home?.rows.some((row) => row.id === entry.id)).toBe(true)
  }
  const sizes = Object.fromEntries(chunks.map((chunk) => [String(chunk.chunk), chunk.rows.length]))
  expect(meta.chunkSizes).toEqual(sizes)
  expect(chunks.every((chunk) => chunk.rows.length > 0 && chunk.rows.length <= 500)).toBe(true)
  const months = Object.values(raw.touchMonths ?? {}) as TouchMonth[]
  expect(byId(months.flatMap((month) => month.touches))).toEqual(
    byId(touches.map((touch) => ({ ...touch, note: '', thread: '', zone: '' }))),
  )
  expect(months.every((month) => month.touches.every((touch) => touch.date.startsWith(month.month)))).toBe(
    true,
  )

  const view = (raw.monthView?.only as { date: string; view: unknown } | undefined) ?? null
  const fresh = await open({ name, edition: `check-${Math.random()}` })
  expect(await fresh.month.refresh(view?.date ?? '2026-11-22')).toEqual(view?.view)
}

/** Does many things in a fixed order that looks like chance, in turns on several pages. */
async function play(stores: Store[], steps: number, seed: number): Promise<void> {
  let state = seed
  const chance = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
  for (let step = 0; step < steps; step++) {
    const store = stores[chance(stores.length)] as Store
    const rows = byId(await store.people.rows())
    const person = rows[chance(rows.length)]
    const date = `2026-${String(6 + chance(6)).padStart(2, '0')}-1${chance(10)}`
    const outcome = chance(3) === 0 ? ('awaiting' as const) : null
    const kind = chance(9)
    if (!person || kind <= 1) await store.people.add(personInput(`Person Number${step}`), at())
    else if (kind <= 4)
      await store.touches.add([touchInput(person.id, { date, outcome, note: `note ${step}` })], at())
    else if (kind === 5) {
      const touch = (await store.touches.of(person.id))[0]
      const other = rows[chance(rows.length)]
      if (touch && other) await store.touches.update(touch.id, touchInput(other.id, { date, outcome }), at())
    } else if (kind === 6) {
      const touch = (await store.touches.of(person.id))[0]
      if (touch) await store.touches.remove([touch.id], at())
    } else if (kind === 7) {
      if (chance(3) === 0) await store.people.remove([person.id], at())
      // A write that fails in the middle of all the others.
      else await store.touches.add([touchInput('nobody', { date })], at()).catch(() => {})
    } else {
      const line = (await store.changes.list()).find((one) => !one.undone && one.blockedBy.length === 0)
      if (line) await store.changes.undo(line.id, at())
    }
  }
}

describe('rows, packed months and the month view', () => {
  it.each([1, 2, 3])('stay true to the records through a long day on two pages (%i)', async (seed) => {
    const name = freshName()
    await play([await open({ name }), await open({ name })], 90, seed)
    await expectDerivedToBeTrue(name)
  })

  it('stay true across chunks, and when several writes are asked for at once', async () => {
    const name = freshName()
    const [store, other] = [await open({ name }), await open({ name })]
    const people = makeLog({ people: 502, touchesPerPerson: 0, today: '2026-11-22', seed: 4 }).map(
      (made, index) => ({
        schema: 1,
        id: `p${index}`,
        ...made.input,
        createdAt: '',
        updatedAt: '',
        savedOn: made.savedOn,
      }),
    )
    const lists = { people, touches: [], marks: [], snoozes: [], profile: null }
    const text = JSON.stringify({ format: 'preround-backup', version: 1, madeAt: '', ...lists })
    await (await store.backup.preview(text)).apply('replace', at())
    await Promise.all([
      store.people.remove(['p1', 'p501'], at()),
      other.people.add(personInput('Jane Doe'), at()),
      store.people.add(personInput('Hiro Tanaka'), at()),
      other.touches.add([touchInput('p2'), touchInput('p500')], at()),
      store.people.remove(['p500'], at()),
      other.people.add(personInput('Another Person'), at()),
    ])
    await expectDerivedToBeTrue(name)
  })

  it('are made again from the records when a packed month or row was spoilt', async () => {
    const name = freshName()
    const store = await open({ name })
    const { personId } = await store.people.add(personInput('Jane Doe'), at())
    await store.touches.add([touchInput(personId, { outcome: 'awaiting', note: 'kept' })], at())
    await putRaw(name, 'touchMonths', { month: '2026-11', schema: 1, touches: [{ date: 5 }] })
    await putRaw(name, 'rows', { chunk: 1, schema: 1, rows: 'none' })
    const other = await open({ name })
    await other.touches.add([touchInput(personId, { date: '2026-10-02' })], at())
    await expectDerivedToBeTrue(name)
    expect((await other.touches.of(personId)).map((touch) => touch.note)).toContain('kept')
    await putRaw(name, 'touchMonths', { month: '2026-11', schema: 0, touches: [] })
    const third = await open({ name })
    await third.month.refresh('2026-11-23')
    await expectDerivedToBeTrue(name)
  })

  it('do not let one page write over what another page packed differently', async () => {
    const name = freshName()
    const [store, other] = [await open({ name }), await open({ name })]
    const { personId } = await store.people.add(personInput('Jane Doe'), at())
    await putRaw(name, 'rows', { chunk: 1, schema: 0, rows: [] })
    // The other page makes the rows again; what the first remembers must not count any more.
    expect(await other.people.rows()).toHaveLength(1)
    await store.touches.add([touchInput(personId)], at())
    await expectDerivedToBeTrue(name)
  })
})

import { readFileSync } from 'node:fs'
import { forceCloseDatabase } from 'fake-indexeddb'
import { openDB } from 'idb'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { emptyProfile } from '../../src/domain/profile/profile'
import { z } from '../../src/domain/z'
import { channelName } from '../../src/store/announcer'
import type { Migration } from '../../src/store/migrations/migration'
import { migrations } from '../../src/store/migrations/migrations'
import { openStore } from '../../src/store/open-store'
import { type RecordShape, readRecord, recordShapes } from '../../src/store/records'
import { storeNames } from '../../src/store/schema'
import { at, failureOf, freshName, open, personInput, putRaw, readRaw, touchInput } from './support'

/** A database as a version left it: by store, either records or `[key, record]` pairs. */
type Frozen = Record<string, { keyed?: [string, unknown][]; records?: unknown[] }>

function readFrozen(version: number): Frozen {
  const file = new URL(`../fixtures/store/v${version}.json`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8'))
}

const exercised = new Set<number>()

/** Makes a database exactly as version `version` made it, with the records frozen then. */
async function layFrozen(name: string, version: number): Promise<Frozen> {
  const frozen = readFrozen(version)
  const store = await openStore({ name, migrations: migrations.filter((one) => one.version <= version) })
  store.close()
  const db = await openDB(name)
  expect(db.version).toBe(version)
  for (const [kind, { keyed, records }] of Object.entries(frozen)) {
    for (const [key, record] of keyed ?? []) await db.put(kind, record, key)
    for (const record of records ?? []) await db.put(kind, record)
  }
  db.close()
  exercised.add(version)
  return frozen
}

describe('migrations', () => {
  it('are numbered from 1 without a gap', () => {
    expect(migrations.map((one) => one.version)).toEqual(migrations.map((_, index) => index + 1))
  })

  for (const { version } of migrations) {
    it(`bring a log of version ${version} to today, with everything in it`, async () => {
      const name = freshName()
      const frozen = await layFrozen(name, version)
      const store = await open({ name })
      expect(await store.problems()).toEqual([])
      const persons = frozen.persons?.records as { id: string; person: { names: { shown: string } } }[]
      expect(await store.people.rows()).toHaveLength(persons.length)
      for (const { id, person } of persons) {
        expect((await store.people.get(id))?.names.shown).toBe(person.names.shown)
        expect((await store.touches.of(id)).length).toBeGreaterThan(0)
      }
      expect((await store.goals.marks()).length).toBeGreaterThan(0)
      expect((await store.goals.snoozes()).length).toBeGreaterThan(0)
      expect((await store.profile.get()).name).not.toBe('')
      expect(await store.month.snapshot()).not.toBeNull()
      const line = (await store.changes.list())[0]
      await store.changes.undo(line?.id ?? '', at())
      await store.people.add(personInput('Jane Doe'), at())
      expect((await store.people.byEmail(['mgumz@lakeview.example'])).size).toBe(1)
    })
  }

  it('make every store that the schema names, and no other', async () => {
    const name = freshName()
    await open({ name })
    expect(Object.keys(await readRaw(name)).sort()).toEqual([...storeNames].sort())
  })

  it('that fail leave the log as it was, say so, and do not stand in the way of the older version', async () => {
    const name = freshName()
    const older = await openStore({ name })
    const { personId } = await older.people.add(personInput('Jane Doe'), at())
    older.close()
    const before = await readRaw(name)
    const failing: Migration = {
      version: migrations.length + 1,
      up(db) {
        db.createObjectStore('half-made')
        db.deleteObjectStore('persons')
        throw new Error('a fault of ours')
      },
    }
    const opening = openStore({ name, migrations: [...migrations, failing] })
    expect(await failureOf(opening)).toBe('error.store-upgrade-failed')
    expect(await readRaw(name)).toEqual(before)
    const again = await open({ name })
    expect(await again.people.get(personId)).not.toBeNull()
  })

  it('with a missing step stop before anything is done', async () => {
    const name = freshName()
    ;(await openStore({ name })).close()
    const gap: Migration = { version: migrations.length + 2, up: () => {} }
    expect(await failureOf(openStore({ name, migrations: [...migrations, gap] }))).toBe(
      'error.store-upgrade-failed',
    )
  })

  it('of a newer product are not opened by an older page', async () => {
    const name = freshName()
    const newer: Migration = { version: migrations.length + 1, up: () => {} }
    ;(await openStore({ name, migrations: [...migrations, newer] })).close()
    expect(await failureOf(openStore({ name }))).toBe('error.store-newer')
  })

  afterAll(() => {
    // A migration without its frozen example would pass unseen.
    expect([...exercised].sort()).toEqual(migrations.map((one) => one.version))
  })
})

describe('records of other versions', () => {
  interface Card {
    schema: 3
    name: string
    tags: string[]
  }
  const shape: RecordShape<Card> = {
    current: 3,
    schema: z.object({ schema: z.literal(3), name: z.string(), tags: z.array(z.string()) }),
    upgrades: {
      1: ({ title, ...rest }) => ({ ...rest, name: title }),
      2: (record) => ({ ...record, tags: [] }),
    },
  }

  it('are brought up step by step when they are read, and stay as they are where they lie', () => {
    const old = { schema: 1, title: 'Jane' }
    expect(readRecord(shape, old)).toEqual({ ok: true, record: { schema: 3, name: 'Jane', tags: [] } })
    expect(old).toEqual({ schema: 1, title: 'Jane' })
    expect(readRecord(shape, { schema: 2, name: 'Jane' })).toMatchObject({ ok: true })
    expect(readRecord(shape, { schema: 3, name: 'Jane', tags: ['a'] })).toMatchObject({ ok: true })
  })

  it('are refused when newer, of no version, or not whole after the steps', () => {
    const idOf = (raw: unknown) => {
      const read = readRecord(shape, raw)
      return read.ok ? 'ok' : read.why.id
    }
    expect(idOf({ schema: 4, name: 'Jane', tags: [] })).toBe('error.record-newer')
    for (const raw of [
      { name: 'Jane' },
      { schema: '3' },
      { schema: 0 },
      { schema: 1.5 },
      null,
      'card',
      { schema: 1 },
    ]) {
      expect(idOf(raw)).toBe('error.record-damaged')
    }
    const fragile = {
      ...shape,
      upgrades: {
        1: () => {
          throw new Error('odd old record')
        },
      },
    }
    expect(readRecord(fragile, { schema: 1 })).toMatchObject({ ok: false })
    expect(readRecord({ ...shape, upgrades: {} }, { schema: 2, name: 'Jane' })).toMatchObject({ ok: false })
  })

  it('have a step for every version there has been', () => {
    for (const [kind, { current, upgrades }] of Object.entries(recordShapes)) {
      const steps = Array.from({ length: current - 1 }, (_, index) => String(index + 1))
      expect(Object.keys(upgrades), kind).toEqual(steps)
    }
  })
})

describe('the connection', () => {
  it('steps aside for a newer version, tells the page, and says on the next use that the page is older', async () => {
    const name = freshName()
    const heard: string[] = []
    const store = await open({ name, onTrouble: (what) => heard.push(what.id) })
    await store.people.add(personInput('Jane Doe'), at())
    const newer: Migration = { version: migrations.length + 1, up: () => {} }
    const other = await openStore({ name, migrations: [...migrations, newer] })
    expect(heard).toEqual(['store.stepped-aside'])
    expect(await failureOf(store.people.rows())).toBe('error.store-newer')
    expect(await other.people.rows()).toHaveLength(1)
    other.close()
  })

  it('opens again on the next use after stepping aside for a deletion', async () => {
    const name = freshName()
    const store = await open({ name })
    await store.people.add(personInput('Jane Doe'), at())
    const db = await openDB(name)
    db.close()
    indexedDB.deleteDatabase(name)
    await vi.waitFor(async () => expect(await store.people.rows()).toEqual([]))
    await store.people.add(personInput('Hiro Tanaka'), at())
    expect(await store.people.rows()).toHaveLength(1)
  })

  it('tells the page when an older tab keeps it waiting, and goes on when that tab lets go', async () => {
    const name = freshName()
    ;(await openStore({ name })).close()
    // A tab that does not listen: only closing it helps.
    const stubborn = await openDB(name)
    const heard: string[] = []
    const newer: Migration = { version: migrations.length + 1, up: () => {} }
    const opening = openStore({
      name,
      migrations: [...migrations, newer],
      onTrouble: (what) => heard.push(what.id),
    })
    await vi.waitFor(() => expect(heard).toEqual(['store.blocked']))
    stubborn.close()
    ;(await opening).close()
  })

  it('opens again and tries once more when the browser closed it behind our back', async () => {
    const name = freshName()
    const store = await open({ name })
    const { personId } = await store.people.add(personInput('Jane Doe'), at())
    const original = IDBDatabase.prototype.transaction
    let failures = 1
    const spy = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
      this: IDBDatabase,
      ...args: Parameters<typeof original>
    ) {
      if (failures-- > 0) throw new DOMException('The connection is closing.', 'InvalidStateError')
      return original.apply(this, args)
    })
    await store.touches.add([touchInput(personId)], at())
    expect(await store.touches.of(personId)).toHaveLength(1)
    failures = 2
    expect(await failureOf(store.people.rows())).toBe('error.store-interrupted')
    failures = 0
    expect(await store.people.rows()).toHaveLength(1)
    spy.mockRestore()
  })

  it('opens again after the browser ended it, and tells the page', async () => {
    const name = freshName()
    const heard: string[] = []
    let raw: IDBDatabase | undefined
    const original = IDBDatabase.prototype.transaction
    const spy = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
      this: IDBDatabase,
      ...args: Parameters<typeof original>
    ) {
      raw = this
      return original.apply(this, args)
    })
    const store = await open({ name, onTrouble: (what) => heard.push(what.id) })
    await store.people.add(personInput('Jane Doe'), at())
    spy.mockRestore()
    forceCloseDatabase(raw as never)
    await vi.waitFor(() => expect(heard).toEqual(['store.interrupted']))
    expect(await store.people.rows()).toHaveLength(1)
  })

  it('that the browser refuses is said in words', async () => {
    const refusing = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('A mutation operation was attempted', 'SecurityError')
    })
    expect(await failureOf(openStore({ name: freshName() }))).toBe('error.store-unavailable')
    refusing.mockRestore()
  })

  it('without room on the device is said in words, and nothing is changed', async () => {
    const name = freshName()
    const store = await open({ name })
    const before = await readRaw(name)
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    expect(await failureOf(store.people.add(personInput('Jane Doe'), at()))).toBe('error.store-full')
    full.mockRestore()
    expect(await readRaw(name)).toEqual(before)
  })

  it('once closed stays closed', async () => {
    const store = await openStore({ name: freshName() })
    store.close()
    expect(await failureOf(store.people.rows())).toBe('error.store-closed')
  })
})

describe('announcements', () => {
  it('reach every listener of this page and of other pages after a change, and nobody after a failure', async () => {
    const name = freshName()
    const [here, there] = [await open({ name }), await open({ name })]
    let [heardHere, heardThere, heardTwice] = [0, 0, 0]
    here.subscribe(() => heardHere++)
    const stop = here.subscribe(() => heardTwice++)
    there.subscribe(() => heardThere++)
    const saved = await here.people.add(personInput('Jane Doe'), at())
    expect(heardHere).toBe(1)
    await vi.waitFor(() => expect(heardThere).toBe(1))
    stop()
    await here.changes.undo(saved.changeId, at())
    await vi.waitFor(() => expect(heardThere).toBe(2))
    expect([heardHere, heardTwice]).toEqual([2, 1])
    await failureOf(here.people.remove(['nobody'], at()))
    await there.people.add(personInput('Hiro Tanaka'), at())
    await vi.waitFor(() => expect(heardHere).toBe(3))
    await there.deleteEverything()
    await vi.waitFor(() => expect(heardHere).toBe(4))
    expect(heardThere).toBe(4)
  })

  it('survive a listener that fails', async () => {
    const silent = vi.spyOn(console, 'error').mockImplementation(() => {})
    const store = await open()
    let heard = 0
    store.subscribe(() => {
      throw new Error('a screen failed')
    })
    store.subscribe(() => heard++)
    await store.people.add(personInput('Jane Doe'), at())
    expect(heard).toBe(1)
    silent.mockRestore()
  })

  it('of the product go over one channel, those of another database over their own', () => {
    expect(channelName('preround')).toBe('preround-changes')
    expect(channelName('other')).not.toBe('preround-changes')
  })
})

describe('a profile that cannot be read', () => {
  it('is reported when asked for, and the rest of the log goes on', async () => {
    const name = freshName()
    const store = await open({ name })
    await putRaw(name, 'profile', { ...emptyProfile, schema: 1, ownEmails: 'all of them' }, 'only')
    expect(await failureOf(store.profile.get())).toBe('error.record-damaged')
    await store.people.add(personInput('Jane Doe'), at())
    expect((await store.month.refresh('2026-11-22')).people).toBe(1)
  })
})

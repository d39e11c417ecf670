import 'fake-indexeddb/auto'
import { deleteDB, openDB } from 'idb'
import { afterEach } from 'vitest'
import { parseName } from '../../src/domain/names/parse-name'
import { emptyDraft, toPersonInput } from '../../src/domain/person/draft'
import type { PersonInput } from '../../src/domain/person/person'
import type { TouchInput } from '../../src/domain/touch/touch'
import type { Moment, Store } from '../../src/store/api'
import { type OpenStoreOptions, openStore } from '../../src/store/open-store'
import type { BeforeImage } from '../../src/store/schema'

let count = 0
const opened: Store[] = []
const names: string[] = []

/** Name of a database that no other test uses. */
export function freshName(): string {
  const name = `test-${process.pid}-${++count}`
  names.push(name)
  return name
}

/** Opens a store that is closed after the test. */
export async function open(options: OpenStoreOptions = {}): Promise<Store> {
  const store = await openStore({ name: freshName(), ...options })
  opened.push(store)
  return store
}

afterEach(async () => {
  for (const store of opened.splice(0)) store.close()
  await Promise.all(names.splice(0).map((name) => deleteDB(name)))
})

let lastId = 0
/** A moment with ids of its own. */
export function at(today = '2026-11-22', time = '10:00:00'): Moment {
  return { now: `${today}T${time}-06:00`, today, newId: () => `id-${++lastId}` }
}

export function personInput(shown: string, more: Partial<PersonInput> = {}): PersonInput {
  return { ...toPersonInput(emptyDraft(parseName(shown))), ...more }
}

export function touchInput(personId: string, more: Partial<TouchInput> = {}): TouchInput {
  return {
    personId,
    date: '2026-11-20',
    zone: 'America/Chicago',
    kind: 'email',
    direction: 'out',
    templateId: '',
    note: '',
    outcome: null,
    thread: '',
    pmid: '',
    scheduled: false,
    ...more,
  }
}

/** The message id a promise fails with; `none` when it does not fail. */
export async function failureOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise
    return 'none'
  } catch (cause) {
    return (cause as { what?: { id: string } }).what?.id ?? String(cause)
  }
}

/** Everything in a database, by store and key, for comparing before and after. */
export async function readRaw(name: string): Promise<Record<string, Record<string, unknown>>> {
  const db = await openDB(name)
  const contents: Record<string, Record<string, unknown>> = {}
  for (const store of db.objectStoreNames) {
    const [keys, values] = await Promise.all([db.getAllKeys(store), db.getAll(store)])
    contents[store] = Object.fromEntries(keys.map((key, index) => [String(key), values[index]]))
  }
  db.close()
  return contents
}

/** Puts a record behind the store's back. */
export async function putRaw(name: string, store: string, value: unknown, key?: string): Promise<void> {
  const db = await openDB(name)
  await db.put(store, value, key)
  db.close()
}

/** The log itself as JSON text, without what is derived: byte for byte what undo has to bring back. */
export async function logText(name: string): Promise<string> {
  const raw = await readRaw(name)
  const kinds: BeforeImage['kind'][] = ['persons', 'touches', 'goalMarks', 'snoozes', 'profile']
  return JSON.stringify(
    kinds.map((kind) =>
      Object.entries(raw[kind] ?? {}).map(([key, value]) => [
        key,
        kind === 'persons' ? (value as { person: unknown }).person : value,
      ]),
    ),
  )
}

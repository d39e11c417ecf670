import { type Message, message } from '../domain/message'
import type { Person } from '../domain/person/person'
import { type Moment, StoreError, type Written } from './api'
import { type StoreContext, writeLog } from './context'
import { type LogMemory, takeMemory } from './memory'
import { readMeta } from './meta'
import { writeView } from './month'
import { readRecord, recordShapes } from './records'
import { entryOf, readChunks, rebuildRows, takeRoom, updateRows } from './row-chunks'
import {
  type BeforeImage,
  onlyKey,
  type PersonEntry,
  type RecordKind,
  type StoredChange,
  type WriteTx,
} from './schema'
import { updateMonths } from './touch-months'

/** How long *Recent changes* keeps a change: 30 days, in milliseconds. */
export const keptMilliseconds = 30 * 86_400_000

/** One record as it is to be after a write; null takes it out. */
export interface Edit {
  kind: RecordKind
  key: string
  after: object | null
}

/** What a write does, worked out inside its transaction. */
export interface Plan<T> {
  edits: Edit[]
  what: Message
  /** Records the change speaks of without changing them, as `<kind>/<key>`. */
  needs: string[]
  answer: T
}

/** Hears how many of how many records are written so far. What it throws takes the whole change back. */
export type HearWritten = (done: number, of: number) => void

/** Name of a record in the lists of a change. */
export function recordName(kind: RecordKind, key: string): string {
  return `${kind}/${key}`
}

/**
 * The one way to change the log. In one transaction: the records, the packed rows of the people they concern, the month
 * view, and the inverse for *Recent changes*; then every page hears of it.
 */
export async function commit<T>(
  context: StoreContext,
  moment: Moment,
  plan: (tx: WriteTx) => Promise<Plan<T>>,
  onWritten?: HearWritten,
): Promise<Written & { answer: T }> {
  const changeId = moment.newId()
  const { answer, memory } = await writeLog(context, 'strict', async (tx) => {
    const { edits, what, needs, answer } = await plan(tx)
    const { images, memory } = await applyEdits(context, tx, moment, edits, onWritten)
    const after = new Map(edits.map((edit) => [recordName(edit.kind, edit.key), edit.after]))
    const change: StoredChange = {
      id: changeId,
      seq: memory.revision,
      at: moment.now,
      time: Date.parse(moment.now),
      what,
      undone: false,
      added: [],
      changed: [],
      removed: [],
      needs,
    }
    for (const image of images) {
      const name = recordName(image.kind, image.key)
      if (image.before === null) change.added.push(name)
      else if (after.get(name) === null) change.removed.push(name)
      else change.changed.push(name)
    }
    await Promise.all([keepChange(tx, change, images), forgetBefore(tx, change.time - keptMilliseconds)])
    return { answer, memory }
  })
  context.memory = memory
  context.announcer.announce()
  return { changeId, answer }
}

/**
 * Writes records with everything that follows from them. Answers what they were before, and the memory that the caller
 * gives back to `context` once the transaction has ended well. Raises the revision.
 * Throws `StoreError` when a record was written by a newer Preround: it stays as it is.
 */
export async function applyEdits(
  context: StoreContext,
  tx: WriteTx,
  moment: Moment,
  edits: readonly Edit[],
  onWritten?: HearWritten,
): Promise<{ images: BeforeImage[]; memory: LogMemory }> {
  const meta = await readMeta(tx)
  const memory = takeMemory(context, meta.revision)
  const stored = await Promise.all(edits.map((edit) => readRaw(tx, edit.kind, edit.key)))
  const befores = edits.map((edit, index) =>
    edit.kind === 'persons' ? (stored[index] as PersonEntry | undefined)?.person : stored[index],
  )
  for (const [index, edit] of edits.entries()) refuseNewerOrThrow(edit.kind, befores[index])

  const images: BeforeImage[] = []
  const concerned = new Set<string>()
  const leftChunks = new Map<string, number>()
  const puts: Promise<unknown>[] = []
  let written = 0
  for (const [index, edit] of edits.entries()) {
    const before = befores[index]
    if (before === undefined && edit.after === null) continue
    images.push({ kind: edit.kind, key: edit.key, before: before ?? null })
    let chunk = 0
    if (edit.kind === 'persons') {
      concerned.add(edit.key)
      chunk = (stored[index] as PersonEntry | undefined)?.chunk ?? 0
      if (edit.after === null) leftChunks.set(edit.key, chunk)
      else if (before === undefined) chunk = takeRoom(meta)
    }
    if (edit.kind === 'touches') {
      for (const touch of [before, edit.after]) {
        const personId = (touch as { personId?: unknown } | null | undefined)?.personId
        if (typeof personId === 'string') concerned.add(personId)
      }
    }
    const put = writeRaw(tx, edit, chunk)
    puts.push(onWritten ? put.then(() => onWritten(++written, edits.length)) : put)
  }
  await Promise.all(puts)
  const afters = new Map(edits.map((edit) => [recordName(edit.kind, edit.key), edit.after]))
  await updateMonths(tx, memory.months, images, (image) => afters.get(recordName(image.kind, image.key)))

  meta.revision += 1
  const chunks = memory.chunks ?? (await readChunks(tx))
  memory.chunks = chunks && (await updateRows(tx, meta, chunks, concerned, leftChunks))
  const rows = memory.chunks?.flatMap((chunk) => chunk.rows) ?? (await rebuildRows(tx, meta))
  memory.revision = meta.revision
  await tx.objectStore('meta').put(meta, onlyKey)
  await writeView(tx, context.viewMaker, meta, rows, memory.months, moment.today)
  return { images, memory }
}

/** Forgets the changes made before a time in milliseconds since 1970. */
export async function forgetBefore(tx: WriteTx, time: number): Promise<void> {
  const ids = await tx.objectStore('changes').index('byTime').getAllKeys(IDBKeyRange.upperBound(time, true))
  await Promise.all(
    ids.flatMap((id) => [tx.objectStore('changes').delete(id), tx.objectStore('changeImages').delete(id)]),
  )
}

function refuseNewerOrThrow(kind: RecordKind, before: unknown): void {
  const version = (before as { schema?: unknown } | null | undefined)?.schema
  if (typeof version === 'number' && version > recordShapes[kind].current) {
    throw new StoreError(message('error.record-newer'))
  }
}

function toEntry(id: string, person: object, chunk: number): PersonEntry {
  const read = readRecord(recordShapes.persons, person)
  // A damaged record that comes back by undo is kept as it was; it can only be found by its id.
  if (!read.ok) return { id, person, emails: [], nameKey: '', pmids: [], chunk }
  return { ...entryOf(read.record as Person, chunk), person }
}

async function readRaw(tx: WriteTx, kind: RecordKind, key: string): Promise<unknown> {
  return tx.objectStore(kind).get(key)
}

/** Asynchronous throughout: a record that cannot be stored fails like a request, together with all the others. */
async function writeRaw(tx: WriteTx, edit: Edit, chunk: number): Promise<unknown> {
  if (edit.after === null) return tx.objectStore(edit.kind).delete(edit.key)
  if (edit.kind === 'persons') return tx.objectStore('persons').put(toEntry(edit.key, edit.after, chunk))
  if (edit.kind === 'profile') return tx.objectStore('profile').put(edit.after, onlyKey)
  // The record's own key path names its key.
  return tx.objectStore(edit.kind).put(edit.after as never)
}

async function keepChange(tx: WriteTx, change: StoredChange, images: BeforeImage[]): Promise<void> {
  await tx.objectStore('changes').put(change)
  await tx.objectStore('changeImages').put({ id: change.id, images })
}

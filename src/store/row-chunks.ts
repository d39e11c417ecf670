import { nameKey } from '../domain/names/compare-names'
import type { Person } from '../domain/person/person'
import type { PersonRow } from '../domain/person/person-row'
import { isSoundRow, rowOf, rowVersion, summarizeTouches, type TouchSummary } from '../domain/person/row'
import { readRecord, readRecords, recordShapes } from './records'
import type { AnyTx, PersonEntry, RowChunk, StoredMeta, WriteTx } from './schema'

/** Rows a chunk holds at most: measured as the size where reading all and changing one are both quick. */
export const chunkCapacity = 500

/** The record of a person together with the values it is found by. */
export function entryOf(person: Person, chunk: number): PersonEntry {
  return {
    id: person.id,
    person,
    emails: unique(person.emails.map((email) => email.address.toLowerCase())),
    nameKey: nameKey(person.names),
    pmids: unique(person.publications.map((publication) => publication.pmid).filter((pmid) => pmid !== '')),
    chunk,
  }
}

/** Every touch of a person: one look-up by index. */
export async function readTouchesOf(tx: AnyTx, personId: string): Promise<unknown[]> {
  return tx
    .objectStore('touches')
    .index('byPerson')
    .getAll(IDBKeyRange.bound([personId], [personId, []]))
}

async function summaryOf(tx: AnyTx, personId: string): Promise<TouchSummary> {
  return summarizeTouches(readRecords(recordShapes.touches, await readTouchesOf(tx, personId)))
}

/** True when every row of the chunk can be read as it is. */
function isSoundChunk(chunk: RowChunk): boolean {
  return chunk.schema === rowVersion && Array.isArray(chunk.rows) && chunk.rows.every(isSoundRow)
}

/** All chunks of rows, or null when some row cannot be read and all have to be made again. */
export async function readChunks(tx: AnyTx): Promise<RowChunk[] | null> {
  const chunks = await tx.objectStore('rows').getAll()
  return chunks.every(isSoundChunk) ? chunks : null
}

/** The row of one person in their chunk; null when there is none, or the chunk cannot be read as it is. */
export function findRow(chunk: RowChunk | undefined, personId: string): PersonRow | null {
  const row = chunk?.schema === rowVersion ? chunk.rows.find((one) => one.id === personId) : undefined
  return isSoundRow(row) ? row : null
}

/**
 * Makes every row again from the people and their touches. A person who cannot be read gets no row. Raises the revision:
 * rows may move to other chunks, and what another page remembers of them counts no more. The caller stores `meta`.
 */
export async function rebuildRows(tx: WriteTx, meta: StoredMeta): Promise<PersonRow[]> {
  const persons = tx.objectStore('persons')
  const entries = await persons.getAll()
  const rows: PersonRow[] = []
  const puts: Promise<unknown>[] = [tx.objectStore('rows').clear()]
  meta.chunkSizes = {}
  meta.revision += 1
  for (const entry of entries) {
    const read = readRecord(recordShapes.persons, entry.person)
    if (!read.ok) {
      if (entry.chunk !== 0) puts.push(persons.put({ ...entry, chunk: 0 }))
      continue
    }
    const chunk = Math.floor(rows.length / chunkCapacity) + 1
    rows.push(rowOf(read.record, await summaryOf(tx, entry.id)))
    puts.push(persons.put(entryOf(read.record, chunk)))
  }
  for (let start = 0, chunk = 1; start < rows.length; start += chunkCapacity, chunk++) {
    const part = rows.slice(start, start + chunkCapacity)
    meta.chunkSizes[chunk] = part.length
    puts.push(tx.objectStore('rows').put({ chunk, schema: rowVersion, rows: part }))
  }
  await Promise.all(puts)
  return rows
}

/**
 * Brings the rows of these people up to date with the records already written in this transaction, and answers all chunks.
 * `stored` are all chunks as they were; `meta` is changed, and the caller stores it. `leftChunks` names the chunk of each
 * person who was taken out. Only chunks with a changed row are written.
 */
export async function updateRows(
  tx: WriteTx,
  meta: StoredMeta,
  stored: readonly RowChunk[],
  personIds: Iterable<string>,
  leftChunks: ReadonlyMap<string, number>,
): Promise<RowChunk[]> {
  const chunks = new Map(stored.map((chunk) => [chunk.chunk, chunk]))
  const touched = new Set<RowChunk>()
  const take = (number: number): RowChunk => {
    const chunk = chunks.get(number) ?? { chunk: number, schema: rowVersion, rows: [] }
    chunks.set(number, chunk)
    touched.add(chunk)
    return chunk
  }
  const puts: Promise<unknown>[] = []
  // Asked for all at once: a restore concerns thousands, and waiting for each in turn would take seconds.
  const concerned = await Promise.all([...personIds].map((id) => readConcerned(tx, id)))
  for (const { id, entry, summary } of concerned) {
    const at = entry?.chunk || leftChunks.get(id) || 0
    const read = entry ? readRecord(recordShapes.persons, entry.person) : null
    if (entry && read?.ok) {
      const row = rowOf(read.record, summary)
      const number = at || takeRoom(meta)
      const chunk = take(number)
      const place = at ? chunk.rows.findIndex((one) => one.id === id) : -1
      if (place === -1) chunk.rows.push(row)
      else chunk.rows[place] = row
      if (entry.chunk !== number) puts.push(tx.objectStore('persons').put({ ...entry, chunk: number }))
      meta.chunkSizes[number] = chunk.rows.length
    } else if (at) {
      const chunk = take(at)
      chunk.rows = chunk.rows.filter((one) => one.id !== id)
      meta.chunkSizes[at] = chunk.rows.length
      if (entry) puts.push(tx.objectStore('persons').put({ ...entry, chunk: 0 }))
    }
  }
  for (const chunk of touched) {
    if (chunk.rows.length > 0) puts.push(tx.objectStore('rows').put(chunk))
    else {
      delete meta.chunkSizes[chunk.chunk]
      chunks.delete(chunk.chunk)
      puts.push(tx.objectStore('rows').delete(chunk.chunk))
    }
  }
  await Promise.all(puts)
  return [...chunks.values()]
}

async function readConcerned(
  tx: AnyTx,
  id: string,
): Promise<{ id: string; entry: PersonEntry | undefined; summary: TouchSummary }> {
  const [entry, summary] = await Promise.all([tx.objectStore('persons').get(id), summaryOf(tx, id)])
  return { id, entry, summary }
}

/** Takes a place for one more row: in the first chunk with room, else in a new one. `meta` is changed. */
export function takeRoom(meta: StoredMeta): number {
  const numbers = Object.keys(meta.chunkSizes).map(Number)
  const roomy = numbers.find((number) => (meta.chunkSizes[number] ?? 0) < chunkCapacity)
  const number = roomy ?? Math.max(0, ...numbers) + 1
  meta.chunkSizes[number] = (meta.chunkSizes[number] ?? 0) + 1
  return number
}

function unique(values: string[]): string[] {
  return [...new Set(values)]
}

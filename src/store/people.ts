import { message } from '../domain/message'
import { type Person, personInputSchema } from '../domain/person/person'
import type { PersonRow } from '../domain/person/person-row'
import { type Store, StoreError } from './api'
import { commit, type Edit, recordName } from './commit'
import { readLog, type StoreContext, writeLog } from './context'
import { makeFinder } from './find-known'
import { readMeta } from './meta'
import { joinPersonOrThrow, makePersonOrThrow, withTimes } from './person-records'
import { checkInputOrThrow, readRecord, readRecordOrThrow, recordShapes } from './records'
import { readChunks, readTouchesOf, rebuildRows } from './row-chunks'
import { makeSaveMany } from './save-many'
import { type AnyTx, onlyKey, type PersonEntry, type WriteTx } from './schema'

/** The people of the log. */
export function makePeople(context: StoreContext): Store['people'] {
  return {
    get(id) {
      return readLog(context, async (tx) => {
        const entry = await tx.objectStore('persons').get(id)
        return entry ? readRecordOrThrow<Person>(recordShapes.persons, entry.person) : null
      })
    },
    rows: () => readAllRows(context),
    byEmail: (addresses) => readLog(context, (tx) => findByEmail(tx, addresses)),
    known: (query) => readLog(context, (tx) => makeFinder(tx)(query)),
    knownMany: (queries) =>
      readLog(context, (tx) => {
        const find = makeFinder(tx)
        return Promise.all(queries.map(find))
      }),

    async add(input, moment) {
      const checked = checkInputOrThrow(personInputSchema, input)
      const personId = moment.newId()
      const { changeId } = await commit(context, moment, async (tx) => {
        // An id that is taken would replace somebody: ids are random, so this is a fault of the caller.
        if (await tx.objectStore('persons').get(personId)) throw new StoreError(message('error.unexpected'))
        const person = makePersonOrThrow(personId, checked, moment)
        return {
          edits: [{ kind: 'persons', key: personId, after: person }],
          what: message('change.person-saved', { name: person.names.shown }),
          needs: [],
          answer: null,
        }
      })
      return { changeId, personId }
    },

    async update(id, input, moment) {
      const checked = checkInputOrThrow(personInputSchema, input)
      const { changeId } = await commit(context, moment, async (tx) => {
        const person = await readPersonOrThrow(tx, id)
        const next = { ...person, ...withTimes(checked, moment), updatedAt: moment.now }
        return {
          edits: [{ kind: 'persons', key: id, after: next }],
          what: message('change.person-updated', { name: next.names.shown }),
          needs: [],
          answer: null,
        }
      })
      return { changeId }
    },

    async merge(id, input, moment, { isSaidSame = false } = {}) {
      const checked = checkInputOrThrow(personInputSchema, input)
      const { changeId } = await commit(context, moment, async (tx) => {
        const person = await readPersonOrThrow(tx, id)
        const next = joinPersonOrThrow(person, checked, moment, isSaidSame)
        return {
          edits: [{ kind: 'persons', key: id, after: next }],
          what: message('change.person-merged', { name: next.names.shown }),
          needs: [],
          answer: null,
        }
      })
      return { changeId }
    },

    saveMany: makeSaveMany(context),

    async remove(ids, moment) {
      const { changeId } = await commit(context, moment, async (tx) => {
        const edits: Edit[] = []
        const names: string[] = []
        for (const id of new Set(ids)) {
          const entry = await tx.objectStore('persons').get(id)
          if (!entry) continue
          edits.push({ kind: 'persons', key: id, after: null })
          for (const touch of await readTouchesOf(tx, id)) {
            edits.push({ kind: 'touches', key: (touch as { id: string }).id, after: null })
          }
          if (await tx.objectStore('snoozes').get(id)) edits.push({ kind: 'snoozes', key: id, after: null })
          for (const kind of ['letters', 'remarks'] as const) {
            for (const record of await tx.objectStore(kind).getAll()) {
              // Where a rotation, an event or a tie names them as one of several, the name just goes blank.
              if ((record as { personId?: unknown }).personId === id)
                edits.push({ kind, key: record.id, after: null })
            }
          }
          const read = readRecord(recordShapes.persons, entry.person)
          names.push(read.ok ? read.record.names.shown : '')
        }
        if (names.length === 0) throw new StoreError(message('error.person-gone'))
        const only = names.length === 1 ? names[0] : undefined
        return {
          edits,
          what: only
            ? message('change.person-removed', { name: only })
            : message('change.people-removed', { count: names.length }),
          needs: [],
          answer: null,
        }
      })
      return { changeId }
    },
  }
}

/** The person of an id inside a transaction. Throws `StoreError` when there is none, or it cannot be read. */
export async function readPersonOrThrow(tx: AnyTx, id: string): Promise<Person> {
  const entry = await tx.objectStore('persons').get(id)
  if (!entry) throw new StoreError(message('error.person-gone'))
  return readRecordOrThrow<Person>(recordShapes.persons, entry.person)
}

/** Names a person's record in the list of what a change needs. */
export function personName(id: string): string {
  return recordName('persons', id)
}

/** All rows; made again first when some cannot be read. */
async function readAllRows(context: StoreContext): Promise<PersonRow[]> {
  const chunks = await readLog(context, readChunks)
  if (chunks) return chunks.flatMap((chunk) => chunk.rows)
  return writeLog(context, 'relaxed', async (tx: WriteTx) => {
    const meta = await readMeta(tx)
    const rows = await rebuildRows(tx, meta)
    await tx.objectStore('meta').put(meta, onlyKey)
    return rows
  })
}

async function findByEmail(tx: AnyTx, addresses: readonly string[]): Promise<Map<string, Person[]>> {
  const found = new Map<string, Person[]>()
  const wanted = [...new Set(addresses.map((address) => address.toLowerCase()))]
  const index = tx.objectStore('persons').index('byEmail')
  const lists = await Promise.all(wanted.map((address) => index.getAll(address)))
  for (const [place, entries] of lists.entries()) {
    const people = readPeople(entries)
    if (people.length > 0) found.set(wanted[place] as string, people)
  }
  return found
}

function readPeople(entries: readonly PersonEntry[]): Person[] {
  return entries.flatMap((entry) => {
    const read = readRecord<Person>(recordShapes.persons, entry.person)
    return read.ok ? [read.record] : []
  })
}

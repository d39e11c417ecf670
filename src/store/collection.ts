import { message } from '../domain/message'
import { type Collection, StoreError } from './api'
import { commit } from './commit'
import { readLog, type StoreContext } from './context'
import { checkInputOrThrow, type RecordShape, readRecord, readRecords } from './records'
import type { AnyTx, RoadKind } from './schema'

/** What makes one kind of records its own. */
export interface CollectionParts<T> {
  kind: RoadKind
  shape: RecordShape<T>
  /** What *Recent changes* says, as catalogue ids. */
  says: { added: string; changed: string; removed: string; many: string }
  /** What *Recent changes* calls a record; may look into the transaction. */
  nameOf: (record: T, tx: AnyTx) => string | Promise<string>
  /** The people it speaks of, so that a change that would take its ground away is seen. */
  personIdsOf: (record: T) => readonly string[]
}

/** A collection of the road: records of one kind, looked up by id. */
export function makeCollection<T extends { id: string; schema: 1 }>(
  context: StoreContext,
  { kind, shape, says, nameOf, personIdsOf }: CollectionParts<T>,
): Collection<T> {
  return {
    list: () => readLog(context, async (tx) => readRecords<T>(shape, await tx.objectStore(kind).getAll())),

    get: (id) =>
      readLog(context, async (tx) => {
        const raw = await tx.objectStore(kind).get(id)
        if (raw === undefined) return null
        const read = readRecord<T>(shape, raw)
        if (!read.ok) throw new StoreError(read.why)
        return read.record
      }),

    async put(id, input, moment) {
      const key = id ?? moment.newId()
      const record = checkInputOrThrow<T>(shape.schema, { ...input, schema: shape.current, id: key })
      const { changeId } = await commit(context, moment, async (tx) => {
        const before = await tx.objectStore(kind).get(key)
        // An id that is taken would replace another record: ids are random, so this is a fault of the caller.
        if (id === null && before !== undefined) throw new StoreError(message('error.unexpected'))
        return {
          edits: [{ kind, key, after: record }],
          what: message(before === undefined ? says.added : says.changed, {
            name: await nameOf(record, tx),
          }),
          needs: personIdsOf(record).map((personId) => `persons/${personId}`),
          answer: null,
        }
      })
      return { changeId, id: key }
    },

    async putMany(records, moment) {
      const checked = records.map((record) => checkInputOrThrow<T>(shape.schema, record))
      const { changeId } = await commit(context, moment, async () => ({
        edits: checked.map((record) => ({ kind, key: record.id, after: record })),
        what: message(says.many, { count: checked.length }),
        needs: [],
        answer: null,
      }))
      return { changeId }
    },

    async remove(ids, moment) {
      const { changeId } = await commit(context, moment, async (tx) => {
        const found: { id: string; name: string }[] = []
        for (const id of new Set(ids)) {
          const raw = await tx.objectStore(kind).get(id)
          if (raw === undefined) continue
          const read = readRecord<T>(shape, raw)
          found.push({ id, name: read.ok ? await nameOf(read.record, tx) : '' })
        }
        if (found.length === 0) throw new StoreError(message('error.record-gone'))
        return {
          edits: found.map(({ id }) => ({ kind, key: id, after: null })),
          what: message(says.removed, {
            name: found
              .map(({ name }) => name)
              .join(', ')
              .slice(0, 200),
          }),
          needs: [],
          answer: null,
        }
      })
      return { changeId }
    },
  }
}

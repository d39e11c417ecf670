import { message } from '../domain/message'
import { type Touch, touchInputSchema, touchSchema } from '../domain/touch/touch'
import { type Store, StoreError } from './api'
import { commit, type Edit } from './commit'
import { readLog, type StoreContext } from './context'
import { personName, readPersonOrThrow } from './people'
import { checkInputOrThrow, readRecord, readRecordOrThrow, readRecords, recordShapes } from './records'
import { readTouchesOf } from './row-chunks'
import type { AnyTx } from './schema'

/** The touches of the log. */
export function makeTouches(context: StoreContext): Store['touches'] {
  return {
    of: (personId) =>
      readLog(context, async (tx) => {
        const touches = readRecords<Touch>(recordShapes.touches, await readTouchesOf(tx, personId))
        return touches.sort(compareNewestFirst)
      }),

    get: (id) =>
      readLog(context, async (tx) => {
        const raw = await tx.objectStore('touches').get(id)
        return raw ? readRecordOrThrow<Touch>(recordShapes.touches, raw) : null
      }),

    awaiting: (personIds) =>
      readLog(context, async (tx) => {
        const index = tx.objectStore('touches').index('byOutcome')
        const lists = await Promise.all([...new Set(personIds)].map((id) => index.getAll(['awaiting', id])))
        return readRecords<Touch>(recordShapes.touches, lists.flat()).sort(compareNewestFirst)
      }),

    async add(inputs, moment) {
      const touches = inputs.map((input) =>
        checkInputOrThrow(touchSchema, {
          schema: 1,
          id: moment.newId(),
          ...checkInputOrThrow(touchInputSchema, input),
          createdAt: moment.now,
        }),
      )
      if (touches.length === 0) throw new StoreError(message('error.input-invalid', { field: 'touches' }))
      const personIds = [...new Set(touches.map((touch) => touch.personId))]
      const { changeId } = await commit(context, moment, async (tx) => {
        const people = await Promise.all(personIds.map((id) => readPersonOrThrow(tx, id)))
        const edits: Edit[] = touches.map((touch) => ({ kind: 'touches', key: touch.id, after: touch }))
        const only = people.length === 1 ? people[0] : undefined
        return {
          edits,
          what: only
            ? message('change.touch-logged', { name: only.names.shown })
            : message('change.touches-logged', { count: people.length }),
          needs: personIds.map(personName),
          answer: null,
        }
      })
      return { changeId, touchIds: touches.map((touch) => touch.id) }
    },

    async update(id, input, moment) {
      const checked = checkInputOrThrow(touchInputSchema, input)
      const { changeId } = await commit(context, moment, async (tx) => {
        const raw = await tx.objectStore('touches').get(id)
        if (!raw) throw new StoreError(message('error.touch-gone'))
        const touch = readRecordOrThrow<Touch>(recordShapes.touches, raw)
        const person = await readPersonOrThrow(tx, checked.personId)
        return {
          edits: [{ kind: 'touches', key: id, after: { ...touch, ...checked } }],
          what: message('change.touch-updated', { name: person.names.shown }),
          needs: [...new Set([touch.personId, checked.personId])].map(personName),
          answer: null,
        }
      })
      return { changeId }
    },

    async remove(ids, moment) {
      const { changeId } = await commit(context, moment, async (tx) => {
        const edits: Edit[] = []
        const personIds = new Set<string>()
        for (const id of new Set(ids)) {
          const raw = await tx.objectStore('touches').get(id)
          if (!raw) continue
          edits.push({ kind: 'touches', key: id, after: null })
          personIds.add(raw.personId)
        }
        if (edits.length === 0) throw new StoreError(message('error.touch-gone'))
        const [firstId = ''] = personIds
        const name = personIds.size === 1 ? await readShownName(tx, firstId) : ''
        return {
          edits,
          what: name
            ? message('change.touch-removed', { name, count: edits.length })
            : message('change.touches-removed', { count: edits.length }),
          needs: [...personIds].map(personName),
          answer: null,
        }
      })
      return { changeId }
    },
  }
}

async function readShownName(tx: AnyTx, personId: string): Promise<string> {
  const entry = await tx.objectStore('persons').get(personId)
  const read = entry ? readRecord(recordShapes.persons, entry.person) : null
  return read?.ok ? read.record.names.shown : ''
}

function compareNewestFirst(a: Touch, b: Touch): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1
  return a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0
}

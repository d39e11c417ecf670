import { message } from '../domain/message'
import { type ChangeLine, type Store, StoreError } from './api'
import { applyEdits, type Edit, forgetBefore, keptMilliseconds } from './commit'
import { readLog, type StoreContext, writeLog } from './context'
import type { StoredChange } from './schema'

/** *Recent changes*: what was done, and the way back. */
export function makeChanges(context: StoreContext): Store['changes'] {
  return {
    list: () =>
      readLog(context, async (tx) => {
        const changes = await tx.objectStore('changes').index('bySeq').getAll()
        return toLines(changes)
      }),

    async undo(changeId, moment) {
      const memory = await writeLog(context, 'strict', async (tx) => {
        const change = await tx.objectStore('changes').get(changeId)
        const stored = await tx.objectStore('changeImages').get(changeId)
        if (change?.undone) throw new StoreError(message('change.already-undone'))
        if (!change || !stored) throw new StoreError(message('change.forgotten'))
        const later = await tx
          .objectStore('changes')
          .index('bySeq')
          .getAll(IDBKeyRange.lowerBound(change.seq, true))
        const count = later.filter((other) => !other.undone && standsOn(other, change)).length
        if (count > 0) throw new StoreError(message('change.changed-since', { count }))
        const edits = stored.images.map(
          (image): Edit => ({ kind: image.kind, key: image.key, after: image.before as object | null }),
        )
        const applied = await applyEdits(context, tx, moment, edits)
        await Promise.all([
          tx.objectStore('changes').put({ ...change, undone: true }),
          tx.objectStore('changeImages').delete(changeId),
        ])
        return applied.memory
      })
      context.memory = memory
      context.announcer.announce()
    },

    async prune(moment) {
      await writeLog(context, 'relaxed', (tx) => forgetBefore(tx, Date.parse(moment.now) - keptMilliseconds))
    },
  }
}

/**
 * True when taking `earlier` back would pull the ground from under `later`: both touched one record, `later` speaks of a
 * record that `earlier` made, or `later` took out what `earlier` speaks of.
 */
function standsOn(later: StoredChange, earlier: StoredChange): boolean {
  const mine = new Set([...earlier.added, ...earlier.changed, ...earlier.removed])
  if ([...later.added, ...later.changed, ...later.removed].some((name) => mine.has(name))) return true
  const made = new Set(earlier.added)
  if (later.needs.some((name) => made.has(name))) return true
  const needed = new Set(earlier.needs)
  return later.removed.some((name) => needed.has(name))
}

/** Newest first, each with the later changes that have to be taken back before it. */
function toLines(changes: readonly StoredChange[]): ChangeLine[] {
  // The names are gathered from the newest backwards, so that each change is compared with one map, not with all others.
  const touchedBy = new Map<string, string[]>()
  const neededBy = new Map<string, string[]>()
  const removedBy = new Map<string, string[]>()
  const note = (map: Map<string, string[]>, name: string, id: string) => {
    map.set(name, [...(map.get(name) ?? []), id])
  }
  const order = new Map(changes.map((change) => [change.id, change.seq]))
  const lines: ChangeLine[] = []
  for (const change of [...changes].reverse()) {
    const touched = [...change.added, ...change.changed, ...change.removed]
    const blockers = new Set<string>()
    const block = (ids: readonly string[] | undefined) => {
      for (const id of ids ?? []) blockers.add(id)
    }
    if (!change.undone) {
      for (const name of touched) block(touchedBy.get(name))
      for (const name of change.added) block(neededBy.get(name))
      for (const name of change.needs) block(removedBy.get(name))
      for (const name of touched) note(touchedBy, name, change.id)
      for (const name of change.needs) note(neededBy, name, change.id)
      for (const name of change.removed) note(removedBy, name, change.id)
    }
    lines.push({
      id: change.id,
      at: change.at,
      what: change.what,
      undone: change.undone,
      blockedBy: [...blockers].sort((a, b) => (order.get(b) ?? 0) - (order.get(a) ?? 0)),
    })
  }
  return lines
}

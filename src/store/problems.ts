import type { Message } from '../domain/message'
import { recordName } from './commit'
import { readLog, type StoreContext } from './context'
import { type ReadResult, readRecord, recordShapes } from './records'
import { onlyKey } from './schema'

/** Every record that cannot be read, and why. */
export function listProblems(context: StoreContext): Promise<{ where: string; why: Message }[]> {
  return readLog(context, async (tx) => {
    const [persons, touches, goalMarks, snoozes, profile] = await Promise.all([
      tx.objectStore('persons').getAll(),
      tx.objectStore('touches').getAll(),
      tx.objectStore('goalMarks').getAll(),
      tx.objectStore('snoozes').getAll(),
      tx.objectStore('profile').get(onlyKey),
    ])
    const all = [
      ...persons.map((entry) => ['persons', entry.id, entry.person] as const),
      ...touches.map((touch) => ['touches', touch.id, touch] as const),
      ...goalMarks.map((mark) => ['goalMarks', mark.id, mark] as const),
      ...snoozes.map((snooze) => ['snoozes', snooze.personId, snooze] as const),
      ...(profile === undefined ? [] : [['profile', onlyKey, profile] as const]),
    ]
    return all.flatMap(([kind, key, raw]) => {
      const read: ReadResult<object> = readRecord<object>(recordShapes[kind], raw)
      return read.ok ? [] : [{ where: recordName(kind, key), why: read.why }]
    })
  })
}

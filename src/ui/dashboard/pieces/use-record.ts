import { useCallback, useRef } from 'preact/hooks'
import { message } from '../../../domain/message'
import { type Collection, StoreError } from '../../../store/api'
import { sayError } from '../../shared/words/say-message'
import type { PageTools } from '../doors'

/** Ways to change one record. Both say `text` at the foot, with an *Undo*. */
export interface RecordEdits<T> {
  /** For forms: throws what went wrong. */
  edit: (change: (record: T) => T, text: string) => Promise<void>
  /** For buttons and ticks: says what went wrong at the foot, and answers false. */
  tryEdit: (change: (record: T) => T, text: string) => Promise<boolean>
}

/**
 * Changes one record as it stands in the log at that moment, one change after the other: two quick clicks, or another
 * tab, never take each other's work away.
 */
export function useRecord<T extends { id: string; schema: 1 }>(
  { doors, note }: PageTools,
  collection: Collection<T>,
  id: string,
): RecordEdits<T> {
  const last = useRef<Promise<unknown>>(Promise.resolve())
  const edit = useCallback(
    (change: (record: T) => T, text: string) => {
      const turn = last.current.then(async () => {
        const record = await collection.get(id)
        if (!record) throw new StoreError(message('error.record-gone'))
        const { changeId } = await collection.put(id, change(record), doors.momentNow())
        note(text, changeId)
      })
      // A failure is told to whoever asked, and does not stop the next change.
      last.current = turn.catch(() => undefined)
      return turn
    },
    [collection, id, doors, note],
  )
  const tryEdit = useCallback(
    async (change: (record: T) => T, text: string) => {
      try {
        await edit(change, text)
        return true
      } catch (error) {
        note(sayError(error))
        return false
      }
    },
    [edit, note],
  )
  return { edit, tryEdit }
}

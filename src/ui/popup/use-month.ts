import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { SeedEdit } from '../../domain/edits/seed-edit'
import type { Goal } from '../../domain/goals/goal'
import type { MonthView } from '../../domain/goals/month-view'
import type { Message } from '../../domain/message'
import type { Store } from '../../store/api'
import type { PopupDoors } from './doors'

export interface Month {
  store: Store | null
  /** The stored view at first, today's as soon as it is made; null until one is there. */
  view: MonthView | null
  /** What the student changed of the product's words: it is painted with the view, so that no title changes under the eye. */
  edits: readonly SeedEdit[]
  /** The roadmap's goals: there before the view is. */
  goals: readonly Goal[]
  /** Why there is no log; null while all is well. */
  error: Message | null
}

/** Opens the log, paints what was stored, then keeps the view of today up to date, past midnight too. */
export function useMonth(doors: PopupDoors): Month {
  const [month, setMonth] = useState<Month>({ store: null, view: null, edits: [], goals: [], error: null })
  const asked = useRef(0)

  const refresh = useCallback(
    async (store: Store) => {
      asked.current += 1
      const turn = asked.current
      try {
        const [view, edits] = await Promise.all([
          store.month.refresh(doors.momentNow().today),
          store.road.seedEdits.list(),
        ])
        // A slower answer to an earlier question must not overwrite a later one.
        if (turn === asked.current) setMonth((before) => ({ ...before, view, edits, error: null }))
      } catch (error) {
        if (turn === asked.current) setMonth((before) => ({ ...before, error: toMessage(error) }))
      }
    },
    [doors],
  )

  useEffect(() => {
    let isGone = false
    let store: Store | null = null
    let unsubscribe = () => {}
    let midnight: ReturnType<typeof setTimeout> | undefined
    const waitForMidnight = (opened: Store) => {
      midnight = setTimeout(() => {
        void refresh(opened)
        waitForMidnight(opened)
      }, doors.untilTomorrow() + 500)
    }
    const start = async () => {
      try {
        const loading = doors.loadGoals()
        store = await doors.openStore((error) => {
          if (!isGone) setMonth((before) => ({ ...before, error }))
        })
        if (isGone) return store.close()
        const opened = store
        const [view, edits, goals] = await Promise.all([
          opened.month.snapshot(),
          opened.road.seedEdits.list(),
          loading,
        ])
        if (isGone) return
        setMonth({ store: opened, view, edits, goals, error: null })
        unsubscribe = opened.subscribe(() => void refresh(opened))
        waitForMidnight(opened)
        await refresh(opened)
      } catch (error) {
        if (!isGone) setMonth((before) => ({ ...before, error: toMessage(error) }))
      }
    }
    void start()
    return () => {
      isGone = true
      unsubscribe()
      clearTimeout(midnight)
      store?.close()
    }
  }, [doors, refresh])

  return month
}

function toMessage(error: unknown): Message {
  console.error(error)
  const what = (error as { what?: Message } | null)?.what
  return what ?? { id: 'error.store-unavailable', params: {} }
}

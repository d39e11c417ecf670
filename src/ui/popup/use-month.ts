import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { MonthView } from '../../domain/goals/month-view'
import type { Message } from '../../domain/message'
import type { Store } from '../../store/api'
import type { PopupDoors } from './doors'

export interface Month {
  store: Store | null
  /** The stored view at first, today's as soon as it is made; null until one is there. */
  view: MonthView | null
  /** Why there is no log; null while all is well. */
  error: Message | null
}

/** Opens the log, paints what was stored, then keeps the view of today up to date, past midnight too. */
export function useMonth(doors: PopupDoors): Month {
  const [month, setMonth] = useState<Month>({ store: null, view: null, error: null })
  const asked = useRef(0)

  const refresh = useCallback(
    async (store: Store) => {
      asked.current += 1
      const turn = asked.current
      try {
        const view = await store.month.refresh(doors.momentNow().today)
        // A slower answer to an earlier question must not overwrite a later one.
        if (turn === asked.current) setMonth((before) => ({ ...before, view, error: null }))
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
        store = await doors.openStore((error) => {
          if (!isGone) setMonth((before) => ({ ...before, error }))
        })
        if (isGone) return store.close()
        const opened = store
        const view = await opened.month.snapshot()
        if (isGone) return
        setMonth({ store: opened, view, error: null })
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

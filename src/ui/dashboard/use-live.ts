import { useEffect, useState } from 'preact/hooks'
import type { Store } from '../../store/api'

/** What was loaded; `undefined` until the first answer. */
export interface Live<T> {
  value: T | undefined
  error: unknown
}

/** Loads something of the log, and again whenever the log changes or `key` does. */
export function useLive<T>(store: Store, key: string, load: () => Promise<T>): Live<T> {
  const [live, setLive] = useState<Live<T> & { key: string }>({ key, value: undefined, error: null })
  useEffect(() => {
    let turn = 0
    let isGone = false
    const ask = async () => {
      turn += 1
      const mine = turn
      try {
        const value = await load()
        if (!isGone && mine === turn) setLive({ key, value, error: null })
      } catch (error) {
        if (!isGone && mine === turn) setLive((before) => ({ ...before, key, error }))
      }
    }
    void ask()
    const stop = store.subscribe(() => void ask())
    return () => {
      isGone = true
      stop()
    }
    // `load` is made anew at each drawing; `key` says when it means something else.
  }, [store, key])
  return live.key === key ? live : { value: undefined, error: null }
}

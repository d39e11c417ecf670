import { useEffect, useState } from 'preact/hooks'

/**
 * A value of the log as the student just chose it, shown at once: the log is read again a moment later, and drawing its
 * older value meanwhile would make a tick blink. `save` answers false when nothing was saved; then the log's value shows.
 */
export function useWish<T>(
  value: T,
  save: (value: T) => Promise<boolean>,
): [shown: T, choose: (value: T) => void] {
  const [wish, setWish] = useState<{ value: T } | null>(null)
  useEffect(() => setWish(null), [value])
  const choose = (chosen: T) => {
    setWish({ value: chosen })
    void save(chosen).then((isSaved) => {
      if (!isSaved) setWish(null)
    })
  }
  return [wish ? wish.value : value, choose]
}

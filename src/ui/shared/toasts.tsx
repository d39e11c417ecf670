import type { JSX } from 'preact'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { Icon } from './icon'
import { common } from './words/en'
import { sayError } from './words/say-message'

/** A toast stays this long (ms) after pointer and focus have left it. */
export const toastStays = 12_000
const mostToasts = 3

interface ToastNote {
  key: number
  text: string
  undo: (() => Promise<void>) | null
}

export interface Toasts {
  notes: readonly ToastNote[]
  /** Shows a line; with `undo`, a button that takes back what was done. */
  show(text: string, undo?: () => Promise<void>): void
  remove(key: number): void
}

/** The notes at the foot of a page. Draw them with `ToastShelf`. */
export function useToasts(): Toasts {
  const [notes, setNotes] = useState<readonly ToastNote[]>([])
  const next = useRef(0)
  const show = useCallback((text: string, undo?: () => Promise<void>) => {
    next.current += 1
    const note = { key: next.current, text, undo: undo ?? null }
    setNotes((before) => [...before, note].slice(-mostToasts))
  }, [])
  const remove = useCallback((key: number) => {
    setNotes((before) => before.filter((note) => note.key !== key))
  }, [])
  return { notes, show, remove }
}

/** A live region: its lines are read out when they come. */
export function ToastShelf(props: { toasts: Toasts }): JSX.Element {
  const { notes, show, remove } = props.toasts
  return (
    <div class="toasts" role="status">
      {notes.map((note) => (
        <Toast
          key={note.key}
          note={note}
          onGone={() => remove(note.key)}
          onUndo={async () => {
            remove(note.key)
            try {
              await note.undo?.()
              show(common.undone)
            } catch (error) {
              show(sayError(error))
            }
          }}
        />
      ))}
    </div>
  )
}

function Toast(props: { note: ToastNote; onGone: () => void; onUndo: () => void }): JSX.Element {
  const [isHovered, setHovered] = useState(false)
  const [isFocused, setFocused] = useState(false)
  const gone = useRef(props.onGone)
  gone.current = props.onGone
  useEffect(() => {
    if (isHovered || isFocused) return
    const timer = setTimeout(() => gone.current(), toastStays)
    return () => clearTimeout(timer)
  }, [isHovered, isFocused])
  return (
    <div
      class="toast"
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onFocusIn={() => setFocused(true)}
      onFocusOut={() => setFocused(false)}
    >
      <span class="toast-text">{props.note.text}</span>
      {props.note.undo && (
        <button type="button" class="toast-undo" onClick={props.onUndo}>
          {common.undo}
        </button>
      )}
      <button type="button" class="toast-close" aria-label={common.dismiss} onClick={props.onGone}>
        <Icon name="close" />
      </button>
    </div>
  )
}

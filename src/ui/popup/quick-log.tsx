import type { JSX, RefObject, TargetedKeyboardEvent } from 'preact'
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks'
import type { PersonRow } from '../../domain/person/person-row'
import type { Store } from '../../store/api'
import { log, popup } from '../shared/words/en'
import { say } from '../shared/words/say'
import { sayError } from '../shared/words/say-message'
import type { PopupDoors } from './doors'
import type { Entry } from './entry-form'

type PreviewPart = typeof import('./quick-preview')

/**
 * Logs a touch from one typed line. The field is there with the first paint; what reads the line comes right after it.
 * Arrows choose among the people who may be meant, Enter saves, Escape empties the line.
 */
export function QuickLog(props: {
  doors: PopupDoors
  store: Store | null
  /** Changes whenever the log did. */
  version: unknown
  isPainted: boolean
  /** The button that opens the whole form. */
  formButton: RefObject<HTMLButtonElement | null>
  setEntry: (entry: Entry) => void
  show: (text: string, undo?: () => Promise<void>) => void
}): JSX.Element {
  const { doors, store, version, isPainted, setEntry, show } = props
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const [isAsked, setAsked] = useState(false)
  const [part, setPart] = useState<PreviewPart | null>(null)
  const [rows, setRows] = useState<readonly PersonRow[] | null>(null)
  const isBusy = useRef(false)

  useEffect(() => {
    if (isPainted) import('./quick-preview').then((loaded) => setPart(loaded))
  }, [isPainted])
  // The people are read once the student turns to the field, and again when the log changed: `version` stands for it.
  useEffect(() => {
    if (store && isAsked) store.people.rows().then(setRows, (cause) => show(sayError(cause)))
  }, [store, isAsked, version, show])

  const { today } = doors.momentNow()
  const read = useMemo(
    () => (part && rows && typed.trim() ? part.readQuickLog(typed, rows, today) : null),
    [part, rows, typed, today],
  )
  const count = read ? read.people.length + (read.canAdd ? 1 : 0) : 0

  const choose = async (index: number) => {
    if (!read || !store || !part || isBusy.current || read.isAhead) return
    const person = read.people[index]
    if (!person) {
      if (read.canAdd) {
        setEntry({ form: 'person', name: read.line.name, touch: read.line })
        setTyped('')
      }
      return
    }
    isBusy.current = true
    try {
      const touch = part.toTouchInput(read.line, person.id, doors.zone())
      const { changeId } = await store.touches.add([touch], doors.momentNow())
      show(say(log.touchLogged, { kind: log.kinds[touch.kind] ?? '', name: person.shown }), () =>
        store.changes.undo(changeId, doors.momentNow()),
      )
      setTyped('')
      input.current?.focus()
    } catch (error) {
      show(sayError(error))
    } finally {
      isBusy.current = false
    }
  }

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    if (event.isComposing) return
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && count > 0) {
      event.preventDefault()
      setActive((active + (event.key === 'ArrowDown' ? 1 : count - 1)) % count)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      void choose(active)
    } else if (event.key === 'Escape' && typed) {
      event.preventDefault()
      setTyped('')
    }
  }

  return (
    <div class="quick-log">
      <div class="quick-line">
        <input
          ref={input}
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          maxLength={500}
          aria-label={popup.quick}
          placeholder={popup.quickHint}
          aria-autocomplete="list"
          aria-expanded={count > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={count > 0 ? `${id}-${active}` : undefined}
          value={typed}
          onFocus={() => setAsked(true)}
          onInput={(event) => {
            setTyped(event.currentTarget.value)
            setActive(0)
            setAsked(true)
          }}
          onKeyDown={onKeyDown}
        />
        <button
          ref={props.formButton}
          type="button"
          class="button"
          aria-disabled={!store}
          onClick={() => store && setEntry({ form: 'touch', person: null, kind: null })}
        >
          {log.logTouch}
        </button>
      </div>
      {read && part ? (
        <part.QuickPreview id={id} read={read} active={active} today={today} onChoose={choose} />
      ) : (
        <div id={`${id}-list`} role="listbox" aria-label={log.person} hidden />
      )}
    </div>
  )
}

import type { JSX, TargetedKeyboardEvent } from 'preact'
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks'
import type { NamedPerson } from '../../domain/goals/month-view'
import type { PersonRow } from '../../domain/person/person-row'
import { searchRows } from './search-rows'
import { common, log } from './words/en'
import { say } from './words/say'

const mostShown = 6

/**
 * Picks somebody of the log by typing: arrows move, Enter chooses, Escape closes the list. Once chosen, the name stands
 * there with a way to change it. With `onAdd` a name that is not in the log can be added.
 *
 * The list stands in the flow and stays when the focus leaves: closing it then would move the button that is being
 * pressed away from under the pointer.
 */
export function PersonPicker(props: {
  rows: readonly PersonRow[]
  chosen: NamedPerson | null
  error?: string | undefined
  /** What the person is asked for; "Who" when left out. */
  label?: string
  onChoose: (person: NamedPerson | null) => void
  onAdd?: (name: string) => void
}): JSX.Element {
  const { rows, chosen, error, onChoose, onAdd, label = log.person } = props
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const change = useRef<HTMLButtonElement>(null)
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const [isOpen, setOpen] = useState(false)
  const [focusNext, setFocusNext] = useState<'input' | 'change' | null>(null)

  const found = useMemo(() => (typed.trim() ? searchRows(rows, typed) : []), [rows, typed])
  const shown = found.slice(0, mostShown)
  const name = typed.trim()
  const canAdd = onAdd !== undefined && name !== ''
  const count = shown.length + (canAdd ? 1 : 0)
  const isListed = isOpen && count > 0

  useEffect(() => {
    if (focusNext === 'input') input.current?.focus()
    if (focusNext === 'change') change.current?.focus()
    setFocusNext(null)
  }, [focusNext])

  const choose = (index: number) => {
    const row = shown[index]
    if (row) {
      onChoose({ id: row.id, shown: row.shown })
      setFocusNext('change')
    } else if (canAdd) onAdd(name)
    setTyped('')
    setOpen(false)
  }

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    if (event.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (count === 0) return
      event.preventDefault()
      setOpen(true)
      setActive((active + (event.key === 'ArrowDown' ? 1 : count - 1)) % count)
    } else if (event.key === 'Enter' && isListed) {
      event.preventDefault()
      choose(active)
    } else if (event.key === 'Escape' && isListed) {
      event.preventDefault()
      setOpen(false)
    }
  }

  if (chosen) {
    return (
      <div class="field">
        <span class="label">{label}</span>
        <div class="chosen">
          <span class="chosen-name">{chosen.shown}</span>
          <button
            ref={change}
            type="button"
            class="link"
            aria-label={say(log.changePerson, { name: chosen.shown })}
            onClick={() => {
              onChoose(null)
              setFocusNext('input')
            }}
          >
            {log.change}
          </button>
        </div>
      </div>
    )
  }

  return (
    <div class="field picker">
      <label for={id}>{label}</label>
      <input
        ref={input}
        id={id}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        placeholder={log.personHint}
        value={typed}
        aria-expanded={isListed}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isListed ? `${id}-${active}` : undefined}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onInput={(event) => {
          setTyped(event.currentTarget.value)
          setActive(0)
          setOpen(true)
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-list`} role="listbox" aria-label={label} class="picker-list" hidden={!isListed}>
        {shown.map((row, index) => (
          <Option
            key={row.id}
            id={`${id}-${index}`}
            isActive={index === active}
            onChoose={() => choose(index)}
          >
            <span class="picker-name">{row.shown}</span>
            <span class="picker-more">{describe(row)}</span>
          </Option>
        ))}
        {canAdd && (
          <Option
            id={`${id}-${shown.length}`}
            isActive={active === shown.length}
            onChoose={() => choose(shown.length)}
          >
            <span class="picker-name">{say(log.addNamed, { name })}</span>
          </Option>
        )}
      </div>
      <span class="sr-only" role="status">
        {name === '' ? '' : found.length === 0 ? log.personNobody : say(log.matches, { count: found.length })}
      </span>
      {name !== '' && found.length === 0 && !canAdd && <span class="hint">{log.personNobody}</span>}
      {error && (
        <span class="error" id={`${id}-error`}>
          {error}
        </span>
      )}
    </div>
  )
}

function Option(props: {
  id: string
  isActive: boolean
  onChoose: () => void
  children: JSX.Element | JSX.Element[]
}): JSX.Element {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the input, as the combobox pattern asks
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the input
    <div
      id={props.id}
      role="option"
      aria-selected={props.isActive}
      class="picker-option"
      onPointerDown={(event) => event.preventDefault()}
      onClick={props.onChoose}
    >
      {props.children}
    </div>
  )
}

/** What tells two people of one name apart: role and place. */
function describe(row: PersonRow): string {
  return [row.roles[0] ? common.roles[row.roles[0]] : '', row.institution || row.whereMet]
    .filter(Boolean)
    .join(' · ')
}

import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { NamedPerson } from '../../../domain/goals/month-view'
import type { PersonInput, Role } from '../../../domain/person/person'
import type { PersonRow } from '../../../domain/person/person-row'
import type { Store } from '../../../store/api'
import { toKnownQuery, toNewPersonInput } from '../../shared/new-person'
import { PersonPicker } from '../../shared/person-picker'
import { log } from '../../shared/words/en'
import { say } from '../../shared/words/say'
import type { Keep } from './write-in-turn'

/** Somebody of the log, or a name that is saved together with the form it stands in. */
export interface PersonChoice {
  /** Empty for somebody new. */
  id: string
  shown: string
}

/** What a form knows of somebody new besides the name. */
export interface NewcomerParts {
  role: Role | null
  whereMet: string
  /** Where they work, when the form knows; empty otherwise. */
  institution: string
}

/** Somebody new as the log keeps them. */
export function toNewcomer(name: string, { role, whereMet, institution }: NewcomerParts): PersonInput {
  const input = toNewPersonInput({ name, role: role ?? '', position: '', whereMet, detail: '', email: '' })
  return { ...input, institution }
}

/** Saves those of `choices` who are new, in one write. Answers everybody's id, in the order given. */
export async function saveNewcomers(
  store: Store,
  keep: Keep,
  choices: readonly { choice: PersonChoice; parts: NewcomerParts }[],
  moment: Parameters<Store['people']['saveMany']>[1],
): Promise<string[]> {
  const newcomers = choices.filter(({ choice }) => choice.id === '')
  if (newcomers.length === 0) return choices.map(({ choice }) => choice.id)
  const { personIds } = await keep(
    store.people.saveMany(
      newcomers.map(({ choice, parts }) => ({ input: toNewcomer(choice.shown, parts), into: null })),
      moment,
    ),
  )
  const ids = [...personIds]
  return choices.map(({ choice }) => choice.id || (ids.shift() ?? ''))
}

/**
 * Picks somebody of the log, or takes a new name along: it is saved with the form. When a new name is in the log already,
 * asks whether it is the same person.
 */
export function PersonChooser(props: {
  label: string
  rows: readonly PersonRow[]
  value: PersonChoice | null
  store: Store
  error?: string | undefined
  onChange: (choice: PersonChoice | null) => void
}): JSX.Element {
  const { label, rows, value, store, error, onChange } = props
  const [known, setKnown] = useState<NamedPerson | null>(null)
  const use = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (known) use.current?.focus()
  }, [known])

  const add = async (name: string) => {
    onChange({ id: '', shown: name })
    const input = toNewcomer(name, { role: null, whereMet: '', institution: '' })
    // Only a kindness: where the log cannot be asked, saving will say so.
    const match = await store.people.known(toKnownQuery(input)).catch(() => null)
    if (match) setKnown({ id: match.personId, shown: match.shown })
  }
  const choose = (choice: PersonChoice | null) => {
    setKnown(null)
    onChange(choice)
  }
  return (
    <div class="chooser">
      <PersonPicker
        label={label}
        rows={rows}
        chosen={value}
        error={value ? undefined : error}
        onChoose={choose}
        onAdd={(name) => void add(name)}
      />
      {known && value?.id === '' && (
        <div class="notice">
          <p>
            <strong>{say(log.personKnown, { name: known.shown })}</strong> {log.personKnownWhy}
          </p>
          <div class="form-end">
            <button type="button" class="button small" onClick={() => setKnown(null)}>
              {log.personKnownNew}
            </button>
            <button ref={use} type="button" class="button small primary" onClick={() => choose(known)}>
              {say(log.personKnownOpen, { name: known.shown })}
            </button>
          </div>
        </div>
      )}
    </div>
  )
}

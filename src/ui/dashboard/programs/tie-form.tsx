import type { JSX } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { NamedPerson } from '../../../domain/goals/month-view'
import { cleanLine } from '../../../domain/guards/text'
import type { PersonRow } from '../../../domain/person/person-row'
import type { Tie } from '../../../domain/programs/program'
import { Field, focusFirstProblem } from '../../shared/field'
import { PersonPicker } from '../../shared/person-picker'
import { Select } from '../../shared/select'
import { common, programsPage } from '../../shared/words/en'
import { sayError } from '../../shared/words/say-message'
import { LineField } from '../pieces/text-fields'

const words = programsPage

/** Enters how somebody of the log is tied to a program. */
export function TieForm(props: {
  rows: readonly PersonRow[]
  onSave: (tie: Tie) => Promise<void>
  onCancel: () => void
}): JSX.Element {
  const form = useRef<HTMLFormElement>(null)
  const [person, setPerson] = useState<NamedPerson | null>(null)
  const [how, setHow] = useState<Tie['how']>('mentor-knows')
  const [other, setOther] = useState('')
  const [problem, setProblem] = useState('')
  const [fault, setFault] = useState('')
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), [])

  const submit = async (event: Event) => {
    event.preventDefault()
    setProblem(person ? '' : words.tieMissing)
    if (!person) return focusFirstProblem(form.current)
    try {
      await props.onSave({ personId: person.id, how, other: how === 'own' ? '' : cleanLine(other, 240) })
    } catch (error) {
      setFault(sayError(error))
    }
  }
  return (
    <form ref={form} class="form inset" noValidate onSubmit={submit}>
      <div class="columns">
        <PersonPicker
          label={words.tieWho}
          rows={props.rows}
          chosen={person}
          error={person ? undefined : problem}
          onChoose={setPerson}
        />
        <Field label={words.tieHow}>
          {(links) => (
            <Select
              {...links}
              value={how}
              options={Object.entries(words.tieHows)}
              onChange={(value) => setHow(value as Tie['how'])}
            />
          )}
        </Field>
        {how !== 'own' && (
          <LineField
            label={words.tieOther}
            hint={common.optional}
            max={240}
            value={other}
            onInput={setOther}
          />
        )}
      </div>
      {fault && (
        <p class="error" role="alert">
          {fault}
        </p>
      )}
      <div class="form-end">
        <button type="button" class="button" onClick={props.onCancel}>
          {common.cancel}
        </button>
        <button type="submit" class="button primary">
          {common.save}
        </button>
      </div>
    </form>
  )
}

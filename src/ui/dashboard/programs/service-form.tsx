import type { JSX } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { NamedPerson } from '../../../domain/goals/month-view'
import { cleanLine } from '../../../domain/guards/text'
import type { PersonRow } from '../../../domain/person/person-row'
import type { Program } from '../../../domain/programs/program'
import { Field, focusFirstProblem } from '../../shared/field'
import { PersonPicker } from '../../shared/person-picker'
import { Select } from '../../shared/select'
import { common, programsPage } from '../../shared/words/en'
import { sayError } from '../../shared/words/say-message'
import { LineField } from '../pieces/text-fields'

const words = programsPage
type Service = Program['services'][number]

/** Notes how a service of a program treats students, and who said so. */
export function ServiceForm(props: {
  rows: readonly PersonRow[]
  onSave: (service: Service) => Promise<void>
  onCancel: () => void
}): JSX.Element {
  const form = useRef<HTMLFormElement>(null)
  const [service, setService] = useState('')
  const [verdict, setVerdict] = useState<Service['verdict']>('good')
  const [person, setPerson] = useState<NamedPerson | null>(null)
  const [problem, setProblem] = useState('')
  const [fault, setFault] = useState('')
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), [])

  const submit = async (event: Event) => {
    event.preventDefault()
    const name = cleanLine(service, 120)
    setProblem(name ? '' : words.serviceMissing)
    if (!name) return focusFirstProblem(form.current)
    try {
      await props.onSave({ service: name, verdict, saidBy: person?.id ?? '' })
    } catch (error) {
      setFault(sayError(error))
    }
  }
  return (
    <form ref={form} class="form inset" noValidate onSubmit={submit}>
      <div class="columns">
        <LineField label={words.service} max={120} value={service} error={problem} onInput={setService} />
        <Field label={words.verdict}>
          {(links) => (
            <Select
              {...links}
              value={verdict}
              options={Object.entries(words.verdicts)}
              onChange={(value) => setVerdict(value as Service['verdict'])}
            />
          )}
        </Field>
        <PersonPicker label={words.form.saidBy} rows={props.rows} chosen={person} onChoose={setPerson} />
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

import type { JSX } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { PersonRow } from '../../../domain/person/person-row'
import type { RotationPost } from '../../../domain/rotation/rotation'
import type { Store } from '../../../store/api'
import { Field, focusFirstProblem } from '../../shared/field'
import { Select } from '../../shared/select'
import { common, log, rotationsPage } from '../../shared/words/en'
import { sayError } from '../../shared/words/say-message'
import { type PersonChoice, PersonChooser } from '../pieces/person-choice'

const words = rotationsPage.people

/** Puts somebody on a rotation: picked from the log, or new by name. */
export function AddPerson(props: {
  rows: readonly PersonRow[]
  store: Store
  /** The rotation has begun: meeting them can be logged. */
  canLogMet: boolean
  onSave: (choice: PersonChoice, post: RotationPost, isMet: boolean) => Promise<void>
  onCancel: () => void
}): JSX.Element {
  const form = useRef<HTMLFormElement>(null)
  const [choice, setChoice] = useState<PersonChoice | null>(null)
  const [post, setPost] = useState<RotationPost>('attending')
  const [isMet, setMet] = useState(props.canLogMet)
  const [problems, setProblems] = useState<{ person?: string; all?: string }>({})
  const [isBusy, setBusy] = useState(false)
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), [])

  const submit = async (event: Event) => {
    event.preventDefault()
    if (isBusy) return
    if (!choice) {
      setProblems({ person: words.personMissing })
      return focusFirstProblem(form.current)
    }
    setBusy(true)
    try {
      await props.onSave(choice, post, isMet && props.canLogMet)
    } catch (error) {
      setProblems({ all: sayError(error) })
      setBusy(false)
    }
  }

  return (
    <form ref={form} class="form inset" noValidate onSubmit={submit}>
      <div class="columns">
        <PersonChooser
          label={log.person}
          rows={props.rows}
          store={props.store}
          value={choice}
          error={problems.person}
          onChange={setChoice}
        />
        <Field label={words.post}>
          {(links) => (
            <Select
              {...links}
              value={post}
              options={Object.entries(rotationsPage.posts)}
              onChange={(value) => setPost(value as RotationPost)}
            />
          )}
        </Field>
      </div>
      {props.canLogMet && (
        <label class="tick">
          <input type="checkbox" checked={isMet} onChange={(event) => setMet(event.currentTarget.checked)} />
          <span>{words.met}</span>
        </label>
      )}
      {problems.all && (
        <p class="error" role="alert">
          {problems.all}
        </p>
      )}
      <div class="form-end">
        <button type="button" class="button" onClick={props.onCancel}>
          {common.cancel}
        </button>
        <button type="submit" class="button primary" aria-disabled={isBusy}>
          {common.save}
        </button>
      </div>
    </form>
  )
}

import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { cleanText } from '../../../domain/guards/text'
import { useReturnFocus } from '../../shared/use-return-focus'
import { common, rotationsPage } from '../../shared/words/en'
import { sayError } from '../../shared/words/say-message'
import { PatientHint } from '../pieces/patient-hint'
import { TextField } from '../pieces/text-fields'

const words = rotationsPage.standout

/** Why the student truly stood out on an away rotation: without it no letter is asked for there (R5.7). */
export function RotationStandout(props: {
  standout: string
  onSave: (standout: string) => Promise<void>
}): JSX.Element {
  const [draft, setDraft] = useState<string | null>(null)
  const [fault, setFault] = useState('')
  const editButton = useReturnFocus<HTMLButtonElement>(draft !== null)
  const submit = async (event: Event) => {
    event.preventDefault()
    try {
      await props.onSave(cleanText(draft ?? '', 500))
      setDraft(null)
      setFault('')
    } catch (error) {
      setFault(sayError(error))
    }
  }
  return (
    <section class="card" aria-labelledby="standout">
      <div class="page-head">
        <h2 id="standout">{words.title}</h2>
        {draft === null && (
          <button ref={editButton} type="button" class="button" onClick={() => setDraft(props.standout)}>
            {props.standout ? common.edit : words.add}
          </button>
        )}
      </div>
      {draft === null ? (
        props.standout ? (
          <p class="note-text">{props.standout}</p>
        ) : (
          <p class="soft">{words.empty}</p>
        )
      ) : (
        <form class="form" noValidate onSubmit={submit}>
          <TextField label={words.label} hint={words.hint} max={500} value={draft} onInput={setDraft} />
          <PatientHint text={draft} />
          {fault && (
            <p class="error" role="alert">
              {fault}
            </p>
          )}
          <div class="form-end">
            <button type="button" class="button" onClick={() => setDraft(null)}>
              {common.cancel}
            </button>
            <button type="submit" class="button primary">
              {common.save}
            </button>
          </div>
        </form>
      )}
    </section>
  )
}

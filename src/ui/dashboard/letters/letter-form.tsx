import type { JSX } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { cleanLine, cleanText } from '../../../domain/guards/text'
import type { Letter } from '../../../domain/letters/letter'
import type { PersonRow } from '../../../domain/person/person-row'
import type { Rotation } from '../../../domain/rotation/rotation'
import type { Store } from '../../../store/api'
import { Field, focusFirstProblem } from '../../shared/field'
import { Select } from '../../shared/select'
import { common, lettersPage } from '../../shared/words/en'
import { sayError } from '../../shared/words/say-message'
import { type PersonChoice, PersonChooser } from '../pieces/person-choice'
import { LineField, TextField } from '../pieces/text-fields'

const words = lettersPage.form

/** What a letter is, besides its writer and its steps. */
export type LetterParts = Pick<Letter, 'kind' | 'rotationId' | 'specialty' | 'note'>

/** Adds a possible writer, or edits what a letter is. */
export function LetterForm(props: {
  letter?: Letter
  rows: readonly PersonRow[]
  rotations: readonly Rotation[]
  store: Store
  onSave: (parts: LetterParts, writer: PersonChoice | null) => Promise<void>
  onCancel: () => void
}): JSX.Element {
  const { letter, rotations } = props
  const form = useRef<HTMLFormElement>(null)
  const [writer, setWriter] = useState<PersonChoice | null>(null)
  const [kind, setKind] = useState<Letter['kind']>(letter?.kind ?? 'clinical')
  const [rotationId, setRotationId] = useState(letter?.rotationId ?? '')
  const [specialty, setSpecialty] = useState(letter?.specialty ?? '')
  const [note, setNote] = useState(letter?.note ?? '')
  const [problems, setProblems] = useState<{ writer?: string; all?: string }>({})
  const [isBusy, setBusy] = useState(false)
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('input, select')?.focus(), [])

  const submit = async (event: Event) => {
    event.preventDefault()
    if (isBusy) return
    if (!letter && !writer) {
      setProblems({ writer: words.writerMissing })
      return focusFirstProblem(form.current)
    }
    setBusy(true)
    try {
      await props.onSave(
        { kind, rotationId, specialty: cleanLine(specialty, 120), note: cleanText(note, 2000) },
        writer,
      )
    } catch (error) {
      setProblems({ all: sayError(error) })
      setBusy(false)
    }
  }

  return (
    <form ref={form} class="form" noValidate onSubmit={submit}>
      <h2>{letter ? words.editTitle : words.addTitle}</h2>
      {!letter && (
        <PersonChooser
          label={words.writer}
          rows={props.rows}
          store={props.store}
          value={writer}
          error={problems.writer}
          onChange={setWriter}
        />
      )}
      <div class="columns">
        <Field label={words.kind}>
          {(links) => (
            <Select
              {...links}
              value={kind}
              options={Object.entries(lettersPage.kinds)}
              onChange={(value) => setKind(value as Letter['kind'])}
            />
          )}
        </Field>
        <Field label={words.rotation} hint={common.optional}>
          {(links) => (
            <Select
              {...links}
              value={rotationId}
              empty={words.rotationNone}
              options={rotations.map((rotation) => [rotation.id, rotation.service] as const)}
              onChange={setRotationId}
            />
          )}
        </Field>
        <LineField
          label={words.specialty}
          hint={common.optional}
          max={120}
          value={specialty}
          onInput={setSpecialty}
        />
      </div>
      {letter && (
        <TextField
          label={words.note}
          hint={words.noteHint}
          max={2000}
          rows={2}
          value={note}
          onInput={setNote}
        />
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

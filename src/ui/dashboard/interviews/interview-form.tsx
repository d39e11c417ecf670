import type { JSX } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { isLocalDate, type LocalDate } from '../../../domain/dates'
import type { Interview, InterviewInput, Program } from '../../../domain/programs/program'
import { Field, focusFirstProblem } from '../../shared/field'
import { Select } from '../../shared/select'
import { common, interviewsPage } from '../../shared/words/en'
import { sayError } from '../../shared/words/say-message'
import { DayField } from '../pieces/text-fields'

const words = interviewsPage.form

/** Adds an interview, or moves one; its notes stay as they are. */
export function InterviewForm(props: {
  interview: Interview | null
  programs: readonly Program[]
  today: LocalDate
  onSave: (input: InterviewInput) => Promise<void>
  onCancel: () => void
}): JSX.Element {
  const { interview } = props
  const form = useRef<HTMLFormElement>(null)
  const [programId, setProgramId] = useState(interview?.programId ?? '')
  const [date, setDate] = useState(interview?.date ?? '')
  const [how, setHow] = useState<Interview['how']>(interview?.how ?? 'unknown')
  const [problems, setProblems] = useState<Partial<Record<'program' | 'date' | 'all', string>>>({})
  useLayoutEffect(() => form.current?.querySelector('select')?.focus(), [])
  const programs = [...props.programs].sort((a, b) => a.name.localeCompare(b.name, common.locale))

  const submit = async (event: Event) => {
    event.preventDefault()
    const found: typeof problems = {
      ...(programId === '' && { program: words.programMissing }),
      ...(!isLocalDate(date) && { date: words.dateMissing }),
    }
    setProblems(found)
    if (Object.keys(found).length > 0) return focusFirstProblem(form.current)
    try {
      const { notes = '', notesOn = null } = interview ?? {}
      await props.onSave({ programId, date, how, notes, notesOn })
    } catch (error) {
      setProblems({ all: sayError(error) })
    }
  }
  return (
    <form ref={form} class="form" noValidate onSubmit={(event) => void submit(event)}>
      <div class="columns">
        <Field label={words.program} error={problems.program}>
          {(links) => (
            <Select
              {...links}
              value={programId}
              empty=""
              options={programs.map((program) => [program.id, program.name] as const)}
              onChange={setProgramId}
            />
          )}
        </Field>
        <DayField label={words.date} value={date} error={problems.date} onInput={setDate} />
        <Field label={words.how}>
          {(links) => (
            <Select
              {...links}
              value={how}
              options={Object.entries(interviewsPage.hows)}
              onChange={(value) => setHow(value as Interview['how'])}
            />
          )}
        </Field>
      </div>
      {problems.all && (
        <p class="error" role="alert">
          {problems.all}
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

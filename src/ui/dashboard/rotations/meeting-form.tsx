import type { JSX } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { isLocalDate, type LocalDate } from '../../../domain/dates'
import { focusFirstProblem } from '../../shared/field'
import { common, log, rotationsPage } from '../../shared/words/en'
import { say } from '../../shared/words/say'
import { sayError } from '../../shared/words/say-message'
import { DayField } from '../pieces/text-fields'

const words = rotationsPage.meeting

/** What the student says of a career-advice meeting (R4.6, R4.7). */
export interface Meeting {
  date: LocalDate
  isHopeVoiced: boolean
  /** Log it as a career chat too. */
  isLogged: boolean
}

/** Records a career-advice meeting and whether a hope was voiced in it. */
export function MeetingForm(props: {
  name: string
  today: LocalDate
  onSave: (meeting: Meeting) => Promise<void>
  onCancel: () => void
}): JSX.Element {
  const form = useRef<HTMLFormElement>(null)
  const [date, setDate] = useState(props.today)
  const [isHopeVoiced, setHopeVoiced] = useState(false)
  const [isLogged, setLogged] = useState(true)
  const [problems, setProblems] = useState<{ date?: string; all?: string }>({})
  const [isBusy, setBusy] = useState(false)
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), [])

  const submit = async (event: Event) => {
    event.preventDefault()
    if (isBusy) return
    const problem = !isLocalDate(date) ? log.dateMissing : date > props.today ? log.dateFuture : ''
    setProblems(problem ? { date: problem } : {})
    if (problem) return focusFirstProblem(form.current)
    setBusy(true)
    try {
      await props.onSave({ date, isHopeVoiced, isLogged })
    } catch (error) {
      setProblems({ all: sayError(error) })
      setBusy(false)
    }
  }

  return (
    <form ref={form} class="form inset" noValidate onSubmit={submit}>
      <h4>{say(words.title, { name: props.name })}</h4>
      <DayField label={log.date} value={date} max={props.today} error={problems.date} onInput={setDate} />
      <label class="tick">
        <input
          type="checkbox"
          checked={isHopeVoiced}
          onChange={(event) => setHopeVoiced(event.currentTarget.checked)}
        />
        <span>{words.hope}</span>
      </label>
      <label class="tick">
        <input
          type="checkbox"
          checked={isLogged}
          onChange={(event) => setLogged(event.currentTarget.checked)}
        />
        <span>{words.log}</span>
      </label>
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

import type { JSX } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { isLocalDate, type LocalDate } from '../../domain/dates'
import type { NamedPerson } from '../../domain/goals/month-view'
import { cleanText } from '../../domain/guards/text'
import type { PersonRow } from '../../domain/person/person-row'
import {
  type Outcome,
  outcomeSchema,
  type Touch,
  type TouchInput,
  type TouchKind,
} from '../../domain/touch/touch'
import { Field, focusFirstProblem } from './field'
import { PersonPicker } from './person-picker'
import { Select } from './select'
import { common, log } from './words/en'
import { sayError } from './words/say-message'

/** Kinds in which the student alone does the reaching out; in the others both are there. */
const oneWay: readonly TouchKind[] = ['email', 'message', 'update', 'touch-base', 'question', 'thanks']

/** Who reached out, for a kind of touch, when nothing else was said. */
export function directionOf(kind: TouchKind): Touch['direction'] {
  return oneWay.includes(kind) ? 'out' : 'both'
}

/**
 * Logs a touch, or edits one. `fixedPerson` leaves the choice of person out; `kind` proposes a kind. A touch cannot be
 * later than `today`.
 */
export function LogTouchForm(props: {
  rows: readonly PersonRow[]
  today: LocalDate
  zone: string
  title?: string
  person?: NamedPerson | null
  isPersonFixed?: boolean
  kind?: TouchKind
  touch?: Touch
  onSave: (input: TouchInput, person: NamedPerson) => Promise<void>
  onCancel: () => void
  onAddPerson?: (name: string) => void
}): JSX.Element {
  const { touch, today } = props
  const form = useRef<HTMLFormElement>(null)
  const [person, setPerson] = useState<NamedPerson | null>(props.person ?? null)
  const [kind, setKind] = useState<TouchKind>(touch?.kind ?? props.kind ?? 'coffee')
  const [direction, setDirection] = useState<Touch['direction'] | null>(touch?.direction ?? null)
  const [date, setDate] = useState(touch?.date ?? today)
  const [note, setNote] = useState(touch?.note ?? '')
  const [outcome, setOutcome] = useState<string>(touch?.outcome ?? '')
  const [problems, setProblems] = useState<{ person?: string; date?: string; all?: string }>({})
  const [isBusy, setBusy] = useState(false)

  useLayoutEffect(() => {
    form.current?.querySelector<HTMLElement>(person ? 'select' : 'input')?.focus()
    // Only when the form opens: later the student decides where the focus is.
  }, [])

  const submit = async (event: Event) => {
    event.preventDefault()
    if (isBusy) return
    // A day ahead is let through when editing: after a flight west "today" may be the day before.
    const latest = touch && touch.date > today ? touch.date : today
    const found: typeof problems = {
      ...(!person && { person: log.personMissing }),
      ...(!isLocalDate(date) ? { date: log.dateMissing } : date > latest && { date: log.dateFuture }),
    }
    setProblems(found)
    if (!person || found.date) return focusFirstProblem(form.current)
    setBusy(true)
    try {
      await props.onSave(
        {
          personId: person.id,
          date,
          zone: touch?.zone ?? props.zone,
          kind,
          direction: direction ?? directionOf(kind),
          templateId: touch?.templateId ?? '',
          note: cleanText(note, 5000),
          outcome: toOutcome(outcome),
          thread: touch?.thread ?? '',
          pmid: touch?.pmid ?? '',
          scheduled: touch?.scheduled ?? false,
        },
        person,
      )
    } catch (error) {
      setProblems({ all: sayError(error) })
      setBusy(false)
    }
  }

  return (
    <form ref={form} class="form" noValidate onSubmit={submit}>
      {props.title && <h2>{props.title}</h2>}
      {!props.isPersonFixed && (
        <PersonPicker
          rows={props.rows}
          chosen={person}
          error={person ? undefined : problems.person}
          onChoose={setPerson}
          {...(props.onAddPerson && { onAdd: props.onAddPerson })}
        />
      )}
      <div class="form-row">
        <Field label={log.kind}>
          {(links) => (
            <Select
              {...links}
              value={kind}
              options={Object.entries(log.kinds)}
              onChange={(value) => {
                setKind(value as TouchKind)
                if (!touch) setDirection(null)
              }}
            />
          )}
        </Field>
        <Field label={log.date} error={problems.date}>
          {(links) => (
            <input
              {...links}
              type="date"
              max={today}
              value={date}
              onInput={(event) => setDate(event.currentTarget.value)}
            />
          )}
        </Field>
      </div>
      {touch && (
        <Field label={log.direction}>
          {(links) => (
            <Select
              {...links}
              value={direction ?? 'both'}
              options={Object.entries(log.directions)}
              onChange={(value) => setDirection(value as Touch['direction'])}
            />
          )}
        </Field>
      )}
      <Field label={log.outcome}>
        {(links) => (
          <Select {...links} value={outcome} options={Object.entries(log.outcomes)} onChange={setOutcome} />
        )}
      </Field>
      <Field label={log.note} hint={log.noteHint}>
        {(links) => (
          <textarea
            {...links}
            rows={2}
            maxLength={5000}
            value={note}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
        )}
      </Field>
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

function toOutcome(value: string): Outcome | null {
  const parsed = outcomeSchema.safeParse(value)
  return parsed.success ? parsed.data : null
}

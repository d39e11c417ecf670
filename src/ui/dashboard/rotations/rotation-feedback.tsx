import type { JSX } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { isLocalDate, type LocalDate } from '../../../domain/dates'
import { cleanText } from '../../../domain/guards/text'
import type { Rotation } from '../../../domain/rotation/rotation'
import { Field, focusFirstProblem } from '../../shared/field'
import { Icon } from '../../shared/icon'
import { Select } from '../../shared/select'
import { useReturnFocus } from '../../shared/use-return-focus'
import { common, log, rotationsPage } from '../../shared/words/en'
import { say } from '../../shared/words/say'
import { sayError } from '../../shared/words/say-message'
import { showDate } from '../../shared/words/show-date'
import { PatientHint } from '../pieces/patient-hint'
import { DayField, TextField } from '../pieces/text-fields'

const words = rotationsPage.feedback

/** One piece of feedback, as it was given. */
export type Feedback = Rotation['feedback'][number]

/** The same words of the same person on the same day. */
export function isSameFeedback(a: Feedback, b: Feedback): boolean {
  return a.date === b.date && a.personId === b.personId && a.text === b.text
}

/** The feedback of a rotation, newest first: what the second half is worked on by, and later a letter's packet. */
export function RotationFeedback(props: {
  rotation: Rotation
  nameOf: (personId: string) => string
  today: LocalDate
  /** `before` is the piece that is edited; null adds one. */
  onSave: (feedback: Feedback, before: Feedback | null) => Promise<void>
  onRemove: (feedback: Feedback) => void
}): JSX.Element {
  const { rotation, nameOf, today } = props
  const [open, setOpen] = useState<Feedback | 'new' | null>(null)
  const addButton = useReturnFocus<HTMLButtonElement>(open !== null)
  // Of one day the latest entered comes first.
  const given = [...rotation.feedback]
    .reverse()
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
  const form = (before: Feedback | null) => (
    <FeedbackForm
      before={before}
      today={today}
      people={rotation.people.map(({ personId }) => [personId, nameOf(personId)] as const)}
      onSave={async (feedback) => {
        await props.onSave(feedback, before)
        setOpen(null)
      }}
      onCancel={() => setOpen(null)}
    />
  )
  return (
    <section class="card" aria-labelledby="feedback">
      <div class="page-head">
        <h2 id="feedback">{words.title}</h2>
        {open === null && (
          <button ref={addButton} type="button" class="button" onClick={() => setOpen('new')}>
            <Icon name="plus" />
            {words.add}
          </button>
        )}
      </div>
      {open === 'new' && form(null)}
      {given.length === 0 && open === null && <p class="soft">{words.empty}</p>}
      <ol class="timeline">
        {given.map((one) => {
          const date = showDate(one.date, today)
          return (
            <li key={`${one.date} ${one.personId} ${one.text}`}>
              {open !== null && open !== 'new' && isSameFeedback(open, one) ? (
                form(one)
              ) : (
                <>
                  <div class="touch-words">
                    <time dateTime={one.date}>{date}</time>
                    {one.personId && <strong>{nameOf(one.personId)}</strong>}
                    <p class="note-text">{one.text}</p>
                  </div>
                  <div class="touch-acts">
                    <button
                      type="button"
                      class="button small quiet"
                      aria-label={say(words.editName, { date })}
                      onClick={() => setOpen(one)}
                    >
                      {common.edit}
                    </button>
                    <button
                      type="button"
                      class="button small quiet"
                      aria-label={say(words.removeName, { date })}
                      onClick={() => {
                        props.onRemove(one)
                        addButton.current?.focus({ preventScroll: true })
                      }}
                    >
                      {common.remove}
                    </button>
                  </div>
                </>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function FeedbackForm(props: {
  before: Feedback | null
  today: LocalDate
  people: readonly (readonly [id: string, name: string])[]
  onSave: (feedback: Feedback) => Promise<void>
  onCancel: () => void
}): JSX.Element {
  const { before, today } = props
  const form = useRef<HTMLFormElement>(null)
  const [date, setDate] = useState(before?.date ?? today)
  const [personId, setPersonId] = useState(before?.personId ?? props.people[0]?.[0] ?? '')
  const [text, setText] = useState(before?.text ?? '')
  const [problems, setProblems] = useState<{ date?: string; text?: string; all?: string }>({})
  const [isBusy, setBusy] = useState(false)
  useLayoutEffect(() => form.current?.querySelector('textarea')?.focus(), [])

  const submit = async (event: Event) => {
    event.preventDefault()
    if (isBusy) return
    const clean = cleanText(text, 2000)
    const found: typeof problems = {
      ...(!isLocalDate(date) ? { date: log.dateMissing } : date > today && { date: log.dateFuture }),
      ...(clean === '' && { text: words.textMissing }),
    }
    setProblems(found)
    if (Object.keys(found).length > 0) return focusFirstProblem(form.current)
    setBusy(true)
    try {
      await props.onSave({ date, personId, text: clean })
    } catch (error) {
      setProblems({ all: sayError(error) })
      setBusy(false)
    }
  }

  return (
    <form ref={form} class="form inset" noValidate onSubmit={submit}>
      <TextField
        label={words.text}
        hint={words.textHint}
        max={2000}
        value={text}
        error={problems.text}
        onInput={setText}
      />
      <PatientHint text={text} />
      <div class="columns">
        <Field label={words.from}>
          {(links) => (
            <Select
              {...links}
              value={personId}
              empty={words.fromNobody}
              options={props.people}
              onChange={setPersonId}
            />
          )}
        </Field>
        <DayField label={log.date} value={date} max={today} error={problems.date} onInput={setDate} />
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
        <button type="submit" class="button primary" aria-disabled={isBusy}>
          {common.save}
        </button>
      </div>
    </form>
  )
}

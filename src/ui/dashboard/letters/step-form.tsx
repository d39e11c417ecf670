import type { JSX } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { isLocalDate, type LocalDate } from '../../../domain/dates'
import type { Letter } from '../../../domain/letters/letter'
import { type RecordedDay, touchOfStep } from '../../../domain/letters/letter-steps'
import type { Touch } from '../../../domain/touch/touch'
import { focusFirstProblem } from '../../shared/field'
import { common, lettersPage, log } from '../../shared/words/en'
import { say } from '../../shared/words/say'
import { sayError } from '../../shared/words/say-message'
import { DayField } from '../pieces/text-fields'

const words = lettersPage.steps
const answers = ['agreed', 'hesitated', 'declined'] as const

/** Records one step of a letter with its day, and what belongs to it. */
export function StepForm(props: {
  step: RecordedDay
  letter: Letter
  name: string
  today: LocalDate
  /** Touches with the writer: one that is logged already is not logged again. */
  touches: readonly Touch[]
  /** What stands above the fields: what to say, what speaks against it. */
  children?: JSX.Element | false
  onSave: (parts: Partial<Letter>, isLogged: boolean) => Promise<void>
  onCancel: () => void
}): JSX.Element {
  const { step, letter, today } = props
  const form = useRef<HTMLFormElement>(null)
  const [date, setDate] = useState(letter[step] ?? today)
  const [isStrong, setStrong] = useState(letter.askedOn ? letter.strong : true)
  const [isInPerson, setInPerson] = useState(letter.askedOn ? letter.inPerson : true)
  const [answer, setAnswer] = useState<Letter['answer']>(letter.answer)
  const [dueOn, setDueOn] = useState(letter.dueOn ?? '')
  const [wish, setWish] = useState<boolean | null>(null)
  const [problems, setProblems] = useState<{ date?: string; answer?: string; due?: string; all?: string }>({})
  const [isBusy, setBusy] = useState(false)
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), [])

  const kind = touchOfStep(step)
  const isThere = props.touches.some((touch) => touch.kind === kind && touch.date === date)
  const isLogged = kind !== null && letter[step] === null && (wish ?? !isThere)
  const asksDue = step === 'answeredOn' ? answer === 'agreed' : step === 'packetOn'

  const submit = async (event: Event) => {
    event.preventDefault()
    if (isBusy) return
    const found: typeof problems = {
      ...(!isLocalDate(date) ? { date: log.dateMissing } : date > today && { date: log.dateFuture }),
      ...(step === 'answeredOn' && !answer && { answer: words.answerMissing }),
      ...(asksDue && dueOn !== '' && !isLocalDate(dueOn) && { due: log.dateMissing }),
    }
    setProblems(found)
    if (Object.keys(found).length > 0) return focusFirstProblem(form.current)
    setBusy(true)
    try {
      await props.onSave(
        {
          [step]: date,
          ...(step === 'askedOn' && { strong: isStrong, inPerson: isInPerson }),
          ...(step === 'answeredOn' && { answer }),
          ...(asksDue && { dueOn: dueOn || null }),
        },
        isLogged,
      )
    } catch (error) {
      setProblems({ all: sayError(error) })
      setBusy(false)
    }
  }

  return (
    <form ref={form} class="form inset" noValidate onSubmit={submit}>
      {props.children}
      {step === 'answeredOn' && (
        <fieldset class="ticks wide" aria-describedby={problems.answer ? 'answer-problem' : undefined}>
          <legend>{say(words.answerLegend, { name: props.name })}</legend>
          {answers.map((one) => (
            <label key={one} class="tick">
              <input
                type="radio"
                name="answer"
                checked={answer === one}
                aria-invalid={problems.answer ? 'true' : undefined}
                onChange={() => setAnswer(one)}
              />
              <span>{words.answers[one]}</span>
            </label>
          ))}
          {problems.answer && (
            <p class="error" id="answer-problem">
              {problems.answer}
            </p>
          )}
        </fieldset>
      )}
      {step === 'answeredOn' && (answer === 'hesitated' || answer === 'declined') && (
        <p class="notice calm">{words.moveOn}</p>
      )}
      <div class="columns">
        <DayField label={words.day} value={date} max={today} error={problems.date} onInput={setDate} />
        {asksDue && (
          <DayField
            label={words.due}
            hint={words.dueHint}
            value={dueOn}
            error={problems.due}
            onInput={setDueOn}
          />
        )}
      </div>
      {step === 'askedOn' && (
        <>
          <Tick label={words.strong} isOn={isStrong} onChange={setStrong} />
          <Tick label={words.inPerson} isOn={isInPerson} onChange={setInPerson} />
        </>
      )}
      {kind !== null && letter[step] === null && (
        <Tick
          label={say(isThere ? words.loggedAlready : words.logIt, { kind: log.kinds[kind] ?? '' })}
          isOn={isLogged}
          onChange={setWish}
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

function Tick(props: { label: string; isOn: boolean; onChange: (isOn: boolean) => void }): JSX.Element {
  return (
    <label class="tick">
      <input
        type="checkbox"
        checked={props.isOn}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span>{props.label}</span>
    </label>
  )
}

import type { JSX } from 'preact'
import type { LocalDate } from '../../../domain/dates'
import type { Letter } from '../../../domain/letters/letter'
import { type RecordedDay, recordedDays } from '../../../domain/letters/letter-steps'
import { useReturnFocus } from '../../shared/use-return-focus'
import { common, lettersPage } from '../../shared/words/en'
import { say } from '../../shared/words/say'
import { showDate } from '../../shared/words/show-date'

const words = lettersPage.steps

/** Steps that come only after a yes. */
const afterYes: ReadonlySet<RecordedDay> = new Set<RecordedDay>([
  'packetOn',
  'nudgedOn',
  'uploadedOn',
  'thankedOn',
  'toldOn',
])

/** Every step of a letter in order, each with its day or a way to record it. */
export function LetterStepsList(props: {
  letter: Letter
  today: LocalDate
  open: RecordedDay | null
  onOpen: (step: RecordedDay) => void
  onClear: (step: RecordedDay) => void
  /** The form of the step that is open. */
  form: JSX.Element | null
}): JSX.Element {
  const { letter } = props
  const steps = recordedDays.filter(
    (step) => letter[step] !== null || !afterYes.has(step) || letter.answer === 'agreed',
  )
  return (
    <section class="card" aria-labelledby="steps">
      <h2 id="steps">{words.title}</h2>
      <ol class="steps">
        {steps.map((step) => (
          <Step key={step} {...props} step={step} />
        ))}
      </ol>
      {letter.answer === null && <p class="soft">{words.afterYes}</p>}
    </section>
  )
}

function Step(props: Parameters<typeof LetterStepsList>[0] & { step: RecordedDay }): JSX.Element {
  const { step, letter, today, open } = props
  const date = letter[step]
  const name = words.names[step] ?? ''
  const isOpen = open === step
  const button = useReturnFocus<HTMLButtonElement>(isOpen)
  const said = [
    date && showDate(date, today),
    step === 'askedOn' && date && letter.strong && words.saidStrong,
    step === 'askedOn' && date && letter.inPerson && words.saidInPerson,
    step === 'answeredOn' && date && letter.answer && words.answers[letter.answer],
    step === 'packetOn' && letter.dueOn && say(lettersPage.due, { date: showDate(letter.dueOn, today) }),
  ].filter(Boolean)
  return (
    <li data-done={date !== null || undefined}>
      <div class="step-head">
        <p>
          <strong>{name}</strong>
          {said.length > 0 && <span class="step-said"> {said.join(' · ')}</span>}
          {date === null && (
            <span class="soft">
              {said.length > 0 ? ' · ' : ' '}
              {words.hints[step]}
            </span>
          )}
        </p>
        {!isOpen && (
          <div class="touch-acts">
            <button
              ref={button}
              type="button"
              class={date ? 'button small quiet' : 'button small'}
              aria-label={say(date ? words.changeName : words.recordName, { step: name })}
              onClick={() => props.onOpen(step)}
            >
              {date ? common.edit : words.record}
            </button>
            {date && (
              <button
                type="button"
                class="button small quiet"
                aria-label={say(words.clearName, { step: name })}
                onClick={() => {
                  props.onClear(step)
                  button.current?.focus({ preventScroll: true })
                }}
              >
                {words.clear}
              </button>
            )}
          </div>
        )}
      </div>
      {isOpen && props.form}
    </li>
  )
}

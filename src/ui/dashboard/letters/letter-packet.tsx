import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { LocalDate } from '../../../domain/dates'
import { cleanLine } from '../../../domain/guards/text'
import type { Letter } from '../../../domain/letters/letter'
import { packetPoints, pointLength } from '../../../domain/letters/packet'
import type { Rotation } from '../../../domain/rotation/rotation'
import { lettersPage } from '../../shared/words/en'
import { say } from '../../shared/words/say'
import { showDate } from '../../shared/words/show-date'
import { LiveTick } from '../pieces/live-tick'
import { PatientHint } from '../pieces/patient-hint'
import { LineField } from '../pieces/text-fields'

const words = lettersPage.packet
const mostPoints = 10

/** The points a writer might bring up, picked from logged feedback or written; and the packet's mail beneath. */
export function LetterPacket(props: {
  letter: Letter
  rotation: Rotation | undefined
  today: LocalDate
  nameOf: (personId: string) => string
  mail: JSX.Element | null
  onAdd: (point: string) => Promise<boolean>
  onRemove: (point: string) => Promise<boolean>
}): JSX.Element {
  const { letter, rotation, today, nameOf } = props
  const [typed, setTyped] = useState('')
  const own = useRef<HTMLFormElement>(null)
  const count = letter.highlights.length
  // What the writer said comes first: it is theirs to repeat.
  const feedback = [...(rotation?.feedback ?? [])].sort(
    (a, b) => Number(b.personId === letter.personId) - Number(a.personId === letter.personId),
  )
  const isPicked = (text: string) => letter.highlights.includes(cleanLine(text, pointLength))
  const isFull = count >= mostPoints
  const add = (event: Event) => {
    event.preventDefault()
    const point = cleanLine(typed, pointLength)
    if (!point || isFull) return
    void props.onAdd(point)
    setTyped('')
  }

  return (
    <section class="card" aria-labelledby="packet">
      <h2 id="packet">{words.title}</h2>
      <p class="soft">
        {count === 0
          ? say(words.lead, packetPoints)
          : say(count > packetPoints.max ? words.many : words.count, { count, ...packetPoints })}
      </p>
      {count > 0 && (
        <ol class="points">
          {letter.highlights.map((point) => (
            <li key={point}>
              <span>{point}</span>
              <button
                type="button"
                class="button small quiet"
                aria-label={say(words.removeName, { point })}
                onClick={() => {
                  void props.onRemove(point)
                  own.current?.querySelector('input')?.focus()
                }}
              >
                {words.remove}
              </button>
            </li>
          ))}
        </ol>
      )}
      <PatientHint text={letter.highlights.join('\n')} />
      {feedback.length > 0 && (
        <fieldset class="ticks wide">
          <legend>{say(words.fromFeedback, { rotation: rotation?.service ?? '' })}</legend>
          {feedback.map((one) => (
            <LiveTick
              key={`${one.date} ${one.personId} ${one.text}`}
              isOn={isPicked(one.text)}
              isDisabled={isFull && !isPicked(one.text)}
              onChange={(isOn) => {
                const point = cleanLine(one.text, pointLength)
                return isOn ? props.onAdd(point) : props.onRemove(point)
              }}
            >
              {one.text}{' '}
              <span class="soft">
                {[one.personId && nameOf(one.personId), showDate(one.date, today)].filter(Boolean).join(', ')}
              </span>
            </LiveTick>
          ))}
        </fieldset>
      )}
      {rotation && feedback.length === 0 && <p class="soft">{words.noFeedback}</p>}
      <form ref={own} class="form" noValidate onSubmit={add}>
        <LineField
          label={words.own}
          hint={words.ownHint}
          max={pointLength}
          value={typed}
          onInput={setTyped}
        />
        <PatientHint text={typed} />
        <div class="form-end">
          <button type="submit" class="button" aria-disabled={isFull || cleanLine(typed, pointLength) === ''}>
            {words.add}
          </button>
        </div>
      </form>
      {props.mail}
    </section>
  )
}

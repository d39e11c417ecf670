import type { JSX } from 'preact'
import { useId, useState } from 'preact/hooks'
import type { WaitingView } from '../../domain/goals/month-view'
import type { Outcome } from '../../domain/touch/touch'
import { popup } from '../shared/words/en'
import { say } from '../shared/words/say'
import { NameLink } from './name-link'

/** A mail without an answer yet; the answer, or that none came, can be noted here. */
export function WaitingLine(props: {
  waiting: WaitingView
  /** It was given up on after three weeks: moving on is one press away. */
  isOver: boolean
  onAnswer: (outcome: Outcome) => void
  onOpen: () => void
}): JSX.Element {
  const { isOver, onAnswer } = props
  const { person, days, nudge } = props.waiting
  const id = useId()
  const [isAsking, setAsking] = useState(false)
  const since = days === 0 ? popup.waitingToday : say(popup.waitingDays, { days })
  return (
    <li class="person-line">
      <div class="person-words">
        <NameLink text={person.shown} onOpen={props.onOpen} />
        <span class="person-note">{nudge ? `${since} · ${popup.nudge}` : since}</span>
      </div>
      <div class="person-acts">
        {isOver && (
          <button
            type="button"
            class="button small"
            aria-label={say(popup.moveOnName, { name: person.shown })}
            onClick={() => onAnswer('none')}
          >
            {popup.moveOn}
          </button>
        )}
        <button
          type="button"
          class={isOver ? 'button small quiet' : 'button small'}
          aria-label={say(popup.answeredName, { name: person.shown })}
          aria-expanded={isAsking}
          aria-controls={id}
          onClick={() => setAsking(!isAsking)}
        >
          {popup.answered}
        </button>
      </div>
      <div id={id} class="answers" hidden={!isAsking}>
        {Object.entries(popup.answers)
          .filter(([outcome]) => !isOver || outcome !== 'none')
          .map(([outcome, text]) => (
            <button
              key={outcome}
              type="button"
              class="button small"
              onClick={() => onAnswer(outcome as Outcome)}
            >
              {text}
            </button>
          ))}
      </div>
    </li>
  )
}

import type { JSX } from 'preact'
import { useId, useState } from 'preact/hooks'
import type { WaitingView } from '../../domain/goals/month-view'
import type { Outcome } from '../../domain/touch/touch'
import { popup } from '../shared/words/en'
import { say } from '../shared/words/say'

/** A mail that waits for an answer; the answer can be noted here. */
export function WaitingLine(props: {
  waiting: WaitingView
  onAnswer: (outcome: Outcome) => void
  onOpen: () => void
}): JSX.Element {
  const { person, days, nudge } = props.waiting
  const id = useId()
  const [isAsking, setAsking] = useState(false)
  const since = days === 0 ? popup.waitingToday : say(popup.waitingDays, { days })
  return (
    <li class="person-line">
      <div class="person-words">
        <button type="button" class="person-name" onClick={props.onOpen}>
          {person.shown}
        </button>
        <span class="person-note">{nudge ? `${since} · ${popup.nudge}` : since}</span>
      </div>
      <div class="person-acts">
        <button
          type="button"
          class="button small"
          aria-label={say(popup.answeredName, { name: person.shown })}
          aria-expanded={isAsking}
          aria-controls={id}
          onClick={() => setAsking(!isAsking)}
        >
          {popup.answered}
        </button>
      </div>
      <div id={id} class="answers" hidden={!isAsking}>
        {Object.entries(popup.answers).map(([outcome, text]) => (
          <button
            key={outcome}
            type="button"
            class="button small"
            onClick={() => props.onAnswer(outcome as Outcome)}
          >
            {text}
          </button>
        ))}
      </div>
    </li>
  )
}

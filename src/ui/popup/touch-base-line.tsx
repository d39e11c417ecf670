import type { JSX } from 'preact'
import type { TouchBaseView } from '../../domain/goals/month-view'
import { common, popup } from '../shared/words/en'
import { say } from '../shared/words/say'

/** Somebody due a touch-base, with what can be done about it. */
export function TouchBaseLine(props: {
  due: TouchBaseView
  onLog: () => void
  onSnooze: () => void
  onOpen: () => void
}): JSX.Element {
  const { person, lastTouch, weeks, state } = props.due
  const since = lastTouch ? say(popup.touchBaseWeeks, { weeks }) : popup.touchBaseNever
  return (
    <li class="person-line">
      <div class="person-words">
        <button type="button" class="person-name" onClick={props.onOpen}>
          {person.shown}
        </button>
        {state === 'overdue' && (
          <span class="person-note late">
            {popup.overdue}, {popup.overdueMend}
          </span>
        )}
        <span class="person-note">{since}</span>
      </div>
      <div class="person-acts">
        <button
          type="button"
          class="button small"
          aria-label={say(popup.logTouchWith, { name: person.shown })}
          onClick={props.onLog}
        >
          {common.log}
        </button>
        <button
          type="button"
          class="button small quiet"
          aria-label={say(popup.snoozeName, { name: person.shown })}
          onClick={props.onSnooze}
        >
          {popup.snooze}
        </button>
      </div>
    </li>
  )
}

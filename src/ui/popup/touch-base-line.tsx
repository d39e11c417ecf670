import type { JSX } from 'preact'
import type { TouchBaseView } from '../../domain/goals/month-view'
import { common, popup } from '../shared/words/en'
import { say } from '../shared/words/say'
import { sayMessage } from '../shared/words/say-message'
import { NameLink } from './name-link'

/** Somebody due a touch-base: why now, the letter that fits, and what can be done about it. */
export function TouchBaseLine(props: {
  due: TouchBaseView
  /** Title of the letter that fits; empty where none does. */
  letter: string
  onLog: () => void
  onSnooze: () => void
  onOpen: () => void
}): JSX.Element {
  const { due, letter } = props
  const name = due.person.shown
  return (
    <li class="person-line">
      <div class="person-words">
        <NameLink text={name} onOpen={props.onOpen} />
        <span class="person-note">
          {due.state === 'overdue' && <span class="late">{popup.overdue} </span>}
          {sayMessage(due.reason)}
          {letter && ` ${say(popup.fits, { title: letter })}`}
        </span>
      </div>
      <div class="person-acts">
        <button
          type="button"
          class="button small"
          aria-label={say(popup.logTouchWith, { name })}
          onClick={props.onLog}
        >
          {common.log}
        </button>
        <button
          type="button"
          class="button small quiet"
          aria-label={say(popup.snoozeName, { name })}
          onClick={props.onSnooze}
        >
          {popup.snooze}
        </button>
      </div>
    </li>
  )
}

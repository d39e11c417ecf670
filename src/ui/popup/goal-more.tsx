import type { JSX } from 'preact'
import type { LocalDate } from '../../domain/dates'
import type { Goal } from '../../domain/goals/goal'
import type { GoalView } from '../../domain/goals/month-view'
import { popup } from '../shared/words/en'
import { say } from '../shared/words/say'
import { showDate } from '../shared/words/show-date'
import { SayCards } from './cards'
import type { PopupSeeds } from './doors'
import { labelOf, rangeOf } from './goal-line'

/** Why a goal matters, how to go about it, its parts, and what to say, ask and write. */
export function GoalMore(props: {
  goal: Goal
  view: GoalView
  today: LocalDate
  seeds: PopupSeeds
}): JSX.Element {
  const { goal, view, today, seeds } = props
  const rule = view.overRule ? seeds.watchedRules.find((one) => one.id === view.overRule) : undefined
  return (
    <>
      {rule && (
        <p class="notice">
          {rule.why} {rule.next}
        </p>
      )}
      <p>{goal.why}</p>
      <p>{goal.how}</p>
      {goal.evidence.way === 'rhythm' && view.min === 0 && <p>{popup.rhythmNobody}</p>}
      {view.parts.length > 0 && (
        <ul class="goal-parts">
          {view.parts.map((part) => (
            <li key={part.id} data-done={part.done || undefined}>
              <span>{labelOf(goal, part)}</span>
              <span>
                {part.min === 0 ? popup.nothingYet : rangeOf(part)}
                {part.done
                  ? ` · ${popup.done}`
                  : part.by && ` · ${say(popup.by, { date: showDate(part.by, today) })}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      {goal.questions && goal.questions.length > 0 && (
        <>
          <h3>{popup.questions}</h3>
          <ul class="question-list">
            {goal.questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </>
      )}
      <SayCards
        seeds={seeds}
        spoken={goal.spoken ?? []}
        banks={goal.banks ?? []}
        templates={goal.templates ?? []}
        values={null}
      />
    </>
  )
}

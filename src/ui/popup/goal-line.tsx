import type { JSX } from 'preact'
import type { LocalDate } from '../../domain/dates'
import type { Goal } from '../../domain/goals/goal'
import type { GoalPartView, GoalView } from '../../domain/goals/month-view'
import { ProgressRing } from '../shared/progress-ring'
import { popup } from '../shared/words/en'
import { say } from '../shared/words/say'
import { showDate } from '../shared/words/show-date'

const mostNames = 2

/** One goal: what it is, how far it is, by when; its reason and ways on opening. */
export function GoalLine(props: {
  goal: Goal
  view: GoalView
  today: LocalDate
  onTick: (isDone: boolean) => void
}): JSX.Element {
  const { goal, view, today } = props
  const isOpenCount = view.way === 'count' && !view.done
  const next = isOpenCount ? view.parts.find((part) => !part.done) : undefined
  return (
    <li class="goal" data-way={view.way} data-done={view.done || undefined}>
      {view.way === 'tick' ? (
        <input
          type="checkbox"
          class="goal-tick"
          checked={view.done}
          aria-label={say(popup.tick, { title: goal.title })}
          onChange={(event) => props.onTick(event.currentTarget.checked)}
        />
      ) : view.way === 'count' ? (
        <ProgressRing count={view.count} min={view.min} isDone={view.done} />
      ) : (
        <span class="goal-guard" aria-hidden="true" />
      )}
      <details>
        <summary>
          <span class="goal-title">{goal.title}</span>
          <span class="goal-progress">{progressOf(view)}</span>
          {view.late && goal.mend ? (
            <span class="goal-note late">{goal.mend}</span>
          ) : (
            !view.done &&
            view.by && <span class="goal-note">{say(popup.by, { date: showDate(view.by, today) })}</span>
          )}
          {next && (
            <span class="goal-note">
              {say(popup.next, { label: labelOf(goal, next), progress: rangeOf(next) })}
            </span>
          )}
          {view.over && <span class="goal-note late">{overOf(goal)}</span>}
          {view.people.length > 0 && <span class="goal-note people">{namesOf(view)}</span>}
        </summary>
        <div class="goal-more">
          <p>{goal.why}</p>
          <p>{goal.how}</p>
          {goal.evidence.way === 'rhythm' && view.min === 0 && <p>{popup.rhythmNobody}</p>}
          {view.parts.length > 0 && (
            <ul class="goal-parts">
              {view.parts.map((part) => (
                <li key={part.id} data-done={part.done || undefined}>
                  <span>{labelOf(goal, part)}</span>
                  <span>
                    {rangeOf(part)}
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
              <ul>
                {goal.questions.map((question) => (
                  <li key={question}>{question}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      </details>
    </li>
  )
}

function labelOf(goal: Goal, part: GoalPartView): string {
  const parts = goal.evidence.way === 'count' ? goal.evidence.parts : []
  return parts.find((one) => one.id === part.id)?.label ?? ''
}

/** What to say when there is more than the goal's cap: of people, or of mails that wait at one time. */
function overOf(goal: Goal): string {
  const parts = goal.evidence.way === 'count' ? goal.evidence.parts : []
  const cap = parts.find((part) => part.cap)?.cap
  return cap && cap.of !== 'waiting' ? say(popup.overCount, { most: cap.most }) : popup.over
}

function progressOf(view: GoalView): string {
  if (view.way === 'guard') return ''
  if (view.way === 'tick' || (view.way === 'count' && view.min === 0)) return view.done ? popup.done : ''
  return rangeOf(view)
}

/** "1 of 3", "1 of 2–3" where the roadmap gives a range, and the number alone once it is past what was asked. */
function rangeOf({ count, min, max }: Pick<GoalView, 'count' | 'min' | 'max'>): string {
  if (count > Math.max(min, max)) return say(popup.progressMore, { count })
  return max > min ? say(popup.progressRange, { count, min, max }) : say(popup.progress, { count, min })
}

function namesOf(view: GoalView): string {
  const names = view.people.slice(0, mostNames).map((person) => person.shown)
  const rest = view.people.length - names.length
  const text = names.join(', ')
  return rest > 0 ? say(popup.andMore, { names: text, count: rest }) : text
}

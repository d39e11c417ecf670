import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { isLocalDate } from '../../../domain/dates'
import type { Goal } from '../../../domain/goals/goal'
import type { GoalView, MonthView } from '../../../domain/goals/month-view'
import { Field } from '../../shared/field'
import { road, roadPage } from '../../shared/words/en'
import { say } from '../../shared/words/say'
import { sayError } from '../../shared/words/say-message'
import { showDate } from '../../shared/words/show-date'
import type { PageTools } from '../doors'

const words = roadPage

/** What another month asks for, worked out by the same rules as today's, on the log as it stands. */
export function MonthPreview(props: PageTools & { goals: readonly Goal[] }): JSX.Element {
  const { store, doors, goals } = props
  const { today } = doors.momentNow()
  const [month, setMonth] = useState('')
  const [view, setView] = useState<MonthView | null>(null)
  const [fault, setFault] = useState('')
  const date = month === today.slice(0, 7) ? today : `${month}-15`
  const isMonth = /^\d{4}-\d{2}$/.test(month) && isLocalDate(date)
  const hasMonth = month !== ''

  useEffect(() => {
    if (!isMonth) return setView(null)
    let isGone = false
    const ask = () =>
      store.month.preview(date).then(
        (found) => {
          if (isGone) return
          setView(found)
          setFault('')
        },
        (error) => !isGone && setFault(sayError(error)),
      )
    void ask()
    const stop = store.subscribe(() => void ask())
    return () => {
      isGone = true
      stop()
    }
  }, [store, date, isMonth])

  return (
    <section class="card" aria-labelledby="preview">
      <h2 id="preview">{words.previewTitle}</h2>
      <p class="soft">{words.previewLead}</p>
      <div class="month-pick">
        <Field
          label={words.month}
          error={fault || (hasMonth && !isMonth ? words.monthWrong : undefined) || undefined}
        >
          {(links) => (
            // Firefox draws a plain text field: the pattern says what belongs in it.
            <input
              {...links}
              type="month"
              placeholder="2027-03"
              value={month}
              onInput={(event) => setMonth(event.currentTarget.value.trim())}
            />
          )}
        </Field>
      </div>
      <div role="status" class="live">
        {isMonth && !view && !fault && <p class="soft">{words.previewWaiting}</p>}
        {view && <Preview view={view} goals={goals} today={today} doors={doors} />}
      </div>
    </section>
  )
}

function Preview(props: {
  view: MonthView
  goals: readonly Goal[]
  today: string
  doors: PageTools['doors']
}): JSX.Element {
  const { view, today } = props
  const byId = new Map(props.goals.map((goal) => [goal.id, goal]))
  const labels = new Map(props.doors.seeds.seasonDates.map((one) => [one.id, one.label]))
  const shown = view.goals.flatMap((goal) => {
    const seed = byId.get(goal.id)
    return seed ? [{ goal, seed }] : []
  })
  const dates = view.deadlines.filter((one) => one.kind === 'season' && labels.has(one.id))
  return (
    <div class="inset form">
      <h3>
        {say(words.previewStage, {
          date: showDate(view.date, today),
          stage: road.stages[view.stage.id] ?? '',
        })}
      </h3>
      {shown.length === 0 && <p class="soft">{words.previewNoGoals}</p>}
      <ul class="facts-list">
        {shown.map(({ goal, seed }) => (
          <li key={goal.id}>
            {seed.title} <span class="soft">{showProgress(goal, today)}</span>
          </li>
        ))}
      </ul>
      {view.touchBases.length > 0 && (
        <p class="soft">{say(words.previewDue, { count: view.touchBases.length })}</p>
      )}
      {dates.length > 0 && (
        <>
          <h4>{words.previewDates}</h4>
          <ul class="facts-list">
            {dates.map((one) => (
              <li key={one.id}>
                {labels.get(one.id)} <span class="soft">{showDate(one.date, today)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function showProgress(goal: GoalView, today: string): string {
  const parts = [
    goal.done
      ? words.previewDone
      : goal.way === 'count' && goal.min > 0
        ? say(words.previewCount, { count: goal.count, min: goal.min })
        : '',
    !goal.done && goal.by ? say(words.previewBy, { date: showDate(goal.by, today) }) : '',
  ]
  return parts.filter(Boolean).join(' · ')
}

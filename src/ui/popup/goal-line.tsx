import type { JSX } from 'preact'
import { useId, useState } from 'preact/hooks'
import type { Goal } from '../../domain/goals/goal'
import type { GoalPartView, GoalView } from '../../domain/goals/month-view'
import { Icon } from '../shared/icon'
import { ProgressRing } from '../shared/progress-ring'
import { popup } from '../shared/words/en'
import { say } from '../shared/words/say'
import { showDate } from '../shared/words/show-date'
import type { PopupSeeds } from './doors'
import { FunnelLine } from './funnel-line'
import type { GoalMore as GoalMoreType } from './goal-more'
import { NameLink } from './name-link'
import { itemHash, type MonthTools } from './tools'

const mostNames = 2
/** The search for a research mentor: it has a page of its own. */
const researchGoal = 'R2.8'

/** What a goal shows when it is opened: it comes after the first paint. */
export interface GoalDetail {
  GoalMore: typeof GoalMoreType
  seeds: PopupSeeds
}

/** One goal: what it is, how far it is, by when, and who was counted; its reason and ways on opening. */
export function GoalLine(props: {
  goal: Goal
  view: GoalView
  tools: MonthTools
  detail: GoalDetail | null
}): JSX.Element {
  const { goal, view, tools, detail } = props
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const { stage } = tools.view
  const tick = (isDone: boolean) =>
    tools.act(say(isDone ? popup.ticked : popup.unticked, { title: goal.title }), () =>
      tools.store.goals.mark(goal.id, stage.id, isDone, tools.doors.momentNow()),
    )
  return (
    <li class="goal" data-way={view.way} data-done={view.done || undefined}>
      {view.way === 'tick' ? (
        <input
          type="checkbox"
          class="goal-tick"
          checked={view.done}
          aria-label={say(popup.tick, { title: goal.title })}
          onChange={(event) => void tick(event.currentTarget.checked)}
        />
      ) : view.way === 'count' ? (
        <ProgressRing count={view.count} min={view.min} isDone={view.done} />
      ) : (
        <span class="goal-guard" aria-hidden="true" />
      )}
      <div class="goal-words">
        <button
          type="button"
          class="goal-head"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          <span class="goal-title">{goal.title}</span>
          <span class="goal-progress">{progressOf(view)}</span>
          <Icon name="chevron" />
          {view.over && <span class="goal-note late">{overOf(goal)}</span>}
          {view.late && goal.mend ? <span class="goal-note late">{goal.mend}</span> : <GoalNote {...props} />}
        </button>
        {view.counted.length > 0 && <Counted view={view} tools={tools} />}
        {goal.id === researchGoal && (
          <FunnelLine
            funnel={tools.view.funnel}
            cold={tools.view.cold}
            onOpen={() => tools.open('/funnel')}
          />
        )}
        <div id={id} class="goal-more" hidden={!isOpen}>
          {isOpen && detail && (
            <detail.GoalMore goal={goal} view={view} today={tools.today} seeds={detail.seeds} />
          )}
        </div>
      </div>
    </li>
  )
}

/** The next step, the last day, and for whom: one quiet line, or none. */
function GoalNote({ goal, view, tools }: Parameters<typeof GoalLine>[0]): JSX.Element | null {
  if (view.done || view.way === 'guard') return null
  const next = view.way === 'count' ? view.parts.find((part) => !part.done) : undefined
  const by = view.by
  const parts = [
    next && say(popup.next, { label: labelOf(goal, next), progress: rangeOf(next) }),
    by && say(popup.by, { date: showDate(by, tools.today) }),
    view.carried && popup.carried,
    view.ifApt && popup.ifApt,
  ].filter(Boolean)
  return parts.length > 0 ? <span class="goal-note">{parts.join(' · ')}</span> : null
}

/** Who and what was counted, the newest first, each leading to its page. */
function Counted({ view, tools }: { view: GoalView; tools: MonthTools }): JSX.Element {
  const named = view.counted.filter((item) => item.shown !== '').slice(0, mostNames)
  const rest = Math.max(view.count, view.counted.length) - named.length
  return (
    <p class="goal-names">
      {named.map((item, index) => (
        <span key={`${item.what}${item.id}`}>
          {index > 0 && ' '}
          <NameLink text={item.shown} onOpen={() => tools.open(itemHash(item))} />
        </span>
      ))}
      {named.length > 0 && view.min > 0 && rest > 0 && !isOfSteps(view) && (
        <span class="and-more">{say(popup.andMore, { count: rest })}</span>
      )}
    </p>
  )
}

/** The words of one part of a goal. */
export function labelOf(goal: Goal, part: GoalPartView): string {
  const parts = goal.evidence.way === 'count' ? goal.evidence.parts : []
  return parts.find((one) => one.id === part.id)?.label ?? ''
}

/** A goal of steps counts the steps, not who was met on them. */
function isOfSteps(view: GoalView): boolean {
  return view.parts.length > 1
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
export function rangeOf({ count, min, max }: Pick<GoalView, 'count' | 'min' | 'max'>): string {
  if (count > Math.max(min, max)) return say(popup.progressMore, { count })
  return max > min ? say(popup.progressRange, { count, min, max }) : say(popup.progress, { count, min })
}

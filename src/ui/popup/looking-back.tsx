import type { JSX } from 'preact'
import { addDays } from '../../domain/dates'
import { checklistMarkId } from '../../domain/goals/view-checklist'
import { popup } from '../shared/words/en'
import { say } from '../shared/words/say'
import { showDate } from '../shared/words/show-date'
import type { PopupSeeds } from './doors'
import { Fold } from './fold'
import { NameLink } from './name-link'
import { type MonthTools, personHash } from './tools'

const mostNamed = 3
/** The list of the year's end shows so many days before it. */
const yearEndDays = 60
/** Said in their own place: overdue mentors stand among the touch-bases. */
const saidElsewhere: readonly string[] = ['R9.5']

/** Watched rules (R9) that the log shows, in plain words; the student decides. */
export function Warnings(props: { tools: MonthTools; seeds: PopupSeeds }): JSX.Element | null {
  const { tools, seeds } = props
  const { view } = tools
  const byGoals = view.goals.filter((goal) => goal.over).map((goal) => goal.overRule)
  const shown = view.warnings.flatMap((warning) => {
    const rule = seeds.watchedRules.find((one) => one.id === warning.rule)
    const isSaid =
      byGoals.includes(warning.rule) || (saidElsewhere.includes(warning.rule) && view.touchBases.length > 0)
    return rule && !isSaid ? [{ warning, rule }] : []
  })
  if (shown.length === 0) return null
  return (
    <section aria-labelledby="warnings">
      <h2 id="warnings" tabIndex={-1}>
        {popup.warnings}
      </h2>
      {shown.map(({ warning, rule }) => (
        <Fold key={rule.id} title={rule.title} note="">
          <p>{rule.why}</p>
          <p>{rule.next}</p>
          {warning.people.length > 0 && (
            <p class="goal-names">
              {warning.people.slice(0, mostNamed).map((person, index) => (
                <span key={person.id}>
                  {index > 0 && ' '}
                  <NameLink text={person.shown} onOpen={() => tools.open(personHash(person.id))} />
                </span>
              ))}
              {warning.people.length > mostNamed && (
                <span class="and-more">
                  {say(popup.andMore, { count: warning.people.length - mostNamed })}
                </span>
              )}
            </p>
          )}
        </Fold>
      ))}
    </section>
  )
}

/** What should stand when the year of school ends (R6), in its last weeks. */
export function YearEnd({ tools, seeds }: { tools: MonthTools; seeds: PopupSeeds }): JSX.Element | null {
  const { view, today, doors, store } = tools
  const { checklist } = view
  const seed = seeds.checklists.find((one) => one.id === checklist?.id)
  if (!checklist || !seed || today < addDays(checklist.by, -yearEndDays)) return null
  const done = checklist.items.filter((item) => item.done).length
  if (done === checklist.items.length) return null
  const progress = say(popup.progress, { count: done, min: checklist.items.length })
  const by = say(popup.by, { date: showDate(checklist.by, today) })
  return (
    <Fold title={seed.title} note={`${progress} · ${by}`}>
      <ul class="tick-list">
        {checklist.items.flatMap((item) => {
          const words = seed.items.find((one) => one.id === item.id)
          if (!words) return []
          const mark = checklistMarkId(checklist.id, item.id)
          return [
            <li key={item.id}>
              <label class="tick">
                <input
                  type="checkbox"
                  checked={item.done}
                  disabled={item.way === 'count'}
                  onChange={(event) => {
                    const isDone = event.currentTarget.checked
                    const title = words.text
                    void tools.act(say(isDone ? popup.ticked : popup.unticked, { title }), () =>
                      store.goals.mark(mark, view.stage.id, isDone, doors.momentNow()),
                    )
                  }}
                />
                <span>
                  {words.text}
                  {item.way === 'count' && !item.done && (
                    <span class="person-note">
                      {say(popup.progress, { count: item.count, min: item.min })} · {words.mend}
                    </span>
                  )}
                </span>
              </label>
            </li>,
          ]
        })}
      </ul>
    </Fold>
  )
}

/** What earlier months would have built: folded away, and never late. */
export function CatchUp({ tools }: { tools: MonthTools }): JSX.Element | null {
  const { view, goals, doors, store } = tools
  const shown = view.catchUp.flatMap((one) => {
    const goal = goals.get(one.id)
    return goal?.catchUp ? [{ ...one, title: goal.title, text: goal.catchUp.text }] : []
  })
  if (shown.length === 0) return null
  return (
    <Fold title={popup.catchUp} note={say(popup.catchUpCount, { count: shown.length })}>
      <ul class="tick-list">
        {shown.map(({ id, title, text, way, count, min }) => (
          <li key={id}>
            <label class="tick">
              <input
                type="checkbox"
                checked={false}
                onChange={() =>
                  void tools.act(say(popup.ticked, { title }), () =>
                    store.goals.mark(id, view.stage.id, true, doors.momentNow()),
                  )
                }
              />
              <span>
                <strong>{title}</strong>
                {way === 'count' && <span class="goal-progress"> {say(popup.progress, { count, min })}</span>}
                <span class="person-note">{text}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </Fold>
  )
}

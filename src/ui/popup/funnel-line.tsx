import type { JSX } from 'preact'
import type { FunnelView } from '../../domain/funnel/funnel-view'
import type { MonthView } from '../../domain/goals/month-view'
import { funnelPopup as words } from '../shared/words/en'
import { say } from '../shared/words/say'

const mostNames = 3

/** Where the search for a research mentor stands, beside its goal: how many, who is waited for, and the page of it. */
export function FunnelLine(props: {
  funnel: FunnelView
  cold: MonthView['cold']
  onOpen: () => void
}): JSX.Element | null {
  const { funnel, cold } = props
  if (funnel.people.length === 0) return null
  const count = (id: FunnelView['steps'][number]['id']) =>
    funnel.steps.find((step) => step.id === id)?.count ?? 0
  const waiting = funnel.people.flatMap(({ person, state, awaited }) =>
    state === 'written' && awaited
      ? say(awaited.days === 0 ? words.today : words.days, {
          name: person.shown,
          days: awaited.days,
        })
      : [],
  )
  const people = waiting.slice(0, mostNames).join(', ')
  const rest = waiting.length - mostNames
  return (
    <div class="funnel-note">
      <p>{say(words.line, { names: count('names'), vetted: count('vetted'), talks: count('talks') })}</p>
      {waiting.length > 0 && (
        <p>
          {say(words.waiting, {
            count: waiting.length,
            people: rest > 0 ? say(words.more, { people, count: rest }) : people,
          })}
        </p>
      )}
      {cold.people.length >= cold.most && <p class="late">{words.full}</p>}
      <button type="button" class="link" onClick={props.onOpen}>
        {words.open}
      </button>
    </div>
  )
}

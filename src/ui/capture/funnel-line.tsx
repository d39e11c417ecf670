import type { Standing } from '../../domain/funnel/funnel-view'
import type { Person } from '../../domain/person/person'
import type { FunnelAnswer } from '../../messaging/protocol'
import { funnelPanel as words } from '../shared/words/en'
import { say } from '../shared/words/say'

/** One line about the search for a research mentor, and a second when three first e-mails already wait (R9.1). */
export function FunnelLine(props: { funnel: FunnelAnswer; known: Person | null }) {
  const { funnel, known } = props
  const text = funnel.standing ? sayStanding(funnel.standing, known) : sayFresh(funnel.names)
  // Who was written to already is no next letter.
  const isNext = !['written', 'answered', 'talked'].includes(funnel.standing?.state ?? '')
  const isWarned = isNext && funnel.cold.length > 0
  if (!text && !isWarned) return null
  return (
    <div class="funnel">
      {text && (
        <p class="hint">
          <strong>{words.title}:</strong> {text}
        </p>
      )}
      {isWarned && (
        <p class="banner" data-kind="warn" role="note">
          {say(words.cold, { names: funnel.cold.join(', ') })}
        </p>
      )}
    </div>
  )
}

function sayStanding({ state, answer, days }: Standing, known: Person | null): string {
  if (state === 'answered' && words.answers[answer]) return words.answers[answer] ?? ''
  if (state === 'written' && days === 0) return words.writtenToday
  const said = say(words.states[state] ?? '', { days })
  const saidBy = known?.studentFriendly.saidBy
  const isOfWord = state === 'vetted' || state === 'set-aside'
  return isOfWord && saidBy ? say(words.saidBy, { state: said, name: saidBy }) : said
}

function sayFresh(names: FunnelAnswer['names']): string {
  if (!names) return ''
  const { count, min, max } = names
  return count < max ? say(words.fresh, { next: count + 1, min, max }) : say(words.freshMore, { count, max })
}

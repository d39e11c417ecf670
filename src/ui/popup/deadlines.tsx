import type { JSX } from 'preact'
import type { DeadlineView } from '../../domain/goals/month-view'
import { popup } from '../shared/words/en'
import { say } from '../shared/words/say'
import { showDate } from '../shared/words/show-date'
import type { PopupSeeds } from './doors'
import { LongList } from './long-list'
import { NameLink } from './name-link'
import type { MonthTools } from './tools'

/** Days of the next month that stand in no goal above; of the season with how sure they are. */
export function Deadlines(props: {
  tools: MonthTools
  seeds: PopupSeeds
  /** Names of the programs, as far as they are known yet. */
  programs: ReadonlyMap<string, string>
}): JSX.Element | null {
  const { tools } = props
  const shown = tools.view.deadlines.flatMap((one) => {
    const words = describe(one, props)
    return words ? [{ one, words }] : []
  })
  if (shown.length === 0) return null
  return (
    <section aria-labelledby="deadlines">
      <h2 id="deadlines" tabIndex={-1}>
        {popup.deadlines}
      </h2>
      <LongList
        lines={shown.map(({ one, words }) => (
          <li key={`${one.kind}${one.id}`} class="dated-line" data-late={one.late || undefined}>
            <span class="day">{showSpan(one, tools.today)}</span>
            <span class="dated-words">
              {words.hash ? (
                <NameLink text={words.text} onOpen={() => tools.open(words.hash)} />
              ) : (
                <span class="dated-title">{words.text}</span>
              )}
              {one.state === 'estimated' && <span class="tag">{popup.estimated}</span>}
              {(one.late || words.note) && (
                <span class="person-note">{one.late ? popup.stillOpen : words.note}</span>
              )}
            </span>
          </li>
        ))}
      />
    </section>
  )
}

function describe(
  one: DeadlineView,
  { seeds, programs }: Parameters<typeof Deadlines>[0],
): { text: string; note: string; hash: string } | null {
  const name = one.person?.shown ?? ''
  switch (one.kind) {
    case 'season': {
      const seed = seeds.seasonDates.find((date) => date.id === one.id)
      return seed ? { text: seed.label, note: seed.note, hash: '' } : null
    }
    case 'goal':
      // Every goal says its own last day, in the list of goals.
      return null
    case 'letter-ask':
    case 'letter-nudge':
    case 'letter-due':
      return {
        text: say(popup.deadlineOf[one.kind] ?? '', { name }),
        note: '',
        hash: `/letters/${encodeURIComponent(one.id)}`,
      }
    case 'interview':
    case 'interview-notes': {
      const program = programs.get(one.programId)
      const words = program ? popup.deadlineOf : popup.deadlineOfUnnamed
      return {
        text: say(words[one.kind] ?? '', { program: program ?? '' }),
        note: '',
        hash: '/interviews',
      }
    }
  }
}

function showSpan({ date, to }: DeadlineView, today: string): string {
  const first = date === today ? popup.today : showDate(date, today)
  return to && to !== date ? say(popup.span, { from: first, to: showDate(to, today) }) : first
}

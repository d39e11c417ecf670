import type { JSX } from 'preact'
import type { LocalDate } from '../../../domain/dates'
import type { Goal } from '../../../domain/goals/goal'
import type { RoadStation } from '../../../domain/stage/list-road'
import { road, roadPage } from '../../shared/words/en'
import { say } from '../../shared/words/say'
import { showDate } from '../../shared/words/show-date'

const words = roadPage

/** The stages in order, with their days, the goals of each, and where the student stands. */
export function RoadLine(props: {
  stations: readonly RoadStation[]
  goals: readonly Goal[]
  today: LocalDate
}): JSX.Element {
  const { stations, goals, today } = props
  return (
    <section class="card" aria-labelledby="line">
      <h2 id="line">{words.lineTitle}</h2>
      <ol class="road-line">
        {stations.map((station) => {
          const name = station.pause ? words.pauseKinds[station.pause] : road.stages[station.id]
          const own = station.pause ? [] : goals.filter((goal) => goal.stages.includes(station.id))
          return (
            <li
              key={`${station.id} ${station.from}`}
              data-when={station.when}
              aria-current={station.when === 'now' ? 'step' : undefined}
            >
              <p class="road-name">
                {name}
                {station.when === 'now' && <span class="outcome">{words.now}</span>}
              </p>
              <p class="soft">{station.when === 'cut' ? words.cut : showSpan(station, today)}</p>
              {own.length > 0 && (
                <details class="folded">
                  <summary>
                    {say(words.goals, { count: own.length })}
                    <span class="sr-only"> {name}</span>
                  </summary>
                  <ul class="facts-list">
                    {own.map((goal) => (
                      <li key={goal.id}>{goal.title}</li>
                    ))}
                  </ul>
                </details>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function showSpan({ from, to }: RoadStation, today: LocalDate): string {
  if (from && to) return say(words.span, { from: showDate(from, today), to: showDate(to, today) })
  if (from) return say(words.since, { from: showDate(from, today) })
  return to ? say(words.until, { to: showDate(to, today) }) : ''
}

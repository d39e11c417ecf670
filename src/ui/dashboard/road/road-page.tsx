import type { JSX } from 'preact'
import { listRoad } from '../../../domain/stage/list-road'
import { roadPage } from '../../shared/words/en'
import { sayError } from '../../shared/words/say-message'
import type { PageTools } from '../doors'
import { useLive } from '../use-live'
import { Milestones } from './milestones'
import { MonthPreview } from './month-preview'
import { RoadLine } from './road-line'
import { SeasonDates } from './season-dates'

const words = roadPage

/** The four-year road: where the student stands, what happened, another month, and the dates of the season. */
export function RoadPage(tools: PageTools): JSX.Element {
  const { store, doors } = tools
  const { today } = doors.momentNow()
  const live = useLive(store, 'road', async () => {
    const [profile, edits, milestones, programs] = await Promise.all([
      store.profile.get(),
      store.road.seedEdits.list(),
      store.road.milestones.list(),
      store.road.programs.list(),
    ])
    return { profile, edits, milestones, programs }
  })
  const loaded = live.value
  const { goals } = doors.seeds
  const isAssumed =
    loaded !== undefined && (loaded.profile.matriculation === null || loaded.profile.clerkshipStart === null)
  return (
    <>
      <h1>{words.title}</h1>
      <p class="soft">
        {words.lead} {isAssumed && words.assumed}{' '}
        <button type="button" class="link" onClick={doors.openWelcome}>
          {words.setDates}
        </button>
      </p>
      {live.error !== null && <p class="notice">{sayError(live.error)}</p>}
      {loaded && (
        <>
          <RoadLine stations={listRoad(today, loaded.profile)} goals={goals} today={today} />
          <Milestones {...tools} milestones={loaded.milestones} programs={loaded.programs} />
          <MonthPreview {...tools} goals={goals} />
          <SeasonDates {...tools} profile={loaded.profile} edits={loaded.edits} />
        </>
      )}
    </>
  )
}

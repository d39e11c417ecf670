import type { LocalDate } from '../dates'
import type { Pause, Profile } from '../profile/profile'
import { type StageSpan, spanOfStage, stageOn } from './stage-on'
import { type StageId, stageIds } from './stages'

/** One station of the four-year road. */
export interface RoadStation {
  id: StageId
  from: LocalDate | null
  to: LocalDate | null
  /** `cut`: the student's calendar leaves the stage out. */
  when: 'past' | 'now' | 'ahead' | 'cut'
  /** What kind of pause it is; null for a stage. */
  pause: Pause['kind'] | null
}

/**
 * The whole road in the order of time, from the first day of school to graduation, pauses among the stages where they
 * begin. During a pause the pause is where the student stands. Stages that the calendar leaves out keep their place.
 */
export function listRoad(today: LocalDate, profile: Profile): RoadStation[] {
  const here = stageOn(today, profile)
  const place = (span: StageSpan, pause: Pause['kind'] | null): RoadStation => {
    const isHere =
      pause === null
        ? here.id === span.id
        : here.id === 'pause' && here.from === span.from && here.to === span.to
    const when = isHere ? 'now' : span.to !== null && span.to < today ? 'past' : 'ahead'
    return { ...span, when, pause }
  }
  const stations = stageIds
    .filter((id) => id !== 'pause' && id !== 'before-ms1' && id !== 'after')
    .map((id): RoadStation => {
      const span = spanOfStage(id, today, profile)
      return span ? place(span, null) : { id, from: null, to: null, when: 'cut', pause: null }
    })
  const pauses = [...profile.pauses].sort((a, b) => (a.from < b.from ? -1 : 1))
  for (const { kind, from, to } of pauses) {
    const after = stations.findIndex((one) => one.from !== null && one.from > from)
    stations.splice(after < 0 ? stations.length : after, 0, place({ id: 'pause', from, to }, kind))
  }
  return stations
}

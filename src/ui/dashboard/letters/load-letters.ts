import type { LocalDate } from '../../../domain/dates'
import { findLettersNeededOn } from '../../../domain/letters/needed-on'
import type { Profile } from '../../../domain/profile/profile'
import { listSeason } from '../../../domain/season/list-season'
import { roadDates, stageOn } from '../../../domain/stage/stage-on'
import type { PageTools } from '../doors'

/** What the pages about letters show. */
export async function loadLetters({ store, doors }: PageTools) {
  const [letters, rows, rotations, programs, milestones, edits, profile] = await Promise.all([
    store.road.letters.list(),
    store.people.rows(),
    store.road.rotations.list(),
    store.road.programs.list(),
    store.road.milestones.list(),
    store.road.seedEdits.list(),
    store.profile.get(),
  ])
  const { today } = doors.momentNow()
  // While neither end of the road is set, nothing says which season is the student's.
  const isSeasonKnown =
    profile.matriculation !== null || profile.graduationYear !== null || profile.graduationDate !== null
  const season = isSeasonKnown
    ? listSeason(doors.seeds.seasonDates, seasonStudent(profile, today), edits)
    : []
  return {
    letters,
    rows,
    rotations,
    programs,
    profile,
    stage: stageOn(today, profile),
    /** The day the student matched, when they did. */
    matchedOn: milestones.find((one) => one.kind === 'matched')?.date ?? null,
    neededOn: findLettersNeededOn(season),
  }
}

export type LoadedLetters = Awaited<ReturnType<typeof loadLetters>>

function seasonStudent(profile: Profile, today: LocalDate) {
  return {
    season: roadDates(today, profile).graduationYear,
    specialties: profile.specialties,
    degree: profile.degree,
    isMilitary: profile.military,
  }
}

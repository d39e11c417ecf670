import { createPlaceReader } from '../../../domain/benchmarks/place'
import type { Person } from '../../../domain/person/person'
import type { PersonRow } from '../../../domain/person/person-row'
import type { Program } from '../../../domain/programs/program'
import { listResidentsAt } from '../../../domain/programs/residents-at'
import { type DatedSeason, listSeason } from '../../../domain/season/list-season'
import { stageOn } from '../../../domain/stage/stage-on'
import type { Touch } from '../../../domain/touch/touch'
import type { PageTools } from '../doors'
import { loadPrograms } from '../programs/load-programs'
import { seasonStudent } from '../road/season-student'

/** Dates by which a rank list is due, by match. */
const deadlineIds = ['rank-list-deadline', 'ophthalmology-rank']

/** What the page of interviews and the rank list shows, with the people it writes to. */
export async function loadInterviews({ store, doors }: Pick<PageTools, 'store' | 'doors'>) {
  const [loaded, interviews, profile, edits] = await Promise.all([
    loadPrograms(store),
    store.road.interviews.list(),
    store.profile.get(),
    store.road.seedEdits.list(),
  ])
  const { today } = doors.momentNow()
  const readPlace = createPlaceReader(profile.school)
  const programsById = new Map(loaded.programs.map((program) => [program.id, program]))
  /** Nobody at the own school: they are met in person. */
  const residentsAt = (program: Program): PersonRow[] =>
    readPlace(program.institution) === 'home'
      ? []
      : listResidentsAt(loaded.connectionsOf(program), loaded.rowsById)
  const mentors = loaded.rows
    .filter((row) => row.mentor !== 'none')
    .sort((a, b) => Number(b.mentor === 'key') - Number(a.mentor === 'key') || (a.sort < b.sort ? -1 : 1))

  const wanted = new Set(mentors.map((row) => row.id))
  for (const { programId } of interviews) {
    const program = programsById.get(programId)
    if (program) for (const row of residentsAt(program)) wanted.add(row.id)
  }
  const people = new Map<string, { person: Person; touches: Touch[] }>()
  await Promise.all(
    [...wanted].map(async (id) => {
      const [person, touches] = await Promise.all([store.people.get(id), store.touches.of(id)])
      if (person) people.set(id, { person, touches })
    }),
  )
  const season = listSeason(doors.seeds.seasonDates, seasonStudent(profile, today), edits)
  return {
    ...loaded,
    interviews,
    programsById,
    residentsAt,
    mentors,
    people,
    profile,
    stage: stageOn(today, profile),
    deadline: findDeadline(season, today),
  }
}

export type LoadedInterviews = Awaited<ReturnType<typeof loadInterviews>>

/** The next day on which a rank list is due; the last one when all have passed. */
function findDeadline(season: readonly DatedSeason[], today: string): DatedSeason | null {
  const dates = season.filter((one) => deadlineIds.includes(one.id))
  return dates.find((one) => one.date >= today) ?? dates.at(-1) ?? null
}

import { stageIds } from '../stage/stages'
import { countPeopleByRow } from './count-people'
import { countRecords } from './count-records'
import { type Goal, isOfRecords } from './goal'
import type { Ground } from './ground'
import type { CatchUpView } from './month-view'

/**
 * What stages that have passed would have built and the log does not show, in the order of the road: kindly meant, never
 * late. Once it is done, or ticked away in any stage, it goes. Nothing is listed while the first day of school is only
 * assumed: a guess cannot say what has passed.
 */
export function listCatchUp(goals: readonly Goal[], ground: Ground): CatchUpView[] {
  const { stage, input } = ground
  const { matriculation, graduationYear, graduationDate } = input.profile
  const isGuess = matriculation === null && graduationYear === null && graduationDate === null
  if (isGuess || !stage.id.startsWith('ms')) return []
  const now = stageIds.indexOf(stage.id)
  const ticked = new Set(input.marks.map((mark) => mark.goalId))
  return goals.flatMap((goal): CatchUpView[] => {
    const { id, catchUp, evidence } = goal
    const last = Math.max(...goal.stages.map((one) => stageIds.indexOf(one)))
    if (!catchUp || last >= now || goal.carriesInto?.includes(stage.id)) return []
    if (now > stageIds.indexOf(catchUp.until) || ticked.has(id)) return []
    if (evidence.way !== 'count') return [{ id, way: 'tick', count: 0, min: 0 }]
    const counts = evidence.parts.map(({ query, min }) => {
      // Its own time is behind what the view reads: what the people's rows say stands for it.
      if (!isOfRecords(query)) return { count: countPeopleByRow(query, ground), min: Number(min) }
      // Not to the last one: what has passed is over.
      return { count: countRecords(query, ground).counted.length, min: min === 'all' ? 1 : min }
    })
    const isDone = (one: { count: number; min: number }) => one.count >= one.min
    if (counts.every(isDone)) return []
    const isOfSteps = evidence.progress === 'parts'
    const count = isOfSteps
      ? counts.filter(isDone).length
      : counts.reduce((all, one) => all + Math.min(one.count, one.min), 0)
    const min = isOfSteps ? counts.length : counts.reduce((all, one) => all + one.min, 0)
    return [{ id, way: 'count', count, min }]
  })
}

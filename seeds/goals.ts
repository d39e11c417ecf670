import type { Goal } from '../src/domain/goals/goal'
import { stageIds } from '../src/domain/stage/stages'

/**
 * The roadmap's goals, one file each in `seeds/goals`. The shape is promised by tests/seeds/goals.test.ts, which reads
 * every file through `goalSchema`, so nothing is checked again when a page opens.
 */
const files = import.meta.glob<Goal>('./goals/*.json', { eager: true, import: 'default' })

/** Every goal, in the order of the road: by first stage, and by number within it, with "not yet" rules last. */
export const goals: readonly Goal[] = Object.values(files).sort(
  (a, b) =>
    stageRank(a) - stageRank(b) ||
    Number(a.evidence.way === 'guard') - Number(b.evidence.way === 'guard') ||
    goalNumber(a.id) - goalNumber(b.id),
)

function stageRank(goal: Goal): number {
  // A rule of several stages belongs after the goals of each of them.
  return goal.stages.length > 1 ? stageIds.length : Math.min(...goal.stages.map((id) => stageIds.indexOf(id)))
}

/** `R2.10` → 210, so that it comes after `R2.9`. */
function goalNumber(id: string): number {
  const [section = '0', number = '0'] = id.slice(1).split('.')
  return Number(section) * 100 + Number(number)
}

import type { TouchKind } from '../touch/touch'
import { type Effort, type EffortClass, effortClasses } from './network'

/** Shares of the effort in whole percent, together 100. */
export type EffortMix = Record<EffortClass, number>

/** How the logged touches divide among the classes; null when there are none. A kind without a class is left out. */
export function mixEffort(kinds: readonly TouchKind[], effort: Effort): EffortMix | null {
  const counts: EffortMix = { exploring: 0, mentorship: 0, outcomes: 0 }
  let all = 0
  for (const kind of kinds) {
    const of = Object.hasOwn(effort.kinds, kind) ? effort.kinds[kind] : undefined
    if (!of) continue
    counts[of] += 1
    all += 1
  }
  return all === 0 ? null : toPercent(counts, all)
}

/** Rounds down, and gives what is left to the largest remainders, so that the bar is always full. */
function toPercent(counts: EffortMix, all: number): EffortMix {
  const exact = effortClasses.map((id) => ({ id, share: (counts[id] * 100) / all }))
  const mix: EffortMix = { exploring: 0, mentorship: 0, outcomes: 0 }
  for (const { id, share } of exact) mix[id] = Math.floor(share)
  const left = 100 - effortClasses.reduce((sum, id) => sum + mix[id], 0)
  const byRemainder = exact.sort((a, b) => (b.share % 1) - (a.share % 1))
  for (const { id } of byRemainder.slice(0, left)) mix[id] += 1
  return mix
}

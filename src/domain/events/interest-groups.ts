import { foldText } from '../names/fold'
import type { NetworkEvent } from './event'

/** How many interest groups the roadmap asks for at most (R2.5, R9.7). */
export const mostInterestGroups = 2

/** The interest groups joined, once each as first written, in the order in which they were joined. */
export function listInterestGroups(events: readonly NetworkEvent[]): string[] {
  const joined = new Map<string, string>()
  const inOrder = [...events].sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1))
  for (const { interestGroup } of inOrder) {
    const key = foldText(interestGroup).trim()
    if (key && !joined.has(key)) joined.set(key, interestGroup.trim())
  }
  return [...joined.values()]
}

/** True when joining `group` would be one too many. A group that was joined before is none. */
export function isGroupTooMany(group: string, joined: readonly string[]): boolean {
  const key = foldText(group).trim()
  if (!key) return false
  const keys = joined.map((one) => foldText(one).trim())
  return !keys.includes(key) && keys.length >= mostInterestGroups
}

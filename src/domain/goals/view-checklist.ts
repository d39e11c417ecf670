import { listYearEnds } from '../benchmarks/growth'
import { years } from '../benchmarks/network'
import { addDays } from '../dates'
import type { Ground } from './ground'
import type { ChecklistView } from './month-view'
import { countFor } from './view-goal'

/** The mark under which an item of a checklist is ticked. */
export function checklistMarkId(checklist: string, item: string): string {
  return `${checklist}/${item}`
}

/** The checklist of this year of school (R6), counted; null outside of school and in a pause. */
export function viewChecklist(ground: Ground): ChecklistView | null {
  const { stage, input, road } = ground
  const year = years.find((one) => stage.id.startsWith(one))
  const checklist = input.checklists.find((one) => one.year === year)
  if (!year || !checklist) return null
  // The second year is over for this when the wards begin.
  const by = year === 'ms2' ? addDays(road.clerkshipStart, -1) : listYearEnds(road)[`${year}-end`]
  const items = checklist.items.map(({ id, min, max = 0, query }) => {
    const mark = checklistMarkId(checklist.id, id)
    const isTicked = input.marks.some((one) => one.goalId === mark)
    if (!query) return { id, way: 'tick' as const, count: 0, min, max, done: isTicked }
    const count = countFor(query, ground, stage, null).counted.length
    return { id, way: 'count' as const, count, min, max, done: isTicked || count >= min }
  })
  return { id: checklist.id, by, items }
}

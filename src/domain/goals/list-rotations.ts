import { addDays, daysBetween } from '../dates'
import { isCandidate, isConfirmed } from '../letters/letter-rules'
import { type DatedTask, lastDayOf, listTasks } from '../rotation/list-tasks'
import { listKnownDone } from '../rotation/mark-done'
import type { Rotation } from '../rotation/rotation'
import type { Ground } from './ground'
import type { RotationView } from './month-view'

/** After its last day a rotation is kept in sight for so long, while something of its end is open: the ask, the thanks. */
const afterDays = 14

/** Steps with a possible writer: without one they are not late, they were not for this rotation (R4.6–R4.8). */
const ifThereIsAWriter: ReadonlySet<string> = new Set(['R4.6', 'R4.7', 'R4.8', 'R5.7-ask'])
/** The badge counts a task that is late for so long; after that it is no news. */
const newsDays = 7

/** Somebody of this rotation is marked as a possible writer, and was not asked yet. */
function isWriterLeft(rotation: Rotation, { input }: Ground): boolean {
  const letters = input.road.letters.filter((one) => one.rotationId === rotation.id)
  const known = new Set(letters.map((one) => one.personId))
  return letters.some(isCandidate) || rotation.signs.some((one) => !known.has(one.personId))
}

/** The tasks of a rotation on their dates, with those done that the log itself shows to be done. */
export function listRotationTasks(rotation: Rotation, ground: Ground): (DatedTask & { known: boolean })[] {
  const { letters } = ground.input.road
  const known = listKnownDone(rotation, letters, ground.rotationTouches)
  const hasAgreed = letters.some((letter) => letter.rotationId === rotation.id && isConfirmed(letter))
  return listTasks(rotation, ground.input.rotationTasks, hasAgreed, ground.today).map((task) => {
    const isKnown = known.has(task.id) && (task.state === 'open' || task.state === 'late')
    return { ...task, state: isKnown ? 'done' : task.state, known: isKnown }
  })
}

/**
 * Rotations that run today, with the tasks of today and those that are late; and rotations that ended in the last two
 * weeks with something of their last days open.
 */
export function listRotations(ground: Ground): RotationView[] {
  const { today, input } = ground
  const seeds = new Map(input.rotationTasks.map((task) => [task.id, task]))
  const views: RotationView[] = []
  for (const rotation of input.road.rotations) {
    const to = lastDayOf(rotation)
    if (rotation.start > today || addDays(to, afterDays) < today) continue
    const hasEnded = to < today
    const tasks = listRotationTasks(rotation, ground).flatMap((task) => {
      const seed = seeds.get(task.id)
      if (!seed || task.state === 'ahead') return []
      const isToday = task.from <= today && today <= task.to
      const isOpen =
        task.state === 'late' &&
        (!hasEnded || seed.window.from === 'end') &&
        (!ifThereIsAWriter.has(task.id) || isWriterLeft(rotation, ground))
      if (!isToday && !isOpen) return []
      const { id, from, to, known } = task
      const { spoken, templates, questions } = seed
      return [{ id, from, to, state: task.state, known, spoken, templates, questions }]
    })
    if (hasEnded && tasks.length === 0) continue
    views.push({
      id: rotation.id,
      kind: rotation.kind,
      service: rotation.service,
      site: rotation.site,
      day: daysBetween(rotation.start, today) + 1,
      days: daysBetween(rotation.start, to) + 1,
      from: rotation.start,
      to,
      tasks,
    })
  }
  return views.sort((a, b) => (a.from === b.from ? (a.id < b.id ? -1 : 1) : a.from < b.from ? -1 : 1))
}

/** Tasks that the badge counts: in their last three days, or late since not more than a week. */
export function countPressingTasks(views: readonly RotationView[], today: string): number {
  const soon = addDays(today, 2)
  return views
    .flatMap((view) => view.tasks)
    .filter(({ state, to }) =>
      state === 'late' ? to >= addDays(today, -newsDays) : state === 'open' && to <= soon,
    ).length
}

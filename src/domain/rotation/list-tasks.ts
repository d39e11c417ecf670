import { addDays, daysBetween, type LocalDate, weekdayOf } from '../dates'
import type { Rotation } from './rotation'
import type { RotationTask } from './rotation-task'

/** A task on its dates, both inclusive. */
export interface DatedTask {
  id: string
  from: LocalDate
  to: LocalDate
  state: 'ahead' | 'open' | 'late' | 'done' | 'skipped'
}

/** Length in days, without the last three, for which the windows of section 4 are written: six weeks for core rotations. */
const fullDays = 34
/** The same for an away rotation: its first two weeks and most of the third. */
const fullAwayDays = 15
/** Days at the end that belong to asking and thanking (R4.8). */
const lastDays = 3

type Placed = Pick<Rotation, 'start' | 'weeks'>

/** The last working day of a rotation: the end of its last week, or the Friday before it. */
export function lastDayOf({ start, weeks }: Placed): LocalDate {
  const end = addDays(start, weeks * 7 - 1)
  const weekday = weekdayOf(end)
  return addDays(end, weekday === 0 ? -2 : weekday === 6 ? -1 : 0)
}

/**
 * The tasks of a rotation on their dates, in order. A rotation that is shorter than the roadmap's six weeks (an away:
 * three) has its windows squeezed in the same order, and none falls after its last day; a longer one keeps them as they
 * are, and only what hangs on the end moves with it.
 *
 * `hasAgreed`: a letter writer of this rotation said yes. Tasks that wait for that, or for a note that the student stood
 * out, are left out until then.
 */
export function listTasks(
  rotation: Pick<Rotation, 'start' | 'weeks' | 'kind' | 'marks' | 'standout'>,
  tasks: readonly RotationTask[],
  hasAgreed: boolean,
  today: LocalDate,
): DatedTask[] {
  const end = daysBetween(rotation.start, lastDayOf(rotation))
  const full = rotation.kind === 'away' ? fullAwayDays : fullDays
  // What is counted from the start ends before the last days begin.
  const room = Math.max(0, end - lastDays)
  const scale = Math.min(1, room / full)
  const dated: DatedTask[] = []
  let earliest = 0
  for (const task of tasks) {
    if (!task.kinds.includes(rotation.kind)) continue
    if (task.only === 'letter-agreed' && !hasAgreed) continue
    if (task.only === 'stood-out' && rotation.standout === '') continue
    const [first, last] = placeWindow(task, scale, room, end)
    const from = Math.min(Math.max(first, earliest), end)
    const to = Math.min(Math.max(last, from), end)
    earliest = from
    const days = { from: addDays(rotation.start, from), to: addDays(rotation.start, to) }
    dated.push({ id: task.id, ...days, state: stateOf(task.id, days, rotation, today) })
  }
  return dated
}

/** Day numbers of a task's window. */
function placeWindow({ window }: RotationTask, scale: number, room: number, end: number): [number, number] {
  if (window.from === 'end') return [Math.max(0, end + window.first), end + window.last]
  // The first day stays the first day, and the day after it is never squeezed into it.
  const squeeze = (day: number) => (day === 0 ? 0 : Math.max(1, Math.round(day * scale)))
  return [Math.min(squeeze(window.first), room), Math.min(squeeze(window.last), room)]
}

function stateOf(
  id: string,
  { from, to }: { from: LocalDate; to: LocalDate },
  { marks }: Pick<Rotation, 'marks'>,
  today: LocalDate,
): DatedTask['state'] {
  const mark = marks.findLast((one) => one.task === id)
  if (mark) return mark.state
  if (today < from) return 'ahead'
  return today > to ? 'late' : 'open'
}

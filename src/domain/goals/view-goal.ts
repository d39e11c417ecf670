import { standingOf } from '../cadence/touch-bases'
import type { LocalDate } from '../dates'
import { type StageSpan, spanOfStage } from '../stage/stage-on'
import type { StageId } from '../stage/stages'
import {
  type Counted,
  countPeople,
  countWaiting,
  listCrowded,
  personItem,
  startOfWindow,
} from './count-people'
import { countRecords } from './count-records'
import { type CountQuery, type Goal, type GoalPart, isOfRecords, type StageDay } from './goal'
import type { Ground } from './ground'
import type { CountedItem, GoalPartView, GoalView, NamedPerson } from './month-view'
import { resolveDay } from './stage-days'

const mostShown = 12
const mostShownInPart = 6

/** The view of one goal; null when it does not show on this date. */
export function viewGoal(goal: Goal, ground: Ground): GoalView | null {
  const { stage, today } = ground
  const carried = !goal.stages.includes(stage.id)
  if (carried && !goal.carriesInto?.includes(stage.id)) return null
  if (goal.shownWhen && countRecords(goal.shownWhen, ground).total === 0) return null
  const home = carried ? lastSpanOf(goal.stages, ground) : stage
  if (!home) return null
  const from = goal.from ? resolveDay(goal.from, home, ground.season) : home.from
  if (from && from > today) return null
  const view = countGoal(goal, ground, home, from)
  // What an earlier stage left open shows until it is done, or there is nothing left to count; then it goes in peace.
  if (carried && (view.done || (view.way === 'count' && view.min === 0))) return null
  return { ...view, carried }
}

function countGoal(goal: Goal, ground: Ground, home: StageSpan, from: LocalDate | null): GoalView {
  const by = goal.by ? resolveLastDay(goal.by, home, ground) : null
  const view: GoalView = {
    id: goal.id,
    way: goal.evidence.way === 'rhythm' ? 'count' : goal.evidence.way,
    done: false,
    count: 0,
    min: 0,
    max: 0,
    parts: [],
    over: false,
    overRule: '',
    people: [],
    counted: [],
    by,
    late: false,
    carried: false,
    ifApt: goal.ifApt ?? false,
  }
  switch (goal.evidence.way) {
    case 'guard':
      return view
    case 'tick': {
      const stages: readonly StageId[] = [...goal.stages, ...(goal.carriesInto ?? [])]
      view.done = ground.input.marks.some((mark) => mark.goalId === goal.id && stages.includes(mark.stage))
      break
    }
    case 'rhythm':
      return { ...view, ...countRhythm(ground) }
    case 'count': {
      const counts = goal.evidence.parts.map((part) => countPart(part, ground, home, from))
      const parts = counts.map((one) => one.view)
      // A part that asks for every record asks for nothing while there is none.
      const asked = parts.filter((part) => part.min > 0)
      const isOfSteps = goal.evidence.progress === 'parts'
      view.done = asked.length > 0 && asked.every((part) => part.done)
      view.min = isOfSteps ? asked.length : sum(parts.map((part) => part.min))
      view.max = isOfSteps ? 0 : maxOf(parts)
      view.count = isOfSteps ? asked.filter((part) => part.done).length : countTowards(parts)
      view.parts = parts.length > 1 ? parts : []
      const over = counts.find((one) => one.over)
      view.over = over !== undefined
      view.overRule = over?.rule ?? ''
      const counted = counts.flatMap((one) => one.counted)
      view.counted = newestItems(counted, mostShown)
      view.people = newestPeople(counted)
      // A goal of dated steps is measured by the step that comes next.
      const next = parts.find((part) => !part.done && part.by)
      if (!view.by && next) view.by = next.by
      break
    }
  }
  view.late = !view.ifApt && !view.done && view.by !== null && view.by < ground.today
  return view
}

/** What a query counts, and of how many where all of them are wanted. */
export function countFor(
  query: CountQuery,
  ground: Ground,
  home: StageSpan,
  goalFrom: LocalDate | null,
): { counted: Counted[]; total: number } {
  if (isOfRecords(query)) return countRecords(query, ground)
  const counted = countPeople(query, ground, startOfWindow(query.window, ground, home, goalFrom))
  return { counted, total: counted.length }
}

function countPart(
  part: GoalPart,
  ground: Ground,
  home: StageSpan,
  goalFrom: LocalDate | null,
): { view: GoalPartView; over: boolean; rule: string; counted: Counted[] } {
  const { today } = ground
  const { counted, total } = countFor(part.query, ground, home, goalFrom)
  const min = part.min === 'all' ? total : part.min
  const done = min > 0 && counted.length >= min
  const by = part.by ? resolveLastDay(part.by, home, ground) : null
  return {
    view: {
      id: part.id,
      count: counted.length,
      min,
      max: part.max ?? 0,
      done,
      by,
      late: !done && by !== null && by < today,
      counted: newestItems(counted, mostShownInPart),
    },
    over: isOver(part, counted.length, ground, home, goalFrom),
    rule: part.cap?.rule ?? '',
    counted,
  }
}

/** More than the roadmap's "no more", where it states one. */
function isOver(
  { cap, query }: GoalPart,
  count: number,
  ground: Ground,
  home: StageSpan,
  goalFrom: LocalDate | null,
): boolean {
  if (!cap) return false
  if (isOfRecords(query)) {
    // Who was asked and has not answered yet is a writer too (R9.6).
    const isOfLetters = query.of === 'letters'
    return (isOfLetters ? countRecords({ of: 'letters', is: 'asked' }, ground).total : count) > cap.most
  }
  switch (cap.of) {
    case 'count':
      return count > cap.most
    case 'waiting':
      return countWaiting(query, ground) > cap.most
    case 'each':
      return (
        listCrowded(query, cap.most, ground, startOfWindow(query.window, ground, home, goalFrom)).length > 0
      )
  }
}

/** R3.5: the key mentors whose touch-base is not due yet, of all key mentors. Late once one is overdue. */
function countRhythm(
  ground: Ground,
): Pick<GoalView, 'count' | 'min' | 'done' | 'late' | 'people' | 'counted'> {
  const fine: Counted[] = []
  let all = 0
  let late = false
  for (const row of ground.input.rows) {
    if (row.mentor !== 'key') continue
    all += 1
    const standing = standingOf(row, ground.today)
    if (standing?.state === 'overdue') late = true
    if (standing?.state === 'fine') fine.push({ item: personItem(row), date: row.lastTouch ?? row.savedOn })
  }
  return {
    count: fine.length,
    min: all,
    done: all > 0 && fine.length === all,
    late,
    people: newestPeople(fine),
    counted: newestItems(fine, mostShown),
  }
}

/** What several parts have together: no part can make up for another by more than its own minimum. */
function countTowards(parts: readonly GoalPartView[]): number {
  const only = parts.length === 1 ? parts[0] : undefined
  return only ? only.count : sum(parts.map((part) => Math.min(part.count, part.min)))
}

function maxOf(parts: readonly GoalPartView[]): number {
  return parts.length === 1 ? (parts[0]?.max ?? 0) : 0
}

/** The newest of what was counted, each once, without sorting the thousands that a long log can count. */
function newestItems(counted: readonly Counted[], most: number): CountedItem[] {
  const newest: (Counted & { key: string })[] = []
  for (const one of counted) {
    const last = newest[most - 1]
    if (last && !isNewer(one, last)) continue
    // Somebody who was met and also said something is named once.
    const { what, id, shown, personId } = one.item
    const key = `${personId || `${what}/${id}`}/${shown}`
    const known = newest.findIndex((other) => other.key === key)
    const before = newest[known]
    if (before && !isNewer(one, before)) continue
    if (before) newest.splice(known, 1)
    const place = newest.findIndex((other) => isNewer(one, other))
    newest.splice(place < 0 ? newest.length : place, 0, { ...one, key })
    if (newest.length > most) newest.pop()
  }
  return newest.map((one) => one.item)
}

function isNewer(a: Counted, b: Counted): boolean {
  return a.date === b.date ? a.item.id < b.item.id : a.date > b.date
}

function newestPeople(counted: readonly Counted[]): NamedPerson[] {
  const people = counted.filter((one) => one.item.what === 'person')
  return newestItems(people, mostShown).map(({ id, shown }) => ({ id, shown }))
}

/**
 * The last day for something. A calendar that is only assumed calls nothing late, so there a day that has passed is no
 * last day: null.
 */
function resolveLastDay(day: StageDay, home: StageSpan, ground: Ground): LocalDate | null {
  const by = resolveDay(day, home, ground.season)
  return ground.stage.assumed && by !== null && by < ground.today ? null : by
}

function lastSpanOf(stages: readonly StageId[], ground: Ground): StageSpan | null {
  for (const id of [...stages].reverse()) {
    const span = spanOfStage(id, ground.today, ground.input.profile)
    if (span) return span
  }
  return null
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

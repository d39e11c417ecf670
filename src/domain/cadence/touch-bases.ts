import { addDays, daysBetween, type LocalDate } from '../dates'
import type { Snooze } from '../goals/marks'
import type { TouchBaseView } from '../goals/month-view'
import { type Message, message } from '../message'
import type { PersonRow } from '../person/person-row'
import { type StageId, stageIds } from '../stage/stages'

/** Days since the last contact from which a touch-base is due, and after which it is overdue. */
export interface Rhythm {
  dueAfterDays: number
  overdueAfterDays: number
}

const week = 7

/** R3.5: what a key mentor is owed, whatever else was wished. */
export const keyRhythm: Rhythm = { dueAfterDays: 8 * week, overdueAfterDays: 12 * week }
/** Our own reading: other mentors hear half as often. */
const mentorRhythm: Rhythm = { dueAfterDays: 16 * week, overdueAfterDays: 24 * week }

type Paced = Pick<PersonRow, 'mentor' | 'rhythmWeeks'>

/**
 * The rhythm for a person by how close they are; null when there is none. A wish of the student stands for anybody but
 * key mentors, and leaves half as much time again before it is overdue.
 */
export function rhythmOf({ mentor, rhythmWeeks }: Paced): Rhythm | null {
  if (mentor === 'key') return keyRhythm
  if (rhythmWeeks > 0) {
    const dueAfterDays = rhythmWeeks * week
    return { dueAfterDays, overdueAfterDays: Math.round(dueAfterDays * 1.5) }
  }
  return mentor === 'mentor' ? mentorRhythm : null
}

/**
 * Where a person stands in their rhythm on `today`, snoozes aside; null for people without one. Counted from the last
 * touch of any kind, or from the day they were saved.
 */
export function standingOf(
  row: Paced & Pick<PersonRow, 'lastTouch' | 'savedOn'>,
  today: LocalDate,
): { state: 'fine' | 'due' | 'overdue'; dueOn: LocalDate; days: number } | null {
  const rhythm = rhythmOf(row)
  if (!rhythm) return null
  const since = row.lastTouch ?? row.savedOn
  const days = daysBetween(since, today)
  const state = days > rhythm.overdueAfterDays ? 'overdue' : days >= rhythm.dueAfterDays ? 'due' : 'fine'
  return { state, dueOn: addDays(since, rhythm.dueAfterDays), days }
}

/**
 * Everybody due a touch-base on `today`: key mentors first, then whoever waits longest. A snooze hides a person through
 * its last day. The letter proposed is T10 in MS2, November–February, and T10b later and in a pause; it is for mentors.
 */
export function listTouchBases(
  rows: readonly PersonRow[],
  snoozes: readonly Snooze[],
  today: LocalDate,
  stage: StageId,
): TouchBaseView[] {
  const snoozed = new Set(snoozes.filter((one) => one.until >= today).map((one) => one.personId))
  const due: { view: TouchBaseView; isKey: boolean; days: number }[] = []
  for (const row of rows) {
    if (row.mentor === 'none' && row.rhythmWeeks === 0) continue
    const standing = standingOf(row, today)
    if (!standing || standing.state === 'fine' || snoozed.has(row.id)) continue
    const weeks = Math.floor(standing.days / week)
    due.push({
      isKey: row.mentor === 'key',
      days: standing.days,
      view: {
        person: { id: row.id, shown: row.shown },
        lastTouch: row.lastTouch,
        dueOn: standing.dueOn,
        state: standing.state,
        weeks,
        templateId: row.mentor === 'none' ? '' : letterFor(stage),
        reason: reasonFor(row, weeks),
      },
    })
  }
  due.sort(
    (a, b) =>
      Number(b.isKey) - Number(a.isKey) || b.days - a.days || (a.view.person.id < b.view.person.id ? -1 : 1),
  )
  return due.map((one) => one.view)
}

function letterFor(stage: StageId): string {
  if (stage === 'ms2-nov-feb') return 'T10'
  // `after` and `pause` stand behind every stage of school.
  return stageIds.indexOf(stage) > stageIds.indexOf('ms2-nov-feb') ? 'T10b' : ''
}

function reasonFor(row: PersonRow, weeks: number): Message {
  if (row.lastTouch === null) return message('touch-base.never', { weeks })
  if (row.mentor === 'key') return message('touch-base.key', { weeks })
  return row.rhythmWeeks > 0
    ? message('touch-base.wished', { weeks, every: row.rhythmWeeks })
    : message('touch-base.mentor', { weeks })
}

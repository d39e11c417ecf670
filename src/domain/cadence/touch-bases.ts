import { addDays, daysBetween, type LocalDate } from '../dates'
import type { Snooze } from '../goals/marks'
import type { TouchBaseView } from '../goals/month-view'
import type { Mentor } from '../person/person'
import type { PersonRow } from '../person/person-row'
import type { StageId } from '../stage/stages'

/** Days since the last contact from which a touch-base is due, and after which it is overdue. */
export interface Rhythm {
  dueAfterDays: number
  overdueAfterDays: number
}

const week = 7

/** R3.5 for key mentors. The wider rhythm of other mentors is our own reading. Nobody else is on a rhythm. */
const rhythms: Record<Mentor, Rhythm | null> = {
  key: { dueAfterDays: 8 * week, overdueAfterDays: 12 * week },
  mentor: { dueAfterDays: 16 * week, overdueAfterDays: 24 * week },
  none: null,
}

/** The rhythm for a person marked so; null when there is none. */
export function rhythmOf(mentor: Mentor): Rhythm | null {
  return rhythms[mentor]
}

/**
 * Where a person stands in their rhythm on `today`, snoozes aside; null for people without one. Counted from the last
 * touch of any kind, or from the day they were saved.
 */
export function standingOf(
  row: Pick<PersonRow, 'mentor' | 'lastTouch' | 'savedOn'>,
  today: LocalDate,
): { state: 'fine' | 'due' | 'overdue'; dueOn: LocalDate; days: number } | null {
  const rhythm = rhythmOf(row.mentor)
  if (!rhythm) return null
  const since = row.lastTouch ?? row.savedOn
  const days = daysBetween(since, today)
  const state = days > rhythm.overdueAfterDays ? 'overdue' : days >= rhythm.dueAfterDays ? 'due' : 'fine'
  return { state, dueOn: addDays(since, rhythm.dueAfterDays), days }
}

/**
 * Everybody due a touch-base on `today`: key mentors first, then whoever waits longest. A snooze hides a person through
 * its last day. The template is T10 while it fits (MS2, November–February), else none.
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
    if (row.mentor === 'none') continue
    const standing = standingOf(row, today)
    if (!standing || standing.state === 'fine' || snoozed.has(row.id)) continue
    due.push({
      isKey: row.mentor === 'key',
      days: standing.days,
      view: {
        person: { id: row.id, shown: row.shown },
        lastTouch: row.lastTouch,
        dueOn: standing.dueOn,
        state: standing.state,
        weeks: Math.floor(standing.days / week),
        templateId: stage === 'ms2-nov-feb' ? 'T10' : '',
      },
    })
  }
  due.sort(
    (a, b) =>
      Number(b.isKey) - Number(a.isKey) || b.days - a.days || (a.view.person.id < b.view.person.id ? -1 : 1),
  )
  return due.map((one) => one.view)
}

import { addDays, type LocalDate } from '../dates'
import { askWindow, isCandidate, isConfirmed } from '../letters/letter-rules'
import type { DatedSeason } from '../season/list-season'
import { type Ground, nameOf } from './ground'
import type { DeadlineView, GoalView } from './month-view'

const aheadDays = 30
/** What has passed and is still open stays in sight for so long. */
const openDays = { letter: 60, notes: 14 }

/**
 * What has its date in the next 30 days, by date; and what passed but is still open. Seasons say whether their date is
 * known or estimated.
 */
export function listDeadlines(goals: readonly GoalView[], ground: Ground): DeadlineView[] {
  const { today } = ground
  const found = [
    ...listSeasonDates(ground),
    ...listGoalDays(goals),
    ...listLetterDays(ground),
    ...listInterviewDays(ground),
  ]
  const horizon = addDays(today, aheadDays)
  return found
    .filter((one) => one.date <= horizon && (one.late || (one.to ?? one.date) >= today))
    .sort((a, b) =>
      a.date === b.date ? (`${a.kind}${a.id}` < `${b.kind}${b.id}` ? -1 : 1) : a.date < b.date ? -1 : 1,
    )
}

function deadline(parts: Pick<DeadlineView, 'kind' | 'id' | 'date'> & Partial<DeadlineView>): DeadlineView {
  return { to: null, state: 'own', source: '', person: null, programId: '', late: false, ...parts }
}

function stateOf(season: DatedSeason): Pick<DeadlineView, 'state' | 'source'> {
  return { state: season.state === 'edited' ? 'own' : season.state, source: season.source }
}

function listSeasonDates({ season }: Ground): DeadlineView[] {
  return [...season.values()].map((one) =>
    deadline({ kind: 'season', id: one.id, date: one.date, to: one.to, ...stateOf(one) }),
  )
}

function listGoalDays(goals: readonly GoalView[]): DeadlineView[] {
  return goals.flatMap(({ id, by, done }) => (by && !done ? [deadline({ kind: 'goal', id, date: by })] : []))
}

function listLetterDays(ground: Ground): DeadlineView[] {
  const { today, stage, reading } = ground
  return ground.input.road.letters.flatMap((letter): DeadlineView[] => {
    const row = ground.rowsById.get(letter.personId)
    if (!row) return []
    const person = nameOf(row)
    const { id, dueOn } = letter
    if (isCandidate(letter)) {
      const needed = dueOn ?? reading?.date
      if (!needed || needed < today) return []
      const { by } = askWindow(letter.kind, needed)
      const state = dueOn || !reading ? { state: 'own' as const, source: '' } : stateOf(reading)
      // A day that only the product worked out is late on a calendar that was entered, and on no other.
      const late = by < today && (dueOn !== null || !stage.assumed)
      return [deadline({ kind: 'letter-ask', id, date: by, person, late, ...state })]
    }
    if (!isConfirmed(letter) || !dueOn || letter.uploadedOn) return []
    const nudgeOn = addDays(dueOn, -7)
    const due = deadline({
      kind: 'letter-due',
      id,
      date: dueOn,
      person,
      late: isOpen(dueOn, today, openDays.letter),
    })
    const isNudged = letter.nudgedOn !== null && letter.nudgedOn >= nudgeOn
    return isNudged ? [due] : [deadline({ kind: 'letter-nudge', id, date: nudgeOn, person }), due]
  })
}

function listInterviewDays(ground: Ground): DeadlineView[] {
  const { today } = ground
  return ground.input.road.interviews.flatMap(({ id, programId, date, notes, notesOn }): DeadlineView[] => {
    if (date > today) return [deadline({ kind: 'interview', id, date, programId })]
    const held = deadline({ kind: 'interview', id, date, programId })
    if (notesOn !== null || notes.trim() !== '') return [held]
    const notesBy = addDays(date, 1)
    const late = isOpen(notesBy, today, openDays.notes)
    return [held, deadline({ kind: 'interview-notes', id, date: notesBy, programId, late })]
  })
}

/** Passed, and not so long ago that it is better let be. */
function isOpen(date: LocalDate, today: LocalDate, days: number): boolean {
  return date < today && today <= addDays(date, days)
}

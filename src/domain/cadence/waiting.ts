import { daysBetween, type LocalDate } from '../dates'
import type { WaitingView } from '../goals/month-view'
import type { PersonRow } from '../person/person-row'
import type { Touch } from '../touch/touch'

/** After so many days without an answer a mail is let go (section 9 of the roadmap). */
export const outstandingDays = 21
const firstNudgeDay = 10
const lastNudgeDay = 14
/** Older ones are not brought up again. */
const forgottenDays = 60
const nudgeTemplate = 'T27'
const coldTemplate = 'T4'

/**
 * Touches whose answer is still hoped for on `today`, oldest first: marked as awaiting, at most 21 days old, and with no
 * later contact from the other side in the log. A nudge follows an earlier mail, so it does not count beside it.
 */
export function listOutstanding(
  awaiting: readonly Touch[],
  touches: readonly Touch[],
  today: LocalDate,
): Touch[] {
  if (awaiting.length === 0) return []
  const heard = new Map<string, Touch[]>()
  const asked = new Set(awaiting.map((touch) => touch.personId))
  for (const touch of touches) {
    if (touch.direction !== 'out' && asked.has(touch.personId)) {
      const list = heard.get(touch.personId)
      if (list) list.push(touch)
      else heard.set(touch.personId, [touch])
    }
  }
  return awaiting
    .filter((mail) => {
      const days = daysBetween(mail.date, today)
      if (days > outstandingDays) return false
      if (heard.get(mail.personId)?.some((touch) => touch.id !== mail.id && isAfter(touch, mail)))
        return false
      const isNudge = mail.templateId === nudgeTemplate
      return !(isNudge && awaiting.some((other) => other.personId === mail.personId && isAfter(mail, other)))
    })
    .sort((a, b) => (isAfter(a, b) ? 1 : isAfter(b, a) ? -1 : 0))
}

/**
 * Mails of the last weeks that nobody answered in 21 days, newest first. They wait no more: logging that no answer came,
 * and turning to somebody else, is a good outcome. A nudge stands for the mail it followed.
 */
export function listUnanswered(
  awaiting: readonly Touch[],
  touches: readonly Touch[],
  rows: ReadonlyMap<string, PersonRow>,
  today: LocalDate,
): WaitingView[] {
  const late = awaiting.filter((mail) => {
    const days = daysBetween(mail.date, today)
    return days > outstandingDays && days <= forgottenDays
  })
  const people = new Set(late.map((mail) => mail.personId))
  const later = [...touches, ...awaiting].filter((touch) => people.has(touch.personId))
  const views: WaitingView[] = []
  for (const mail of late) {
    const row = rows.get(mail.personId)
    if (!row) continue
    const others = later.filter((touch) => touch.personId === mail.personId && touch.id !== mail.id)
    const isSettled = others.some(
      (touch) =>
        isAfter(touch, mail) &&
        (touch.direction !== 'out' || (touch.outcome === 'awaiting' && touch.templateId !== nudgeTemplate)),
    )
    const isFollowUp =
      mail.templateId === nudgeTemplate &&
      others.some((touch) => touch.outcome === 'awaiting' && isAfter(mail, touch))
    if (isSettled || isFollowUp) continue
    const person = { id: row.id, shown: row.shown }
    views.push({
      person,
      touchId: mail.id,
      since: mail.date,
      days: daysBetween(mail.date, today),
      nudge: false,
    })
  }
  return views.sort((a, b) => a.days - b.days || (a.touchId < b.touchId ? -1 : 1))
}

/** The outstanding first letters to strangers: written from T4, or to a researcher who is no mentor. */
export function listCold(outstanding: readonly Touch[], rows: ReadonlyMap<string, PersonRow>): PersonRow[] {
  const people = new Map<string, PersonRow>()
  for (const mail of outstanding) {
    const row = rows.get(mail.personId)
    if (!row) continue
    const isFirstLetter =
      mail.templateId === coldTemplate ||
      ((mail.kind === 'email' || mail.kind === 'message') &&
        mail.templateId === '' &&
        mail.direction === 'out' &&
        row.mentor === 'none' &&
        row.roles.includes('faculty-researcher'))
    if (isFirstLetter) people.set(row.id, row)
  }
  return [...people.values()]
}

/**
 * The outstanding mails as the popup shows them. A nudge (T27) is apt from day 10 to day 14, once, and never for a mail
 * that was itself a nudge.
 */
export function listWaiting(
  outstanding: readonly Touch[],
  touches: readonly Touch[],
  rows: ReadonlyMap<string, PersonRow>,
  today: LocalDate,
): WaitingView[] {
  const nudges = touches.filter((touch) => touch.templateId === nudgeTemplate)
  const views: WaitingView[] = []
  for (const mail of outstanding) {
    const row = rows.get(mail.personId)
    if (!row) continue
    const days = Math.max(0, daysBetween(mail.date, today))
    const isNudged =
      mail.templateId === nudgeTemplate ||
      nudges.some((nudge) => nudge.personId === mail.personId && isAfter(nudge, mail))
    views.push({
      person: { id: row.id, shown: row.shown },
      touchId: mail.id,
      since: mail.date,
      days,
      nudge: days >= firstNudgeDay && days <= lastNudgeDay && !isNudged,
    })
  }
  return views
}

/** True when `touch` came after `other`: by date, then by when it was entered. */
function isAfter(touch: Touch, other: Touch): boolean {
  if (touch.date !== other.date) return touch.date > other.date
  return Date.parse(touch.createdAt) > Date.parse(other.createdAt)
}

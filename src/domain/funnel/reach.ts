import { localDateSchema } from '../date-schema'
import type { Touch, TouchKind } from '../touch/touch'
import { z } from '../z'

/** What the log says of reaching out to one person: all that the research funnel reads of their touches. */
export const reachSchema = z.object({
  /** The latest mail to them, reminders aside; null when none went out. */
  wroteOn: z.nullable(localDateSchema),
  /** T4 went out to them: then they belong to the funnel whatever their role. */
  isFirstLetter: z.boolean(),
  /** Their latest answer. `heard`: they got in touch after a mail, and no answer was noted. */
  answer: z.enum(['', 'yes', 'no', 'later', 'heard']),
  /** The student noted that no answer came, and has not written since. */
  isLetGo: z.boolean(),
  /** The latest talk with them. */
  talkedOn: z.nullable(localDateSchema),
})
export type Reach = z.infer<typeof reachSchema>

const firstLetter = 'T4'
const reminder = 'T27'
/** The talks that R2.8 counts. */
const talkKinds: readonly TouchKind[] = ['coffee', 'call', 'meeting', 'career-chat']

type Told = Pick<Touch, 'id' | 'date' | 'createdAt' | 'kind' | 'direction' | 'templateId' | 'outcome'>

/** Sums up the touches of one person, in any order; undefined while nothing was written, answered or talked. */
export function readReach(touches: readonly Told[]): Reach | undefined {
  const reach: Reach = { wroteOn: null, isFirstLetter: false, answer: '', isLetGo: false, talkedOn: null }
  let hasWritten = false
  for (const touch of [...touches].sort(compareOldestFirst)) {
    const { date, kind, direction, templateId, outcome } = touch
    const isTalk = talkKinds.includes(kind)
    if (isTalk) reach.talkedOn = date
    const isMail =
      templateId === firstLetter || (direction === 'out' && (kind === 'email' || kind === 'message'))
    if (isMail) {
      hasWritten = true
      reach.isFirstLetter ||= templateId === firstLetter
      if (templateId !== reminder || reach.wroteOn === null) {
        reach.wroteOn = date
        reach.isLetGo = false
      }
      if (outcome === 'none') reach.isLetGo = true
    }
    if (outcome === 'yes' || outcome === 'no' || outcome === 'later') reach.answer = outcome
    else if (!isMail && hasWritten && direction !== 'out') reach.answer ||= 'heard'
  }
  return hasWritten || reach.answer || reach.talkedOn ? reach : undefined
}

function compareOldestFirst(a: Told, b: Told): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1
  return Date.parse(a.createdAt) - Date.parse(b.createdAt) || (a.id < b.id ? -1 : 1)
}

/** True when a stored value has the shape of `reachSchema`, or is left out; the schema itself is too slow for every row. */
export function isSoundReach(value: unknown): boolean {
  if (value === undefined) return true
  if (typeof value !== 'object' || value === null) return false
  const it = value as Record<string, unknown>
  const isDate = (one: unknown) => one === null || (typeof one === 'string' && one.length === 10)
  return (
    isDate(it.wroteOn) &&
    isDate(it.talkedOn) &&
    typeof it.answer === 'string' &&
    typeof it.isFirstLetter === 'boolean' &&
    typeof it.isLetGo === 'boolean'
  )
}

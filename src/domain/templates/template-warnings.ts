import { daysBetween, type LocalDate } from '../dates'
import { type Message, message } from '../message'
import type { FilledTemplate } from './fill-template'
import { type AwaitedMail, nudgeFromDays } from './rank-templates'
import type { TemplateSeed } from './template-seed'

/** A cold e-mail stops counting as waiting after this many days (brief, section 9). */
export const coldMailWaitsDays = 21
/** This many cold e-mails may wait at one time (R2.8); the next one is warned of (R9.1). */
export const coldMailsAtOnce = 3

/**
 * What to say before a template goes in. Nothing here stops the student. Ids: `template.over-limit` {words, limit};
 * `template.unfilled` {count} (R9.12); `template.too-many-cold` {count, names} (R9.1); `template.second-nudge` (R9.10);
 * `template.early-nudge` {days}; `template.new-thread`.
 */
export function listWarnings(asked: {
  template: TemplateSeed
  filled: FilledTemplate
  /** Other people's unanswered cold e-mails; the recipient's own is not among them. */
  waiting: readonly { shown: string }[]
  awaiting: AwaitedMail | null
  today: LocalDate
  isReply: boolean
}): Message[] {
  const { template, filled, waiting, awaiting } = asked
  const warnings = [...filled.warnings]
  if (filled.missing.length > 0) warnings.push(message('template.unfilled', { count: filled.missing.length }))
  if (template.coldEmail && waiting.length >= coldMailsAtOnce) {
    const names = waiting.map((person) => person.shown).join(', ')
    warnings.push(message('template.too-many-cold', { count: waiting.length, names }))
  }
  if (template.isNudge && awaiting) {
    const days = daysBetween(awaiting.since, asked.today)
    if (awaiting.nudged) warnings.push(message('template.second-nudge'))
    else if (days < nudgeFromDays) warnings.push(message('template.early-nudge', { days }))
  }
  if (template.sameThread && !asked.isReply) warnings.push(message('template.new-thread'))
  return warnings
}

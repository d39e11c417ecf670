import { daysBetween, type LocalDate } from '../dates'
import { type Message, message } from '../message'
import type { StageId } from '../stage/stages'
import type { Addressed } from './audience'
import { type AudienceMatch, matchAudience } from './match-audience'
import type { TemplateSeed } from './template-seed'

/** A mail to this person that waits for an answer. */
export interface AwaitedMail {
  since: LocalDate
  /** A reminder of it went out already. */
  nudged: boolean
}

export interface RankQuestion {
  /** Null: nobody of the log. */
  recipient: Addressed | null
  stage: StageId
  today: LocalDate
  templates: readonly TemplateSeed[]
  lastContact: LocalDate | null
  /** Templates this person has had before, newest first. */
  recent: readonly string[]
  awaiting: AwaitedMail | null
}

export interface RankedTemplate {
  template: TemplateSeed
  /** It fits both the recipient, as far as known, and the time. */
  fits: boolean
  /** Why it stands where it stands; null when there is nothing to say for it. */
  reason: Message | null
}

/** One reminder is apt from this day on (brief, section 9). */
export const nudgeFromDays = 10

const audiencePoints: Record<AudienceMatch['how'], number> = {
  position: 5,
  mentor: 4,
  role: 3,
  anybody: 1,
  unknown: 0,
  other: -4,
}

/**
 * Orders templates for a recipient and a stage, the best first; of equals the given order stays. Reasons:
 * `rank.no-answer` {days}, `rank.weeks` {weeks}, `rank.role-stage` {word, stage}, `rank.role` {word}, `rank.role-other-time` {word},
 * `rank.stage` {stage}, `rank.any-time`, `rank.used-before`.
 */
export function rankTemplates(question: RankQuestion): RankedTemplate[] {
  const { recipient, stage, today, lastContact, recent, awaiting } = question
  const daysAwaited = awaiting ? daysBetween(awaiting.since, today) : 0
  const weeks = lastContact ? Math.floor(daysBetween(lastContact, today) / 7) : 0

  const ranked = question.templates.map((template) => {
    const audience = matchAudience(template.audience, recipient)
    const isStage = template.stages.includes(stage)
    const isTime = isStage || template.stages.length === 0
    // Being for anybody speaks for a letter only while it is its time.
    const early = audience.how === 'anybody' ? -3 : 0
    let points = audiencePoints[audience.how] + (isStage ? 4 : isTime ? 1 : early)
    let fits = isTime && audience.how !== 'other' && audience.how !== 'unknown'
    let reason: Message | null = null

    if (template.isNudge) {
      const isApt = awaiting !== null && !awaiting.nudged && daysAwaited >= nudgeFromDays
      fits = isApt
      points = isApt ? 20 : -10
      reason = isApt ? message('rank.no-answer', { days: daysAwaited }) : null
    } else if (template.fromWeeksSinceContact > 0 && weeks >= template.fromWeeksSinceContact && fits) {
      points += 4
      reason = message('rank.weeks', { weeks })
    } else if (recent.includes(template.id)) {
      points -= 6
      fits = false
      reason = message('rank.used-before')
    } else if (audience.word && isStage) reason = message('rank.role-stage', { word: audience.word, stage })
    else if (audience.word)
      reason = message(isTime ? 'rank.role' : 'rank.role-other-time', { word: audience.word })
    else if (isStage && audience.how === 'unknown') reason = message('rank.stage', { stage })
    else if (audience.how === 'anybody' && isTime) reason = message('rank.any-time')
    return { template, fits, reason, points }
  })
  ranked.sort((a, b) => b.points - a.points)
  return ranked.map(({ template, fits, reason }) => ({ template, fits, reason }))
}

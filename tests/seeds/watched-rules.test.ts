import { describe, expect, it } from 'vitest'
import { templates } from '../../seeds/templates'
import { watchedRules } from '../../seeds/watched-rules'
import { watchedRulesSchema } from '../../src/domain/benchmarks/watched-rule'
import { outstandingDays } from '../../src/domain/cadence/waiting'
import { nudgeFromDays } from '../../src/domain/templates/rank-templates'
import { coldMailsAtOnce, coldMailWaitsDays } from '../../src/domain/templates/template-warnings'
import { listIssues, listWordingProblems } from './read-seeds'

const { rules, waiting } = watchedRules

describe('seeds/watched-rules.json', () => {
  it('has the shape of watched rules', () => {
    expect(
      listIssues(watchedRulesSchema.safeParse(watchedRules)),
      'src/domain/benchmarks/watched-rule.ts',
    ).toEqual([])
  })

  it('keeps the numbers of section 9', () => {
    const limits = rules.filter((rule) => Object.keys(rule.limits).length > 0)
    expect(Object.fromEntries(limits.map((rule) => [rule.id, rule.limits]))).toEqual({
      'R9.1': { waitingAtMost: 3 },
      'R9.4': { updatesAtMost: 2, rhythmFromWeeks: 8, rhythmToWeeks: 12 },
      'R9.5': { weeksAtMost: 12 },
      'R9.6': { writersAtMost: 4 },
      'R9.7': { groupsAtMost: 2 },
      'R9.9': { ageOver: 89 },
      'R9.10': { remindersAtMost: 1 },
      'R9.14': { weeks: 1 },
    })
  })

  it('keeps the waiting rule, the same as the code goes by', () => {
    const { outstandingDays: days, nudgeFromDay, nudgeToDay, nudges, template } = waiting
    expect([days, nudgeFromDay, nudgeToDay, nudges, template]).toEqual([21, 10, 14, 1, 'T27'])
    expect([outstandingDays, coldMailWaitsDays]).toEqual([days, days])
    expect(nudgeFromDays).toBe(nudgeFromDay)
    expect(coldMailsAtOnce).toBe(rules.find((rule) => rule.id === 'R9.1')?.limits.waitingAtMost)
    expect(templates.find((letter) => letter.id === template)?.isNudge).toBe(true)
    expect(waiting.why).toMatch(/silence is common/i)
    expect(waiting.next).toMatch(/moving on is a good outcome/)
  })

  it('says why, and what to do next, plainly and without blame', () => {
    const texts = [
      ...rules.flatMap(({ id, title, why, next }) => [title, why, next].map((text) => ({ where: id, text }))),
    ]
    expect(texts.flatMap(listWordingProblems)).toEqual([])
    for (const { id, next } of rules)
      expect(next, `${id}: name something to do`).not.toMatch(/^(don’t|do not|never)/i)
  })
})

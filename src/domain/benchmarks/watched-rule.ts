import { z } from '../z'

/**
 * What the product watches (R9), as `seeds/watched-rules.json` holds it: it says what it sees, why, and what could come
 * next; the student decides. The checks themselves are code; their numbers are these.
 */

const words = (max: number) => z.string().check(z.minLength(1), z.maxLength(max))

export const watchedRuleSchema = z.strictObject({
  id: z.string().check(z.regex(/^R9\.\d{1,2}$/)),
  title: words(70),
  /** Why it matters, in plain words. */
  why: words(220),
  /** What to do now; never only "don't". */
  next: words(220),
  /** The numbers the check goes by. */
  limits: z.record(z.string().check(z.regex(/^[a-z][A-Za-z]{1,30}$/)), z.int().check(z.gte(0), z.lte(365))),
})
export type WatchedRule = z.infer<typeof watchedRuleSchema>

/** How long an unanswered cold e-mail waits. */
export const waitingRuleSchema = z.strictObject({
  /** Outstanding until an answer, an outcome, or this many days have passed. */
  outstandingDays: z.int(),
  /** One reminder, from this day to that. */
  nudgeFromDay: z.int(),
  nudgeToDay: z.int(),
  nudges: z.int(),
  template: words(10),
  why: words(220),
  next: words(220),
})
export type WaitingRule = z.infer<typeof waitingRuleSchema>

export const watchedRulesSchema = z.strictObject({
  rules: z.array(watchedRuleSchema),
  waiting: waitingRuleSchema,
})
export type WatchedRules = z.infer<typeof watchedRulesSchema>

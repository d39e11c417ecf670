import { localDateSchema } from '../date-schema'
import { z } from '../z'

const words = (max: number) => z.string().check(z.minLength(1), z.maxLength(max))
const month = z.int().check(z.gte(1), z.lte(12))
/** Calendar years before the year of graduation: 1 for what happens in the summer and autumn of the application. */
const before = z.int().check(z.gte(0), z.lte(2))

/** How a date of a season that nobody has published yet is estimated. */
export const seasonRuleSchema = z.discriminatedUnion('rule', [
  /** The n-th given weekday (0 Sunday) of a month. */
  z.strictObject({
    rule: z.literal('nth-weekday'),
    month,
    weekday: z.int().check(z.gte(0), z.lte(6)),
    nth: z.int().check(z.gte(1), z.lte(5)),
    yearsBefore: before,
  }),
  z.strictObject({
    rule: z.literal('day'),
    month,
    day: z.int().check(z.gte(1), z.lte(31)),
    yearsBefore: before,
  }),
  /** Days after (negative: before) another date of the same season. */
  z.strictObject({ rule: z.literal('from'), of: words(40), days: z.int() }),
])
export type SeasonRule = z.infer<typeof seasonRuleSchema>

/** One date of the residency season, as `seeds/season.json` holds it. Dates move every year, so they are data. */
export const seasonDateSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{1,39}$/)),
  /** Whom it concerns; a field that is left out concerns everybody. Specialties are compared as folded text. */
  for: z.strictObject({
    specialties: z.optional(z.array(words(60))),
    notSpecialties: z.optional(z.array(words(60))),
    degrees: z.optional(z.array(z.enum(['MD', 'DO', 'MD-PhD', 'other']))),
    military: z.optional(z.literal(true)),
  }),
  label: words(80),
  /** What to do about it, or what happens; with the hour and zone where one is set. */
  note: words(240),
  /** A deadline is counted down to; the others are only shown on the road. */
  isDeadline: z.boolean(),
  estimate: seasonRuleSchema,
  /** Last day, where the date is a stretch of time. */
  estimateEnd: z.optional(seasonRuleSchema),
  /** What was published, by year of graduation. */
  confirmed: z.array(
    z.strictObject({
      season: z.int().check(z.gte(2015), z.lte(2100)),
      date: localDateSchema,
      source: words(80),
    }),
  ),
})
export type SeasonDate = z.infer<typeof seasonDateSchema>

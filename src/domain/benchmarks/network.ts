import { roleSchema } from '../person/person'
import { stageIds } from '../stage/stages'
import { z } from '../z'

/**
 * The network the road leads to (R1), as `seeds/network.json` holds it: whom to know, how the count grows, and where the
 * effort goes. All words in here are for the student to read.
 */

const words = (max: number) => z.string().check(z.minLength(1), z.maxLength(max))
const count = z.int().check(z.gte(0), z.lte(99))

/** Who is counted. A field that is left out asks for nothing. */
export const countedSchema = z.strictObject({
  /** Holds one of these. Without roles anybody but a student of the own school. */
  roles: z.optional(z.array(roleSchema).check(z.minLength(1))),
  /** The student marked them as a mentor. */
  marked: z.optional(z.literal(true)),
  /** There was at least one touch. */
  touched: z.optional(z.literal(true)),
  /** `outside`: known to be elsewhere. `not-home`: not known to be at the student's own school. */
  place: z.optional(z.enum(['outside', 'not-home'])),
})
export type Counted = z.infer<typeof countedSchema>

/** One role type of the target network. Its numbers say "about so many"; more is never too many. */
export const targetSchema = z.strictObject({
  id: z.string().check(z.regex(/^R1\.[1-5]$/)),
  label: words(60),
  /** What these people are for. */
  purpose: words(160),
  min: count,
  max: count,
  counts: countedSchema,
})
export type Target = z.infer<typeof targetSchema>

/** The ends of the years, and the start of the road. */
export const yearEnds = ['ms1-start', 'ms1-end', 'ms2-end', 'ms3-end', 'ms4-end'] as const
export type YearEnd = (typeof yearEnds)[number]

export const growthLines = ['mentors', 'residents', 'outside'] as const
export type GrowthLine = (typeof growthLines)[number]

export const growthSchema = z.strictObject({
  id: z.literal('R1.6'),
  lines: z.array(z.strictObject({ id: z.enum(growthLines), label: words(60), counts: countedSchema })),
  /** How many there are by then, all years together. */
  points: z.array(z.strictObject({ at: z.enum(yearEnds), mentors: count, residents: count, outside: count })),
})
export type Growth = z.infer<typeof growthSchema>

export const years = ['ms1', 'ms2', 'ms3', 'ms4'] as const
export type Year = (typeof years)[number]

export const effortClasses = ['exploring', 'mentorship', 'outcomes'] as const
export const effortClassSchema = z.enum(effortClasses)
export type EffortClass = z.infer<typeof effortClassSchema>

const percent = z.int().check(z.gte(0), z.lte(100))

export const effortSchema = z.strictObject({
  id: z.literal('R1.7'),
  classes: z.array(z.strictObject({ id: effortClassSchema, label: words(60) })),
  /** Percent of the year's effort. */
  years: z.array(
    z.strictObject({ year: z.enum(years), exploring: percent, mentorship: percent, outcomes: percent }),
  ),
  /** The class of every touch kind: a test holds this list against `touchKinds`. */
  kinds: z.record(z.string(), effortClassSchema),
})
export type Effort = z.infer<typeof effortSchema>

export const networkSchema = z.strictObject({
  /** The last day of this month, in this stage. */
  due: z.strictObject({ stage: z.enum(stageIds), month: z.int().check(z.gte(1), z.lte(12)) }),
  targets: z.array(targetSchema),
  growth: growthSchema,
  effort: effortSchema,
})
export type Network = z.infer<typeof networkSchema>

import { mentorSchema, positionSchema, roleSchema } from '../person/person'
import { stageIds } from '../stage/stages'
import { touchKindSchema } from '../touch/touch'
import { z } from '../z'

/**
 * A goal of the roadmap as data. The files are in `seeds/goals`; `buildMonthView` counts them against the log. All words
 * in here are for the student to read.
 */

const words = (max: number) => z.string().check(z.minLength(1), z.maxLength(max))
const stageSchema = z.enum(stageIds)
const monthSchema = z.int().check(z.gte(1), z.lte(12))

/** A day within a stage: counted from its first day, or a calendar day the stage holds. */
export const stageDaySchema = z.discriminatedUnion('unit', [
  /** The last day of the n-th week of the stage. */
  z.object({ unit: z.literal('week'), count: z.int().check(z.gte(1), z.lte(52)) }),
  /** The last day of the n-th month of the stage, counted from its first day. */
  z.object({ unit: z.literal('month'), count: z.int().check(z.gte(1), z.lte(12)) }),
  /** The last day of a calendar month. */
  z.object({ unit: z.literal('month-end'), month: monthSchema }),
  z.object({ unit: z.literal('date'), month: monthSchema, day: z.int().check(z.gte(1), z.lte(31)) }),
])
export type StageDay = z.infer<typeof stageDaySchema>

/**
 * What is counted: people of the log. A field that is left out asks for nothing.
 *
 * Who: holds one of `roles`, one of `positions`, one of `mentor`, has `friendly`, was saved in the window (`saved`), and
 * carries the four facts of R2.10 (`fourFacts`).
 * Contact: when `kinds` or `templates` ask for one, the person needs `each` touches in the window. A touch counts when its
 * kind fits (and its direction, when `directions` names some), or when it was written from one of `templates`: a
 * template says by itself what a mail was for, so it also counts when the person's role says something else.
 */
export const querySchema = z.strictObject({
  roles: z.optional(z.array(roleSchema)),
  positions: z.optional(z.array(positionSchema)),
  mentor: z.optional(z.array(mentorSchema)),
  friendly: z.optional(z.literal('yes')),
  saved: z.optional(z.literal(true)),
  fourFacts: z.optional(z.literal(true)),
  kinds: z.optional(z.array(touchKindSchema)),
  directions: z.optional(z.array(z.enum(['out', 'in', 'both']))),
  templates: z.optional(z.array(words(10))),
  /** 1 when left out. */
  each: z.optional(z.int().check(z.gte(1), z.lte(10))),
  /** `month`: the calendar month. `goal`: from the goal's own first day. `year`: since 1 July of the school year. */
  window: z.enum(['month', 'stage', 'goal', 'year', 'ever']),
})
export type Query = z.infer<typeof querySchema>

/** One countable part. */
export const goalPartSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,29}$/)),
  /** What is counted, as a short noun phrase: "faculty", "residents". */
  label: words(60),
  query: querySchema,
  min: z.int().check(z.gte(1), z.lte(99)),
  max: z.optional(z.int().check(z.gte(1), z.lte(99))),
  by: z.optional(stageDaySchema),
  /**
   * Only where the roadmap states a "no more": `count` caps the people counted, `waiting` caps the mails of this part
   * that wait for an answer at one time.
   */
  cap: z.optional(z.strictObject({ of: z.enum(['count', 'waiting']), most: z.int().check(z.gte(1)) })),
})
export type GoalPart = z.infer<typeof goalPartSchema>

export const evidenceSchema = z.discriminatedUnion('way', [
  z.object({
    way: z.literal('count'),
    /** What the progress of several parts counts: the people in all of them, or the parts that are done. */
    progress: z.enum(['people', 'parts']),
    parts: z.array(goalPartSchema).check(z.minLength(1), z.maxLength(8)),
  }),
  /** Key mentors whose rhythm of touch-bases holds, of all key mentors (R3.5). */
  z.object({ way: z.literal('rhythm') }),
  /** Only the student knows. */
  z.object({ way: z.literal('tick') }),
  /** A "not yet". */
  z.object({ way: z.literal('guard') }),
])

export const goalSchema = z.strictObject({
  /** The roadmap's own number. A section's number alone (`R2`) is for what holds in the whole section. */
  id: z.string().check(z.regex(/^R\d{1,2}(\.\d{1,2})?$/)),
  stages: z.array(stageSchema).check(z.minLength(1)),
  /** Later stages that still show it, as late, while it is not done. */
  carriesInto: z.optional(z.array(stageSchema)),
  /** First day on which it shows; the stage's first when left out. */
  from: z.optional(stageDaySchema),
  /** Last day for it; the stage's end when left out. */
  by: z.optional(stageDaySchema),
  title: words(60),
  why: words(200),
  how: words(320),
  /** The quickest way to make it good when it is late. */
  mend: z.optional(words(200)),
  evidence: evidenceSchema,
  /** Templates that serve it. */
  templates: z.optional(z.array(words(10))),
  /** Questions worth asking. */
  questions: z.optional(z.array(words(160))),
})
export type Goal = z.infer<typeof goalSchema>

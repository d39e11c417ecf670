import { mentorSchema, positionSchema, roleSchema } from '../person/person'
import { remarkKindSchema } from '../remarks/remark'
import { rotationKindSchema } from '../rotation/rotation'
import { stageIds } from '../stage/stages'
import { touchKindSchema } from '../touch/touch'
import { z } from '../z'

/**
 * A goal of the roadmap as data. The files are in `seeds/goals`; `buildMonthView` counts them against the log. All words
 * in here are for the student to read.
 */

const words = (max: number) => z.string().check(z.minLength(1), z.maxLength(max))
const ids = () => z.array(words(10)).check(z.minLength(1), z.maxLength(8))
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
  z.object({ unit: z.literal('stage-end') }),
  /** The earliest of these dates of the season that concerns the student; it may lie past the stage's end. */
  z.object({ unit: z.literal('season'), dates: z.array(words(40)).check(z.minLength(1)) }),
])
export type StageDay = z.infer<typeof stageDaySchema>

/**
 * What is counted: people of the log. A field that is left out asks for nothing.
 *
 * Who: holds one of `roles`, one of `positions`, one of `mentor`, has `friendly`, could write a letter (`letterWriter`),
 * was saved in the window (`saved`), and carries the four facts of R2.10 (`fourFacts`).
 * Contact: when `kinds` or `templates` ask for one, the person needs `each` touches in the window. A touch counts when its
 * kind fits (and its direction, when `directions` names some), or when it was written from one of `templates`: a
 * template says by itself what a mail was for, so it also counts when the person's role says something else. Being named
 * among the people of an event counts as a touch of the kind `event` on its day.
 */
export const querySchema = z.strictObject({
  roles: z.optional(z.array(roleSchema)),
  positions: z.optional(z.array(positionSchema)),
  mentor: z.optional(z.array(mentorSchema)),
  friendly: z.optional(z.literal('yes')),
  letterWriter: z.optional(z.literal(true)),
  saved: z.optional(z.literal(true)),
  fourFacts: z.optional(z.literal(true)),
  kinds: z.optional(z.array(touchKindSchema)),
  directions: z.optional(z.array(z.enum(['out', 'in', 'both']))),
  templates: z.optional(z.array(words(10))),
  /** 1 when left out. */
  each: z.optional(z.int().check(z.gte(1), z.lte(10))),
  /**
   * `month`: the calendar month. `goal`: from the goal's own first day. `semester`: since 1 January or 1 July, whichever
   * is later. `year`: since 1 July of the school year.
   */
  window: z.enum(['month', 'stage', 'goal', 'semester', 'year', 'ever']),
})
export type Query = z.infer<typeof querySchema>

/** What is counted: records of the road. `has` says what a record must have besides being there. */
export const recordQuerySchema = z.discriminatedUnion('of', [
  /** Writers, once each. `confirmed`: said yes. `candidate`: neither asked nor ended. `asked`: asked, or said yes. */
  z.strictObject({ of: z.literal('letters'), is: z.enum(['candidate', 'asked', 'confirmed', 'uploaded']) }),
  /**
   * `connection`: a way in is known, or the student looked and found nobody. `away-word`: somebody said how it uses aways
   * or how its services treat students. `rank`: it is on the rank list; `rank-reason`: with a reason.
   */
  z.strictObject({
    of: z.literal('programs'),
    has: z.enum(['any', 'connection', 'away-word', 'rank', 'rank-reason']),
  }),
  /** `person`: who said it, once each. `closed`: dealt with, or written to from one of `templates` since. */
  z.strictObject({
    of: z.literal('remarks'),
    kinds: z.array(remarkKindSchema).check(z.minLength(1)),
    has: z.enum(['any', 'person', 'closed']),
    templates: z.optional(ids()),
  }),
  /** Rotations that have begun. `residents`, `feedback`: at least one was entered. `tasks`: every task is done or left out. */
  z.strictObject({
    of: z.literal('rotations'),
    kinds: z.optional(z.array(rotationKindSchema).check(z.minLength(1))),
    has: z.enum(['any', 'residents', 'feedback', 'tasks']),
  }),
  /**
   * `notes`: held interviews with notes. `message-before`: interviews of which every resident known there was written to
   * before, from one of `templates`; `message-after` the same after. Interviews where nobody is known are not asked for.
   */
  z.strictObject({
    of: z.literal('interviews'),
    has: z.enum(['any', 'notes', 'message-before', 'message-after']),
    templates: z.optional(ids()),
  }),
  /** `interest-group`: the groups that were joined, once each. */
  z.strictObject({ of: z.literal('events'), has: z.enum(['any', 'interest-group']) }),
  /** Everybody who helped, thanked after the Match (R5.11). */
  z.strictObject({ of: z.literal('thanks') }),
])
export type RecordQuery = z.infer<typeof recordQuerySchema>

/** People, or records. */
export const countQuerySchema = z.union([querySchema, recordQuerySchema])
export type CountQuery = z.infer<typeof countQuerySchema>

/** True for a query over records. */
export function isOfRecords(query: CountQuery): query is RecordQuery {
  return 'of' in query
}

const capSchema = z.strictObject({
  /**
   * `count`: what is counted (of letters: the writers asked as well). `waiting`: mails of this part that wait for an
   * answer at one time. `each`: touches with one and the same person, outside the rhythm of touch-bases.
   */
  of: z.enum(['count', 'waiting', 'each']),
  most: z.int().check(z.gte(1)),
  /** The watched rule that says why (R9). */
  rule: z.optional(z.string().check(z.regex(/^R9\.\d{1,2}$/))),
})

/** One countable part. */
export const goalPartSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,29}$/)),
  /** What is counted, as a short noun phrase: "faculty", "residents". */
  label: words(60),
  query: countQuerySchema,
  /** `all`: every record there is (R5.9); only for records. */
  min: z.union([z.int().check(z.gte(1), z.lte(99)), z.literal('all')]),
  max: z.optional(z.int().check(z.gte(1), z.lte(99))),
  by: z.optional(stageDaySchema),
  /** Only where the roadmap states a "no more". */
  cap: z.optional(capSchema),
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
  /** Later stages that still show it while it is not done. */
  carriesInto: z.optional(z.array(stageSchema)),
  /** First day on which it shows; the stage's first when left out. */
  from: z.optional(stageDaySchema),
  /** Last day for it; the stage's end when left out. */
  by: z.optional(stageDaySchema),
  /** It shows only while the log has one of these. */
  shownWhen: z.optional(recordQuerySchema),
  /** Not for everybody: it is never late, and comes after what is. */
  ifApt: z.optional(z.literal(true)),
  title: words(60),
  why: words(200),
  how: words(320),
  /** The quickest way to make it good when it is late. */
  mend: z.optional(words(200)),
  /** For whom comes later, or missed it: how it can still be made good, and the last stage in which that is worth it. */
  catchUp: z.optional(z.strictObject({ text: words(160), until: stageSchema })),
  evidence: evidenceSchema,
  /** Templates, lines to say and question banks that serve it. */
  templates: z.optional(z.array(words(10))),
  spoken: z.optional(z.array(words(10))),
  banks: z.optional(z.array(words(10))),
  /** Questions of its own, besides those of `banks`. */
  questions: z.optional(z.array(words(160))),
})
export type Goal = z.infer<typeof goalSchema>

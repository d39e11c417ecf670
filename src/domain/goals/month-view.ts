import { localDateSchema } from '../date-schema'
import { stageIds } from '../stage/stages'
import { z } from '../z'

/** A person named in a view: enough to show and to link. */
const namedPersonSchema = z.object({ id: z.string(), shown: z.string() })
export type NamedPerson = z.infer<typeof namedPersonSchema>

/** One part of a counted goal: a step, or one kind of people. Its words are in `seeds/`, under the same id. */
const goalPartViewSchema = z.object({
  id: z.string(),
  count: z.number(),
  /** Wanted at least / at most; `max` is 0 where the roadmap names none. */
  min: z.number(),
  max: z.number(),
  done: z.boolean(),
  by: z.nullable(localDateSchema),
  late: z.boolean(),
})
export type GoalPartView = z.infer<typeof goalPartViewSchema>

export const goalViewSchema = z.object({
  /** Roadmap id, e.g. `R2.7`: the words are in `seeds/`. */
  id: z.string(),
  /** `count`: counted from the log. `tick`: only the student knows. `guard`: a "not yet" to keep in mind. */
  way: z.enum(['count', 'tick', 'guard']),
  done: z.boolean(),
  count: z.number(),
  /** Wanted at least / at most; both 0 where nothing is counted. A goal of steps counts the steps that are done. */
  min: z.number(),
  max: z.number(),
  /** The parts of a goal that has more than one; empty otherwise. */
  parts: z.array(goalPartViewSchema),
  /** More than the roadmap's stated cap (only where it states one). */
  over: z.boolean(),
  /** Who was counted, newest first, at most 12. */
  people: z.array(namedPersonSchema),
  /** Last day for it within the stage; null when the stage's end is all there is. */
  by: z.nullable(localDateSchema),
  /** `by` has passed and it is not done. */
  late: z.boolean(),
})
export type GoalView = z.infer<typeof goalViewSchema>

export const touchBaseViewSchema = z.object({
  person: namedPersonSchema,
  lastTouch: z.nullable(localDateSchema),
  dueOn: localDateSchema,
  /** `due`: inside the rhythm's window. `overdue`: past its end. */
  state: z.enum(['due', 'overdue']),
  weeks: z.number(),
  templateId: z.string(),
})
export type TouchBaseView = z.infer<typeof touchBaseViewSchema>

/** Mails whose answer is awaited, oldest first. */
export const waitingViewSchema = z.object({
  person: namedPersonSchema,
  touchId: z.string(),
  since: localDateSchema,
  days: z.number(),
  /** One nudge is apt now (10–14 days, T27, brief section 9). */
  nudge: z.boolean(),
})
export type WaitingView = z.infer<typeof waitingViewSchema>

/** Everything the popup, the badge and the dashboard's first page show for one date. */
export const monthViewSchema = z.object({
  date: localDateSchema,
  stage: z.object({
    id: z.enum(stageIds),
    /** Bounds of the stage, inclusive; null when open-ended. */
    from: z.nullable(localDateSchema),
    to: z.nullable(localDateSchema),
    /** A date that the stage hangs on is not set and was assumed: then nothing is called late. */
    assumed: z.boolean(),
  }),
  goals: z.array(goalViewSchema),
  touchBases: z.array(touchBaseViewSchema),
  waiting: z.array(waitingViewSchema),
  people: z.number(),
  /** What the badge shows: touch-bases due and nudges that are apt. */
  due: z.number(),
})
export type MonthView = z.infer<typeof monthViewSchema>

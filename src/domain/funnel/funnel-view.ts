import { localDateSchema } from '../date-schema'
import { z } from '../z'

/**
 * Where somebody stands in the search for a research mentor (R2.8), the nearest to a talk last. `set-aside`: not good to
 * students. `moved-on`: three weeks without an answer, or the student noted that none came.
 */
export const funnelStates = [
  'set-aside',
  'found',
  'vetted',
  'moved-on',
  'written',
  'answered',
  'talked',
] as const
export const funnelStateSchema = z.enum(funnelStates)
export type FunnelState = z.infer<typeof funnelStateSchema>

/** A mail whose answer is awaited. */
const awaitedSchema = z.object({
  touchId: z.string(),
  since: localDateSchema,
  days: z.number(),
  /** One reminder (T27) is apt now. */
  nudge: z.boolean(),
})

/** Where one person stands. */
export const standingSchema = z.object({
  state: funnelStateSchema,
  /** What they answered, when they did. */
  answer: z.enum(['', 'yes', 'no', 'later', 'heard']),
  /** The day of the mail or talk that the state rests on; null where it rests on none. */
  on: z.nullable(localDateSchema),
  /** Days from `on` until today; 0 where there is none. */
  days: z.number(),
  awaited: z.nullable(awaitedSchema),
})
export type Standing = z.infer<typeof standingSchema>

const funnelPersonSchema = z.object({
  person: z.object({ id: z.string(), shown: z.string() }),
  ...standingSchema.shape,
})
export type FunnelPerson = z.infer<typeof funnelPersonSchema>

/** One of R2.8's four numbers: how many ever came so far, beside how many the roadmap asks for. */
const funnelStepSchema = z.object({
  id: z.enum(['names', 'vetted', 'written', 'talks']),
  count: z.number(),
  min: z.number(),
  /** 0 where the roadmap names none. */
  max: z.number(),
  /** Last day for it; null outside R2.8's own stage, and where only an assumed calendar would say so. */
  by: z.nullable(localDateSchema),
})
export type FunnelStep = z.infer<typeof funnelStepSchema>

/** The search for a research mentor on one date. */
export const funnelViewSchema = z.object({
  /** Week of R2.8, from 1; null outside its weeks. */
  week: z.nullable(z.number()),
  weeks: z.number(),
  steps: z.array(funnelStepSchema),
  /** How many stand in each state: together everybody in the funnel. */
  counts: z.record(funnelStateSchema, z.number()),
  /** The people of each state, those nearest to a talk first; at most 24 of one state. */
  people: z.array(funnelPersonSchema),
})
export type FunnelView = z.infer<typeof funnelViewSchema>

/** A funnel without anybody. */
export const emptyFunnel: FunnelView = {
  week: null,
  weeks: 0,
  steps: [],
  counts: { 'set-aside': 0, found: 0, vetted: 0, 'moved-on': 0, written: 0, answered: 0, talked: 0 },
  people: [],
}

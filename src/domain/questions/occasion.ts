import { stageIds } from '../stage/stages'
import { touchKindSchema } from '../touch/touch'
import { z } from '../z'

/** Moments of a rotation that lines and questions belong to, in their order; the rotation's own dates make days of them. */
export const rotationMoments = [
  'day-1',
  'days-2-3',
  'end-of-week-2',
  'career-meeting',
  'close-of-career-meeting',
  'last-days',
  'any-day',
] as const

/** When a spoken line or a question bank is shown. */
export const occasionSchema = z.strictObject({
  /** Stages it belongs to; empty: any. */
  stages: z.array(z.enum(stageIds)),
  /** The moment of a rotation, whatever the stage; null when it has nothing to do with one. */
  rotation: z.nullable(z.enum(rotationMoments)),
  /** Kinds of meeting it is for; empty where it is not a meeting. */
  meetings: z.array(touchKindSchema),
  /** Goals and rotation tasks beside which it stands. */
  goals: z.array(z.string().check(z.regex(/^R\d\.\d{1,2}$/))).check(z.minLength(1)),
})
export type Occasion = z.infer<typeof occasionSchema>

import { localDateSchema } from '../date-schema'
import { stageIds } from '../stage/stages'
import { z } from '../z'

/** The student ticked a goal that no log can count. One mark a goal and stage. */
export const goalMarkSchema = z.object({
  schema: z.literal(1),
  /** `<stage>/<goal id>` */
  id: z.string().check(z.maxLength(80)),
  goalId: z.string().check(z.maxLength(60)),
  stage: z.enum(stageIds),
  date: localDateSchema,
})
export type GoalMark = z.infer<typeof goalMarkSchema>

/** A touch-base put off until `until` (inclusive). It is not a touch. One a person. */
export const snoozeSchema = z.object({
  schema: z.literal(1),
  personId: z.string().check(z.maxLength(60)),
  until: localDateSchema,
})
export type Snooze = z.infer<typeof snoozeSchema>

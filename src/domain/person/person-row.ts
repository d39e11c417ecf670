import { localDateSchema } from '../date-schema'
import { reachSchema } from '../funnel/reach'
import { z } from '../z'
import { mentorSchema, positionSchema, roleSchema } from './person'

/**
 * The slim row of a person that lists, search and the month view read instead of whole records. Derived: it can always
 * be made again from the person and their touches. Keys are short because rows are packed many to a record.
 */
export const personRowSchema = z.object({
  id: z.string(),
  /** Name as shown, and "Family, Given" for sorting. */
  shown: z.string(),
  sort: z.string(),
  family: z.string(),
  roles: z.array(roleSchema),
  positions: z.array(positionSchema),
  mentor: mentorSchema,
  /** The student thinks they could write a letter one day. */
  letterWriter: z.boolean(),
  /** Touch-base every so many weeks, as the student wished; 0 where there is no wish. */
  rhythmWeeks: z.number(),
  friendly: z.enum(['unknown', 'yes', 'no']),
  department: z.string(),
  institution: z.string(),
  /** First certain e-mail address, else the first, else empty. */
  email: z.string(),
  detail: z.string(),
  /** Where the student met them; with role, last contact and detail one of the four facts of R2.10. */
  whereMet: z.string(),
  /** Date and kind of the latest touch; null and '' when there is none. */
  lastTouch: z.nullable(localDateSchema),
  lastKind: z.string(),
  /** How many touches there are. */
  touches: z.number(),
  /** Date of the earliest mail that still waits for an answer; null when none does. */
  awaitingSince: z.nullable(localDateSchema),
  savedOn: localDateSchema,
  /** How far reaching out for research has come; left out for whoever has no part in it. */
  reach: z.optional(reachSchema),
  /** Accent- and case-folded text to search in. */
  text: z.string(),
})
export type PersonRow = z.infer<typeof personRowSchema>

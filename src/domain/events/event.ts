import { localDateSchema } from '../date-schema'
import { idField, lineField } from '../record-fields'
import { z } from '../z'

/** A gathering at which people were met (R2.2): orientation, an interest group's evening, a conference. */
export const eventSchema = z.object({
  schema: z.literal(1),
  id: idField,
  what: z.string().check(z.minLength(1), z.maxLength(200)),
  date: localDateSchema,
  /** An interest group the student joined at it, or empty: more than two are too many (R2.5). */
  interestGroup: lineField(120),
  people: z.array(idField).check(z.maxLength(100)),
  note: lineField(2000),
})
export type NetworkEvent = z.infer<typeof eventSchema>
export const eventInputSchema = z.omit(eventSchema, { schema: true, id: true })
export type NetworkEventInput = z.infer<typeof eventInputSchema>

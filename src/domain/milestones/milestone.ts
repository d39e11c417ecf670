import { localDateSchema } from '../date-schema'
import { idField, lineField, linkField } from '../record-fields'
import { z } from '../z'

export const milestoneKinds = [
  'application-submitted',
  'invitation',
  'rank-list-certified',
  'matched',
] as const
export const milestoneKindSchema = z.enum(milestoneKinds)
export type MilestoneKind = z.infer<typeof milestoneKindSchema>

/** Something that happened on the way to the Match; it brings its letters up whatever the month (R5.8). */
export const milestoneSchema = z.object({
  schema: z.literal(1),
  id: idField,
  kind: milestoneKindSchema,
  date: localDateSchema,
  /** The program of an invitation or of the match, when it is on the list. */
  programId: linkField,
  note: lineField(500),
})
export type Milestone = z.infer<typeof milestoneSchema>
export const milestoneInputSchema = z.omit(milestoneSchema, { schema: true, id: true })
export type MilestoneInput = z.infer<typeof milestoneInputSchema>

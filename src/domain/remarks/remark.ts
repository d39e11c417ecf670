import { localDateSchema } from '../date-schema'
import { dayField, idField, lineField, linkField } from '../record-fields'
import { z } from '../z'

/**
 * What people said and offered:
 * - `realistic-tier`: which tier of programs this mentor finds realistic (R5.1); `tier` holds it.
 * - `would-write-to`: a faculty member elsewhere whom they would e-mail (R5.1); `about` names them.
 * - `offer`: an offer to reach out to a program or person (R5.5); `closedOn` is when the kit was handed over.
 * - `mild-connection`: met briefly, at the event in `about`, over the topic in `text` (R5.6).
 * - `friendly-service`: a service or attending that is good to students (R3.7, R6.2); `about` names it.
 * - `summer-plan`: dates, expectations, weekly meeting time (R2.12).
 * - `specialty-explored`: a specialty the student seriously looked at (R6.2); `about` names it.
 * - `carry-on`: a relationship to carry into residency (R6.4).
 */
export const remarkKinds = [
  'realistic-tier',
  'would-write-to',
  'offer',
  'mild-connection',
  'friendly-service',
  'summer-plan',
  'specialty-explored',
  'carry-on',
] as const
export const remarkKindSchema = z.enum(remarkKinds)
export type RemarkKind = z.infer<typeof remarkKindSchema>

/** One line of what somebody said or offered, entered in one go. */
export const remarkSchema = z.object({
  schema: z.literal(1),
  id: idField,
  kind: remarkKindSchema,
  /** Who said or offered it, or whom it is about; empty where nobody is (a specialty explored). */
  personId: linkField,
  programId: linkField,
  about: lineField(240),
  text: lineField(1000),
  tier: z.enum(['unknown', 'reach', 'realistic', 'safer']),
  date: localDateSchema,
  closedOn: dayField,
})
export type Remark = z.infer<typeof remarkSchema>
export const remarkInputSchema = z.omit(remarkSchema, { schema: true, id: true })
export type RemarkInput = z.infer<typeof remarkInputSchema>

import { localDateSchema } from '../date-schema'
import { idField, lineField, linkField } from '../record-fields'
import { z } from '../z'

export const rotationKinds = ['core', 'elective', 'away'] as const
export const rotationKindSchema = z.enum(rotationKinds)
export type RotationKind = z.infer<typeof rotationKindSchema>

/** What somebody is on a rotation. The same person may be something else in the log. */
export const rotationPostSchema = z.enum(['attending', 'senior-resident', 'resident', 'other'])
export type RotationPost = z.infer<typeof rotationPostSchema>

/** The signs of a possible letter writer (R4.5). */
export const writerSigns = ['worked-repeatedly', 'names-specifics', 'teaches-freely'] as const
export const writerSignSchema = z.enum(writerSigns)
export type WriterSign = z.infer<typeof writerSignSchema>

/** A clerkship, elective or away rotation, with what happened on it. Its dated tasks (R4, R5.7) are worked out from it. */
export const rotationSchema = z.object({
  schema: z.literal(1),
  id: idField,
  kind: rotationKindSchema,
  /** "Internal medicine, ward team B". */
  service: lineField(120),
  site: lineField(200),
  specialty: lineField(120),
  start: localDateSchema,
  /** Length in weeks: 4–8 for core rotations, 2–3 for most electives and aways. */
  weeks: z.int().check(z.gte(1), z.lte(16)),
  people: z.array(z.object({ personId: idField, post: rotationPostSchema })).check(z.maxLength(60)),
  /** Tasks done or left out, by task id (`R4.1`). */
  marks: z
    .array(z.object({ task: lineField(20), state: z.enum(['done', 'skipped']), date: localDateSchema }))
    .check(z.maxLength(60)),
  /** Feedback as it was given: what the letter packet (T14) draws on. `personId` is empty when nobody is named. */
  feedback: z
    .array(z.object({ date: localDateSchema, personId: linkField, text: lineField(2000) }))
    .check(z.maxLength(60)),
  signs: z.array(z.object({ personId: idField, sign: writerSignSchema })).check(z.maxLength(120)),
  /** Why the student truly stood out; without it an away letter is not worth asking for (R5.7). */
  standout: lineField(500),
  /** The program an away rotation is at, when it is on the list. */
  programId: linkField,
  note: lineField(5000),
})
export type Rotation = z.infer<typeof rotationSchema>
export const rotationInputSchema = z.omit(rotationSchema, { schema: true, id: true })
export type RotationInput = z.infer<typeof rotationInputSchema>

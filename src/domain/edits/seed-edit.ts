import { dayField, lineField } from '../record-fields'
import { z } from '../z'

/**
 * What the student changed of the product's own content: a template, a goal or a season date, under its id. The original
 * stays in `seeds/`, so taking the edit away brings it back. A field that is left out is as in the original.
 */
export const seedEditSchema = z.object({
  schema: z.literal(1),
  /** `template/T4`, `goal/R2.7`, `season/2027/match-day`, or `template/own-…` for one the student wrote. */
  id: z.string().check(z.minLength(3), z.maxLength(80)),
  hidden: z.boolean(),
  title: z.optional(lineField(120)),
  subject: z.optional(lineField(300)),
  body: z.optional(lineField(8000)),
  why: z.optional(lineField(400)),
  how: z.optional(lineField(600)),
  /** A season date as the student knows it. */
  date: z.optional(dayField),
})
export type SeedEdit = z.infer<typeof seedEditSchema>
export const seedEditInputSchema = z.omit(seedEditSchema, { schema: true, id: true })
export type SeedEditInput = z.infer<typeof seedEditInputSchema>

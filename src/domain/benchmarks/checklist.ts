import { countQuerySchema } from '../goals/goal'
import { z } from '../z'
import { years } from './network'

/** What should stand when a year ends (R6), as `seeds/checklists/<id>.json` holds it. All words are for the student. */

const words = (max: number) => z.string().check(z.minLength(1), z.maxLength(max))
const count = z.int().check(z.gte(1), z.lte(99))

export const checklistItemSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/)),
  text: words(120),
  /** What helps when it is not there yet. */
  mend: words(200),
  min: count,
  max: z.optional(count),
  /** How the log counts it, as a goal's part would; left out where the student ticks it. */
  query: z.optional(countQuerySchema),
})
export type ChecklistItem = z.infer<typeof checklistItemSchema>

export const checklistSchema = z.strictObject({
  id: z.string().check(z.regex(/^R6\.[1-4]$/)),
  year: z.enum(years),
  title: words(60),
  items: z.array(checklistItemSchema).check(z.minLength(1), z.maxLength(6)),
})
export type Checklist = z.infer<typeof checklistSchema>

import { occasionSchema } from '../questions/occasion'
import { audienceSchema } from '../templates/audience'
import { z } from '../z'

/** Something to say aloud (S), as `seeds/spoken/<id>.json` holds it. `text` is in the language of the templates. */
export const spokenLineSchema = z.strictObject({
  id: z.string().check(z.regex(/^S\d$/)),
  title: z.string().check(z.minLength(1), z.maxLength(60)),
  occasion: occasionSchema,
  audience: audienceSchema,
  text: z.string().check(z.minLength(1), z.maxLength(600)),
  slots: z.array(
    z.strictObject({
      label: z.string().check(z.minLength(1), z.maxLength(80)),
      example: z.string().check(z.minLength(1), z.maxLength(120)),
    }),
  ),
  sentences: z.strictObject({ min: z.int().check(z.gte(1)), max: z.int().check(z.lte(4)) }),
  /** How to say it, and what to do with the answer. */
  advice: z.string().check(z.minLength(1), z.maxLength(200)),
})
export type SpokenLine = z.infer<typeof spokenLineSchema>

/** Sentences as a listener counts them: they end on a stop, a question or an exclamation mark. A title's dot ends none. */
export function countSentences(text: string): number {
  const plain = text.replace(/\b(Dr|Mr|Ms|Mrs|Prof|St)\./g, '$1')
  return plain.split(/[.!?]+(?:\s|$)/).filter((part) => /[\p{L}\p{N}]/u.test(part)).length
}

import { z } from '../z'
import { rotationKinds } from './rotation'

const words = (max: number) => z.string().check(z.minLength(1), z.maxLength(max))

/**
 * When a task of a rotation is due, as the roadmap's section 4 says it for a rotation of six weeks or more (of three for
 * aways), in days from the first day, which is 0. `end` counts back from the last working day, which is 0.
 */
export const taskWindowSchema = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('start'), first: z.int().check(z.gte(0)), last: z.int().check(z.gte(0)) }),
  z.strictObject({ from: z.literal('end'), first: z.int().check(z.lte(0)), last: z.int().check(z.lte(0)) }),
])

/** One task of the micro-timeline of a rotation, as `seeds/rotation-tasks.json` holds it. All words are the student's to read. */
export const rotationTaskSchema = z.strictObject({
  /** The roadmap's number; aways add the step (`R5.7-feedback`). */
  id: z.string().check(z.regex(/^R\d\.\d{1,2}(-[a-z]+)?$/)),
  /** The rotations that have it. */
  kinds: z.array(z.enum(rotationKinds)).check(z.minLength(1)),
  window: taskWindowSchema,
  title: words(60),
  how: words(320),
  /** The quickest way to make it good when its days have passed. */
  mend: words(200),
  /** Lines to say, letters and questions that stand beside it. */
  spoken: z.array(words(10)),
  templates: z.array(words(10)),
  questions: z.array(words(10)),
  /** Comes up only after a letter writer of this rotation said yes (R4.9), or once the student stood out (R5.7). */
  only: z.optional(z.enum(['letter-agreed', 'stood-out'])),
})
export type RotationTask = z.infer<typeof rotationTaskSchema>

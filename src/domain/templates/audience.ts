import type { Place } from '../benchmarks/place'
import { mentorSchema, type Person, positionSchema, roleSchema } from '../person/person'
import { z } from '../z'

/** Whom a letter, a spoken line or a question bank is for. Any one of the four is enough; all four left empty: anybody. */
export const audienceSchema = z.strictObject({
  roles: z.array(roleSchema),
  positions: z.array(positionSchema),
  mentors: z.array(mentorSchema),
  /** People whom the student marked as able to write a letter. */
  letterWriters: z.optional(z.literal(true)),
  /** Of these only people elsewhere: nobody who is known to be at the student's own school. */
  place: z.optional(z.literal('outside')),
})
export type Audience = z.infer<typeof audienceSchema>

/** What of a person decides whether something is for them. */
export type Addressed = Pick<Person, 'roles' | 'positions' | 'mentor' | 'canWriteLetter'> & { place: Place }

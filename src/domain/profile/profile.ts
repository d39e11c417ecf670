import { localDateSchema } from '../date-schema'
import { emailAddressSchema } from '../person/person'
import { z } from '../z'

const line = (max: number) => z.string().check(z.maxLength(max))

/** A stretch of time in which the roadmap stands still. `to` is its last day. */
export const pauseSchema = z.object({
  kind: z.enum(['research-year', 'leave', 'md-phd', 'extra-year', 'other']),
  from: localDateSchema,
  to: localDateSchema,
})
export type Pause = z.infer<typeof pauseSchema>

/** The student's own calendar and signature. Every field may be unset; unset dates are assumed and said to be. */
export const profileSchema = z.object({
  schema: z.literal(1),
  /** Name for the signature of templates. */
  name: line(120),
  school: line(200),
  matriculation: z.nullable(localDateSchema),
  clerkshipStart: z.nullable(localDateSchema),
  graduationYear: z.nullable(z.int().check(z.gte(1990), z.lte(2100))),
  /** Last day of school when it is not 31 May of the graduation year. */
  graduationDate: z.nullable(localDateSchema),
  pauses: z.array(pauseSchema).check(z.maxLength(20)),
  specialties: z.array(line(120)).check(z.maxLength(10)),
  /** Decides which exams and season dates concern the student. Records of before it was asked have none. */
  degree: z._default(z.enum(['unknown', 'MD', 'DO', 'MD-PhD', 'other']), 'unknown'),
  /** Takes part in the military match. */
  military: z._default(z.boolean(), false),
  /** The student's own addresses: never matched as contacts. */
  ownEmails: z.array(emailAddressSchema).check(z.maxLength(10)),
  /** Log a touch when a mail with a template, or to a known person, goes out. */
  logSentMail: z.boolean(),
  /** The first-run page was filled in or skipped. */
  welcomed: z.boolean(),
})
export type Profile = z.infer<typeof profileSchema>

/** What holds before anything is set. */
export const emptyProfile: Profile = {
  schema: 1,
  name: '',
  school: '',
  matriculation: null,
  clerkshipStart: null,
  graduationYear: null,
  graduationDate: null,
  pauses: [],
  specialties: [],
  degree: 'unknown',
  military: false,
  ownEmails: [],
  logSentMail: true,
  welcomed: false,
}

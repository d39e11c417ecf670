import { localDateSchema } from '../date-schema'
import { z } from '../z'

/** Every way a contact is made. Which effort class (R1.7) a kind belongs to is data in `seeds/`. */
export const touchKinds = [
  'met',
  'event',
  'introduction',
  'email',
  'message',
  'coffee',
  'call',
  'meeting',
  'career-chat',
  'update',
  'touch-base',
  'project-work',
  'question',
  'thanks',
  // Outcomes (R1.7): steps of a letter, questions about programs, interviews, the rank list, closing thanks.
  'letter-step',
  'program-question',
  'interview',
  'rank-check',
  'closing-thanks',
] as const
export const touchKindSchema = z.enum(touchKinds)
export type TouchKind = z.infer<typeof touchKindSchema>

/** `awaiting`: an answer is hoped for. `none`: no answer came and the student moved on. `null`: no answer was asked for. */
export const outcomeSchema = z.enum(['awaiting', 'none', 'yes', 'no', 'later'])
export type Outcome = z.infer<typeof outcomeSchema>

/** A contact made with one person. */
export const touchSchema = z.object({
  schema: z.literal(1),
  id: z.string().check(z.minLength(1), z.maxLength(60)),
  personId: z.string().check(z.minLength(1), z.maxLength(60)),
  /** The student's calendar date at the time; travel never moves it. */
  date: localDateSchema,
  /** IANA zone of the student at the time, e.g. `America/Chicago`. */
  zone: z.string().check(z.maxLength(60)),
  kind: touchKindSchema,
  direction: z.enum(['out', 'in', 'both']),
  /** Id of the template that was inserted, or empty. */
  templateId: z.string().check(z.maxLength(60)),
  note: z.string().check(z.maxLength(5000)),
  outcome: z.nullable(outcomeSchema),
  /** Opaque mark of the mail thread where the client shows one; never subject or body. */
  thread: z.string().check(z.maxLength(300)),
  /** PMID of the paper that was the reason for writing, or empty. */
  pmid: z.string().check(z.regex(/^\d{0,10}$/)),
  /** `scheduled`: the mail was put off by the client and goes out later. */
  scheduled: z.boolean(),
  /** ISO time with offset when the record was made. */
  createdAt: z.string().check(z.maxLength(40)),
})
export type Touch = z.infer<typeof touchSchema>

/** What is needed to log a touch; the store adds id, schema and time of making. */
export const touchInputSchema = z.omit(touchSchema, { schema: true, id: true, createdAt: true })
export type TouchInput = z.infer<typeof touchInputSchema>

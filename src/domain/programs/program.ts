import { localDateSchema } from '../date-schema'
import { dayField, idField, lineField, linkField } from '../record-fields'
import { z } from '../z'

/** How a person opens a program, as somebody said; ties by institution are worked out besides (R5.2). */
export const tieSchema = z.object({
  personId: idField,
  how: z.enum(['own', 'mentor-knows', 'resident-friend']),
  /** Whom they know there, when it is somebody else. */
  other: lineField(240),
})
export type Tie = z.infer<typeof tieSchema>

/** A residency program of the student's list. Nothing in it is scraped or invented: unknown stays unknown (R11.2). */
export const programSchema = z.object({
  schema: z.literal(1),
  id: idField,
  name: lineField(200),
  institution: lineField(300),
  specialty: lineField(120),
  city: lineField(120),
  tags: z.array(lineField(60)).check(z.maxLength(40)),
  /** The group it is in by mentors' words and the student's own judgment (R11.3). */
  tier: z.enum(['unknown', 'reach', 'realistic', 'safer']),
  ties: z.array(tieSchema).check(z.maxLength(60)),
  /** Does it recruit from away rotations, or use them for free labor, and who said so (R5.3). */
  away: z.object({
    use: z.enum(['unknown', 'recruits', 'free-labor']),
    saidBy: linkField,
    note: lineField(500),
  }),
  services: z
    .array(z.object({ service: lineField(120), verdict: z.enum(['good', 'miserable']), saidBy: linkField }))
    .check(z.maxLength(60)),
  signal: z.enum(['none', 'signal', 'silver', 'gold']),
  appliedOn: dayField,
  invitedOn: dayField,
  thankYou: z.enum(['unknown', 'welcome', 'not-needed', 'please-dont']),
  /** Place on the rank list, from 1; null when it is not on it. */
  rank: z.nullable(z.int().check(z.gte(1), z.lte(400))),
  rankReason: lineField(500),
  /** Own criteria of the shortlist (section 11) with a value from 0 to 10; a criterion that is left out is unknown. */
  ratings: z
    .array(z.object({ key: lineField(60), value: z.number().check(z.gte(0), z.lte(10)) }))
    .check(z.maxLength(40)),
  note: lineField(5000),
})
export type Program = z.infer<typeof programSchema>
export const programInputSchema = z.omit(programSchema, { schema: true, id: true })
export type ProgramInput = z.infer<typeof programInputSchema>

/** An interview at a program (R5.9). */
export const interviewSchema = z.object({
  schema: z.literal(1),
  id: idField,
  programId: idField,
  date: localDateSchema,
  how: z.enum(['unknown', 'video', 'in-person']),
  /** Written within 24 hours, because they blur. */
  notes: lineField(10_000),
  notesOn: dayField,
})
export type Interview = z.infer<typeof interviewSchema>
export const interviewInputSchema = z.omit(interviewSchema, { schema: true, id: true })
export type InterviewInput = z.infer<typeof interviewInputSchema>

/** What the student weighs when a list of programs is made (R11.1). One record a log, with the id `mine`. */
export const shortlistSchema = z.object({
  schema: z.literal(1),
  id: idField,
  /** What counts, with a weight from 0 to 5. Keys are those of `Program.ratings`, or `ties`. */
  criteria: z
    .array(
      z.object({ key: lineField(60), label: lineField(80), weight: z.number().check(z.gte(0), z.lte(5)) }),
    )
    .check(z.maxLength(40)),
  /** Only if the student wishes; never sent anywhere. */
  scores: z.array(z.object({ exam: lineField(60), score: lineField(20) })).check(z.maxLength(12)),
  interests: z.array(lineField(120)).check(z.maxLength(20)),
})
export type Shortlist = z.infer<typeof shortlistSchema>
export const shortlistInputSchema = z.omit(shortlistSchema, { schema: true, id: true })
export type ShortlistInput = z.infer<typeof shortlistInputSchema>

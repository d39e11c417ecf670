import { localDateSchema } from '../date-schema'
import { isEmailAddress } from '../guards/email'
import { isSafeLink } from '../guards/links'
import { z } from '../z'

/** What somebody is to the student. Students of the own school are the last three; they count in no target network. */
export const roles = [
  'attending',
  'resident',
  'fellow',
  'faculty-researcher',
  'dean-advisor',
  'peer',
  'staff',
  'classmate',
  'upper-student',
  'matched-ms4',
] as const
export const roleSchema = z.enum(roles)
export type Role = z.infer<typeof roleSchema>

/** Posts that goals and templates speak of; one person may hold several besides the role. */
export const positions = [
  'assigned-advisor',
  'course-director',
  'clerkship-director',
  'student-affairs',
  'research-office',
  'md-phd-program',
  'interest-group-advisor',
  'interest-group-officer',
  'summer-mentor',
] as const
export const positionSchema = z.enum(positions)
export type Position = z.infer<typeof positionSchema>

/** `key`: the student counts on them (touch-base every 8–12 weeks, R3.5); `mentor`: marked as a mentor (R1.6). */
export const mentorSchema = z.enum(['none', 'mentor', 'key'])
export type Mentor = z.infer<typeof mentorSchema>

const line = (max: number) => z.string().check(z.maxLength(max))
const lines = (max: number, count: number) => z.array(line(max)).check(z.maxLength(count))

export const namesSchema = z.object({
  given: line(120),
  middle: line(120),
  family: line(120),
  suffix: line(40),
  /** The name as the page, or the student, wrote it; never empty. */
  shown: z.string().check(z.minLength(1), z.maxLength(240)),
})
export type Names = z.infer<typeof namesSchema>

export const emailAddressSchema = z
  .string()
  .check(z.maxLength(254), z.refine(isEmailAddress, 'not an e-mail address'))

/** `certain` is false while nobody has confirmed that the address is this person's. */
export const emailSchema = z.object({ address: emailAddressSchema, certain: z.boolean() })
export type Email = z.infer<typeof emailSchema>

export const linkSchema = z.object({
  kind: z.enum(['profile', 'pubmed', 'orcid', 'other']),
  url: z.string().check(z.refine(isSafeLink, 'only http, https and mailto links are kept')),
})
export type Link = z.infer<typeof linkSchema>

export const publicationSchema = z.object({
  pmid: z.string().check(z.regex(/^\d{0,10}$/)),
  doi: line(300),
  title: line(1000),
  journal: line(300),
  year: z.nullable(z.int().check(z.gte(1700), z.lte(2200))),
  /** All authors as the source prints them, in order; cut at 500. */
  authors: lines(240, 500),
  /** This person's place in the author list, from 1; null when unknown. */
  position: z.nullable(z.int().check(z.gte(1), z.lte(100_000))),
})
export type Publication = z.infer<typeof publicationSchema>

/** Fields of a person that can be captured from a page, and so carry a provenance. */
export const capturedFields = [
  'name',
  'credentials',
  'titles',
  'department',
  'institution',
  'affiliations',
  'emails',
  'phones',
  'links',
  'topics',
  'publications',
] as const
export const capturedFieldSchema = z.enum(capturedFields)
export type CapturedField = z.infer<typeof capturedFieldSchema>

/**
 * Where a captured value was read. `source` is a catalogue id such as `pubmed.author-list`; `certainty` says whether the
 * page states it (`stated`) or it was worked out and wants a look (`check`); `typed` marks the student's own words.
 */
export const provenanceSchema = z.object({
  source: line(60),
  url: line(2000),
  certainty: z.enum(['stated', 'check', 'typed']),
  /** ISO time with offset of the capture; empty in a draft that is not saved yet. */
  at: line(40),
})
export type Provenance = z.infer<typeof provenanceSchema>

const provenanceMapSchema = z.partialRecord(capturedFieldSchema, provenanceSchema)

/** What a page (or the student) says of a person. Both a draft and a stored person have these fields. */
const capturedShape = {
  names: namesSchema,
  credentials: lines(40, 20),
  titles: lines(300, 20),
  department: line(300),
  institution: line(300),
  affiliations: lines(1000, 20),
  emails: z.array(emailSchema).check(z.maxLength(10)),
  phones: lines(60, 10),
  links: z.array(linkSchema).check(z.maxLength(20)),
  topics: lines(120, 40),
  publications: z.array(publicationSchema).check(z.maxLength(2000)),
  provenance: provenanceMapSchema,
}

/** A person as read from a page: not saved, each field with its provenance. */
export const personDraftSchema = z.object(capturedShape)
export type PersonDraft = z.infer<typeof personDraftSchema>

/** What the student adds by hand. */
const enteredShape = {
  roles: z.array(roleSchema).check(z.maxLength(10)),
  positions: z.array(positionSchema).check(z.maxLength(9)),
  mentor: mentorSchema,
  whereMet: line(300),
  detail: line(500),
  note: line(5000),
  studentFriendly: z.object({ answer: z.enum(['unknown', 'yes', 'no']), saidBy: line(240) }),
  canWriteLetter: z.boolean(),
  /** A touch-base every so many weeks, for somebody the roadmap asks for none; left out: no wish. */
  rhythmWeeks: z.optional(z.int().check(z.gte(1), z.lte(104))),
  tags: lines(60, 40),
}

/** What the student confirms when saving: the captured fields plus the entered ones. No id, no times. */
export const personInputSchema = z.object({ ...capturedShape, ...enteredShape })
export type PersonInput = z.infer<typeof personInputSchema>

/** A stored person. `schema` is the version of the record's own shape. */
export const personSchema = z.object({
  schema: z.literal(1),
  id: z.string().check(z.minLength(1), z.maxLength(60)),
  ...capturedShape,
  ...enteredShape,
  /** ISO times with offset. */
  createdAt: line(40),
  updatedAt: line(40),
  /** The student's calendar date when the person was first saved. */
  savedOn: localDateSchema,
})
export type Person = z.infer<typeof personSchema>

import { dayField, idField, lineField, linkField } from '../record-fields'
import { z } from '../z'

/** The steps of a letter, in order (R4.5–R4.10). Each holds the day it was taken, or null. */
export const letterSteps = [
  'candidateOn',
  'meetingOn',
  'hopeOn',
  'askedOn',
  'answeredOn',
  'packetOn',
  'uploadedOn',
  'thankedOn',
  'toldOn',
] as const
export type LetterStep = (typeof letterSteps)[number]

/** A letter of recommendation, from "could write one" to "was told how it ended". */
export const letterSchema = z.object({
  schema: z.literal(1),
  id: idField,
  personId: idField,
  /** The rotation it grew out of, or empty. */
  rotationId: linkField,
  kind: z.enum(['clinical', 'research', 'other']),
  specialty: lineField(120),
  candidateOn: dayField,
  /** The career-advice meeting (R4.6). */
  meetingOn: dayField,
  /** A hope was voiced in it, not a request (R4.7). */
  hopeOn: dayField,
  askedOn: dayField,
  inPerson: z.boolean(),
  /** The word *strong* was used when asking (R4.8). */
  strong: z.boolean(),
  answer: z.nullable(z.enum(['agreed', 'hesitated', 'declined'])),
  answeredOn: dayField,
  packetOn: dayField,
  /** The day agreed for uploading. */
  dueOn: dayField,
  nudgedOn: dayField,
  uploadedOn: dayField,
  thankedOn: dayField,
  toldOn: dayField,
  /** Points the writer might bring up (R4.9). */
  highlights: z.array(lineField(300)).check(z.maxLength(10)),
  /** Programs it goes to; at most four letters go to one program. */
  programIds: z.array(idField).check(z.maxLength(200)),
  note: lineField(2000),
})
export type Letter = z.infer<typeof letterSchema>
export const letterInputSchema = z.omit(letterSchema, { schema: true, id: true })
export type LetterInput = z.infer<typeof letterInputSchema>

import type { LocalDate } from '../dates'
import type { Rotation } from '../rotation/rotation'
import type { StageId } from '../stage/stages'
import type { TouchKind } from '../touch/touch'
import type { Letter, LetterInput } from './letter'
import { countWriters, isConfirmed, type LetterState, letterTarget } from './letter-rules'

/** The days of a letter that the student records, in the order in which they come. */
export const recordedDays = [
  'candidateOn',
  'meetingOn',
  'hopeOn',
  'askedOn',
  'answeredOn',
  'packetOn',
  'nudgedOn',
  'uploadedOn',
  'thankedOn',
  'toldOn',
] as const
export type RecordedDay = (typeof recordedDays)[number]

/** A letter that begins with somebody who could write one. */
export function startLetter(
  personId: string,
  today: LocalDate,
  parts: Partial<Pick<LetterInput, 'rotationId' | 'kind' | 'specialty' | 'meetingOn' | 'hopeOn'>> = {},
): LetterInput {
  return {
    personId,
    rotationId: '',
    kind: 'clinical',
    specialty: '',
    candidateOn: today,
    meetingOn: null,
    hopeOn: null,
    askedOn: null,
    inPerson: false,
    strong: false,
    answer: null,
    answeredOn: null,
    packetOn: null,
    dueOn: null,
    nudgedOn: null,
    uploadedOn: null,
    thankedOn: null,
    toldOn: null,
    highlights: [],
    programIds: [],
    note: '',
    ...parts,
  }
}

/**
 * The letter of somebody that a rotation speaks of: the one that grew out of it, else one of theirs that belongs to no
 * rotation yet.
 */
export function findLetterOf(
  letters: readonly Letter[],
  personId: string,
  rotationId: string,
): Letter | undefined {
  const own = letters.filter((letter) => letter.personId === personId)
  return (
    own.find((letter) => letter.rotationId === rotationId) ?? own.find((letter) => letter.rotationId === '')
  )
}

/** The letter without a step that was recorded by mistake, and without what was said of that step. */
export function clearStep(letter: Letter, step: RecordedDay): Letter {
  const cleared = { ...letter, [step]: null }
  if (step === 'askedOn') return { ...cleared, strong: false, inPerson: false }
  return step === 'answeredOn' ? { ...cleared, answer: null } : cleared
}

/**
 * The touch that a step is, so that the log knows of it; null where a step is no contact of its own. What a mail logs by
 * itself when it goes out is of the same kind.
 */
export function touchOfStep(step: RecordedDay): TouchKind | null {
  switch (step) {
    case 'meetingOn':
      return 'career-chat'
    case 'askedOn':
    case 'packetOn':
    case 'nudgedOn':
      return 'letter-step'
    case 'thankedOn':
      return 'thanks'
    case 'toldOn':
      return 'closing-thanks'
    default:
      return null
  }
}

/** Where the letters page lists a letter. */
export type LetterGroup = 'possible' | 'asked' | 'writing' | 'in' | 'ended'

const groups: Record<LetterState, LetterGroup> = {
  candidate: 'possible',
  'meeting-held': 'possible',
  'hope-voiced': 'possible',
  asked: 'asked',
  agreed: 'writing',
  'packet-sent': 'writing',
  uploaded: 'in',
  thanked: 'in',
  told: 'in',
  hesitated: 'ended',
  declined: 'ended',
}

export function groupOfLetter(state: LetterState): LetterGroup {
  return groups[state]
}

const beforeWards: readonly StageId[] = [
  'before-ms1',
  'ms1-aug-oct',
  'ms1-nov-feb',
  'ms1-mar-jun',
  'ms2-jul-oct',
  'ms2-nov-feb',
  'ms2-mar-jun',
]

/**
 * What speaks against asking for this letter now, as ids of watched rules: before MS3 (R9.2), a fifth writer (R9.6), an
 * away rotation without a note on having stood out (R9.8). The student decides.
 */
export function listAskConcerns(
  letter: Letter,
  letters: readonly Letter[],
  rotation: Pick<Rotation, 'kind' | 'standout'> | null,
  stage: StageId,
): string[] {
  const isWriter = isConfirmed(letter) || letter.askedOn !== null
  const others = letters.filter((one) => one.id !== letter.id && one.personId !== letter.personId)
  return [
    ...(beforeWards.includes(stage) ? ['R9.2'] : []),
    ...(!isWriter && countWriters(others) >= letterTarget.max ? ['R9.6'] : []),
    ...(rotation?.kind === 'away' && rotation.standout === '' ? ['R9.8'] : []),
  ]
}

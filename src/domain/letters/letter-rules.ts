import { addDays, type LocalDate } from '../dates'
import type { Letter } from './letter'

/** Where a letter stands: the furthest step that was taken. `hesitated` and `declined` end it. */
export type LetterState =
  | 'candidate'
  | 'meeting-held'
  | 'hope-voiced'
  | 'asked'
  | 'agreed'
  | 'packet-sent'
  | 'uploaded'
  | 'thanked'
  | 'told'
  | 'hesitated'
  | 'declined'

/** How many strong letters the roadmap aims at, and past which writers are collected (R4.11, R5.4, R9.6). */
export const letterTarget = { min: 3, max: 4 } as const
/** Letters one program takes (AAMC, season of 2026). */
export const lettersPerProgram = 4

/** The furthest step of a letter. Steps may be recorded out of order: what is furthest counts. */
export function stateOfLetter(letter: Letter): LetterState {
  if (letter.answer === 'hesitated' || letter.answer === 'declined') return letter.answer
  if (letter.toldOn) return 'told'
  if (letter.thankedOn) return 'thanked'
  if (letter.uploadedOn) return 'uploaded'
  if (letter.packetOn) return 'packet-sent'
  if (letter.answer === 'agreed') return 'agreed'
  if (letter.askedOn) return 'asked'
  if (letter.hopeOn) return 'hope-voiced'
  if (letter.meetingOn) return 'meeting-held'
  return 'candidate'
}

/** The writer said yes and has not taken it back. */
export function isConfirmed(letter: Letter): boolean {
  return letter.answer === 'agreed'
}

/** Still on its way to being asked for: neither asked nor ended. */
export function isCandidate(letter: Letter): boolean {
  return letter.answer === null && letter.askedOn === null
}

/** Writers who said yes or were asked and have not answered: what the cap of four counts (R9.6). */
export function countWriters(letters: readonly Letter[]): number {
  const writers = letters.filter((one) => isConfirmed(one) || (one.askedOn !== null && one.answer === null))
  return new Set(writers.map((one) => one.personId)).size
}

/**
 * When to ask for a letter that is needed on `neededOn`: 6–8 weeks ahead, research letters 8–12 (calendar facts).
 * `from` is when asking begins to be apt, `by` the last good day.
 */
export function askWindow(kind: Letter['kind'], neededOn: LocalDate): { from: LocalDate; by: LocalDate } {
  const [most, least] = kind === 'research' ? [12, 8] : [8, 6]
  return { from: addDays(neededOn, -7 * most), by: addDays(neededOn, -7 * least) }
}

/** What a letter needs next, with the day from which it is apt; null when nothing is. */
export interface LetterPrompt {
  letterId: string
  /**
   * `answer`: record what they said. `packet`: send it the same day as the yes (R4.9). `remind`: a first reminder, 2–3
   * weeks after asking. `nudge`: one week before the agreed day. `thank`: the letter is there. `tell`: say how it ended.
   */
  what: 'answer' | 'packet' | 'remind' | 'nudge' | 'thank' | 'tell'
  from: LocalDate
  /** From then on it is late; null where nothing is. */
  lateAfter: LocalDate | null
}

/**
 * The one thing to do for a letter on `today`. `matchedOn` is the day the student matched, when they did: then every
 * writer is told (R5.11). `neededOn` is when programs begin to read: a writer who was asked long before is reminded as if
 * they had been asked when asking began to be apt.
 */
export function promptFor(
  letter: Letter,
  today: LocalDate,
  matchedOn: LocalDate | null,
  neededOn: LocalDate | null = null,
): LetterPrompt | null {
  const prompt = (what: LetterPrompt['what'], from: LocalDate, lateAfter: LocalDate | null) =>
    from <= today ? { letterId: letter.id, what, from, lateAfter } : null
  if (letter.answer === 'hesitated' || letter.answer === 'declined') return null
  if (letter.askedOn && letter.answer === null) {
    return prompt('answer', addDays(letter.askedOn, 1), null)
  }
  if (letter.answer !== 'agreed') return null
  const agreedOn = letter.answeredOn ?? letter.askedOn
  if (!letter.packetOn && !letter.uploadedOn && agreedOn) return prompt('packet', agreedOn, agreedOn)
  if (!letter.uploadedOn) {
    if (letter.dueOn && (!letter.nudgedOn || letter.nudgedOn < addDays(letter.dueOn, -7))) {
      const nudge = prompt('nudge', addDays(letter.dueOn, -7), letter.dueOn)
      if (nudge) return nudge
    }
    const needed = letter.dueOn ?? neededOn
    const apt = needed ? askWindow(letter.kind, needed).from : null
    const asked = letter.askedOn ?? agreedOn
    const askedOn = asked && apt && apt > asked ? apt : asked
    if (!letter.nudgedOn && askedOn) return prompt('remind', addDays(askedOn, 14), addDays(askedOn, 21))
    return null
  }
  if (!letter.thankedOn) return prompt('thank', letter.uploadedOn, addDays(letter.uploadedOn, 3))
  if (!letter.toldOn && matchedOn) return prompt('tell', matchedOn, null)
  return null
}

/** How many letters go to each program, by program id. */
export function countByProgram(letters: readonly Letter[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const letter of letters) {
    if (letter.answer === 'hesitated' || letter.answer === 'declined') continue
    for (const id of new Set(letter.programIds)) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}

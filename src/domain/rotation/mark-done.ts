import { addDays } from '../dates'
import type { Letter } from '../letters/letter'
import type { Touch } from '../touch/touch'
import { lastDayOf } from './list-tasks'
import type { Rotation } from './rotation'

/** Days before its last one from which thanks belong to a rotation. */
const lastDays = 3
/** And days after it. */
const thanksDays = 21

/**
 * The tasks of a rotation that the log itself shows to be done, besides those the student marked: feedback that was
 * entered (R4.4), signs of a writer (R4.5), a resident ally, the steps of the letters that grew out of it (R4.6–R4.9),
 * thanks (R4.10).
 */
export function listKnownDone(
  rotation: Rotation,
  letters: readonly Letter[],
  touches: readonly Pick<Touch, 'personId' | 'date' | 'kind' | 'templateId'>[],
): Set<string> {
  const done = new Set<string>()
  const mark = (isDone: boolean, ...tasks: string[]) => {
    if (isDone) for (const task of tasks) done.add(task)
  }
  const own = letters.filter((letter) => letter.rotationId === rotation.id)
  const people = new Set(rotation.people.map((one) => one.personId))
  const isResident = rotation.people.some((one) => one.post === 'resident' || one.post === 'senior-resident')
  const hasWriter = rotation.signs.length > 0 || own.length > 0
  const lastDay = lastDayOf(rotation)
  const [thanksFrom, thanksTo] = [addDays(lastDay, -lastDays), addDays(lastDay, thanksDays)]
  const isWith = (touch: { personId: string; date: string }, from: string, to: string) =>
    people.has(touch.personId) && touch.date >= from && touch.date <= to

  mark(rotation.feedback.length > 0, 'R4.4', 'R5.7-feedback')
  mark(hasWriter, 'R4.5')
  mark(hasWriter && isResident, 'R5.7-allies')
  mark(own.some((letter) => letter.meetingOn !== null) || touches.some(isMeetingAsked), 'R4.6')
  mark(
    own.some((letter) => letter.hopeOn !== null),
    'R4.7',
  )
  mark(
    own.some((letter) => letter.askedOn !== null),
    'R4.8',
    'R5.7-ask',
  )
  mark(
    own.some((letter) => letter.packetOn !== null),
    'R4.9',
  )
  mark(areThanked(), 'R4.10')
  return done

  function isMeetingAsked(touch: (typeof touches)[number]): boolean {
    return touch.templateId === 'T13' && isWith(touch, rotation.start, lastDay)
  }
  function isThanks(touch: (typeof touches)[number]): boolean {
    const isKind = touch.kind === 'thanks' || touch.templateId === 'T28'
    return isKind && isWith(touch, thanksFrom, thanksTo)
  }
  /** An attending and a senior resident, of those that were entered. */
  function areThanked(): boolean {
    const thanked = new Set(touches.filter(isThanks).map((touch) => touch.personId))
    const posts = (['attending', 'senior-resident'] as const).flatMap((post) => {
      const those = rotation.people.filter((one) => one.post === post)
      return those.length > 0 ? [those.some((one) => thanked.has(one.personId))] : []
    })
    return thanked.size > 0 && posts.every(Boolean)
  }
}

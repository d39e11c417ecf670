import type { LocalDate } from '../dates'
import type { Role } from '../person/person'
import type { Rotation, RotationPost, WriterSign } from './rotation'

/** The rotation with a task done, left out, or (`null`) open again. */
export function markTask(
  rotation: Rotation,
  task: string,
  state: 'done' | 'skipped' | null,
  date: LocalDate,
): Rotation {
  const others = rotation.marks.filter((mark) => mark.task !== task)
  return { ...rotation, marks: state ? [...others, { task, state, date }] : others }
}

/** The rotation with somebody on it; somebody who is there already changes their post. */
export function placePerson(rotation: Rotation, personId: string, post: RotationPost): Rotation {
  const isThere = rotation.people.some((one) => one.personId === personId)
  const people = isThere
    ? rotation.people.map((one) => (one.personId === personId ? { personId, post } : one))
    : [...rotation.people, { personId, post }]
  return { ...rotation, people }
}

/** The rotation without somebody, and without the signs seen of them. Feedback they gave stays. */
export function removePerson(rotation: Rotation, personId: string): Rotation {
  return {
    ...rotation,
    people: rotation.people.filter((one) => one.personId !== personId),
    signs: rotation.signs.filter((one) => one.personId !== personId),
  }
}

/** The rotation with a sign of a letter writer seen, or not. */
export function setSign(rotation: Rotation, personId: string, sign: WriterSign, isSeen: boolean): Rotation {
  const others = rotation.signs.filter((one) => one.personId !== personId || one.sign !== sign)
  return { ...rotation, signs: isSeen ? [...others, { personId, sign }] : others }
}

/** What somebody new on a rotation is to the student; null where the post does not tell. */
export function roleOfPost(post: RotationPost): Role | null {
  if (post === 'attending') return 'attending'
  return post === 'other' ? null : 'resident'
}

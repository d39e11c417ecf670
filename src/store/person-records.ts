import { MergeRefused, mergeOrThrow } from '../domain/person/merge'
import { type Person, type PersonInput, personSchema } from '../domain/person/person'
import { type Moment, StoreError } from './api'
import { checkInputOrThrow } from './records'

/** The record of somebody who is saved for the first time. */
export function makePersonOrThrow(id: string, input: PersonInput, moment: Moment): Person {
  return checkInputOrThrow(personSchema, {
    schema: 1,
    id,
    ...withTimes(input, moment),
    createdAt: moment.now,
    updatedAt: moment.now,
    savedOn: moment.today,
  })
}

/** The record with `input` joined in. Throws `StoreError` when the two are not shown, or said, to be one person. */
export function joinPersonOrThrow(
  person: Person,
  input: PersonInput,
  moment: Moment,
  isSaidSame: boolean,
): Person {
  try {
    const merged = mergeOrThrow(person, withTimes(input, moment), isSaidSame)
    return { ...person, ...merged, updatedAt: moment.now }
  } catch (cause) {
    if (cause instanceof MergeRefused) throw new StoreError(cause.what, { cause })
    throw cause
  }
}

/** Captured values that are saved now get the time of saving as the time of capture. */
export function withTimes(input: PersonInput, moment: Moment): PersonInput {
  const provenance = Object.fromEntries(
    Object.entries(input.provenance).map(([field, from]) => [
      field,
      from.at ? from : { ...from, at: moment.now },
    ]),
  ) as PersonInput['provenance']
  return { ...input, provenance }
}

import { message } from '../domain/message'
import { nameKey } from '../domain/names/compare-names'
import { matchPerson } from '../domain/person/match'
import { toMatchQuery } from '../domain/person/match-query'
import { type Person, type PersonInput, personInputSchema } from '../domain/person/person'
import { type Moment, type SaveManyParts, type Store, StoreError } from './api'
import { commit } from './commit'
import type { StoreContext } from './context'
import { joinPersonOrThrow, makePersonOrThrow } from './person-records'
import { checkInputOrThrow, readRecordOrThrow, recordShapes } from './records'
import type { WriteTx } from './schema'

type SaveMany = Store['people']['saveMany']
type SaveItem = Parameters<SaveMany>[0][number]

/** Saves and joins many people in one transaction with one way back. */
export function makeSaveMany(context: StoreContext): SaveMany {
  return async (items, moment, parts = {}) => {
    if (items.length === 0) throw new StoreError(message('error.nobody-chosen'))
    const checked = items.map((item) => ({
      ...item,
      input: checkInputOrThrow(personInputSchema, item.input),
    }))
    const { changeId, answer } = await commit(
      context,
      moment,
      async (tx) => {
        const planned = await planAll(tx, checked, moment)
        const { after, counts } = planned
        const [only] = after.values()
        return {
          edits: [...after].map(([key, person]) => ({ kind: 'persons' as const, key, after: person })),
          what: sayWhat(counts, after.size === 1 ? only : undefined),
          needs: [],
          answer: planned,
        }
      },
      (done, of) => goOnOrThrow(parts, done, of),
    )
    return { changeId, personIds: answer.personIds, ...answer.counts }
  }
}

function goOnOrThrow({ signal, onProgress }: SaveManyParts, done: number, of: number): void {
  if (signal?.aborted) throw new StoreError(message('error.save-cancelled'))
  onProgress?.(done, of)
}

/** What everybody's record will be. Somebody who is there twice, in the log or among the items, becomes one record. */
async function planAll(tx: WriteTx, items: readonly SaveItem[], moment: Moment) {
  const persons = tx.objectStore('persons')
  const ids = [...new Set(items.flatMap((item) => item.into ?? []))]
  const entries = await Promise.all(ids.map((id) => persons.get(id)))
  const before = new Map<string, Person>()
  for (const [at, id] of ids.entries()) {
    const entry = entries[at]
    if (!entry) throw new StoreError(message('error.person-gone'))
    before.set(id, readRecordOrThrow<Person>(recordShapes.persons, entry.person))
  }

  const after = new Map<string, Person>()
  const twins = makeTwinFinder()
  const personIds: string[] = []
  const counts = { saved: 0, joined: 0, repeated: 0 }
  for (const { input, into, isSaidSame = false } of items) {
    const twin = into ? undefined : twins.find(input, after)
    const id = into ?? twin ?? moment.newId()
    const known = after.get(id) ?? before.get(id)
    if (after.has(id)) counts.repeated += 1
    else if (into) counts.joined += 1
    else counts.saved += 1
    const person = known
      ? joinPersonOrThrow(known, input, moment, isSaidSame)
      : makePersonOrThrow(id, input, moment)
    after.set(id, person)
    twins.add(person)
    personIds.push(id)
  }
  return { after, personIds, counts }
}

/**
 * Finds who among those just planned is the same as the next. Stricter than against the log: everybody in a directory
 * works at one institution, so namesakes with nothing else in common are two people.
 */
function makeTwinFinder() {
  const byKey = new Map<string, Set<string>>()
  const keysOf = (one: PersonInput) => [
    nameKey(one.names),
    ...one.emails.flatMap((email) => (email.certain ? email.address.toLowerCase() : [])),
  ]
  return {
    add(person: Person) {
      for (const key of keysOf(person)) byKey.set(key, (byKey.get(key) ?? new Set()).add(person.id))
    },
    find(input: PersonInput, planned: ReadonlyMap<string, Person>): string | undefined {
      const ids = new Set(keysOf(input).flatMap((key) => [...(byKey.get(key) ?? [])]))
      const query = { ...toMatchQuery(input), affiliations: [] }
      return [...ids].find((id) => {
        const person = planned.get(id)
        return person && matchPerson(person, query)?.state === 'known'
      })
    },
  }
}

function sayWhat({ saved, joined }: { saved: number; joined: number }, only: Person | undefined) {
  if (only) {
    return message(saved ? 'change.person-saved' : 'change.person-merged', { name: only.names.shown })
  }
  if (joined === 0) return message('change.people-saved', { count: saved })
  return message('change.people-saved-joined', { count: saved + joined, joined })
}

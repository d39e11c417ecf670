import type { LocalDate } from '../domain/dates'
import { nameKey } from '../domain/names/compare-names'
import { type MatchEvidence, matchPerson } from '../domain/person/match'
import type { Person } from '../domain/person/person'
import type { KnownAnswer, KnownQuery } from './api'
import { readRecord, recordShapes } from './records'
import { findRow } from './row-chunks'
import type { AnyTx, PersonEntry, RowChunk } from './schema'

/** How much each kind of evidence weighs when several people of the log could be meant. */
const weights: Record<MatchEvidence, number> = {
  email: 16,
  orcid: 16,
  link: 8,
  paper: 4,
  affiliation: 2,
  name: 1,
}

/** Looks people up for as long as `tx` lives; a chunk of rows is read once, whoever asks. */
export function makeFinder(tx: AnyTx): (query: KnownQuery) => Promise<KnownAnswer | null> {
  const chunks = new Map<number, Promise<RowChunk | undefined>>()
  const readLastContact = async ({ id, chunk }: PersonEntry): Promise<LocalDate | null> => {
    if (!chunk) return null
    const reading = chunks.get(chunk) ?? tx.objectStore('rows').get(chunk)
    chunks.set(chunk, reading)
    return findRow(await reading, id)?.lastTouch ?? null
  }
  return async (query) => {
    const best = await findBest(tx, query)
    if (!best) return null
    const { entry, person, state, evidence } = best
    return {
      state,
      evidence,
      personId: person.id,
      shown: person.names.shown,
      lastContact: await readLastContact(entry),
    }
  }
}

/** The best match of the log, found by the address and name indexes alone. */
async function findBest(tx: AnyTx, query: KnownQuery) {
  const persons = tx.objectStore('persons')
  const addresses = [...new Set(query.emails.map((address) => address.toLowerCase()))]
  const lists = await Promise.all([
    ...addresses.map((address) => persons.index('byEmail').getAll(address)),
    persons.index('byNameKey').getAll(nameKey(query.names)),
  ])
  const candidates = new Map(lists.flat().map((entry) => [entry.id, entry]))
  let best:
    | ({ entry: PersonEntry; person: Person; weight: number } & Pick<KnownAnswer, 'state' | 'evidence'>)
    | null = null
  for (const entry of candidates.values()) {
    const read = readRecord<Person>(recordShapes.persons, entry.person)
    const match = read.ok ? matchPerson(read.record, query) : null
    if (!read.ok || !match) continue
    // Somebody who is known goes before any number of namesakes.
    const known = match.state === 'known' ? 100 : 0
    const weight = known + match.evidence.reduce((sum, one) => sum + weights[one], 0)
    if (!best || weight > best.weight) best = { entry, person: read.record, weight, ...match }
  }
  return best
}

import type { Road } from './api'
import { makeCollection } from './collection'
import type { StoreContext } from './context'
import { readRecord, recordShapes } from './records'
import type { AnyTx } from './schema'

/** Rotations, letters, programs and what belongs to them. */
export function makeRoad(context: StoreContext): Road {
  return {
    rotations: makeCollection(context, {
      kind: 'rotations',
      shape: recordShapes.rotations,
      says: {
        added: 'change.rotation-added',
        changed: 'change.rotation-changed',
        removed: 'change.rotation-removed',
        many: 'change.rotation-many',
      },
      nameOf: (one) => one.service,
      personIdsOf: (one) => one.people.map((person) => person.personId),
    }),
    letters: makeCollection(context, {
      kind: 'letters',
      shape: recordShapes.letters,
      says: {
        added: 'change.letter-added',
        changed: 'change.letter-changed',
        removed: 'change.letter-removed',
        many: 'change.letter-many',
      },
      nameOf: (one, tx) => nameOfPerson(tx, one.personId),
      personIdsOf: (one) => [one.personId],
    }),
    programs: makeCollection(context, {
      kind: 'programs',
      shape: recordShapes.programs,
      says: {
        added: 'change.program-added',
        changed: 'change.program-changed',
        removed: 'change.program-removed',
        many: 'change.program-many',
      },
      nameOf: (one) => one.name,
      personIdsOf: (one) => one.ties.map((tie) => tie.personId),
    }),
    interviews: makeCollection(context, {
      kind: 'interviews',
      shape: recordShapes.interviews,
      says: {
        added: 'change.interview-added',
        changed: 'change.interview-changed',
        removed: 'change.interview-removed',
        many: 'change.interview-many',
      },
      nameOf: (one, tx) => nameOfProgram(tx, one.programId),
      personIdsOf: () => [],
    }),
    events: makeCollection(context, {
      kind: 'events',
      shape: recordShapes.events,
      says: {
        added: 'change.event-added',
        changed: 'change.event-changed',
        removed: 'change.event-removed',
        many: 'change.event-many',
      },
      nameOf: (one) => one.what,
      personIdsOf: (one) => one.people,
    }),
    milestones: makeCollection(context, {
      kind: 'milestones',
      shape: recordShapes.milestones,
      says: {
        added: 'change.milestone-added',
        changed: 'change.milestone-changed',
        removed: 'change.milestone-removed',
        many: 'change.milestone-many',
      },
      nameOf: (one) => one.date,
      personIdsOf: () => [],
    }),
    remarks: makeCollection(context, {
      kind: 'remarks',
      shape: recordShapes.remarks,
      says: {
        added: 'change.remark-added',
        changed: 'change.remark-changed',
        removed: 'change.remark-removed',
        many: 'change.remark-many',
      },
      nameOf: async (one, tx) => one.about || (await nameOfPerson(tx, one.personId)),
      personIdsOf: (one) => (one.personId ? [one.personId] : []),
    }),
    seedEdits: makeCollection(context, {
      kind: 'seedEdits',
      shape: recordShapes.seedEdits,
      says: {
        added: 'change.edit-added',
        changed: 'change.edit-changed',
        removed: 'change.edit-removed',
        many: 'change.edit-many',
      },
      nameOf: (one) => one.title ?? one.id.split('/')[1] ?? '',
      personIdsOf: () => [],
    }),
    shortlists: makeCollection(context, {
      kind: 'shortlists',
      shape: recordShapes.shortlists,
      says: {
        added: 'change.shortlist-added',
        changed: 'change.shortlist-changed',
        removed: 'change.shortlist-removed',
        many: 'change.shortlist-many',
      },
      nameOf: () => '',
      personIdsOf: () => [],
    }),
  }
}

/** The person's name as shown; empty when they are gone or cannot be read. */
async function nameOfPerson(tx: AnyTx, id: string): Promise<string> {
  const entry = await tx.objectStore('persons').get(id)
  const read = entry ? readRecord(recordShapes.persons, entry.person) : null
  return read?.ok ? read.record.names.shown : ''
}

async function nameOfProgram(tx: AnyTx, id: string): Promise<string> {
  const raw = await tx.objectStore('programs').get(id)
  const read = raw ? readRecord(recordShapes.programs, raw) : null
  return read?.ok ? read.record.name : ''
}

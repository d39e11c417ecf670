import type { Migration } from './migration'

/** The records of the road: rotations, letters, programs and what belongs to them. Few of each, so only ids are indexed. */
export const roadStores: Migration = {
  version: 2,
  up(db) {
    for (const name of [
      'rotations',
      'letters',
      'programs',
      'interviews',
      'events',
      'milestones',
      'remarks',
      'seedEdits',
      'shortlists',
    ]) {
      db.createObjectStore(name, { keyPath: 'id' })
    }
  },
}

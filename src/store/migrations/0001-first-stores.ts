import type { Migration } from './migration'

/** The stores of the first version. */
export const firstStores: Migration = {
  version: 1,
  up(db) {
    const persons = db.createObjectStore('persons', { keyPath: 'id' })
    persons.createIndex('byEmail', 'emails', { multiEntry: true })
    persons.createIndex('byNameKey', 'nameKey')
    persons.createIndex('byPmid', 'pmids', { multiEntry: true })

    const touches = db.createObjectStore('touches', { keyPath: 'id' })
    touches.createIndex('byPerson', ['personId', 'date'])
    touches.createIndex('byDate', 'date')
    // A touch whose outcome is null has no entry here.
    touches.createIndex('byOutcome', ['outcome', 'personId'])

    db.createObjectStore('rows', { keyPath: 'chunk' })
    db.createObjectStore('touchMonths', { keyPath: 'month' })
    db.createObjectStore('goalMarks', { keyPath: 'id' })
    db.createObjectStore('snoozes', { keyPath: 'personId' })
    db.createObjectStore('profile')
    db.createObjectStore('monthView')

    const changes = db.createObjectStore('changes', { keyPath: 'id' })
    changes.createIndex('bySeq', 'seq', { unique: true })
    changes.createIndex('byTime', 'time')
    // Apart from the lines, so that listing changes does not read what they replaced.
    db.createObjectStore('changeImages', { keyPath: 'id' })
    db.createObjectStore('meta')
  },
}

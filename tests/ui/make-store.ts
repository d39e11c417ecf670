import { configure } from '@testing-library/preact'
import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { emptyDraft, toPersonInput } from '../../src/domain/person/draft'
import type { PersonInput } from '../../src/domain/person/person'
import type { TouchInput } from '../../src/domain/touch/touch'
import type { Moment, Store } from '../../src/store/api'
import { openStore } from '../../src/store/open-store'

// A busy machine may be many times slower than a developer's.
configure({ asyncUtilTimeout: 20_000 })

/** The day on which the tests of the screens take place. */
export const today = '2026-11-22'

let serial = 0

/** A fixed clock and ids that count up. */
export function momentNow(): Moment {
  return {
    now: `${today}T10:00:00.000-06:00`,
    today,
    newId: () => {
      serial += 1
      return `id-${serial}`
    },
  }
}

/** Forgets every database, so that a test begins with an empty log. */
export function forgetLog(): void {
  globalThis.indexedDB = new IDBFactory()
}

/** The real store on a database in memory. */
export function openLog(): Promise<Store> {
  return openStore()
}

/** Somebody invented, as saved by hand. */
export function makePerson(shown: string, parts: Partial<PersonInput> = {}): PersonInput {
  const words = shown.split(' ')
  const names = {
    given: words[0] ?? '',
    middle: '',
    family: words.slice(1).join(' '),
    suffix: '',
    shown,
  }
  return { ...toPersonInput(emptyDraft(names)), roles: ['resident'], ...parts }
}

/** A touch with the person, as logged by hand. */
export function makeTouchInput(personId: string, date: string, parts: Partial<TouchInput> = {}): TouchInput {
  return {
    personId,
    date,
    zone: 'America/Chicago',
    kind: 'coffee',
    direction: 'both',
    templateId: '',
    note: '',
    outcome: null,
    thread: '',
    pmid: '',
    scheduled: false,
    ...parts,
  }
}

import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb'
import type { LocalDate } from '../domain/dates'
import type { MonthView } from '../domain/goals/month-view'
import type { Message } from '../domain/message'
import type { PersonRow } from '../domain/person/person-row'
import type { Touch } from '../domain/touch/touch'

/** Name of the database when `openStore` is not told another. */
export const databaseName = 'preround'

/** The kinds of records that the student's log is made of. Everything else in the database can be derived or forgotten. */
export const roadKinds = [
  'rotations',
  'letters',
  'programs',
  'interviews',
  'events',
  'milestones',
  'remarks',
  'seedEdits',
  'shortlists',
] as const
export type RoadKind = (typeof roadKinds)[number]
export const recordKinds = ['persons', 'touches', 'goalMarks', 'snoozes', 'profile', ...roadKinds] as const
export type RecordKind = (typeof recordKinds)[number]

/** The one key of the stores that hold a single record. */
export const onlyKey = 'only'

/**
 * A person beside the values they are found by. `person` is unknown on purpose: it may have been written by another
 * version, and is read through `readRecord` alone.
 */
export interface PersonEntry {
  id: string
  person: unknown
  /** Addresses in lower case. */
  emails: string[]
  nameKey: string
  pmids: string[]
  /** Number of the chunk that holds this person's row; 0 when there is none. */
  chunk: number
}

/** Rows of up to 500 people in one record: reading 20 of these is far quicker than reading 10,000 records. */
export interface RowChunk {
  chunk: number
  /** Version of the rows' shape; rows of another version are made again. */
  schema: number
  rows: PersonRow[]
}

/** The touches of one calendar month, slim: see `touch-months.ts`. */
export interface TouchMonth {
  /** `YYYY-MM` */
  month: string
  schema: number
  touches: Touch[]
}

export interface StoredView {
  date: LocalDate
  revision: number
  edition: string
  view: MonthView
}

/** One line of *Recent changes*. Records are named `<kind>/<key>`. */
export interface StoredChange {
  id: string
  /** Order of changes; clocks may be set back, this never is. */
  seq: number
  /** ISO time with offset, and the same in milliseconds since 1970. */
  at: string
  time: number
  what: Message
  undone: boolean
  added: string[]
  changed: string[]
  removed: string[]
  /** Records this change speaks of without changing them: the person of a touch. */
  needs: string[]
}

/** What a record was before a change: null when there was none. */
export interface BeforeImage {
  kind: RecordKind
  key: string
  before: unknown
}

export interface StoredImages {
  id: string
  images: BeforeImage[]
}

export interface StoredMeta {
  /** Goes up by one at each write. */
  revision: number
  /** How many rows each chunk holds, by chunk number. */
  chunkSizes: Record<string, number>
}

export interface PreroundSchema extends DBSchema {
  persons: {
    key: string
    value: PersonEntry
    indexes: { byEmail: string; byNameKey: string; byPmid: string }
  }
  touches: {
    key: string
    /** Raw touch records: see `readRecord`. */
    value: { id: string; personId: string; date: string; outcome: string | null }
    indexes: { byPerson: [string, string]; byDate: string; byOutcome: [string, string] }
  }
  rows: { key: number; value: RowChunk }
  touchMonths: { key: string; value: TouchMonth }
  goalMarks: { key: string; value: { id: string } }
  snoozes: { key: string; value: { personId: string } }
  profile: { key: string; value: object }
  rotations: { key: string; value: { id: string } }
  letters: { key: string; value: { id: string } }
  programs: { key: string; value: { id: string } }
  interviews: { key: string; value: { id: string } }
  events: { key: string; value: { id: string } }
  milestones: { key: string; value: { id: string } }
  remarks: { key: string; value: { id: string } }
  seedEdits: { key: string; value: { id: string } }
  shortlists: { key: string; value: { id: string } }
  monthView: { key: string; value: StoredView }
  changes: { key: string; value: StoredChange; indexes: { bySeq: number; byTime: number } }
  changeImages: { key: string; value: StoredImages }
  meta: { key: string; value: StoredMeta }
}

export const storeNames = [
  'persons',
  'touches',
  'rows',
  'touchMonths',
  'goalMarks',
  'snoozes',
  'profile',
  ...roadKinds,
  'monthView',
  'changes',
  'changeImages',
  'meta',
] as const

export type Database = IDBPDatabase<PreroundSchema>
export type WriteTx = IDBPTransaction<PreroundSchema, typeof storeNames, 'readwrite'>
export type ReadTx = IDBPTransaction<PreroundSchema, typeof storeNames, 'readonly'>
export type AnyTx = ReadTx | WriteTx

import { seedEditSchema } from '../domain/edits/seed-edit'
import { eventSchema } from '../domain/events/event'
import { goalMarkSchema, snoozeSchema } from '../domain/goals/marks'
import { letterSchema } from '../domain/letters/letter'
import { type Message, message } from '../domain/message'
import { milestoneSchema } from '../domain/milestones/milestone'
import { personSchema } from '../domain/person/person'
import { profileSchema } from '../domain/profile/profile'
import { interviewSchema, programSchema, shortlistSchema } from '../domain/programs/program'
import { remarkSchema } from '../domain/remarks/remark'
import { rotationSchema } from '../domain/rotation/rotation'
import { touchSchema } from '../domain/touch/touch'
import type { z } from '../domain/z'
import { StoreError } from './api'

/**
 * How records of one kind are read. Each record carries the version of its own shape in `schema`; an older one is
 * brought up step by step when it is read, so a new shape needs no rewriting of the whole log.
 */
export interface RecordShape<T> {
  /** Version that is written today. */
  current: number
  schema: { safeParse(value: unknown): z.core.util.SafeParseResult<T> }
  /** `upgrades[n]` turns a record of version n into one of version n + 1. */
  upgrades: Record<number, (record: Record<string, unknown>) => Record<string, unknown>>
}

export const recordShapes = {
  persons: { current: 1, schema: personSchema, upgrades: {} },
  touches: { current: 1, schema: touchSchema, upgrades: {} },
  goalMarks: { current: 1, schema: goalMarkSchema, upgrades: {} },
  snoozes: { current: 1, schema: snoozeSchema, upgrades: {} },
  profile: { current: 1, schema: profileSchema, upgrades: {} },
  rotations: { current: 1, schema: rotationSchema, upgrades: {} },
  letters: { current: 1, schema: letterSchema, upgrades: {} },
  programs: { current: 1, schema: programSchema, upgrades: {} },
  interviews: { current: 1, schema: interviewSchema, upgrades: {} },
  events: { current: 1, schema: eventSchema, upgrades: {} },
  milestones: { current: 1, schema: milestoneSchema, upgrades: {} },
  remarks: { current: 1, schema: remarkSchema, upgrades: {} },
  seedEdits: { current: 1, schema: seedEditSchema, upgrades: {} },
  shortlists: { current: 1, schema: shortlistSchema, upgrades: {} },
} as const

export type ReadResult<T> = { ok: true; record: T } | { ok: false; why: Message }

/** Reads a record of any known version. Never changes `raw`. */
export function readRecord<T>(shape: RecordShape<T>, raw: unknown): ReadResult<T> {
  if (typeof raw !== 'object' || raw === null) return { ok: false, why: message('error.record-damaged') }
  let record = raw as Record<string, unknown>
  let version = record.schema
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return { ok: false, why: message('error.record-damaged') }
  }
  if (version > shape.current) return { ok: false, why: message('error.record-newer') }
  for (; version < shape.current; version++) {
    const upgrade = shape.upgrades[version]
    if (!upgrade) return { ok: false, why: message('error.record-damaged') }
    try {
      record = { ...upgrade({ ...record }), schema: version + 1 }
    } catch {
      return { ok: false, why: message('error.record-damaged') }
    }
  }
  const result = shape.schema.safeParse(record)
  if (result.success) return { ok: true, record: result.data }
  return { ok: false, why: message('error.record-damaged', { field: nameField(result.error) }) }
}

/** As `readRecord`; throws a `StoreError` for a record that cannot be read. The record itself stays where it is. */
export function readRecordOrThrow<T>(shape: RecordShape<T>, raw: unknown): T {
  const result = readRecord(shape, raw)
  if (!result.ok) throw new StoreError(result.why)
  return result.record
}

/** The readable ones of many records: one damaged record never hides the others. */
export function readRecords<T>(shape: RecordShape<T>, raws: readonly unknown[]): T[] {
  const records: T[] = []
  for (const raw of raws) {
    const result = readRecord(shape, raw)
    if (result.ok) records.push(result.record)
  }
  return records
}

/** Checks what a caller wants written. Throws a `StoreError` that names the field. */
export function checkInputOrThrow<T>(schema: RecordShape<T>['schema'], input: unknown): T {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  throw new StoreError(message('error.input-invalid', { field: nameField(result.error) }))
}

function nameField(error: { issues: readonly { path: readonly PropertyKey[] }[] }): string {
  return error.issues[0]?.path.map(String).join('.') ?? ''
}

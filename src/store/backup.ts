import { type Message, message } from '../domain/message'
import { z } from '../domain/z'
import { type Moment, type RestorePreview, type Store, StoreError, type Written } from './api'
import { commit, type Edit, recordName } from './commit'
import { readLog, type StoreContext } from './context'
import { type ReadResult, readRecord, recordShapes } from './records'
import { type AnyTx, onlyKey, type RecordKind, type RoadKind, recordKinds, roadKinds } from './schema'

/** What the file calls itself. */
export const backupFormat = 'preround-backup'
/** Version of the file's own shape; records carry versions of theirs. */
export const backupVersion = 2
/** Largest file that is read, in characters. Far above any log: it only keeps a wrong file from freezing the page. */
export const largestBackup = 200_000_000

const backupSchema = z.object({
  format: z.literal(backupFormat),
  /** Version 1 had no records of the road. */
  version: z.int().check(z.gte(1), z.lte(backupVersion)),
  madeAt: z.string().check(z.maxLength(40)),
  people: z.array(z.unknown()),
  touches: z.array(z.unknown()),
  marks: z.array(z.unknown()),
  snoozes: z.array(z.unknown()),
  profile: z.nullable(z.unknown()),
  road: z._default(z.partialRecord(z.enum(roadKinds), z.array(z.unknown())), {}),
})

/** How the file names each kind of record, and which field is its key. */
const kinds = {
  persons: { list: 'people', keyField: 'id' },
  touches: { list: 'touches', keyField: 'id' },
  goalMarks: { list: 'marks', keyField: 'id' },
  snoozes: { list: 'snoozes', keyField: 'personId' },
} as const

/** Records by kind and key, as the log or a backup holds them. */
type Contents = Record<RecordKind, Map<string, unknown>>

/** Saves the whole log as a file's text, and brings it back. */
export function makeBackup(context: StoreContext): Store['backup'] {
  return {
    async download(moment) {
      const contents = await readLog(context, readContents)
      // Records are written as they are stored, readable or not: a backup leaves nothing behind.
      const backup = {
        format: backupFormat,
        version: backupVersion,
        madeAt: moment.now,
        profile: contents.profile.get(onlyKey) ?? null,
        people: [...contents.persons.values()],
        touches: [...contents.touches.values()],
        marks: [...contents.goalMarks.values()],
        snoozes: [...contents.snoozes.values()],
        road: Object.fromEntries(roadKinds.map((kind) => [kind, [...contents[kind].values()]])),
      }
      return `${JSON.stringify(backup)}\n`
    },

    async preview(text) {
      const backup = readBackupOrThrow(text)
      const here = await readLog(context, readContents)
      return {
        people: count('persons', backup.contents.persons, here.persons),
        touches: count('touches', backup.contents.touches, here.touches),
        madeAt: backup.madeAt,
        refused: backup.refused,
        apply: (how, moment) => restore(context, backup.contents, how, moment),
      } satisfies RestorePreview
    },
  }
}

async function restore(
  context: StoreContext,
  contents: Contents,
  how: 'merge' | 'replace',
  moment: Moment,
): Promise<Written> {
  const { changeId } = await commit(context, moment, async (tx) => {
    // Compared again inside the transaction: the log may have changed since the preview.
    const here = await readContents(tx)
    const edits: Edit[] = []
    for (const kind of recordKinds) {
      for (const [key, record] of contents[kind]) {
        if (!isSameStored(kind, here[kind].get(key), record)) {
          edits.push({ kind, key, after: record as object })
        }
      }
      if (how === 'merge') continue
      for (const key of here[kind].keys()) {
        // A backup without a profile says nothing about the student's calendar: that stays.
        if (kind !== 'profile' && !contents[kind].has(key)) edits.push({ kind, key, after: null })
      }
    }
    return {
      edits,
      what: message(how === 'merge' ? 'change.restored-merge' : 'change.restored-replace', {
        count: contents.persons.size,
      }),
      // Touches and snoozes that come in speak of people who may be here already.
      needs: edits.flatMap((edit) => {
        const personId = (edit.after as { personId?: string } | null)?.personId
        return personId ? [recordName('persons', personId)] : []
      }),
      answer: null,
    }
  })
  return { changeId }
}

/** The records of the road, raw. */
async function readRoad(tx: AnyTx): Promise<Pick<Contents, RoadKind>> {
  const lists = await Promise.all(roadKinds.map((kind) => tx.objectStore(kind).getAll()))
  const road = emptyRoadContents()
  for (const [index, kind] of roadKinds.entries()) {
    for (const record of lists[index] ?? []) road[kind].set(record.id, record)
  }
  return road
}

function emptyRoadContents(): Pick<Contents, RoadKind> {
  return Object.fromEntries(roadKinds.map((kind) => [kind, new Map()])) as Pick<Contents, RoadKind>
}

/** Every record of the log, raw. */
async function readContents(tx: AnyTx): Promise<Contents> {
  const [persons, touches, goalMarks, snoozes, profile] = await Promise.all([
    tx.objectStore('persons').getAll(),
    tx.objectStore('touches').getAll(),
    tx.objectStore('goalMarks').getAll(),
    tx.objectStore('snoozes').getAll(),
    tx.objectStore('profile').get(onlyKey),
  ])
  return {
    persons: new Map(persons.map((entry) => [entry.id, entry.person])),
    touches: new Map(touches.map((touch) => [touch.id, touch])),
    goalMarks: new Map(goalMarks.map((mark) => [mark.id, mark])),
    snoozes: new Map(snoozes.map((snooze) => [snooze.personId, snooze])),
    profile: new Map(profile === undefined ? [] : [[onlyKey, profile]]),
    ...(await readRoad(tx)),
  }
}

interface ReadBackup {
  madeAt: string
  contents: Contents
  refused: { where: string; why: Message }[]
}

/** Takes a file's text apart. Throws a `StoreError` that says what the file is, when it is no whole backup. */
function readBackupOrThrow(text: string): ReadBackup {
  if (text.length > largestBackup) throw new StoreError(message('error.backup-too-large'))
  const body = text.replace(/^\ufeff/, '')
  if (body.trim() === '') throw new StoreError(message('error.backup-empty'))
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch (cause) {
    // Our files begin with their name, so a file that begins well and does not parse lost its end.
    const isOurs = new RegExp(`^\\s*\\{\\s*"format"\\s*:\\s*"${backupFormat}"`).test(body)
    throw new StoreError(message(isOurs ? 'error.backup-cut' : 'error.backup-not-json'), { cause })
  }
  const head = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  if (head.format !== backupFormat) throw new StoreError(message('error.backup-other-format'))
  if (typeof head.version === 'number' && head.version > backupVersion) {
    throw new StoreError(message('error.backup-newer'))
  }
  const parsed = backupSchema.safeParse(value)
  if (!parsed.success) throw new StoreError(message('error.backup-damaged'), { cause: parsed.error })
  return readLists(parsed.data)
}

function readLists(backup: z.infer<typeof backupSchema>): ReadBackup {
  const refused: ReadBackup['refused'] = []
  const contents: Contents = {
    persons: new Map(),
    touches: new Map(),
    goalMarks: new Map(),
    snoozes: new Map(),
    profile: new Map(),
    ...emptyRoadContents(),
  }
  for (const kind of ['persons', 'touches', 'goalMarks', 'snoozes'] as const) {
    const { list, keyField } = kinds[kind]
    for (const [index, raw] of backup[list].entries()) {
      const where = describePlace(list, index, raw)
      const read: ReadResult<object> = readRecord<object>(recordShapes[kind], raw)
      if (!read.ok) {
        refused.push({ where, why: sayOfFile(read.why) })
        continue
      }
      const record = read.record as Record<string, unknown>
      const key = String(record[keyField])
      const personId = record.personId
      if (contents[kind].has(key)) refused.push({ where, why: message('backup.refused-twice') })
      else if (typeof personId === 'string' && !contents.persons.has(personId)) {
        refused.push({ where, why: message('backup.refused-no-person') })
      } else contents[kind].set(key, record)
    }
  }
  for (const kind of roadKinds) {
    for (const [index, raw] of (backup.road[kind] ?? []).entries()) {
      const where = `${kind}[${index}]`
      const read: ReadResult<object> = readRecord<object>(recordShapes[kind], raw)
      if (!read.ok) {
        refused.push({ where, why: sayOfFile(read.why) })
        continue
      }
      const { id, personId } = read.record as { id: string; personId?: string }
      if (contents[kind].has(id)) refused.push({ where, why: message('backup.refused-twice') })
      else if (personId && !contents.persons.has(personId)) {
        refused.push({ where, why: message('backup.refused-no-person') })
      } else contents[kind].set(id, read.record)
    }
  }
  if (backup.profile !== null && backup.profile !== undefined) {
    const read: ReadResult<object> = readRecord<object>(recordShapes.profile, backup.profile)
    if (read.ok) contents.profile.set(onlyKey, read.record)
    else refused.push({ where: 'profile', why: sayOfFile(read.why) })
  }
  return { madeAt: backup.madeAt, contents, refused }
}

/** What a damaged record is called where it lies in a file, not in the log. */
function sayOfFile(why: Message): Message {
  return why.id === 'error.record-damaged' ? message('backup.refused-damaged', why.params) : why
}

/** Where a record stands in the file, with its name when it has one: `people[3] Jane Doe`. */
function describePlace(list: string, index: number, raw: unknown): string {
  const shown = (raw as { names?: { shown?: unknown } } | null)?.names?.shown
  return typeof shown === 'string' ? `${list}[${index}] ${shown.slice(0, 80)}` : `${list}[${index}]`
}

function count(
  kind: RecordKind,
  theirs: Map<string, unknown>,
  here: Map<string, unknown>,
): RestorePreview['people'] {
  const result = { added: 0, changed: 0, same: 0, onlyHere: 0 }
  for (const [key, record] of theirs) {
    if (!here.has(key)) result.added += 1
    else if (isSameStored(kind, here.get(key), record)) result.same += 1
    else result.changed += 1
  }
  for (const key of here.keys()) if (!theirs.has(key)) result.onlyHere += 1
  return result
}

/** True when the stored record says the same as one read from a backup. An unreadable stored one never does. */
function isSameStored(kind: RecordKind, stored: unknown, record: unknown): boolean {
  if (stored === undefined) return false
  const read: ReadResult<object> = readRecord<object>(recordShapes[kind], stored)
  return read.ok && isEqual(read.record, record)
}

function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keysA = Object.keys(a)
  if (keysA.length !== Object.keys(b).length) return false
  return keysA.every(
    (key) =>
      Object.hasOwn(b, key) &&
      isEqual((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
  )
}

import type { LocalDate } from '../domain/dates'
import type { MonthInput, RoadRecords, RoadSeeds } from '../domain/goals/month-input'
import { type MonthView, monthViewSchema } from '../domain/goals/month-view'
import type { PersonRow } from '../domain/person/person-row'
import { emptyProfile, type Profile } from '../domain/profile/profile'
import { readLog, type StoreContext, writeLog } from './context'
import type { LogMemory } from './memory'
import { readMeta } from './meta'
import { readRecord, readRecords, recordShapes } from './records'
import { readChunks, rebuildRows } from './row-chunks'
import { type AnyTx, onlyKey, type StoredMeta, type WriteTx } from './schema'
import { readTouchesBetween } from './touch-months'

/** The rules that make the month view, and the product version they belong to. */
export interface ViewMaker {
  build: (input: MonthInput) => MonthView
  touchWindow: (today: LocalDate, profile: Profile) => { from: LocalDate; to: LocalDate }
  seeds: RoadSeeds
  /** A view made by another edition of the product is made again. */
  edition: string
}

/** The profile as stored; the empty one when none was set or the stored one cannot be read. */
export async function readProfile(tx: AnyTx): Promise<Profile> {
  const raw = await tx.objectStore('profile').get(onlyKey)
  const read = raw === undefined ? null : readRecord(recordShapes.profile, raw)
  return read?.ok ? read.record : emptyProfile
}

/** Makes the view of `today` from what the transaction sees. */
async function makeView(
  tx: WriteTx,
  maker: ViewMaker,
  rows: readonly PersonRow[],
  months: LogMemory['months'],
  today: LocalDate,
): Promise<MonthView> {
  const profile = await readProfile(tx)
  const window = maker.touchWindow(today, profile)
  const [inWindow, awaiting, marks, snoozes] = await Promise.all([
    readTouchesBetween(tx, months, window.from, window.to),
    tx
      .objectStore('touches')
      .index('byOutcome')
      .getAll(IDBKeyRange.bound(['awaiting'], ['awaiting', []])),
    tx.objectStore('goalMarks').getAll(),
    tx.objectStore('snoozes').getAll(),
  ])
  const road = await readRoad(tx)
  return maker.build({
    ...maker.seeds,
    today,
    profile,
    rows,
    touches: inWindow,
    marks: readRecords(recordShapes.goalMarks, marks),
    snoozes: readRecords(recordShapes.snoozes, snoozes),
    awaiting: readRecords(recordShapes.touches, awaiting),
    road,
  })
}

async function readRoad(tx: WriteTx): Promise<RoadRecords> {
  const [rotations, letters, programs, interviews, events, milestones, remarks, seedEdits] =
    await Promise.all([
      tx.objectStore('rotations').getAll(),
      tx.objectStore('letters').getAll(),
      tx.objectStore('programs').getAll(),
      tx.objectStore('interviews').getAll(),
      tx.objectStore('events').getAll(),
      tx.objectStore('milestones').getAll(),
      tx.objectStore('remarks').getAll(),
      tx.objectStore('seedEdits').getAll(),
    ])
  return {
    rotations: readRecords(recordShapes.rotations, rotations),
    letters: readRecords(recordShapes.letters, letters),
    programs: readRecords(recordShapes.programs, programs),
    interviews: readRecords(recordShapes.interviews, interviews),
    events: readRecords(recordShapes.events, events),
    milestones: readRecords(recordShapes.milestones, milestones),
    remarks: readRecords(recordShapes.remarks, remarks),
    seedEdits: readRecords(recordShapes.seedEdits, seedEdits),
  }
}

/** Makes and stores the view inside a write. */
export async function writeView(
  tx: WriteTx,
  maker: ViewMaker,
  meta: StoredMeta,
  rows: readonly PersonRow[],
  months: LogMemory['months'],
  today: LocalDate,
): Promise<void> {
  const views = tx.objectStore('monthView')
  let view: MonthView
  try {
    view = await makeView(tx, maker, rows, months, today)
  } catch (cause) {
    // A rule that fails must not cost the student what they just entered: `refresh` will show the failure.
    console.error(cause)
    await views.delete(onlyKey)
    return
  }
  await views.put({ date: today, revision: meta.revision, edition: maker.edition, view }, onlyKey)
}

/** The stored view; null when there is none, or when it is not of today's shape. Reads one record. */
export async function readSnapshot(context: StoreContext): Promise<MonthView | null> {
  const stored = await readLog(context, (tx) => tx.objectStore('monthView').get(onlyKey))
  const parsed = monthViewSchema.safeParse(stored?.view)
  return parsed.success ? parsed.data : null
}

/** The view of `today`: the stored one when it is of this day, revision and edition, else made and stored. */
export async function refreshView(context: StoreContext, today: LocalDate): Promise<MonthView> {
  const maker = context.viewMaker
  const current = await readLog(context, async (tx) => {
    const [stored, meta] = await Promise.all([tx.objectStore('monthView').get(onlyKey), readMeta(tx)])
    const isCurrent =
      stored?.date === today && stored.revision === meta.revision && stored.edition === maker.edition
    const parsed = isCurrent ? monthViewSchema.safeParse(stored.view) : null
    return parsed?.success ? parsed.data : null
  })
  if (current) return current
  // Nothing of the student's is in this write: it can be made again at any time.
  return writeLog(context, 'relaxed', async (tx) => {
    const meta = await readMeta(tx)
    const chunks = await readChunks(tx)
    const rows = chunks ? chunks.flatMap((chunk) => chunk.rows) : await rebuildRows(tx, meta)
    const view = await makeView(tx, maker, rows, new Map(), today)
    await Promise.all([
      tx.objectStore('meta').put(meta, onlyKey),
      tx
        .objectStore('monthView')
        .put({ date: today, revision: meta.revision, edition: maker.edition, view }, onlyKey),
    ])
    return view
  })
}

/** The view of another date with the log as it stands; nothing is kept of it. */
export function previewView(context: StoreContext, date: LocalDate): Promise<MonthView> {
  // May have to make derived records again, which is a write.
  return writeLog(context, 'relaxed', async (tx) => {
    const meta = await readMeta(tx)
    const chunks = await readChunks(tx)
    const rows = chunks ? chunks.flatMap((chunk) => chunk.rows) : await rebuildRows(tx, meta)
    if (!chunks) await tx.objectStore('meta').put(meta, onlyKey)
    return makeView(tx, context.viewMaker, rows, new Map(), date)
  })
}

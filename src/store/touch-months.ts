import type { LocalDate } from '../domain/dates'
import type { Touch } from '../domain/touch/touch'
import type { LogMemory } from './memory'
import { readRecord, readRecords, recordShapes } from './records'
import type { BeforeImage, TouchMonth, WriteTx } from './schema'

/** Version of the packed touches; months of another version are made again. */
const packedVersion = 1

/**
 * Touches packed a month to a record, for the month view: a few records instead of thousands at every write. What the
 * view has no use for and can be long (note, thread, zone) is blank here; the touch itself is in `touches`.
 */
function pack(touch: Touch): Touch {
  return { ...touch, note: '', thread: '', zone: '' }
}

function monthOf(date: LocalDate): string {
  return date.slice(0, 7)
}

function isSoundMonth(month: TouchMonth): boolean {
  return (
    month.schema === packedVersion &&
    Array.isArray(month.touches) &&
    month.touches.every(
      (touch) =>
        typeof touch?.id === 'string' && typeof touch.personId === 'string' && typeof touch.date === 'string',
    )
  )
}

/** The packed touches whose date is within the bounds, both inclusive. Makes all months again when one cannot be read. */
export async function readTouchesBetween(
  tx: WriteTx,
  known: LogMemory['months'],
  from: LocalDate,
  to: LocalDate,
): Promise<Touch[]> {
  const names = listMonths(from, to)
  const read = () => Promise.all(names.map((month) => readMonth(tx, known, month)))
  let months = await read()
  if (months.includes('unsound')) {
    await rebuildMonths(tx, known)
    months = await read()
  }
  return months
    .flatMap((month) => (month && month !== 'unsound' ? month.touches : []))
    .filter((touch) => touch.date >= from && touch.date <= to)
}

async function readMonth(
  tx: WriteTx,
  known: LogMemory['months'],
  month: string,
): Promise<TouchMonth | null | 'unsound'> {
  const remembered = known.get(month)
  if (remembered !== undefined) return remembered
  const stored = (await tx.objectStore('touchMonths').get(month)) ?? null
  if (stored && !isSoundMonth(stored)) return 'unsound'
  known.set(month, stored)
  return stored
}

/** Every calendar month that the dates touch, both inclusive. */
function listMonths(from: LocalDate, to: LocalDate): string[] {
  const months: string[] = []
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))]
  for (let name = monthOf(from); name <= monthOf(to); name = `${year}-${String(month).padStart(2, '0')}`) {
    months.push(name)
    month += 1
    if (month > 12) [year, month] = [year + 1, 1]
  }
  return months
}

/** Brings the months up to date with touches that were written in this transaction; `images` say what they were before. */
export async function updateMonths(
  tx: WriteTx,
  known: LogMemory['months'],
  images: readonly BeforeImage[],
  after: (image: BeforeImage) => unknown,
): Promise<void> {
  const changed = images.filter((image) => image.kind === 'touches')
  if (changed.length === 0) return
  const gone = new Map<string, Set<string>>()
  const come = new Map<string, Touch[]>()
  for (const image of changed) {
    const date = (image.before as { date?: unknown } | null)?.date
    if (typeof date === 'string')
      gone.set(monthOf(date), (gone.get(monthOf(date)) ?? new Set()).add(image.key))
    const read = readRecord<Touch>(recordShapes.touches, after(image))
    if (!read.ok) continue
    const month = monthOf(read.record.date)
    const touches = come.get(month)
    if (touches) touches.push(pack(read.record))
    else come.set(month, [pack(read.record)])
  }
  const store = tx.objectStore('touchMonths')
  for (const month of new Set([...gone.keys(), ...come.keys()])) {
    const stored = await readMonth(tx, known, month)
    if (stored === 'unsound') {
      await rebuildMonths(tx, known)
      return
    }
    const left = gone.get(month)
    const kept = (stored?.touches ?? []).filter((touch) => !left?.has(touch.id))
    const touches = [...kept, ...(come.get(month) ?? [])]
    const next = touches.length > 0 ? { month, schema: packedVersion, touches } : null
    known.set(month, next)
    await (next ? store.put(next) : store.delete(month))
  }
}

/** Makes every month again from the touches. */
async function rebuildMonths(tx: WriteTx, known: LogMemory['months']): Promise<void> {
  known.clear()
  const months = new Map<string, Touch[]>()
  for (const touch of readRecords<Touch>(recordShapes.touches, await tx.objectStore('touches').getAll())) {
    const month = months.get(monthOf(touch.date))
    if (month) month.push(pack(touch))
    else months.set(monthOf(touch.date), [pack(touch)])
  }
  const store = tx.objectStore('touchMonths')
  await store.clear()
  for (const [month, touches] of months) await store.put({ month, schema: packedVersion, touches })
}

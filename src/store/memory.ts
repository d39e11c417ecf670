import type { StoreContext } from './context'
import type { RowChunk, TouchMonth } from './schema'

/**
 * The packed rows and touches as this page last wrote them, so that the next write need not read them all again. Only a
 * quicker way to the same answer: it counts for exactly one revision of the log, which every write of every page raises,
 * and a failed write forgets it.
 */
export interface LogMemory {
  revision: number
  /** Every chunk; null when they have to be read. */
  chunks: RowChunk[] | null
  /** Months that are known; null for a month without touches. */
  months: Map<string, TouchMonth | null>
}

/** Takes the memory out for a write that begins at `revision`; an empty one when it is of another revision. */
export function takeMemory(context: StoreContext, revision: number): LogMemory {
  const memory = context.memory
  context.memory = null
  return memory?.revision === revision ? memory : { revision, chunks: null, months: new Map() }
}

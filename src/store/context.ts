import type { Announcer } from './announcer'
import { type Connection, toStoreError } from './connection'
import type { LogMemory } from './memory'
import type { ViewMaker } from './month'
import { type ReadTx, storeNames, type WriteTx } from './schema'

/** What every collection of the store works with. */
export interface StoreContext {
  connection: Connection
  announcer: Announcer
  viewMaker: ViewMaker
  /** What the last write left: see `takeMemory`. */
  memory: LogMemory | null
}

/**
 * Runs `work` in one read-only transaction over the whole log. `work` may wait for requests of `tx` and for nothing
 * else: the transaction would end. Throws `StoreError`.
 */
export async function readLog<T>(context: StoreContext, work: (tx: ReadTx) => Promise<T>): Promise<T> {
  try {
    const tx = await context.connection.begin((db) => db.transaction(storeNames, 'readonly'))
    const [result] = await Promise.all([work(tx), tx.done])
    return result
  } catch (cause) {
    throw toStoreError(cause)
  }
}

/**
 * Runs `work` in one read-write transaction over the whole log: all of it is kept or none. `strict` waits until the
 * browser has put it on disk: for everything the student entered. Throws `StoreError`.
 */
export async function writeLog<T>(
  context: StoreContext,
  durability: 'strict' | 'relaxed',
  work: (tx: WriteTx) => Promise<T>,
): Promise<T> {
  try {
    const tx = await context.connection.begin((db) => db.transaction(storeNames, 'readwrite', { durability }))
    const [result] = await Promise.all([abortOnFailure(tx, work), tx.done])
    return result
  } catch (cause) {
    throw toStoreError(cause)
  }
}

/** A failure of `work` takes back what was already asked for; the failure, not the abort, is what is reported. */
async function abortOnFailure<T>(tx: WriteTx, work: (tx: WriteTx) => Promise<T>): Promise<T> {
  try {
    return await work(tx)
  } catch (cause) {
    tx.done.catch(() => {})
    try {
      tx.abort()
    } catch {
      // Already ended: an aborted request ends its transaction by itself.
    }
    throw cause
  }
}

import { type IDBPDatabase, openDB } from 'idb'
import { type Message, message } from '../domain/message'
import { StoreError } from './api'
import { type Migration, runMigrationsOrThrow } from './migrations/migration'
import type { Database, PreroundSchema } from './schema'

export interface ConnectionOptions {
  name: string
  migrations: readonly Migration[]
  /** Hears what a page should tell the student about the connection: another tab stands in the way, or the like. */
  onTrouble: (what: Message) => void
}

/**
 * The one connection of a store: opened on first use, closed when another page needs a newer version, opened again on
 * the next use.
 */
export class Connection {
  private opening: Promise<Database> | null = null
  private isClosed = false

  constructor(private readonly options: ConnectionOptions) {}

  /** The open database. Throws `StoreError` when it cannot be had. */
  open(): Promise<Database> {
    if (this.isClosed) return Promise.reject(new StoreError(message('error.store-closed')))
    if (!this.opening) {
      const opening = this.openDatabase()
      this.opening = opening
      // A failed opening is not remembered: the next use tries again.
      opening.catch(() => this.forget(opening))
    }
    return this.opening
  }

  /**
   * Begins a transaction with `begin`. When the browser closed the connection behind our back (InvalidStateError), it is
   * opened again and tried once more: nothing was written yet, so trying again is safe.
   */
  async begin<T>(begin: (db: Database) => T): Promise<T> {
    const opening = this.open()
    const db = await opening
    try {
      return begin(db)
    } catch (cause) {
      if (!isNamed(cause, 'InvalidStateError')) throw cause
      this.forget(opening)
      db.close()
      return begin(await this.open())
    }
  }

  /** Closes for good. */
  close(): void {
    this.isClosed = true
    this.opening?.then((db) => db.close()).catch(() => {})
    this.opening = null
  }

  private forget(opening: Promise<Database>): void {
    if (this.opening === opening) this.opening = null
  }

  private async openDatabase(): Promise<Database> {
    const { name, migrations, onTrouble } = this.options
    const newest = Math.max(...migrations.map((migration) => migration.version))
    let failure: unknown = null
    try {
      return await openDB<PreroundSchema>(name, newest, {
        upgrade(db, oldVersion, newVersion, tx) {
          // An abort is expected when a step fails; what failed is reported below.
          tx.done.catch(() => {})
          try {
            runMigrationsOrThrow(
              migrations,
              db as unknown as IDBPDatabase,
              tx as unknown as Parameters<Migration['up']>[1],
              oldVersion,
              newVersion ?? newest,
            )
          } catch (cause) {
            failure = cause
            tx.abort()
          }
        },
        blocked: () => onTrouble(message('store.blocked')),
        blocking: (_current, _blocked, event) => {
          this.opening = null
          ;(event.target as IDBDatabase).close()
          onTrouble(message('store.stepped-aside'))
        },
        terminated: () => {
          this.opening = null
          onTrouble(message('store.interrupted'))
        },
      })
    } catch (cause) {
      if (failure) throw new StoreError(message('error.store-upgrade-failed'), { cause: failure })
      if (isNamed(cause, 'VersionError')) throw new StoreError(message('error.store-newer'), { cause })
      throw new StoreError(message('error.store-unavailable'), { cause })
    }
  }
}

/** Puts a failure of the database into words the student can act on. A `StoreError` passes as it is. */
export function toStoreError(cause: unknown): StoreError {
  if (cause instanceof StoreError) return cause
  if (isNamed(cause, 'QuotaExceededError')) return new StoreError(message('error.store-full'), { cause })
  if (isNamed(cause, 'AbortError') || isNamed(cause, 'InvalidStateError')) {
    return new StoreError(message('error.store-interrupted'), { cause })
  }
  return new StoreError(message('error.unexpected'), { cause })
}

function isNamed(cause: unknown, name: string): boolean {
  return cause instanceof Error || cause instanceof DOMException ? cause.name === name : false
}

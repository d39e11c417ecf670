import type { IDBPDatabase, IDBPTransaction } from 'idb'

/**
 * One step of the database's own version. Stores and indexes are made here, synchronously: a step that waits for
 * anything but the database would end its transaction. Records are not rewritten here; they are upgraded when read
 * (`records.ts`). A step is never edited once it was shipped, so it names stores by plain strings, not by today's types.
 */
export interface Migration {
  version: number
  up(db: IDBPDatabase, tx: IDBPTransaction<unknown, string[], 'versionchange'>): void
}

/** Applies, in order, every step above `oldVersion` up to `newVersion`. Throws when a step is missing or fails. */
export function runMigrationsOrThrow(
  migrations: readonly Migration[],
  db: IDBPDatabase,
  tx: IDBPTransaction<unknown, string[], 'versionchange'>,
  oldVersion: number,
  newVersion: number,
): void {
  for (let version = oldVersion + 1; version <= newVersion; version++) {
    const step = migrations.find((migration) => migration.version === version)
    if (!step) throw new Error(`migration ${version} is missing`)
    step.up(db, tx)
  }
}

import { checklists } from '../../seeds/checklists'
import { goals } from '../../seeds/goals'
import { rotationTasks } from '../../seeds/rotation-tasks'
import { seasonDates } from '../../seeds/season'
import { buildMonthView, touchWindow } from '../domain/goals/build-month-view'
import type { Message } from '../domain/message'
import { makeAnnouncer } from './announcer'
import type { Store } from './api'
import { makeBackup } from './backup'
import { makeChanges } from './changes'
import { Connection } from './connection'
import { type StoreContext, writeLog } from './context'
import { makeGoals } from './goals'
import { readMeta } from './meta'
import type { Migration } from './migrations/migration'
import { migrations as allMigrations } from './migrations/migrations'
import { previewView, readSnapshot, refreshView, type ViewMaker } from './month'
import { makePeople } from './people'
import { listProblems } from './problems'
import { makeProfile } from './profile'
import { makeRoad } from './road'
import { databaseName, onlyKey, storeNames } from './schema'
import { makeTouches } from './touches'

export interface OpenStoreOptions {
  /** Name of the database; tests take one of their own. */
  name?: string
  /** Version of the product: a stored month view of another version is made again. */
  edition?: string
  /** Hears what stands in the way of the database, for the page to say: another tab, an update, an interruption. */
  onTrouble?: (what: Message) => void
  /** Other rules than the product's, for tests. */
  viewMaker?: Partial<ViewMaker>
  /** Other migrations than the product's, for tests. */
  migrations?: readonly Migration[]
}

/**
 * Opens the log. Every page and the worker has one of these; they hear of each other's changes. Throws `StoreError` when
 * the browser gives no database, or the log was written by a newer version.
 */
export async function openStore(options: OpenStoreOptions = {}): Promise<Store> {
  const name = options.name ?? databaseName
  const connection = new Connection({
    name,
    migrations: options.migrations ?? allMigrations,
    onTrouble: options.onTrouble ?? (() => {}),
  })
  const context: StoreContext = {
    connection,
    announcer: makeAnnouncer(name),
    viewMaker: {
      build: buildMonthView,
      touchWindow,
      seeds: { goals, rotationTasks, seasonDates, checklists },
      edition: options.edition ?? '',
      ...options.viewMaker,
    },
    memory: null,
  }
  await connection.open()
  return {
    people: makePeople(context),
    touches: makeTouches(context),
    goals: makeGoals(context),
    profile: makeProfile(context),
    road: makeRoad(context),
    month: {
      snapshot: () => readSnapshot(context),
      refresh: (today) => refreshView(context, today),
      preview: (date) => previewView(context, date),
    },
    changes: makeChanges(context),
    backup: makeBackup(context),
    problems: () => listProblems(context),
    deleteEverything: () => deleteEverything(context),
    subscribe: context.announcer.subscribe,
    close() {
      context.announcer.close()
      connection.close()
    },
  }
}

async function deleteEverything(context: StoreContext): Promise<void> {
  await writeLog(context, 'strict', async (tx) => {
    const meta = await readMeta(tx)
    await Promise.all(storeNames.map((store) => tx.objectStore(store).clear()))
    // The revision goes on, so that no page takes an old view for a current one.
    await tx.objectStore('meta').put({ revision: meta.revision + 1, chunkSizes: {} }, onlyKey)
  })
  context.announcer.announce()
}

import { firstStores } from './0001-first-stores'
import { roadStores } from './0002-road-stores'
import type { Migration } from './migration'

/** Every migration, oldest first. A new one is a new file and a new line here, plus a frozen example for its test. */
export const migrations: readonly Migration[] = [firstStores, roadStores]

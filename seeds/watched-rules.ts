import type { WatchedRules } from '../src/domain/benchmarks/watched-rule'
import file from './watched-rules.json'

/** What the product watches (R9), and how long a mail waits. The shape is promised by tests/seeds/watched-rules.test.ts. */
export const watchedRules = file as WatchedRules

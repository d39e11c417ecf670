import type { Network } from '../src/domain/benchmarks/network'
import file from './network.json'

/** The network the road leads to (R1). Its shape is promised by tests/seeds/network.test.ts. */
export const network = file as Network

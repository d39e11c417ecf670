import { type AnyTx, onlyKey, type StoredMeta } from './schema'

/** The store's own book-keeping, as a copy that may be changed. */
export async function readMeta(tx: AnyTx): Promise<StoredMeta> {
  return (await tx.objectStore('meta').get(onlyKey)) ?? { revision: 0, chunkSizes: {} }
}

/** What the worker tells of a save of many, on its way to the table that asked for it. */
export interface SaveProgress {
  /** Hears of one job until the returned function is called. */
  hear(job: string, listener: (done: number, of: number) => void): () => void
  tell(job: string, done: number, of: number): void
}

export function createSaveProgress(): SaveProgress {
  const listeners = new Map<string, (done: number, of: number) => void>()
  return {
    hear(job, listener) {
      listeners.set(job, listener)
      return () => listeners.delete(job)
    },
    tell: (job, done, of) => listeners.get(job)?.(done, of),
  }
}

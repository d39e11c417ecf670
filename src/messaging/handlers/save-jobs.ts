/** The saves of many people that are under way, so that the page which asked for one can end it. */
export interface SaveJobs {
  /** Runs `work` under the id `job` until it ends; its signal aborts when the job is cancelled. */
  run<T>(job: string, work: (signal: AbortSignal) => Promise<T>): Promise<T>
  cancel(job: string): void
}

export function createSaveJobs(): SaveJobs {
  const running = new Map<string, AbortController>()
  return {
    async run(job, work) {
      const control = new AbortController()
      running.set(job, control)
      try {
        return await work(control.signal)
      } finally {
        running.delete(job)
      }
    },
    cancel: (job) => running.get(job)?.abort(),
  }
}

/** Passes on at most some 25 of the many steps of a save, and always the last: each is a message to the page. */
export function thinProgress(tell: (done: number, of: number) => void): (done: number, of: number) => void {
  return (done, of) => {
    const step = Math.max(1, Math.ceil(of / 25))
    if (done % step === 0 || done === of) tell(done, of)
  }
}

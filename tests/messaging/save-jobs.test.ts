import { describe, expect, it, vi } from 'vitest'
import { createSaveJobs, thinProgress } from '../../src/messaging/handlers/save-jobs'

describe('saves under way', () => {
  it('can be ended by their id, and by no other', async () => {
    const jobs = createSaveJobs()
    const seen: boolean[] = []
    await jobs.run('a', async (signal) => {
      jobs.cancel('b')
      seen.push(signal.aborted)
      jobs.cancel('a')
      seen.push(signal.aborted)
    })
    expect(seen).toEqual([false, true])
  })

  it('are forgotten when they are through, well or not', async () => {
    const jobs = createSaveJobs()
    let kept: AbortSignal | undefined
    await expect(
      jobs.run('a', (signal) => {
        kept = signal
        return Promise.reject(new Error('no'))
      }),
    ).rejects.toThrow('no')
    jobs.cancel('a')
    expect(kept?.aborted).toBe(false)
  })
})

describe('telling how far a save is', () => {
  it.each([1, 7, 60, 1675])('takes few messages for %i people, and always says the last', (of) => {
    const tell = vi.fn()
    const thin = thinProgress(tell)
    for (let done = 1; done <= of; done += 1) thin(done, of)
    expect(tell.mock.calls.length).toBeLessThanOrEqual(26)
    expect(tell).toHaveBeenLastCalledWith(of, of)
  })
})

import { describe, expect, it } from 'vitest'
import type { Draft, Extractor, Pause } from '../../src/extractors/extractor'
import { extractors } from '../../src/extractors/registry'
import { collectDrafts, runExtractors, sliceMs } from '../../src/extractors/run-extractors'
import { openFixture, parsePage } from './page-fixtures'

const empty = parsePage('<p>', 'https://any.example/')

/** An extractor whose every step takes `stepMs` of a clock that the test moves. */
function makeSlow(steps: (Draft | Pause)[], clock: { ms: number }, stepMs: number) {
  const seen = { ended: false, steps: 0 }
  const extractor: Extractor = {
    id: 'slow',
    matches: () => true,
    detect: () => 'list',
    *extract() {
      try {
        for (const step of steps) {
          clock.ms += stepMs
          seen.steps += 1
          yield step
        }
        return 'list'
      } finally {
        seen.ended = true
      }
    },
  }
  return { extractor, seen }
}

const paper: Draft = {
  type: 'publication',
  publication: { pmid: '1', doi: '', title: 'A', journal: '', year: null, authors: [], position: null },
}

describe('runExtractors', () => {
  it('reads a page like collectDrafts does', async () => {
    const { doc, url } = openFixture('article-39000003.html')
    const reading = await runExtractors(doc, url, {
      signal: new AbortController().signal,
      extractors,
    })
    expect(reading).toEqual(collectDrafts(doc, url, extractors))
    expect(reading.extractor).toBe('pubmed')
  })

  it('hands the thread back before a slice is longer than 12 ms', async () => {
    const clock = { ms: 0 }
    const { extractor } = makeSlow(
      Array.from({ length: 100 }, () => ({ type: 'pause' }) as const),
      clock,
      1,
    )
    const slices: number[] = []
    let started = 0
    await runExtractors(empty.doc, empty.url, {
      signal: new AbortController().signal,
      extractors: [extractor],
      now: () => clock.ms,
      pause: async () => {
        slices.push(clock.ms - started)
        started = clock.ms
      },
    })
    expect(slices.length).toBeGreaterThan(5)
    expect(Math.max(...slices)).toBeLessThanOrEqual(sliceMs)
  })

  it('goes on only when what a pause waits for is there', async () => {
    const said: string[] = []
    let bring = () => {}
    const part = new Promise<void>((resolve) => {
      bring = resolve
    })
    const extractor: Extractor = {
      id: 'waiting',
      matches: () => true,
      detect: () => 'list',
      *extract() {
        yield { type: 'pause', until: part.then(() => said.push('brought')) }
        said.push('read on')
        return 'list'
      },
    }
    const reading = runExtractors(empty.doc, empty.url, {
      signal: new AbortController().signal,
      extractors: [extractor],
    })
    await Promise.resolve()
    expect(said).toEqual([])
    bring()
    await reading
    expect(said).toEqual(['brought', 'read on'])
  })

  it('ends after a wait during which it was cancelled', async () => {
    const life = new AbortController()
    const { extractor, seen } = makeSlow(
      [{ type: 'pause', until: Promise.resolve().then(() => life.abort(new Error('closed'))) }, paper],
      { ms: 0 },
      0,
    )
    const reading = runExtractors(empty.doc, empty.url, { signal: life.signal, extractors: [extractor] })
    await expect(reading).rejects.toThrow('closed')
    expect(seen).toMatchObject({ ended: true, steps: 1 })
  })

  it('keeps drafts and leaves pauses out', async () => {
    const { extractor } = makeSlow([{ type: 'pause' }, paper, { type: 'pause' }], { ms: 0 }, 0)
    const reading = await runExtractors(empty.doc, empty.url, {
      signal: new AbortController().signal,
      extractors: [extractor],
    })
    expect(reading).toEqual({ extractor: 'slow', kind: 'list', drafts: [paper] })
  })

  it('stops at the next slice when it is cancelled, and lets the reader clean up', async () => {
    const clock = { ms: 0 }
    const { extractor, seen } = makeSlow(
      Array.from({ length: 1000 }, () => paper),
      clock,
      5,
    )
    const stop = new AbortController()
    const reading = runExtractors(empty.doc, empty.url, {
      signal: stop.signal,
      extractors: [extractor],
      now: () => clock.ms,
      pause: async () => {
        if (seen.steps > 20) stop.abort()
      },
    })
    await expect(reading).rejects.toThrow(/abort/i)
    expect(seen.ended).toBe(true)
    expect(seen.steps).toBeLessThan(30)
  })

  it('reads nothing when it is cancelled before it begins', async () => {
    const { extractor, seen } = makeSlow([paper], { ms: 0 }, 0)
    const parts = { signal: AbortSignal.abort(), extractors: [extractor] }
    await expect(runExtractors(empty.doc, empty.url, parts)).rejects.toThrow(/abort/i)
    expect(seen.steps).toBe(0)
  })

  it('gives nothing for a page no reader takes', async () => {
    const reading = await runExtractors(empty.doc, empty.url, {
      signal: new AbortController().signal,
      extractors,
    })
    expect(reading).toEqual({ extractor: '', kind: null, drafts: [] })
  })
})

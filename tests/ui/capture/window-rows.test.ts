import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scrollToRow, windowRows } from '../../../src/ui/capture/window-rows'

const sizes = fc.record({
  count: fc.nat(3000),
  row: fc.integer({ min: 20, max: 200 }),
  view: fc.integer({ min: 0, max: 2000 }),
  top: fc.nat(400_000),
})

describe('the drawn part of a long list', () => {
  it('holds every row that can be seen, and stays small', () => {
    fc.assert(
      fc.property(sizes, ({ count, row, view, top }) => {
        const { from, to } = windowRows(count, row, top, view)
        expect(from).toBeGreaterThanOrEqual(0)
        expect(to).toBeLessThanOrEqual(count)
        expect(from).toBeLessThanOrEqual(to)
        expect(to - from).toBeLessThanOrEqual(Math.ceil(view / row) + 18)
        for (let at = 0; at < count; at += 1) {
          const isSeen = at * row < top + view && (at + 1) * row > top
          if (isSeen) expect(at >= from && at < to).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('scrolls no further than needed to see a row whole', () => {
    expect(scrollToRow(0, 50, 120, 400)).toBe(0)
    expect(scrollToRow(5, 50, 120, 400)).toBe(120)
    expect(scrollToRow(12, 50, 120, 400)).toBe(250)
  })
})

import { afterEach, describe, expect, it } from 'vitest'
import { showDate, showDay } from '../../../src/ui/shared/words/show-date'

const zone = process.env.TZ
afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

describe('a calendar date on screen', () => {
  it.each(['Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kolkata', 'UTC'])(
    'is the same day wherever the student reads it: %s',
    (place) => {
      process.env.TZ = place
      expect(showDate('2026-11-01', '2026-11-22')).toBe('Nov 1')
      expect(showDate('2026-03-08', '2026-11-22')).toBe('Mar 8')
      expect(showDate('2025-12-31', '2026-11-22')).toBe('Dec 31, 2025')
    },
  )

  it('is a word when it is near', () => {
    expect(showDay('2026-11-22', '2026-11-22')).toBe('today')
    expect(showDay('2026-02-28', '2026-03-01')).toBe('yesterday')
    expect(showDay('2026-11-20', '2026-11-22')).toBe('Nov 20')
  })
})

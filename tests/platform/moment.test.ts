import { afterEach, describe, expect, it } from 'vitest'
import { momentNow, untilTomorrow } from '../../src/platform/moment'

const zone = process.env.TZ
afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

describe('momentNow', () => {
  it.each([
    ['America/Chicago', '2026-11-22T18:05:03.120-06:00', '2026-11-22'],
    ['Asia/Kolkata', '2026-11-23T05:35:03.120+05:30', '2026-11-23'],
    ['America/St_Johns', '2026-11-22T20:35:03.120-03:30', '2026-11-22'],
    ['UTC', '2026-11-23T00:05:03.120+00:00', '2026-11-23'],
  ])('says date and offset as the device in %s has them', (name, now, today) => {
    process.env.TZ = name
    expect(momentNow(new Date('2026-11-23T00:05:03.120Z'))).toMatchObject({ now, today })
  })

  it('gives a new id at each call', () => {
    const { newId } = momentNow()
    expect(newId()).not.toBe(newId())
  })
})

describe('untilTomorrow', () => {
  it('knows the days on which the clocks change', () => {
    process.env.TZ = 'America/Chicago'
    const hours = (iso: string) => untilTomorrow(new Date(iso)) / 3_600_000
    expect(hours('2026-11-22T00:00:00-06:00')).toBe(24)
    expect(hours('2026-11-01T00:00:00-05:00')).toBe(25)
    expect(hours('2026-03-08T00:00:00-06:00')).toBe(23)
  })
})

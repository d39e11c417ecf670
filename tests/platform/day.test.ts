import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

/** What the browser of these tests has, and what it was asked to do. */
const fake = vi.hoisted(() => ({
  alarm: undefined as { name: string; scheduledTime: number } | undefined,
  created: [] as { name: string; when: number }[],
  badge: '',
}))

vi.mock('../../src/platform/browser', () => ({
  browser: {
    alarms: {
      get: async (name: string) => (fake.alarm?.name === name ? fake.alarm : undefined),
      create: async (name: string, { when }: { when: number }) => {
        fake.created.push({ name, when })
      },
    },
    action: {
      setBadgeText: async ({ text }: { text: string }) => {
        fake.badge = text
      },
      setBadgeBackgroundColor: async () => {},
    },
  },
}))

import { showBadge } from '../../src/platform/badge'
import { keepDailyAlarm } from '../../src/platform/daily-alarm'

const zone = process.env.TZ
beforeEach(() => {
  Object.assign(fake, {
    alarm: undefined,
    created: [],
    badge: '',
  })
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

describe('the alarm of the day', () => {
  const nextIn = async (place: string, now: string) => {
    process.env.TZ = place
    vi.setSystemTime(new Date(now))
    fake.created = []
    await keepDailyAlarm()
    return fake.created.map(({ when }) => new Date(when).toISOString())
  }

  it.each([
    ['an ordinary day', '2026-11-22T10:00:00-06:00', '2026-11-23T00:00:05-06:00'],
    ['the day of 25 hours', '2026-11-01T00:30:00-05:00', '2026-11-02T00:00:05-06:00'],
    ['the day of 23 hours', '2026-03-08T00:30:00-06:00', '2026-03-09T00:00:05-05:00'],
  ])('is set to just after the local midnight that ends %s', async (_what, now, midnight) => {
    expect(await nextIn('America/Chicago', now)).toEqual([new Date(midnight).toISOString()])
  })

  it('is left alone when it stands right', async () => {
    const [set] = await nextIn('America/Chicago', '2026-11-22T10:00:00-06:00')
    fake.alarm = { name: 'day', scheduledTime: Date.parse(set ?? '') }
    expect(await nextIn('America/Chicago', '2026-11-22T18:00:00-06:00')).toEqual([])
  })

  it('is moved to the midnight of the place the student has flown to', async () => {
    const [set] = await nextIn('America/New_York', '2026-11-22T10:00:00-05:00')
    fake.alarm = { name: 'day', scheduledTime: Date.parse(set ?? '') }
    expect(await nextIn('America/Los_Angeles', '2026-11-22T18:00:00-08:00')).toEqual([
      new Date('2026-11-23T00:00:05-08:00').toISOString(),
    ])
  })
})

describe('the badge', () => {
  it.each([
    [0, ''],
    [1, '1'],
    [99, '99'],
    [250, '99'],
  ])('for %i due says "%s"', async (due, text) => {
    fake.badge = 'before'
    await showBadge(due)
    expect(fake.badge).toBe(text)
  })
})

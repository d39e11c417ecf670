import { describe, expect, it } from 'vitest'
import {
  eventTrio,
  findEventTouches,
  toEventTouch,
  trioRoles,
} from '../../../src/domain/events/event-touches'
import { touchInputSchema } from '../../../src/domain/touch/touch'

const evening = { what: 'Interest group, first evening', date: '2026-09-10' }
const stored = (parts: object) => ({
  schema: 1 as const,
  id: 'touch',
  createdAt: '2026-09-10T20:00:00Z',
  ...toEventTouch(evening, 'maya', 'America/Chicago'),
  ...parts,
})

describe('the touches of an event', () => {
  it('are such as the log takes, and found again', () => {
    expect(touchInputSchema.safeParse(toEventTouch(evening, 'maya', 'America/Chicago')).success).toBe(true)
    expect(findEventTouches(evening, [stored({})])).toHaveLength(1)
  })

  it('are not those of another day, kind or note', () => {
    const others = [
      stored({ date: '2026-09-11' }),
      stored({ kind: 'met' }),
      stored({ note: 'We spoke long' }),
    ]
    expect(findEventTouches(evening, others)).toEqual([])
  })

  it('stand for three places, each with a role', () => {
    expect(eventTrio.map((place) => trioRoles[place][0])).toEqual(['attending', 'upper-student', 'classmate'])
  })
})

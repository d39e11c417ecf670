import { describe, expect, it } from 'vitest'
import { listTouchBases } from '../../../src/domain/cadence/touch-bases'
import { addDays } from '../../../src/domain/dates'
import type { Mentor } from '../../../src/domain/person/person'
import { makeRow } from '../goals/make-log'

const today = '2027-12-15'

function stateAfter(days: number, mentor: Mentor = 'key'): string {
  const row = makeRow({ id: 'p', mentor, lastTouch: addDays(today, -days) })
  return listTouchBases([row], [], today, 'ms2-nov-feb')[0]?.state ?? 'fine'
}

describe('touch-bases', () => {
  it('is due for key mentors from 8 weeks and overdue after 12', () => {
    expect([55, 56, 84, 85].map((days) => stateAfter(days))).toEqual(['fine', 'due', 'due', 'overdue'])
  })

  it('is wider for other mentors: 16 and 24 weeks', () => {
    expect([111, 112, 168, 169].map((days) => stateAfter(days, 'mentor'))).toEqual([
      'fine',
      'due',
      'due',
      'overdue',
    ])
  })

  it('asks for nobody else', () => {
    expect(stateAfter(3000, 'none')).toBe('fine')
  })

  it('counts from the day of saving when there was no contact yet', () => {
    const row = makeRow({ id: 'p', mentor: 'key', savedOn: addDays(today, -60) })
    expect(listTouchBases([row], [], today, 'ms3')).toEqual([
      {
        person: { id: 'p', shown: 'Person p' },
        lastTouch: null,
        dueOn: addDays(today, -4),
        state: 'due',
        weeks: 8,
        templateId: '',
      },
    ])
  })

  it('is hidden by a snooze through its last day, and back the day after', () => {
    const row = makeRow({ id: 'p', mentor: 'key', lastTouch: '2027-09-01' })
    const snooze = { schema: 1 as const, personId: 'p', until: today }
    expect(listTouchBases([row], [snooze], today, 'ms3')).toEqual([])
    const [back] = listTouchBases([row], [snooze], addDays(today, 1), 'ms3')
    // A snooze is no contact: the rhythm still counts from the last touch.
    expect(back).toMatchObject({ state: 'overdue', lastTouch: '2027-09-01' })
  })

  it('hides only the person who was snoozed', () => {
    const rows = ['a', 'b'].map((id) => makeRow({ id, mentor: 'key', lastTouch: '2027-09-01' }))
    const snooze = { schema: 1 as const, personId: 'a', until: '2028-01-01' }
    expect(listTouchBases(rows, [snooze], today, 'ms3').map((one) => one.person.id)).toEqual(['b'])
  })

  it('puts key mentors first, then who waits longest', () => {
    const rows = [
      makeRow({ id: 'mentor', mentor: 'mentor', lastTouch: '2026-01-01' }),
      makeRow({ id: 'key-short', mentor: 'key', lastTouch: '2027-10-01' }),
      makeRow({ id: 'key-long', mentor: 'key', lastTouch: '2027-08-01' }),
    ]
    expect(listTouchBases(rows, [], today, 'ms3').map((one) => one.person.id)).toEqual([
      'key-long',
      'key-short',
      'mentor',
    ])
  })

  it('proposes the boards touch-base only while it fits', () => {
    const row = makeRow({ id: 'p', mentor: 'key', lastTouch: '2027-09-01' })
    expect(listTouchBases([row], [], today, 'ms2-nov-feb')[0]?.templateId).toBe('T10')
    expect(listTouchBases([row], [], today, 'ms2-jul-oct')[0]?.templateId).toBe('')
  })
})

import { describe, expect, it } from 'vitest'
import { listTouchBases, rhythmOf } from '../../../src/domain/cadence/touch-bases'
import { addDays } from '../../../src/domain/dates'
import type { Mentor } from '../../../src/domain/person/person'
import type { StageId } from '../../../src/domain/stage/stages'
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
        templateId: 'T10b',
        reason: { id: 'touch-base.never', params: { weeks: 8 } },
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

  it('proposes the boards touch-base in its months, the other one later and in a pause, and none before', () => {
    const row = makeRow({ id: 'p', mentor: 'key', lastTouch: '2027-09-01' })
    const letterIn = (stage: StageId) => listTouchBases([row], [], today, stage)[0]?.templateId
    expect(letterIn('ms2-nov-feb')).toBe('T10')
    for (const stage of ['ms2-mar-jun', 'ms3', 'ms4-oct-feb', 'ms4-mar-grad', 'after', 'pause'] as const)
      expect(letterIn(stage), stage).toBe('T10b')
    for (const stage of ['ms1-nov-feb', 'ms2-jul-oct'] as const) expect(letterIn(stage), stage).toBe('')
  })

  it('asks for a peer only as the student wished, and proposes no mentor’s letter', () => {
    const peer = (days: number, rhythmWeeks = 10) =>
      makeRow({ id: 'p', roles: ['peer'], rhythmWeeks, lastTouch: addDays(today, -days) })
    const stateOf = (days: number) => listTouchBases([peer(days)], [], today, 'ms3')[0]?.state ?? 'fine'
    expect([69, 70, 105, 106].map(stateOf)).toEqual(['fine', 'due', 'due', 'overdue'])
    expect(listTouchBases([peer(3000, 0)], [], today, 'ms3')).toEqual([])
    expect(listTouchBases([peer(70)], [], today, 'ms3')[0]).toMatchObject({
      templateId: '',
      reason: { id: 'touch-base.wished', params: { weeks: 10, every: 10 } },
    })
  })

  it('follows a wish for a mentor, and keeps the roadmap’s rhythm for a key mentor whatever was wished', () => {
    expect(rhythmOf({ mentor: 'mentor', rhythmWeeks: 4 })?.dueAfterDays).toBe(28)
    expect(rhythmOf({ mentor: 'key', rhythmWeeks: 30 })).toEqual({ dueAfterDays: 56, overdueAfterDays: 84 })
    expect(rhythmOf({ mentor: 'none', rhythmWeeks: 0 })).toBeNull()
  })

  it('says why in one line', () => {
    const reasonOf = (parts: Parameters<typeof makeRow>[0]) =>
      listTouchBases([makeRow(parts)], [], today, 'ms3')[0]?.reason
    expect(reasonOf({ id: 'k', mentor: 'key', lastTouch: addDays(today, -63) })).toEqual({
      id: 'touch-base.key',
      params: { weeks: 9 },
    })
    expect(reasonOf({ id: 'm', mentor: 'mentor', lastTouch: addDays(today, -120) })?.id).toBe(
      'touch-base.mentor',
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/domain/dates'
import { isUsualLength, phaseOf, usualWeeks, weekOf } from '../../../src/domain/rotation/rotation-time'

/** A Monday, six weeks: the last working day is Friday 9 June. */
const six = { start: '2028-05-01', weeks: 6 }

describe('where a rotation stands', () => {
  it.each([
    ['2028-04-30', 'coming'],
    ['2028-05-01', 'now'],
    ['2028-06-09', 'now'],
    ['2028-06-10', 'past'],
  ])('on %s it is %s', (today, phase) => {
    expect(phaseOf(six, today)).toBe(phase)
  })

  it.each([
    ['2028-04-01', 1],
    ['2028-05-01', 1],
    ['2028-05-07', 1],
    ['2028-05-08', 2],
    ['2028-06-09', 6],
    ['2028-12-01', 6],
  ])('on %s it is in week %i', (today, week) => {
    expect(weekOf(six, today)).toBe(week)
  })

  it('is never outside its own weeks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 16 }), fc.integer({ min: -400, max: 400 }), (weeks, days) => {
        const week = weekOf({ start: six.start, weeks }, addDays(six.start, days))
        return week >= 1 && week <= weeks
      }),
    )
  })
})

describe('the usual length', () => {
  it('is 4 to 8 weeks for core rotations, 2 to 3 for electives and aways', () => {
    expect(usualWeeks.core).toMatchObject({ min: 4, max: 8 })
    expect(usualWeeks.elective).toMatchObject({ min: 2, max: 3 })
    expect(usualWeeks.away).toMatchObject({ min: 2, max: 3 })
  })

  it('holds what a new rotation begins with', () => {
    for (const kind of ['core', 'elective', 'away'] as const)
      expect(isUsualLength(kind, usualWeeks[kind].proposed)).toBe(true)
  })

  it.each([
    ['core', 3],
    ['core', 9],
    ['elective', 1],
    ['away', 4],
  ] as const)('is not %s for %i weeks', (kind, weeks) => {
    expect(isUsualLength(kind, weeks)).toBe(false)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { network } from '../../../seeds/network'
import { benchmarkOn, listYearEnds, yearOn } from '../../../src/domain/benchmarks/growth'
import { yearEnds } from '../../../src/domain/benchmarks/network'
import { addDays } from '../../../src/domain/dates'
import type { RoadDates } from '../../../src/domain/stage/stage-on'

const road: RoadDates = {
  matriculation: '2026-08-03',
  clerkshipStart: '2028-07-01',
  graduationYear: 2030,
  graduation: '2030-05-31',
}
const { growth } = network

describe('the ends of the years', () => {
  it('are June, June, 31 March and graduation', () => {
    expect(listYearEnds(road)).toEqual({
      'ms1-start': '2026-08-03',
      'ms1-end': '2027-06-30',
      'ms2-end': '2028-06-30',
      'ms3-end': '2029-03-31',
      'ms4-end': '2030-05-31',
    })
  })

  it('stay in June where clerkships begin early', () => {
    expect(listYearEnds({ ...road, clerkshipStart: '2028-01-10' })['ms2-end']).toBe('2028-06-30')
  })

  it('wait for the last two years on a long road', () => {
    const long = listYearEnds({
      ...road,
      clerkshipStart: '2032-07-01',
      graduationYear: 2034,
      graduation: '2034-05-20',
    })
    expect([long['ms2-end'], long['ms3-end'], long['ms4-end']]).toEqual([
      '2028-06-30',
      '2033-03-31',
      '2034-05-20',
    ])
  })

  it('never come in another order, also on a three-year track', () => {
    const short = listYearEnds({
      ...road,
      clerkshipStart: '2027-07-01',
      graduationYear: 2029,
      graduation: '2029-05-31',
    })
    expect(Object.values(short)).toEqual([
      '2026-08-03',
      '2027-06-30',
      '2028-03-31',
      '2028-03-31',
      '2029-05-31',
    ])
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 90 }), (length, late) => {
        const year = 2026 + length
        const ends = listYearEnds({
          ...road,
          matriculation: addDays('2026-07-01', late),
          graduationYear: year,
          graduation: `${year}-05-31`,
        })
        const dates = yearEnds.map((at) => ends[at])
        expect(dates).toEqual([...dates].sort())
      }),
    )
  })
})

describe('the year of a date', () => {
  const ends = listYearEnds(road)
  it.each([
    ['2026-08-02', null],
    ['2026-08-03', 'ms1'],
    ['2027-06-30', 'ms1'],
    ['2027-07-01', 'ms2'],
    ['2028-07-01', 'ms3'],
    ['2029-03-31', 'ms3'],
    ['2029-04-01', 'ms4'],
    ['2030-05-31', 'ms4'],
    ['2030-06-01', null],
  ])('of %s is %s', (date, year) => {
    expect(yearOn(date, ends)).toBe(year)
  })
})

describe('the benchmark lines', () => {
  const ends = listYearEnds(road)
  const on = (date: string) => Object.values(benchmarkOn(date, growth, ends))

  it('pass every year’s end at its numbers', () => {
    expect(yearEnds.map((at) => on(ends[at]))).toEqual([
      [0, 0, 0],
      [1, 4, 1],
      [2, 8, 2],
      [3, 12, 5],
      [4, 15, 8],
    ])
  })

  it('lie flat before the road and after it', () => {
    expect(on('2020-01-01')).toEqual([0, 0, 0])
    expect(on('2040-01-01')).toEqual([4, 15, 8])
  })

  it('never fall from one day to the next, on a short road too', () => {
    const short = listYearEnds({ ...road, graduationYear: 2029, graduation: '2029-05-31' })
    fc.assert(
      fc.property(fc.nat(1600), (day) => {
        const date = addDays('2026-06-01', day)
        for (const of of [ends, short]) {
          const [before, after] = [benchmarkOn(date, growth, of), benchmarkOn(addDays(date, 1), growth, of)]
          expect(after.mentors).toBeGreaterThanOrEqual(before.mentors)
          expect(after.residents).toBeGreaterThanOrEqual(before.residents)
          expect(after.outside).toBeGreaterThanOrEqual(before.outside)
        }
      }),
    )
  })
})

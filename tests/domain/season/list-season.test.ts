import { describe, expect, it } from 'vitest'
import { seasonDates } from '../../../seeds/season'
import { isLocalDate } from '../../../src/domain/dates'
import { listSeason, type SeasonStudent, seasonEditId } from '../../../src/domain/season/list-season'
import { seasonDateSchema } from '../../../src/domain/season/season-date'

const student = (parts: Partial<SeasonStudent> = {}): SeasonStudent => ({
  season: 2027,
  specialties: ['Internal medicine'],
  degree: 'MD',
  isMilitary: false,
  ...parts,
})
const dateOf = (
  id: string,
  parts: Partial<SeasonStudent> = {},
  edits: Parameters<typeof listSeason>[2] = [],
) => listSeason(seasonDates, student(parts), edits).find((one) => one.id === id)

describe('the dates of the season', () => {
  it('each fit their shape, have one id, and hang on dates that exist', () => {
    for (const one of seasonDates) expect(seasonDateSchema.safeParse(one).error, one.id).toBeUndefined()
    const ids = seasonDates.map((one) => one.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { id, estimate } of seasonDates) {
      if (estimate.rule !== 'from') continue
      const base = seasonDates.find((one) => one.id === estimate.of)
      expect(base?.estimate.rule, `${id} hangs on ${estimate.of}, which must be a date of its own`).not.toBe(
        'from',
      )
    }
  })

  // The third Friday of March in 2015, 2016, 2021, 2024 and 2026 (NRMP); estimates after that.
  it.each([
    [2015, '2015-03-20'],
    [2016, '2016-03-18'],
    [2021, '2021-03-19'],
    [2024, '2024-03-15'],
    [2026, '2026-03-20'],
    [2027, '2027-03-19'],
    [2028, '2028-03-17'],
  ])('Match Day of %i is %s', (season, date) => {
    expect(dateOf('match-day', { season })?.date).toBe(date)
  })

  it.each([
    [2021, '2021-03-03'],
    [2022, '2022-03-02'],
    [2023, '2023-03-01'],
    [2024, '2024-02-28'],
  ])(
    'the rank list deadline of %i is %s, which is also what the rule says: sixteen days before',
    (season, date) => {
      expect(dateOf('rank-list-deadline', { season })).toMatchObject({ date, state: 'confirmed' })
      const unpublished = seasonDates.map((one) => ({ ...one, confirmed: [] }))
      const estimated = listSeason(unpublished, student({ season }), [])
      expect(estimated.find((one) => one.id === 'rank-list-deadline')).toMatchObject({
        date,
        state: 'estimated',
      })
    },
  )

  it('are confirmed with their source where they were published, and marked as estimates where not', () => {
    expect(dateOf('eras-submission', { season: 2026 })).toMatchObject({
      date: '2025-09-03',
      state: 'confirmed',
      source: 'AAMC',
    })
    expect(dateOf('eras-submission')).toMatchObject({ date: '2026-09-02', state: 'estimated', source: '' })
    expect(dateOf('eras-opens')?.date).toBe('2026-06-03')
    expect(dateOf('eras-review', { season: 2026 })?.date).toBe('2025-09-24')
  })

  it('are the student’s own once edited, for that season alone; hidden ones go', () => {
    const edit = {
      schema: 1 as const,
      id: seasonEditId(2027, 'match-day'),
      hidden: false,
      date: '2027-03-18',
    }
    expect(dateOf('match-day', {}, [edit])).toMatchObject({ date: '2027-03-18', state: 'edited' })
    expect(dateOf('rank-list-deadline', {}, [edit])?.date).toBe('2027-03-02')
    expect(dateOf('match-day', { season: 2028 }, [edit])?.state).toBe('estimated')
    expect(dateOf('match-day', {}, [{ ...edit, hidden: true }])).toBeUndefined()
  })

  it('follow the specialty: ophthalmology, urology, obstetrics and emergency medicine have their own', () => {
    expect(dateOf('ophthalmology-rank', { specialties: ['Ophthalmology'], season: 2024 })?.date).toBe(
      '2024-01-30',
    )
    expect(dateOf('eras-submission', { specialties: ['Ophthalmology'] })).toBeUndefined()
    expect(dateOf('eras-submission', { specialties: ['Ophthalmology', 'Internal medicine'] })).toBeDefined()
    expect(dateOf('residencycas-submission', { specialties: ['OB-GYN'] })).toBeDefined()
    expect(dateOf('eras-submission', { specialties: ['Emergency Medicine'] })).toBeUndefined()
    expect(dateOf('urology-offers', { specialties: ['Urology'] })?.date).toBe('2026-10-24')
    expect(dateOf('eras-submission', { specialties: ['Urology'] })).toBeDefined()
    expect(dateOf('urology-offers')).toBeUndefined()
    expect(dateOf('eras-submission', { specialties: [] })).toBeDefined()
  })

  it('follow degree and service', () => {
    expect(dateOf('comlex-level-2')).toBeUndefined()
    expect(dateOf('comlex-level-2', { degree: 'DO' })).toBeDefined()
    expect(dateOf('military-result')).toBeUndefined()
    expect(dateOf('military-result', { isMilitary: true })?.date).toBe('2026-12-15')
  })

  it('come in order of time, every one a day that exists', () => {
    for (let season = 2024; season <= 2040; season += 1) {
      const all = listSeason(seasonDates, student({ season, specialties: ['Urology'], isMilitary: true }), [])
      for (const one of all) {
        expect(isLocalDate(one.date), `${one.id} ${one.date}`).toBe(true)
        if (one.to) expect(one.to > one.date).toBe(true)
      }
      expect(all.map((one) => one.date)).toEqual(all.map((one) => one.date).sort())
    }
  })
})

import { describe, expect, it } from 'vitest'
import { seasonDates } from '../../../seeds/season'
import { findLettersNeededOn } from '../../../src/domain/letters/needed-on'
import { listSeason, seasonEditId } from '../../../src/domain/season/list-season'

const student = { season: 2026, specialties: ['Internal Medicine'], degree: 'MD' as const, isMilitary: false }
const editOf = (id: string, parts: object) => ({
  schema: 1 as const,
  id: seasonEditId(2026, id),
  hidden: false,
  ...parts,
})

describe('the day letters are needed', () => {
  it('is the first on which programs read, as published', () => {
    expect(findLettersNeededOn(listSeason(seasonDates, student, []))).toMatchObject({
      id: 'eras-review',
      date: '2025-09-24',
      state: 'confirmed',
    })
  })

  it('is that of the system the specialty uses', () => {
    const season = (specialty: string) =>
      findLettersNeededOn(listSeason(seasonDates, { ...student, specialties: [specialty] }, []))?.id
    expect(season('Emergency Medicine')).toBe('residencycas-review')
    expect(season('Ophthalmology')).toBe('ophthalmology-release')
  })

  it('is the earlier one for somebody who applies in both', () => {
    const both = { ...student, season: 2025, specialties: ['Internal Medicine', 'Ophthalmology'] }
    const season = listSeason(seasonDates, both, [])
    const days = season.filter(({ id }) => /review|-release/.test(id)).map(({ date }) => date)
    expect(days.length).toBeGreaterThan(1)
    expect(findLettersNeededOn(season)?.date).toBe([...days].sort()[0])
  })

  it('follows the student’s own date, and is unknown when it is hidden', () => {
    const edited = [editOf('eras-review', { date: '2025-09-30' })]
    expect(findLettersNeededOn(listSeason(seasonDates, student, edited))?.date).toBe('2025-09-30')
    const hidden = [editOf('eras-review', { hidden: true })]
    expect(findLettersNeededOn(listSeason(seasonDates, student, hidden))).toBeNull()
  })
})

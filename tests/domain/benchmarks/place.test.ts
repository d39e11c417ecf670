import { describe, expect, it } from 'vitest'
import { createPlaceReader } from '../../../src/domain/benchmarks/place'

describe('where somebody is, seen from the student’s school', () => {
  const readPlace = createPlaceReader('Northbay University School of Medicine')

  it.each([
    ['Northbay University School of Medicine', 'home'],
    ['northbay university school of medicine', 'home'],
    ['Northbay University', 'home'],
    ['Department of Surgery, Northbay University, Northbay, OH', 'home'],
    ['University of Northbay', 'outside'],
    ['Cedar Valley Hospital', 'outside'],
    ['', 'unknown'],
    ['   ', 'unknown'],
  ] as const)('%j is %s', (institution, place) => {
    expect(readPlace(institution)).toBe(place)
    expect(readPlace(institution), 'and stays so when asked again').toBe(place)
  })

  it('is not known of anybody while the student has named no school', () => {
    expect(createPlaceReader('')('Cedar Valley Hospital')).toBe('unknown')
    expect(createPlaceReader('')('')).toBe('unknown')
  })

  it('goes by the whole name where a school’s name says nothing by itself', () => {
    const read = createPlaceReader('College of Medicine')
    expect(read('College of  Medicine')).toBe('home')
    expect(read('Northbay University')).toBe('outside')
  })

  it('does not take a word of an object for an institution', () => {
    expect(createPlaceReader('constructor')('toString')).toBe('outside')
  })
})

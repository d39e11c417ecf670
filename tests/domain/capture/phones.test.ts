import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPhones } from '../../../src/domain/capture/phones'

describe('a phone number', () => {
  it.each([
    ['(312) 555-0118', '(312) 555-0118'],
    ['Phone: 312-555-0118', '312-555-0118'],
    ['312.555.0118', '312.555.0118'],
    ['412/555-0125', '412/555-0125'],
    ['(615)555-0137', '(615)555-0137'],
    ['1-800-555-0100', '1-800-555-0100'],
    ['+1 312 555 0118', '+1 312 555 0118'],
    ['(312) 555-0118 ext. 385', '(312) 555-0118 ext. 385'],
    ['312-555-0118 x123', '312-555-0118 x123'],
    ['+44 20 7946 0958', '+44 20 7946 0958'],
    ['+49 (0)30 1234 5678', '+49 (0)30 1234 5678'],
    ['+852 3411 7000', '+852 3411 7000'],
    ['Office: 555-0118', '555-0118'],
    ['Tel 3125550118', '3125550118'],
  ])('in "%s" is "%s"', (text, phone) => expect(findPhones(text)).toEqual([phone]))
  it.each([
    'Fax: (312) 555-0118',
    'fax (312) 555-0118',
    'F: 312-555-0118',
    '312-555-0118 (fax)',
    'Pager 312-555-0118',
    'Chicago, IL 60612-7230',
    '2019-2021',
    'Vol. 123: 4567-4570',
    'PMID 31255501',
    '3125550118',
    '555-0118',
    '10.1234/555-0118-9999',
    'Room 123, 4567 Elm',
    '',
  ])('is not in "%s"', (text) => expect(findPhones(text)).toEqual([]))
  it('comes once, and before its fax', () =>
    expect(findPhones('Phone: 312-555-0118 | (312) 555-0118 | Fax: 312-555-0119')).toEqual(['312-555-0118']))
  it('is never found in endless digits, nor slowly', () => {
    expect(findPhones('1 '.repeat(100_000)).length).toBeLessThanOrEqual(10)
    fc.assert(fc.property(fc.string(), (text) => findPhones(text).every((one) => one.length <= 60)))
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPatientIdentifiers } from '../../../src/domain/guards/patient-identifiers'

const kindsIn = (text: string) => findPatientIdentifiers(text).map((one) => one.kind)

describe('what looks like a patient identifier', () => {
  it.each([
    ['The patient with MRN 00123456 taught me patience.', 'record-number'],
    ['medical record number: 1234567', 'record-number'],
    ['see chart #88213', 'record-number'],
    ['account no. A4411209', 'record-number'],
    ['SSN 123-45-6789', 'social-security'],
    ['DOB 3/4/1950', 'date-of-birth'],
    ['date of birth: March 4, 1950', 'date-of-birth'],
    ['She was born on 4 March and', 'date-of-birth'],
    ['admitted on 5/12 with sepsis', 'admission-date'],
    ['Admission date: 2028-05-12', 'admission-date'],
    ['was discharged May 14th', 'admission-date'],
    ['seen in clinic on June 3', 'admission-date'],
    ['the 92-year-old with heart failure', 'age-over-89'],
    ['a 94 yo man', 'age-over-89'],
    ['aged 101', 'age-over-89'],
    ['J.D. in room 412', 'initials-with-room'],
    ['Mr. K., bed 4', 'initials-with-room'],
    ['RT (rm 12B)', 'initials-with-room'],
  ])('%s', (text, kind) => {
    expect(kindsIn(text)).toEqual([kind])
  })

  it.each([
    'the case we discussed on rounds taught me to slow down',
    'the 89-year-old',
    'the 45-year-old with chest pain',
    'I interview on November 20 and would love tips on culture.',
    'My rotation runs from May 1 to June 23, 2028.',
    'Could we meet on 5/12, in room 412?',
    'My Step 2 score is 255, my AAMC ID went out with the form.',
    'a study of 91 patients over 95 days',
    'the ICU team met in room 12 of the library',
    'PMID 37165815, doi 10.1000/12345',
    'call me at 312-555-0118',
    'in case 12 students sign up',
    'at age 90 days the mice were weighed',
    '',
  ])('is not seen in: %s', (text) => {
    expect(kindsIn(text)).toEqual([])
  })

  it('is named once, with its place', () => {
    const text = 'Thank you! MRN: 00123456, DOB 3/4/1950.'
    expect(findPatientIdentifiers(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'MRN: 00123456',
      'DOB 3/4/1950',
    ])
  })

  it('never throws, and long texts are read quickly enough to type in', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2000 }), (text) => {
        for (const { start, end } of findPatientIdentifiers(text))
          expect(start < end && end <= text.length).toBe(true)
      }),
    )
    expect(findPatientIdentifiers(`${'1/'.repeat(50_000)}`)).toEqual([])
    expect(findPatientIdentifiers(`${'room '.repeat(20_000)}`)).toEqual([])
  })
})

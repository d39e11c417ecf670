import { describe, expect, it } from 'vitest'
import { isDepartment, isInstitution } from '../../../src/domain/faculty/places'

describe('a department', () => {
  it.each([
    'Department of Medicine',
    'Division of Cardiovascular Medicine',
    'Section of Rheumatology',
    'Dept of Computer Science',
    'Cardiology',
    'Internal Medicine',
    'Periodontics',
    'Oral Biology',
    'Obstetrics and Gynecology',
    'Neurosurgery',
    'Civil and Materials Engineering',
    'Computer Science',
    'Physical Therapy',
    'Otolaryngology – Head and Neck Surgery',
    'University Library',
    'Office of the Dean',
    'Emergency Medicine',
    'Infectious Diseases',
    'Population Health Sciences',
    'Family and Community Medicine',
  ])('%s is one', (text) => expect(isDepartment(text)).toBe(true))
  it.each([
    'Ann Bell',
    'She works in the department of surgery',
    'We offer a program in surgery',
    'Professor',
    '',
    'Contact',
    `Department ${'x'.repeat(300)}`,
  ])('"%s" is none', (text) => expect(isDepartment(text)).toBe(false))
})

describe('an institution', () => {
  it.each([
    'University of Elmira Falls',
    'Elm College of Medicine',
    'School of Nursing',
    'St. Bride’s Hospital',
    'Northfield Clinic',
    'Institute for Aging',
    'Westover Medical Center',
    'Lakeside Health System',
    'The University of Ashby',
    'Univ. of Ashby',
    'Georgia Institute of Technology',
    'Children’s Hospital of Norwick',
  ])('%s is one', (text) => expect(isInstitution(text)).toBe(true))
  it.each([
    'Ann Bell',
    'Department of Medicine',
    'Professor of Surgery',
    'our hospital',
    '',
    'Visit our clinic',
  ])('"%s" is none', (text) => expect(isInstitution(text)).toBe(false))
})

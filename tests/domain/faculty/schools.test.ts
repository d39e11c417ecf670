import { describe, expect, it } from 'vitest'
import { findSchoolOfHost } from '../../../src/domain/faculty/schools'

describe('the school of a host', () => {
  it.each([
    ['www.ucsf.edu', 'University of California, San Francisco'],
    ['cardiology.medicine.yale.edu', 'Yale University'],
    ['ECU.EDU', 'East Carolina University'],
    ['www.hopkinsmedicine.org', 'Johns Hopkins University'],
    ['mayo.edu', 'Mayo Clinic'],
  ])('%s is %s', (host, school) => expect(findSchoolOfHost(host)).toBe(school))
  it.each(['', 'edu', 'example.org', 'yale.com', 'notyale.edu', 'yale.edu.example.net', 'constructor.edu'])(
    '%s is not known',
    (host) => expect(findSchoolOfHost(host)).toBe(''),
  )
})

import { describe, expect, it } from 'vitest'
import { readInstitution } from '../../../../src/extractors/generic/profile/find-institution'
import { firstPerson, readHtml } from '../page-files'

describe('the institution that a text names', () => {
  it.each([
    ['Elm Hollow University', 'Elm Hollow University', 3],
    ['University of Ashby', 'University of Ashby', 3],
    ['University of Ashby at Northport (UAN) College of Dentistry', 'University of Ashby at Northport', 3],
    ['Univ. of Ashby', 'University of Ashby', 3],
    ['Elm Hollow University School of Medicine', 'Elm Hollow University', 3],
    ['College of Nursing, University of Ashby', 'University of Ashby', 3],
    ['© 2024 Elm Hollow University. All rights reserved.', 'Elm Hollow University', 3],
    ['© 2020 The Board of Trustees of the University of Ashby', 'University of Ashby', 3],
    ['Brackenridge Health Sciences University', 'Brackenridge Health Sciences University', 3],
    ['University of California, San Dimas', 'University of California, San Dimas', 3],
    ['Ashby Institute of Technology', 'Ashby Institute of Technology', 3],
    ['HARROW UNIVERSITY', 'Harrow University', 3],
    ['St. Bride’s Hospital', 'St. Bride’s Hospital', 2],
    ['Ashby Medical School', 'Ashby Medical School', 2],
    ['College of Nursing', 'College of Nursing', 1],
    ['School of Medicine', 'School of Medicine', 1],
  ])('"%s" is %s', (text, name, level) => expect(readInstitution(text)).toEqual({ name, level }))
  it.each(['', 'Ann Bell', 'Contact us', '12 Elm Street'])('"%s" names none', (text) =>
    expect(readInstitution(text)).toBeNull(),
  )
})

const person = (body: string, url: string, title = 'Ann Bell, MD') =>
  firstPerson(
    readHtml(
      `<title>${title}</title><h1>Ann Bell, MD</h1><p>Professor of Surgery</p><p>ann.bell@some.edu</p>${body}`,
      url,
    ),
  )

describe('the institution of a person', () => {
  it('is the one a known host belongs to, to be checked while the page does not name it', () => {
    const one = person('', 'https://surgery.med.ufl.edu/people/ann-bell')
    expect(one.institution).toBe('University of Florida')
    expect(one.provenance.institution).toMatchObject({ source: 'page.host', certainty: 'check' })
    expect(
      person('<footer>University of Florida</footer>', 'https://surgery.med.ufl.edu/people/ann-bell')
        .provenance.institution?.certainty,
    ).toBe('stated')
  })
  it('is the hospital a label names, whatever the host', () =>
    expect(
      person('<p>Institution: St. Bride’s Hospital</p>', 'https://med.ufl.edu/people/ann-bell').institution,
    ).toBe('St. Bride’s Hospital'))
  it('is never where the degrees come from', () =>
    expect(
      person(
        '<h2>Education</h2><p>PhD, University of Ashby</p>',
        'https://elmhollow.edu/people/ann-bell',
        'Ann Bell',
      ).institution,
    ).toBe(''))
  it('is taken from the site’s title', () =>
    expect(
      person('', 'https://x.edu/people/ann-bell', 'Ann Bell | Surgery | Elm Hollow University').institution,
    ).toBe('Elm Hollow University'))
})

import { describe, expect, it } from 'vitest'
import { personDraftSchema } from '../../../../src/domain/person/person'
import { sources } from '../../../../src/ui/shared/words/en'
import { firstPerson, listPages, readExpected, readPage } from '../page-files'

interface Expected {
  url: string
  name: string
  credentials: string[]
  /** All titles, or one that must be among them. */
  titles?: string[]
  title?: string
  /** Words that the department must hold. */
  department: string
  institution: string
  /** Addresses that may be taken without asking; no other may. */
  emails: string[]
  phones?: string[]
  topics?: string[]
  publications?: string[]
  orcid?: string
  link?: string
}

const pages = listPages('profiles').map((name) => [name, readExpected<Expected>('profiles', name)] as const)

describe.each(pages)('the profile %s', (name, expected) => {
  const reading = readPage('profiles', name, expected.url)

  it('is the profile of one person', () => {
    expect(reading.kind).toBe('person')
    expect(reading.drafts).toHaveLength(1)
    expect(personDraftSchema.safeParse(firstPerson(reading)).success).toBe(true)
  })

  it('gives name and degrees', () => {
    const { names, credentials } = firstPerson(reading)
    const written = names.shown.includes(',')
      ? [names.given, names.middle, names.family, names.suffix].filter(Boolean).join(' ')
      : names.shown
    expect(written).toBe(expected.name)
    expect(credentials).toEqual(expected.credentials)
  })

  it('gives titles, department and institution', () => {
    const { titles, department, institution } = firstPerson(reading)
    if (expected.titles) expect(titles).toEqual(expected.titles)
    if (expected.title) expect(titles).toContain(expected.title)
    expect(department).toContain(expected.department)
    expect(institution).toBe(expected.institution)
  })

  it('takes no address for certain but the person’s own', () => {
    const { emails } = firstPerson(reading)
    expect(emails.filter((one) => one.certain).map((one) => one.address)).toEqual(expected.emails)
  })

  it('gives what else it prints', () => {
    const person = firstPerson(reading)
    if (expected.phones) expect(person.phones).toEqual(expected.phones)
    if (expected.topics) expect(person.topics).toEqual(expected.topics)
    if (expected.publications)
      expect(person.publications.map((one) => one.title)).toEqual(expected.publications)
    if (expected.orcid) expect(person.links.map((one) => one.url)).toContain(expected.orcid)
    if (expected.link) expect(person.links[0]).toEqual({ kind: 'profile', url: expected.link })
  })

  it('says of every value where it was read, in words the student knows', () => {
    const person = firstPerson(reading)
    for (const field of ['credentials', 'titles', 'department', 'institution', 'emails', 'phones'] as const) {
      if (person[field].length) expect(person.provenance[field]).toBeDefined()
    }
    for (const { source, url } of Object.values(person.provenance)) {
      expect(Object.keys(sources)).toContain(source)
      expect(url).toBe(expected.url)
    }
  })
})

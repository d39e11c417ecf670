import { describe, expect, it } from 'vitest'
import { personDraftSchema } from '../../../../src/domain/person/person'
import { sources } from '../../../../src/ui/shared/words/en'
import { listingFixtures, readListing, sayName } from './listing-fixtures'

const directories = listingFixtures.filter((page) => page.people.length)
const others = listingFixtures.filter((page) => page.people.length === 0)

describe('directories of our own making', { timeout: 60_000 }, () => {
  it('are at least 25, and at least 12 pages are none', () => {
    expect(directories.length).toBeGreaterThanOrEqual(25)
    expect(others.length).toBeGreaterThanOrEqual(12)
  })

  for (const page of directories) {
    it(`gives everybody and nobody else: ${page.layout}`, () => {
      const { people, more, strength } = readListing(page.html, page.url)
      const found = people.map(({ person }) => person)
      for (const draft of found) {
        expect(personDraftSchema.safeParse(draft).error?.issues).toBeUndefined()
        for (const said of Object.values(draft.provenance)) expect(sources[said?.source ?? '']).toBeTruthy()
      }
      const names = found.map((draft) => sayName(draft.names))
      const expected = page.people.map(
        (person) => person.name ?? names.find((name) => name.includes(person.contains ?? '?')) ?? 'missing',
      )
      const fold = (all: string[]) => all.map((name) => name.toLowerCase()).sort()
      expect(fold(names)).toEqual(fold(expected))
      expect(strength).toBeGreaterThanOrEqual(0.5)
      for (const [index, person] of page.people.entries()) {
        const draft = found[names.findIndex((name) => name.toLowerCase() === expected[index]?.toLowerCase())]
        if (!draft) expect.unreachable()
        const who = expected[index]
        if (person.titles) expect({ who, titles: draft.titles }).toEqual({ who, titles: person.titles })
        if (person.dept !== undefined)
          expect({ who, dept: draft.department }).toEqual({ who, dept: person.dept })
        if (person.cred) expect({ who, cred: draft.credentials }).toEqual({ who, cred: person.cred })
        if (person.phone) expect({ who, phones: draft.phones }).toEqual({ who, phones: [person.phone] })
        if (person.link) expect({ who, link: draft.links[0]?.url }).toEqual({ who, link: person.link })
        if (person.mail !== undefined) {
          const certain = draft.emails.filter((email) => email.certain).map((email) => email.address)
          expect({ who, certain }).toEqual({ who, certain: person.mail ? [person.mail] : [] })
        }
      }
      if (page.more !== undefined) expect(more).toEqual({ type: 'more', url: page.more })
    })
  }
})

describe('pages that are no directories', { timeout: 60_000 }, () => {
  for (const page of others) {
    it(`offer nothing: ${page.layout}`, () => {
      const { people, strength } = readListing(page.html, page.url)
      expect({
        strength: strength < 0.5,
        people: people.map(({ person }) => person.names.shown),
      }).toMatchObject({
        strength: true,
      })
    })
  }
})

import type { FoundPerson } from '../../src/extractors/extractor'
import { extractors, withoutSites } from '../../src/extractors/registry'
import { collectDrafts } from '../../src/extractors/run-extractors'

// Runs inside the saved page. Bundled by scripts/extract.mjs; the value of the last expression goes back to Node.

/**
 * Given name first: "Doe, Jane" as printed becomes "Jane Doe". "DOE, Jane" stays: capitals tell the family name wherever it
 * stands, and corpora keep that form.
 */
function writeName({ names }: FoundPerson['person']): string {
  if (!names.shown.includes(',') || !names.given) return names.shown
  const isFamilySet = /^[\p{Lu}\p{M}' -]{2,},/u.test(names.shown) && /\p{Ll}/u.test(names.given)
  if (isFamilySet) return names.shown
  return [names.given, names.middle, names.family, names.suffix].filter(Boolean).join(' ')
}

/** What the readers make of the page, in the form that corpora are scored in. `isBare` leaves the readers of sites out. */
export function readPage(href: string, isBare: boolean) {
  const reading = collectDrafts(document, new URL(href), isBare ? withoutSites : extractors)
  const people = reading.drafts.flatMap((draft) => {
    if (draft.type !== 'person') return []
    const { person } = draft
    return [
      {
        name: writeName(person),
        credentials: person.credentials,
        titles: person.titles,
        department: person.department,
        institution: person.institution,
        emails: person.emails,
        phones: person.phones,
        profileUrl: person.links.find((link) => link.kind === 'profile')?.url ?? '',
        affiliations: draft.printedAffiliations.length ? draft.printedAffiliations : person.affiliations,
        collective: draft.collective,
        publications: person.publications.map(({ title, pmid, doi }) => ({ title, pmid, doi })),
      },
    ]
  })
  const publications = reading.drafts.flatMap((draft) => {
    if (draft.type !== 'publication') return []
    const { title, pmid, doi, journal, year, authors } = draft.publication
    return [{ title, pmid, doi, journal, year, authors }]
  })
  return { kind: reading.kind, people, publications }
}

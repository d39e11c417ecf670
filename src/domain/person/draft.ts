import type { Names, PersonDraft, PersonInput } from './person'

// Apart from the schemas, so that page readers do not carry zod into every page.

/** A draft with nothing in it but a name. */
export function emptyDraft(names: Names): PersonDraft {
  return {
    names,
    credentials: [],
    titles: [],
    department: '',
    institution: '',
    affiliations: [],
    emails: [],
    phones: [],
    links: [],
    topics: [],
    publications: [],
    provenance: {},
  }
}

/** A draft plus empty answers of the student. */
export function toPersonInput(draft: PersonDraft): PersonInput {
  return {
    ...draft,
    roles: [],
    positions: [],
    mentor: 'none',
    whereMet: '',
    detail: '',
    note: '',
    studentFriendly: { answer: 'unknown', saidBy: '' },
    canWriteLetter: false,
    tags: [],
  }
}

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

/**
 * A name as somebody typed it, not taken apart yet: a page script leaves that to the worker, which has the rules of names
 * at hand. See `isUnreadName`.
 */
export function makeUnreadName(shown: string): Names {
  return { given: '', middle: '', family: '', suffix: '', shown }
}

/** True for a name that nobody took apart; a name of one word is a family name, so a read one is never like this. */
export function isUnreadName(names: Names): boolean {
  return names.given === '' && names.family === ''
}

import { isEmailAddress } from '../../domain/guards/email'
import { cleanLine } from '../../domain/guards/text'
import { makeUnreadName, toPersonInput } from '../../domain/person/draft'
import type {
  CapturedField,
  Link,
  PersonDraft,
  PersonInput,
  Provenance,
  Publication,
  Role,
} from '../../domain/person/person'

/** What stands in the panel's fields. Text is as typed; it is cleaned on the way out. */
export interface PersonForm {
  name: string
  /** Separated by commas. */
  credentials: string
  /** One a line. */
  titles: string
  department: string
  institution: string
  /** One affiliation a line. */
  affiliations: string
  email: string
  /** Addresses whose owner the page does not make certain, with the student's tick. */
  offered: { address: string; ticked: boolean }[]
  /** One a line. */
  phones: string
  links: { link: Link; ticked: boolean }[]
  /** Separated by commas. */
  topics: string
  papers: {
    publication: Publication
    ticked: boolean
    note: 'namesake' | 'unsure' | null
    noteName: string
  }[]
  /** null leaves the role open. */
  role: Role | null
  /** The student chose the role: it is no proposal any more. */
  isRoleChosen: boolean
  whereMet: string
  detail: string
  /** Fields the student has changed: what is read later never overwrites them. */
  edited: ReadonlySet<EditedField>
}

/** Fields of the form that the student types into. */
export type EditedField = Exclude<CapturedField, 'links' | 'publications'>

/** A form filled from a draft, with no answer of the student's yet but the proposed role. */
export function fillForm(draft: PersonDraft, papers: PersonForm['papers'], role: Role | null): PersonForm {
  return {
    name: draft.names.shown,
    credentials: draft.credentials.join(', '),
    titles: draft.titles.join('\n'),
    department: draft.department,
    institution: draft.institution,
    affiliations: draft.affiliations.join('\n'),
    email: draft.emails.find((email) => email.certain)?.address ?? '',
    offered: offerEmails(draft, []),
    phones: draft.phones.join('\n'),
    links: draft.links.map((link) => ({ link, ticked: true })),
    topics: draft.topics.join(', '),
    papers,
    role,
    isRoleChosen: false,
    whereMet: '',
    detail: '',
    edited: new Set(),
  }
}

/** The form with what the articles of an author page added, leaving alone whatever the student changed. */
export function refillForm(form: PersonForm, draft: PersonDraft): PersonForm {
  const read = fillForm(draft, form.papers, form.role)
  return {
    ...form,
    name: form.edited.has('name') ? form.name : read.name,
    affiliations: form.edited.has('affiliations') ? form.affiliations : read.affiliations,
    email: form.edited.has('emails') ? form.email : read.email,
    offered: offerEmails(draft, form.offered),
  }
}

function offerEmails(draft: PersonDraft, before: PersonForm['offered']): PersonForm['offered'] {
  return draft.emails
    .filter((email) => !email.certain)
    .map(({ address }) => ({ address, ticked: before.some((one) => one.address === address && one.ticked) }))
}

/** What is wrong with the form, by field; empty when it can be saved. */
export function findProblems(form: PersonForm): { name?: true; email?: true } {
  return {
    ...(cleanLine(form.name, 240) === '' && { name: true as const }),
    ...(form.email.trim() !== '' && !isEmailAddress(form.email.trim()) && { email: true as const }),
  }
}

const typed: Provenance = { source: 'typed', url: '', certainty: 'typed', at: '' }

/**
 * The form as what is saved: text cleaned, ticked papers and links only, ticked addresses confirmed. Fields that cannot
 * be saved (see `findProblems`) are left out. A typed name is left to the worker to be taken apart.
 */
export function readForm(form: PersonForm, draft: PersonDraft): PersonInput {
  const { edited } = form
  const shown = cleanLine(form.name, 240)
  const email = form.email.trim()
  const ticked = form.offered.filter((one) => one.ticked).map((one) => one.address)
  // A second address that the page states goes along: it has no field of its own.
  const others = edited.has('emails')
    ? []
    : draft.emails.filter((one) => one.certain).map((one) => one.address)
  const addresses = [...new Set([...(isEmailAddress(email) ? [email] : []), ...others, ...ticked])]
  const lines = (text: string, separator: RegExp, max: number, count: number) =>
    text
      .split(separator)
      .flatMap((line) => cleanLine(line, max) || [])
      .slice(0, count)
  // What was not typed into stays as it was read: a comma inside a topic or a degree is no separator.
  const keep = <T>(field: EditedField, read: T, typedIn: () => T): T => (edited.has(field) ? typedIn() : read)
  const input: PersonInput = {
    ...toPersonInput(draft),
    names: keep('name', draft.names, () => makeUnreadName(shown)),
    credentials: keep('credentials', draft.credentials, () => lines(form.credentials, /[,\n]/, 40, 20)),
    titles: keep('titles', draft.titles, () => lines(form.titles, /\n/, 300, 20)),
    department: cleanLine(form.department, 300),
    institution: cleanLine(form.institution, 300),
    affiliations: lines(form.affiliations, /\n/, 1000, 20),
    emails: addresses.slice(0, 10).map((address) => ({ address, certain: true })),
    phones: keep('phones', draft.phones, () => lines(form.phones, /\n/, 60, 10)),
    links: form.links.filter((one) => one.ticked).map((one) => one.link),
    topics: keep('topics', draft.topics, () => lines(form.topics, /[,;\n]/, 120, 40)),
    publications: form.papers
      .filter((paper) => paper.ticked)
      .map((paper) => paper.publication)
      .slice(0, 2000),
    roles: form.role ? [form.role] : [],
    whereMet: cleanLine(form.whereMet, 300),
    detail: cleanLine(form.detail, 500),
    provenance: { ...draft.provenance },
  }
  for (const field of emptyable) {
    if (input[field].length === 0) delete input.provenance[field]
    else if (edited.has(field as EditedField) && !(field === 'emails' && ticked.length > 0)) {
      input.provenance[field] = typed
    }
  }
  if (edited.has('name')) input.provenance.name = typed
  return input
}

/** Captured fields that may be empty. */
const emptyable = [
  'credentials',
  'titles',
  'department',
  'institution',
  'affiliations',
  'emails',
  'phones',
  'links',
  'topics',
  'publications',
] as const satisfies readonly CapturedField[]

/**
 * A person's papers as they are offered: ticked. Rows of a PubMed search in which nobody of the name stands are not, and
 * say so.
 */
export function offerPapers(publications: readonly Publication[], isSearch: boolean): PersonForm['papers'] {
  return publications.map((publication) => {
    const fits = !isSearch || publication.position !== null
    return { publication, ticked: fits, note: fits ? null : 'unsure', noteName: '' }
  })
}

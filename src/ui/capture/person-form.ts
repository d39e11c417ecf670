import { isEmailAddress } from '../../domain/guards/email'
import { cleanLine } from '../../domain/guards/text'
import { parseName } from '../../domain/names/parse-name'
import { toPersonInput } from '../../domain/person/draft'
import type {
  CapturedField,
  PersonDraft,
  PersonInput,
  Provenance,
  Publication,
  Role,
} from '../../domain/person/person'

/** What stands in the panel's fields. Text is as typed; it is cleaned on the way out. */
export interface PersonForm {
  name: string
  /** One affiliation a line. */
  affiliations: string
  email: string
  /** Addresses whose owner the page does not make certain, with the student's tick. */
  offered: { address: string; ticked: boolean }[]
  papers: {
    publication: Publication
    ticked: boolean
    note: 'namesake' | 'unsure' | null
    noteName: string
  }[]
  role: Role
  whereMet: string
  detail: string
  /** Fields the student has changed: what is read later never overwrites them. */
  edited: ReadonlySet<'name' | 'affiliations' | 'email'>
}

/** A form filled from a draft, with no answer of the student's yet. */
export function fillForm(draft: PersonDraft, papers: PersonForm['papers']): PersonForm {
  return {
    name: draft.names.shown,
    affiliations: draft.affiliations.join('\n'),
    email: draft.emails.find((email) => email.certain)?.address ?? '',
    offered: offerEmails(draft, []),
    papers,
    // Whoever is found on PubMed does research; the choice stands in view and is one key away from another.
    role: 'faculty-researcher',
    whereMet: '',
    detail: '',
    edited: new Set(),
  }
}

/** The form with what was read since, leaving alone whatever the student changed. */
export function refillForm(form: PersonForm, draft: PersonDraft): PersonForm {
  const read = fillForm(draft, form.papers)
  return {
    ...form,
    name: form.edited.has('name') ? form.name : read.name,
    affiliations: form.edited.has('affiliations') ? form.affiliations : read.affiliations,
    email: form.edited.has('email') ? form.email : read.email,
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
 * The form as what is saved: text cleaned, ticked papers only, ticked addresses confirmed. Fields that cannot be saved
 * (see `findProblems`) are left out.
 */
export function readForm(form: PersonForm, draft: PersonDraft): PersonInput {
  const shown = cleanLine(form.name, 240)
  const email = form.email.trim()
  const ticked = form.offered.filter((one) => one.ticked).map((one) => one.address)
  const addresses = [...new Set([...(isEmailAddress(email) ? [email] : []), ...ticked])]
  const affiliations = form.affiliations.split('\n').flatMap((line) => cleanLine(line, 1000) || [])
  const publications = form.papers.filter((paper) => paper.ticked).map((paper) => paper.publication)
  const provenance = { ...draft.provenance }
  const settle = (field: CapturedField, isEdited: boolean, isEmpty: boolean) => {
    if (isEmpty) delete provenance[field]
    else if (isEdited) provenance[field] = typed
  }
  settle('name', form.edited.has('name'), false)
  settle('affiliations', form.edited.has('affiliations'), affiliations.length === 0)
  settle('emails', form.edited.has('email') && ticked.length === 0, addresses.length === 0)
  settle('publications', false, publications.length === 0)
  return {
    ...toPersonInput(draft),
    names: form.edited.has('name') ? parseName(shown) : draft.names,
    affiliations: affiliations.slice(0, 20),
    emails: addresses.slice(0, 10).map((address) => ({ address, certain: true })),
    publications: publications.slice(0, 2000),
    provenance,
    roles: [form.role],
    whereMet: cleanLine(form.whereMet, 300),
    detail: cleanLine(form.detail, 500),
  }
}

/**
 * A person's papers as they are offered: ticked, except those in which nobody of the name stands, which say so.
 */
export function offerPapers(publications: readonly Publication[]): PersonForm['papers'] {
  return publications.map((publication) => {
    const fits = publication.position !== null
    return { publication, ticked: fits, note: fits ? null : 'unsure', noteName: '' }
  })
}

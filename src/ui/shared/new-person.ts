import type { LocalDate } from '../../domain/dates'
import { cleanLine } from '../../domain/guards/text'
import { parseNameAndCredentials } from '../../domain/names/parse-name'
import { emptyDraft, toPersonInput } from '../../domain/person/draft'
import { toMatchQuery } from '../../domain/person/match-query'
import type { PersonInput, Position, Provenance, Role } from '../../domain/person/person'
import type { TouchInput } from '../../domain/touch/touch'

/** What the student typed into the short form. */
export interface NewPerson {
  name: string
  role: Role | ''
  position: Position | ''
  whereMet: string
  detail: string
  email: string
}

const typed: Provenance = { source: 'typed', url: '', certainty: 'typed', at: '' }

/** The short form as what the log keeps. Degrees typed behind the name are taken apart from it. */
export function toNewPersonInput(form: NewPerson): PersonInput {
  const { names, credentials } = parseNameAndCredentials(cleanLine(form.name, 240))
  const email = form.email.trim()
  return {
    ...toPersonInput(emptyDraft(names)),
    credentials,
    roles: form.role ? [form.role] : [],
    positions: form.position ? [form.position] : [],
    whereMet: cleanLine(form.whereMet, 300),
    detail: cleanLine(form.detail, 500),
    emails: email ? [{ address: email, certain: true }] : [],
    provenance: {
      name: typed,
      ...(credentials.length > 0 && { credentials: typed }),
      ...(email && { emails: typed }),
    },
  }
}

/** The touch of "we met today". */
export function toMetToday(personId: string, today: LocalDate, zone: string): TouchInput {
  return {
    personId,
    date: today,
    zone,
    kind: 'met',
    direction: 'both',
    templateId: '',
    note: '',
    outcome: null,
    thread: '',
    pmid: '',
    scheduled: false,
  }
}

/** What to ask the log before a new person is made of `input`. */
export function toKnownQuery(input: PersonInput) {
  const { names, emails, pmids, affiliations } = toMatchQuery(input)
  return { names, emails: [...emails], pmids: [...pmids], affiliations: [...affiliations] }
}

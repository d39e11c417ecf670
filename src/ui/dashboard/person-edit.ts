import { isEmailAddress } from '../../domain/guards/email'
import { isSafeLink } from '../../domain/guards/links'
import { cleanLine, cleanText } from '../../domain/guards/text'
import type {
  CapturedField,
  Link,
  Mentor,
  Person,
  PersonInput,
  Position,
  Provenance,
  Role,
} from '../../domain/person/person'
import { dashboard } from '../shared/words/en'
import { say } from '../shared/words/say'

/** A person as the edit form holds them: lists are text, one entry a line. */
export interface PersonEdit {
  shown: string
  given: string
  middle: string
  family: string
  suffix: string
  credentials: string
  titles: string
  department: string
  institution: string
  affiliations: string
  /** One address a line; `sure` holds those whose owner is certain. */
  emails: string
  sure: ReadonlySet<string>
  phones: string
  links: string
  topics: string
  roles: ReadonlySet<Role>
  positions: ReadonlySet<Position>
  mentor: Mentor
  whereMet: string
  detail: string
  note: string
  friendly: 'unknown' | 'yes' | 'no'
  saidBy: string
  canWriteLetter: boolean
  tags: string
}

export type PersonProblems = Partial<Record<'shown' | 'emails' | 'links', string>>

/** The form of a stored person. */
export function fillPersonEdit(person: Person): PersonEdit {
  const { names } = person
  return {
    ...names,
    credentials: person.credentials.join('\n'),
    titles: person.titles.join('\n'),
    department: person.department,
    institution: person.institution,
    affiliations: person.affiliations.join('\n'),
    emails: person.emails.map((email) => email.address).join('\n'),
    sure: new Set(person.emails.filter((email) => email.certain).map((email) => email.address)),
    phones: person.phones.join('\n'),
    links: person.links.map((link) => link.url).join('\n'),
    topics: person.topics.join('\n'),
    roles: new Set(person.roles),
    positions: new Set(person.positions),
    mentor: person.mentor,
    whereMet: person.whereMet,
    detail: person.detail,
    note: person.note,
    friendly: person.studentFriendly.answer,
    saidBy: person.studentFriendly.saidBy,
    canWriteLetter: person.canWriteLetter,
    tags: person.tags.join('\n'),
  }
}

/**
 * The edited person, and what is wrong. Publications stay as they are. A captured field that was changed is marked as
 * typed by the student; one that was not keeps where it came from.
 */
export function readPersonEdit(
  edit: PersonEdit,
  before: Person,
): { input: PersonInput; problems: PersonProblems } {
  const problems: PersonProblems = {}
  const shown = cleanLine(edit.shown, 240)
  if (shown === '') problems.shown = dashboard.nameMissing
  const addresses = splitLines(edit.emails, 254, 10)
  const wrongEmail = addresses.find((address) => !isEmailAddress(address))
  if (wrongEmail) problems.emails = say(dashboard.emailWrong, { address: wrongEmail })
  const urls = splitLines(edit.links, 2000, 20)
  const wrongLink = urls.find((url) => !isSafeLink(url))
  if (wrongLink) problems.links = say(dashboard.linkWrong, { address: cleanLine(wrongLink, 80) })

  const known = new Map(before.links.map((link) => [link.url, link.kind]))
  const input: PersonInput = {
    names: {
      shown,
      given: cleanLine(edit.given, 120),
      middle: cleanLine(edit.middle, 120),
      family: cleanLine(edit.family, 120),
      suffix: cleanLine(edit.suffix, 40),
    },
    credentials: splitLines(edit.credentials, 40, 20),
    titles: splitLines(edit.titles, 300, 20),
    department: cleanLine(edit.department, 300),
    institution: cleanLine(edit.institution, 300),
    affiliations: splitLines(edit.affiliations, 1000, 20),
    emails: addresses.map((address) => ({ address, certain: edit.sure.has(address) })),
    phones: splitLines(edit.phones, 60, 10),
    links: urls.map((url): Link => ({ kind: known.get(url) ?? 'other', url })),
    topics: splitLines(edit.topics, 120, 40),
    publications: before.publications,
    provenance: {},
    roles: [...edit.roles],
    positions: [...edit.positions],
    mentor: edit.mentor,
    whereMet: cleanLine(edit.whereMet, 300),
    detail: cleanLine(edit.detail, 500),
    note: cleanText(edit.note, 5000),
    studentFriendly: { answer: edit.friendly, saidBy: cleanLine(edit.saidBy, 240) },
    canWriteLetter: edit.canWriteLetter,
    tags: splitLines(edit.tags, 60, 40),
    ...(before.rhythmWeeks !== undefined && { rhythmWeeks: before.rhythmWeeks }),
  }
  input.provenance = markTyped(before, input)
  return { input, problems }
}

const typed: Provenance = { source: 'typed', url: '', certainty: 'typed', at: '' }

function markTyped(before: Person, after: PersonInput): PersonInput['provenance'] {
  const provenance = { ...before.provenance }
  const pairs: [CapturedField, unknown, unknown][] = [
    ['name', before.names, after.names],
    ['credentials', before.credentials, after.credentials],
    ['titles', before.titles, after.titles],
    ['department', before.department, after.department],
    ['institution', before.institution, after.institution],
    ['affiliations', before.affiliations, after.affiliations],
    ['emails', before.emails, after.emails],
    ['phones', before.phones, after.phones],
    ['links', before.links, after.links],
    ['topics', before.topics, after.topics],
  ]
  for (const [field, old, now] of pairs) {
    if (!isEqual(old, now)) provenance[field] = typed
  }
  return provenance
}

/** Equal as data, whatever the order of the fields. */
function isEqual(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => isEqual(item, b[index]))
  }
  if (typeof a === 'object' && a !== null && typeof b === 'object' && b !== null) {
    const keys = new Set([...Object.keys(a), ...Object.keys(b)])
    return [...keys].every((key) =>
      isEqual((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
    )
  }
  return a === b
}

function splitLines(text: string, longest: number, most: number): string[] {
  const lines = text
    .split('\n')
    .map((line) => cleanLine(line, longest))
    .filter(Boolean)
  return [...new Set(lines)].slice(0, most)
}

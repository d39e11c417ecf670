import { fitLocalPart, foldName, readLocalPart } from '../domain/capture/email-owner'
import { compareNames, nameKey } from '../domain/names/compare-names'
import { foldText } from '../domain/names/fold'
import type { CapturedField, Email, Names, PersonDraft, Provenance } from '../domain/person/person'

/**
 * What two readings of one person say together, field by field: what `trusted` says stands, and what it leaves empty
 * `other` fills in. Where both say something and it does not agree, the value is offered as a guess. Each value keeps the
 * provenance of the reading it came from. Neither argument is changed; the result fits the schema when both do.
 */
export function joinDrafts(trusted: PersonDraft, other: PersonDraft): PersonDraft {
  const joined: PersonDraft = { ...trusted, provenance: { ...trusted.provenance } }
  const { provenance } = joined

  const take = (field: CapturedField) => {
    const from = other.provenance[field]
    if (from) provenance[field] = from
    else delete provenance[field]
  }
  const doubt = (field: CapturedField) => {
    const from = provenance[field]
    if (from) provenance[field] = { ...from, certainty: 'check' } satisfies Provenance
  }

  const match = compareNames(trusted.names, other.names)
  if (match === 'different') doubt('name')
  else if (measureName(other.names) > measureName(trusted.names)) {
    joined.names = other.names
    take('name')
  }

  for (const field of ['department', 'institution'] as const) {
    if (!joined[field]) {
      joined[field] = other[field]
      take(field)
    } else if (other[field] && !isOneInOther(foldWhole(joined[field]), foldWhole(other[field]))) doubt(field)
  }

  for (const field of ['credentials', 'titles'] as const) {
    const [own, extra] = [joined[field].map(foldWhole), other[field].map(foldWhole)]
    const isWithin = (few: string[], many: string[]) =>
      few.every((one) => many.some((whole) => (field === 'titles' ? whole.includes(one) : whole === one)))
    // The same words and more: the fuller list agrees with the other.
    if (own.length < extra.length && isWithin(own, extra)) {
      joined[field] = other[field]
      take(field)
    } else if (extra.length && !isWithin(extra, own) && !isWithin(own, extra)) doubt(field)
  }

  for (const field of ['affiliations', 'phones', 'topics', 'publications'] as const) {
    if (joined[field].length || !other[field].length) continue
    Object.assign(joined, { [field]: other[field] })
    take(field)
  }

  const urls = new Set(joined.links.map((link) => link.url))
  const links = other.links.filter((link) => !urls.has(link.url))
  if (links.length) {
    if (!joined.links.length) take('links')
    joined.links = [...joined.links, ...links].slice(0, 20)
  }

  if (other.emails.length) {
    if (!joined.emails.length) take('emails')
    joined.emails = joinEmails(trusted.emails, other.emails, joined.names)
    if (joined.emails.some((email) => !email.certain)) doubt('emails')
  }
  return joined
}

/**
 * Looks a person up among `drafts` by name. Null for nobody, and for several whom the name allows: nobody knows which.
 */
export function indexByName(drafts: readonly PersonDraft[]): (names: Names) => PersonDraft | null {
  const byKey = new Map<string, PersonDraft[]>()
  for (const draft of drafts) {
    const key = nameKey(draft.names)
    const alike = byKey.get(key)
    if (alike) alike.push(draft)
    else byKey.set(key, [draft])
  }
  return (names) => {
    const [found, another] = (byKey.get(nameKey(names)) ?? []).filter(
      (draft) => compareNames(names, draft.names) !== 'different',
    )
    return found && !another ? found : null
  }
}

/**
 * Addresses of both readings, once each, the trusted reading's first. An address both give is certain when either says so.
 * When each gives others, only those that name the person stay certain.
 */
function joinEmails(trusted: readonly Email[], other: readonly Email[], names: Names): Email[] {
  const emails = new Map<string, Email>()
  for (const email of [...trusted, ...other]) {
    const key = email.address.toLowerCase()
    const known = emails.get(key)
    emails.set(key, known ? { ...known, certain: known.certain || email.certain } : email)
  }
  const isAgreed = !trusted.length || emails.size < trusted.length + other.length
  const folded = foldName(names)
  return [...emails.values()].slice(0, 10).map((email) => {
    if (!email.certain || isAgreed) return email
    return { ...email, certain: fitLocalPart(readLocalPart(email.address), folded) >= 2 }
  })
}

/** How much of a name is spelled out: "Jane Alice" is more than "Jane A.", and that is more than "J". */
function measureName({ given, middle, suffix }: Names): number {
  return `${given}${middle}${suffix}`.replace(/[^\p{L}]/gu, '').length
}

/** Letters and digits alone, folded: "Ph.D." and "PhD" are one. */
function foldWhole(text: string): string {
  return foldText(text).replace(/[^\p{L}\p{N}]+/gu, '')
}

const isOneInOther = (a: string, b: string) => a.includes(b) || b.includes(a)

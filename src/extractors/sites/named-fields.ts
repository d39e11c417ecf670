import { cleanLine } from '../../domain/guards/text'
import { attributeOf, queryAll, queryOne, readText } from '../dom'
import type { WrittenPerson } from '../person-builder'
import { mailsAt, orcidAt } from './read-marks'

/**
 * Content systems print a record field by field, each with the machine name its makers gave it ("field_job_title"). The
 * names differ from school to school, the words in them hardly do.
 */
type FieldKind =
  | 'first'
  | 'middle'
  | 'last'
  | 'name'
  | 'credentials'
  | 'title'
  | 'department'
  | 'school'
  | 'institution'
  | 'email'
  | 'phone'
  | 'topics'

/** The first that fits decides: "department title" is a department's, "email address" no address of a house. */
const kinds: readonly [FieldKind, RegExp][] = [
  ['email', /\be-?mail\b|\bmail\b/],
  ['first', /\b(?:first|given|fore)(?: |-)?name\b|\bfirstname\b/],
  ['middle', /\bmiddle\b/],
  ['last', /\b(?:last|family|sur)(?: |-)?name\b|\b(?:lastname|surname)\b/],
  ['credentials', /\bcredentials?\b|\bdegrees?\b|\bsuffix\b|\bpost ?nominals?\b/],
  ['phone', /^(?!.*\bfax\b).*\b(?:phone|telephone|tel)\b/],
  ['topics', /\binterests?\b|\bexpertise\b|\bspecialt(?:y|ies)\b|\bresearch areas?\b|\bkeywords?\b/],
  ['department', /\b(?:departments?|dept|divisions?)\b/],
  ['school', /\b(?:schools?|colleges?)\b/],
  ['institution', /\b(?:institutions?|university|hospital)\b/],
  ['title', /\b(?:titles?|position|rank|designation|job)\b/],
  ['name', /\b(?:full|display|person|preferred)? ?name\b/],
]

const fieldMark = /(?:^|\s)(?:field--?name-|views-field-)field-([\w-]{2,80})/
/** What a field's name begins with to say whose it is. */
const owner = /^(?:person|people|faculty|profile|staff|member|bio|physician|provider|uc|os)-/

/** The kind of a field, by the class its system gives it; null for any other element. */
export function kindOfField(className: string): FieldKind | null {
  const [, machineName] = fieldMark.exec(className.slice(0, 400)) ?? []
  if (!machineName) return null
  const words = machineName.replace(owner, '').replace(/[-_]+/g, ' ').toLowerCase()
  return kinds.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}

/** The fields of one record, read by their names. */
export function readNamedFields(root: Element): { person: WrittenPerson; kinds: Set<FieldKind> } {
  const texts = new Map<FieldKind, string[]>()
  const emails: string[] = []
  const found = new Set<FieldKind>()
  for (const field of queryAll(
    root,
    '[class*="field-name-field-"],[class*="field--name-field-"],[class*="views-field-field-"]',
  ).slice(0, 300)) {
    const kind = kindOfField(attributeOf(field, 'class') ?? '')
    if (!kind) continue
    found.add(kind)
    if (kind === 'email') emails.push(...mailsAt(field, 'a[href]'))
    texts.set(kind, [...(texts.get(kind) ?? []), ...readItems(field)])
  }
  const read = (kind: FieldKind) => texts.get(kind) ?? []
  const written = read('email').filter((text) => /^\S+@\S+$/.test(text))
  return {
    kinds: found,
    person: {
      name:
        read('last').length > 0
          ? [read('first')[0], read('middle')[0], read('last')[0]].filter(Boolean).join(' ')
          : (read('name')[0] ?? ''),
      credentials: read('credentials').join(', '),
      titles: read('title'),
      // A school is part of what it belongs to: it says where somebody works when no department does.
      department: read('department')[0] ?? read('school')[0] ?? '',
      institution: read('institution')[0] ?? '',
      emails: [...new Set([...emails, ...written])],
      phones: read('phone'),
      topics: read('topics'),
      links: orcidAt(root),
    },
  }
}

/** The values of a field without its label. */
function readItems(field: Element): string[] {
  const items = queryAll(field, '.field__item, .field-item, .field-content')
  // An item inside an item is a referenced record: the outer one says it all.
  const outer = items.filter((item) => !items.some((other) => other !== item && other.contains(item)))
  const values = outer.length ? outer : [field]
  const label = queryOne(field, '.field__label, .field-label, .views-label')
  const labelText = label ? cleanLine(readText(label, 200), 100) : ''
  return values.slice(0, 40).flatMap((value) => {
    const text = cleanLine(readText(value, 1_200), 300)
    const bare =
      !outer.length && labelText && text.startsWith(labelText) ? text.slice(labelText.length) : text
    return bare.replace(/^[\s:]+/, '') || []
  })
}

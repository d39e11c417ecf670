/**
 * Finds what looks like a patient identifier in a text that is about to be sent (R9.9). It points at places and decides
 * nothing: names cannot be recognized, so a clean answer is no promise. Nothing leaves the machine to check this. The
 * kinds follow the identifiers that the HIPAA Privacy Rule lists for de-identification (45 CFR 164.514(b)(2)), as far as
 * they can be told from a text's form.
 */
export const identifierKinds = [
  'record-number',
  'date-of-birth',
  'admission-date',
  'age-over-89',
  'initials-with-room',
  'social-security',
] as const
export type IdentifierKind = (typeof identifierKinds)[number]

export interface FoundIdentifier {
  kind: IdentifierKind
  /** Where it stands in the text; the end is exclusive. */
  start: number
  end: number
}

const monthName = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?'
/** "5/12", "05/12/2028", "2028-05-12", "May 12, 2028", "12 May". */
const date = `(?:\\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{2,4})?|\\d{4}-\\d{2}-\\d{2}|${monthName}\\s{1,3}\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s{1,3}\\d{4})?|\\d{1,2}\\s{1,3}${monthName})`

const patterns: [IdentifierKind, RegExp][] = [
  // "MRN 00123456", "medical record no. 1234567", "chart #88213", "account number: 4411209"
  [
    'record-number',
    /\b(?:m\.?r\.?n\.?|(?:medical\s{1,3})?record|chart|account|encounter|case)\s{0,3}(?:no\.?|nr\.?|number|num\.?|id|#)?\s{0,3}[:#]?\s{0,3}[a-z]{0,2}-?\d{5,}\b/gi,
  ],
  ['social-security', /\b\d{3}-\d{2}-\d{4}\b/g],
  [
    'date-of-birth',
    new RegExp(
      `\\b(?:d\\.?o\\.?b\\.?|date\\s{1,3}of\\s{1,3}birth|birth\\s?date|born(?:\\s{1,3}on)?)\\s{0,3}:?\\s{0,3}${date}`,
      'gi',
    ),
  ],
  [
    'admission-date',
    new RegExp(
      `\\b(?:admitted|admission|discharged|discharge|transferred|presented|operated|consulted|seen\\s{1,3}in\\s{1,3}(?:clinic|the\\s{1,3}ED))(?:\\s{1,3}(?:date|on|to\\s{1,3}[a-z]{2,12}\\s{1,3}on|from|the))?\\s{0,3}:?\\s{0,3}${date}`,
      'gi',
    ),
  ],
  // 90 and above: "92-year-old", "94 yo", "aged 101", "age: 93"
  [
    'age-over-89',
    /\b(?:9\d|1[0-2]\d)\s?[- ]?\s?(?:years?[- ]old|year[- ]?olds?|y\/?o\b|yrs?\.?[- ]old)|\bage[d]?\s{0,2}:?\s{0,2}(?:of\s{1,2})?(?:9\d|1[0-2]\d)\b(?!\s?(?:days|weeks|months|hours|minutes))/gi,
  ],
  // "J.D. in room 412", "Mr. K., bed 4", "R. T. (rm 12B)"
  [
    'initials-with-room',
    /\b(?:(?:mr|mrs|ms|miss|mx)\.?\s{1,2}[A-Z]\b\.?|[A-Z]\.\s?[A-Z]\.?(?:\s?[A-Z]\.)?|[A-Z]{2,3})[\s,;(–-]{1,4}(?:in\s{1,2}|from\s{1,2}|at\s{1,2})?(?:room|rm\.?|bed|bay)\s{0,2}#?\d{1,4}[A-Z]?\b/gi,
  ],
]

/** No letter is longer; what is, is cut. */
const mostLetters = 20_000

/** What looks like a patient identifier, in the order of the text; overlapping finds count once. */
export function findPatientIdentifiers(text: string): FoundIdentifier[] {
  const body = text.slice(0, mostLetters)
  const found: FoundIdentifier[] = []
  for (const [kind, pattern] of patterns) {
    for (const match of body.matchAll(pattern)) {
      // The pattern ignores case for its words; initials are capitals.
      if (kind === 'initials-with-room' && !/^(?:(?:mr|mrs|ms|miss|mx)\.?\s+)?[A-Z]/i.test(match[0])) continue
      if (kind === 'initials-with-room' && /^[a-z]/.test(match[0])) continue
      found.push({ kind, start: match.index, end: match.index + match[0].length })
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  return found.filter((one, at) => !found.slice(0, at).some((other) => other.end > one.start))
}

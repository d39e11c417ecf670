import { isUnitName } from '../../../domain/faculty/places'
import { isTitle } from '../../../domain/faculty/titles'
import type { Pause } from '../../extractor'
import { type Line, type Outline, pause } from '../outline'

/** What a label or the heading of a section announces. */
export type Kind =
  | 'title'
  | 'department'
  | 'institution'
  | 'email'
  | 'phone'
  | 'fax'
  | 'contact'
  | 'degrees'
  | 'interests'
  | 'papers'
  | 'education'
  | 'others'
  | 'foreign'
  | 'text'

/** A line of the page's content with what announces it. */
export interface Row {
  line: Line
  /** The line without its own label. */
  text: string
  /** What the label on the line, or standing alone above it, announces. */
  label: Kind | null
  /** What the last heading announces; null in front of the first one that is no name or title. */
  section: Kind | null
  /** Words of the label, else of the heading above. */
  announced: string
  /** Nothing but a label or a heading. */
  isAnnouncement: boolean
}

/** Words that announce something, in the singular; the last one of a label decides. */
const announcing: readonly (readonly [Kind, string])[] = [
  ['fax', 'fax facsimile pager telefax'],
  // Somebody else's box on the person's page: an assistant, a coordinator, the office that books visits.
  [
    'others',
    'assistant coordinator secretary scheduler scheduling administrator manager support webmaster referral media press',
  ],
  ['title', 'title rank position role appointment designation'],
  ['department', 'department division section unit affiliation dept program dep'],
  ['institution', 'institution university school college organization employer hospital campus'],
  ['email', 'email e-mail mail'],
  ['phone', 'phone telephone tel call voice mobile cell'],
  ['degrees', 'degree credential qualification'],
  ['interests', 'interest expertise specialty specialization focus area topic keyword theme field'],
  ['papers', 'publication paper article bibliography works citation pubmed'],
  [
    'education',
    'education training residency fellowship internship certification licensure honor award membership',
  ],
  [
    'foreign',
    'news feed event story headline post people staff member colleague team student trainee alumni physician provider seminar tweet twitter social share link resource calendar job blog comment review newsletter collaborator mentor menu search follow connect subscribe',
  ],
  ['contact', 'contact address office location'],
]
const kindOf = new Map(
  announcing.flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind] as const)),
)
/** Words that may stand in a label beside those. */
const accompanying = new Set(
  (
    'academic current faculty primary secondary joint job professional administrative leadership clinical medical working other additional ' +
    'official my his her their the of and in or a to for by via me us home work main direct business lab desk number no id information info ' +
    'research scholarly scientific teaching special general selected recent representative key peer reviewed featured latest full list ' +
    'journal all related more upcoming send board held s clinic practice electronic postal mailing'
  ).split(' '),
)
const longestLabel = 64
const elsewhere =
  /^(contact us|about (us|the)|you (may|might)|see also|explore|(request|schedule|book|make|for|maintained) )/
const schooling = /^(medical|graduate|dental|nursing|high) school|^undergrad/

/** What a label or heading announces; null for words that announce nothing known. */
export function readKind(text: string): Kind | null {
  if (text.length > longestLabel) return null
  const label = text.toLowerCase()
  if (elsewhere.test(label)) return /^\w+ (us|the|may|might|also)|^explore/.test(label) ? 'foreign' : 'others'
  if (schooling.test(label)) return 'education'
  let kind: Kind | null = null
  let strange = 0
  const words = label.match(/e-mail|\p{L}+/gu) ?? []
  for (const word of words) {
    const single = word.replace(/ies$/, 'y').replace(/s$/, '')
    const own = kindOf.get(word) ?? kindOf.get(single)
    if (own) kind = own
    else if (!accompanying.has(word) && !accompanying.has(single)) strange += 1
  }
  if (!kind) return words.length === 1 && label.startsWith('research') ? 'interests' : null
  return strange === 0 || (strange < 3 && /^(papers|education|foreign)$/.test(kind)) ? kind : null
}

/** No profile is longer; a directory is. */
const mostRows = 3000

/** Zones in which nothing about the person stands. */
const isOutside = (line: Line) => line.zone === 'nav' || line.zone === 'footer'

/**
 * The content lines of a page with their labels and sections. `isName` says which headings are the person's name: those,
 * and headings that are titles or departments, open no section.
 */
export function* readRows(
  outline: Outline,
  isName: (text: string) => boolean,
): Generator<Pause, Row[], undefined> {
  const rows: Row[] = []
  let section: Kind | null = null
  let sectionHead = ''
  let sectionLevel = 7
  let label: Kind | null = null
  let labelWords = ''
  let labelAge = 0
  let isUnderName = false
  for (const line of outline.lines) {
    if (isOutside(line)) continue
    if (rows.length >= mostRows) break
    if (rows.length % 60 === 59) yield pause
    const { text } = line
    const isLoud = line.heading > 0 || (line.isStrong && text.length <= 60 && line.links.length === 0)
    let isAnnouncement = false
    let own = text
    const read = readKind(text)
    // "Residency Program Director" and, right under the name, "Program Coordinator" are what the person is.
    const kind = read && isTitle(text) && (read !== 'others' || isUnderName) ? null : read
    const endsOpen = /[::]$/.test(text)
    if (line.heading && !kind && isName(text)) {
      // The name again, over the rest of the profile.
      section = null
      label = null
    } else if (
      isLoud &&
      text &&
      (kind || endsOpen || (line.heading > 0 && !isTitle(text) && !isUnitName(text)))
    ) {
      isAnnouncement = true
      // "Email:" as a heading inside "Contact" is a label; so is any bold word.
      if (
        kind &&
        kind !== 'foreign' &&
        kind !== 'others' &&
        (endsOpen || !line.heading || line.heading > sectionLevel)
      ) {
        label = kind
        labelWords = text
      } else if (kind || section !== 'papers' || (line.heading && line.heading <= sectionLevel)) {
        section = kind ?? 'text'
        sectionHead = text
        sectionLevel = line.heading || 7
        label = null
      }
      if (kind === 'papers' || kind === 'interests' || kind === 'education') {
        section = kind
        sectionHead = text
        sectionLevel = line.heading || sectionLevel
      }
      labelAge = 0
    } else {
      const split = /^([^:\uff1a]{2,40})[:\uff1a]\s*(\S.*)$/.exec(text)
      const ownKind = split ? readKind(split[1] ?? '') : null
      const leadKind =
        !ownKind && line.lead && line.lead.length < 50 && line.lead.length < text.length
          ? readKind(line.lead)
          : null
      labelAge += 1
      if (split && ownKind) {
        label = ownKind
        labelWords = split[1] ?? ''
        own = split[2] ?? ''
        labelAge = 0
      } else if (leadKind) {
        label = leadKind
        labelWords = line.lead
        own = text.slice(line.lead.length).replace(/^[\s:–—-]+/, '')
        labelAge = 0
      } else if (kind && (endsOpen || line.isStrong || text === text.toLowerCase() || isBareLabel(line))) {
        isAnnouncement = true
        label = kind
        labelWords = text
        labelAge = 0
      } else if (split && (split[1] ?? '').split(' ').length < 4 && !isTitle(text)) label = 'text'
      else if (labelAge > 12 || (endsOpen && text.length < 60)) label = null
    }
    if (label === 'email' || label === 'phone') {
      // Whoever labels an address has left the list of papers.
      if (section === 'papers' || section === 'education' || section === 'interests') section = 'contact'
    }
    rows.push({
      line,
      text: own,
      label,
      section,
      announced: label ? labelWords : sectionHead,
      isAnnouncement,
    })
    if (label && !isAnnouncement && own && !goesOn(label, own)) label = null
    isUnderName = text.length < 120 && isName(text)
  }
  return rows
}

/** A label announces what follows it only as long as that is of its kind. */
function goesOn(label: Kind, text: string): boolean {
  if (label === 'title') return isTitle(text)
  if (label === 'department') return isUnitName(text)
  return (
    label === 'interests' ||
    label === 'papers' ||
    label === 'degrees' ||
    label === 'others' ||
    label === 'contact'
  )
}

/** "Phone" alone in its block, without a link: a label by its words. */
function isBareLabel(line: Line): boolean {
  return line.links.length === 0 && line.text.split(' ').length <= 3
}

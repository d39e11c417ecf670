import { readMailLink } from '../../domain/capture/written-address'
import { cleanLine } from '../../domain/guards/text'
import { readNameLine } from '../../domain/names/read-name-line'
import type { Link, PersonDraft, Publication } from '../../domain/person/person'
import { attributeOf, queryAll, queryOne, readText } from '../dom'
import type { FoundPerson } from '../extractor'
import { resolveLink } from '../links'
import { cleanDoi, cleanPmid, cleanTitle, readYear } from './pubmed/citation'

/** No list of a real page is longer. */
const most = 2_000

/** The text of the first element that fits, on one line; empty when there is none. */
export function textAt(root: Document | Element, selector: string, max = 300): string {
  const element = queryOne(root, selector)
  return element ? cleanLine(readText(element, max * 4), max) : ''
}

/** The texts of all elements that fit, without empty ones. */
export function textsAt(root: Document | Element, selector: string, max = 300): string[] {
  return queryAll(root, selector)
    .slice(0, most)
    .map((element) => cleanLine(readText(element, max * 4), max))
    .filter(Boolean)
}

/** The addresses of the mail links that fit. */
export function mailsAt(root: Document | Element, selector: string): string[] {
  return queryAll(root, selector)
    .slice(0, 50)
    .map((link) => readMailLink(attributeOf(link, 'href') ?? '', readText(link, 300)))
    .filter(Boolean)
}

/** Where the first element that fits leads, as the person's profile; none when that is no address to keep. */
export function profileAt(root: Document | Element, selector: string, base: URL): Link[] {
  const element = queryOne(root, selector)
  const href = element && attributeOf(element, 'href')
  const url = href ? resolveLink(href, base) : ''
  return url ? [{ kind: 'profile', url }] : []
}

/** The ORCID page that an element links to. Its number is checked: the last digit is a check digit. */
export function orcidAt(root: Document | Element): Link[] {
  for (const element of queryAll(root, 'a[href*="orcid.org/"]').slice(0, 20)) {
    const id = readOrcid(attributeOf(element, 'href') ?? '')
    if (id) return [{ kind: 'orcid', url: `https://orcid.org/${id}` }]
  }
  return []
}

/** The ORCID iD in an address or text, when its check digit fits (ISO 7064, mod 11-2); else empty. */
export function readOrcid(text: string): string {
  const [id = ''] = /\d{4}-\d{4}-\d{4}-\d{3}[\dX](?!\d)/.exec(text.slice(0, 500)) ?? []
  if (!id) return ''
  const digits = id.replace(/-/g, '')
  let total = 0
  for (const digit of digits.slice(0, 15)) total = (total + Number(digit)) * 2
  const check = (12 - (total % 11)) % 11
  return (check === 10 ? 'X' : String(check)) === digits[15] ? id : ''
}

/** True for a text that can be somebody's name: lists of organisations and of papers use the same marks. */
export function isNameText(text: string): boolean {
  return (readNameLine(text)?.likeness ?? 0) >= 0.5
}

/** A person of a page, in the form that readers hand over. */
export function foundPerson(person: PersonDraft, index: number): FoundPerson {
  return {
    type: 'person',
    person,
    collective: false,
    index,
    equalContribution: false,
    printedAffiliations: [],
  }
}

/** A paper out of what a page says of it; null without title and number. */
export function makePublication(
  written: Partial<Record<'title' | 'journal' | 'doi' | 'pmid' | 'year', string>> & {
    authors?: readonly string[]
  },
): Publication | null {
  const title = cleanTitle(written.title ?? '')
  const pmid = cleanPmid(written.pmid ?? '')
  if (!title && !pmid) return null
  return {
    pmid,
    doi: cleanDoi(written.doi ?? ''),
    title,
    journal: cleanLine(written.journal ?? '', 300).replace(/[\s.,;]+$/, ''),
    year: readYear(written.year ?? ''),
    authors: (written.authors ?? []).slice(0, 500).flatMap((name) => cleanLine(name, 240) || []),
    position: null,
  }
}

/**
 * A paper cited as "Doe J, Roe R. The title. J Lake Med. 2020 Jan; 1(2):3-4. PMID: 123." What cannot be told apart stays
 * in the title.
 */
export function readCitation(text: string): Parameters<typeof makePublication>[0] {
  const line = cleanLine(text, 3_000)
  const [whole = '', authors = ''] =
    /^((?:[\p{Lu}\p{Ll}][\p{L}'’ -]{0,60} \p{Lu}{1,4}(?:,? (?:Jr|Sr|2nd|3rd|II|III))?(?:, |(?=\. )))+)\. /u.exec(
      line.slice(0, 1_500),
    ) ?? []
  const rest = line.slice(whole.length)
  const [title = '', journal = ''] = rest.split(/(?<=[.?!])\s+(?=\p{Lu})/u)
  return {
    title,
    journal,
    year: /(?:^|[^\d])((?:19|20)\d\d)(?!\d)/.exec(rest.slice(title.length))?.[1] ?? '',
    pmid: /PMID:?\s*(\d{1,8})/i.exec(line)?.[1] ?? '',
    doi: line,
    authors: authors ? authors.split(', ') : [],
  }
}

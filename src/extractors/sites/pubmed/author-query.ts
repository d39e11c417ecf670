import { cleanLine } from '../../../domain/guards/text'
import { compareNames } from '../../../domain/names/compare-names'
import { foldText } from '../../../domain/names/fold'
import { parseCitationName, parseName } from '../../../domain/names/parse-name'
import { emptyDraft } from '../../../domain/person/draft'
import type { Names, PersonDraft, Publication } from '../../../domain/person/person'
import { readMeta } from '../../dom'
import { cleanPmid } from './citation'
import { listQueriedNames, type QueriedName } from './query-terms'
import { findRows, readRow } from './search-rows'

/** One author a search asks for. */
export interface QueriedAuthor {
  names: Names
  place: QueriedName['place']
}

export interface AuthorQuery {
  /** The human authors the query names; groups, and authors behind NOT, are left out. */
  authors: QueriedAuthor[]
  /** The paper the author link stood on: "the author of this name on that paper". */
  cauthorPmid: string | null
}

/**
 * Whom a search page is about, by the query in its address, or in its log meta when the address has none. `rows` are the
 * page's papers when they were read already.
 */
export function readAuthorQuery(url: URL, doc: Document, rows?: readonly Publication[]): AuthorQuery {
  const cauthorPmid = cleanPmid(url.searchParams.get('cauthor_id') ?? '') || null
  const queried = listQueriedNames(readSearchTerm(doc, url), cauthorPmid !== null)
  if (queried.length === 0) return { authors: [], cauthorPmid }
  const papers = rows ?? findRows(doc).flatMap((row) => readRow(row) ?? [])
  const printed = papers.flatMap((paper) => paper.authors)
  const authors: QueriedAuthor[] = []
  for (const { text, place } of queried) {
    const names = readQueriedName(text, printed)
    // "Gumz M OR Gumz Michelle" is one person in two spellings; two full names that differ are two.
    const at = authors.findIndex((other) => compareNames(other.names, names) !== 'different')
    const same = authors[at]
    if (!same) authors.push({ names, place })
    else if (spelledLength(names) > spelledLength(same.names)) authors[at] = { ...same, names }
  }
  return { authors, cauthorPmid }
}

/** The query of a search page: the address says it, else the page's log meta. */
function readSearchTerm(doc: Document, url: URL): string {
  return url.searchParams.getAll('term').join(' AND ') || readMeta(doc, 'log_userterm')
}

/** The authors a query names, each once, as the query writes them: what can be told without the page's rows. */
export function listQueriedAuthors(term: string, isAuthorLink: boolean): string[] {
  const authors: Names[] = []
  for (const { text } of listQueriedNames(term, isAuthorLink)) {
    const names = readQueriedName(text, [])
    if (!authors.some((other) => compareNames(other, names) !== 'different')) authors.push(names)
  }
  return authors.map((names) => names.shown)
}

const spelledLength = (names: Names) => `${names.given}${names.middle}`.replace(/\P{L}/gu, '').length

/**
 * The name a query means. "gumz ml" is typed in small letters and without accents, so the rows' own print is preferred;
 * "Gumz Michelle" and "Michelle Gumz" are both allowed, and the rows tell which is the family name.
 */
function readQueriedName(text: string, printed: readonly string[]): Names {
  const shown = cleanLine(text, 240)
  const cited = parseCitationName(shown)
  if (shown.includes(',') || !shown.includes(' ')) return cited
  if (cited.given) return findPrinted(cited, printed) ?? cited
  const familyLast = parseName(shown)
  const [first = '', ...others] = shown.split(' ')
  const familyFirst = { ...parseName(`${first}, ${others.join(' ')}`), shown }
  const count = (names: Names) => printed.filter((name) => isPrintedAs(names, name)).length
  return count(familyFirst) > count(familyLast) ? familyFirst : familyLast
}

/** The same family name and initials as the rows print them. */
function findPrinted(cited: Names, printed: readonly string[]): Names | null {
  const wanted = foldText(cited.shown)
  const same = printed.find((name) => foldText(name) === wanted)
  return same ? parseCitationName(same) : null
}

/** Whether a printed author may be this person: rows print "Gumz ML", abstract format "Michelle L Gumz". */
function isPrintedAs(names: Names, printed: string): boolean {
  return (
    compareNames(parseCitationName(printed), names) !== 'different' ||
    compareNames(parseName(printed), names) !== 'different'
  )
}

/** Where this person stands in a row's author list, from 1; null when nobody there fits. */
export function findPosition(names: Names, paper: Publication): number | null {
  const at = paper.authors.findIndex((name) => isPrintedAs(names, name))
  return at === -1 ? null : at + 1
}

/**
 * A draft for a queried author: the name, and the page's rows as papers. A row may be a namesake's, so they are to be
 * looked at. When the query names several authors, each gets only the rows that print the name.
 */
export function draftQueriedAuthor(
  author: QueriedAuthor,
  query: AuthorQuery,
  rows: readonly Publication[],
  url: URL,
): PersonDraft {
  const person = emptyDraft(author.names)
  const href = url.href.slice(0, 2000)
  person.provenance.name = { source: 'pubmed.query', url: href, certainty: 'stated', at: '' }
  person.publications = rows
    .map((row) => ({ ...row, position: findPosition(author.names, row) }))
    .filter((row) => query.authors.length === 1 || row.position !== null)
    .slice(0, 500)
  if (person.publications.length) {
    person.provenance.publications = { source: 'pubmed.search-row', url: href, certainty: 'check', at: '' }
  }
  return person
}

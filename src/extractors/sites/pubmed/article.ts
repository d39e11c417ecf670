import { cleanAffiliation } from '../../../domain/capture/email-addresses'
import {
  claimAddresses,
  type EmailClaim,
  type FoldedName,
  foldName,
  type SharedAffiliation,
} from '../../../domain/capture/email-owner'
import { isSafeLink } from '../../../domain/guards/links'
import { cleanLine } from '../../../domain/guards/text'
import { parseNameByCitation } from '../../../domain/names/parse-name'
import { emptyDraft } from '../../../domain/person/draft'
import type { Names, Provenance, Publication } from '../../../domain/person/person'
import { queryAll, queryOne, readMeta, readOwnText } from '../../dom'
import type { FoundPerson, Pause } from '../../extractor'
import { type ListedAuthor, listAuthors, squeeze } from './author-list'
import { cleanDoi, cleanPmid, cleanTitle, readYear } from './citation'
import { pubmedHost } from './page-kind'

/** An article somewhere on a page: its heading, and the box around it where there are several. */
export interface ArticlePlace {
  heading: Element
  /** The box of one article on a page of many; null on the article's own page, whose metas count. */
  box: Element | null
}

/** Where articles with a whole heading stand: one on an article page, several in a search in abstract format. */
export function findArticles(doc: Document): ArticlePlace[] {
  const boxes = queryAll(doc, '.results-article')
  if (boxes.length === 0) {
    const heading = queryOne(doc, '#full-view-heading')
    return heading ? [{ heading, box: null }] : []
  }
  return boxes.map((box) => ({
    heading: queryOne(box, '[id$="full-view-heading"]') ?? queryOne(box, '.full-view') ?? box,
    box,
  }))
}

/** The paper itself. Its authors are as printed, groups included, in order. */
export function readPublication(
  doc: Document,
  { heading, box }: ArticlePlace,
  authors: readonly string[],
): Publication {
  const meta = (name: string) => (box ? '' : readMeta(doc, name))
  const title = queryOne(heading, '.heading-title')
  const titleText = title ? readOwnText(queryOne(title, 'a[href]') ?? title) || (title.textContent ?? '') : ''
  const journal = queryOne(heading, '.journal-actions-trigger')
  return {
    pmid: readPmid(doc, heading, box),
    doi: cleanDoi(
      meta('citation_doi') ||
        queryOne(heading, '.citation-doi')?.textContent ||
        queryOne(heading, '.identifier.doi .id-link')?.textContent ||
        '',
    ),
    title: cleanTitle(titleText.trim() || meta('citation_title')),
    journal: cleanLine(
      journal?.getAttribute('title') ||
        meta('citation_journal_title') ||
        (journal ? readOwnText(journal) : ''),
      300,
    ),
    year:
      readYear(queryOne(heading, '.cit')?.textContent ?? '') ??
      readYear(meta('citation_date')) ??
      readYear(queryOne(heading, '.secondary-date')?.textContent ?? ''),
    authors: [...authors],
    position: null,
  }
}

function readPmid(doc: Document, heading: Element, box: Element | null): string {
  const sources = box
    ? [
        () => queryOne(heading, '.current-id')?.textContent,
        () => queryOne(box, 'input.search-result-selector')?.getAttribute('value'),
        () => queryOne(box, '.heading-title a')?.getAttribute('href'),
      ]
    : [
        () => readMeta(doc, 'citation_pmid'),
        () => readMeta(doc, 'uid'),
        () => queryOne(heading, '.current-id')?.textContent,
        () => queryOne(doc, 'link[rel="canonical"]')?.getAttribute('href'),
      ]
  for (const read of sources) {
    const pmid = cleanPmid(read() ?? '')
    if (pmid) return pmid
  }
  return ''
}

interface ReadAuthor extends ListedAuthor {
  names: Names
  folded: FoldedName
  isEqual: boolean
}

const mostAuthors = 20_000

/**
 * The authors of one article, one draft each, with the paper in it. E-mail addresses stand in the affiliations: who owns
 * which is decided with all names of the list.
 */
export function* readArticle(
  doc: Document,
  place: ArticlePlace,
  url: URL,
): Generator<FoundPerson | Pause, Publication, undefined> {
  const authors: ReadAuthor[] = []
  let printed: Map<string, string> | undefined
  for (const listed of listAuthors(place.heading, (mark) => {
    printed ??= readPrinted(place.heading)
    return printed.get(mark.getAttribute('href')?.split('#')[1] ?? '') ?? ''
  })) {
    const name = cleanLine(listed.name, 240)
    if (!/[\p{L}\p{N}]/u.test(name)) continue
    const names = listed.collective
      ? { given: '', middle: '', family: cleanLine(name, 120), suffix: '', shown: name }
      : parseNameByCitation(name, listed.term)
    authors.push({
      ...listed,
      name,
      names,
      folded: foldName(names),
      isEqual: queryOne(listed.element, '.equal-contrib-container') !== null,
    })
    if (authors.length % 10 === 0) yield { type: 'pause' }
    if (authors.length >= mostAuthors) break
  }
  const publication = readPublication(
    doc,
    place,
    authors.slice(0, 500).map((author) => author.name),
  )
  const articleUrl = publication.pmid ? `https://${pubmedHost}/${publication.pmid}/` : url.href.slice(0, 2000)
  yield { type: 'pause' }
  const sharers = listSharers(authors)
  yield { type: 'pause' }
  const claims = new Map<number, EmailClaim[]>()
  for (const found of claimAddresses(
    sharers,
    authors.map((author) => author.folded),
  )) {
    for (const claim of found) {
      if (authors[claim.author]?.collective) continue
      const own = claims.get(claim.author)
      if (own) own.push(claim)
      else claims.set(claim.author, [claim])
    }
    yield { type: 'pause' }
  }
  for (const [at, author] of authors.entries()) {
    yield makePerson(author, publication, articleUrl, claims.get(at) ?? [])
  }
  return publication
}

/** The folded list of affiliations by id: "affiliation-1" up to 2022, "full-view-affiliation-1" after. */
function readPrinted(heading: Element): Map<string, string> {
  const printed = new Map<string, string>()
  for (const item of queryAll(heading, '.affiliations li')) {
    const key = squeeze(queryOne(item, '.key')?.textContent)
    const text = squeeze(item.textContent)
    const id = item.getAttribute('data-affiliation-id') || item.id
    printed.set(id, text.startsWith(key) ? text.slice(key.length).trim() : text)
  }
  return printed
}

/** Affiliations that hold an address, each with the humans who have it. */
function listSharers(authors: readonly ReadAuthor[]): SharedAffiliation[] {
  const sharers = new Map<string, number[]>()
  for (const [at, author] of authors.entries()) {
    if (author.collective) continue
    for (const text of author.affiliations) {
      if (!/[@＠]/.test(text)) continue
      const known = sharers.get(text)
      if (known) known.push(at)
      else sharers.set(text, [at])
    }
  }
  return [...sharers].map(([text, holders]) => ({ text, authors: holders }))
}

function makePerson(
  author: ReadAuthor,
  publication: Publication,
  articleUrl: string,
  claims: readonly EmailClaim[],
): FoundPerson {
  const from = (source: string, certainty: Provenance['certainty'] = 'stated'): Provenance => ({
    source,
    url: articleUrl,
    certainty,
    at: '',
  })
  const person = emptyDraft(author.names)
  person.provenance.name = from('pubmed.author-list')

  const affiliations = author.affiliations.map((text) => cleanLine(cleanAffiliation(text), 1000))
  person.affiliations = [...new Set(affiliations.filter(Boolean))].slice(0, 20)
  if (person.affiliations.length) person.provenance.affiliations = from('pubmed.affiliation')

  person.emails = claims.map(({ address, certain }) => ({ address, certain })).slice(0, 10)
  if (person.emails.length) {
    const isCertain = person.emails.every((email) => email.certain)
    person.provenance.emails = from('pubmed.affiliation-email', isCertain ? 'stated' : 'check')
  }

  const link = author.collective ? '' : authorPage(author.term, publication.pmid)
  if (link) {
    person.links = [{ kind: 'pubmed', url: link }]
    person.provenance.links = from('pubmed.author-list')
  }
  if (publication.title || publication.pmid) {
    person.publications = [{ ...publication, position: author.index + 1 }]
    person.provenance.publications = from('pubmed.article')
  }
  return {
    type: 'person',
    person,
    collective: author.collective,
    index: author.index,
    equalContribution: author.isEqual,
    printedAffiliations: author.affiliations.map((text) => cleanLine(text, 4000)),
  }
}

/** The author page PubMed links the name to; empty when the name carries no query. Built anew, never copied. */
function authorPage(term: string, pmid: string): string {
  if (!term || !pmid) return ''
  const link = `https://${pubmedHost}/?${new URLSearchParams({ term: cleanLine(term, 200), cauthor_id: pmid })}`
  return isSafeLink(link) ? link : ''
}

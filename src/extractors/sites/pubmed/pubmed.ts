import type { Publication } from '../../../domain/person/person'
import type { Draft, Extractor, Pause } from '../../extractor'
import { findArticles, readArticle } from './article'
import { draftQueriedAuthor, readAuthorQuery } from './author-query'
import { findPageKind, pubmedHost } from './page-kind'
import { findRows, readRow } from './search-rows'

/** PubMed: article pages, searches, and author pages (which are searches). */
export const pubmed: Extractor = {
  id: 'pubmed',
  matches: (url) => url.hostname === pubmedHost && /^https?:$/.test(url.protocol),
  detect: (doc) => findPageKind(doc),
  *extract(doc, url) {
    const kind = findPageKind(doc)
    if (kind === 'search') yield* extractSearch(doc, url)
    else {
      const [place] = findArticles(doc)
      if (!place) return kind
      const publication = yield* readArticle(doc, place, url)
      if (publication.pmid || publication.title) yield { type: 'publication', publication }
    }
    return kind
  },
}

/** The rows as papers, then one draft for each author the query names. */
function* extractSearch(doc: Document, url: URL): Generator<Draft | Pause, void, undefined> {
  const papers = new Map<string, Publication>()
  for (const row of findRows(doc)) {
    const publication = readRow(row)
    if (!publication || papers.has(publication.pmid)) yield { type: 'pause' }
    else {
      papers.set(publication.pmid, publication)
      yield { type: 'publication', publication }
    }
  }
  for (const place of findArticles(doc)) {
    if (!place.box) continue
    const steps = readArticle(doc, place, url)
    let step = steps.next()
    while (!step.done) {
      yield { type: 'pause' }
      step = steps.next()
    }
    const publication = step.value
    if (!publication.pmid || !publication.title || papers.has(publication.pmid)) continue
    papers.set(publication.pmid, publication)
    yield { type: 'publication', publication }
  }
  const rows = [...papers.values()]
  const query = readAuthorQuery(url, doc, rows)
  for (const [index, author] of query.authors.entries()) {
    yield {
      type: 'person',
      person: draftQueriedAuthor(author, query, rows, url),
      collective: false,
      index,
      equalContribution: false,
      printedAffiliations: [],
    }
  }
}

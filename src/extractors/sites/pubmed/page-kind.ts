import { queryOne, readMeta } from '../../dom'

/** Host of article, search and author pages. */
export const pubmedHost = 'pubmed.ncbi.nlm.nih.gov'

/** An article as a search shows it: a row, or a whole heading in abstract format. */
export const resultSelector = 'article.full-docsum, .results-article'

/**
 * What a PubMed page is, by its log metas (seen 2021–2026), or by its parts when a saved fragment has none. An error
 * page, the home page, and a search without results are null.
 */
export function findPageKind(doc: Document): 'article' | 'search' | null {
  const page = readMeta(doc, 'ncbi_pdid')
  const operation = readMeta(doc, 'log_op')
  const isUnmarked = !page && !operation
  if (page === 'searchresult' || operation === 'search' || isUnmarked) {
    if (queryOne(doc, resultSelector)) return 'search'
  }
  if (page === 'abstract' || operation === 'retrieve' || isUnmarked) {
    if (queryOne(doc, '#full-view-heading .heading-title')) return 'article'
  }
  return null
}

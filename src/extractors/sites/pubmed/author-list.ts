import { queryAll, queryOne } from '../../dom'

/** One author of a list, as the page has it. */
export interface ListedAuthor {
  /** Place in the list, from 0; items without a readable name are counted. */
  index: number
  /** The list item: name, marks and comma. */
  element: Element
  /** The name as printed. */
  name: string
  /** The author's query, "Gumz ML" or "Some Group[Corporate Author]"; empty when the name is no link. */
  term: string
  collective: boolean
  /** Whole affiliation texts as printed. */
  affiliations: string[]
}

/**
 * The humans and groups of the first real author list in `heading` (the article's full view). Members of a consortium
 * and the short view use the same classes and are passed over. In a list too long to be printed twice the affiliations
 * stand in the `title` of their links alone, so these are read first; `lookUp` reads a mark that has no title.
 */
export function* listAuthors(
  heading: Element,
  lookUp?: (mark: Element) => string,
): Generator<ListedAuthor, void, undefined> {
  const list = queryAll(heading, '.authors-list').find((one) => !one.closest('.collaborations, .short-view'))
  if (!list) return
  for (const [index, element] of queryAll(list, '.authors-list-item').entries()) {
    const link = queryOne(element, '.full-name')
    const name = squeeze(link?.getAttribute('data-ga-label') || link?.textContent)
    if (!link || !name) continue
    const term = readTerm(link.getAttribute('href') ?? '')
    const affiliations = new Set<string>()
    for (const mark of queryAll(element, '.affiliation-link')) {
      const text = squeeze(mark.getAttribute('title') || lookUp?.(mark))
      if (text) affiliations.add(text)
    }
    yield {
      index,
      element,
      name,
      term,
      collective: /\[corporate author\]/i.test(term),
      affiliations: [...affiliations],
    }
  }
}

/** Text with single blanks. */
export function squeeze(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim()
}

/** The query in an author's link. The parameters changed their order over the years: only `term` counts. */
function readTerm(href: string): string {
  return squeeze(new URLSearchParams(href.slice(href.indexOf('?') + 1)).get('term'))
}

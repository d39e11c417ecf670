// What the page script needs to know of a PubMed page, and no more: it rides on every one of them and has 2 kB. The
// careful readers beside this file do the real reading when the panel opens.

/** One human author beside whom a control may stand. */
export interface AuthorSpot {
  /** Place in the page's author list, groups counted, from 0. */
  index: number
  /** The list item that holds name, marks and comma. */
  element: Element
  name: string
  /** The control, once it is drawn. */
  button?: HTMLButtonElement
}

/** Where controls may stand on a PubMed page. */
export interface ControlSpots {
  /** PMIDs the page stands for: its own, or those of its rows. */
  pmids: string[]
  /** Article: the human authors of the full view, in order. */
  authors: AuthorSpot[]
  /** Search: the query, when it may name an author, and what the control stands before. */
  query?: { term: string; isAuthorLink: boolean } | null
  before?: Element | null
}

/** Reads the spots of the page as it stands now; a page with nobody to save has none. */
export function readControlSpots(doc: Document, url: Pick<URL, 'search' | 'pathname'>): ControlSpots {
  const authors: AuthorSpot[] = []
  const list = doc.getElementById('full-view-heading')?.querySelector('.inline-authors .authors-list')
  let index = 0
  for (const link of list?.getElementsByClassName('full-name') ?? []) {
    const element = link.parentElement
    const name = (link.textContent as string).trim()
    // A study group's link asks for [Corporate Author].
    if (element && name && !link.getAttribute('href')?.includes('Corporate'))
      authors.push({ index, element, name })
    index++
  }
  // An article's PMID is its address: a search through a page of megabytes would cost more than all the rest.
  if (list) return { pmids: url.pathname.match(/\d+/) ?? [], authors }

  const asked = new URLSearchParams(url.search)
  // Without one the worker refuses the question, and nobody is offered.
  const term = asked.get('term') as string
  const isAuthorLink = asked.has('cauthor_id')
  const isAsked = isAuthorLink || /\[[^\]]*au/i.test(term)
  return {
    pmids: [...doc.querySelectorAll<HTMLInputElement>('.search-result-selector')].map((row) => row.value),
    authors,
    query: isAsked ? { term, isAuthorLink } : null,
    before: isAsked ? doc.querySelector('.search-results-chunks') : null,
  }
}

/** Whole affiliation texts of an author, from the marks behind the name. */
export function readAffiliationTitles(author: Element): string[] {
  return [...author.querySelectorAll<HTMLElement>('.affiliation-link')].map((link) => link.title)
}

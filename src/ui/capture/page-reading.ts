import type { Names, PersonDraft } from '../../domain/person/person'

/** One human of a page, with the place in the page's author list or query. */
export interface PagePerson {
  index: number
  draft: PersonDraft
}

/** What the readers made of the page, in the form the panel needs. */
export interface PageReading {
  kind: 'article' | 'search'
  /**
   * Article: its human authors. Author page: one draft for each name in the query, with the rows as papers; a row in
   * which nobody of that name stands has no position.
   */
  people: PagePerson[]
  /** The paper the author link came from, or null. */
  cauthorPmid: string | null
}

/** The readers, handed in: the panel knows no site. */
export interface PanelParts {
  readPage: (signal: AbortSignal) => Promise<PageReading>
  /** The author of this name on a fetched article page; null when nobody there fits. */
  readAuthor: (html: string, pmid: string, wanted: Names) => PersonDraft | null
}

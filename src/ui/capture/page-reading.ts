import type { PersonDraft } from '../../domain/person/person'
import type { Completion, CompletionParts } from './complete-person'

/** One human of a page, with the place in the page's author list or query. */
export interface PagePerson {
  index: number
  draft: PersonDraft
}

/** What the readers made of the page, in the form the panel needs. */
export interface PageReading {
  /** `person`: a profile page. `list`: a directory. null: nothing is offered on this page. */
  kind: 'article' | 'search' | 'person' | 'list' | null
  /**
   * Article: its human authors. Author page: one draft for each name in the query, with the rows as papers; a row in
   * which nobody of that name stands has no position. Profile: one person. Directory: everybody on the page.
   */
  people: PagePerson[]
  /** The paper the author link came from, or null. */
  cauthorPmid: string | null
  /** The directory goes on elsewhere: the next page's address, '' for a button on the page; null when it does not. */
  more: string | null
}

/**
 * The readers of any page, loaded by the student's click (`reader.js`). On PubMed the panel brings its own.
 */
export interface PageReader {
  readPage: (signal: AbortSignal) => Promise<PageReading>
  /** A person out of text the student selected; null when no name stands in it. Empty fields are left to be filled by hand. */
  readSelection: (text: string) => PersonDraft | null | Promise<PersonDraft | null>
}

/** The readers, handed in: the panel knows no site. */
export interface PanelParts extends PageReader {
  /** Reads articles of an author page until the person is complete; null where there is nothing to be read. */
  completePerson: (wanted: CompletionWish, from: Completion | null) => Promise<Completion> | null
}

/** Whom an author page speaks of, and how the articles come. */
export type CompletionWish = Omit<CompletionParts, 'readAuthor' | 'compare'>

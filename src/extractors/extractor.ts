import type { PersonDraft, Publication } from '../domain/person/person'

/** What a page is about; null stands for a page on which nothing is offered. */
export type PageKind = 'article' | 'search' | 'person' | 'list'

/** One person of a page. The person carries what may be kept; beside it stands what only the page's reader needs. */
export interface FoundPerson {
  type: 'person'
  person: PersonDraft
  /** A study group or the like: listed as an author, never offered. */
  collective: boolean
  /** Place on the page, from 0: in the author list, among the names of a query, or in a directory. */
  index: number
  /** Marked on the page as having contributed equally. */
  equalContribution: boolean
  /** Affiliations word for word as printed, e-mail addresses included; `person.affiliations` has them taken out. */
  printedAffiliations: string[]
}

/** One paper of a page: the article itself, or a row of a search. */
export interface FoundPublication {
  type: 'publication'
  publication: Publication
}

/** A listing goes on elsewhere: on another page, or behind a "load more". */
export interface FoundMore {
  type: 'more'
  /** Address of the next page; empty when only a button on the page brings more. */
  url: string
}

export type Draft = FoundPerson | FoundPublication | FoundMore

/** A place where the reader may be paused although there is nothing to hand over yet. */
export interface Pause {
  type: 'pause'
  /** What has to be there before the reader goes on, such as a part of it that is on its way. */
  until?: Promise<unknown>
}

/** Reads one family of sites. See README.md in this folder. */
export interface Extractor {
  /** The folder's name, also the first part of its provenance ids. */
  id: string
  /** Whether the address may belong to this family; cheap, and without looking at the page. */
  matches(url: URL): boolean
  /**
   * What the page is; null when nothing is to be offered; `look` when only reading the whole page can tell: then
   * `extract` says it at its end.
   */
  detect(doc: Document, url: URL): PageKind | 'look' | null
  /**
   * Yields drafts, and pauses where reading takes long; never throws for what stands on the page. What it returns counts
   * only after `look`: the kind of the page, or null for a page on which nothing is to be offered.
   */
  extract(doc: Document, url: URL, signal: AbortSignal): Generator<Draft | Pause, PageKind | null, undefined>
}

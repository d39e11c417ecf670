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

export type Draft = FoundPerson | FoundPublication

/** A place where the reader may be paused although there is nothing to hand over yet. */
export interface Pause {
  type: 'pause'
}

/** Reads one family of sites. See README.md in this folder. */
export interface Extractor {
  /** The folder's name, also the first part of its provenance ids. */
  id: string
  /** Whether the address may belong to this family; cheap, and without looking at the page. */
  matches(url: URL): boolean
  /** What the page is; null when nothing is to be offered. */
  detect(doc: Document, url: URL): PageKind | null
  /** Yields drafts, and pauses where reading takes long. Never throws for what stands on the page. */
  extract(doc: Document, url: URL, signal: AbortSignal): Generator<Draft | Pause, void, undefined>
}

import type { PersonDraft } from '../../domain/person/person'
import type { Extractor } from '../extractor'
import type { GenericParts } from '../generic/generic'

/** Parts of the reader that come into a page as scripts of their own, only where the page has something for them. */
interface LoadedParts extends GenericParts {
  /** Readers of one software each, by id, still to be completed by the generic one. */
  families: Map<string, (generic: Extractor) => Extractor>
  /** What the reader lends to its parts: see `shared-code.ts`. */
  code?: readonly unknown[]
  readSelection?: (text: string, url: URL) => PersonDraft | null
}

/**
 * Where those scripts leave what they bring for the reader of this isolated world. Under a symbol: under a name,
 * `globalThis` would also answer with an element of the page.
 */
const key = Symbol.for('preround.reader-parts')

/** The parts that are in this page so far. */
export function findLoadedParts(): LoadedParts {
  const world = globalThis as unknown as Record<symbol, LoadedParts | undefined>
  world[key] ??= { families: new Map() }
  return world[key]
}

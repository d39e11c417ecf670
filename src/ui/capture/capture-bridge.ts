import type { PageReader, PanelParts } from './page-reading'

export interface CaptureRequest {
  /** Place of the chosen author in the page's author list, from 0; -1 proposes the last. */
  author: number
  /** The panel closed: the control takes the focus back. */
  returnFocus: () => void
  /** The log changed: the page asks for its marks again. */
  saved: () => void
}

/** The panel, once it is loaded. */
export interface CapturePanel {
  /** Opens the panel, or turns the open one to another author. */
  open(request: CaptureRequest): void
  stop(): void
}

/**
 * How the tiny page script and the panel, two scripts of one isolated world, find each other: one object on the world's
 * global. The page cannot see it.
 */
export interface CaptureBridge {
  panel?: CapturePanel
  /** `isLive`: false once the version that drew them is gone. */
  controls?: { stop(): void; isLive?: () => boolean }
  /** The readers of any page, once they are loaded. */
  reader?: PageReader
  /** On PubMed, its own readers: they stand before those of any page. */
  pubmed?: Pick<PanelParts, 'readPage' | 'completePerson'>
}

/** Under a symbol: under a name, `globalThis` would also answer with the page's element or frame of that name. */
const key = Symbol.for('preround')

/** The bridge of this isolated world, made on the first call. */
export function findCaptureBridge(): CaptureBridge {
  const world = globalThis as unknown as Record<symbol, CaptureBridge>
  world[key] ??= {}
  return world[key]
}

import type { Draft, Extractor, PageKind } from './extractor'
import { extractors } from './registry'

/** What was read from a page. */
export interface Reading {
  /** Id of the extractor; empty when none took the page. */
  extractor: string
  kind: PageKind | null
  drafts: Draft[]
}

export interface RunParts {
  signal: AbortSignal
  /** Milliseconds from some fixed moment. */
  now?: () => number
  /** Lets the page breathe. */
  pause?: () => Promise<void>
  extractors?: readonly Extractor[]
}

/** A slice of work is at most this long, so that a frame of 16 ms is never missed for it. */
export const sliceMs = 12
/** The slice ends a little earlier: the step that is under way still has to finish. */
const sliceBudgetMs = sliceMs / 2

const nothing = (): Reading => ({ extractor: '', kind: null, drafts: [] })

function findReader(
  doc: Document,
  url: URL,
  among: readonly Extractor[],
): { reader: Extractor; kind: PageKind } | null {
  for (const reader of among) {
    if (!reader.matches(url)) continue
    const kind = reader.detect(doc, url)
    if (kind) return { reader, kind }
  }
  return null
}

/**
 * Reads a page in slices, handing the thread back to the page between them. When `signal` aborts, reading ends and the
 * promise rejects with the signal's reason.
 */
export async function runExtractors(doc: Document, url: URL, parts: RunParts): Promise<Reading> {
  const { signal } = parts
  const now = parts.now ?? (() => performance.now())
  const pause = parts.pause ?? (() => new Promise<void>((resolve) => setTimeout(resolve, 0)))
  signal.throwIfAborted()
  const found = findReader(doc, url, parts.extractors ?? extractors)
  if (!found) return nothing()
  const reading: Reading = { extractor: found.reader.id, kind: found.kind, drafts: [] }
  const steps = found.reader.extract(doc, url, signal)
  let sliceStart = now()
  try {
    for (;;) {
      const step = steps.next()
      if (step.done) return reading
      if (step.value.type !== 'pause') reading.drafts.push(step.value)
      if (now() - sliceStart >= sliceBudgetMs) {
        await pause()
        signal.throwIfAborted()
        sliceStart = now()
      }
    }
  } finally {
    steps.return()
  }
}

/** Reads a page at one go: for tests and the command line, where nobody waits for a frame. */
export function collectDrafts(doc: Document, url: URL, among: readonly Extractor[] = extractors): Reading {
  const found = findReader(doc, url, among)
  if (!found) return nothing()
  const steps = found.reader.extract(doc, url, new AbortController().signal)
  const drafts = [...steps].filter((step) => step.type !== 'pause')
  return { extractor: found.reader.id, kind: found.kind, drafts }
}

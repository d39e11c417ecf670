import type { Draft, Extractor, PageKind } from './extractor'

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
  /** Tried in this order. */
  extractors: readonly Extractor[]
}

/** A slice of work is at most this long, so that a frame of 16 ms is never missed for it. */
export const sliceMs = 12
/** The slice ends a little earlier: the step that is under way still has to finish. */
const sliceBudgetMs = sliceMs / 2

const nothing = (): Reading => ({ extractor: '', kind: null, drafts: [] })

/**
 * The steps of reading a page: every reader that may take it is tried in order, until one says what the page is.
 * Yields at every place where the page may breathe, and what has to be waited for there.
 */
function* readPage(
  doc: Document,
  url: URL,
  signal: AbortSignal,
  among: readonly Extractor[],
): Generator<Promise<unknown> | undefined, Reading, undefined> {
  for (const reader of among) {
    if (!reader.matches(url)) continue
    const detected = reader.detect(doc, url)
    if (!detected) continue
    const drafts: Draft[] = []
    const steps = reader.extract(doc, url, signal)
    let step = steps.next()
    try {
      while (!step.done) {
        if (step.value.type !== 'pause') drafts.push(step.value)
        yield step.value.type === 'pause' ? step.value.until : undefined
        step = steps.next()
      }
    } finally {
      steps.return(null)
    }
    const kind = detected === 'look' ? step.value : detected
    if (kind) return { extractor: reader.id, kind, drafts }
  }
  return nothing()
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
  let sliceStart = now()
  const steps = readPage(doc, url, signal, parts.extractors)
  try {
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value
      if (step.value || now() - sliceStart >= sliceBudgetMs) {
        await (step.value ?? pause())
        signal.throwIfAborted()
        sliceStart = now()
      }
    }
  } finally {
    steps.return(nothing())
  }
}

/** Reads a page at one go: for tests and the command line, where nobody waits for a frame. */
export function collectDrafts(doc: Document, url: URL, among: readonly Extractor[]): Reading {
  const steps = readPage(doc, url, new AbortController().signal, among)
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

import { makeGeneric } from '../../src/extractors/generic/generic'
import { findListing } from '../../src/extractors/generic/listing/find-listing'
import { findPapers } from '../../src/extractors/generic/profile/find-papers'
import { findProfile } from '../../src/extractors/generic/profile/find-profile'
import { joinStructuredData } from '../../src/extractors/generic/structured/structured'
import { runExtractors } from '../../src/extractors/run-extractors'

// Runs inside the page that is measured. Bundled by scripts/bench.mjs.

/** What a reading gave, to see that the page was read at all. */
export interface ReadResult {
  kind: string | null
  people: number
}

/**
 * Reads the page as the extension does, in slices. Marks on the timeline tell the tracer which tasks are the reading and
 * which is the parse of the same page.
 */
export async function readMarked(html: string): Promise<ReadResult> {
  const breathe = () => new Promise((resolve) => setTimeout(resolve, 20))
  await breathe()
  performance.mark('bench:read')
  await new Promise((resolve) => setTimeout(resolve, 0))
  const { kind, drafts } = await runExtractors(document, new URL(location.href), {
    signal: new AbortController().signal,
    extractors: [makeGeneric({ joinPeople: joinStructuredData, findListing, findProfile, findPapers })],
  })
  await breathe()
  performance.mark('bench:parse')
  await new Promise((resolve) => setTimeout(resolve, 0))
  new DOMParser().parseFromString(html, 'text/html')
  await breathe()
  performance.mark('bench:end')
  return { kind, people: drafts.filter((draft) => draft.type === 'person').length }
}

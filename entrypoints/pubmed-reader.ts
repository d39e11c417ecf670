import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { compareNames } from '../src/domain/names/compare-names'
import type { Names } from '../src/domain/person/person'
import { runExtractors } from '../src/extractors/run-extractors'
import { readAuthorQuery } from '../src/extractors/sites/pubmed/author-query'
import { completeAuthor } from '../src/extractors/sites/pubmed/complete-author'
import { pubmed } from '../src/extractors/sites/pubmed/pubmed'
import { findCaptureBridge } from '../src/ui/capture/capture-bridge'
import { completePerson } from '../src/ui/capture/complete-person'

/** The author of this name on a fetched article page; null when nobody there fits. */
function readAuthor(html: string, pmid: string, wanted: Names) {
  // An inert document: its scripts do not run and its pictures are not fetched.
  const page = new DOMParser().parseFromString(html, 'text/html')
  return completeAuthor(page, new URL(`/${pmid}/`, location.origin), wanted)
}

export default defineUnlistedScript(() => {
  findCaptureBridge().pubmed = {
    readPage: async (signal) => {
      const url = new URL(location.href)
      const { kind, drafts } = await runExtractors(document, url, { signal, extractors: [pubmed] })
      return {
        kind,
        people: drafts.flatMap((draft) =>
          draft.type === 'person' && !draft.collective ? [{ index: draft.index, draft: draft.person }] : [],
        ),
        cauthorPmid: kind === 'search' ? readAuthorQuery(url, document, []).cauthorPmid : null,
        more: null,
      }
    },
    completePerson: (wanted, from) => completePerson({ ...wanted, readAuthor, compare: compareNames }, from),
  }
})

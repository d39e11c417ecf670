import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { runExtractors } from '../src/extractors/run-extractors'
import { readAuthorQuery } from '../src/extractors/sites/pubmed/author-query'
import { completeAuthor } from '../src/extractors/sites/pubmed/complete-author'
import { findCaptureBridge } from '../src/ui/capture/capture-bridge'
import { createCapturePanel } from '../src/ui/capture/open-panel'

export default defineUnlistedScript(() => {
  const bridge = findCaptureBridge()
  bridge.panel?.stop()
  bridge.panel = createCapturePanel(document, {
    readPage: async (signal) => {
      const url = new URL(location.href)
      const { kind, drafts } = await runExtractors(document, url, { signal })
      const people = drafts.flatMap((draft) =>
        draft.type === 'person' && !draft.collective ? [{ index: draft.index, draft: draft.person }] : [],
      )
      const isSearch = kind === 'search'
      return {
        kind: isSearch ? 'search' : 'article',
        people,
        cauthorPmid: isSearch ? readAuthorQuery(url, document, []).cauthorPmid : null,
      }
    },
    // An inert document: its scripts do not run and its pictures are not fetched.
    readAuthor: (html, pmid, wanted) =>
      completeAuthor(
        new DOMParser().parseFromString(html, 'text/html'),
        new URL(`/${pmid}/`, location.origin),
        wanted,
      ),
  })
})

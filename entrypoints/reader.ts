import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { makeGeneric } from '../src/extractors/generic/generic'
import { runExtractors } from '../src/extractors/run-extractors'
import { findFamilies, hasStructuredData } from '../src/extractors/sites/families'
import { findLoadedParts } from '../src/extractors/sites/loaded-parts'
import { sharedCode } from '../src/extractors/sites/shared-code'
import { askWorker } from '../src/platform/page-runtime'
import { findCaptureBridge } from '../src/ui/capture/capture-bridge'
import type { PageReader } from '../src/ui/capture/page-reading'

export default defineUnlistedScript(() => {
  const parts = findLoadedParts()
  parts.code = sharedCode
  /** Without the part the page is read like any other: nobody waits for it twice. */
  const load = (id: string) => askWorker('page.load', { script: `site-${id}` })

  const reader: PageReader = {
    readPage: async (signal) => {
      const url = new URL(location.href)
      if (!parts.joinPeople && hasStructuredData(document)) await load('structured')
      const generic = makeGeneric(parts, load)
      const families = []
      for (const { id } of findFamilies(document, url)) {
        if (!parts.families.has(id)) await load(id)
        const complete = parts.families.get(id)
        if (complete) families.push(complete(generic))
      }
      signal.throwIfAborted()
      const { kind, drafts } = await runExtractors(document, url, {
        signal,
        extractors: [...families, generic],
      })
      const more = drafts.find((draft) => draft.type === 'more')
      return {
        kind,
        people: drafts.flatMap((draft) =>
          draft.type === 'person' && !draft.collective ? [{ index: draft.index, draft: draft.person }] : [],
        ),
        cauthorPmid: null,
        more: more?.url ?? null,
      }
    },
    readSelection: async (text) => {
      if (!parts.readSelection) await load('selection')
      return parts.readSelection?.(text, new URL(location.href)) ?? null
    },
  }
  findCaptureBridge().reader = reader
})

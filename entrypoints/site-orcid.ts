import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { completeWith } from '../src/extractors/sites/complete-with'
import { findLoadedParts } from '../src/extractors/sites/loaded-parts'
import { orcid } from '../src/extractors/sites/orcid/orcid'

export default defineUnlistedScript(() => {
  findLoadedParts().families.set(orcid.id, (generic) => completeWith(orcid, generic))
})

import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { completeWith } from '../src/extractors/sites/complete-with'
import { googleScholar } from '../src/extractors/sites/google-scholar/google-scholar'
import { findLoadedParts } from '../src/extractors/sites/loaded-parts'

export default defineUnlistedScript(() => {
  findLoadedParts().families.set(googleScholar.id, (generic) => completeWith(googleScholar, generic))
})

import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { completeWith } from '../src/extractors/sites/complete-with'
import { findLoadedParts } from '../src/extractors/sites/loaded-parts'
import { myBibliography } from '../src/extractors/sites/my-bibliography/my-bibliography'

export default defineUnlistedScript(() => {
  findLoadedParts().families.set(myBibliography.id, (generic) => completeWith(myBibliography, generic))
})

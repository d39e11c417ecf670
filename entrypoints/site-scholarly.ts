import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { scholarly } from '../src/extractors/scholarly/scholarly'
import { completeWith } from '../src/extractors/sites/complete-with'
import { findLoadedParts } from '../src/extractors/sites/loaded-parts'

export default defineUnlistedScript(() => {
  findLoadedParts().families.set(scholarly.id, (generic) => completeWith(scholarly, generic))
})

import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { completeWith } from '../src/extractors/sites/complete-with'
import { findLoadedParts } from '../src/extractors/sites/loaded-parts'
import { pure } from '../src/extractors/sites/pure/pure'

export default defineUnlistedScript(() => {
  findLoadedParts().families.set(pure.id, (generic) => completeWith(pure, generic))
})

import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { completeWith } from '../src/extractors/sites/complete-with'
import { findLoadedParts } from '../src/extractors/sites/loaded-parts'
import { vivo } from '../src/extractors/sites/vivo/vivo'

export default defineUnlistedScript(() => {
  findLoadedParts().families.set(vivo.id, (generic) => completeWith(vivo, generic))
})

import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { findPapers } from '../src/extractors/generic/profile/find-papers'
import { findLoadedParts } from '../src/extractors/sites/loaded-parts'

export default defineUnlistedScript(() => {
  findLoadedParts().findPapers = findPapers
})

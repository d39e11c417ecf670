import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { completeWith } from '../src/extractors/sites/complete-with'
import { findLoadedParts } from '../src/extractors/sites/loaded-parts'
import { profilesRns } from '../src/extractors/sites/profiles-rns/profiles-rns'

export default defineUnlistedScript(() => {
  findLoadedParts().families.set(profilesRns.id, (generic) => completeWith(profilesRns, generic))
})

import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { findProfile } from '../src/extractors/generic/profile/find-profile'
import { findLoadedParts } from '../src/extractors/sites/loaded-parts'

export default defineUnlistedScript(() => {
  findLoadedParts().findProfile = findProfile
})

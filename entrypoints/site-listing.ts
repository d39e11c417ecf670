import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { findListing } from '../src/extractors/generic/listing/find-listing'
import { findLoadedParts } from '../src/extractors/sites/loaded-parts'

export default defineUnlistedScript(() => {
  findLoadedParts().findListing = findListing
})

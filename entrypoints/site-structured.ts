import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { joinStructuredData } from '../src/extractors/generic/structured/structured'
import { findLoadedParts } from '../src/extractors/sites/loaded-parts'

export default defineUnlistedScript(() => {
  findLoadedParts().joinPeople = joinStructuredData
})

import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { completeWith } from '../src/extractors/sites/complete-with'
import { findLoadedParts } from '../src/extractors/sites/loaded-parts'
import { wordpressPerson } from '../src/extractors/sites/wordpress-person/wordpress-person'

export default defineUnlistedScript(() => {
  findLoadedParts().families.set(wordpressPerson.id, (generic) => completeWith(wordpressPerson, generic))
})

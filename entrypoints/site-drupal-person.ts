import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { completeWith } from '../src/extractors/sites/complete-with'
import { drupalPerson } from '../src/extractors/sites/drupal-person/drupal-person'
import { findLoadedParts } from '../src/extractors/sites/loaded-parts'

export default defineUnlistedScript(() => {
  findLoadedParts().families.set(drupalPerson.id, (generic) => completeWith(drupalPerson, generic))
})

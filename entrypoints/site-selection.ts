import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { readSelection } from '../src/extractors/read-selection'
import { findLoadedParts } from '../src/extractors/sites/loaded-parts'

export default defineUnlistedScript(() => {
  findLoadedParts().readSelection = readSelection
})

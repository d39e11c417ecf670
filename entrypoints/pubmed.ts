import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { readAffiliationTitles, readControlSpots } from '../src/extractors/sites/pubmed/controls-spots'
import { findCaptureBridge } from '../src/ui/capture/capture-bridge'
import { startPageControls } from '../src/ui/capture/page-controls'

export default defineUnlistedScript(() => {
  // The browser runs this once a page; the worker runs it again in tabs that were open before an install or update.
  const bridge = findCaptureBridge()
  bridge.controls?.stop()
  const stop = startPageControls(document, readControlSpots(document, location), readAffiliationTitles)
  bridge.controls = { stop }
})

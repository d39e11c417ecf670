import { readAffiliationTitles, readControlSpots } from '../src/extractors/sites/pubmed/controls-spots'
import { findCaptureBridge } from '../src/ui/capture/capture-bridge'
import { startPageControls } from '../src/ui/capture/page-controls'

/** What `defineUnlistedScript` would make of it, without that function's bytes on every page. */
export default {
  main() {
    // The browser runs this once a page; the worker runs it again in tabs that were open before an install or update.
    const bridge = findCaptureBridge()
    bridge.controls?.stop()
    const stop = startPageControls(document, readControlSpots(document, location), readAffiliationTitles)
    bridge.controls = { stop }
  },
}

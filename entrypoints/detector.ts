import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { hasSignsOfPeople } from '../src/extractors/generic/detector'
import { isConnected } from '../src/platform/page-runtime'
import { findCaptureBridge } from '../src/ui/capture/capture-bridge'
import { startOffer } from '../src/ui/capture/offer'

export default defineUnlistedScript(() => {
  // The browser runs this once a page; the worker runs it again in tabs that were open before a grant or an update.
  const bridge = findCaptureBridge()
  const { controls } = bridge
  controls?.stop()
  if (controls?.isLive?.() === false) {
    // What an earlier version loaded cannot reach the worker any more.
    bridge.panel?.stop()
    delete bridge.panel
    delete bridge.reader
  }
  bridge.controls = { stop: startOffer(window, hasSignsOfPeople), isLive: isConnected }
})

import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import type { PageOrder } from '../src/messaging/protocol'
import { askWorker, onWorkerMessage } from '../src/platform/page-runtime'
import { findCaptureBridge } from '../src/ui/capture/capture-bridge'
import { createCapturePanel } from '../src/ui/capture/open-panel'

export default defineUnlistedScript(() => {
  const bridge = findCaptureBridge()
  bridge.panel?.stop()
  // An earlier version may have left its own.
  delete bridge.pubmed
  const life = new AbortController()
  const isPubmed = location.origin === 'https://pubmed.ncbi.nlm.nih.gov'
  // The readers are scripts of their own; the panel asks for those of its page when it needs them.
  const panel = createCapturePanel(document, {
    readPage: async (signal) => {
      const script = isPubmed ? 'pubmed-reader' : 'reader'
      const find = () => (isPubmed ? bridge.pubmed : bridge.reader)
      if (!find()) await askWorker('page.load', { script })
      const reader = find()
      if (!reader) throw new Error(`${script} did not load`)
      signal.throwIfAborted()
      return reader.readPage(signal)
    },
    completePerson: (...wish) => bridge.pubmed?.completePerson(...wish) ?? null,
    readSelection: (text) => bridge.reader?.readSelection(text) ?? null,
  })
  onWorkerMessage((message) => {
    const order = message as PageOrder | null
    if (order?.type === 'capture.open') {
      panel.show(order.body)
      return true
    }
    if (order?.type === 'capture.progress')
      panel.progress.tell(order.body.job, order.body.done, order.body.of)
    return false
  }, life.signal)
  bridge.panel = {
    open: panel.open,
    stop: () => {
      life.abort()
      panel.stop()
    },
  }
})

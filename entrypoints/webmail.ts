import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { askWorker, isConnected, onWorkerMessage } from '../src/platform/page-runtime'
import { controlName, createControl } from '../src/ui/compose/control'
import { hostAttribute, removeStaleHosts } from '../src/ui/shared/shadow-host'
import { findSight } from '../src/webmail/registry'
import { type PageParts, watchPage } from '../src/webmail/watch-page'

export default defineUnlistedScript(() => {
  const wake = watchPage(window, {
    findSight,
    createControl,
    onWorkerMessage,
    isOwn: (element) => element.hasAttribute(hostAttribute),
    isConnected,
    ask: askWorker as PageParts['ask'],
  })
  // In a tab that was open before an install or update, what an earlier version left is replaced at once.
  if (document.readyState === 'loading') return
  removeStaleHosts(document, controlName)
  wake()
})

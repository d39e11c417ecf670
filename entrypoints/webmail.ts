import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import type { MessageType, Reply, Request, Response } from '../src/messaging/protocol'
import { isConnected, onWorkerMessage, sendToWorker } from '../src/platform/page-runtime'
import { createControl } from '../src/ui/compose/control'
import { hostAttribute } from '../src/ui/shared/shadow-host'
import { page } from '../src/ui/shared/words/en'
import { findSight } from '../src/webmail/registry'
import { watchPage } from '../src/webmail/watch-page'

/** As `ask` of the messaging client, without words for failures: what fails here is said by the picker, or not at all. */
async function askWorker<T extends MessageType>(type: T, body: Request<T>): Promise<Response<T>> {
  const reply = (await sendToWorker({ v: 1, type, body })) as Reply
  if (!reply?.ok) throw reply
  return reply.body as Response<T>
}

export default defineUnlistedScript(() => {
  const sight = findSight(location.host)
  if (!sight) return
  const ending = new AbortController()
  const control = createControl(window, () => watched.openPicker(), ending.signal)
  const watched = watchPage(
    window,
    sight,
    {
      placeControl: control.place,
      isOwn: (element) => element.hasAttribute(hostAttribute),
      isConnected,
      sayGone: () => control.say(page.gone),
      loadPicker: async () => {
        await askWorker('page.load', { script: 'picker' })
      },
      askAwaited: async (to) => (await askWorker('mail.awaited', { to })).awaited,
    },
    ending,
  )
  onWorkerMessage((message) => {
    if ((message as { type?: unknown } | null)?.type === 'picker.toggle') watched.openPicker()
  }, ending.signal)
})

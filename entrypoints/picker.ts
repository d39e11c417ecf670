import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { ask } from '../src/messaging/client'
import { createPicker } from '../src/ui/compose/create-picker'
import type { SentMail } from '../src/ui/compose/mail-page'
import { createSendWatch } from '../src/webmail/confirm-send'
import { openDesk, readText } from '../src/webmail/open-desk'
import { findBridge } from '../src/webmail/page-bridge'
import { findHandsOrThrow } from '../src/webmail/registry'
import type { NotedSend } from '../src/webmail/webmail-adapter'

export default defineUnlistedScript(() => {
  const bridge = findBridge()
  if (!bridge?.sight || bridge.picker) return
  const { sight } = bridge
  const client = { sight, hands: findHandsOrThrow(sight.id) }
  const ending = new AbortController()
  const picker = createPicker(window, ask)
  const mails = new WeakMap<NotedSend, SentMail>()
  const withMail = (use: (mail: SentMail) => void) => (note: NotedSend) => {
    const mail = mails.get(note)
    if (mail) use(mail)
  }
  const sends = createSendWatch(
    window,
    client.hands,
    { onSent: withMail(picker.logSent), onUndone: withMail(picker.takeBack) },
    ending.signal,
  )
  bridge.keys = {
    get isOpen() {
      return picker.isOpen()
    },
    onKeyDown: picker.onKeyDown,
  }
  bridge.picker = {
    toggle(from) {
      if (picker.isOpen()) {
        picker.close()
        return
      }
      const desk = openDesk(from, client)
      if (desk) picker.open(desk)
      else picker.sayNoComposer()
    },
    confirm(note) {
      const { key, body } = note.parts
      mails.set(note, {
        key,
        to: note.to,
        thread: client.hands.readThread(note.parts),
        account: client.hands.readAccount(document),
        scheduled: note.scheduled,
        bodyText: body ? readText(body) : '',
      })
      sends.add(note)
    },
    showAwaited(from, awaited) {
      const parts = sight.findComposer(from)
      if (parts) picker.askAnswered(parts.key, awaited)
    },
    stop() {
      ending.abort()
      picker.stop()
    },
  }
})

// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { gmailHands } from '../../src/webmail/clients/gmail/gmail-hands'
import { createSendWatch } from '../../src/webmail/confirm-send'
import type { NotedSend } from '../../src/webmail/webmail-adapter'

const sentNotice = '<div class="vh"><span id="link_undo"></span><span id="link_vsm"></span></div>'
const scheduledNotice = '<div class="vh"><span id="link_undo"></span></div>'

let life: AbortController
let heard: string[]
let watch: ReturnType<typeof createSendWatch>

beforeEach(() => {
  vi.useFakeTimers()
  document.body.innerHTML = '<div id="mails"></div><div id="notices"></div>'
  life = new AbortController()
  heard = []
  watch = createSendWatch(
    window,
    gmailHands,
    {
      onSent: (note) => heard.push(note.parts.key.id),
      onUndone: (note) => heard.push(`undone ${note.parts.key.id}`),
    },
    life.signal,
  )
})
afterEach(() => {
  life.abort()
  vi.useRealTimers()
})

function openMail(id: string): HTMLElement {
  const form = document.createElement('form')
  form.id = id
  document.querySelector('#mails')?.append(form)
  return form
}
function note(key: HTMLElement, scheduled = false): NotedSend {
  const sent: NotedSend = {
    parts: { key, root: key, frame: key, body: null },
    to: ['a@b.example'],
    scheduled,
  }
  watch.add(sent)
  return sent
}
function show(html: string): void {
  const notices = document.querySelector('#notices')
  if (notices) notices.innerHTML = html
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

describe('a noted send', () => {
  it('is sent when the client says so', async () => {
    note(openMail('a'))
    await pass(300)
    expect(heard).toEqual([])
    show(sentNotice)
    await pass(10)
    expect(heard).toEqual(['a'])
  })

  it('is not confirmed by the notice of an earlier mail', async () => {
    show(sentNotice)
    note(openMail('a'))
    await pass(16_000)
    expect(heard).toEqual([])
  })

  it('is sent when its composer closed and no dialog had come, a moment later', async () => {
    const mail = openMail('a')
    note(mail)
    mail.remove()
    await pass(1_000)
    expect(heard).toEqual([])
    await pass(600)
    expect(heard).toEqual(['a'])
  })

  it('is not sent when a dialog came and the composer was closed then', async () => {
    const mail = openMail('a')
    note(mail)
    const dialog = document.createElement('div')
    dialog.setAttribute('role', 'alertdialog')
    document.body.append(dialog)
    await pass(100)
    dialog.remove()
    mail.remove()
    await pass(20_000)
    expect(heard).toEqual([])
  })

  it('is sent after a dialog when the client says so', async () => {
    note(openMail('a'))
    const dialog = document.createElement('div')
    dialog.setAttribute('role', 'alertdialog')
    document.body.append(dialog)
    await pass(3_000)
    dialog.remove()
    show(sentNotice)
    await pass(10)
    expect(heard).toEqual(['a'])
  })

  it('is forgotten when nothing happens for 15 s: closing it later is no sending', async () => {
    const mail = openMail('a')
    note(mail)
    await pass(15_100)
    mail.remove()
    show(sentNotice)
    await pass(5_000)
    expect(heard).toEqual([])
  })

  it('noted by key and click is one', async () => {
    const mail = openMail('a')
    note(mail)
    note(mail)
    show(sentNotice)
    mail.remove()
    await pass(5_000)
    expect(heard).toEqual(['a'])
  })

  it('is told from another one that is on its way', async () => {
    const [first, second] = [openMail('a'), openMail('b')]
    note(first)
    note(second)
    show(sentNotice)
    await pass(10)
    expect(heard).toEqual(['a'])
    show(sentNotice)
    await pass(10)
    expect(heard).toEqual(['a', 'b'])
  })

  it('for later is confirmed by the notice and the closed composer together, and by nothing less', async () => {
    const mail = openMail('a')
    note(mail, true)
    show(scheduledNotice)
    await pass(100)
    expect(heard).toEqual([])
    mail.remove()
    await pass(100)
    expect(heard).toEqual(['a'])
  })

  it('for later is not confirmed by closing the composer', async () => {
    const mail = openMail('a')
    note(mail, true)
    mail.remove()
    await pass(20_000)
    expect(heard).toEqual([])
  })
})

describe('the watching', () => {
  it('has no observer before a send and after its confirmation', async () => {
    const observe = vi.spyOn(MutationObserver.prototype, 'observe')
    const disconnect = vi.spyOn(MutationObserver.prototype, 'disconnect')
    await pass(1_000)
    expect(observe).not.toHaveBeenCalled()
    note(openMail('a'))
    note(openMail('b'))
    expect(observe).toHaveBeenCalledTimes(1)
    disconnect.mockClear()
    await pass(15_100)
    expect(disconnect).toHaveBeenCalled()
    expect(vi.getTimerCount()).toBe(0)
    observe.mockRestore()
    disconnect.mockRestore()
  })

  it('ends with the page script', async () => {
    note(openMail('a'))
    life.abort()
    show(sentNotice)
    await pass(5_000)
    expect(heard).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })
})

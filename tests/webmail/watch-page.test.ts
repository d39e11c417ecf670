// @vitest-environment jsdom
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { gmailSight } from '../../src/webmail/clients/gmail/gmail-sight'
import { findBridge } from '../../src/webmail/page-bridge'
import { type PageParts, watchPage } from '../../src/webmail/watch-page'
import { installVisibility } from './visibility'

const mail = `<div role="dialog" tabindex="-1"><form><input name="composeid"><input name="rm" value="m1">
  <div name="to"><input name="to" value="mina.lee@northbay.example"></div></form>
  <div g_editable="true" tabindex="0"></div></div><input id="search">`

let heard: ((message: unknown) => void) | undefined
let isConnected: boolean
const control = { place: vi.fn(), sayGone: vi.fn() }
const parts = {
  findSight: vi.fn(() => gmailSight),
  createControl: vi.fn(() => control),
  onWorkerMessage: vi.fn((listener: (message: unknown) => void) => {
    heard = listener
  }),
  isOwn: () => false,
  isConnected: () => isConnected,
  ask: vi.fn(async (_type: string, _body: unknown): Promise<undefined> => undefined),
}
const toggle = { type: 'picker.toggle' }
const start = () => watchPage(window, parts as unknown as PageParts)
const focus = (selector: string) => (document.querySelector(selector) as HTMLElement).focus()

beforeAll(installVisibility)
beforeEach(() => {
  vi.clearAllMocks()
  heard = undefined
  isConnected = true
  document.body.innerHTML = mail
})
afterEach(() => findBridge()?.stop())

describe('a mail page that was only loaded', () => {
  it('has its ears and nothing else: no client, no control, no tie to the worker', () => {
    start()
    expect(parts.findSight).not.toHaveBeenCalled()
    expect(parts.createControl).not.toHaveBeenCalled()
    expect(parts.onWorkerMessage).not.toHaveBeenCalled()
    expect(parts.ask).not.toHaveBeenCalled()
  })

  it('wakes at the first focus, but makes the control for a composer only', () => {
    start()
    focus('#search')
    expect(parts.onWorkerMessage).toHaveBeenCalledTimes(1)
    expect(parts.createControl).not.toHaveBeenCalled()
    focus('[g_editable]')
    focus('[name="composeid"]')
    focus('#search')
    expect(parts.createControl).toHaveBeenCalledTimes(1)
    expect(parts.onWorkerMessage).toHaveBeenCalledTimes(1)
    expect(control.place).toHaveBeenLastCalledWith(null)
  })

  it('wakes at a key, and finds the composer that had the focus before', () => {
    focus('[g_editable]')
    start()
    expect(parts.createControl).not.toHaveBeenCalled()
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Alt', bubbles: true }))
    expect(control.place).toHaveBeenCalledWith(
      expect.objectContaining({ body: document.querySelector('[g_editable]') }),
    )
  })

  it('takes no focus that a script made up for the student', () => {
    start()
    document.querySelector('[g_editable]')?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }))
    expect(parts.createControl).not.toHaveBeenCalled()
  })

  it('does nothing where no mail client is known', () => {
    parts.findSight.mockReturnValueOnce(undefined as never)
    start()
    focus('[g_editable]')
    expect(parts.createControl).not.toHaveBeenCalled()
    expect(parts.onWorkerMessage).not.toHaveBeenCalled()
  })
})

describe('the shortcut', () => {
  it('has the picker loaded once, and opens it for the composer in use', async () => {
    start()
    focus('[g_editable]')
    const picker = { toggle: vi.fn(), confirm: vi.fn(), showAwaited: vi.fn(), stop: vi.fn() }
    parts.ask.mockImplementation(async (type) => {
      const bridge = findBridge()
      if (type === 'page.load' && bridge) bridge.picker = picker
      return undefined
    })
    heard?.(toggle)
    await vi.waitFor(() => expect(picker.toggle).toHaveBeenCalledTimes(1))
    heard?.(toggle)
    await vi.waitFor(() => expect(picker.toggle).toHaveBeenCalledTimes(2))
    expect(picker.toggle).toHaveBeenLastCalledWith(document.querySelector('[g_editable]'))
    expect(parts.ask.mock.calls.filter(([type]) => type === 'page.load')).toHaveLength(1)
    expect(findBridge()?.sight).toBe(gmailSight)
  })

  it('is no other message', async () => {
    start()
    focus('[g_editable]')
    for (const message of [null, 'picker.toggle', {}, { type: 'picker' }]) heard?.(message)
    await Promise.resolve()
    expect(parts.ask.mock.calls.filter(([type]) => type === 'page.load')).toHaveLength(0)
  })

  it.each([
    ['the extension is gone', false],
    ['the worker refuses', true],
  ])('says so at the control when %s', async (_, stillConnected) => {
    parts.ask.mockResolvedValue(undefined)
    start()
    focus('[g_editable]')
    isConnected = stillConnected
    heard?.(toggle)
    await vi.waitFor(() => expect(control.sayGone).toHaveBeenCalledTimes(1))
  })

  it('is tried once more when the worker of a fresh install does not listen yet', async () => {
    const picker = { toggle: vi.fn(), confirm: vi.fn(), showAwaited: vi.fn(), stop: vi.fn() }
    let asked = 0
    parts.ask.mockImplementation(async (type) => {
      const bridge = findBridge()
      if (type === 'page.load' && ++asked === 2 && bridge) bridge.picker = picker
      return undefined
    })
    start()
    focus('[g_editable]')
    heard?.(toggle)
    await vi.waitFor(() => expect(picker.toggle).toHaveBeenCalledTimes(1))
    expect(control.sayGone).not.toHaveBeenCalled()
    parts.ask.mockReset()
  })
})

describe('a second run', () => {
  it('ends the first, which hears nothing any more', () => {
    start()
    const stopped = vi.fn()
    const first = findBridge()
    if (first) first.picker = { toggle() {}, confirm() {}, showAwaited() {}, stop: stopped }
    start()
    expect(stopped).toHaveBeenCalledTimes(1)
    focus('[g_editable]')
    expect(parts.createControl).toHaveBeenCalledTimes(1)
    expect(findBridge()).not.toBe(first)
  })

  it('starts although the page has an element of our name', () => {
    findBridge()?.stop()
    document.body.innerHTML = `${mail}<div id="preround"></div><div id="__preround"></div>`
    expect(start).not.toThrow()
  })
})

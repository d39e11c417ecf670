// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { findCaptureBridge } from '../../../src/ui/capture/capture-bridge'
import { startOffer } from '../../../src/ui/capture/offer'
import type { PageReading } from '../../../src/ui/capture/page-reading'

/** The worker's side, and the extension's life. */
const asked = vi.fn()
let runtimeId: string | undefined
let heard: ((body: unknown) => void) | undefined
let stop: () => void
let roots: ShadowRoot[]
const readPage = vi.fn<(signal: AbortSignal) => Promise<PageReading>>()
const openPanel = vi.fn()

const reading = (kind: PageReading['kind'], ...names: string[]): PageReading => ({
  kind,
  people: names.map((shown, index) => ({ index, draft: { names: { shown } } as never })),
  cauthorPmid: null,
  more: null,
})

beforeEach(() => {
  vi.useFakeTimers()
  vi.resetAllMocks()
  runtimeId = 'preround'
  heard = undefined
  roots = []
  document.body.innerHTML = ''
  history.replaceState(null, '', '/faculty')
  // A closed root can be asked for nothing: it is noted while it is made.
  const attach = Element.prototype.attachShadow
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    const root = attach.call(this, init)
    roots.push(root)
    return root
  })
  const bridge = findCaptureBridge()
  delete bridge.panel
  delete bridge.reader
  asked.mockImplementation(async ({ type, body }: { type: string; body: { script?: string } }) => {
    if (type === 'page.load' && body.script === 'reader')
      bridge.reader = { readPage, readSelection: () => null }
    if (type === 'page.load' && body.script === 'capture')
      bridge.panel = { open: openPanel, stop: () => {} } as never
    return { ok: true, body: {} }
  })
  vi.stubGlobal('chrome', {
    runtime: {
      get id() {
        return runtimeId
      },
      sendMessage: asked,
      onMessage: {
        addListener: (listener: (body: unknown, sender: object, answer: () => void) => void) => {
          heard = (body) => listener(body, { id: 'preround' }, () => {})
        },
        removeListener: () => {
          heard = undefined
        },
      },
    },
  })
  Object.assign(window, { requestIdleCallback: (act: () => void) => setTimeout(act, 0) })
})
afterEach(() => {
  stop()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const start = (hasSigns: () => boolean = () => true) => {
  stop = startOffer(window, hasSigns)
}
const settle = (ms = 100) => vi.advanceTimersByTimeAsync(ms)
const hosts = () => document.querySelectorAll('[data-preround="offer"]')
const buttons = () => [...(roots.at(-1)?.querySelectorAll('button') ?? [])]
/** jsdom cannot make a trusted event: the listener is given one that says it is. */
const click = async (button: HTMLButtonElement | undefined) => {
  const event = new MouseEvent('click', { bubbles: true })
  const trusted = new Proxy(event, {
    get: (target, key) => (key === 'isTrusted' ? true : Reflect.get(target, key)),
  })
  for (const listener of clicked.get(button as EventTarget) ?? []) listener(trusted)
  await settle()
}
const clicked = new WeakMap<EventTarget, ((event: Event) => void)[]>()
const listen = EventTarget.prototype.addEventListener
EventTarget.prototype.addEventListener = function (type, listener, options) {
  if (type === 'click' && typeof listener === 'function')
    clicked.set(this, [...(clicked.get(this) ?? []), listener as (event: Event) => void])
  return listen.call(this, type, listener, options)
}

describe('the standing offer of a page', () => {
  it.each([
    ['a profile', reading('person', 'Jane Doe'), 'Save Jane Doe'],
    ['a listing', reading('list', 'Jane Doe', 'Bo Kim', 'Ann Lee'), 'Save people on this page (3)'],
  ])('names what %s would give', async (_, found, label) => {
    readPage.mockResolvedValue(found)
    start()
    await settle()
    expect(hosts()).toHaveLength(1)
    expect(buttons().map((one) => one.textContent)).toEqual([label, '×'])
    expect(buttons()[1]?.ariaLabel).toBe('Not on this page')
  })

  it('loads no reader on a page without signs, after a second look either', async () => {
    const hasSigns = vi.fn(() => false)
    start(hasSigns)
    await settle(60_000)
    expect(hasSigns).toHaveBeenCalledTimes(2)
    expect(asked).not.toHaveBeenCalled()
    expect(hosts()).toHaveLength(0)
  })

  it.each([
    ['nothing', reading(null)],
    ['a person without anybody in it', reading('person')],
    ['a listing of one', reading('list', 'Jane Doe')],
    ['an article', reading('article', 'Jane Doe')],
  ])('shows nothing where the reader finds %s', async (_, found) => {
    readPage.mockResolvedValue(found)
    start()
    await settle(60_000)
    expect(hosts()).toHaveLength(0)
    expect(readPage).toHaveBeenCalledTimes(2)
  })

  it('shows nothing where the reader fails or does not come', async () => {
    readPage.mockRejectedValue(new Error('a page that cannot be read'))
    start()
    await settle(60_000)
    asked.mockRejectedValue(new Error('no worker'))
    delete findCaptureBridge().reader
    history.replaceState(null, '', '/other')
    window.dispatchEvent(new PopStateEvent('popstate'))
    await settle(60_000)
    expect(hosts()).toHaveLength(0)
  })

  it('looks once more at a page that its script draws late', async () => {
    readPage.mockResolvedValueOnce(reading(null)).mockResolvedValue(reading('person', 'Jane Doe'))
    start()
    await settle(1000)
    expect(hosts()).toHaveLength(0)
    await settle(5000)
    expect(hosts()).toHaveLength(1)
  })

  it('opens the panel on the student’s click, hides meanwhile, and takes the focus back', async () => {
    readPage.mockResolvedValue(reading('person', 'Jane Doe'))
    start()
    await settle()
    await click(buttons()[0])
    expect(asked).toHaveBeenLastCalledWith({ v: 1, type: 'page.load', body: { script: 'capture' } })
    expect(openPanel).toHaveBeenCalledTimes(1)
    expect(hosts()).toHaveLength(0)
    openPanel.mock.calls[0]?.[0].returnFocus()
    expect(hosts()).toHaveLength(1)
    expect(document.activeElement).toBe(hosts()[0])
    expect(roots.at(-1)?.activeElement).toBe(buttons()[0])
    // The panel is there: it is not loaded again.
    await click(buttons()[0])
    expect(asked.mock.calls.filter(([{ body }]) => body.script === 'capture')).toHaveLength(1)
    expect(openPanel).toHaveBeenCalledTimes(2)
  })

  it('does nothing on a click that a script made up', async () => {
    readPage.mockResolvedValue(reading('person', 'Jane Doe'))
    start()
    await settle()
    for (const button of buttons()) button.click()
    await settle()
    expect(openPanel).not.toHaveBeenCalled()
    expect(hosts()).toHaveLength(1)
  })

  it('goes for this page when it is put away, and comes back on the next one', async () => {
    readPage.mockResolvedValue(reading('person', 'Jane Doe'))
    start()
    await settle()
    await click(buttons()[1])
    expect(hosts()).toHaveLength(0)
    history.replaceState(null, '', '/faculty#contact')
    window.dispatchEvent(new PopStateEvent('popstate'))
    await settle(60_000)
    expect(hosts()).toHaveLength(0)
    history.replaceState(null, '', '/faculty/next')
    window.dispatchEvent(new PopStateEvent('popstate'))
    await settle(60_000)
    expect(hosts()).toHaveLength(1)
  })

  it('goes when the site shows another page that is about nobody', async () => {
    readPage.mockResolvedValue(reading('person', 'Jane Doe'))
    start(() => location.pathname === '/faculty')
    await settle()
    expect(hosts()).toHaveLength(1)
    history.replaceState(null, '', '/visit')
    window.dispatchEvent(new PopStateEvent('popstate'))
    expect(hosts()).toHaveLength(0)
    await settle(60_000)
    expect(hosts()).toHaveLength(0)
  })

  it('says to reload when the extension was updated under it', async () => {
    readPage.mockResolvedValue(reading('person', 'Jane Doe'))
    start()
    await settle()
    runtimeId = undefined
    await click(buttons()[0])
    expect(buttons()[0]?.textContent).toMatch(/reload this page/)
    expect(buttons()[0]?.role).toBe('alert')
    expect(openPanel).not.toHaveBeenCalled()
  })

  it('takes away what an earlier version left', async () => {
    document.body.innerHTML = '<div data-preround="offer" id="stale"></div>'
    start(() => false)
    expect(hosts()).toHaveLength(0)
  })

  it('ends when the student takes the site back, and for no other site', async () => {
    readPage.mockResolvedValue(reading('person', 'Jane Doe'))
    start()
    await settle()
    for (const body of [
      null,
      'offer.stop',
      {},
      { type: 'offer.stop' },
      { type: 'offer.stop', body: { host: 'other.example' } },
    ])
      heard?.(body)
    expect(hosts()).toHaveLength(1)
    heard?.({ type: 'offer.stop', body: { host: location.hostname } })
    expect(hosts()).toHaveLength(0)
    expect(heard).toBeUndefined()
    history.replaceState(null, '', '/faculty/next')
    window.dispatchEvent(new PopStateEvent('popstate'))
    await settle(60_000)
    expect(hosts()).toHaveLength(0)
  })

  it('leaves nothing running when it is stopped while it reads', async () => {
    let finish = (_: PageReading) => {}
    readPage.mockReturnValue(new Promise((done) => (finish = done)))
    start()
    await settle()
    const signal = readPage.mock.calls[0]?.[0]
    stop()
    expect(signal?.aborted).toBe(true)
    finish(reading('person', 'Jane Doe'))
    await settle(60_000)
    expect(hosts()).toHaveLength(0)
  })

  it('shows a hostile name as text', async () => {
    readPage.mockResolvedValue(reading('person', '<img src=x onerror=alert(1)>'))
    start()
    await settle()
    expect(buttons()[0]?.textContent).toBe('Save <img src=x onerror=alert(1)>')
    expect(roots.at(-1)?.querySelector('img')).toBeNull()
  })
})

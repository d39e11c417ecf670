import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeArticlePage } from '../../scripts/article-page.mjs'
import { root as projectRoot } from '../../scripts/build.mjs'
import { composerAddress, composerPages } from '../../scripts/composer-pages.mjs'
import { type RunningChromium, startChromium } from './harness/chromium'

// The release build, as it is shipped: what a page can see of us and do to us.

const article = 'https://pubmed.ncbi.nlm.nih.gov/90000001/'
const elsewhere = 'https://elsewhere.example/'
const composer = composerAddress('popup')

/** Runs before any other script of the page, and notes all that a page could hear of an extension. */
const eavesdropper = `<script>
  window.heard = []
  addEventListener('message', (event) => window.heard.push(['message', JSON.stringify(event.data)]), true)
  const dispatch = EventTarget.prototype.dispatchEvent
  EventTarget.prototype.dispatchEvent = function (event) { window.heard.push(['event', event.type]); return dispatch.call(this, event) }
  const attach = Element.prototype.attachShadow
  Element.prototype.attachShadow = function (init) { window.heard.push(['shadow', init.mode]); return attach.call(this, init) }
</script>`

/** The project's own composer, with the ear before its first script. */
const composerHtml = readFileSync(
  join(projectRoot, 'tests/fixtures/composers/gmail-popup.html'),
  'utf8',
).replace(/<head>/, `$&${eavesdropper}`)

let chromium: RunningChromium
let page: Page
let debug: CDPSession

beforeAll(async () => {
  chromium = await startChromium({
    build: 'release',
    pages: [
      { url: article, html: makeArticlePage({ pmid: '90000001', authors: 3, extra: eavesdropper }) },
      ...composerPages.filter(({ url }) => url !== composer),
      { url: composer, html: composerHtml },
      { url: elsewhere, html: '<!doctype html><title>Elsewhere</title><p>Nothing here.' },
    ],
  })
  page = await chromium.openPage(article)
  await page.locator('[data-preround="save"]').first().waitFor({ state: 'attached' })
  debug = await chromium.debug(page)
})
afterAll(() => chromium?.stop())

interface DomNode {
  nodeId: number
  backendNodeId: number
  nodeName: string
  attributes?: string[]
  shadowRootType?: string
  shadowRoots?: DomNode[]
  children?: DomNode[]
}

/** Runs a function body on a node that only the debugger can reach; the node is `this`. */
async function runOn(session: CDPSession, node: DomNode, body: string): Promise<void> {
  const { object } = await session.send('DOM.resolveNode', { backendNodeId: node.backendNodeId })
  await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId as string,
    functionDeclaration: `function () { ${body} }`,
  })
}

/** A press and a click by the mouse, on a node that only the debugger can reach. */
async function clickOn(session: CDPSession, on: Page, node: DomNode): Promise<void> {
  const { model } = await session.send('DOM.getBoxModel', { backendNodeId: node.backendNodeId })
  const [left = 0, top = 0, right = 0, , , bottom = 0] = model.content
  await on.mouse.click((left + right) / 2, (top + bottom) / 2)
}

/** Everything a script can make up at an element. */
const madeUpEvents = `
  this.click()
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
    this.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, composed: true }))
  }
  for (const key of ['Enter', ' ', 'Escape']) {
    for (const type of ['keydown', 'keypress', 'keyup']) {
      this.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, cancelable: true, composed: true }))
    }
  }
  this.getRootNode().host.click()`

/** Our hosts and what is inside, as the debugger sees them through closed roots. */
async function findHosts(session = debug) {
  const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: DomNode }
  const all = (node: DomNode): DomNode[] => [
    node,
    ...[...(node.shadowRoots ?? []), ...(node.children ?? [])].flatMap(all),
  ]
  return all(root)
    .filter(({ attributes = [] }) => attributes.includes('data-preround'))
    .map((host) => {
      const { attributes = [] } = host
      const inside = (host.shadowRoots ?? []).flatMap(all)
      return {
        name: attributes[attributes.indexOf('data-preround') + 1] ?? '',
        modes: (host.shadowRoots ?? []).map((shadow) => shadow.shadowRootType),
        inside,
        buttons: inside.filter(({ nodeName }) => nodeName === 'BUTTON'),
      }
    })
}

describe('the in-page interface', () => {
  test('stands in closed shadow roots', async () => {
    await expect.poll(async () => (await findHosts()).length).toBeGreaterThanOrEqual(3)
    const hosts = await findHosts()
    for (const { modes, buttons } of hosts) {
      expect(modes).toEqual(['closed'])
      expect(buttons).toHaveLength(1)
    }
    const seen = await page.evaluate(() =>
      [...document.querySelectorAll('[data-preround]')].map(({ shadowRoot }) => shadowRoot),
    )
    expect(seen.length).toBe(hosts.length)
    expect(seen.every((root) => root === null)).toBe(true)
  })

  test('tells the page nothing by events, messages or shadow roots of the page’s world', async () => {
    await page.waitForTimeout(500)
    expect(await page.evaluate('window.heard')).toEqual([])
    expect(await page.evaluate(() => Object.keys(window).filter((key) => /preround/i.test(key)))).toEqual([])
    // The ear does work.
    await page.evaluate(() => document.body.dispatchEvent(new Event('made-up')))
    expect(await page.evaluate('window.heard')).toEqual([['event', 'made-up']])
  })

  test('does nothing on clicks and keys that a script made up', async () => {
    const [host] = await findHosts()
    const button = host?.buttons[0]
    if (!button) throw new Error('there is no button to try')
    await runOn(debug, button, madeUpEvents)
    await page.waitForTimeout(1000)
    expect((await findHosts()).map(({ name }) => name)).not.toContain('panel')
    expect(chromium.requests.map(({ url }) => url)).toEqual([article])
  })

  test('and does act on the student’s own click, so the silence before was no accident', async () => {
    const [host] = await findHosts()
    const button = host?.buttons[0]
    if (!button) throw new Error('there is no button to click')
    await clickOn(debug, page, button)
    await expect.poll(async () => (await findHosts()).map(({ name }) => name)).toContain('panel')
    const panel = (await findHosts()).find(({ name }) => name === 'panel')
    expect(panel?.modes).toEqual(['closed'])
  })
})

describe('the in-page interface of a mail page', () => {
  let mail: Page
  let session: CDPSession

  beforeAll(async () => {
    mail = await chromium.openPage(composer)
    session = await chromium.debug(mail)
  })
  afterAll(() => mail?.close())

  const findHost = async (name: string) => (await findHosts(session)).find((host) => host.name === name)
  const findAll = async (name: string, attribute: string, value: string): Promise<DomNode[]> =>
    ((await findHost(name))?.inside ?? []).filter(({ attributes = [] }) =>
      attributes.some((one, at) => at % 2 === 0 && one === attribute && attributes[at + 1] === value),
    )
  const isOpen = async () => (await findAll('mail-picker', 'role', 'dialog')).length === 1
  const readMail = () =>
    mail.evaluate(() => [
      document.querySelector<HTMLInputElement>('input[name="subjectbox"]')?.value,
      document.querySelector<HTMLElement>('[g_editable="true"]')?.innerHTML,
    ])
  const seenRoots = () =>
    mail.evaluate(() => [...document.querySelectorAll('[data-preround]')].map(({ shadowRoot }) => shadowRoot))

  test('is not there before a composer is used, and then stands in a closed shadow root', async () => {
    await mail.waitForTimeout(500)
    expect(await findHosts(session)).toEqual([])
    await mail.locator('[g_editable="true"]:visible').click()
    await expect.poll(async () => (await findHost('mail-control'))?.modes).toEqual(['closed'])
    await expect.poll(async () => (await findHost('mail-control'))?.buttons).toHaveLength(1)
    await expect.poll(seenRoots).toEqual([null])
  })

  test('opens nothing on clicks and keys that a script made up', async () => {
    const button = (await findHost('mail-control'))?.buttons[0]
    if (!button) throw new Error('there is no button to try')
    await runOn(session, button, madeUpEvents)
    await mail.evaluate(() => {
      const shortcut = { key: 'Y', code: 'KeyY', altKey: true, shiftKey: true, bubbles: true }
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', shortcut))
    })
    await mail.waitForTimeout(1000)
    expect(await findHost('mail-picker')).toBeUndefined()
  })

  test('opens on the student’s own click, in a closed shadow root too, and says nothing to the page', async () => {
    await mail.evaluate('window.heard.length = 0')
    const button = (await findHost('mail-control'))?.buttons[0]
    if (!button) throw new Error('there is no button to click')
    await clickOn(session, mail, button)
    await expect.poll(isOpen).toBe(true)
    await expect.poll(async () => (await findAll('mail-picker', 'role', 'option')).length).toBeGreaterThan(1)
    await expect.poll(async () => (await findHost('mail-picker'))?.modes).toEqual(['closed'])
    await expect.poll(seenRoots).toEqual([null, null])
    expect(await mail.evaluate('window.heard')).toEqual([])
    expect(await mail.evaluate(() => Object.keys(window).filter((key) => /preround/i.test(key)))).toEqual([])
    const symbols = () => Object.getOwnPropertySymbols(window).filter((key) => /preround/i.test(String(key)))
    expect(await mail.evaluate(symbols)).toEqual([])
  })

  test('neither chooses, inserts nor closes on clicks and keys that a script made up', async () => {
    const earlier = await readMail()
    await expect.poll(async () => (await findHost('mail-picker'))?.buttons.length).toBeGreaterThan(0)
    const nodes = [
      ...((await findHost('mail-picker'))?.buttons ?? []),
      ...(await findAll('mail-picker', 'role', 'option')),
      ...(await findAll('mail-picker', 'role', 'combobox')),
    ]
    expect(nodes.length).toBeGreaterThan(3)
    for (const node of nodes) await runOn(session, node, madeUpEvents)
    await mail.waitForTimeout(500)
    expect(await isOpen()).toBe(true)
    expect(await findAll('mail-picker', 'role', 'combobox')).toHaveLength(1)

    // The form of one template, by real keys; its buttons are tried in the same way.
    await mail.keyboard.type('keep in touch')
    await mail.keyboard.press('Enter')
    await expect.poll(async () => (await findAll('mail-picker', 'role', 'combobox')).length).toBe(0)
    const findButtons = async () => (await findHost('mail-picker'))?.buttons ?? []
    await expect.poll(async () => (await findButtons()).length).toBeGreaterThan(2)
    const buttons = await findButtons()
    for (const button of buttons) await runOn(session, button, madeUpEvents)
    await mail.waitForTimeout(500)
    expect(await isOpen()).toBe(true)
    expect(await findAll('mail-picker', 'role', 'combobox')).toHaveLength(0)
    expect(await readMail()).toEqual(earlier)
  })

  test('and does close on the student’s own Escape, so the silence before was no accident', async () => {
    await mail.keyboard.press('Escape')
    await mail.keyboard.press('Escape')
    await expect.poll(isOpen).toBe(false)
  })
})

describe('what a page can send', () => {
  test('a page has no way to send messages to the extension, nor to load its files', async () => {
    expect(await page.evaluate(() => typeof (globalThis as { chrome?: typeof chrome }).chrome?.runtime)).toBe(
      'undefined',
    )
    for (const file of ['popup.html', 'pubmed.js', 'manifest.json']) {
      const address = `chrome-extension://${chromium.extensionId}/${file}`
      expect(
        await page.evaluate(
          (url) =>
            fetch(url).then(
              () => 'read',
              () => 'refused',
            ),
          address,
        ),
      ).toBe('refused')
    }
  })

  /** Sends a message as our own script in a tab would, and answers what the worker said. */
  const sendFrom = (address: string, body: unknown) =>
    chromium.runInExtension(
      async ({ address, body }) => {
        const tabs = await chrome.tabs.query({ url: address })
        const [{ result } = {}] = await chrome.scripting.executeScript({
          target: { tabId: tabs[0]?.id as number },
          args: [body as null],
          func: (message) => chrome.runtime.sendMessage(message),
        })
        return result as unknown
      },
      { address, body },
    )
  const refused = { ok: false, error: { id: 'error.refused', params: {} } }
  const marks = { type: 'capture.marks', body: { pmids: [], cited: false, people: [] } }

  test('a message of the protocol, from a page it may come from, is answered', async () => {
    expect(await sendFrom(article, { v: 1, ...marks })).toEqual({ ok: true, body: { marks: [] } })
  })

  test.each([
    ['of an unknown type', { v: 1, type: 'log.everything', body: {} }],
    ['named like something every object has', { v: 1, type: 'constructor', body: {} }],
    ['of another version', { v: 2, ...marks }],
    ['without a version', marks],
    ['whose body does not fit', { v: 1, type: 'capture.marks', body: { people: 'all' } }],
    ['that only a mail page may send', { v: 1, type: 'mail.awaited', body: { to: [] } }],
    ['that is no object', 'capture.marks'],
    ['that is nothing', null],
  ])('a message %s is refused', async (_, body) => {
    expect(await sendFrom(article, body)).toEqual(refused)
  })

  test('a page of the extension sends no messages of page scripts', async () => {
    const answer = await chromium.runInExtension((body) => chrome.runtime.sendMessage(body), {
      v: 1,
      ...marks,
    })
    expect(answer).toEqual(refused)
  })

  test('nothing of all this reached the log', async () => {
    const counts = await chromium.runInExtension(async () => {
      const found: Record<string, number> = {}
      for (const { name = '' } of await indexedDB.databases()) {
        const db = await new Promise<IDBDatabase>((resolve, reject) => {
          const request = indexedDB.open(name)
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(request.error)
        })
        for (const store of db.objectStoreNames) {
          found[store] = await new Promise<number>((resolve, reject) => {
            const request = db.transaction(store).objectStore(store).count()
            request.onsuccess = () => resolve(request.result)
            request.onerror = () => reject(request.error)
          })
        }
        db.close()
      }
      return found
    })
    expect(Object.keys(counts)).toContain('persons')
    expect(counts.persons).toBe(0)
    expect(chromium.problems).toEqual([])
  })
})

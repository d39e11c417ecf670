import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type BrowserContext,
  type CDPSession,
  chromium,
  type Page,
  type Route,
  type Worker,
} from 'playwright-core'
import { ensureBuilt, root } from '../../../scripts/build.mjs'
import { describeMissing, findChromium } from '../../../scripts/find-browser.mjs'
import { type Handler, type RecordedRequest, type ServedPage, ServedPages } from './served-pages'

/**
 * A real Chromium with the built extension and no network.
 *
 *     const chromium = await startChromium({ build: 'e2e', pages: [{ url: 'https://pubmed.ncbi.nlm.nih.gov/1/', file: 'tests/fixtures/…' }] })
 *     const page = await chromium.openPage('https://pubmed.ncbi.nlm.nih.gov/1/')   // a Playwright page
 *     await page.getByRole('button', { name: 'Save Jane Doe' }).click()            // e2e build: locators pierce the open root
 *     await expect.poll(() => chromium.runInExtension(() => indexedDB.databases())).toHaveLength(1)
 *     await checkAxe(page, '[data-preround]')                                      // ./axe
 *     await chromium.screenshot(page, 'panel')                                     // output/panel.png
 *     await chromium.stop()                                                        // in afterAll
 *
 * - Every http(s) request, the worker's too, is answered from `pages` and `serve(…)`; anything else gets 404. All are
 *   listed in `requests`, so a spec can assert what was asked, and that nothing else was.
 * - `build: 'e2e'` has open shadow roots and differs in nothing else; `release` is what is shipped.
 * - The build is made when a source is newer. `PREROUND_OUT` names another build folder, for runs side by side.
 * - `PREROUND_HEADED=1` shows the browser.
 */
export interface StartOptions {
  /** `none`: no extension at all, for comparison. */
  build: 'e2e' | 'release' | 'development' | 'none'
  /** Another extension's folder instead of a build of ours, for comparison. */
  folder?: string
  pages?: readonly ServedPage[]
  colorScheme?: 'light' | 'dark'
  reducedMotion?: 'reduce' | 'no-preference'
  /** null: as large as the window. */
  viewport?: { width: number; height: number } | null
  /** Shows the browser. */
  isHeaded?: boolean
  /** Shows the browser on this X display, such as `:99` of `./display`. */
  display?: string
  /** Lets requests through to the real internet. */
  isLive?: boolean
  /** The browser's language; `en-US` when not given. */
  locale?: string
  timezone?: string
  /** Tabs opened before the extension is installed, in this order: `context.pages()` holds them. */
  openBefore?: readonly string[]
}

export type ExtensionPage = 'popup' | 'dashboard' | 'welcome'

export interface RunningChromium {
  context: BrowserContext
  extensionId: string
  /** The worker as it was at the start. It ends when idle: use `runInExtension` to ask the extension something. */
  readonly worker: Worker
  /** All requests so far, in order. Empty it with `requests.length = 0`. */
  requests: RecordedRequest[]
  /** Uncaught errors and console errors of every page and of the extension, as text. */
  problems: string[]
  openPage(url: string): Promise<Page>
  /** A page of the extension in a tab; the popup's is 360 × 600 unless `size` says otherwise. */
  openExtensionPage(
    page: ExtensionPage,
    hash?: string,
    size?: { width: number; height: number },
  ): Promise<Page>
  /** The real popup, as the browser shows it by itself: without the rights that a click gives. */
  openRealPopup(): Promise<RealPopup>
  /** A click on the toolbar icon while this page's tab is in front: opens the popup and grants `activeTab`. */
  clickToolbar(page: Page): Promise<RealPopup>
  /** The popup that stands open, however it was opened. */
  findRealPopup(): Promise<RealPopup>
  serve(pattern: string | RegExp, handler: Handler): void
  /** Runs a function in a page of the extension that runs no script of ours: it sees the real `chrome.*` and IndexedDB. */
  runInExtension<T>(run: () => T | Promise<T>): Promise<T>
  runInExtension<T, A>(run: (argument: A) => T | Promise<T>, argument: A): Promise<T>
  /** Ends the worker, as the browser does after 30 s of idling; the next message starts a cold one. */
  stopWorker(): Promise<void>
  /** Installs the same folder once more, as an update does: scripts of before lose their connection. */
  reinstall(): Promise<void>
  uninstall(): Promise<void>
  /** A session with the browser's debugger, e.g. to look inside a closed shadow root. */
  debug(page: Page): Promise<CDPSession>
  /** Writes `output/NAME.png`. */
  screenshot(page: Page, name: string, options?: { fullPage?: boolean }): Promise<string>
  stop(): Promise<void>
}

/** The toolbar popup is no page to Playwright: these few things go through the debugger. */
export interface RealPopup {
  evaluate<T>(expression: string): Promise<T>
  /** A click by the mouse on the first button that is named so. Waits for it. */
  click(name: string | RegExp): Promise<void>
  /** All words that are shown. */
  text(): Promise<string>
  /** Writes `output/NAME.png`. */
  screenshot(name: string): Promise<string>
}

/** Starts the browser, opens `openBefore`, then installs the extension through the debugger. */
export async function startChromium(options: StartOptions): Promise<RunningChromium> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error(describeMissing('chromium'))
  const folder =
    options.folder ??
    (options.build === 'none' ? null : ensureBuilt({ browser: 'chrome', mode: options.build }))
  const profile = mkdtempSync(join(tmpdir(), 'preround-chromium-'))
  const served = new ServedPages(options.pages ?? [])
  const problems: string[] = []

  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: !(options.isHeaded || options.display || process.env.PREROUND_HEADED === '1'),
    ...(options.display ? { env: { ...process.env, DISPLAY: options.display } } : {}),
    viewport: options.viewport === undefined ? { width: 1280, height: 800 } : options.viewport,
    colorScheme: options.colorScheme ?? 'light',
    reducedMotion: options.reducedMotion ?? 'no-preference',
    locale: options.locale ?? 'en-US',
    ...(options.timezone ? { timezoneId: options.timezone } : {}),
    // With a window, Ctrl+C is the caller's to handle: it tidies up first.
    handleSIGINT: !options.isHeaded,
    // Branded Chrome ignores --load-extension, so the debugger installs; Playwright would switch extensions off.
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      '--enable-unsafe-extension-debugging',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

  const stop = async () => {
    await context.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }

  // Generous, as a busy machine may be many times slower than this one: only a failure waits so long.
  context.setDefaultTimeout(30_000)
  try {
    const answerRoute = async (route: Route) => {
      const request = route.request()
      const answer = await served.answer({
        url: request.url(),
        method: request.method(),
        body: request.postData() ?? '',
      })
      // The page may be gone by the time a slow answer is ready.
      await (answer.offline
        ? route.abort('internetdisconnected')
        : route.fulfill({
            status: answer.status ?? 200,
            headers: answer.headers ?? {},
            body: answer.body ?? '',
          })
      ).catch(() => {})
    }
    if (!options.isLive) await context.route(/^https?:/, answerRoute)
    context.on('weberror', (event) => problems.push(`uncaught: ${event.error().message}`))
    context.on('console', (event) => {
      if (event.type() === 'error' && !event.text().startsWith('Failed to load resource')) {
        problems.push(`console: ${event.text()}`)
      }
    })

    const openPage = async (url: string) => {
      const page = await context.newPage()
      await page.goto(url)
      return page
    }
    for (const url of options.openBefore ?? []) await openPage(url)

    const browser = context.browser()
    if (!browser) throw new Error('the browser did not say how to reach its debugger')
    const browserDebug = await browser.newBrowserCDPSession()
    const { id: extensionId, worker } = folder
      ? await install(context, browserDebug, folder)
      : { id: '', worker: null }

    const address = (path: string) => `chrome-extension://${extensionId}/${path}`
    let desk: Promise<Page> | undefined
    async function runInDesk<T, A>(run: (argument: A) => T | Promise<T>, argument?: A) {
      // The manifest shown as a page has the extension's origin and runs nothing.
      desk ??= openPage(address('manifest.json'))
      const page = await desk
      return (await page.evaluate(run as never, argument as never)) as T
    }

    return {
      context,
      extensionId,
      get worker() {
        if (!worker) throw new Error('this extension has no worker')
        return worker
      },
      requests: served.requests,
      problems,
      openPage,
      async openExtensionPage(
        name,
        hash = '',
        size = name === 'popup' ? { width: 360, height: 600 } : undefined,
      ) {
        const page = await context.newPage()
        if (size) await page.setViewportSize(size)
        await page.goto(address(`${name}.html${hash}`))
        return page
      },
      async openRealPopup() {
        // A tab of the usual size: the window follows the one in front, and the bubble is never wider than its window.
        await context.newPage()
        return await openRealPopup(browserDebug, address('popup.html'), () =>
          runInDesk(() => chrome.action.openPopup()),
        )
      },
      findRealPopup: () => openRealPopup(browserDebug, address('popup.html'), null),
      async clickToolbar(page) {
        await page.bringToFront()
        const session = await context.newCDPSession(page)
        const { targetInfo } = await session.send('Target.getTargetInfo')
        await session.detach()
        const { targetInfos } = (await browserDebug.send('Target.getTargets', {
          filter: [{ type: 'tab' }],
        })) as { targetInfos: { targetId: string; url: string; title: string }[] }
        // A tab and its page are two targets, which tell of each other by address alone; a title may be late.
        const fitting = targetInfos.filter(({ url }) => url === targetInfo.url)
        const tab = fitting.find(({ title }) => title === targetInfo.title) ?? fitting[0]
        if (!tab) throw new Error(`no tab shows ${targetInfo.url}`)
        return await openRealPopup(browserDebug, address('popup.html'), () =>
          browserDebug.send(
            'Extensions.triggerAction' as never,
            { id: extensionId, targetId: tab.targetId } as never,
          ),
        )
      },
      serve: (pattern, handler) => served.add(pattern, handler),
      runInExtension: runInDesk,
      async stopWorker() {
        const { targetInfos } = await browserDebug.send('Target.getTargets')
        for (const target of targetInfos) {
          if (target.type !== 'service_worker' || !target.url.startsWith(address(''))) continue
          await browserDebug.send('Target.closeTarget', { targetId: target.targetId })
        }
      },
      async reinstall() {
        if (!folder) throw new Error('there is nothing to install')
        desk = undefined
        await install(context, browserDebug, folder)
      },
      async uninstall() {
        desk = undefined
        await browserDebug.send('Extensions.uninstall' as never, { id: extensionId } as never)
      },
      debug: (page) => context.newCDPSession(page),
      async screenshot(page, name, { fullPage = false } = {}) {
        const path = screenshotPath(name)
        await page.screenshot({ path, fullPage })
        return path
      },
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

async function install(context: BrowserContext, browserDebug: CDPSession, folder: string) {
  const seen: Worker[] = []
  context.on('serviceworker', (worker) => seen.push(worker))
  // Playwright's types do not know the method.
  const { id } = (await browserDebug.send('Extensions.loadUnpacked' as never, { path: folder } as never)) as {
    id: string
  }
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { background?: object }
  if (!manifest.background) return { id, worker: null }
  const isOurs = (worker: Worker) => worker.url().startsWith(`chrome-extension://${id}/`)
  const worker =
    [...seen, ...context.serviceWorkers()].find(isOurs) ??
    (await context.waitForEvent('serviceworker', isOurs))
  return { id, worker }
}

/** `output/NAME.png` of the project; makes the folder. */
export function screenshotPath(name: string): string {
  const folder = join(root, 'output')
  mkdirSync(folder, { recursive: true })
  return join(folder, `${name}.png`)
}

async function openRealPopup(
  browserDebug: CDPSession,
  address: string,
  open: (() => Promise<unknown>) | null,
): Promise<RealPopup> {
  const listTargets = async () => (await browserDebug.send('Target.getTargets')).targetInfos
  const known = new Set(open ? (await listTargets()).map((info) => info.targetId) : [])
  await open?.()
  let targetId: string | undefined
  for (let attempt = 0; !targetId && attempt < 400; attempt++) {
    const found = await listTargets()
    targetId = found.find((info) => info.url.startsWith(address) && !known.has(info.targetId))?.targetId
    if (!targetId) await new Promise((done) => setTimeout(done, 50))
  }
  if (!targetId) throw new Error('the popup did not open')

  const { sessionId } = await browserDebug.send('Target.attachToTarget', { targetId, flatten: false })
  const waiting = new Map<number, { resolve(result: never): void; reject(error: Error): void }>()
  browserDebug.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return
    const reply = JSON.parse(event.message) as { id?: number; result?: never; error?: { message: string } }
    const waiter = reply.id === undefined ? undefined : waiting.get(reply.id)
    if (!waiter) return
    waiting.delete(reply.id as number)
    if (reply.error) waiter.reject(new Error(reply.error.message))
    else waiter.resolve(reply.result as never)
  })
  let nextId = 1
  const send = <T>(method: string, params: object): Promise<T> => {
    const id = nextId++
    const answer = new Promise<T>((resolve, reject) => waiting.set(id, { resolve, reject }))
    const message = JSON.stringify({ id, method, params })
    return browserDebug.send('Target.sendMessageToTarget', { sessionId, message }).then(() => answer)
  }

  const popup: RealPopup = {
    async evaluate<T>(expression: string) {
      const { result, exceptionDetails } = await send<{
        result: { value: T }
        exceptionDetails?: { text: string; exception?: { description?: string } }
      }>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
      return result.value
    },
    async click(name) {
      const find = `[...document.querySelectorAll('button')].find((one) => {
        const says = one.ariaLabel || one.textContent.trim()
        return ${typeof name === 'string' ? `says === ${JSON.stringify(name)}` : `${name}.test(says)`}
      })`
      let box: number[] | null = null
      for (let attempt = 0; !box; attempt++) {
        if (attempt === 400) throw new Error(`the popup has no button ${name}: ${await popup.text()}`)
        box = await popup.evaluate<number[] | null>(`(() => {
          const button = ${find}
          if (!button || button.ariaDisabled === 'true') return null
          button.scrollIntoView({ block: 'nearest' })
          const { x, y, width, height } = button.getBoundingClientRect()
          return [x + width / 2, y + height / 2]
        })()`)
        if (!box) await new Promise((done) => setTimeout(done, 50))
      }
      const [x, y] = box
      const mouse = { x, y, button: 'left', clickCount: 1 }
      await send('Input.dispatchMouseEvent', { type: 'mousePressed', ...mouse })
      // The popup may close by the click, and then does not answer any more.
      void send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...mouse }).catch(() => undefined)
    },
    text: () => popup.evaluate<string>('document.body.innerText'),
    async screenshot(name) {
      const { data } = await send<{ data: string }>('Page.captureScreenshot', { format: 'png' })
      const path = screenshotPath(name)
      writeFileSync(path, Buffer.from(data, 'base64'))
      return path
    },
  }
  // The bubble is shown once its page has a size; before that no picture can be taken.
  for (let attempt = 0; attempt < 400; attempt++) {
    if (await popup.evaluate(`document.readyState === 'complete' && !document.hidden`)) return popup
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error('the popup opened but was never shown')
}

import { randomUUID } from 'node:crypto'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { type Browser, launch, type Page } from 'puppeteer-core'
import { generate } from 'selfsigned'
import { ensureBuilt } from '../../../scripts/build.mjs'
import { describeMissing, findFirefox } from '../../../scripts/find-browser.mjs'
import { type ExtensionPage, screenshotPath } from './chromium'
import { type Handler, type RecordedRequest, type ServedPage, ServedPages } from './served-pages'

/**
 * A real Firefox with the built extension and no network. The same idea as `./chromium`, but pages are Puppeteer's
 * (WebDriver BiDi): `page.locator('>>> button')` and `page.$('>>> …')` pierce open shadow roots.
 *
 *     const firefox = await startFirefox({ pages: [{ url: 'https://pubmed.ncbi.nlm.nih.gov/1/', file: 'tests/fixtures/…' }] })
 *     const page = await firefox.openPage('https://pubmed.ncbi.nlm.nih.gov/1/')
 *     await page.locator('>>> button[aria-label="Save Jane Doe"]').click()
 *     await firefox.stop()
 *
 * Every https host is resolved to a local server with a certificate made for the run, as Firefox's own request
 * interception does not reach background scripts. Anything not registered answers 404 and is listed in `requests`.
 */
export interface FirefoxOptions {
  build?: 'e2e' | 'release'
  pages?: readonly ServedPage[]
  colorScheme?: 'light' | 'dark'
  viewport?: { width: number; height: number }
}

export interface RunningFirefox {
  browser: Browser
  requests: RecordedRequest[]
  openPage(url: string): Promise<Page>
  openExtensionPage(
    page: ExtensionPage,
    hash?: string,
    size?: { width: number; height: number },
  ): Promise<Page>
  serve(pattern: string | RegExp, handler: Handler): void
  /** Runs a function in a page of the extension that runs no script of ours: it sees the real `browser.*` and IndexedDB. */
  runInExtension<T>(run: () => T | Promise<T>): Promise<T>
  runInExtension<T, A>(run: (argument: A) => T | Promise<T>, argument: A): Promise<T>
  /**
   * Runs code in the browser's own window, for what stands outside the pages: `action` is the extension's toolbar button,
   * `press` a key with its code, number and modifiers, `wait` a pause. Answers what the code returns.
   */
  runInWindow(code: string): Promise<unknown>
  /** Writes `output/NAME.png`. */
  screenshot(page: Page, name: string): Promise<string>
  stop(): Promise<void>
}

/** Puppeteer's line to the browser, for what it has no method for. */
interface BidiConnection {
  send(method: string, params: object): Promise<{ result: Record<string, unknown> }>
}

const windowTools = `
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs')
  const extension = ExtensionParent.GlobalManager.getExtension('preround@preround.example')
  const action = ExtensionParent.apiManager.global.browserActionFor(extension)
  const wait = (ms) => new Promise((done) => setTimeout(done, ms))
  const press = async (key, keyCode) => {
    const hand = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor)
    hand.beginInputTransactionForTests(window)
    const event = new KeyboardEvent('', { key, code: key, keyCode })
    hand.keydown(event)
    hand.keyup(event)
    await wait(150)
  }`

const addonId = 'preround@preround.example'

export async function startFirefox(options: FirefoxOptions = {}): Promise<RunningFirefox> {
  const executablePath = findFirefox()
  if (!executablePath) throw new Error(describeMissing('firefox'))
  const folder = ensureBuilt({ browser: 'firefox', mode: options.build ?? 'e2e' })
  const served = new ServedPages(options.pages ?? [])
  const server = await startServer(served)
  const { port } = server.address() as AddressInfo
  // Fixed beforehand, so that the address of the extension's pages is known.
  const uuid = randomUUID()
  const viewport = options.viewport ?? { width: 1280, height: 800 }

  let browser: Browser
  try {
    browser = await launch({
      browser: 'firefox',
      executablePath,
      headless: process.env.PREROUND_HEADED !== '1',
      acceptInsecureCerts: true,
      defaultViewport: viewport,
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: {
        'extensions.webextensions.uuids': JSON.stringify({ [addonId]: uuid }),
        'extensions.webextOptionalPermissionPrompts': false,
        'network.dns.forceResolve': '127.0.0.1',
        'network.socket.forcePort': `443=${port}`,
        'layout.css.prefers-color-scheme.content-override': options.colorScheme === 'dark' ? 0 : 1,
        'intl.accept_languages': 'en-US, en',
      },
    })
  } catch (error) {
    server.close()
    throw error
  }
  const stop = async () => {
    await browser.close()
    server.closeAllConnections()
    server.close()
  }

  try {
    await browser.installExtension(folder)
  } catch (error) {
    await stop()
    throw error
  }

  const openExtensionAddress = async (path: string, size = viewport) => {
    const page = await browser.newPage()
    page.setDefaultTimeout(30_000)
    await page.setViewport(size)
    // Firefox loads the page but never tells that the navigation is done, and refuses questions on the way.
    page.goto(`moz-extension://${uuid}/${path}`, { timeout: 3000 }).catch(() => {})
    const isThere = () =>
      page
        .evaluate(() => location.href.startsWith('moz-extension:') && document.readyState === 'complete')
        .catch(() => false)
    for (let attempt = 0; !(await isThere()); attempt++) {
      if (attempt === 300) throw new Error(`${path} did not open`)
      await new Promise((done) => setTimeout(done, 100))
    }
    return page
  }
  let desk: Promise<Page> | undefined

  return {
    browser,
    requests: served.requests,
    async openPage(url) {
      const page = await browser.newPage()
      page.setDefaultTimeout(30_000)
      await page.goto(url)
      return page
    },
    openExtensionPage: (name, hash = '', size = name === 'popup' ? { width: 360, height: 600 } : viewport) =>
      openExtensionAddress(`${name}.html${hash}`, size),
    serve: (pattern, handler) => served.add(pattern, handler),
    async runInExtension<T, A>(run: (argument: A) => T | Promise<T>, argument?: A) {
      desk ??= openExtensionAddress('background.js')
      const page = await desk
      return (await page.evaluate(run as never, argument as never)) as T
    },
    async runInWindow(code) {
      const { connection } = browser as unknown as { connection: BidiConnection }
      const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })
      const [{ context } = {}] = tree.result.contexts as { context: string }[]
      const { result } = await connection.send('script.evaluate', {
        expression: `(async () => { ${windowTools}\n${code} })()`,
        target: { context },
        awaitPromise: true,
        userActivation: true,
      })
      const {
        type,
        result: answer,
        exceptionDetails,
      } = result as {
        type: string
        result?: { value?: unknown }
        exceptionDetails?: { text: string }
      }
      if (type !== 'success') throw new Error(exceptionDetails?.text)
      return answer?.value
    },
    async screenshot(page, name) {
      const path = screenshotPath(name)
      await page.screenshot({ path: path as `${string}.png` })
      return path
    },
    stop,
  }
}

async function startServer(served: ServedPages) {
  const certificate = await generate([{ name: 'commonName', value: 'preround.example' }], { keySize: 2048 })
  const server = createServer({ key: certificate.private, cert: certificate.cert }, (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', async () => {
      const answer = await served.answer({
        url: `https://${request.headers.host}${request.url}`,
        method: request.method ?? 'GET',
        body: Buffer.concat(chunks).toString('utf8'),
      })
      if (answer.offline) {
        request.socket.destroy()
        return
      }
      response.writeHead(answer.status ?? 200, answer.headers ?? {})
      response.end(answer.body ?? '')
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return server
}

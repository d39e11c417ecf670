#!/usr/bin/env node
// @ts-check
// What the readers make of saved pages.
//   npm run extract -- FILE --url URL                      prints one page as JSON
//   npm run extract -- --manifest M.json --out R.jsonl     reads a corpus, one line a page
// With --no-sites the readers made for a site or a software stay out, and the generic one reads everything.
// The pages are opened in a real Chromium with scripts off and the network blocked, as the readers meet them there.
import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import { decodePage } from './extract/charset.mjs'
import { readAddress, readManifest, readOptions, UserError } from './extract/options.mjs'
import { describeMissing, findChromium } from './find-browser.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const pageLimitMs = 30_000
/** Pages open at a time: the work is bound by one core each. */
const tabs = 2

/** @typedef {{ file: string, kind: string | null, people: object[], publications: object[] }} PageResult */

/** The readers as one script that sets the global `readers`. @returns {Promise<string>} */
async function bundleReaders() {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry: join(here, 'extract/in-page.ts'), formats: ['iife'], name: 'readers' },
    },
  })
  const outputs = Array.isArray(result) ? result : [result]
  for (const one of outputs) {
    if ('output' in one) for (const chunk of one.output) if (chunk.type === 'chunk') return chunk.code
  }
  throw new Error('the readers could not be bundled')
}

/** @param {string} path */
async function readFileOrThrow(path) {
  try {
    return await readFile(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error
    throw new UserError(`${path} cannot be read (${code})`)
  }
}

async function openBrowser() {
  const executablePath = findChromium()
  if (!executablePath) throw new UserError(describeMissing('chromium'))
  return await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--host-resolver-rules=MAP * ~NOTFOUND',
    ],
  })
}

/**
 * A way to read pages in one tab after another.
 * @param {import('playwright-core').Browser} browser @param {string} readers @param {boolean} noSites
 */
async function openTab(browser, readers, noSites) {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    serviceWorkers: 'block',
    offline: false,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(pageLimitMs)
  let body = ''
  let isServed = true
  await context.route(/.*/, async (route) => {
    if (isServed || !route.request().isNavigationRequest() || route.request().frame() !== page.mainFrame()) {
      await route.abort('aborted')
      return
    }
    isServed = true
    await route.fulfill({ status: 200, contentType: 'text/html; charset=utf-8', body })
  })
  return {
    /** @param {string} html @param {string} url */
    async read(html, url) {
      body = html
      isServed = false
      await page.goto(url, { waitUntil: 'domcontentloaded', timeout: pageLimitMs })
      /** @type {Promise<Omit<PageResult, 'file'>>} */
      const reading = page.evaluate(
        `(() => { ${readers}\nreturn readers.readPage(${JSON.stringify(url)}, ${noSites}) })()`,
      )
      return await withinLimit(reading)
    },
    close: () => context.close(),
  }
}

/** @template T @param {Promise<T>} work @returns {Promise<T>} */
async function withinLimit(work) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not read within ${pageLimitMs / 1000} s`)), pageLimitMs)
  })
  try {
    return await Promise.race([work, /** @type {Promise<never>} */ (limit)])
  } finally {
    clearTimeout(timer)
  }
}

/** @param {{ file: string, url: string, noSites: boolean }} options */
async function extractOne({ file, url, noSites }) {
  const html = decodePage(await readFileOrThrow(file))
  const browser = await openBrowser()
  try {
    const tab = await openTab(browser, await bundleReaders(), noSites)
    console.log(JSON.stringify(await tab.read(html, url), null, 2))
  } finally {
    await browser.close()
  }
}

/** @param {{ manifest: string, out: string, noSites: boolean }} options */
async function extractCorpus({ manifest, out, noSites }) {
  const folder = dirname(manifest)
  const pages = readManifest((await readFileOrThrow(manifest)).toString('utf8'), manifest)
  const readers = await bundleReaders()
  const browser = await openBrowser()
  /** @type {PageResult[]} */
  const results = []
  let failed = 0
  let next = 0
  const work = async () => {
    let tab = await openTab(browser, readers, noSites)
    for (;;) {
      const index = next
      next += 1
      const entry = pages[index]
      if (!entry) break
      try {
        const url = readAddress(entry.url)
        const html = decodePage(await readFileOrThrow(join(folder, entry.file)))
        results[index] = { file: entry.file, ...(await tab.read(html, url)) }
      } catch (error) {
        failed += 1
        console.error(`${entry.file}: ${firstLine(error)}`)
        results[index] = { file: entry.file, kind: null, people: [], publications: [] }
        // The tab may still be busy with the page that failed.
        await tab.close().catch(() => {})
        tab = await openTab(browser, readers, noSites)
      }
    }
    await tab.close()
  }
  try {
    await Promise.all(Array.from({ length: tabs }, work))
  } finally {
    await browser.close()
  }
  try {
    await writeFile(out, results.map((result) => `${JSON.stringify(result)}\n`).join(''))
  } catch (error) {
    throw new UserError(
      `${out} cannot be written (${error instanceof Error && 'code' in error ? error.code : error})`,
    )
  }
  console.error(`${pages.length - failed} of ${pages.length} pages read, written to ${out}`)
  if (failed) process.exitCode = 1
}

/** @param {unknown} error */
function firstLine(error) {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
}

try {
  const options = readOptions(process.argv.slice(2))
  await ('manifest' in options ? extractCorpus(options) : extractOne(options))
} catch (error) {
  console.error(error instanceof UserError ? error.message : `extract: ${firstLine(error)}`)
  process.exitCode = error instanceof UserError ? error.exitCode : 1
}

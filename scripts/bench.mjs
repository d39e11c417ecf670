// @ts-check
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setUp } from './set-up.mjs'

/**
 * `npm run bench`: what the extension costs a page, and how fast its moments answer. Numbers to look at, never a
 * reason to fail: machines differ, so each is printed beside what the same run measured without the extension.
 * `-- --rounds N` sets how often each is measured (15), `-- --only article|mail|moments` measures one part.
 */

const { chromium } = setUp(['chromium'])
if (!chromium) process.exit(1)

const { runnerImport } = await import('vite')
const { root } = await import('./build.mjs')
const { makeArticlePage } = await import('./article-page.mjs')
const { composerAddress, listPages } = await import('./moments.mjs')
/** @type {{ module: typeof import('../tests/e2e/harness/chromium.ts') }} */
const { module: harness } = await runnerImport(join(root, 'tests/e2e/harness/chromium.ts'), {
  configFile: false,
  root,
})

const roundsAt = process.argv.indexOf('--rounds')
const rounds = roundsAt > 0 ? Number(process.argv[roundsAt + 1]) : 15
const onlyAt = process.argv.indexOf('--only')
const only = onlyAt > 0 ? process.argv[onlyAt + 1] : null
/** @param {string} part */
const isWanted = (part) => only === null || only === part
const pmid = '90000001'
const address = `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`

const article = makeArticlePage({ pmid, authors: 30, bytes: 500_000 })
const mailPage = listPages().find(({ url }) => url === composerAddress)
if (isWanted('article')) {
  await measurePageCost('Article page of 500 kB with 30 authors (budget 2 ms of script)', address, [
    { url: address, html: article },
  ])
}
if (mailPage && isWanted('mail'))
  await measurePageCost('Mail page with a composer (budget 1 ms of script)', composerAddress, [mailPage])
if (isWanted('moments')) await measureMoments()

/**
 * Script and compile time, listeners, nodes and heap of a page: with nothing installed, with an extension whose page
 * script is empty, and with ours. One browser each, loads taken in turn; first in one tab that goes from page to page,
 * as a student does on one site, then each time in a new tab, where the browser's process is new as well and the first
 * touch of every browser interface costs extra.
 * @param {string} title @param {string} url
 * @param {readonly import('../tests/e2e/harness/served-pages.ts').ServedPage[]} pages
 */
async function measurePageCost(title, url, pages) {
  const emptyFolder = makeEmptyExtension()
  const setups = [
    { name: 'no extension', options: { build: /** @type {const} */ ('none'), pages } },
    { name: 'empty script', options: { build: /** @type {const} */ ('none'), folder: emptyFolder, pages } },
    { name: 'Preround', options: { build: /** @type {const} */ ('release'), pages } },
  ]
  const running = []
  try {
    for (const { name, options } of setups) {
      const browser = await harness.startChromium(options)
      running.push({ name, browser, tab: await browser.context.newPage() })
    }
    for (const isNewTab of [false, true]) {
      const rows = running.map(({ name }) => ({ name, loads: /** @type {Load[]} */ ([]) }))
      // The first load of each warms the code cache and is not counted.
      for (let round = 0; round <= rounds; round++) {
        for (const [at, { browser, tab }] of running.entries()) {
          const page = isNewTab ? await browser.context.newPage() : tab
          const load = await measureLoad(browser, page, url)
          if (round > 0) rows[at]?.loads.push(load)
          if (isNewTab) await page.close()
        }
      }
      printPageCost(
        `${title}, ${rounds} loads each ${isNewTab ? 'in a new tab' : 'in one tab'}, in turn`,
        rows,
      )
    }
  } finally {
    for (const { browser } of running) await browser.stop()
    rmSync(emptyFolder, { recursive: true, force: true })
  }
}

/** @param {string} title @param {{ name: string, loads: Load[] }[]} rows */
function printPageCost(title, rows) {
  const baseline = rows[0]?.loads ?? []
  console.log(`\n${title}`)
  console.log(
    '                 script + compile ms       script alone ms   listeners   nodes     heap kB   load ms',
  )
  console.log(
    '                 p50     p95               p50     p95       added       added     added     p50 (ratio)',
  )
  for (const { name, loads } of rows) {
    const added = (/** @type {keyof Load} */ key) => median(loads, key) - median(baseline, key)
    const ratio = median(loads, 'loadMs') / median(baseline, 'loadMs')
    const high = (/** @type {keyof Load} */ key) =>
      percentile(
        loads.map((load) => load[key]),
        0.95,
      ).toFixed(2)
    console.log(
      [
        name.padEnd(16),
        median(loads, 'allMs').toFixed(2).padEnd(7),
        high('allMs').padEnd(17),
        median(loads, 'scriptMs').toFixed(2).padEnd(7),
        high('scriptMs').padEnd(9),
        String(added('listeners')).padEnd(11),
        String(added('nodes')).padEnd(9),
        (added('heap') / 1000).toFixed(0).padEnd(9),
        `${median(loads, 'loadMs').toFixed(0)} (${ratio.toFixed(2)})`,
      ].join(' '),
    )
  }
}

/**
 * From the student's click or key to what they see, with the worker awake and with the worker stopped just before. Each
 * round is a fresh page, so the panel and the picker are loaded anew each time.
 */
async function measureMoments() {
  const authors = Math.max(rounds * 2 + 1, 30)
  const html = makeArticlePage({ pmid, authors, bytes: 500_000 })
  const browser = await harness.startChromium({
    build: 'e2e',
    pages: [...listPages(), { url: address, html }],
  })
  /** @type {Record<string, { first: number[], warm: number[], cold: number[] }>} */
  const times = {}
  try {
    for (let round = 0; round <= rounds * 2; round++) {
      // The first use of a new profile makes the database, and is told apart.
      const state = round === 0 ? 'first' : round % 2 === 1 ? 'warm' : 'cold'
      const ready = () => (state === 'cold' ? browser.stopWorker() : wakeWorker(browser))
      /** @param {string} moment @param {number} ms */
      const note = (moment, ms) => {
        times[moment] ??= { first: [], warm: [], cold: [] }
        times[moment][state].push(ms)
      }

      const page = await browser.openPage(address)
      const item = page.locator('.authors-list-item').nth(round)
      await item.hover()
      const save = item.getByRole('button', { name: /^Save / })
      await save.waitFor()
      await ready()
      note('click → panel', await timeUntil(page, 'panel', '[role="dialog"]', () => save.click()))
      const confirm = page
        .locator('[data-preround="panel"]')
        .getByRole('button', { name: 'Save', exact: true })
      await confirm.waitFor()
      await ready()
      note('save → confirmed', await timeUntil(page, 'toast', 'button', () => confirm.click()))
      await page.close()

      const mail = await browser.openPage(composerAddress)
      await mail.locator('[g_editable="true"]').first().click()
      const control = mail.locator('[data-preround="mail-control"]').getByRole('button')
      await control.focus()
      await ready()
      note(
        'key → picker',
        await timeUntil(mail, 'mail-picker', '[role="option"]', () => mail.keyboard.press('Enter')),
      )
      await mail.close()
    }
  } finally {
    await browser.stop()
  }

  console.log(
    `\nFrom click or key to what is seen, ${rounds} times each (budget p95: 150 ms warm, 400 ms cold)`,
  )
  console.log('                    warm p50  p95     cold p50  p95     first use of a new profile')
  for (const [moment, { first, warm, cold }] of Object.entries(times)) {
    const cells = [warm, cold].map(
      (values) =>
        `${percentile(values, 0.5).toFixed(0).padEnd(9)} ${percentile(values, 0.95).toFixed(0).padEnd(7)}`,
    )
    console.log(`${moment.padEnd(19)} ${cells.join(' ')} ${percentile(first, 0.5).toFixed(0)}`)
  }
}

/** @param {import('../tests/e2e/harness/chromium.ts').RunningChromium} browser */
async function wakeWorker(browser) {
  // Whatever the answer, the worker runs afterwards.
  await browser.runInExtension(() => chrome.runtime.sendMessage({}).catch(() => undefined))
}

/**
 * Milliseconds from the event that `act` causes, by its own time stamp, to the first frame in which `selector` has a
 * size inside our host of that name.
 * @param {import('playwright-core').Page} page
 * @param {string} host
 * @param {string} selector
 * @param {() => Promise<unknown>} act
 */
async function timeUntil(page, host, selector, act) {
  // A tab behind another draws one frame a second.
  await page.bringToFront()
  await page.evaluate(
    ({ host, selector }) => {
      const measured = new Promise((resolve) => {
        // Our own key guard may keep a key from this listener: then the time runs from before the key was sent.
        let start = performance.now()
        for (const type of ['pointerdown', 'keydown']) {
          addEventListener(
            type,
            (event) => {
              start = event.timeStamp
            },
            { capture: true, once: true },
          )
        }
        const look = () => {
          const hosts = [...document.querySelectorAll(`[data-preround="${host}"]`)]
          const isShown = hosts.some(
            (one) => (one.shadowRoot?.querySelector(selector)?.getClientRects().length ?? 0) > 0,
          )
          if (isShown) resolve(performance.now() - start)
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      })
      Object.assign(window, { measured })
    },
    { host, selector },
  )
  await act()
  return /** @type {number} */ (await page.evaluate('window.measured'))
}

/**
 * @typedef {object} Load
 * @property {number} allMs script and compile time of extension scripts, ms
 * @property {number} scriptMs script time of extension scripts, ms
 * @property {number} listeners
 * @property {number} nodes
 * @property {number} heap bytes after a collection
 * @property {number} loadMs wall time of the load
 */

/**
 * Loads the page once under the tracer. Processor time is counted for events whose script address is that of a page script.
 * @param {import('../tests/e2e/harness/chromium.ts').RunningChromium} browser
 * @param {import('playwright-core').Page} page @param {string} url
 * @returns {Promise<Load>}
 */
async function measureLoad(browser, page, url) {
  // In front, as a student's tab is: the browser runs tabs behind others at a lower priority, and the extension's
  // welcome page has opened one of its own.
  await page.goto('about:blank')
  await page.bringToFront()
  await page.waitForTimeout(200)
  const debug = await browser.debug(page)
  /** @type {TraceEvent[]} */
  const events = []
  debug.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) events.push(/** @type {TraceEvent} */ (/** @type {unknown} */ (event)))
  })
  await debug.send('Performance.enable')
  await debug.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'v8', 'disabled-by-default-v8.compile'] },
  })
  const start = performance.now()
  await page.goto(url)
  const loadMs = performance.now() - start
  // Page scripts run when the document is idle, and our controls ask the worker for their marks: let both happen.
  await page.waitForTimeout(400)
  const complete = new Promise((resolve) => debug.on('Tracing.tracingComplete', resolve))
  await debug.send('Tracing.end')
  await complete
  await debug.send('HeapProfiler.collectGarbage')
  const { metrics } = await debug.send('Performance.getMetrics')
  const metric = (/** @type {string} */ name) => metrics.find((one) => one.name === name)?.value ?? 0
  await debug.detach()

  // The worker and the extension's own pages run in the same trace: only the page scripts count.
  const ours = events.filter(
    (event) =>
      event.dur !== undefined &&
      /^chrome-extension:.*\/(pubmed|capture|webmail|picker|empty)\.js$/.test(scriptAddress(event)),
  )
  return {
    allMs: processorMs(ours),
    scriptMs: processorMs(ours.filter(({ name }) => name === 'v8.run' || name === 'FunctionCall')),
    listeners: metric('JSEventListeners'),
    nodes: metric('Nodes'),
    heap: metric('JSHeapUsedSize'),
    loadMs,
  }
}

/**
 * @typedef {{ name: string, ts: number, dur?: number, tdur?: number, tid: number, args: { data?: { url?: string }, fileName?: string } }} TraceEvent
 */

/** @param {TraceEvent} event */
function scriptAddress({ args }) {
  return args.data?.url ?? args.fileName ?? ''
}

/**
 * Processor time of the events, in ms: what the page's thread spent, without the time in which the machine ran something
 * else. A call within a call counts once. @param {TraceEvent[]} events
 */
function processorMs(events) {
  const sorted = [...events].sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
  let total = 0
  let end = Number.NEGATIVE_INFINITY
  for (const { ts, dur = 0, tdur } of sorted) {
    if (ts < end) continue
    total += tdur ?? dur
    end = ts + dur
  }
  return total / 1000
}

/** @param {Load[]} loads @param {keyof Load} key */
function median(loads, key) {
  return percentile(
    loads.map((load) => load[key]),
    0.5,
  )
}

/** @param {number[]} values @param {number} share */
function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** An extension that does nothing, to tell the browser's own cost of a page script from ours. */
function makeEmptyExtension() {
  const folder = mkdtempSync(join(tmpdir(), 'preround-empty-'))
  mkdirSync(folder, { recursive: true })
  const manifest = {
    manifest_version: 3,
    name: 'Empty',
    version: '1',
    content_scripts: [
      {
        matches: ['https://pubmed.ncbi.nlm.nih.gov/*', 'https://mail.google.com/*'],
        js: ['empty.js'],
        run_at: 'document_idle',
      },
    ],
  }
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest))
  writeFileSync(join(folder, 'empty.js'), '(() => {})()\n')
  return folder
}

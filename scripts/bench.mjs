// @ts-check
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setUp } from './set-up.mjs'

/**
 * `npm run bench`: what the extension costs a page, and how fast its moments answer. Numbers to look at, never a
 * reason to fail: machines differ, so each is printed beside what the same run measured without the extension.
 * `-- --rounds N` sets how often each is measured (15), `-- --only article|mail|moments|read` measures one part.
 */

const { chromium } = setUp(['chromium'])
if (!chromium) process.exit(1)

const { build, runnerImport } = await import('vite')
const { chromium: playwright } = await import('playwright-core')
const { root } = await import('./build.mjs')
const { makeArticlePage } = await import('./article-page.mjs')
const { makeListingPage, makeProfilePage } = await import('./people-pages.mjs')
const { composerAddress, listPages } = await import('./moments.mjs')
/** @type {{ module: typeof import('../tests/e2e/harness/chromium.ts') }} */
const { module: harness } = await runnerImport(join(root, 'tests/e2e/harness/chromium.ts'), {
  configFile: false,
  root,
})

/** @type {{ module: typeof import('../tests/e2e/harness/pressed.ts') }} */
const {
  module: { watchPress },
} = await runnerImport(join(root, 'tests/e2e/harness/pressed.ts'), { configFile: false, root })

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
if (isWanted('read')) await measureReading(chromium)

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
      const readPress = await watchPress(page, 'click')
      note('click → panel', await timeUntil(page, 'panel', '[role="dialog"]', () => save.click()))
      note('click → pressed', whenPressed(await readPress()))
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
      await control.hover()
      const readMailPress = await watchPress(mail, 'pointerdown')
      await mail.mouse.down()
      note('press → pressed', whenPressed(await readMailPress()))
      await mail.mouse.up()
      await mail.close()
    }
  } finally {
    await browser.stop()
  }

  console.log(
    `\nFrom click or key to what is seen, ${rounds} times each (budget p95: 150 ms warm, 400 ms cold; pressed: one frame)`,
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

/**
 * What the reader of any page costs, in the page, in the slices it takes: each time in a fresh document. Compilation of
 * the reader is in the first slice, as it is after a click.
 * @param {string} executablePath
 */
async function measureReading(executablePath) {
  const readers = await bundle(join(root, 'scripts/bench/in-page.ts'), 'readers')
  const pages = [
    {
      title: 'Profile page of 500 kB (budget 60 ms)',
      url: 'https://medicine.lakemont.example/faculty/theodora-whitcombe',
      html: makeProfilePage({ bytes: 500_000 }),
    },
    {
      title: 'Listing of 1,500 people (budget 400 ms, slices of at most 12 ms)',
      url: 'https://medicine.lakemont.example/faculty',
      html: makeListingPage({ people: 1500 }),
    },
  ]
  const browser = await playwright.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  console.log(`\nReading a page, ${rounds} times each in a fresh document`)
  const margin = ''.padEnd(73)
  console.log(`${margin} processor ms     longest slice ms    parse ms`)
  console.log(`${margin} p50     p95      p50      p95        p50     read as`)
  try {
    for (const { title, url, html } of pages) {
      let readAs = ''
      const tab = await browser.newPage()
      await tab.route('**', (route) =>
        route.request().isNavigationRequest()
          ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
          : route.abort(),
      )
      const debug = await tab.context().newCDPSession(tab)
      /** @type {{ script: number, longest: number, parse: number, slices: number }[]} */
      const costs = []
      for (let round = 0; round <= rounds; round++) {
        await tab.goto(url, { waitUntil: 'domcontentloaded' })
        const events = await trace(debug, async () => {
          const result = await tab.evaluate(
            `(async () => { ${readers}\nreturn await readers.readMarked(${JSON.stringify(html)}) })()`,
          )
          const { kind, people } = /** @type {import('./bench/in-page.ts').ReadResult} */ (result)
          readAs = `${kind ?? 'nothing'}, ${people} people`
        })
        const slices = tasksBetween(events, 'bench:read', 'bench:parse')
        const parse = tasksBetween(events, 'bench:parse', 'bench:end')
        const sum = (/** @type {number[]} */ values) => values.reduce((total, value) => total + value, 0)
        const cost = {
          script: sum(slices),
          longest: Math.max(...slices),
          parse: sum(parse),
          slices: slices.length,
        }
        if (round > 0) costs.push(cost)
      }
      await tab.close()
      /** @param {'script' | 'longest' | 'parse' | 'slices'} key @param {number} share */
      const cell = (key, share) =>
        percentile(
          costs.map((cost) => cost[key]),
          share,
        )
      console.log(
        [
          `${title}, ${Math.round(html.length / 1000)} kB`.padEnd(73),
          cell('script', 0.5).toFixed(1).padEnd(7),
          cell('script', 0.95).toFixed(1).padEnd(8),
          cell('longest', 0.5).toFixed(1).padEnd(8),
          cell('longest', 0.95).toFixed(1).padEnd(10),
          cell('parse', 0.5).toFixed(1).padEnd(7),
          `${readAs}, ${cell('slices', 0.5)} slices`,
        ].join(' '),
      )
    }
  } finally {
    await browser.close()
  }
}

/**
 * The events of the page's timeline while `work` is done.
 * @param {import('playwright-core').CDPSession} debug @param {() => Promise<void>} work
 */
async function trace(debug, work) {
  /** @type {TraceEvent[]} */
  const events = []
  /** @param {{ value: object[] }} chunk */
  const gather = ({ value }) => {
    for (const event of value) events.push(/** @type {TraceEvent} */ (event))
  }
  debug.on('Tracing.dataCollected', gather)
  await debug.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing'],
    },
  })
  await work()
  const complete = new Promise((resolve) => debug.once('Tracing.tracingComplete', () => resolve(null)))
  await debug.send('Tracing.end')
  await complete
  debug.off('Tracing.dataCollected', gather)
  return events
}

/**
 * Processor time of each task of the page's thread between two marks, in ms.
 * @param {TraceEvent[]} events @param {string} from @param {string} to
 */
function tasksBetween(events, from, to) {
  const start = events.find((event) => event.name === from)
  const end = events.find((event) => event.name === to)
  if (!start || !end) throw new Error('the marks of the reading are not on the timeline')
  const tasks = events.filter(
    ({ name, tid, ts, dur = 0 }) =>
      name === 'RunTask' && tid === start.tid && ts > start.ts && ts + dur < end.ts,
  )
  return tasks.map(({ dur = 0, tdur }) => (tdur ?? dur) / 1000).filter((ms) => ms > 0.2)
}

/** An entry and all it imports as one script that sets a global. @param {string} entry @param {string} name */
async function bundle(entry, name) {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, target: 'es2022', lib: { entry, formats: ['iife'], name } },
  })
  for (const one of Array.isArray(result) ? result : [result]) {
    if ('output' in one) for (const chunk of one.output) if (chunk.type === 'chunk') return chunk.code
  }
  throw new Error(`${entry} could not be bundled`)
}

/** Milliseconds to the next frame, in which the control has to look pressed. @param {import('../tests/e2e/harness/pressed.ts').PressedLook} look */
function whenPressed({ opacity, ms }) {
  if (opacity >= 1) throw new Error('a control did not look pressed in the frame after its use')
  return ms
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

// @ts-check
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setUp } from './set-up.mjs'

/**
 * `npm run bench`: what the extension costs a page, and how fast its moments answer. Numbers to look at, never a
 * reason to fail: machines differ, so each is printed beside what the same run measured without the extension.
 * `-- --rounds N` sets how often each is measured (15).
 */

const { chromium } = setUp(['chromium'])
if (!chromium) process.exit(1)

const { runnerImport } = await import('vite')
const { root } = await import('./build.mjs')
const { makeArticlePage } = await import('./article-page.mjs')
/** @type {{ module: typeof import('../tests/e2e/harness/chromium.ts') }} */
const { module: harness } = await runnerImport(join(root, 'tests/e2e/harness/chromium.ts'), {
  configFile: false,
  root,
})

const roundsAt = process.argv.indexOf('--rounds')
const rounds = roundsAt > 0 ? Number(process.argv[roundsAt + 1]) : 15
const pmid = '90000001'
const address = `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`

await measurePageCost()

/**
 * Script and compile time, listeners, nodes and heap of a large article page: with nothing installed, with an
 * extension whose page script is empty, and with ours. One browser each, loads taken in turn.
 */
async function measurePageCost() {
  const html = makeArticlePage({ pmid, authors: 30, bytes: 500_000 })
  const emptyFolder = makeEmptyExtension()
  const pages = [{ url: address, html }]
  const setups = [
    { name: 'no extension', options: { build: /** @type {const} */ ('none'), pages } },
    { name: 'empty script', options: { build: /** @type {const} */ ('none'), folder: emptyFolder, pages } },
    { name: 'Preround', options: { build: /** @type {const} */ ('release'), pages } },
  ]
  const running = []
  try {
    for (const { name, options } of setups) {
      running.push({ name, browser: await harness.startChromium(options), loads: /** @type {Load[]} */ ([]) })
    }
    // The first load of each warms the code cache and is not counted.
    for (let round = 0; round <= rounds; round++) {
      for (const one of running) {
        const load = await measureLoad(one.browser)
        if (round > 0) one.loads.push(load)
      }
    }
  } finally {
    for (const { browser } of running) await browser.stop()
    rmSync(emptyFolder, { recursive: true, force: true })
  }

  const baseline = running[0]?.loads ?? []
  console.log(
    `\nArticle page of ${Math.round(html.length / 1000)} kB with 30 authors, ${rounds} loads each, in turn`,
  )
  console.log(
    '                 script + compile ms       script alone ms   listeners   nodes     heap kB   load ms',
  )
  console.log(
    '                 p50     p95               p50     p95       added       added     added     p50 (ratio)',
  )
  for (const { name, loads } of running) {
    const added = (/** @type {keyof Load} */ key) => median(loads, key) - median(baseline, key)
    const ratio = median(loads, 'loadMs') / median(baseline, 'loadMs')
    console.log(
      [
        name.padEnd(16),
        median(loads, 'allMs').toFixed(2).padEnd(7),
        percentile(
          loads.map((load) => load.allMs),
          0.95,
        )
          .toFixed(2)
          .padEnd(17),
        median(loads, 'scriptMs').toFixed(2).padEnd(7),
        percentile(
          loads.map((load) => load.scriptMs),
          0.95,
        )
          .toFixed(2)
          .padEnd(9),
        String(added('listeners')).padEnd(11),
        String(added('nodes')).padEnd(9),
        (added('heap') / 1000).toFixed(0).padEnd(9),
        `${median(loads, 'loadMs').toFixed(0)} (${ratio.toFixed(2)})`,
      ].join(' '),
    )
  }
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
 * Loads the page once under the tracer. Time is counted for events whose script address is an extension's, on the
 * page's own thread, as a union of intervals: a call within a call counts once.
 * @param {import('../tests/e2e/harness/chromium.ts').RunningChromium} browser
 * @returns {Promise<Load>}
 */
async function measureLoad(browser) {
  const page = await browser.context.newPage()
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
  await page.goto(address)
  const loadMs = performance.now() - start
  // Page scripts run when the document is idle, and our controls ask the worker for their marks: let both happen.
  await page.waitForTimeout(400)
  const complete = new Promise((resolve) => debug.on('Tracing.tracingComplete', resolve))
  await debug.send('Tracing.end')
  await complete
  await debug.send('HeapProfiler.collectGarbage')
  const { metrics } = await debug.send('Performance.getMetrics')
  const metric = (/** @type {string} */ name) => metrics.find((one) => one.name === name)?.value ?? 0
  await page.close()

  const ours = events.filter(
    (event) => event.dur !== undefined && scriptAddress(event).startsWith('chrome-extension://'),
  )
  return {
    allMs: unionMs(ours),
    scriptMs: unionMs(ours.filter(({ name }) => name === 'EvaluateScript' || name === 'FunctionCall')),
    listeners: metric('JSEventListeners'),
    nodes: metric('Nodes'),
    heap: metric('JSHeapUsedSize'),
    loadMs,
  }
}

/**
 * @typedef {{ name: string, ts: number, dur?: number, tid: number, args: { data?: { url?: string }, fileName?: string } }} TraceEvent
 */

/** @param {TraceEvent} event */
function scriptAddress({ args }) {
  return args.data?.url ?? args.fileName ?? ''
}

/** Time covered by the events, in ms. @param {TraceEvent[]} events */
function unionMs(events) {
  const sorted = [...events].sort((a, b) => a.ts - b.ts)
  let total = 0
  let end = Number.NEGATIVE_INFINITY
  for (const { ts, dur = 0 } of sorted) {
    total += Math.max(0, ts + dur - Math.max(ts, end))
    end = Math.max(end, ts + dur)
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
      { matches: ['https://pubmed.ncbi.nlm.nih.gov/*'], js: ['empty.js'], run_at: 'document_idle' },
    ],
  }
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest))
  writeFileSync(join(folder, 'empty.js'), '(() => {})()\n')
  return folder
}

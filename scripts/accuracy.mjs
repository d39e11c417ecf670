#!/usr/bin/env node
// @ts-check
// How well the readers read a corpus of saved pages with checked truth, beside the bars that are set for them.
//   npm run accuracy                             the corpus beside the project
//   npm run accuracy -- --manifest M.json        another one; --misses lists every miss
// Read twice: as built, and without the readers of single sites. It is a report: a missed bar is no failure.
import { execFile } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { readManifest, UserError } from './extract/options.mjs'

const run = promisify(execFile)
const here = dirname(fileURLToPath(import.meta.url))
const corpus = join(here, '../../shared/pages')
const usage = 'usage: npm run accuracy [-- --manifest MANIFEST.json] [--misses]'

/**
 * One row of the scorer, as it prints them with `--json`.
 * @typedef {{ kind: string, group: string, field: string, right: number, total: number }} Score
 * @typedef {{ label: string, short: string, kind: string, field: string, bars: [number, number], isMisses?: boolean }} Row
 */

/** What is asked for: a share of 100 as built and without site readers; `isMisses`: that many may be wrong. @type {Row[]} */
const rows = [
  { label: 'profile: kind', short: 'kind', kind: 'profile', field: 'kind', bars: [97, 94] },
  { label: 'profile: name', short: 'name', kind: 'profile', field: 'name', bars: [97, 94] },
  { label: 'profile: e-mail', short: 'e-mail', kind: 'profile', field: 'e-mail', bars: [97, 95] },
  {
    label: 'profile: certain e-mails right',
    short: 'certain',
    kind: 'profile',
    field: 'e-mails claimed as certain are right (precision)',
    bars: [99, 99],
  },
  { label: 'profile: title', short: 'title', kind: 'profile', field: 'title (rank)', bars: [92, 88] },
  { label: 'profile: department', short: 'dept', kind: 'profile', field: 'department', bars: [88, 82] },
  { label: 'profile: institution', short: 'inst', kind: 'profile', field: 'institution', bars: [92, 90] },
  {
    label: 'profile: credentials, exact set',
    short: 'cred',
    kind: 'profile',
    field: 'credentials, exact set',
    bars: [1, 2],
    isMisses: true,
  },
  {
    label: 'listing: people recall, mean over pages',
    short: 'recall',
    kind: 'listing',
    field: 'people found (recall), mean over pages',
    bars: [97, 93],
  },
  {
    label: 'listing: people precision, mean over pages',
    short: 'precis',
    kind: 'listing',
    field: 'people listed are people (precision), mean over pages',
    bars: [98, 96],
  },
  {
    label: 'listing: e-mail beside the right person',
    short: 'e-mail',
    kind: 'listing',
    field: 'e-mail beside the right person',
    bars: [97, 95],
  },
  {
    label: 'listing: title beside the right person',
    short: 'title',
    kind: 'listing',
    field: 'title beside the right person',
    bars: [93, 90],
  },
  {
    label: 'negative pages: nothing offered',
    short: 'none',
    kind: 'negative',
    field: 'nothing offered',
    bars: [100, 100],
  },
]

/** @param {string[]} args */
function readAccuracyOptions(args) {
  try {
    const { values } = parseArgs({
      args,
      options: { manifest: { type: 'string' }, misses: { type: 'boolean', default: false } },
    })
    return values
  } catch (error) {
    const [what] = String(error instanceof Error ? error.message : error).split('. ')
    throw new UserError(`${what}; ${usage}`, 2)
  }
}

/** Where the corpus and its scorer are. @param {string | undefined} named */
function findCorpus(named) {
  const manifest = named ?? join(corpus, 'manifest.json')
  if (!existsSync(manifest)) {
    throw new UserError(
      named
        ? `${named} is not there`
        : 'no corpus of saved pages beside the project (../shared/pages): nothing to measure. Name one with --manifest.',
    )
  }
  readManifest(readFileSync(manifest, 'utf8'), manifest)
  const scorer = [join(dirname(manifest), 'score.mjs'), join(corpus, 'score.mjs')].find((path) =>
    existsSync(path),
  )
  if (!scorer) throw new UserError(`no score.mjs beside ${manifest}: nothing to measure with`)
  return { manifest, scorer }
}

/**
 * Reads the corpus once and scores it. Pages that could not be read count as wrong and are told.
 * @param {{ manifest: string, scorer: string }} where @param {string} folder @param {boolean} noSites
 */
async function measure({ manifest, scorer }, folder, noSites) {
  const out = join(folder, noSites ? 'without-sites.jsonl' : 'as-built.jsonl')
  const options = ['--manifest', manifest, '--out', out, ...(noSites ? ['--no-sites'] : [])]
  const most = { maxBuffer: 64_000_000 }
  await run(process.execPath, [join(here, 'extract.mjs'), ...options], most).catch((error) => {
    // It ends with 1 when single pages failed; without results there is nothing to score.
    if (!existsSync(out)) throw new UserError(String(error.stderr || error.message).trim())
    console.error(String(error.stderr).trim())
  })
  // The scorer looks for `manifest.json` in the folder it is given, and at nothing else there.
  const { stdout } = await run(process.execPath, [scorer, folder, out, '--json', '--by', 'institution'], most)
  const misses = await run(process.execPath, [scorer, folder, out, '--misses'], most)
  return {
    scores: /** @type {Score[]} */ (JSON.parse(stdout)),
    misses: misses.stdout.slice(misses.stdout.indexOf('misses (')).trim(),
  }
}

/** @param {readonly Score[]} scores @param {Row} row @param {string} group */
const findScore = (scores, row, group) =>
  scores.find((one) => one.kind === row.kind && one.field === row.field && one.group === group)

/** @param {readonly Score[]} scores @param {Row} row @param {number} bar */
function describe(scores, row, bar) {
  const score = findScore(scores, row, 'all')
  const asked = row.isMisses ? `≤ ${bar} wrong` : `≥ ${bar} %`
  if (!score?.total) return { text: `–  (${asked})`, isMet: true }
  const percent = (100 * score.right) / score.total
  const isMet = row.isMisses ? score.total - score.right <= bar : percent >= bar
  return {
    text: `${percent.toFixed(1)} %  ${score.right}/${score.total}  (${asked}) ${isMet ? 'ok' : 'MISSED'}`,
    isMet,
  }
}

/** @param {readonly Score[]} built @param {readonly Score[]} bare */
function printTable(built, bare) {
  let missed = 0
  console.log(`${''.padEnd(43)} ${'as built'.padEnd(38)} --no-sites`)
  for (const row of rows) {
    const cells = [describe(built, row, row.bars[0]), describe(bare, row, row.bars[1])]
    missed += cells.filter((cell) => !cell.isMet).length
    console.log(`${row.label.padEnd(43)} ${cells[0]?.text.padEnd(38)} ${cells[1]?.text}`)
  }
  const other = built.filter((one) => one.group === 'all' && /^pubmed/.test(one.kind) && one.total > 0)
  const wrong = other.filter((one) => one.right < one.total)
  if (other.length) {
    console.log(
      `PubMed, as built: ${other.length - wrong.length} of ${other.length} fields wholly right${wrong.length ? `; not: ${wrong.map((one) => `${one.field} ${one.right}/${one.total}`).join(', ')}` : ''}`,
    )
  }
  console.log(missed ? `${missed} bars missed` : 'every bar met')
}

/** @param {string} title @param {readonly Score[]} scores */
function printInstitutions(title, scores) {
  const kinds = new Set(rows.map((row) => row.kind))
  const groups = [
    ...new Set(scores.filter((one) => one.group !== 'all' && kinds.has(one.kind)).map((one) => one.group)),
  ].sort()
  console.log(`\n${title}, by institution, in percent (profiles | listings | nothing offered)`)
  const head = rows.map((row, at) => separate(row, at) + row.short.padStart(8)).join('')
  console.log(''.padEnd(36) + head)
  for (const group of groups) {
    const cells = rows.map((row, at) => {
      const score = findScore(scores, row, group)
      const text = score?.total ? ((100 * score.right) / score.total).toFixed(0) : ''
      return separate(row, at) + text.padStart(8)
    })
    console.log(group.slice(0, 34).padEnd(36) + cells.join(''))
  }
}

/** A bar where another kind of page begins. @param {Row} row @param {number} at */
const separate = (row, at) => (at > 0 && rows[at - 1]?.kind !== row.kind ? ' |' : '')

try {
  const { manifest, misses } = readAccuracyOptions(process.argv.slice(2))
  const where = findCorpus(manifest)
  const folder = mkdtempSync(join(tmpdir(), 'preround-accuracy-'))
  try {
    copyFileSync(where.manifest, join(folder, 'manifest.json'))
    const built = await measure(where, folder, false)
    const bare = await measure(where, folder, true)
    printTable(built.scores, bare.scores)
    printInstitutions('As built', built.scores)
    printInstitutions('With --no-sites', bare.scores)
    if (misses) console.log(`\nAs built, ${built.misses}\n\nWith --no-sites, ${bare.misses}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
} catch (error) {
  console.error(
    error instanceof UserError
      ? error.message
      : `accuracy: ${error instanceof Error ? error.message : String(error)}`,
  )
  process.exitCode = error instanceof UserError ? error.exitCode : 1
}

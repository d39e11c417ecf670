// @ts-check
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { checkNode, installPackages } from './set-up.mjs'

checkNode()
installPackages()
const { ensureBuilt } = await import('./build.mjs')
const { parseSync } = await import('vite')

/** Budgets in bytes after gzip (1 kB = 1000 bytes), for an entry's script with everything it loads at once. */
const budgets = {
  'pubmed.js': 2_000,
  'webmail.js': 3_000,
  'detector.js': 3_000,
  'reader.js': 15_000,
  'picker.js': 25_000,
  'capture.js': 30_000,
  'pubmed-reader.js': 15_000,
  'popup.html': 35_000,
}

const folder = ensureBuilt({ browser: 'chrome', mode: 'release' })
const entries = readdirSync(folder)
  .filter((name) => /\.(js|html)$/.test(name))
  .sort()
let over = 0

console.log('entry point        raw bytes   gzip bytes    budget')
for (const entry of entries) {
  const files = entry.endsWith('.html') ? readScripts(entry) : readImported(entry)
  const raw = sum(files, (file) => readFileSync(join(folder, file)).length)
  const zipped = sum(files, (file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length)
  const budget = budgets[/** @type {keyof typeof budgets} */ (entry)]
  const isOver = budget !== undefined && zipped > budget
  if (isOver) over += 1
  const verdict = budget === undefined ? '–' : `${budget} ${isOver ? 'OVER' : 'ok'}`
  console.log(`${entry.padEnd(17)} ${String(raw).padStart(10)} ${String(zipped).padStart(12)}    ${verdict}`)
}
for (const entry of Object.keys(budgets)) {
  if (entries.includes(entry)) continue
  over += 1
  console.log(`${entry.padEnd(17)} is not in the build`)
}
if (over > 0) process.exitCode = 1

/** The scripts an extension page loads before it is usable. @param {string} page */
function readScripts(page) {
  const html = readFileSync(join(folder, page), 'utf8')
  const named = [...html.matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="([^"]+\.js)"/g)].map(
    ([, path]) => path ?? '',
  )
  return [...new Set(named.flatMap((path) => readImported(path.replace(/^\.?\//, ''))))]
}

/** A script and the files it imports at once. @param {string} file @param {Set<string>} seen @returns {string[]} */
function readImported(file, seen = new Set()) {
  if (seen.has(file)) return []
  seen.add(file)
  const { module } = parseSync(file, readFileSync(join(folder, file), 'utf8'))
  const requests = [
    ...module.staticImports.map((line) => line.moduleRequest.value),
    ...module.staticExports.flatMap((line) => line.entries.map((part) => part.moduleRequest?.value ?? '')),
  ]
  return [
    file,
    ...requests
      .filter((request) => request.startsWith('.') || request.startsWith('/'))
      .map((request) =>
        request.startsWith('/') ? request.slice(1) : relative(folder, join(folder, dirname(file), request)),
      )
      .flatMap((path) => readImported(path.replaceAll('\\', '/'), seen)),
  ]
}

/** @param {string[]} files @param {(file: string) => number} measure */
function sum(files, measure) {
  return files.reduce((total, file) => total + measure(file), 0)
}

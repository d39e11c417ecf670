// @ts-check
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setUp } from './set-up.mjs'

/**
 * `npm test`: everything that has to hold before a change is kept. The last line is `N passed, N failed`. A part that
 * cannot run on this machine says `not run here: …`; with `CI=true` that counts as a failure.
 */

const programs = setUp(['chromium', 'firefox', 'display'])
const { folderOf, root, runBuild } = await import('./build.mjs')

const isStrict = process.env.CI === 'true'
const scratch = mkdtempSync(join(tmpdir(), 'preround-test-'))
let passed = 0
let failed = 0
/** @type {string[]} */
const summary = []

await step('format and lint', () =>
  run('node_modules/@biomejs/biome/bin/biome', ['ci', '--error-on-warnings']),
)
await step('types', () => run('node_modules/typescript/bin/tsc', ['--noEmit']))
await step('types of src/domain, without the DOM', () =>
  run('node_modules/typescript/bin/tsc', ['-p', 'src/domain']),
)
await step('unit, data and architecture tests', () => runVitest('unit', []))
for (const browser of /** @type {const} */ (['chrome', 'firefox'])) {
  for (const mode of /** @type {const} */ (['release', 'e2e'])) {
    await step(`build for ${browser}, ${mode}`, async () => {
      runBuild({ browser, mode })
      return { passed: 1, failed: 0 }
    })
  }
}
await step('web-ext lint of the Firefox build', lintAddon)
await step('size budgets', () => run('scripts/size.mjs', []))
if (programs.chromium) {
  await step('browser specs', () =>
    runVitest('browser', [
      '--no-file-parallelism',
      ...(programs.firefox ? [] : ['--exclude', 'tests/e2e/firefox.spec.ts']),
    ]),
  )
} else {
  reportMissing('browser specs (no Chromium)')
}
if (!programs.firefox) reportMissing('Firefox specs (no Firefox)')
if (!programs.hasDisplay) reportMissing('specs on a real screen and keyboard (no Xvfb and xdotool)')

rmSync(scratch, { recursive: true, force: true })
console.log(`\n${summary.join('\n')}\n`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

/**
 * Runs one part, timed. A part that throws has failed, and the others still run.
 * @param {string} name
 * @param {() => Promise<{ passed: number, failed: number }>} work
 */
async function step(name, work) {
  console.log(`\n── ${name}`)
  const start = performance.now()
  const result = await work().catch((error) => {
    console.error(error instanceof Error ? error.message : error)
    return { passed: 0, failed: 1 }
  })
  passed += result.passed
  failed += result.failed
  const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(6)
  const count = result.passed + result.failed > 1 ? ` (${result.passed} passed, ${result.failed} failed)` : ''
  const line = `${result.failed === 0 ? 'ok    ' : 'FAILED'} ${seconds} s  ${name}${count}`
  console.log(line)
  summary.push(line)
}

/** @param {string} what */
function reportMissing(what) {
  const line = `not run here: ${what}`
  console.log(`\n${line}`)
  summary.push(line)
  if (isStrict) failed += 1
}

/**
 * Runs a Node program of the project, its output shown. Passed is exit code 0.
 * @param {string} script
 * @param {string[]} args
 */
async function run(script, args) {
  const code = await new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, script), ...args], { cwd: root, stdio: 'inherit' })
    child.on('close', resolve)
    child.on('error', () => resolve(1))
  })
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/**
 * @param {string} project
 * @param {string[]} args
 */
async function runVitest(project, args) {
  const report = join(scratch, `${project}.json`)
  const shown = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const ran = await run('node_modules/vitest/vitest.mjs', ['run', '--project', project, ...shown, ...args])
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'))
  if (numPendingTests > 0) reportMissing(`${numPendingTests} skipped ${project} test(s)`)
  // A file that cannot even be loaded fails the run without a failed test of its own.
  const failedTests = Math.max(numFailedTests, ran.failed)
  return { passed: numPassedTests, failed: failedTests }
}

/** The add-on linter's verdict: no error and no warning, and that it looked at something. */
async function lintAddon() {
  const folder = folderOf({ browser: 'firefox', mode: 'release' })
  const output = await new Promise((resolve) => {
    let text = ''
    const args = [
      join(root, 'node_modules/web-ext/bin/web-ext.js'),
      'lint',
      '--source-dir',
      folder,
      '--output',
      'json',
    ]
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
    child.stdout.on('data', (part) => {
      text += part
    })
    child.on('close', () => resolve(text))
  })
  const { summary: counts, errors, warnings } = JSON.parse(output)
  for (const { code, message, file, line } of [...errors, ...warnings]) {
    console.log(`${code}: ${message} (${file ?? 'manifest'}:${line ?? '?'})`)
  }
  console.log(`${counts.errors} errors, ${counts.warnings} warnings, ${counts.notices} notices`)
  return counts.errors + counts.warnings === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

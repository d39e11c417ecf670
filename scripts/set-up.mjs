// @ts-check
import { spawnSync } from 'node:child_process'
import { existsSync, lstatSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describeMissing, findChromium, findFirefox, findOnPath } from './find-browser.mjs'

// This file runs before any package is there: Node's own modules only.

const root = resolve(fileURLToPath(new URL('..', import.meta.url)))

/** Ends the program with one clear line when Node is too old. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(`Node ${process.versions.node} is too old: Preround needs Node 20.19 or newer.`)
  process.exit(1)
}

/** Installs the npm packages of the lock file when there are none, or when the lock file is newer. */
export function installPackages() {
  const installed = join(root, 'node_modules/.package-lock.json')
  const wanted = join(root, 'package-lock.json')
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
    // npm ci empties the folder that a link leads to, which belongs to another checkout.
    console.log('node_modules is a link to another folder and older than the lock file: left as it is.')
    return
  }
  console.log('Installing npm packages (once)…')
  // Under `npm run` npm says where it lives; a bare `node scripts/…` takes the one on the path.
  const npm = process.env.npm_execpath
  const ran = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, 'ci'], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm ci', { cwd: root, stdio: 'inherit', shell: true })
  if (ran.status === 0) return
  console.error('npm ci failed: see its words above. Nothing else can run without the packages.')
  process.exit(1)
}

/** What `npm test` uses beyond Node: the browsers; and `display`, a screen that nobody sees with a hand on its keyboard. */
const debianPackages = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  display: ['xvfb', 'xdotool'],
}

/** @typedef {keyof typeof debianPackages} Program */

/** Whether it is there. @type {Record<Program, () => boolean>} */
const isThere = {
  chromium: () => findChromium() !== null,
  firefox: () => findFirefox() !== null,
  display: () => findOnPath('Xvfb') !== null && findOnPath('xdotool') !== null,
}

/**
 * Looks for the programs, and on Debian as root installs those that are missing. Answers the browsers, null for one
 * that is not there, and whether there is a display, after saying in one line what to install or which variable to set.
 * @param {Program[]} wanted
 * @param {boolean} mayInstall
 */
export function providePrograms(wanted, mayInstall = isDebianRoot()) {
  const missing = wanted.filter((program) => !isThere[program]())
  if (missing.length > 0 && mayInstall) {
    // Without a font, headless Chromium draws boxes.
    installDebian([...missing.flatMap((program) => debianPackages[program]), 'fonts-dejavu-core'])
  }
  for (const program of missing) if (!isThere[program]()) console.log(describeMissing(program))
  return {
    chromium: wanted.includes('chromium') ? findChromium() : null,
    firefox: wanted.includes('firefox') ? findFirefox() : null,
    hasDisplay: wanted.includes('display') && isThere.display(),
  }
}

function isDebianRoot() {
  // Ubuntu's packages of these names are only pointers to snaps.
  return (
    process.getuid?.() === 0 &&
    existsSync('/etc/os-release') &&
    /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
  )
}

/** @param {string[]} names */
function installDebian(names) {
  console.log(`Installing Debian packages (once): ${names.join(', ')}…`)
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    encoding: /** @type {const} */ ('utf8'),
  }
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...names]]) {
    const ran = spawnSync('apt-get', args, options)
    if (ran.status === 0) continue
    console.log(`apt-get ${args[0]} failed: ${(ran.stderr ?? '').trim().split('\n').at(-1) ?? ''}`)
    return
  }
}

/** Everything that `npm test` and `npm start` need. @param {Program[]} programs */
export function setUp(programs) {
  checkNode()
  installPackages()
  return providePrograms(programs)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const found = setUp(['chromium', 'firefox', 'display'])
  console.log(
    `Chromium: ${found.chromium ?? 'none'}\nFirefox:  ${found.firefox ?? 'none'}\nDisplay:  ${found.hasDisplay ? 'Xvfb' : 'none'}`,
  )
}

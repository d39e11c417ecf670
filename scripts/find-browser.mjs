// @ts-check
import { accessSync, constants } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

/** @typedef {{ variable: string, names: string[], paths: Partial<Record<NodeJS.Platform, string[]>> }} BrowserPlaces */

const home = homedir()
const programFiles = [
  process.env.PROGRAMFILES,
  process.env['PROGRAMFILES(X86)'],
  process.env.LOCALAPPDATA,
].filter((folder) => folder !== undefined)

/** @type {BrowserPlaces} */
const chromiumPlaces = {
  variable: 'PREROUND_CHROMIUM',
  names: [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge',
    'brave-browser',
  ],
  paths: {
    linux: ['/snap/bin/chromium', '/opt/google/chrome/chrome'],
    darwin: ['', home].flatMap((root) => [
      `${root}/Applications/Chromium.app/Contents/MacOS/Chromium`,
      `${root}/Applications/Google Chrome.app/Contents/MacOS/Google Chrome`,
      `${root}/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge`,
    ]),
    win32: programFiles.flatMap((root) => [
      join(root, 'Chromium/Application/chrome.exe'),
      join(root, 'Google/Chrome/Application/chrome.exe'),
      join(root, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
  },
}

/** @type {BrowserPlaces} */
const firefoxPlaces = {
  variable: 'PREROUND_FIREFOX',
  names: ['firefox', 'firefox-esr'],
  paths: {
    linux: ['/snap/bin/firefox', '/opt/firefox/firefox'],
    darwin: ['', home].flatMap((root) => [
      `${root}/Applications/Firefox.app/Contents/MacOS/firefox`,
      `${root}/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox`,
    ]),
    win32: programFiles.map((root) => join(root, 'Mozilla Firefox/firefox.exe')),
  },
}

/**
 * The program of a Chromium (Chrome and Edge count), or null when none is found. `PREROUND_CHROMIUM` comes before the
 * usual places; a variable that names no program is an error, not a reason to look further.
 */
export function findChromium() {
  return findProgram(chromiumPlaces)
}

/** The program of a Firefox, or null; `PREROUND_FIREFOX` comes first. */
export function findFirefox() {
  return findProgram(firefoxPlaces)
}

/** What to tell somebody whose machine has no browser of this kind. @param {'chromium' | 'firefox'} kind */
export function describeMissing(kind) {
  return kind === 'chromium'
    ? 'no Chromium or Chrome was found: install one, or set PREROUND_CHROMIUM to its program'
    : 'no Firefox was found: install one (142 or newer), or set PREROUND_FIREFOX to its program'
}

/** @param {BrowserPlaces} places */
function findProgram(places) {
  const named = process.env[places.variable]
  if (named) {
    if (isProgram(named)) return named
    throw new Error(`${places.variable} is set to ${named}, which is no program that can be started`)
  }
  const onPath =
    process.platform === 'win32'
      ? []
      : (process.env.PATH ?? '')
          .split(delimiter)
          .filter(Boolean)
          .flatMap((folder) => places.names.map((name) => join(folder, name)))
  // Names before folders: a Chromium anywhere on the path is better for tests than a branded Chrome.
  onPath.sort((a, b) => rank(places, a) - rank(places, b))
  return [...onPath, ...(places.paths[process.platform] ?? [])].find(isProgram) ?? null
}

/** @param {BrowserPlaces} places @param {string} path */
function rank(places, path) {
  return places.names.indexOf(path.slice(path.lastIndexOf('/') + 1))
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

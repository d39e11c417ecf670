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

const missing = {
  chromium: 'no Chromium or Chrome was found: install one, or set PREROUND_CHROMIUM to its program',
  firefox: 'no Firefox was found: install one (142 or newer), or set PREROUND_FIREFOX to its program',
  display:
    'no Xvfb and xdotool were found: install both to press real shortcuts on a screen that nobody sees',
}

/** What to tell somebody whose machine does not have it. @param {keyof typeof missing} program */
export function describeMissing(program) {
  return missing[program]
}

/** The program of this name in a folder of the path, or null. @param {string} name */
export function findOnPath(name) {
  return (
    listPathFolders()
      .map((folder) => join(folder, name))
      .find(isProgram) ?? null
  )
}

function listPathFolders() {
  return (process.env.PATH ?? '').split(delimiter).filter(Boolean)
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
      : listPathFolders().flatMap((folder) => places.names.map((name) => join(folder, name)))
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

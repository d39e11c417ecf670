// @ts-check
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'

export const root = resolve(fileURLToPath(new URL('..', import.meta.url)))

/**
 * The builds and the folders they land in. `release` is what is shipped; `e2e` differs in nothing but open shadow
 * roots; `development` has the fixed key, so its extension id does not follow the folder.
 * @typedef {{ browser: 'chrome' | 'firefox', mode: 'release' | 'e2e' | 'development' }} Build
 */

/** Folder of a build; `PREROUND_OUT` moves all of them, so that two runs need not share one. @param {Build} build */
export function folderOf({ browser, mode }) {
  const suffix = mode === 'release' ? '' : mode === 'development' ? '-dev' : '-e2e'
  return resolve(root, process.env.PREROUND_OUT ?? 'dist', `${browser}-mv3${suffix}`)
}

/**
 * Builds, and answers the folder. Throws with the builder's own words when it fails.
 * @param {Build} build
 */
export function runBuild(build) {
  // Under a test runner NODE_ENV is "test", which would build another product than the shipped one.
  const env = { ...process.env, NODE_ENV: undefined, VITEST: undefined, NO_COLOR: '1' }
  const mode = build.mode === 'release' ? 'production' : build.mode
  const wxt = join(root, 'node_modules/wxt/bin/wxt.mjs')
  const ran = spawnSync(
    process.execPath,
    [wxt, 'build', '--browser', build.browser, '--mv3', '--mode', mode],
    {
      cwd: root,
      env,
      encoding: 'utf8',
    },
  )
  if (ran.status !== 0) {
    const said = stripVTControlCharacters(`${ran.stdout ?? ''}${ran.stderr ?? ''}`).replace(
      /^\s+at .*\n/gm,
      '',
    )
    throw new Error(`the ${build.browser} ${build.mode} build failed:\n${said}`)
  }
  return folderOf(build)
}

/** Builds only when a source is newer than the build. @param {Build} build */
export function ensureBuilt(build) {
  const folder = folderOf(build)
  const manifest = join(folder, 'manifest.json')
  if (existsSync(manifest) && statSync(manifest).mtimeMs >= newestSource()) return folder
  return runBuild(build)
}

/** Time of the newest file that a build depends on, in ms. */
function newestSource() {
  const places = [
    'src',
    'entrypoints',
    'seeds',
    'assets',
    'wxt.config.ts',
    'tsconfig.json',
    'package-lock.json',
  ]
  let newest = 0
  for (const place of places) {
    const path = join(root, place)
    if (!existsSync(path)) continue
    newest = Math.max(newest, statSync(path).mtimeMs)
    if (!statSync(path).isDirectory()) continue
    for (const entry of readdirSync(path, { recursive: true })) {
      newest = Math.max(newest, statSync(join(path, String(entry))).mtimeMs)
    }
  }
  return newest
}

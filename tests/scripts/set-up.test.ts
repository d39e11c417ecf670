import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { providePrograms } from '../../scripts/set-up.mjs'

// A machine without browsers: a path that leads to one empty folder, in which a made-up apt-get "installs".

const isPosix = process.platform !== 'win32'
/** Where a browser may stand outside the path; a machine with one there cannot play a machine without. */
const hasFixedPlace = [
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/snap/bin/firefox',
  '/opt/firefox/firefox',
]
  .concat(
    ['Chromium', 'Google Chrome', 'Microsoft Edge', 'Firefox'].map((name) => `/Applications/${name}.app`),
  )
  .some((place) => existsSync(place))

let folder = ''
let said: string[] = []
const log = () => join(folder, 'apt-get.log')
const asked = () => (existsSync(log()) ? readFileSync(log(), 'utf8').trim().split('\n') : [])

function place(name: string, script = 'exit 0'): void {
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
}

/** Notes what it was asked for; `install` gives what the named packages hold. */
function placeAptGet(ends: 'well' | 'update fails' | 'install fails' = 'well'): void {
  place(
    'apt-get',
    `echo "$DEBIAN_FRONTEND $@" >> "${log()}"
if [ "$1" = update ]; then ${ends === 'update fails' ? 'echo "no network" >&2; exit 100' : 'exit 0'}; fi
${ends === 'install fails' ? 'echo "E: Unable to locate package" >&2; exit 100' : ''}
for name in "$@"; do
  case "$name" in
    chromium|firefox-esr|xdotool) program="$name" ;;
    xvfb) program=Xvfb ;;
    *) continue ;;
  esac
  echo '#!/bin/sh' > "${folder}/$program"
  /bin/chmod +x "${folder}/$program"
done`,
  )
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'preround-path-'))
  mkdirSync(folder, { recursive: true })
  said = []
  vi.stubEnv('PATH', folder)
  vi.stubEnv('PREROUND_CHROMIUM', '')
  vi.stubEnv('PREROUND_FIREFOX', '')
  vi.spyOn(console, 'log').mockImplementation((line) => void said.push(String(line)))
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

describe.skipIf(!isPosix || hasFixedPlace)('providing what tests need', () => {
  it('installs on Debian what is missing, in one go and without questions, and finds it afterwards', () => {
    placeAptGet()
    expect(providePrograms(['chromium', 'firefox', 'display'], true)).toEqual({
      chromium: join(folder, 'chromium'),
      firefox: join(folder, 'firefox-esr'),
      hasDisplay: true,
    })
    expect(asked()).toEqual([
      'noninteractive update',
      'noninteractive install -y --no-install-recommends chromium firefox-esr xvfb xdotool fonts-dejavu-core',
    ])
    expect(said).toHaveLength(1)
  })

  it('installs nothing that is there already', () => {
    placeAptGet()
    for (const name of ['chromium', 'firefox', 'Xvfb', 'xdotool']) place(name)
    expect(providePrograms(['chromium', 'firefox', 'display'], true).firefox).toBe(join(folder, 'firefox'))
    expect(asked()).toEqual([])
    expect(said).toEqual([])
  })

  it('installs both parts of a display when one of them is missing, and nothing that was not wanted', () => {
    placeAptGet()
    place('Xvfb')
    expect(providePrograms(['display'], true)).toEqual({ chromium: null, firefox: null, hasDisplay: true })
    expect(asked()[1]).toMatch(/recommends xvfb xdotool fonts-dejavu-core$/)
  })

  it('never calls the installer elsewhere, and says in one line each what is missing', () => {
    placeAptGet()
    expect(providePrograms(['chromium', 'firefox', 'display'], false)).toEqual({
      chromium: null,
      firefox: null,
      hasDisplay: false,
    })
    expect(asked()).toEqual([])
    expect(said).toEqual([
      expect.stringContaining('PREROUND_CHROMIUM'),
      expect.stringContaining('PREROUND_FIREFOX'),
      expect.stringContaining('Xvfb'),
    ])
  })

  it.each(['update fails', 'install fails'] as const)('goes on and says so when the %s', (ends) => {
    placeAptGet(ends)
    expect(providePrograms(['chromium'], true).chromium).toBeNull()
    expect(said.join('\n')).toMatch(/apt-get (update|install) failed: .+\n.*PREROUND_CHROMIUM/)
  })

  it('goes on and says so where there is no installer at all', () => {
    expect(providePrograms(['chromium'], true).chromium).toBeNull()
    expect(said.at(-1)).toContain('PREROUND_CHROMIUM')
  })

  it('takes the program that a variable names, and does not look further when it is none', () => {
    place('my-chrome')
    vi.stubEnv('PREROUND_CHROMIUM', join(folder, 'my-chrome'))
    expect(providePrograms(['chromium'], false).chromium).toBe(join(folder, 'my-chrome'))
    vi.stubEnv('PREROUND_CHROMIUM', join(folder, 'gone'))
    expect(() => providePrograms(['chromium'], false)).toThrow(/PREROUND_CHROMIUM is set to .*gone/)
  })
})

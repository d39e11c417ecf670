import { describe, expect, test } from 'vitest'
import { checkFiles, findBanned, readClosure, rooms } from './import-rules'
import { listFiles, parseFile } from './source-files'

const files = listFiles(['src', 'entrypoints', 'seeds', 'scripts'], ['.ts', '.tsx', '.mjs']).map((path) =>
  parseFile(path),
)

const problemsOf = (path: string, text: string) => checkFiles([parseFile(path, text)])

describe('the arrows between the rooms', () => {
  test('every import is one that the table allows', () => {
    expect(files.length).toBeGreaterThan(30)
    expect(checkFiles(files)).toEqual([])
  })

  test('every file of src lives in a room of the table', () => {
    const homeless = files.filter(({ path }) => !rooms.some(({ prefix }) => path.startsWith(prefix)))
    expect(homeless.map(({ path }) => path)).toEqual([])
  })

  test.each([
    ['a rule that asks the store', 'src/domain/planted.ts', "import { StoreError } from '../store/api'"],
    [
      'a rule that asks for a type of the store',
      'src/domain/planted.ts',
      "import type { Store } from '../store/api'",
    ],
    ['a rule that asks lazily', 'src/domain/planted.ts', "const later = () => import('../store/api')"],
    ['a rule that names a type in place', 'src/domain/planted.ts', "let x: import('../store/api').Store"],
    [
      'a reader that hands a store on',
      'src/extractors/planted.ts',
      "export { StoreError } from '../store/api'",
    ],
  ])('%s is found', (_, path, text) => {
    const problems = problemsOf(path, text)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(/planted\.ts:1 imports '.*'\n {2}rule: .+\n {2}instead: .+/)
  })

  test.each([
    [
      'the store, from a script on a web page',
      'src/ui/capture/planted.ts',
      "import { StoreError } from '../../store/api'",
    ],
    ['the screen, from the store', 'src/store/planted.ts', "import { say } from '../ui/shared/words/say'"],
    ['an entry point', 'src/platform/planted.ts', "import popup from '../../entrypoints/popup/main'"],
    ['a test', 'src/platform/planted.ts', "import { visit } from '../../tests/architecture/source-files'"],
    ['zod, past its door', 'src/store/planted.ts', "import { z } from 'zod'"],
    ['zod/mini, past its door', 'src/domain/planted.ts', "import * as z from 'zod/mini'"],
    [
      'the polyfill, outside platform',
      'src/ui/popup/planted.ts',
      "import browser from 'webextension-polyfill'",
    ],
    ['idb, outside the store', 'entrypoints/planted.ts', "import { openDB } from 'idb'"],
    ['a package nobody agreed to', 'src/domain/planted.ts', "import x from 'left-pad'"],
    [
      'seeds, from a screen',
      'src/ui/popup/planted.ts',
      "const all = import.meta.glob('../../../seeds/*.json')",
    ],
  ])('forbidden: %s', (_, path, text) => {
    expect(problemsOf(path, text)).toHaveLength(1)
  })

  test.each([
    [
      'a screen of the extension reading the store',
      'src/ui/popup/planted.ts',
      "import { StoreError } from '../../store/api'",
    ],
    [
      'handlers reading the store',
      'src/messaging/handlers/planted.ts',
      "import { StoreError } from '../../store/api'",
    ],
    [
      'an entry point wiring anything',
      'entrypoints/planted.ts',
      "import { StoreError } from '../src/store/api'",
    ],
    ['a rule using another rule', 'src/domain/planted.ts', "import { z } from './z'"],
  ])('allowed: %s', (_, path, text) => {
    expect(problemsOf(path, text)).toEqual([])
  })

  test('an import that leads nowhere is an error, not a missed arrow', () => {
    expect(() => problemsOf('src/domain/planted.ts', "import './not-there'")).toThrow(/leads to no file/)
  })
})

describe('what rides on every page', () => {
  const heavy = ['preact', 'zod', 'idb', 'webextension-polyfill']

  test.each(['entrypoints/pubmed.ts', 'entrypoints/webmail.ts', 'entrypoints/detector.ts'])(
    '%s carries no framework',
    (entry) => {
      expect(findBanned(readClosure(entry), heavy)).toEqual([])
    },
  )

  test.each(['entrypoints/capture.ts', 'entrypoints/picker.ts'])(
    '%s carries no store, no seeds and no polyfill',
    (entry) => {
      const closure = readClosure(entry)
      expect(findBanned(closure, ['idb', 'webextension-polyfill'])).toEqual([])
      expect([...closure.keys()].filter((path) => /^(src\/store|seeds)\//.test(path))).toEqual([])
    },
  )

  test('a package is found through another file, and a type is not counted', () => {
    const texts: Record<string, string> = {
      'entrypoints/pubmed.ts': "import { z } from '../src/domain/z'\nimport type { VNode } from 'preact'",
      'src/domain/z.ts': "import * as z from 'zod/mini'",
    }
    const closure = readClosure('entrypoints/pubmed.ts', (path) => parseFile(path, texts[path] ?? ''))
    expect(findBanned(closure, heavy)).toEqual(['zod/mini (through src/domain/z.ts)'])
  })
})

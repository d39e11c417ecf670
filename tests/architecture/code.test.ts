import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as words from '../../src/ui/shared/words/en'
import { checkMessages, findImpureCode, findMessages, findUnsafeCode } from './code-rules'
import { listFiles, parseFile, projectRoot } from './source-files'

const files = listFiles(['src', 'entrypoints', 'seeds'], ['.ts', '.tsx']).map((path) => parseFile(path))

describe('page text stays text', () => {
  test('nothing in the product turns text into markup or code', () => {
    expect(files.flatMap(findUnsafeCode)).toEqual([])
  })

  test.each([
    'a.innerHTML = b',
    'a.innerHTML += b',
    "a['innerHTML'] = b",
    'a.outerHTML = b',
    'a.insertAdjacentHTML("beforeend", b)',
    'const x = <p dangerouslySetInnerHTML={{ __html: b }} />',
    'h("p", { dangerouslySetInnerHTML: { __html: b } })',
    'eval(b)',
    'new Function(b)',
  ])('found: %s', (text) => {
    expect(findUnsafeCode(parseFile('src/planted.tsx', text))).toHaveLength(1)
  })

  test('reading markup and writing text are fine', () => {
    const text = 'const before = a.innerHTML; a.textContent = b; a.innerHTML === before'
    expect(findUnsafeCode(parseFile('src/planted.ts', text))).toEqual([])
  })
})

describe('src/domain is pure', () => {
  const domain = files.filter(({ path }) => path.startsWith('src/domain/'))

  test('no rule asks a clock or chance', () => {
    expect(domain.length).toBeGreaterThan(10)
    expect(domain.flatMap(findImpureCode)).toEqual([])
  })

  test.each(['new Date()', 'Date.now()', 'Date()', 'Math.random()', 'globalThis.fetch'])(
    'found: %s',
    (text) => {
      expect(findImpureCode(parseFile('src/domain/planted.ts', text))).toHaveLength(1)
    },
  )

  test('a date made from a given value is fine', () => {
    expect(findImpureCode(parseFile('src/domain/planted.ts', 'new Date(ms); Date.UTC(2026, 1, 1)'))).toEqual(
      [],
    )
  })

  test('its own compiler settings leave out the DOM, Node and the browser', () => {
    const settings = JSON.parse(readFileSync(join(projectRoot, 'src/domain/tsconfig.json'), 'utf8'))
    expect(settings.compilerOptions.types).toEqual([])
    expect(settings.compilerOptions.lib.join(' ')).not.toMatch(/dom|webworker/i)
  })
})

describe('the catalogue', () => {
  /** Words by message id. Screens that ride on web pages keep the few they say in a group of their own. */
  const readIds = (group: object): [string, string][] =>
    Object.entries(group).flatMap(([key, value]) => {
      if (typeof value === 'string') return key.includes('.') ? [[key, value] as [string, string]] : []
      return readIds(value)
    })
  const catalogue = Object.fromEntries(readIds(words))

  const check = (text: string, catalogue: Record<string, string>) =>
    checkMessages(findMessages(parseFile('src/planted.ts', text)), catalogue)

  test('has every message that is said, and every message is given what it names', () => {
    const said = files.flatMap(findMessages)
    expect(said.length).toBeGreaterThan(40)
    // What a seed does wrong is told by its test to whoever wrote it, and never shown.
    expect(
      checkMessages(
        said.filter(({ id }) => !id.startsWith('seed.')),
        catalogue,
      ),
    ).toEqual([])
  })

  test('a missing message, a missing parameter and an unknown family are found', () => {
    expect(check("message('a.b')", {})).toHaveLength(1)
    expect(check("message('a.b', { other: 1 })", { 'a.b': 'Hello {name}' })).toHaveLength(1)
    expect(check("message('a.b')", { 'a.b': '{count|one|many}' })).toHaveLength(1)
    expect(check("const it = { id: 'a.b', params: {} }", {})).toHaveLength(1)
    expect(check("message(known ? 'a.b' : 'a.c')", { 'a.b': '' })).toHaveLength(1)
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the source text of a template
    expect(check('message(`x.${name}`)', { 'a.b': '' })).toHaveLength(1)
  })

  test('a message with what it names is fine', () => {
    expect(check("message('a.b', { name })", { 'a.b': 'Hello {name}' })).toEqual([])
    expect(check("message('a.b', params)", { 'a.b': 'Hello {name}' })).toEqual([])
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the source text of a template
    expect(check('message(`a.${name}`)', { 'a.b': '' })).toEqual([])
  })
})

describe('seeds', () => {
  /** Ids that two seeds of one folder share, as `folder id`. */
  const findTwins = (seeds: readonly { folder: string; id: string }[]) => {
    const named = seeds.map(({ folder, id }) => `${folder} ${id}`)
    return named.filter((name, index) => named.indexOf(name) !== index)
  }

  test('every goal and letter has an id of its own', () => {
    const paths = listFiles(['seeds'], ['.json']).filter((path) => path.split('/').length === 3)
    const seeds = paths.map((path) => ({
      folder: path.split('/')[1] ?? '',
      id: String(JSON.parse(readFileSync(join(projectRoot, path), 'utf8')).id),
    }))
    expect(seeds.length).toBeGreaterThan(15)
    expect(seeds.filter(({ id }) => id === 'undefined')).toEqual([])
    expect(findTwins(seeds)).toEqual([])
  })

  test('a twin is found', () => {
    const goal = { folder: 'goals', id: 'R1' }
    expect(findTwins([goal, { folder: 'templates', id: 'R1' }])).toEqual([])
    expect(findTwins([goal, goal])).toEqual(['goals R1'])
  })
})

describe('the project stands by itself', () => {
  // Written in pieces so that this file does not find itself.
  const machinePath = new RegExp(
    `(?<![\\w.:/*-])/(${['wo' + 'rk', 'tm' + 'p', 'ro' + 'ot', 'ho' + 'me/\\w+', 'Us' + 'ers/\\w+'].join('|')})(?=[/'"\`\\s]|$)`,
    'm',
  )

  test('no file names a path of somebody’s machine', () => {
    const endings = ['.ts', '.tsx', '.mjs', '.json', '.md', '.html', '.css', '.yml']
    const paths = listFiles(['.ci', 'assets', 'entrypoints', 'scripts', 'seeds', 'src', 'tests'], endings)
    const atRoot = [
      'README.md',
      'LICENSE',
      'package.json',
      'package-lock.json',
      'biome.json',
      'tsconfig.json',
      'vitest.config.ts',
      'wxt.config.ts',
    ]
    const naming = [...paths, ...atRoot, '.ci/run']
      .filter((path) => statSync(join(projectRoot, path), { throwIfNoEntry: false })?.isFile())
      .filter((path) => machinePath.test(readFileSync(join(projectRoot, path), 'utf8')))
    expect(naming).toEqual([])
  })

  test('such a path would be found, and an address is none', () => {
    expect(machinePath.test(`cd ${'/wo'}rk/main`)).toBe(true)
    expect(machinePath.test(`'${'/tm'}p/out'`)).toBe(true)
    expect(machinePath.test(`https://faculty.example/${'work'}/papers`)).toBe(false)
    expect(machinePath.test(`../${'work'}/papers`)).toBe(false)
  })
})

import { type ImportLine, parseFile, resolveImport, type SourceFile } from './source-files'

/**
 * Who may import whom. The README draws the same picture; change both together, and only after asking whether the code
 * would not better live in another room.
 */
interface Room {
  /** Files whose path starts so; the longest that fits wins. */
  prefix: string
  /** Other rooms (or files of them) it may import, as path prefixes. Its own files it always may. */
  mayImport: readonly string[]
  /** npm packages it may import. A name ending in `/` allows everything below it. */
  packages: readonly string[]
  /** What to do instead, for the message. */
  advice: string
}

const anything = [''] as const
const preact = ['preact', 'preact/'] as const
const messagingForPages = ['src/messaging/client', 'src/messaging/protocol'] as const

/** In page scripts the polyfill must not ride along: they get the one file of `platform` that does without it. */
const inPage: Omit<Room, 'prefix'> = {
  mayImport: ['src/domain/', 'src/ui/shared/', 'assets/', 'src/platform/page-runtime', ...messagingForPages],
  packages: preact,
  advice:
    'this runs on a web page: ask the worker by message (src/messaging/client), and let the entry point hand in the rest',
}

const extensionPage: Omit<Room, 'prefix'> = {
  mayImport: [
    'src/domain/',
    'src/ui/shared/',
    'assets/',
    'src/platform/',
    'src/store/',
    ...messagingForPages,
  ],
  packages: preact,
  advice: 'a screen shows: move what decides to src/domain, and let the entry point hand in the rest',
}

export const rooms: readonly Room[] = [
  {
    prefix: 'src/domain/',
    mayImport: [],
    packages: [],
    advice: 'src/domain is pure: pass the value in as an argument',
  },
  {
    prefix: 'src/extractors/',
    mayImport: ['src/domain/'],
    packages: [],
    advice: 'an extractor gets doc and url and nothing else: let the caller fetch, store or show',
  },
  {
    prefix: 'src/webmail/',
    mayImport: ['src/domain/'],
    packages: [],
    advice: 'an adapter finds and fills a composer and nothing else: let the caller store or show',
  },
  {
    prefix: 'src/exchange/',
    mayImport: ['src/domain/'],
    packages: [],
    advice: 'exchange turns records into text and back: let the caller read and write the store',
  },
  {
    prefix: 'src/store/',
    mayImport: ['src/domain/', 'seeds/'],
    packages: ['idb'],
    advice:
      'the store never asks the screen or the browser: pass the value in (see Moment in src/store/api.ts)',
  },
  {
    prefix: 'src/platform/',
    mayImport: ['src/domain/'],
    packages: ['webextension-polyfill'],
    advice: 'platform wraps the browser and knows nothing of the log: let the entry point join the two',
  },
  {
    prefix: 'src/messaging/',
    mayImport: ['src/domain/', 'src/platform/'],
    packages: [],
    advice: 'protocol and client are on every page: what needs the store belongs in src/messaging/handlers',
  },
  {
    prefix: 'src/messaging/handlers/',
    mayImport: [
      'src/domain/',
      'src/platform/',
      'src/store/',
      'src/exchange/',
      'src/messaging/protocol',
      'src/messaging/client',
    ],
    packages: [],
    advice: 'handlers join the store and the protocol: pass anything else in from the entry point',
  },
  { prefix: 'src/ui/shared/', ...inPage },
  { prefix: 'src/ui/capture/', ...inPage },
  { prefix: 'src/ui/compose/', ...inPage },
  { prefix: 'src/ui/popup/', ...extensionPage },
  {
    prefix: 'src/ui/dashboard/',
    ...extensionPage,
    mayImport: [...extensionPage.mayImport, 'src/exchange/'],
  },
  { prefix: 'src/ui/welcome/', ...extensionPage },
  {
    prefix: 'seeds/',
    mayImport: ['src/domain/'],
    packages: [],
    advice: 'seeds are what the product says: plain records, checked by the schemas of src/domain',
  },
  {
    prefix: 'entrypoints/',
    mayImport: anything,
    packages: [...preact, 'wxt/utils/'],
    advice: 'entry points only wire: a package belongs in the room that uses it',
  },
  {
    prefix: 'scripts/',
    mayImport: anything,
    packages: ['playwright-core', 'puppeteer-core', 'selfsigned', 'jsdom', 'vite', 'web-ext'],
    advice: 'add a package for scripts only when Node has no answer',
  },
]

/** Single files that alone may import a package: everything else goes through them. */
const doors: readonly { packageName: string; only: string; advice: string }[] = [
  {
    packageName: 'zod',
    only: 'src/domain/z.ts',
    advice: "take z from there: import { z } from '…/domain/z'",
  },
]

/** The room of a file, or null for tests and configuration. */
export function roomOf(path: string): Room | null {
  const fitting = rooms.filter((room) => path.startsWith(room.prefix))
  return fitting.sort((a, b) => b.prefix.length - a.prefix.length)[0] ?? null
}

/**
 * Checks one import. Answers null when it is allowed, else what is wrong, which rule says so and what to do.
 * `target` is the file it leads to, or null for a package.
 */
export function checkImport(from: string, line: ImportLine, target: string | null): string | null {
  const room = roomOf(from)
  if (!room) return null
  const where = `${from}:${line.line} imports '${line.specifier}'`
  if (target !== null) {
    const targetRoom = roomOf(target)
    if (targetRoom === room) return null
    if (target.startsWith('entrypoints/') || target.startsWith('scripts/') || target.startsWith('tests/')) {
      if (room.prefix === 'scripts/' && target.startsWith('scripts/')) return null
      return `${where}\n  rule: nothing imports from ${target.split('/')[0]}\n  instead: move the shared part to a room of src`
    }
    if (room.mayImport.some((prefix) => target.startsWith(prefix))) return null
    const may = room.mayImport.length === 0 ? 'nothing of ours' : room.mayImport.join(', ')
    return `${where}\n  rule: ${room.prefix} may import ${may}\n  instead: ${room.advice}`
  }

  if (line.specifier.startsWith('node:') && room.prefix === 'scripts/') return null
  const door = doors.find(({ packageName }) => isOf(line.specifier, packageName))
  if (door) {
    if (from === door.only) return null
    return `${where}\n  rule: only ${door.only} imports ${door.packageName}\n  instead: ${door.advice}`
  }
  if (
    room.packages.some((name) =>
      name.endsWith('/') ? line.specifier.startsWith(name) : line.specifier === name,
    )
  ) {
    return null
  }
  const may = room.packages.length === 0 ? 'no package' : room.packages.join(', ')
  return `${where}\n  rule: ${room.prefix} may import ${may}\n  instead: ${room.advice}`
}

/** Every forbidden import of the files, worded for the one who has to mend it. */
export function checkFiles(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) =>
    file.imports.flatMap((line) => {
      const problem = checkImport(file.path, line, resolveImport(file.path, line.specifier))
      return problem === null ? [] : [problem]
    }),
  )
}

/**
 * What a page script carries: its files and packages by static import, types left out. The key is the file or package,
 * the value the file that asked for it.
 */
export function readClosure(
  entry: string,
  parse: (path: string) => SourceFile = parseFile,
): Map<string, string> {
  const carried = new Map<string, string>([[entry, '']])
  const queue = [entry]
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    for (const { specifier, isType, isDynamic } of parse(path).imports) {
      if (isType || isDynamic) continue
      const target = resolveImport(path, specifier)
      const name = target ?? specifier
      if (carried.has(name)) continue
      carried.set(name, path)
      if (target !== null && /\.(tsx?|mjs)$/.test(target)) queue.push(target)
    }
  }
  return carried
}

/** The packages of `banned` that a closure carries, each with the file that brings it in. */
export function findBanned(closure: Map<string, string>, banned: readonly string[]): string[] {
  return [...closure].flatMap(([name, from]) =>
    banned.some((packageName) => isOf(name, packageName)) ? [`${name} (through ${from})`] : [],
  )
}

function isOf(specifier: string, packageName: string): boolean {
  return specifier === packageName || specifier.startsWith(`${packageName}/`)
}

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'

/** The root of the project. */
export const projectRoot = resolve(fileURLToPath(new URL('../..', import.meta.url)))

/** One `import`, `export … from`, `import()`, `import.meta.glob()` or `import('…')` in a type. */
export interface ImportLine {
  /** As written. */
  specifier: string
  line: number
  /** True when nothing of it is left after compiling. */
  isType: boolean
  /** True for `import()`: loaded later, or not at all. */
  isDynamic: boolean
}

/** A node of the syntax tree (ESTree with TypeScript and JSX), as the parser of Vite hands it out. */
export type SyntaxNode = { type: string; start: number } & Record<string, unknown>

export interface SourceFile {
  /** From the root of the project, with forward slashes. */
  path: string
  text: string
  tree: SyntaxNode
  imports: ImportLine[]
}

/** Files below `folders` whose names end in one of `endings`, as paths from the root. */
export function listFiles(folders: readonly string[], endings: readonly string[]): string[] {
  return folders
    .filter((folder) => existsSync(join(projectRoot, folder)))
    .flatMap((folder) =>
      readdirSync(join(projectRoot, folder), { recursive: true }).map((name) => join(folder, String(name))),
    )
    .map((path) => path.replaceAll('\\', '/'))
    .filter(
      (path) => endings.some((ending) => path.endsWith(ending)) && statSync(join(projectRoot, path)).isFile(),
    )
    .sort()
}

/** Reads and parses TypeScript or JavaScript. Throws on a syntax error. */
export function parseFile(path: string, text = readFileSync(join(projectRoot, path), 'utf8')): SourceFile {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  const tree = program as unknown as SyntaxNode
  const imports: ImportLine[] = []
  visit(tree, (node) => {
    for (const { specifier, isType, isDynamic } of readImports(node)) {
      imports.push({ specifier, isType, isDynamic, line: lineOf(text, node.start) })
    }
  })
  return { path, text, tree, imports }
}

/** Calls `look` for every node of the tree. */
export function visit(node: unknown, look: (node: SyntaxNode) => void): void {
  if (Array.isArray(node)) {
    for (const item of node) visit(item, look)
    return
  }
  if (typeof node !== 'object' || node === null) return
  if (typeof (node as SyntaxNode).type === 'string') look(node as SyntaxNode)
  for (const value of Object.values(node)) visit(value, look)
}

/** Line number, from 1, of a position. */
export function lineOf(text: string, position: number): number {
  return text.slice(0, position).split('\n').length
}

/** The value of a plain string literal, or null. */
export function literalText(node: unknown): string | null {
  const { type, value } = (node ?? {}) as { type?: string; value?: unknown }
  return type === 'Literal' && typeof value === 'string' ? value : null
}

/**
 * The file of the project that an import leads to, as a path from the root; null for packages, Node's own modules and
 * virtual modules. Throws when a relative import leads nowhere, as then an arrow would be missed.
 */
export function resolveImport(from: string, specifier: string): string | null {
  const [bare = ''] = specifier.split('?')
  if (!bare.startsWith('.')) return null
  const target = join(dirname(from), bare).replaceAll('\\', '/')
  const found = ['', '.ts', '.tsx', '.mjs', '.d.ts', '/index.ts', '/index.tsx']
    .map((ending) => target + ending)
    .find((path) => existsSync(join(projectRoot, path)) && statSync(join(projectRoot, path)).isFile())
  if (found) return found
  // A glob names many files: the folder before the first star says which room they live in.
  if (target.includes('*')) return target.slice(0, target.indexOf('*'))
  throw new Error(`${from}: the import '${specifier}' leads to no file`)
}

function readImports(node: SyntaxNode): Omit<ImportLine, 'line'>[] {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration': {
      const specifier = literalText(node.source)
      if (specifier === null) return []
      const parts = (node.specifiers ?? []) as { importKind?: string; exportKind?: string }[]
      const isType =
        node.importKind === 'type' ||
        node.exportKind === 'type' ||
        (parts.length > 0 && parts.every((part) => part.importKind === 'type' || part.exportKind === 'type'))
      return [{ specifier, isType, isDynamic: false }]
    }
    case 'ImportExpression': {
      const specifier = literalText(node.source)
      if (specifier === null)
        throw new Error('import() of something computed cannot be checked: write the path out')
      return [{ specifier, isType: false, isDynamic: true }]
    }
    case 'TSImportType': {
      const specifier =
        literalText(node.source) ?? literalText((node.argument as SyntaxNode | undefined)?.literal)
      return specifier === null ? [] : [{ specifier, isType: true, isDynamic: false }]
    }
    case 'CallExpression': {
      const callee = node.callee as { type: string; object?: SyntaxNode; property?: { name?: string } }
      if (callee.object?.type !== 'MetaProperty' || callee.property?.name !== 'glob') return []
      const [first] = node.arguments as SyntaxNode[]
      const patterns = first?.type === 'ArrayExpression' ? (first.elements as SyntaxNode[]) : [first]
      return patterns
        .map(literalText)
        .filter((pattern) => pattern !== null && !pattern.startsWith('!'))
        .map((pattern) => ({ specifier: pattern as string, isType: false, isDynamic: false }))
    }
    default:
      return []
  }
}

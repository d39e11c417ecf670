import { lineOf, literalText, type SourceFile, type SyntaxNode, visit } from './source-files'

type Named = { type?: string; name?: string }

/** Ways to turn text into markup or code. Page text is hostile, so there are none in the product. */
export function findUnsafeCode(file: SourceFile): string[] {
  const problems: string[] = []
  const report = (node: SyntaxNode, what: string) =>
    problems.push(
      `${file.path}:${lineOf(file.text, node.start)} ${what}: text from pages stays text (textContent, JSX)`,
    )
  visit(file.tree, (node) => {
    switch (node.type) {
      case 'AssignmentExpression': {
        const written = memberName(node.left)
        if (written === 'innerHTML' || written === 'outerHTML' || written === 'srcdoc')
          report(node, `writes ${written}`)
        break
      }
      case 'JSXAttribute':
        if ((node.name as Named).name === 'dangerouslySetInnerHTML')
          report(node, 'uses dangerouslySetInnerHTML')
        break
      case 'Property':
        if ((node.key as Named).name === 'dangerouslySetInnerHTML')
          report(node, 'uses dangerouslySetInnerHTML')
        break
      case 'NewExpression':
        if ((node.callee as Named).name === 'Function') report(node, 'builds code with new Function')
        break
      case 'CallExpression': {
        const called = memberName(node.callee)
        const direct = (node.callee as Named).name
        if (direct === 'eval' || direct === 'Function') report(node, `runs ${direct}()`)
        if (called !== null && unsafeCalls.includes(called)) report(node, `calls ${called}()`)
        break
      }
    }
  })
  return problems
}

const unsafeCalls = [
  'insertAdjacentHTML',
  'setHTMLUnsafe',
  'parseHTMLUnsafe',
  'createContextualFragment',
  'writeln',
]

/** Clocks and chance, which `src/domain` is given as arguments so that every rule can be replayed in a test. */
export function findImpureCode(file: SourceFile): string[] {
  const problems: string[] = []
  const report = (node: SyntaxNode, what: string) =>
    problems.push(`${file.path}:${lineOf(file.text, node.start)} ${what}: pass the value in as an argument`)
  visit(file.tree, (node) => {
    if (node.type === 'NewExpression' && (node.callee as Named).name === 'Date') {
      if ((node.arguments as unknown[]).length === 0) report(node, 'reads the clock with new Date()')
    }
    if (node.type === 'CallExpression' && (node.callee as Named).name === 'Date')
      report(node, 'reads the clock')
    if (node.type === 'MemberExpression') {
      const of = (node.object as Named).name
      const name = memberName(node)
      if (of === 'Date' && name === 'now') report(node, 'reads the clock with Date.now')
      if (of === 'Math' && name === 'random') report(node, 'asks chance with Math.random')
      if (of === 'globalThis') report(node, 'reaches for globalThis')
    }
  })
  return problems
}

/** A message id used in code, with the parameter names given beside it when they can be read off. */
export interface UsedMessage {
  id: string
  /** True for the constant beginning of a computed id, such as `stage.` of `stage.${id}`. */
  isPrefix: boolean
  params: string[] | null
  where: string
}

/** Every `message('id', {…})` and `{ id: 'id', params: {…} }` of a file. */
export function findMessages(file: SourceFile): UsedMessage[] {
  const used: UsedMessage[] = []
  visit(file.tree, (node) => {
    let idNode: unknown
    let paramsNode: unknown
    if (node.type === 'CallExpression' && (node.callee as Named).name === 'message') {
      ;[idNode, paramsNode] = node.arguments as unknown[]
      paramsNode ??= { type: 'ObjectExpression', properties: [] }
    } else if (node.type === 'ObjectExpression') {
      idNode = propertyOf(node, 'id')
      paramsNode = propertyOf(node, 'params')
      if (idNode === undefined || paramsNode === undefined) return
    } else return
    const where = `${file.path}:${lineOf(file.text, node.start)}`
    for (const { id, isPrefix } of readIds(idNode))
      used.push({ id, isPrefix, params: readKeys(paramsNode), where })
  })
  return used
}

/** What is wrong with the messages used, against the catalogue. */
export function checkMessages(used: readonly UsedMessage[], catalogue: Record<string, string>): string[] {
  return used.flatMap(({ id, isPrefix, params, where }) => {
    if (isPrefix) {
      const isThere = id !== '' && Object.keys(catalogue).some((key) => key.startsWith(id))
      return isThere ? [] : [`${where} no message of the catalogue begins with '${id}'`]
    }
    const text = catalogue[id]
    if (text === undefined)
      return [`${where} the catalogue has no message '${id}': add it to src/ui/shared/words/en.ts`]
    if (params === null) return []
    const missing = [...text.matchAll(/\{(\w+)[|}]/g)]
      .map(([, name]) => name as string)
      .filter((name) => !params.includes(name))
    return missing.length === 0 ? [] : [`${where} '${id}' is said without ${missing.join(', ')}: "${text}"`]
  })
}

function readIds(node: unknown): { id: string; isPrefix: boolean }[] {
  const { type } = (node ?? {}) as SyntaxNode
  const text = literalText(node)
  if (text !== null) return [{ id: text, isPrefix: false }]
  if (type === 'ConditionalExpression') {
    const { consequent, alternate } = node as SyntaxNode
    return [...readIds(consequent), ...readIds(alternate)]
  }
  if (type === 'TemplateLiteral') {
    const { quasis, expressions } = node as unknown as {
      quasis: { value: { cooked: string } }[]
      expressions: unknown[]
    }
    return [{ id: quasis[0]?.value.cooked ?? '', isPrefix: expressions.length > 0 }]
  }
  return []
}

function readKeys(node: unknown): string[] | null {
  const { type, properties } = (node ?? {}) as { type?: string; properties?: SyntaxNode[] }
  if (type !== 'ObjectExpression' || !properties) return null
  const keys: string[] = []
  for (const property of properties) {
    if (property.type !== 'Property') return null
    const name = (property.key as Named).name ?? literalText(property.key)
    if (!name || property.computed === true) return null
    keys.push(name)
  }
  return keys
}

function propertyOf(node: SyntaxNode, name: string): unknown {
  const properties = node.properties as SyntaxNode[]
  return properties.find((property) => property.type === 'Property' && (property.key as Named).name === name)
    ?.value
}

function memberName(node: unknown): string | null {
  const { type, property, computed } = (node ?? {}) as {
    type?: string
    property?: unknown
    computed?: boolean
  }
  if (type !== 'MemberExpression') return null
  return computed ? literalText(property) : ((property as Named).name ?? null)
}

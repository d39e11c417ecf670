import { type Message, message } from '../message'

/**
 * The template language. Plain text with four kinds of tag:
 *
 *   {{person.family_name}}            a value the product may know (`valueNames`)
 *   {{slot: what you enjoyed}}        something only the student can write
 *   {{#if person.where_met}}…{{#else}}…{{/if}}   kept when the value, or the slot, is there
 *
 * The parser is strict: an unknown name, a lone brace or an unclosed `if` is an error with line and column, so a typing
 * slip in a template can never reach a letter.
 */

export const valueNames = [
  'person.family_name',
  'person.given_name',
  'person.greeting_name',
  'person.where_met',
  'me.name',
  'me.year',
  'me.year_short',
  'me.school',
  'me.specialty',
  'me.other_specialty',
  'paper.title',
  'paper.topic',
] as const
export type ValueName = (typeof valueNames)[number]

/** What a tag or a condition speaks of: `person.where_met`, or `slot: what you enjoyed`. */
export type TemplateKey = ValueName | `slot: ${string}`

export type TemplateNode =
  | { kind: 'text'; text: string }
  | { kind: 'value'; key: TemplateKey }
  | { kind: 'if'; key: TemplateKey; whenThere: TemplateNode[]; otherwise: TemplateNode[] }

export type ParsedTemplate = { ok: true; nodes: TemplateNode[] } | { ok: false; error: Message }

const slotPrefix = 'slot: '

/** The label of a slot key, or null for the key of a known value. */
export function slotLabel(key: string): string | null {
  return key.startsWith(slotPrefix) ? key.slice(slotPrefix.length) : null
}

/** The key of the slot with this label. */
export function slotKey(label: string): TemplateKey {
  return `${slotPrefix}${label}` as TemplateKey
}

/** Line and column, both from 1, of an offset. */
function findPlace(source: string, offset: number): { line: number; column: number } {
  const before = source.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

class TemplateSyntaxError extends Error {
  readonly what: Message
  constructor(what: Message) {
    super(what.id)
    this.what = what
  }
}

/** Reads a tag's or condition's key; null when it names nothing. */
function readKey(text: string): TemplateKey | null {
  const slot = /^slot\s*:\s*(.*)$/s.exec(text)
  if (slot) {
    const label = (slot[1] ?? '').replace(/\s+/g, ' ').trim()
    return label.length > 0 && label.length <= 80 ? slotKey(label) : null
  }
  return (valueNames as readonly string[]).includes(text) ? (text as ValueName) : null
}

/**
 * Parses one template text. Errors: `template.stray-brace`, `template.unclosed-tag`, `template.unknown-name`,
 * `template.unclosed-if`, `template.unopened-if`, `template.misplaced-else`; each with `line`, `column` and `found`.
 */
export function parseTemplate(source: string): ParsedTemplate {
  const fail = (id: string, offset: number, found: string): never => {
    throw new TemplateSyntaxError(message(id, { ...findPlace(source, offset), found: found.slice(0, 60) }))
  }
  const refuseBraces = (text: string, offset: number): void => {
    const at = text.search(/[{}]/)
    if (at >= 0) fail('template.stray-brace', offset + at, text.slice(at, at + 12))
  }

  const root: TemplateNode[] = []
  /** The open `if` tags, outermost first; `into` is where nodes go at the moment. */
  const open: { node: Extract<TemplateNode, { kind: 'if' }>; at: number; isElse: boolean }[] = []
  const into = (): TemplateNode[] => {
    const last = open.at(-1)
    if (!last) return root
    return last.isElse ? last.node.otherwise : last.node.whenThere
  }

  const readTag = (tag: string, at: number): void => {
    const text = tag.trim()
    const last = open.at(-1)
    if (text === '/if') {
      if (!last) fail('template.unopened-if', at, text)
      open.pop()
      return
    }
    if (text === '#else') {
      if (!last || last.isElse) throw fail('template.misplaced-else', at, text)
      last.isElse = true
      return
    }
    const condition = /^#if\s+(.*)$/s.exec(text)
    const key = readKey(condition ? (condition[1] ?? '').trim() : text)
    if (!key) throw fail('template.unknown-name', at, text)
    if (!condition) {
      into().push({ kind: 'value', key })
      return
    }
    const node: TemplateNode = { kind: 'if', key, whenThere: [], otherwise: [] }
    into().push(node)
    open.push({ node, at, isElse: false })
  }

  try {
    let at = 0
    while (at < source.length) {
      const start = source.indexOf('{{', at)
      const text = source.slice(at, start < 0 ? undefined : start)
      refuseBraces(text, at)
      if (text) into().push({ kind: 'text', text })
      if (start < 0) break
      const end = source.indexOf('}}', start + 2)
      if (end < 0) fail('template.unclosed-tag', start, source.slice(start, start + 24))
      const tag = source.slice(start + 2, end)
      refuseBraces(tag, start + 2)
      readTag(tag, start)
      at = end + 2
    }
    const unclosed = open.at(-1)
    if (unclosed) fail('template.unclosed-if', unclosed.at, `#if ${unclosed.node.key}`)
  } catch (error) {
    if (error instanceof TemplateSyntaxError) return { ok: false, error: error.what }
    throw error
  }
  return { ok: true, nodes: root }
}

/** The source text of parsed nodes: `parseTemplate(printTemplate(nodes))` gives the nodes back. */
export function printTemplate(nodes: TemplateNode[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return node.text
      if (node.kind === 'value') return `{{${node.key}}}`
      const otherwise = node.otherwise.length > 0 ? `{{#else}}${printTemplate(node.otherwise)}` : ''
      return `{{#if ${node.key}}}${printTemplate(node.whenThere)}${otherwise}{{/if}}`
    })
    .join('')
}

/** Every key of a template, in reading order, each once; conditions included. */
export function listKeys(nodes: TemplateNode[]): TemplateKey[] {
  const keys = new Set<TemplateKey>()
  const visit = (list: TemplateNode[]): void => {
    for (const node of list) {
      if (node.kind === 'text') continue
      keys.add(node.key)
      if (node.kind === 'if') {
        visit(node.whenThere)
        visit(node.otherwise)
      }
    }
  }
  visit(nodes)
  return [...keys]
}

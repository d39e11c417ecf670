import { cleanLine } from '../guards/text'
import { type Message, message } from '../message'
import { parseTemplate, slotLabel, type TemplateKey, type TemplateNode } from './parse-template'
import type { TemplateSeed } from './template-seed'

/** What is known, by key. A missing or empty entry is unknown. */
export type TemplateValues = Partial<Record<TemplateKey, string>>

/** Something the letter needs and nobody has said yet. */
export interface MissingPiece {
  key: TemplateKey
  kind: 'value' | 'slot'
  /** A slot's own words; for a value the key, whose words are in the catalogue. */
  label: string
}

export interface FilledTemplate {
  subject: string
  body: string
  missing: MissingPiece[]
  warnings: Message[]
  /** Words of the body, for the limit. */
  words: number
}

/** How a missing piece shows in the text. The caller has the words. */
export type MarkMissing = (piece: MissingPiece) => string

const markByLabel: MarkMissing = (piece) => `[${piece.label}]`

/** Words as a reader counts them: runs between blanks that hold a letter or a digit. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

/** One value as it goes into a letter: a single clean line. It is text; nothing in it is ever read as a tag. */
function cleanValue(value: string | undefined): string {
  return cleanLine(value ?? '', 500)
}

/** Blanks and empty lines that a dropped `if` leaves behind; and braces, which no letter needs doubled. */
function tidy(text: string): string {
  return text
    .replace(/\{{2,}/g, '{')
    .replace(/\}{2,}/g, '}')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/**
 * Fills a template. Pieces without a value are marked in the text and listed in `missing`, in reading order; an optional
 * slot is missing only where the text shows it. Warnings: `template.over-limit` {words, limit}. Throws for a template
 * that does not parse: seeds are checked by a test, so that is a programming error.
 */
export function fillTemplate(
  template: Pick<TemplateSeed, 'subject' | 'body' | 'wordLimit'>,
  values: TemplateValues,
  mark: MarkMissing = markByLabel,
): FilledTemplate {
  const missing = new Map<TemplateKey, MissingPiece>()

  const render = (nodes: TemplateNode[]): string =>
    nodes
      .map((node) => {
        if (node.kind === 'text') return node.text
        const value = cleanValue(values[node.key])
        if (node.kind === 'if') return render(value ? node.whenThere : node.otherwise)
        if (value) return value
        const label = slotLabel(node.key)
        const piece: MissingPiece = {
          key: node.key,
          kind: label === null ? 'value' : 'slot',
          label: label ?? node.key,
        }
        missing.set(node.key, piece)
        return mark(piece)
      })
      .join('')

  const subject = tidy(render(parseOrThrow(template.subject))).replace(/\n+/g, ' ')
  const body = tidy(render(parseOrThrow(template.body)))
  const words = countWords(body)
  const warnings =
    words > template.wordLimit ? [message('template.over-limit', { words, limit: template.wordLimit })] : []
  return { subject, body, missing: [...missing.values()], warnings, words }
}

/** A letter's text-message form, filled the same way. */
export function fillTextMessage(
  source: string,
  values: TemplateValues,
  mark: MarkMissing = markByLabel,
): string {
  return fillTemplate({ subject: '', body: source, wordLimit: 0 }, values, mark).body
}

/** The nodes of a text that is known to parse. Throws with place and reason when it does not. */
export function parseOrThrow(source: string): TemplateNode[] {
  const parsed = parseTemplate(source)
  if (!parsed.ok) throw new Error(`${parsed.error.id} ${JSON.stringify(parsed.error.params)}`)
  return parsed.nodes
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * A filled text as rich text: escaped, lines joined by `<br>` into one inline fragment (Gmail nests block elements, which
 * shows as extra blank lines).
 */
export function renderHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign).replace(/\n/g, '<br>')
}

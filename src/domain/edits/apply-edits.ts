import {
  listKeys,
  type ParsedTemplate,
  parseTemplate,
  slotLabel,
  type TemplateNode,
} from '../templates/parse-template'
import type { TemplateSeed } from '../templates/template-seed'
import type { SeedEdit } from './seed-edit'

const prefix = 'template/'
const ownPrefix = 'template/own-'
/** No letter of the student's own should be longer than the longest of the product. */
const ownWordLimit = 160

/** Id under which what the student changed of a template is stored; of one they wrote (`own-…`) too. */
export function templateEditId(templateId: string): string {
  return `${prefix}${templateId}`
}

/** True for an edit that is a template of the student's own. */
export function isOwnTemplate(edit: Pick<SeedEdit, 'id'>): boolean {
  return edit.id.startsWith(ownPrefix)
}

export interface EditedTemplates {
  /** What is offered: in the student's words where they changed some, without what they hid, with their own at the end. */
  offered: TemplateSeed[]
  /** The same with what they hid: an e-mail that was written from one is still known for what it was. */
  known: TemplateSeed[]
}

/**
 * The templates as the student wants them. An edit that does not parse (it can only come from a changed backup) is left
 * out: the original stands in for it.
 */
export function applyEdits(templates: readonly TemplateSeed[], edits: readonly SeedEdit[]): EditedTemplates {
  const byId = new Map(edits.map((edit) => [edit.id, edit]))
  const known: TemplateSeed[] = []
  const hidden = new Set<string>()
  for (const template of templates) {
    const edit = byId.get(templateEditId(template.id))
    if (edit?.hidden) hidden.add(template.id)
    known.push((edit && editTemplate(template, edit)) ?? template)
  }
  for (const edit of edits) {
    if (!isOwnTemplate(edit) || !edit.title || !edit.body) continue
    const own = editTemplate(makeBlank(edit.id.slice(prefix.length)), edit)
    if (!own) continue
    if (edit.hidden) hidden.add(own.id)
    known.push(own)
  }
  return { offered: known.filter((template) => !hidden.has(template.id)), known }
}

/** The template with the edit's words; null when they do not parse. */
function editTemplate(template: TemplateSeed, edit: SeedEdit): TemplateSeed | null {
  const { title = template.title, subject = template.subject, body = template.body } = edit
  if (subject === template.subject && body === template.body) return { ...template, title }
  const parsed = [parseTemplate(subject), parseTemplate(body)]
  if (!parsed.every((one): one is Extract<ParsedTemplate, { ok: true }> => one.ok)) return null
  const nodes = parsed.flatMap((one) => one.nodes)
  const keys = listKeys(nodes)
  const { textMessage, ...rest } = template
  return {
    ...rest,
    title,
    subject,
    body,
    slots: keys.flatMap((key) => {
      const label = slotLabel(key)
      if (label === null) return []
      const before = template.slots.find((slot) => slot.label === label)
      return [{ ...(before ?? { label, example: label }), required: isShownBare(nodes, key) }]
    }),
    // The short form speaks of nothing that the letter does not ask for.
    ...(textMessage !== undefined && isCovered(textMessage, keys) && { textMessage }),
  }
}

function isCovered(text: string, keys: readonly string[]): boolean {
  const parsed = parseTemplate(text)
  return parsed.ok && listKeys(parsed.nodes).every((key) => keys.includes(key))
}

/** True when `key` stands somewhere outside an `#if` of its own: then the letter cannot do without it. */
function isShownBare(nodes: readonly TemplateNode[], key: string): boolean {
  return nodes.some((node) => {
    if (node.kind === 'text') return false
    if (node.kind === 'value') return node.key === key
    return (node.key !== key && isShownBare(node.whenThere, key)) || isShownBare(node.otherwise, key)
  })
}

/** A template of the student's own before its words: for anybody, at any time. */
function makeBlank(id: string): TemplateSeed {
  return {
    id,
    title: '',
    stages: [],
    audience: { roles: [], positions: [], mentors: [] },
    subject: '',
    body: '',
    slots: [],
    wordLimit: ownWordLimit,
    coldEmail: false,
    asksForAnswer: false,
    isNudge: false,
    sameThread: false,
    fromWeeksSinceContact: 0,
    touchKind: 'email',
  }
}

import { type Message, message } from '../message'
import { stageIds } from '../stage/stages'
import { touchKindSchema } from '../touch/touch'
import { z } from '../z'
import { audienceSchema } from './audience'
import { countWords, fillTemplate, fillTextMessage, parseOrThrow, type TemplateValues } from './fill-template'
import { listKeys, parseTemplate, slotKey, slotLabel, type TemplateNode } from './parse-template'

const line = (max: number) => z.string().check(z.minLength(1), z.maxLength(max))

/** A free place that the student writes. */
export const templateSlotSchema = z.object({
  /** As in `{{slot: label}}`. */
  label: line(80),
  /** Shown in the empty field, and used to measure the template's length. */
  example: line(200),
  /** An optional slot stands inside an `#if` of its own. */
  required: z.boolean(),
  /** Written into the field beforehand; the student may change or empty it. */
  proposal: z.optional(line(200)),
})

/** One letter of the roadmap (section 7), as `seeds/templates/<id>.json` holds it. */
export const templateSeedSchema = z.object({
  /** The roadmap's own number, or `own-…` for one the student wrote. */
  id: z.string().check(z.regex(/^(T\d{1,2}[a-z]?|own-[A-Za-z0-9-]{1,50})$/)),
  title: line(80),
  /** When it fits; empty: at any time. */
  stages: z.array(z.enum(stageIds)),
  audience: audienceSchema,
  /** Empty only for a letter that goes on an existing thread. */
  subject: z.string().check(z.maxLength(200)),
  body: line(3000),
  /** The same in a few words, to be copied into a text message; it speaks of nothing that the body does not ask for. */
  textMessage: z.optional(line(600)),
  slots: z.array(templateSlotSchema),
  wordLimit: z.int().check(z.gte(20), z.lte(200)),
  /** A first letter to a stranger with a request; three may wait for an answer at one time (R2.8, R9.1). */
  coldEmail: z.boolean(),
  /** The touch that is logged waits for an answer. */
  asksForAnswer: z.boolean(),
  /** A reminder of an unanswered letter: once, on the same thread (R9.10). */
  isNudge: z.boolean(),
  /** Meant for an existing thread: it wants a reply, not a new mail. */
  sameThread: z.boolean(),
  /** A rhythm in weeks it belongs to (R3.5: from 8 on); 0 for none. */
  fromWeeksSinceContact: z.int().check(z.gte(0), z.lte(104)),
  /** What is logged when the mail goes out. */
  touchKind: touchKindSchema,
})
export type TemplateSeed = z.infer<typeof templateSeedSchema>

/** How each year of study is said in a letter, as `seeds/template-words.json` holds it. */
export const yearWordsSchema = z.partialRecord(
  z.enum(stageIds),
  z.object({ long: line(40), short: line(20) }),
)

/** More words than this are no text message. */
export const textMessageWords = 40

/** Values of a plausible student and mentor, to measure how long a filled template becomes. */
export const sampleValues: TemplateValues = {
  'person.family_name': 'Okonkwo-Lindqvist',
  'person.given_name': 'Adaeze',
  'person.greeting_name': 'Dr. Okonkwo-Lindqvist',
  'person.where_met': 'the interest group panel in October',
  'me.name': 'Morgan Avery Castellanos',
  'me.year': 'first-year',
  'me.year_short': 'MS1',
  'me.school': 'Northfield College of Medicine',
  'me.specialty': 'Emergency Medicine',
  'me.other_specialty': 'Internal Medicine',
  'paper.title': 'Overnight staffing and early recognition of sepsis in community hospitals',
  'paper.topic': 'early recognition of sepsis in community hospitals',
}

/** True when every showing of `key` stands inside an `#if` on the same key. */
function isGuarded(nodes: TemplateNode[], key: string): boolean {
  return nodes.every((node) => {
    if (node.kind === 'text') return true
    if (node.kind === 'value') return node.key !== key
    return (node.key === key || isGuarded(node.whenThere, key)) && isGuarded(node.otherwise, key)
  })
}

/**
 * What is wrong with a template beyond its schema; empty when nothing is. Each finding names the place and carries the
 * remedy's id: `seed.template.syntax`, `.subject-missing`, `.slot-undescribed`, `.slot-unused`, `.slot-unguarded`,
 * `.too-long`, `.nudge-thread`, `.message-key`, `.message-long`.
 */
export function checkTemplate(template: TemplateSeed): Message[] {
  const findings: Message[] = []
  const find = (id: string, params: Record<string, string | number> = {}): void => {
    findings.push(message(`seed.template.${id}`, { template: template.id, ...params }))
  }
  for (const part of ['subject', 'body', 'textMessage'] as const) {
    const parsed = parseTemplate(template[part] ?? '')
    if (!parsed.ok) find('syntax', { part, error: parsed.error.id, ...parsed.error.params })
  }
  if (findings.length > 0) return findings

  const nodes = [...parseOrThrow(template.subject), ...parseOrThrow(template.body)]
  const used = listKeys(nodes)
  if (!template.subject && !template.sameThread) find('subject-missing')
  if (template.isNudge && !template.sameThread) find('nudge-thread')
  for (const key of used) {
    const label = slotLabel(key)
    if (label !== null && !template.slots.some((slot) => slot.label === label))
      find('slot-undescribed', { label })
  }
  for (const slot of template.slots) {
    const key = slotKey(slot.label)
    if (!used.includes(key)) find('slot-unused', { label: slot.label })
    else if (!slot.required && !isGuarded(nodes, key)) find('slot-unguarded', { label: slot.label })
  }
  const values: TemplateValues = { ...sampleValues }
  for (const slot of template.slots) values[slotKey(slot.label)] = slot.example
  const longest = countWords(fillTemplate(template, values).body)
  if (longest > template.wordLimit) find('too-long', { words: longest, limit: template.wordLimit })
  if (template.textMessage) {
    for (const key of listKeys(parseOrThrow(template.textMessage)))
      if (!used.includes(key)) find('message-key', { key })
    const words = countWords(fillTextMessage(template.textMessage, values))
    if (words > textMessageWords) find('message-long', { words, limit: textMessageWords })
  }
  return findings
}

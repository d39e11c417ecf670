import type { Person } from '../../domain/person/person'
import type { Profile } from '../../domain/profile/profile'
import type { StageId } from '../../domain/stage/stages'
import {
  type FilledTemplate,
  fillTemplate,
  fillTextMessage,
  type MissingPiece,
  parseOrThrow,
  type TemplateValues,
} from '../../domain/templates/fill-template'
import { listKeys, slotKey, slotLabel, type TemplateKey } from '../../domain/templates/parse-template'
import type { TemplateSeed } from '../../domain/templates/template-seed'
import { listValues, type YearWords } from '../../domain/templates/template-values'
import type { Response } from '../../messaging/protocol'
import { compose as words } from '../shared/words/en'
import { say } from '../shared/words/say'

/** Everything known for a letter before the student types. */
export interface LetterSource {
  person: Person | null
  profile: Profile
  stage: StageId
  years: YearWords
  paper: Paper | null
}

/** One of the person's papers, as the worker offers them. */
export type Paper = Response<'mail.context'>['people'][number]['papers'][number]

/** One field of the short form. */
export interface LetterField {
  key: TemplateKey
  label: string
  hint: string
  isRequired: boolean
  /** Filled in beforehand. */
  initial: string
}

/** What the student typed, by key. An emptied field counts: it takes a proposal away. */
export type Typed = Partial<Record<TemplateKey, string>>

/** How a missing piece stands in the text. */
export function markOf(piece: MissingPiece): string {
  return `[${piece.kind === 'slot' ? piece.label : (words.fields[piece.key] ?? piece.key)}]`
}

/** What the log knows, and what a template proposes for its slots. */
export function knownValues(template: TemplateSeed, source: LetterSource): TemplateValues {
  const values = listValues(source)
  for (const slot of template.slots) if (slot.proposal) values[slotKey(slot.label)] = slot.proposal
  return values
}

/** True when the letter speaks of a paper. */
export function speaksOfPaper(template: TemplateSeed): boolean {
  return keysOf(template).some((key) => key.startsWith('paper.'))
}

function keysOf(template: TemplateSeed): TemplateKey[] {
  return listKeys([...parseOrThrow(template.subject), ...parseOrThrow(template.body)])
}

/**
 * The fields of the short form, in reading order: every slot, every value that the text needs and nobody knows, and the
 * topic of the paper, which is only a proposal.
 */
export function listFields(template: TemplateSeed, known: TemplateValues): LetterField[] {
  const missing = new Set(fillTemplate(template, known).missing.map((piece) => piece.key))
  return keysOf(template).flatMap((key): LetterField[] => {
    const label = slotLabel(key)
    const slot = label === null ? undefined : template.slots.find((one) => one.label === label)
    if (slot) {
      const hint = say(words.example, { example: slot.example })
      return [{ key, label: slot.label, hint, isRequired: slot.required, initial: known[key] ?? '' }]
    }
    if (!missing.has(key) && key !== 'paper.topic') return []
    return [
      {
        key,
        label: words.fields[key] ?? key,
        hint: words.fieldHints[key] ?? '',
        isRequired: true,
        initial: known[key] ?? '',
      },
    ]
  })
}

/** The letter with what was typed over what is known. */
export function fillLetter(template: TemplateSeed, known: TemplateValues, typed: Typed): FilledTemplate {
  return fillTemplate(template, { ...known, ...typed }, markOf)
}

/** The letter's text-message form with the same values; empty when it has none. */
export function fillMessage(template: TemplateSeed, known: TemplateValues, typed: Typed): string {
  return template.textMessage ? fillTextMessage(template.textMessage, { ...known, ...typed }, markOf) : ''
}

/** True when one of the letter's longer lines still stands in the body: then it is this letter that went out. */
export function isStillThere(letter: string, bodyText: string): boolean {
  const pack = (text: string): string => text.replace(/\s+/g, ' ').trim()
  const body = pack(bodyText)
  return letter.split('\n').some((line) => line.split(' ').length >= 4 && body.includes(pack(line)))
}

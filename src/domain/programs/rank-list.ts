import type { PersonRow } from '../person/person-row'
import {
  type FilledTemplate,
  fillTemplate,
  type MarkMissing,
  type TemplateValues,
} from '../templates/fill-template'
import { slotKey } from '../templates/parse-template'
import type { TemplateSeed } from '../templates/template-seed'
import type { Connection } from './connection'
import type { Program } from './program'

/** For so many programs at the top the student says why (R5.10). */
export const reasonsFor = { min: 5, max: 7 } as const

/** The rank list, first to last. */
export function listRanked(programs: readonly Program[]): Program[] {
  return programs
    .filter((program) => program.rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || (a.id < b.id ? -1 : 1))
}

/** The order with `id` at `place` (from 0); taken up when it was not in it. A place outside the list means its end. */
export function moveTo(order: readonly string[], id: string, place: number): string[] {
  const rest = order.filter((one) => one !== id)
  const at = Math.max(0, Math.min(place, rest.length))
  return [...rest.slice(0, at), id, ...rest.slice(at)]
}

/** The programs whose place differs in `order` (ids, first to last), with their new place; others drop off the list. */
export function reorder(programs: readonly Program[], order: readonly string[]): Program[] {
  return programs.flatMap((program) => {
    const at = order.indexOf(program.id)
    const rank = at < 0 ? null : at + 1
    return rank === program.rank ? [] : [{ ...program, rank }]
  })
}

/** Mentors whose own program is ranked: to be thought of before the list is sent to them (R5.10). */
export function listOwnPrograms(
  ranked: readonly Program[],
  connectionsOf: (program: Program) => readonly Connection[],
  rows: readonly PersonRow[],
): { program: Program; mentor: PersonRow }[] {
  const mentors = new Map(rows.filter((row) => row.mentor !== 'none').map((row) => [row.id, row]))
  return ranked.flatMap((program) =>
    connectionsOf(program).flatMap(({ personId, evidence }) => {
      const mentor = mentors.get(personId)
      return mentor && evidence === 'works-there' ? [{ program, mentor }] : []
    }),
  )
}

/** The free places of the rank check (T24) that the rank list itself fills. */
export const rankCheckSlots = {
  deadline: 'the deadline',
  list: 'your list, first to last',
  reasons: 'why, in two or three sentences',
} as const

/**
 * The message that asks a mentor to look at the rank list (R5.10): the list one a line, and the reasons of the first
 * seven that have one. What is still missing is marked as in any letter.
 */
export function fillRankCheck(asked: {
  template: Pick<TemplateSeed, 'subject' | 'body' | 'wordLimit'>
  values: TemplateValues
  ranked: readonly Program[]
  /** As it is said in a letter; empty when it is not known. */
  deadline: string
  mark: MarkMissing
}): FilledTemplate {
  const { template, values, ranked, deadline, mark } = asked
  const list = ranked.map((program, at) => `${at + 1}. ${program.name}`).join('\n')
  const reasons = ranked
    .slice(0, reasonsFor.max)
    .filter((program) => program.rankReason !== '')
    .map((program) => `${program.name}: ${endSentence(program.rankReason)}`)
    .join('\n')
  const texts = new Map<string, string>([
    [slotKey(rankCheckSlots.list), list],
    [slotKey(rankCheckSlots.reasons), reasons && `\n${reasons}`],
  ])
  const filled = fillTemplate(
    template,
    { ...values, ...(deadline && { [slotKey(rankCheckSlots.deadline)]: deadline }) },
    // A value goes in as one line; the list has many, so it stands where a mark would.
    (piece) => texts.get(piece.key) || mark(piece),
  )
  return { ...filled, missing: filled.missing.filter((piece) => !texts.get(piece.key)) }
}

function endSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`
}

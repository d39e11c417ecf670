import { isTitle } from '../../../domain/faculty/titles'
import { readNameLine } from '../../../domain/names/read-name-line'
import { childrenOf, tagOf } from '../../dom'
import type { Pause } from '../../extractor'
import type { Outline } from '../outline'

export const pause: Pause = { type: 'pause' }

/**
 * What a column of a table, or a label in a card, says of the words that follow. `event` are columns of calendars, course
 * lists and papers: a table mostly of such is no directory. `other` is told and not kept.
 */
export type Field =
  | 'event'
  | 'first'
  | 'last'
  | 'name'
  | 'title'
  | 'department'
  | 'institution'
  | 'email'
  | 'phone'
  | 'other'

const labels: readonly (readonly [Field, RegExp])[] = [
  [
    'event',
    /^((talk|course|class|event) )?(dates?|time|speakers?|topic|talk|event|session|courses?|credits?|instructors?|journal|authors?|deadline|price)( (title|name|no\.?|number))?$/i,
  ],
  ['first', /^(first|given)\b/i],
  ['last', /^(last|family)\b|^surname/i],
  ['name', /\bname\b|^(faculty( member)?|physician|provider|member|person)$/i],
  ['title', /\b(title|rank|position|role|appointment)(s|\(s\))?$/i],
  [
    'department',
    /^((academic|clinical|primary|home) )?(department|dept\.?|division|section|unit|specialt(y|ies)|program)s?( ?[/&].*)?$/i,
  ],
  ['institution', /^(institution|school|college|university|hospital|affiliation)s?$/i],
  ['email', /^e-?mail\b/i],
  ['phone', /\b(phone|telephone|tel|mobile|cell)\b/i],
]

/** The field a label names; null when it is none that is known. */
export function readField(label: string): Field | null {
  const bare = label.replace(/[\s:*]+$/, '')
  return (bare.length < 40 && labels.find(([, pattern]) => pattern.test(bare))?.[0]) || null
}

/** "Title: Professor" in two; null when the line does not begin with a label and a colon. */
export function splitLabel(text: string): { field: Field; value: string } | null {
  const [whole = '', label = ''] = /^(\p{Lu}[\p{L} ()/&-]{1,36}):\s*/u.exec(text) ?? []
  if (!label) return null
  const value = text.slice(whole.length)
  // "Professor: Neurology" is a title, "Coordinator: Jane Doe" is somebody else.
  const isOwn = isTitle(label) && !((readNameLine(value)?.likeness ?? 0) >= 0.5)
  const field = readField(label) ?? (isOwn ? null : 'other')
  return field && { field, value }
}

/** What tables say of the lines in their cells. */
export interface Columns {
  /** By the line's place. */
  fields: Map<number, Field>
  /** Names that stand in two columns, by the place of the line where they begin. */
  names: Map<number, string>
}

const rowsPerPause = 50
const longestCell = 12

function rowsOf(table: Element): Element[] {
  return [...childrenOf(table)].flatMap((part) => (tagOf(part) === 'TR' ? part : [...childrenOf(part)]))
}

/** Reads the heads of all tables: which column holds names, which titles. */
export function* readColumns({ lines, ranges }: Outline): Generator<Pause, Columns, undefined> {
  const fields = new Map<number, Field>()
  const names = new Map<number, string>()
  const textIn = (cell: Element | undefined) => lines[(cell && ranges.get(cell)?.from) ?? -1]?.text ?? ''
  const mark = (cell: Element, field: Field) => {
    const { from, to } = ranges.get(cell) ?? { from: 0, to: 0 }
    // A cell of many lines holds a part of the page: the table only lays it out.
    if (to - from > longestCell) return
    for (let at = from; at < to; at += 1) if (!fields.has(at)) fields.set(at, field)
  }
  for (const table of ranges.keys()) {
    if (tagOf(table) !== 'TABLE') continue
    const [head, ...rows] = rowsOf(table).filter((row) => ranges.has(row))
    if (!head || rows.length < 2) continue
    const heads = [...childrenOf(head)].map((cell) => readField(textIn(cell)))
    const known = heads.filter(Boolean).length
    const isEvents = heads.filter((field) => field === 'event').length * 2 >= known
    if (known < 2 || !(isEvents || heads.some((field) => /^(name|first|last)$/.test(field ?? '')))) continue
    const [first, last] = [heads.indexOf('first'), heads.indexOf('last')]
    mark(head, 'other')
    for (const [at, row] of rows.entries()) {
      if (at % rowsPerPause === 0) yield pause
      const cells = [...childrenOf(row)]
      // A row of one cell is a heading among the rows.
      if (cells.length < 2) continue
      for (const [index, cell] of cells.entries()) {
        const field = heads[index] ?? 'other'
        mark(cell, isEvents ? 'event' : field === 'event' ? 'other' : field)
      }
      if (first < 0 || last < 0) continue
      const name = `${textIn(cells[first])} ${textIn(cells[last])}`
      names.set(ranges.get(cells[Math.min(first, last)] ?? row)?.from ?? -1, name)
    }
  }
  return { fields, names }
}

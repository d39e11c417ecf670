import { isLocalDate } from '../domain/dates'
import { cleanLine, cleanText } from '../domain/guards/text'
import { type Message, message } from '../domain/message'
import { foldText } from '../domain/names/fold'
import { emptyProgram } from '../domain/programs/empty-program'
import type { Program, Shortlist } from '../domain/programs/program'
import { tiesKey } from '../domain/programs/rank-programs'
import { type CsvRow, openCell, readCsv, writeCsv } from './csv'

/** A program as a row of a file would leave it. */
export interface ImportedProgram {
  line: number
  program: Program
  /** It is on the list already: cells that say something replace what was there. */
  isKnown: boolean
}

export interface ProgramImport {
  programs: ImportedProgram[]
  /** Rows and cells that were left out, each with its line and the reason. */
  problems: { line: number; why: Message }[]
  /** Headings that name nothing a program has. */
  ignored: string[]
}

export type ProgramImportRead = { ok: true; read: ProgramImport } | { ok: false; why: Message }

/** Headings of the file that is written, and what else each is known as when one is read. */
const columns = {
  name: ['name', 'program', 'program name'],
  institution: ['institution', 'hospital', 'school', 'university', 'sponsor'],
  specialty: ['specialty', 'speciality', 'field'],
  city: ['city', 'location', 'place', 'city state'],
  tier: ['tier', 'group'],
  tags: ['tags', 'labels'],
  signal: ['signal', 'signals'],
  applied: ['applied', 'applied on', 'date applied'],
  invited: ['invited', 'invited on', 'invitation'],
  thanks: ['thank you notes', 'thank you', 'thanks'],
  note: ['note', 'notes', 'comment', 'comments'],
} as const
type Column = keyof typeof columns

const tiers = ['unknown', 'reach', 'realistic', 'safer'] as const
const signals = ['none', 'signal', 'silver', 'gold'] as const
const thanks = ['unknown', 'welcome', 'not-needed', 'please-dont'] as const

/**
 * Reads programs out of a file; nothing is saved. The first row holds the headings; a heading that is one of the student's
 * own criteria is read as ratings from 0 to 10. An empty cell says nothing: unknown stays unknown. Whole-file refusals:
 * those of `readCsv`, `csv.empty`, `csv.no-name-column`. Row problems: `csv.name-missing`, `csv.twice` {line},
 * `csv.cell-wrong` {column, found}, `csv.date-wrong` {column, found}, `csv.rating-wrong` {column, found}.
 */
export function readProgramsCsv(
  text: string,
  known: readonly Program[],
  criteria: Shortlist['criteria'],
  newId: () => string,
): ProgramImportRead {
  const table = readCsv(text)
  if (!table.ok) return table
  const [head, ...rows] = table.rows
  if (!head || rows.length === 0) return { ok: false, why: message('csv.empty') }
  const fields = head.cells.map((cell) => findField(cell, criteria))
  if (!fields.includes('name')) return { ok: false, why: message('csv.no-name-column') }

  const byName = new Map(known.map((program) => [nameKey(program), program]))
  const seen = new Map<string, number>()
  const read: ProgramImport = {
    programs: [],
    problems: [],
    ignored: head.cells.flatMap((cell, at) =>
      fields[at] === null && cell.trim() ? [cleanLine(cell, 60)] : [],
    ),
  }
  for (const row of rows) {
    const name = cellOf(row, fields, 'name', 200)
    if (name === '') {
      read.problems.push({ line: row.line, why: message('csv.name-missing') })
      continue
    }
    const key = nameKey({ name, specialty: cellOf(row, fields, 'specialty', 120) })
    const before = byName.get(key)
    const earlier = seen.get(key)
    if (earlier !== undefined) {
      read.problems.push({ line: row.line, why: message('csv.twice', { line: earlier }) })
      continue
    }
    seen.set(key, row.line)
    const program = readRow(
      row,
      head.cells,
      fields,
      before ?? { ...emptyProgram, schema: 1, id: newId() },
      (why) => read.problems.push({ line: row.line, why }),
    )
    read.programs.push({ line: row.line, program, isKnown: before !== undefined })
  }
  return { ok: true, read }
}

type FieldOfColumn = Column | { rating: string; label: string } | null

function findField(heading: string, criteria: Shortlist['criteria']): FieldOfColumn {
  const wanted = fold(heading)
  if (wanted === '') return null
  for (const [column, names] of Object.entries(columns)) {
    if ((names as readonly string[]).includes(wanted)) return column as Column
  }
  const criterion = criteria.find((one) => one.key !== tiesKey && fold(one.label) === wanted)
  return criterion ? { rating: criterion.key, label: criterion.label } : null
}

function readRow(
  row: CsvRow,
  headings: readonly string[],
  fields: readonly FieldOfColumn[],
  before: Program,
  problem: (why: Message) => void,
): Program {
  const program: Program = { ...before, ratings: [...before.ratings] }
  fields.forEach((field, at) => {
    const found = openCell(row.cells[at] ?? '').trim()
    if (field === null || found === '') return
    if (typeof field === 'object') {
      const value = Number(found.replace(',', '.'))
      if (!/^\d{1,2}([.,]\d{1,2})?$/.test(found) || value > 10) {
        problem(message('csv.rating-wrong', { column: field.label, found: cleanLine(found, 40) }))
        return
      }
      program.ratings = [
        ...program.ratings.filter((one) => one.key !== field.rating),
        { key: field.rating, value },
      ]
      return
    }
    const refuse = (id: 'csv.cell-wrong' | 'csv.date-wrong') => {
      const params = { column: cleanLine(headings[at] ?? '', 40), found: cleanLine(found, 40) }
      problem(id === 'csv.date-wrong' ? message('csv.date-wrong', params) : message('csv.cell-wrong', params))
    }
    switch (field) {
      case 'name':
        program.name = cleanLine(found, 200)
        return
      case 'institution':
        program.institution = cleanLine(found, 300)
        return
      case 'specialty':
        program.specialty = cleanLine(found, 120)
        return
      case 'city':
        program.city = cleanLine(found, 120)
        return
      case 'note':
        program.note = cleanText(found, 5000)
        return
      case 'tags':
        program.tags = [...new Set([...program.tags, ...readTags(found)])].slice(0, 40)
        return
      case 'tier':
      case 'signal':
      case 'thanks': {
        // "Please don’t", too.
        const word = fold(found).replace('don t', 'dont').replace(/ /g, '-')
        if (field === 'tier' && isOneOf(tiers, word)) program.tier = word
        else if (field === 'signal' && isOneOf(signals, word)) program.signal = word
        else if (field === 'thanks' && isOneOf(thanks, word)) program.thankYou = word
        else refuse('csv.cell-wrong')
        return
      }
      case 'applied':
      case 'invited': {
        const date = readDay(found)
        if (date === null) refuse('csv.date-wrong')
        else if (field === 'applied') program.appliedOn = date
        else program.invitedOn = date
        return
      }
    }
  })
  if (program.ratings.length > 40) program.ratings = program.ratings.slice(-40)
  return program
}

/** Tags out of one cell: separated by commas or semicolons, each once. */
export function readTags(text: string): string[] {
  const tags = text.split(/[,;]/).map((tag) => cleanLine(tag, 60))
  return [...new Set(tags.filter(Boolean))]
}

/** `2026-09-03`, or `9/3/2026` as American spreadsheets write it. */
function readDay(text: string): string | null {
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  const date = american
    ? `${american[3]}-${(american[1] ?? '').padStart(2, '0')}-${(american[2] ?? '').padStart(2, '0')}`
    : text
  return isLocalDate(date) ? date : null
}

function cellOf(row: CsvRow, fields: readonly FieldOfColumn[], column: Column, max: number): string {
  const at = fields.indexOf(column)
  return at < 0 ? '' : cleanLine(openCell(row.cells[at] ?? '').trim(), max)
}

function isOneOf<T extends string>(words: readonly T[], word: string): word is T {
  return (words as readonly string[]).includes(word)
}

function nameKey({ name, specialty }: Pick<Program, 'name' | 'specialty'>): string {
  return `${fold(name)}|${fold(specialty)}`
}

function fold(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The programs as a file that `readProgramsCsv` reads back, with one column for each of the student's criteria. */
export function writeProgramsCsv(programs: readonly Program[], criteria: Shortlist['criteria']): string {
  const rated = criteria.filter((one) => one.key !== tiesKey)
  const head = [
    ...Object.values(columns).map((names) => capitalize(names[0])),
    ...rated.map((one) => one.label),
  ]
  const rows = programs.map((program) => {
    const cells: Record<Column, string> = {
      name: program.name,
      institution: program.institution,
      specialty: program.specialty,
      city: program.city,
      tier: program.tier === 'unknown' ? '' : program.tier,
      tags: program.tags.join('; '),
      signal: program.signal === 'none' ? '' : program.signal,
      applied: program.appliedOn ?? '',
      invited: program.invitedOn ?? '',
      thanks: program.thankYou === 'unknown' ? '' : program.thankYou,
      note: program.note,
    }
    const ratings = rated.map(({ key }) => program.ratings.find((one) => one.key === key)?.value)
    return [
      ...Object.keys(columns).map((column) => cells[column as Column]),
      ...ratings.map((value) => (value === undefined ? '' : String(value))),
    ]
  })
  return writeCsv([head, ...rows])
}

function capitalize(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

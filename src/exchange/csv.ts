import { type Message, message } from '../domain/message'

// Comma-separated values as RFC 4180 writes them, and as spreadsheets do: a byte-order mark, semicolons or tabs instead of
// commas, lone line feeds.

export const csvLimits = { characters: 2_000_000, rows: 5000, columns: 100 } as const

/** One row, with the line of the file on which it begins, from 1. */
export interface CsvRow {
  line: number
  cells: string[]
}

export type CsvRead = { ok: true; rows: CsvRow[] } | { ok: false; why: Message }

/**
 * Reads a table; rows without any text are left out. Refusals: `csv.too-large`, `csv.too-many-rows` {most},
 * `csv.too-many-columns` {line, most}, `csv.open-quote` {line}: a quoted cell that is never closed.
 */
export function readCsv(text: string): CsvRead {
  if (text.length > csvLimits.characters) return { ok: false, why: message('csv.too-large') }
  const source = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  const separator = findSeparator(source)
  const rows: CsvRow[] = []
  let cells: string[] = []
  let rowLine = 1
  let line = 1
  let at = 0
  while (at <= source.length) {
    let cell = ''
    if (source[at] === '"') {
      const openedOn = line
      at += 1
      let isClosed = false
      while (at < source.length) {
        const quote = source.indexOf('"', at)
        if (quote < 0) break
        cell += source.slice(at, quote)
        at = quote + 1
        if (source[at] !== '"') {
          isClosed = true
          break
        }
        cell += '"'
        at += 1
      }
      if (!isClosed) return { ok: false, why: message('csv.open-quote', { line: openedOn }) }
      line += countBreaks(cell)
    }
    // What stands between a closing quote and the separator is kept: some programs write `"Lee" MD`.
    let end = at
    while (end < source.length && source[end] !== separator && source[end] !== '\n' && source[end] !== '\r')
      end += 1
    cell += source.slice(at, end)
    cells.push(cell)
    if (cells.length > csvLimits.columns) {
      return {
        ok: false,
        why: message('csv.too-many-columns', { line: rowLine, most: csvLimits.columns }),
      }
    }
    const isEnd = end >= source.length
    const isBreak = !isEnd && source[end] !== separator
    at = end + 1
    if (!isEnd && !isBreak) continue
    if (isBreak && source[end] === '\r' && source[at] === '\n') at += 1
    if (cells.some((one) => one.trim() !== '')) rows.push({ line: rowLine, cells })
    if (rows.length > csvLimits.rows) {
      return { ok: false, why: message('csv.too-many-rows', { most: csvLimits.rows }) }
    }
    if (isEnd) break
    cells = []
    line += 1
    rowLine = line
  }
  return { ok: true, rows }
}

function countBreaks(text: string): number {
  return text.replace(/\r\n?/g, '\n').split('\n').length - 1
}

/** The one of comma, semicolon and tab that the first line holds most of, outside quotes. */
function findSeparator(source: string): string {
  const counts = new Map([
    [',', 0],
    [';', 0],
    ['\t', 0],
  ])
  let isQuoted = false
  for (const sign of source.slice(0, 10_000)) {
    if (sign === '"') isQuoted = !isQuoted
    else if (!isQuoted && (sign === '\n' || sign === '\r')) break
    else if (!isQuoted && counts.has(sign)) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0]
}

/** Signs with which a spreadsheet takes a cell for a formula, and would run it; guarded ones too, so that they come back whole. */
const formulaStart = /^'*[=+\-@\t\r]/

/** A cell that a spreadsheet shows as text, whatever it begins with. `openCell` takes the guard away again. */
export function guardCell(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text
}

/** The text of a cell as it was before `guardCell`. */
export function openCell(text: string): string {
  return text.startsWith("'") && formulaStart.test(text) ? text.slice(1) : text
}

/** A table as text: commas, lines that end in CR LF, quotes where they are needed, no cell that could be a formula. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(writeCell).join(',')}\r\n`).join('')
}

function writeCell(text: string): string {
  const guarded = guardCell(text)
  return /[",;\t\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replace(/"/g, '""')}"` : guarded
}

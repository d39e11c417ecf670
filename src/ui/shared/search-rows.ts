import { foldText } from '../../domain/names/fold'
import type { PersonRow } from '../../domain/person/person-row'

/**
 * Rows in which every typed word occurs, names that begin with a word first, then by name. Accents and case do not
 * matter. All rows, by name, when nothing is typed.
 */
export function searchRows(rows: readonly PersonRow[], typed: string): PersonRow[] {
  const words = foldText(typed).split(' ').filter(Boolean)
  if (words.length === 0) return [...rows].sort(byName)
  const found = rows.filter((row) => words.every((word) => row.text.includes(word)))
  const ranks = new Map(found.map((row) => [row, rankOf(row, words)]))
  return found.sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0) || byName(a, b))
}

const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true })

/** Order of two rows by family name, then given. */
export function byName(a: PersonRow, b: PersonRow): number {
  return collator.compare(a.sort, b.sort) || (a.id < b.id ? -1 : 1)
}

/** 0 when a word begins a name, 1 when it is only somewhere in the row. */
function rankOf(row: PersonRow, words: readonly string[]): number {
  const names = foldText(row.shown).split(/[\s.,-]+/)
  return words.some((word) => names.some((name) => name.startsWith(word))) ? 0 : 1
}

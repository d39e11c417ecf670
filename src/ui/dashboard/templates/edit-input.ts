import type { SeedEdit, SeedEditInput } from '../../../domain/edits/seed-edit'

/** What an edit says, without what the store adds. */
export function readInput(edit: SeedEdit | undefined): SeedEditInput {
  if (!edit) return { hidden: false }
  const { schema: _schema, id: _id, ...input } = edit
  return input
}

/** True for an edit that changes nothing: it is taken away instead of kept. */
export function isEmpty({ hidden, ...rest }: SeedEditInput): boolean {
  return !hidden && !hasWords(rest)
}

/** True when something is said otherwise than in the original. */
export function hasWords({ hidden: _hidden, ...rest }: Partial<SeedEditInput>): boolean {
  return Object.values(rest).some((value) => value !== undefined)
}

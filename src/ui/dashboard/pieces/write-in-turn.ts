import type { Written } from '../../../store/api'
import type { PageTools } from '../doors'

/** Runs one write of several and keeps its change for the way back. */
export type Keep = <W extends Written>(writing: Promise<W>) => Promise<W>

/**
 * Several writes that are one step to the student. Answers their changes, the newest first, as one *Undo* takes them back.
 * When a write fails, those before it are taken back, so that nothing is left half done.
 */
export async function writeInTurn(
  { store, doors }: Pick<PageTools, 'store' | 'doors'>,
  run: (keep: Keep) => Promise<void>,
): Promise<string[]> {
  const made: string[] = []
  try {
    await run(async (writing) => {
      const written = await writing
      made.unshift(written.changeId)
      return written
    })
  } catch (error) {
    for (const id of made) await store.changes.undo(id, doors.momentNow())
    throw error
  }
  return made
}

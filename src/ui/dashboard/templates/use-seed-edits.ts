import type { SeedEditInput } from '../../../domain/edits/seed-edit'
import { sayError } from '../../shared/words/say-message'
import type { PageTools } from '../doors'

/** Ways to change what the student changed of the product's content; both say `text` at the foot, with an *Undo*. */
export interface SeedEdits {
  /** For forms: throws what went wrong. */
  put: (id: string, input: SeedEditInput, text: string) => Promise<void>
  /** Takes the student's words away, so that the original counts. For buttons: says what went wrong at the foot. */
  remove: (id: string, text: string) => Promise<void>
}

export function useSeedEdits({ store, doors, note }: PageTools): SeedEdits {
  return {
    async put(id, input, text) {
      const { changeId } = await store.road.seedEdits.put(id, input, doors.momentNow())
      note(text, changeId)
    },
    async remove(id, text) {
      try {
        const { changeId } = await store.road.seedEdits.remove([id], doors.momentNow())
        note(text, changeId)
      } catch (error) {
        note(sayError(error))
      }
    },
  }
}

import type { Shortlist } from '../../../domain/programs/program'
import { tiesKey } from '../../../domain/programs/rank-programs'
import { programsPage } from '../../shared/words/en'

/** What a shortlist begins with: everything weighs the same until the student says otherwise. */
const startWeight = 3

/** What the student weighs; before they said anything, what most begin with. */
export function readCriteria(shortlist: Shortlist | null): Shortlist['criteria'] {
  if (shortlist) return shortlist.criteria
  return Object.entries(programsPage.defaults).map(([key, label]) => ({
    key: key === 'ties' ? tiesKey : key,
    label,
    weight: startWeight,
  }))
}

import { foldText } from '../names/fold'
import { institutionKeys } from '../person/affiliations'

/** Where somebody is, seen from the student's own school; `unknown` while one of the two is not on record. */
export type Place = 'home' | 'outside' | 'unknown'

/**
 * A reader for one school: it says of an institution whether it is the student's own. Two spellings of one name are one
 * institution ("Northbay University", "Northbay University School of Medicine"); two names that share nothing are two.
 */
export function createPlaceReader(school: string): (institution: string) => Place {
  const own = foldText(school)
  const ownKeys = new Set(institutionKeys(school))
  // A log names few institutions and many people.
  const known = new Map<string, Place>()
  return (institution) => {
    const earlier = known.get(institution)
    if (earlier) return earlier
    const folded = foldText(institution)
    const isHome = folded === own || institutionKeys(institution).some((key) => ownKeys.has(key))
    const place = !own || !folded ? 'unknown' : isHome ? 'home' : 'outside'
    known.set(institution, place)
    return place
  }
}

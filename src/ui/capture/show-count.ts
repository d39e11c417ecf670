import { common } from '../shared/words/en'

/** A number as people write it: 1,675. */
export function showCount(count: number): string {
  return count.toLocaleString(common.locale)
}

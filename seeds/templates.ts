import type { TemplateSeed } from '../src/domain/templates/template-seed'
import type { YearWords } from '../src/domain/templates/template-values'
import years from './template-words.json'

/**
 * The letters, one file each in `seeds/templates`. They are checked against their schema by a test, not when a page loads
 * them: the picker stays small that way.
 */
const files = import.meta.glob<TemplateSeed>('./templates/*.json', { eager: true, import: 'default' })

/** Every letter, in the order of the road: by number, and `T10b` after `T10`. */
export const templates: readonly TemplateSeed[] = Object.values(files).sort(
  (a, b) => numberOf(a) - numberOf(b) || (a.id < b.id ? -1 : 1),
)

/** How a year of study is said in a letter. */
export const yearWords: YearWords = years

function numberOf(letter: TemplateSeed): number {
  return Number.parseInt(letter.id.slice(1), 10)
}

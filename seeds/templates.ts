import type { TemplateSeed } from '../src/domain/templates/template-seed'
import type { YearWords } from '../src/domain/templates/template-values'
import years from './template-words.json'
import t1 from './templates/T1.json'
import t3 from './templates/T3.json'
import t4 from './templates/T4.json'
import t7 from './templates/T7.json'
import t10 from './templates/T10.json'
import t26 from './templates/T26.json'
import t27 from './templates/T27.json'

/**
 * All letters, in the order of the road. They are checked against their schema by a test, not when a page loads them:
 * the picker stays small that way. A new letter is one file and one line here.
 */
export const templates = [t1, t3, t4, t7, t10, t26, t27] as TemplateSeed[]

/** How a year of study is said in a letter. */
export const yearWords: YearWords = years

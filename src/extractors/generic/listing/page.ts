import type { Line, Outline } from '../outline'
import type { Facts } from './read-facts'

/** A page and what is asked of its lines again and again. */
export interface Page {
  outline: Outline
  /** The markup around a line, in short. */
  keyOf: (line: Line) => string
  /** The same with more of the markup: which place of a card it is. */
  slotOf: (line: Line) => string
  factsOf: (line: Line) => Facts
  /** The last two parts of the page's host: the pages of one school share them. */
  host: string
}

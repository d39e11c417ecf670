import type { SeasonDate } from '../src/domain/season/season-date'
import dates from './season.json'

/** The dates of the residency season, with what was published and how the rest is estimated. Checked by tests/seeds. */
export const seasonDates = dates as readonly SeasonDate[]

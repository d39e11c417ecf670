import { isLocalDate } from './dates'
import { z } from './z'

// Apart from the arithmetic of dates, so that page scripts can use that without zod.

/** A calendar date that exists, `YYYY-MM-DD`. */
export const localDateSchema = z.string().check(z.refine(isLocalDate, 'not a calendar date (YYYY-MM-DD)'))

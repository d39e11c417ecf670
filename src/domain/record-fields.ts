import { localDateSchema } from './date-schema'
import { z } from './z'

// Fields that records of the road have in common.

/** One line of text of at most `max` characters. */
export const lineField = (max: number) => z.string().check(z.maxLength(max))
/** Id of a record. */
export const idField = z.string().check(z.minLength(1), z.maxLength(60))
/** Id of another record, or empty. */
export const linkField = z.string().check(z.maxLength(60))
/** A day on which something was done; null while it is not. */
export const dayField = z.nullable(localDateSchema)

import { z } from '../z'

export { message } from '../message'

/** A catalogue id with its parameters: how `domain`, `store` and the worker say something without words. */
export const messageSchema = z.object({
  id: z.string().check(z.maxLength(80)),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type { Message } from '../message'

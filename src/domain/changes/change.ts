import { z } from '../z'

/** A catalogue id with its parameters: how `domain`, `store` and the worker say something without words. */
export const messageSchema = z.object({
  id: z.string().check(z.maxLength(80)),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type Message = z.infer<typeof messageSchema>

/** Builds a `Message`. */
export function message(id: string, params: Record<string, string | number> = {}): Message {
  return { id, params }
}

/** A catalogue id with its parameters: how `domain`, `store` and the worker say something without words. */
export interface Message {
  id: string
  params: Record<string, string | number>
}

/** Builds a `Message`. */
export function message(id: string, params: Record<string, string | number> = {}): Message {
  return { id, params }
}

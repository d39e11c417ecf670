import type { Message } from '../../../domain/message'
import { messages } from './en'
import { say } from './say'

/** A `Message` of domain, store or worker in words. An id the catalogue does not know is said as an unexpected fault. */
export function sayMessage(what: Message): string {
  return say(messages[what.id] ?? messages['error.unexpected'] ?? '', what.params)
}

/** What went wrong, in words: the error's own message for the student when it carries one. */
export function sayError(error: unknown): string {
  const what = (error as { what?: unknown } | null)?.what as Message | undefined
  return sayMessage(typeof what?.id === 'string' ? what : { id: 'error.unexpected', params: {} })
}

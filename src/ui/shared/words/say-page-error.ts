import type { Message } from '../../../domain/message'
import { pageMessages } from './en'
import { say } from './say'

/** What went wrong, in the words that a page script carries; whatever has none is said as an unexpected fault. */
export function sayPageError(error: unknown): string {
  const what = (error as { what?: Message } | null)?.what
  const known = typeof what?.id === 'string' ? pageMessages[what.id] : undefined
  return say(known ?? pageMessages['error.unexpected'] ?? '', what?.params ?? {})
}

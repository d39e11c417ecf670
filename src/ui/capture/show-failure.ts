import { MessageError } from '../../messaging/client'
import { messages } from '../shared/words/en'
import { say } from '../shared/words/say'

/** What to say of a failure that has words of its own, or of one that has none. */
export function showFailure(error: unknown): string {
  const what = error instanceof MessageError ? error.what : { id: 'error.unexpected', params: {} }
  return say(messages[what.id] ?? messages['error.unexpected'] ?? what.id, what.params)
}

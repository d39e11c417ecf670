import type { KnownMark } from '../../messaging/protocol'
import { capture as words } from '../shared/words/en'
import { say } from '../shared/words/say'
import { showDate } from '../shared/words/show-date'

/** How a page shows that somebody is, or may be, in the log: in words, and as the sign in a small control. */
export function describeKnown(known: Pick<KnownMark, 'state' | 'lastContact'>): {
  says: string
  sign: string
} {
  if (known.state === 'maybe') return { says: words.maybe, sign: '?' }
  const says = known.lastContact
    ? say(words.knownSince, { date: showDate(known.lastContact, '') })
    : words.known
  return { says, sign: '✓' }
}

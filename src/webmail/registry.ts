import { gmailHands } from './clients/gmail/gmail-hands'
import { gmailSight } from './clients/gmail/gmail-sight'
import type { WebmailHands, WebmailSight } from './webmail-adapter'

/** A new webmail is one folder in `clients/` and one line in each list. The page script imports the first list only. */
const sights: readonly WebmailSight[] = [gmailSight]
const hands: Record<string, WebmailHands> = { gmail: gmailHands }

/** The client whose page this is; undefined on any other page. */
export function findSight(host: string): WebmailSight | undefined {
  return sights.find((sight) => sight.isClient(host))
}

/** The picker's part of a client. */
export function findHandsOrThrow(id: string): WebmailHands {
  const found = hands[id]
  if (!found) throw new Error(`src/webmail/registry.ts lists no hands for "${id}"`)
  return found
}

import { readSiteKind } from '../../platform/page-address'
import type { SenderKind } from '../protocol'

/** What the browser says of a message's sender; the fields that are checked. */
export interface Sender {
  id?: string | undefined
  url?: string | undefined
  tabId?: number | undefined
  frameId?: number | undefined
}

/** Which kind of page sent a message, by its address; null for any page that may send none. */
export function readSenderKind(sender: Sender, ownId: string): SenderKind | null {
  if (sender.id !== ownId || sender.tabId === undefined || !sender.url) return null
  switch (readSiteKind(sender.url)) {
    case 'pubmed':
      return 'pubmed'
    case 'gmail':
      return 'mail'
    case 'page':
      // The reader and the panel stand in the page itself; whatever speaks out of a frame is none of them.
      return (sender.frameId ?? 0) === 0 ? 'page' : null
    default:
      return null
  }
}

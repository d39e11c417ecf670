import type { SenderKind } from '../protocol'

/** What the browser says of a message's sender; the fields that are checked. */
export interface Sender {
  id?: string | undefined
  url?: string | undefined
  tabId?: number | undefined
  frameId?: number | undefined
}

const pubmedOrigin = 'https://pubmed.ncbi.nlm.nih.gov'
const mailOrigins = ['https://mail.google.com']

/** Which kind of page sent a message, by its address; null for any page that may send none. */
export function readSenderKind(sender: Sender, ownId: string): SenderKind | null {
  if (sender.id !== ownId || sender.tabId === undefined || !sender.url) return null
  let origin: string
  try {
    origin = new URL(sender.url).origin
  } catch {
    return null
  }
  if (origin === pubmedOrigin) return 'pubmed'
  return mailOrigins.includes(origin) ? 'mail' : null
}

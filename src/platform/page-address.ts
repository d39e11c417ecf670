/** What an address says of a page, without looking at the page. Pure: worker, popup and settings all ask here. */

const pubmedOrigin = 'https://pubmed.ncbi.nlm.nih.gov'
const gmailOrigin = 'https://mail.google.com'
const outlookOrigins = [
  'https://outlook.office.com',
  'https://outlook.office365.com',
  'https://outlook.live.com',
  'https://outlook.cloud.microsoft',
]
/** The add-on stores: browsers keep every extension out of these. */
const storeHosts = ['chromewebstore.google.com', 'addons.mozilla.org', 'microsoftedge.microsoft.com']

/** `pubmed` and `gmail` have page scripts of their own; `outlook` is mail too; `page` is any other web page. */
export type SiteKind = 'pubmed' | 'gmail' | 'outlook' | 'page'

/** Why nothing can be saved from a page; each has its sentence in the catalogue. */
export type Refusal =
  | 'browser'
  | 'store'
  | 'extension'
  | 'source'
  | 'reader-view'
  | 'pdf'
  | 'file'
  | 'no-page'
  | 'mail'
  | 'closed'

/** Every refusal, to check one that came from outside. */
export const refusals: readonly Refusal[] = [
  'browser',
  'store',
  'extension',
  'source',
  'reader-view',
  'pdf',
  'file',
  'no-page',
  'mail',
  'closed',
]

/** Which kind of web page stands at an address; null for anything that is no web page. */
export function readSiteKind(address: string): SiteKind | null {
  const url = readUrl(address)
  if (!url || !/^https?:$/.test(url.protocol) || !url.hostname) return null
  if (url.origin === pubmedOrigin) return 'pubmed'
  if (url.origin === gmailOrigin) return 'gmail'
  return outlookOrigins.includes(url.origin) ? 'outlook' : 'page'
}

/**
 * Why nothing can be saved from the page at this address, as far as an address can tell. `address` is undefined where
 * the browser keeps it to itself, which it does for its own pages.
 */
export function refuseByAddress(address: string | undefined): Refusal | null {
  const url = readUrl(address ?? '')
  if (!url) return 'browser'
  const { protocol, hostname, pathname } = url
  if (protocol === 'view-source:') return 'source'
  if (protocol === 'about:' && pathname === 'reader') return 'reader-view'
  if (protocol === 'file:') return 'file'
  if (/^(chrome|moz|safari-web)-extension:$/.test(protocol)) {
    // The viewer of PDF files is an extension of the browser's own in some versions.
    return /\.pdf$/i.test(pathname) ? 'pdf' : 'extension'
  }
  const kind = readSiteKind(url.href)
  if (!kind) return protocol === 'data:' || protocol === 'blob:' ? 'no-page' : 'browser'
  if (kind === 'gmail' || kind === 'outlook') return 'mail'
  const isOldStore = hostname === 'chrome.google.com' && pathname.startsWith('/webstore')
  return isOldStore || storeHosts.includes(hostname) ? 'store' : null
}

/** Why a web page let no script in, or has nothing to read: by its type where a script could ask, else by address. */
export function refuseByType(address: string | undefined, contentType: string | null): Refusal | null {
  if (contentType === null) return /\.pdf$/i.test(readUrl(address ?? '')?.pathname ?? '') ? 'pdf' : 'closed'
  if (contentType === 'application/pdf') return 'pdf'
  return /^(text\/(html|plain)|application\/xhtml\+xml)$/.test(contentType) ? null : 'no-page'
}

/** The host out of what a student typed or pasted, `people.lakeside.example`; null when there is none in it. */
export function readHost(typed: string): string | null {
  const text = typed.trim()
  if (text.length > 2000) return null
  const url = readUrl(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`)
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return null
  // No brackets and no wildcards: match patterns know neither here.
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(url.hostname) && url.hostname.length <= 253 ? url.hostname : null
}

/** The match pattern of one site: this very host, by either protocol. */
export function patternOfHost(host: string): string {
  return `*://${host}/*`
}

/** The host of a pattern for one site; null for a pattern that covers several. */
export function hostOfPattern(pattern: string): string | null {
  return /^(?:\*|https?):\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)\/\*$/.exec(pattern)?.[1] ?? null
}

function readUrl(address: string): URL | null {
  try {
    return new URL(address)
  } catch {
    return null
  }
}

import type { MenuClick } from '../../platform/menus'
import {
  type Refusal,
  readHost,
  readSiteKind,
  refuseByAddress,
  refuseByType,
} from '../../platform/page-address'
import { loadScript } from '../../platform/page-load'
import { isSiteGranted, requestSite } from '../../platform/site-access'
import {
  readActiveTab,
  readContentType,
  readSelectedText,
  readTextAround,
  type TabPage,
  tellPage,
} from '../../platform/tab-page'
import type { CaptureOrder, PageOrder } from '../protocol'

/**
 * Opens the panel in the page of a tab, after the student asked for it there: the gesture lets our scripts into that
 * page and no other. Answers why it cannot be done, or null when the panel took the order.
 */
export async function openCapture(tab: TabPage, order: CaptureOrder): Promise<Refusal | null> {
  const { tabId, address } = tab
  const refusal = refuseByAddress(address)
  if (refusal) return refusal
  const open = { type: 'capture.open', body: order } satisfies PageOrder
  // A panel that is there already keeps what was typed into it.
  if (await tellPage(tabId, open)) return null
  const why = refuseByType(address, await readContentType(tabId))
  if (why) return why
  try {
    // On PubMed the panel brings the site's own readers.
    if (readSiteKind(address ?? '') !== 'pubmed') await loadScript('reader', tabId)
    await loadScript('capture', tabId)
  } catch {
    return 'closed'
  }
  return (await tellPage(tabId, open)) ? null : 'closed'
}

/** What a click in the page's context menu asks for. The page is looked at only after the browser opened it to the click. */
export async function readMenuOrder(click: MenuClick): Promise<CaptureOrder> {
  const { tab, frameId, what, text, address } = click
  if (what === 'selection') {
    const selected = (await readSelectedText(tab.tabId, frameId)).trim() || text.trim()
    // A selection of nothing but blanks: the page is what is left.
    return selected ? { what, text: selected.slice(0, 2000) } : { what: 'page' }
  }
  if (what === 'address') {
    const around = (await readTextAround(tab.tabId, frameId, address)) || text
    return { what, address: address.slice(0, 2000), text: around.slice(0, 600) }
  }
  return { what: 'page' }
}

/** The page that the popup hangs over, and what the popup can do with it. */
export interface ActivePage {
  /** Why nothing can be saved there, as far as its address tells. */
  refusal: Refusal | null
  /** The host that the standing offer can be asked for; null where there is none to ask for. */
  host: string | null
  isOffered: boolean
  /** Opens the panel there; answers why it cannot be done. */
  save(): Promise<Refusal | null>
  /** Asks the student for the host. To be the first call in a click's handler. */
  offer(host: string): Promise<boolean>
}

/** Looks at the address of the tab in front, and at nothing of its page. */
export async function readActivePage(): Promise<ActivePage> {
  const tab = await readActiveTab()
  const address = tab?.address
  const refusal = refuseByAddress(address)
  const host = refusal || readSiteKind(address ?? '') !== 'page' ? null : readHost(address ?? '')
  return {
    refusal,
    host,
    isOffered: host !== null && (await isSiteGranted(host)),
    save: async () => (tab ? await openCapture(tab, { what: 'page' }) : 'browser'),
    offer: requestSite,
  }
}

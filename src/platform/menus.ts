import { browser } from './browser'
import { readTab, type TabPage } from './tab-page'

/** What the entries of the page's context menu say; `%s` stands for the selected text. */
export interface MenuWords {
  page: string
  selection: string
  address: string
}

/** A click on one of the entries. */
export interface MenuClick {
  tab: TabPage
  frameId: number
  what: 'page' | 'selection' | 'address'
  /** The selected text on one line, or the link's own words where the browser tells them. */
  text: string
  /** The address of a link. */
  address: string
}

const webPages = ['http://*/*', 'https://*/*']

/**
 * Makes the entries anew: at install and update, and when the browser starts. They outlive the worker. Twice at the same
 * time is harmless: an entry that is there already is refused.
 */
export async function installMenus(words: MenuWords): Promise<void> {
  await browser.contextMenus.removeAll()
  const add = (id: MenuClick['what'], title: string, where: object) =>
    browser.contextMenus.create(
      { id, title, documentUrlPatterns: webPages, ...where },
      // Read, or the browser reports it as an error.
      () => void browser.runtime.lastError,
    )
  add('page', words.page, { contexts: ['page'] })
  add('selection', words.selection, { contexts: ['selection'] })
  add('address', words.address, { contexts: ['link'], targetUrlPatterns: ['mailto:*'] })
}

/** Hears clicks on the entries. To be called at the start of the worker, before anything is awaited. */
export function onMenuClick(listener: (click: MenuClick) => void): void {
  browser.contextMenus.onClicked.addListener((info, inTab) => {
    const tab = inTab && readTab(inTab)
    const what = info.menuItemId
    if (!tab || (what !== 'page' && what !== 'selection' && what !== 'address')) return
    listener({
      tab,
      frameId: info.frameId ?? 0,
      what,
      text: (what === 'selection' ? info.selectionText : info.linkText) ?? '',
      address: info.linkUrl ?? '',
    })
  })
}

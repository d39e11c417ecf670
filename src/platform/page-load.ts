import { browser } from './browser'
import type { SiteScript } from './site-scripts'

/** Scripts that the worker may put into a page, by name. */
export type LoadableScript =
  | 'capture'
  | 'picker'
  | 'pubmed'
  | 'pubmed-reader'
  | 'webmail'
  | 'reader'
  | 'detector'
  | SiteScript

/** Runs one of the product's own scripts in a tab's frame. Rejects where no script may run. */
export async function loadScript(script: LoadableScript, tabId: number, frameId = 0): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    files: [`/${script}.js`],
  })
}

/** Opens a page of the extension, or brings the tab that shows it already to the front. */
export async function openExtensionPage(page: 'dashboard' | 'welcome', hash = ''): Promise<void> {
  const address = browser.runtime.getURL(`/${page}.html`)
  const target = hash ? `${address}#${hash.replace(/^#/, '')}` : address
  // The extension may see the address of its own tabs without the `tabs` permission.
  const open = await browser.tabs.query({ url: `${address}*` })
  const tab = open[0]
  if (tab?.id === undefined) {
    await browser.tabs.create({ url: target })
    return
  }
  await browser.tabs.update(tab.id, { active: true, url: target })
  if (tab.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true })
}

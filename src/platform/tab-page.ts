import { browser } from './browser'

/** What the worker and the popup do with the page of a tab, on the student's gesture. */

/** A tab as far as the browser lets us see it: the address only where the student's gesture, or a permission, opened it. */
export interface TabPage {
  tabId: number
  windowId: number | undefined
  address: string | undefined
}

/** The tab in front of the window that the popup hangs on. */
export async function readActiveTab(): Promise<TabPage | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  return tab ? readTab(tab) : null
}

/** The parts of a browser's tab that are used; null for one without an id, such as a window of the developer tools. */
export function readTab(tab: {
  id?: number | undefined
  windowId?: number | undefined
  url?: string | undefined
}): TabPage | null {
  if (tab.id === undefined || tab.id < 0) return null
  return { tabId: tab.id, windowId: tab.windowId, address: tab.url || undefined }
}

/** Tells the scripts of a tab's page something. False when none of them took it. */
export async function tellPage(tabId: number, order: unknown): Promise<boolean> {
  try {
    return (await browser.tabs.sendMessage(tabId, order, { frameId: 0 })) === true
  } catch {
    return false
  }
}

/** The type of the document that a tab shows, `text/html`; null where no script may run. */
export async function readContentType(tabId: number): Promise<string | null> {
  return await runInPage(tabId, 0, () => document.contentType, [])
}

/**
 * The selected text of a frame with its line breaks, which the browser's menu takes out; empty when there is none to
 * be had.
 */
export async function readSelectedText(tabId: number, frameId: number): Promise<string> {
  const text = await runInPage(tabId, frameId, () => String(getSelection() ?? '').slice(0, 2000), [])
  return text ?? ''
}

/**
 * The words around a link, its name likely among them: of the smallest part of the page that says more than the link
 * itself, if that is short enough to be about one person. Empty when several links have this address in different places.
 */
export async function readTextAround(tabId: number, frameId: number, address: string): Promise<string> {
  const read = (address: string) => {
    // Sent to the page as text: it may use nothing from outside. A page may hide methods behind elements of their names.
    const all = Document.prototype.querySelectorAll.call(document, 'a[href]')
    const links = [...all].filter((one) => one instanceof HTMLAnchorElement && one.href === address)
    const focused = links.find((one) => one === document.activeElement)
    const link = focused ?? (links.length === 1 ? links[0] : undefined)
    const said = link?.textContent?.trim().length ?? 0
    let part = link?.parentElement
    for (let step = 0; part && step < 4; step++, part = part.parentElement) {
      if (!(part instanceof HTMLElement)) break
      const text = part.innerText.trim()
      if (text.length > 600) break
      if (text.length > said + 4) return text
    }
    return link?.textContent?.trim().slice(0, 600) ?? ''
  }
  return (await runInPage(tabId, frameId, read, [address])) ?? ''
}

/** Runs a function in a frame; null where no script may run. */
async function runInPage<A extends string[]>(
  tabId: number,
  frameId: number,
  func: (...args: A) => string,
  args: A,
): Promise<string | null> {
  try {
    const target = { tabId, frameIds: [frameId] }
    const [ran] = await browser.scripting.executeScript({
      target,
      func: func as (...args: string[]) => string,
      args,
    })
    return typeof ran?.result === 'string' ? ran.result : null
  } catch {
    return null
  }
}

/**
 * Says at the toolbar icon of one tab why nothing can be saved from its page, and opens the popup, which says it too,
 * where the browser allows that. All of it ends when the tab goes to another page.
 */
export async function showRefusal(
  { tabId, windowId }: TabPage,
  refusal: string,
  sentence: string,
): Promise<void> {
  try {
    await browser.action.setPopup({ tabId, popup: `popup.html#${refusal}` })
    await browser.action.setTitle({ tabId, title: sentence })
    await browser.action.setBadgeText({ tabId, text: '!' })
    await browser.action.openPopup(windowId === undefined ? undefined : { windowId })
  } catch {
    // The tab is gone, or the browser opens popups on a click alone: the icon says it.
  }
}

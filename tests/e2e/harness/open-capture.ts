import type { Page } from 'playwright-core'
import type { CaptureOrder } from '../../../src/messaging/protocol'
import type { RunningChromium } from './chromium'

/**
 * Opens the panel on any page as the product does after a gesture: a click on the toolbar icon lets the scripts in, then
 * they are loaded and told what to open.
 */
export async function openCapture(
  chromium: RunningChromium,
  page: Page,
  order: CaptureOrder = { what: 'page' },
): Promise<void> {
  await chromium.clickToolbar(page)
  const load = async ({ body, url }: { body: CaptureOrder; url: string }) => {
    // The address of a tab is told only where the click let the extension in.
    const tab = (await chrome.tabs.query({ active: true })).find((one) => one.url === url)
    if (tab?.id === undefined) throw new Error(`the extension was not let into ${url}`)
    const message = { type: 'capture.open', body }
    const tell = () => chrome.tabs.sendMessage(tab.id as number, message, { frameId: 0 }).catch(() => false)
    if (await tell()) return
    for (const file of ['/reader.js', '/capture.js']) {
      await chrome.scripting.executeScript({ target: { tabId: tab.id }, files: [file] })
    }
    if (!(await tell())) throw new Error('the panel did not take the order')
  }
  await chromium.worker.evaluate(load, { body: order, url: page.url() })
  await page.locator('[data-preround="panel"] .panel').waitFor()
}

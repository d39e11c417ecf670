import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { composerAddress, composerPages } from '../../scripts/composer-pages.mjs'
import { type RunningChromium, startChromium } from './harness/chromium'
import { type Display, hasDisplayTools, startDisplay } from './harness/display'
import { closeFirstRun } from './harness/first-run'

// A driven page hears keys from the driver, and the browser's own shortcuts never do. So these are pressed on a real
// keyboard, that of an X display which nobody sees.

const richBody = '[g_editable="true"]:visible'

describe.skipIf(!hasDisplayTools())('Alt+Shift+Y, pressed on the keyboard', () => {
  let display: Display
  let chromium: RunningChromium
  let page: Page

  beforeAll(async () => {
    display = await startDisplay()
    chromium = await startChromium({ build: 'e2e', pages: composerPages, display: display.name })
    page = await chromium.openPage(composerAddress('popup'))
    // It would take the keys.
    await closeFirstRun(chromium)
    await page.bringToFront()
  })
  afterAll(async () => {
    await chromium?.stop()
    display?.stop()
  })

  const picker = () => page.getByRole('dialog', { name: 'Insert a template' })
  const readBody = () => page.locator(richBody).evaluate((body) => (body as HTMLElement).innerText)
  /** Clicks with the mouse of the display, so that the browser's window has the keyboard as well. */
  const clickOnScreen = async (selector: string) => {
    const box = await page.locator(selector).first().boundingBox()
    if (!box) throw new Error(`${selector} is not to be seen`)
    const [left, top] = await page.evaluate(() => [
      screenX + (outerWidth - innerWidth) / 2,
      screenY + outerHeight - innerHeight,
    ])
    await display.click((left ?? 0) + box.x + 20, (top ?? 0) + box.y + 14)
  }

  test('is what the browser assigned', async () => {
    const commands = await chromium.runInExtension(() => chrome.commands.getAll())
    expect(commands.find(({ name }) => name === 'insert-template')?.shortcut).toBe('Alt+Shift+Y')
    await page.bringToFront()
  })

  test('opens the picker in a letter, and closes it again', async () => {
    await clickOnScreen(richBody)
    await page.locator('[data-preround="mail-control"] button').waitFor()
    const earlier = await readBody()
    await display.press('alt+shift+y')
    await picker().waitFor()
    await chromium.screenshot(page, 'shortcut-picker')
    await display.press('alt+shift+y')
    await picker().waitFor({ state: 'detached' })
    // The keys of the shortcut write nothing, and are none of the mail client's.
    expect(await readBody()).toBe(earlier)
    expect(await page.evaluate('firedShortcuts')).toEqual([])
  })
})

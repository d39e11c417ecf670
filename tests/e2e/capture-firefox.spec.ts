import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findFirefox } from '../../scripts/find-browser.mjs'
import {
  directoryHost,
  makeDirectoryPage,
  makeDirectoryPeople,
  makeProfilePage,
} from '../fixtures/pages/directory/make-directory'
import { checkAxe } from './harness/axe'
import { type RunningFirefox, startFirefox } from './harness/firefox'

// The panel of any page once more in the other engine; `capture-panel.spec.ts` looks closely, in Chromium.

const sixty = makeDirectoryPeople(60)
const [first] = sixty
if (!first) throw new Error('the directory has nobody')
const listing = `${directoryHost}/faculty/`
const profile = `${directoryHost}${first.path}`

describe.skipIf(!findFirefox())('the panel of any page in Firefox', () => {
  let firefox: RunningFirefox

  beforeAll(async () => {
    firefox = await startFirefox({
      pages: [
        { url: listing, html: makeDirectoryPage(sixty) },
        { url: profile, html: makeProfilePage(first) },
      ],
    })
  })
  afterAll(() => firefox?.stop())

  /** Opens a page and, by the command's keys, the panel on it. */
  const open = async (url: string): Promise<Page> => {
    const page = await firefox.openPage(url)
    await page.bringToFront()
    await firefox.runInWindow(`
      const keys = [...document.querySelectorAll('keyset[id^="ext-keyset-id-preround"] key')]
      keys.find((key) => key.getAttribute('key') === 'S' && key.getAttribute('modifiers') === 'alt,shift').doCommand()`)
    return page
  }
  const waitForText = (page: Page, host: string, text: string) =>
    page.waitForFunction(
      (host, text) =>
        document.querySelector(`[data-preround="${host}"]`)?.shadowRoot?.textContent?.includes(text),
      {},
      host,
      text,
    )
  const press = (page: Page, name: string) => page.locator(`>>> ::-p-aria(${name})`).click()
  const readNames = () =>
    firefox.runInExtension(async () => {
      const all = await indexedDB.databases()
      if (!all.some(({ name }) => name === 'preround')) return []
      return await new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('preround')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const reading = opening.result.transaction('persons').objectStore('persons').getAll()
          reading.onsuccess = () => {
            opening.result.close()
            resolve(reading.result.map((entry) => entry.person.names.shown))
          }
        }
      })
    })

  test('sixty people of a listing are saved at once, and one undo takes them all back', async () => {
    const page = await open(listing)
    await waitForText(page, 'panel', '0 of 60 chosen')
    await checkAxe(page, '[data-preround="panel"]')
    await press(page, 'Tick all 60 shown')
    await waitForText(page, 'panel', '60 of 60 chosen')
    await firefox.screenshot(page, 'firefox-listing')
    await press(page, 'Save 60 people')
    await waitForText(page, 'toast', '60 people saved')
    // Focused, it stays for as long as this machine needs.
    await page.evaluate(() =>
      document.querySelector('[data-preround="toast"]')?.shadowRoot?.querySelector('button')?.focus(),
    )
    expect((await readNames()).sort()).toEqual(sixty.map((one) => one.name).sort())
    await page.bringToFront()
    await page.keyboard.press('Enter')
    await waitForText(page, 'toast', 'Taken back')
    await expect.poll(readNames).toEqual([])
    await page.close()
  })

  test('Enter saves the person of a profile page, and a click that the page makes up does not', async () => {
    const page = await open(profile)
    await waitForText(page, 'panel', 'proposed from the title')
    await page.evaluate(() => {
      const root = document.querySelector('[data-preround="panel"]')?.shadowRoot
      root?.querySelector<HTMLButtonElement>('button.primary')?.click()
      root?.querySelector('form')?.requestSubmit()
    })
    await new Promise((done) => setTimeout(done, 500))
    expect(await readNames()).toEqual([])
    await page.keyboard.press('Enter')
    await waitForText(page, 'toast', `Saved ${first.name}`)
    expect(await readNames()).toEqual([first.name])
    await page.close()
  })
})

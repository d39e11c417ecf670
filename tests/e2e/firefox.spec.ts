import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { articleAddress, authorAddress, composerAddress, listPages } from '../../scripts/moments.mjs'
import { checkAxe } from './harness/axe'
import { type RunningFirefox, startFirefox } from './harness/firefox'

// The moments once more in the other engine. What is the same in both is looked at closely in Chromium's specs.

let firefox: RunningFirefox

beforeAll(async () => {
  firefox = await startFirefox({ pages: listPages() })
})
afterAll(() => firefox?.stop())

/** The names in the log, from the real database. */
const readNames = () =>
  firefox.runInExtension(async () => {
    // To open a database that is not there yet would make an empty one in its place.
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

/** Waits until our own nodes, open roots included, show the text. */
const waitForText = (page: Page, host: string, text: string) =>
  page.waitForFunction(
    (host, text) =>
      [...document.querySelectorAll(`[data-preround="${host}"]`)].some((element) =>
        element.shadowRoot?.textContent?.includes(text),
      ),
    {},
    host,
    text,
  )

const count = (page: Page, host: string) =>
  page.evaluate((host) => document.querySelectorAll(`[data-preround="${host}"]`).length, host)

async function saveFromAuthorPage(): Promise<void> {
  const page = await firefox.openPage(authorAddress)
  await page.locator('>>> button[aria-label^="Save Whitcombe"]').click()
  await waitForText(page, 'panel', 'on PubMed.')
  await page.keyboard.press('Enter')
  await waitForText(page, 'toast', 'Saved Theodora E Whitcombe')
  await page.close()
}

describe('PubMed in Firefox', () => {
  test('a click beside an author and Enter save the person, and Undo takes it back', async () => {
    // The first look into the database opens a tab of its own and takes seconds, which the toast would not wait for.
    expect(await readNames()).toEqual([])
    const page = await firefox.openPage(articleAddress)
    await page.locator('>>> button[aria-label^="Save Theodora E Whitcombe"]').click()
    await page.locator('>>> [role="dialog"]').wait()
    await checkAxe(page, '[data-preround="panel"]')
    await firefox.screenshot(page, 'firefox-panel')
    await page.keyboard.press('Enter')
    await waitForText(page, 'toast', 'Saved Theodora E Whitcombe')
    // The pointer keeps it there for as long as the log takes to read.
    await page.locator('[data-preround="toast"] >>> .toast').hover()
    await expect.poll(() => count(page, 'panel')).toBe(0)
    await expect.poll(readNames).toEqual(['Theodora E Whitcombe'])
    // A tab behind another draws no frames, and a click waits for one.
    await page.bringToFront()
    await page.locator('>>> ::-p-aria(Undo)').click()
    await expect.poll(readNames).toEqual([])
    await page.close()
  })

  test('on an author page the worker reads articles for the full name, which is saved with the ticked papers', async () => {
    firefox.requests.length = 0
    await saveFromAuthorPage()
    const asked = firefox.requests.filter(({ url }) => url !== authorAddress).map(({ url }) => url)
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.length).toBeLessThanOrEqual(3)
    expect(asked[0]).toBe(articleAddress)
    await expect.poll(readNames).toEqual(['Theodora E Whitcombe'])
  })
})

describe('Gmail in Firefox', () => {
  test('a template goes in before the signature, with subject, filled from the log, and no key reaches the page', async () => {
    if ((await readNames()).length === 0) await saveFromAuthorPage()
    const page = await firefox.openPage(composerAddress)
    await page.locator('[g_editable="true"]').click()
    await page.keyboard.down('Control')
    await page.keyboard.press('Home')
    await page.keyboard.up('Control')
    await page.keyboard.type('Typed before.')
    await page.locator('[data-preround="mail-control"] >>> button').click()
    await waitForText(page, 'mail-picker', 'For Theodora E Whitcombe')
    await page.locator('>>> [role="option"]').wait()
    await checkAxe(page, '[data-preround="mail-picker"]')
    await firefox.screenshot(page, 'firefox-picker')
    await page.evaluate('window.seenKeys.length = 0')

    await page.keyboard.type('research')
    await waitForText(page, 'mail-picker', 'Ask about research')
    await page.keyboard.press('Enter')
    await page.locator('>>> ::-p-aria(Insert)').wait()
    await page.locator('>>> ::-p-aria(Your name)').click()
    await page.keyboard.type('Rosalind Chen')
    await page.locator('>>> ::-p-aria(Insert)').click()
    await waitForText(page, 'mail-picker', 'Inserted')
    expect(await page.evaluate('window.seenKeys')).toEqual([])
    expect(await page.evaluate('window.firedShortcuts')).toEqual([])

    const readSubject = () =>
      page.evaluate(() => document.querySelector<HTMLInputElement>('[name="subjectbox"]')?.value ?? '')
    const readBody = () =>
      page.evaluate(() => document.querySelector<HTMLElement>('[g_editable="true"]')?.innerText ?? '')
    await expect.poll(readSubject).not.toBe('')
    await expect
      .poll(readBody)
      .toMatch(/Typed before\.[\s\S]*Dear Dr\. Whitcombe,[\s\S]*I am Rosalind Chen[\s\S]*--[\s\S]*Riley Chen/)
    await firefox.screenshot(page, 'firefox-inserted')
    await page.close()
  })
})

describe('the pages of the extension in Firefox', () => {
  test.each(['popup', 'dashboard', 'welcome'] as const)(
    '%s opens, shows its heading and is accessible',
    async (name) => {
      const page = await firefox.openExtensionPage(name)
      await page.locator('h1').wait()
      await checkAxe(page)
      await firefox.screenshot(page, `firefox-${name}`)
      await page.close()
    },
  )
})

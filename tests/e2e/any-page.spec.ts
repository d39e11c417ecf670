import type { Page } from 'playwright-core'
import type { Page as FirefoxPage } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findFirefox } from '../../scripts/find-browser.mjs'
import { articleAddress, listPages } from '../../scripts/moments.mjs'
import { anyPage } from '../../src/ui/shared/words/en'
import { checkAxe } from './harness/axe'
import { type RunningChromium, startChromium } from './harness/chromium'
import { type Display, hasDisplayTools, startDisplay } from './harness/display'
import { type RunningFirefox, startFirefox } from './harness/firefox'

// One gesture on any page: toolbar, context menu, keys; and the standing offer of a site. What the panel then does with
// the page is looked at elsewhere; here it counts that it is there, with the right person, and only after a gesture.

const site = 'https://neuro.harborview-falls.example'
const profile = `${site}/faculty/marisol-quintero/`
const listing = `${site}/faculty/`
const news = `${site}/news/library/`
const other = 'https://elsewhere.example/faculty/'
const pages = [
  ...listPages(),
  { url: profile, file: 'tests/fixtures/pages/faculty/profile.html' },
  { url: listing, file: 'tests/fixtures/pages/faculty/listing.html' },
  { url: news, file: 'tests/fixtures/pages/faculty/news.html' },
  { url: other, file: 'tests/fixtures/pages/faculty/listing.html' },
  { url: 'https://mail.google.com/mail/u/0/', html: '<!doctype html><title>Mail</title><p>A letter' },
]

/** One page with nothing on it. */
const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/MediaBox[0 0 300 300]/Parent 2 0 R>>endobj
trailer<</Size 4/Root 1 0 R>>
%%EOF`
const cv = `${site}/cv.pdf`
/** Without a hint in its address. */
const handout = `${site}/download?id=7`
const servePdf = (browser: Pick<RunningChromium, 'serve'>) => {
  for (const address of [cv, handout])
    browser.serve(address, () => ({ body: Buffer.from(pdf), headers: { 'content-type': 'application/pdf' } }))
}

/** All that our nodes of this name say, typed values included; empty when there is none. */
const readOurs = (host: string) => {
  const said: string[] = []
  for (const { shadowRoot } of document.querySelectorAll(`[data-preround="${host}"]`)) {
    for (const one of shadowRoot?.querySelectorAll('input, textarea') ?? [])
      said.push((one as HTMLInputElement).value)
    for (const one of shadowRoot?.children ?? [])
      if (one.localName !== 'style') said.push((one as HTMLElement).innerText)
  }
  return said.join('\n')
}
const panelOf = (page: Page) => page.evaluate(readOurs, 'panel')
const countOurs = (page: Page) => page.locator('[data-preround]').count()

describe('a click on the toolbar icon, in Chromium', () => {
  let chromium: RunningChromium

  beforeAll(async () => {
    chromium = await startChromium({ build: 'e2e', pages })
    servePdf(chromium)
  })
  afterAll(() => chromium?.stop())

  test('and *Save from this page* open the panel with the person of the page, and the popup closes', async () => {
    const page = await chromium.openPage(profile)
    await page.waitForTimeout(300)
    expect(await countOurs(page), 'nothing before the gesture').toBe(0)
    const popup = await chromium.clickToolbar(page)
    await popup.click('Save from this page')
    await expect.poll(() => panelOf(page)).toContain('Marisol')
    expect(await panelOf(page)).toContain('mquintero@harborview-falls.example')
    await expect.poll(() => popup.text().catch(() => 'closed')).toBe('closed')
    await page.close()
  })

  test('works on a listing as well', async () => {
    const page = await chromium.openPage(listing)
    await (await chromium.clickToolbar(page)).click('Save from this page')
    await expect.poll(() => panelOf(page)).toContain('Morimoto')
    await page.close()
  })

  test('shows the button and the offer for this host, and the popup stays accessible', async () => {
    const page = await chromium.openPage(profile)
    const popup = await chromium.clickToolbar(page)
    await expect.poll(() => popup.text()).toContain('Always offer on neuro.harborview-falls.example')
    await popup.screenshot('popup-save-page')
    await checkAxe({ evaluate: (expression) => popup.evaluate(expression) })
    await page.close()
  })

  test('opens the panel of PubMed there, with PubMed’s own reading', async () => {
    const page = await chromium.openPage(articleAddress)
    const popup = await chromium.clickToolbar(page)
    await expect.poll(() => popup.text()).toContain('Save from this page')
    expect(await popup.text(), 'PubMed needs no offer').not.toContain('Always offer')
    await popup.click('Save from this page')
    await expect.poll(() => panelOf(page)).toContain('Whitcombe')
    await page.close()
  })

  test.each([
    ['a page of the browser', 'chrome://version/', 'browser'],
    ['an empty tab', 'about:blank', 'browser'],
    ['a page out of its address', 'data:text/html,<h1>Jane Doe', 'browser'],
    ['the source of a page', `view-source:${profile}`, 'browser'],
    ['a file', 'file:///etc/hostname', 'file'],
    ['a page of an extension', 'welcome.html', 'extension'],
    ['a mail page', 'https://mail.google.com/mail/u/0/', 'mail'],
  ] as const)('says in one sentence that nothing can be saved from %s', async (_, url, refusal) => {
    const page = await chromium.context.newPage()
    await page.goto(url === 'welcome.html' ? `chrome-extension://${chromium.extensionId}/${url}` : url)
    const popup = await chromium.clickToolbar(page)
    await expect.poll(() => popup.text()).toContain(anyPage.refusals[refusal])
    expect(await popup.text()).not.toMatch(/Save from this page|Always offer/)
    if (refusal === 'mail') await popup.screenshot('popup-refusal')
    await page.close()
  })

  test.each([cv, handout])('says of a PDF that it is one, once it is tried: %s', async (address) => {
    const page = await chromium.context.newPage()
    await page.goto(address)
    const popup = await chromium.clickToolbar(page)
    await popup.click('Save from this page')
    await expect.poll(() => popup.text()).toContain(anyPage.refusals.pdf)
    await page.close()
  })

  test('is what lets a script in: without it the extension cannot reach the page, nor see its address', async () => {
    // The first question opens a tab of its own, which would stand in front.
    await chromium.runInExtension(() => undefined)
    const page = await chromium.openPage(other)
    await page.bringToFront()
    // The popup as an extension can open it by itself, over the same page, gives no right to it.
    await chromium.runInExtension(() => chrome.action.openPopup())
    const popup = await chromium.findRealPopup()
    await expect.poll(() => popup.text()).toContain(anyPage.refusals.browser)
    const tried = await chromium.runInExtension(async () => {
      const said: string[] = []
      for (const tab of await chrome.tabs.query({})) {
        if (tab.id === undefined || tab.url) continue
        const target = { tabId: tab.id }
        said.push(
          await chrome.scripting.executeScript({ target, files: ['/capture.js'] }).then(
            () => 'ran',
            (error) => String(error),
          ),
        )
      }
      return said
    })
    expect(tried.length).toBeGreaterThan(0)
    expect(tried.filter((said) => !/cannot access|cannot be scripted|error page/i.test(said))).toEqual([])
    expect(await countOurs(page)).toBe(0)
    await page.close()
  })

  test('gives a right that ends with the page', async () => {
    const page = await chromium.openPage(profile)
    await (await chromium.clickToolbar(page)).click('Save from this page')
    await expect.poll(() => panelOf(page)).toContain('Marisol')
    await page.goto(other)
    const addresses = await chromium.runInExtension(async () =>
      (await chrome.tabs.query({})).map(({ url }) => url),
    )
    expect(addresses).not.toContain(other)
    expect(await countOurs(page)).toBe(0)
    expect(chromium.problems).toEqual([])
    await page.close()
  })
})

describe.skipIf(!hasDisplayTools())('what Chromium shows outside its pages', () => {
  let chromium: RunningChromium
  let display: Display

  beforeAll(async () => {
    display = await startDisplay()
    chromium = await startChromium({ build: 'e2e', pages, viewport: null, display: display.name })
    servePdf(chromium)
    // These open tabs of their own, which would come in front of a spec's: the first question, and the install.
    await chromium.runInExtension(() => undefined)
    while (!chromium.context.pages().some((page) => page.url().includes('welcome')))
      await new Promise((done) => setTimeout(done, 100))
  })
  afterAll(async () => {
    await chromium?.stop()
    display?.stop()
  })

  /** A page in front, drawn, with the window listening. */
  const open = async (url: string) => {
    const page = await chromium.openPage(url)
    await page.bringToFront()
    await page.waitForTimeout(500)
    return page
  }
  /** Right-clicks a part of the page with the mouse of the display. */
  const openMenu = async (page: Page, selector: string) => {
    const part = await page.locator(selector).boundingBox()
    if (!part) throw new Error(`${selector} is not shown`)
    // The page begins below the tabs and the address; the window has no frame.
    const [left = 0, top = 0] = await page.evaluate(() => [screenX, screenY + outerHeight - innerHeight])
    // On its first line: the rest of the box may be empty ground.
    await display.click(left + part.x + 20, top + part.y + 10, 'right')
    await page.waitForTimeout(500)
  }
  /** Our entry comes before those of the browser that end the menu: *Inspect*, and for a page *View page source*. */
  const chooseOurs = (below = 1) => display.press(...Array<string>(below + 1).fill('Up'), 'Return')

  test('the context menu saves the name that is selected, and just that', async () => {
    const page = await open(listing)
    await page.evaluate(() =>
      getSelection()?.selectAllChildren(document.querySelectorAll('.card h3')[1] as Element),
    )
    await openMenu(page, '.card:nth-child(2) h3')
    await chooseOurs()
    await expect.poll(() => panelOf(page)).toMatch(/Nyström/)
    expect(await panelOf(page)).not.toMatch(/Raghunathan/)
    await page.close()
  })

  test('the context menu of a mailto link saves its address, with the name beside it', async () => {
    const page = await open(listing)
    await openMenu(page, '.card:nth-child(3) p a')
    await chooseOurs()
    await expect.poll(() => panelOf(page)).toContain('praghunathan@harborview-falls.example')
    expect(await panelOf(page)).toMatch(/Priya/)
    await page.close()
  })

  test('the context menu of the page saves from the page', async () => {
    const page = await open(profile)
    await openMenu(page, '.rank')
    await chooseOurs(2)
    await expect.poll(() => panelOf(page)).toContain('Marisol')
    await page.close()
  })

  test('the keys save from the page', async () => {
    const page = await open(profile)
    await display.press('alt+shift+s')
    await expect.poll(() => panelOf(page)).toContain('Marisol')
    await chromium.screenshot(page, 'any-page-panel')
    await page.close()
  })

  test('the keys on a page that cannot be read open the popup, which says why, and mark the icon', async () => {
    const page = await open(cv)
    await display.press('alt+shift+s')
    const icon = () =>
      chromium.runInExtension(async (address) => {
        const tab = (await chrome.tabs.query({})).find(({ url }) => url === address)
        if (tab?.id === undefined) return null
        const { id: tabId } = tab
        return [
          await chrome.action.getBadgeText({ tabId }),
          await chrome.action.getTitle({ tabId }),
          new URL(await chrome.action.getPopup({ tabId })).hash,
        ]
      }, cv)
    await expect.poll(icon).toEqual(['!', anyPage.refusals.pdf, '#pdf'])
    const popup = await chromium.findRealPopup()
    await expect.poll(() => popup.text()).toContain(anyPage.refusals.pdf)
    // The next page of the tab starts afresh.
    await page.goto(profile)
    const popups = () =>
      chromium.runInExtension(async () => {
        const tabs = await chrome.tabs.query({})
        return await Promise.all(tabs.map(({ id: tabId }) => chrome.action.getPopup(tabId ? { tabId } : {})))
      })
    await expect.poll(async () => (await popups()).filter((address) => address.includes('#'))).toEqual([])
    await page.close()
  })

  const readGrants = () =>
    chromium.runInExtension(async () => ({
      origins:
        (await chrome.permissions.getAll()).origins?.filter((one) => one.includes('harborview-falls')) ?? [],
      scripts: (await chrome.scripting.getRegisteredContentScripts()).map(({ id, js }) => [
        id,
        ...(js ?? []),
      ]),
    }))
  const granted = {
    origins: ['*://neuro.harborview-falls.example/*'],
    scripts: [['offer:neuro.harborview-falls.example', 'detector.js']],
  }
  const nothing = { origins: [], scripts: [] }
  const offerOf = (page: Page) => page.evaluate(readOurs, 'offer')

  test('no to the browser’s question leaves everything as it was', async () => {
    const page = await open(profile)
    await (await chromium.clickToolbar(page)).click(/^Always offer on/)
    await page.waitForTimeout(1500)
    await display.press('Escape')
    await page.waitForTimeout(500)
    expect(await readGrants()).toEqual(nothing)
    await page.close()
  })

  test('*Always offer* asks for the one host, and yes shows the offer in tabs that are open', async () => {
    const inFront = await open(profile)
    const behind = await open(listing)
    const elsewhere = await open(other)
    await (await chromium.clickToolbar(inFront)).click('Always offer on neuro.harborview-falls.example')
    await inFront.waitForTimeout(1500)
    // The question stands on *Deny*.
    await display.press('Tab', 'Return')
    await expect.poll(readGrants).toEqual(granted)
    await inFront.bringToFront()
    await expect.poll(() => offerOf(inFront)).toMatch(/^Save Marisol/)
    await behind.bringToFront()
    await expect.poll(() => offerOf(behind)).toContain('Save people on this page (12)')
    await chromium.screenshot(behind, 'offer-listing')
    await checkAxe(behind, '[data-preround="offer"]')
    await elsewhere.bringToFront()
    await elsewhere.waitForTimeout(4000)
    expect(await countOurs(elsewhere), 'another site').toBe(0)
    for (const page of [inFront, behind, elsewhere]) await page.close()
  })

  test('a page of the site that loads later gets the offer by itself, and a page about nobody gets none', async () => {
    const page = await open(profile)
    await expect.poll(() => offerOf(page)).toMatch(/^Save Marisol/)
    await chromium.screenshot(page, 'offer-profile')
    await page.goto(news)
    await page.waitForTimeout(4000)
    expect(await countOurs(page)).toBe(0)
    await page.close()
  })

  test('the offer is reached by keys, opens the panel, and can be put away', async () => {
    const page = await open(profile)
    await page.getByRole('button', { name: /^Save Marisol/ }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => panelOf(page)).toContain('Marisol')
    expect(await offerOf(page)).toBe('')
    await page.keyboard.press('Escape')
    await expect.poll(() => offerOf(page)).toMatch(/^Save Marisol/)
    await page.getByRole('button', { name: 'Not on this page' }).click()
    await expect.poll(() => offerOf(page)).toBe('')
    await page.close()
  })

  test('the offer survives an update of the extension, in a tab that is open', async () => {
    const page = await open(profile)
    await expect.poll(() => offerOf(page)).toMatch(/^Save Marisol/)
    await page.evaluate(() => {
      for (const host of document.querySelectorAll('[data-preround]')) host.id = 'of-the-earlier-version'
    })
    await chromium.reinstall()
    await expect.poll(() => page.locator('#of-the-earlier-version').count()).toBe(0)
    await page.bringToFront()
    await expect.poll(() => offerOf(page)).toMatch(/^Save Marisol/)
    expect(await page.locator('[data-preround="offer"]').count()).toBe(1)
    await page.getByRole('button', { name: /^Save Marisol/ }).click()
    await expect.poll(() => panelOf(page)).toContain('Marisol')
    await page.close()
  })

  test('*Remove* in the settings takes it all back, from open tabs too', async () => {
    const page = await open(profile)
    await expect.poll(() => offerOf(page)).toMatch(/^Save Marisol/)
    const settings = await chromium.openExtensionPage('dashboard', '#/settings/sites')
    await settings.getByRole('button', { name: 'Remove neuro.harborview-falls.example' }).waitFor()
    await checkAxe(settings)
    await chromium.screenshot(settings, 'settings-sites')
    await settings.getByRole('button', { name: 'Remove neuro.harborview-falls.example' }).click()
    await expect.poll(readGrants).toEqual(nothing)
    await expect.poll(() => offerOf(page)).toBe('')
    await page.reload()
    await page.waitForTimeout(4000)
    expect(await countOurs(page)).toBe(0)
    expect(chromium.problems).toEqual([])
    await settings.close()
    await page.close()
  })

  test('a site can be added in the settings by its address', async () => {
    const settings = await chromium.openExtensionPage('dashboard', '#/settings')
    await settings.getByLabel('Add a site').fill('https://neuro.harborview-falls.example/faculty/?page=2')
    await settings.keyboard.press('Enter')
    await settings.waitForTimeout(1500)
    await display.press('Tab', 'Return')
    await settings.getByRole('button', { name: 'Remove neuro.harborview-falls.example' }).waitFor()
    await expect.poll(readGrants).toEqual(granted)
    await settings.close()
  })
})

describe.skipIf(!findFirefox())('one gesture in Firefox', () => {
  let firefox: RunningFirefox

  beforeAll(async () => {
    firefox = await startFirefox({ pages })
  })
  afterAll(() => firefox?.stop())

  const open = async (url: string) => {
    const page = await firefox.openPage(url)
    await page.bringToFront()
    return page
  }
  const panelOf = (page: FirefoxPage) => page.evaluate(readOurs, 'panel')
  const offerOf = (page: FirefoxPage) => page.evaluate(readOurs, 'offer')
  const count = (page: FirefoxPage) =>
    page.evaluate(() => document.querySelectorAll('[data-preround]').length)
  /** Opens the popup as a click on the icon does, walks to its button by keys, presses Enter. */
  const pressInPopup = (tabs: number) =>
    firefox.runInWindow(`
      action.triggerAction(window)
      await wait(2000)
      document.querySelector('.webextension-popup-browser').focus()
      for (let step = 0; step < ${tabs}; step++) await press('Tab', 9)
      await press('Enter', 13)`)

  test('a click on the toolbar icon and *Save from this page* open the panel', async () => {
    const page = await open(profile)
    expect(await count(page)).toBe(0)
    // Log, settings, "change", the quick log's field and button, and then it.
    await pressInPopup(6)
    await expect.poll(() => panelOf(page)).toContain('Marisol')
    await firefox.screenshot(page, 'firefox-any-page-panel')
    await page.close()
  })

  test('the context menu saves the name that is selected', async () => {
    const page = await open(listing)
    await page.evaluate(() =>
      getSelection()?.selectAllChildren(document.querySelectorAll('.card h3')[1] as Element),
    )
    const [x = 0, y = 0] = await page.$eval('.card:nth-child(2) h3', (part) => {
      const box = part.getBoundingClientRect()
      return [box.x + 40, box.y + 10]
    })
    await page.mouse.click(x, y, { button: 'right' })
    const chosen = await firefox.runInWindow(`
      const menu = document.getElementById('contentAreaContextMenu')
      for (let turn = 0; menu.state !== 'open' && turn < 50; turn++) await wait(100)
      const entry = menu.querySelector('[id^="preround_"][id$="-_selection"]')
      menu.activateItem(entry)
      return entry.label`)
    expect(chosen).toMatch(/^Save “Lars Nyström.*” to my network log$/)
    await expect.poll(() => panelOf(page)).toMatch(/Nyström/)
    expect(await panelOf(page)).not.toMatch(/Raghunathan/)
    await page.close()
  })

  test('the command of the keys saves from the page', async () => {
    const page = await open(profile)
    await firefox.runInWindow(`
      const keys = [...document.querySelectorAll('keyset[id^="ext-keyset-id-preround"] key')]
      keys.find((key) => key.getAttribute('key') === 'S' && key.getAttribute('modifiers') === 'alt,shift').doCommand()`)
    await expect.poll(() => panelOf(page)).toContain('Marisol')
    await page.close()
  })

  test('a site is granted by its address, offers people by itself, and is given back', async () => {
    const page = await open(profile)
    const settings = await firefox.openExtensionPage(
      'dashboard',
      '#/settings/sites/neuro.harborview-falls.example',
    )
    await settings.bringToFront()
    await settings.locator('::-p-aria(Always offer here)').click()
    await settings.locator('::-p-aria(Remove neuro.harborview-falls.example)').wait()
    const scripts = () =>
      firefox.runInExtension(async () =>
        (await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id),
      )
    await expect.poll(scripts).toEqual(['offer:neuro.harborview-falls.example'])
    await page.bringToFront()
    await expect.poll(() => offerOf(page)).toMatch(/^Save Marisol/)
    await firefox.screenshot(page, 'firefox-offer')

    await settings.bringToFront()
    await settings.locator('::-p-aria(Remove neuro.harborview-falls.example)').click()
    await expect.poll(scripts).toEqual([])
    await page.bringToFront()
    await expect.poll(() => offerOf(page)).toBe('')
    await page.close()
    await settings.close()
  })
})

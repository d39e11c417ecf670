import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeArticlePage } from '../../scripts/article-page.mjs'
import { ensureBuilt, root } from '../../scripts/build.mjs'
import { composerAddress, composerPages } from '../../scripts/composer-pages.mjs'
import { authorAddress, listPages } from '../../scripts/moments.mjs'
import { type RunningChromium, startChromium } from './harness/chromium'

const pubmed = 'https://pubmed.ncbi.nlm.nih.gov/*'
const gmail = 'https://mail.google.com/*'
const outlook = [
  'https://outlook.office.com/*',
  'https://outlook.office365.com/*',
  'https://outlook.live.com/*',
  'https://outlook.cloud.microsoft/*',
]

function readManifest(browser: 'chrome' | 'firefox') {
  const folder = ensureBuilt({ browser, mode: 'release' })
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
}

describe('what is asked for at install', () => {
  test.each(['chrome', 'firefox'] as const)('%s: these permissions and no others', (browser) => {
    const manifest = readManifest(browser)
    expect([...manifest.permissions].sort()).toEqual([
      'activeTab',
      'alarms',
      'contextMenus',
      'scripting',
      'storage',
      'unlimitedStorage',
    ])
    expect([...manifest.host_permissions].sort()).toEqual([pubmed, gmail, ...outlook].sort())
    expect([...manifest.optional_permissions].sort()).toEqual(['downloads', 'notifications'])
    expect(manifest.optional_host_permissions).toEqual(['*://*/*'])
  })

  test.each(['chrome', 'firefox'] as const)('%s: pages can reach nothing of it', (browser) => {
    const manifest = readManifest(browser)
    expect(manifest).not.toHaveProperty('web_accessible_resources')
    expect(manifest).not.toHaveProperty('externally_connectable')
    expect(manifest).not.toHaveProperty('content_security_policy')
    expect(manifest.incognito).toBe('not_allowed')
  })

  test.each(['chrome', 'firefox'] as const)('%s: page scripts run on PubMed and Gmail only', (browser) => {
    const { content_scripts: scripts } = readManifest(browser)
    expect(scripts).toEqual([
      { matches: [pubmed], js: ['pubmed.js'], run_at: 'document_idle' },
      { matches: [gmail], js: ['webmail.js'], run_at: 'document_start' },
    ])
  })

  test('the shipped builds name the oldest browsers they run in, and carry no development key', () => {
    expect(Number(readManifest('chrome').minimum_chrome_version)).toBeGreaterThanOrEqual(116)
    expect(readManifest('chrome')).not.toHaveProperty('key')
    const { gecko } = readManifest('firefox').browser_specific_settings
    expect(gecko.strict_min_version).toBe('142.0')
    expect(gecko.data_collection_permissions).toEqual({ required: ['none'] })
  })
})

describe('the development build', () => {
  test('keeps its id, and with it the log, when its folder moves', async () => {
    const built = ensureBuilt({ browser: 'chrome', mode: 'development' })
    const moved = mkdtempSync(join(tmpdir(), 'preround-moved-'))
    cpSync(built, moved, { recursive: true })
    const ids: string[] = []
    for (const folder of [built, moved]) {
      const chromium = await startChromium({ build: 'development', folder })
      ids.push(chromium.extensionId)
      await chromium.stop()
    }
    rmSync(moved, { recursive: true })
    expect(ids[0]).toMatch(/^[a-p]{32}$/)
    expect(ids[1]).toBe(ids[0])
  })
})

describe('tabs that were open before', () => {
  const article = 'https://pubmed.ncbi.nlm.nih.gov/90000001/'
  let chromium: RunningChromium

  beforeAll(async () => {
    // What an earlier version left behind when it was updated under this tab.
    const stale = '<span data-preround="save" id="stale"></span>'
    const html = makeArticlePage({ pmid: '90000001', authors: 26 }).replace(
      /<div class="authors-list">/,
      `$&${stale}`,
    )
    chromium = await startChromium({
      build: 'e2e',
      pages: [
        ...listPages(),
        { url: article, html },
        {
          url: 'https://elsewhere.example/',
          html: '<!doctype html><title>Elsewhere</title><p>Nothing here.',
        },
      ],
      openBefore: [article, 'https://elsewhere.example/'],
    })
  })
  afterAll(() => chromium?.stop())

  const pageAt = (address: string) => {
    const page = chromium.context.pages().find((one) => one.url() === address)
    if (!page) throw new Error(`no tab shows ${address}`)
    return page
  }

  test('get their controls at the install, and lose what an earlier version left', async () => {
    const page = pageAt(article)
    await page.getByRole('button', { name: /^Save Testaa Q Writer0/ }).waitFor()
    await expect.poll(() => page.getByRole('button', { name: /^Save Test/ }).count()).toBe(25)
    await expect.poll(() => page.locator('#stale').count()).toBe(0)
  })

  test('get new controls in place of the old when the extension is updated under them, and these work', async () => {
    const page = pageAt(article)
    await page.evaluate(() => {
      for (const host of document.querySelectorAll('[data-preround]')) host.id = 'of-the-earlier-version'
    })
    await chromium.reinstall()
    await expect.poll(() => page.locator('#of-the-earlier-version').count()).toBe(0)
    const controls = page.getByRole('button', { name: /^Save Test/ })
    await expect.poll(() => controls.count()).toBe(25)
    // The earlier script is still there and hears the pointer too: it must not draw a second control.
    await page.locator('.authors-list-item').last().hover()
    await expect.poll(() => controls.count()).toBe(26)
    await controls.first().click()
    await page.locator('[data-preround="panel"]').getByRole('dialog').waitFor()
  })

  test('a page script that is run twice in the same moment leaves one set of controls', async () => {
    const page = await chromium.openPage(authorAddress)
    const control = page.getByRole('button', { name: /^Save Whitcombe/ })
    await control.first().waitFor()
    await chromium.runInExtension(async (url) => {
      const [tab] = await chrome.tabs.query({ url })
      const target = { tabId: tab?.id as number }
      await Promise.all([1, 2].map(() => chrome.scripting.executeScript({ target, files: ['/pubmed.js'] })))
    }, authorAddress)
    await expect.poll(() => control.count()).toBe(1)
    await page.waitForTimeout(500)
    expect(await control.count()).toBe(1)
    await page.close()
  })

  test('other sites are left alone, and nothing was asked of the network', async () => {
    expect(await pageAt('https://elsewhere.example/').locator('[data-preround]').count()).toBe(0)
    expect(chromium.requests.map(({ url }) => url)).toEqual([
      article,
      'https://elsewhere.example/',
      authorAddress,
    ])
  })

  test('a control whose extension is gone says to reload the page, and the others go', async () => {
    const page = pageAt(article)
    await chromium.uninstall()
    await page.getByRole('button', { name: /^Save Testab/ }).click()
    await page.getByRole('alert', { name: /reload this page/i }).waitFor()
    await expect.poll(() => page.getByRole('button', { name: /^Save Test/ }).count()).toBe(0)
  })
})

describe('a mail tab that was open before', () => {
  const composer = composerAddress('popup')
  let chromium: RunningChromium

  beforeAll(async () => {
    const html = readFileSync(join(root, 'tests/fixtures/composers/gmail-popup.html'), 'utf8')
    const stale = '<div data-preround="mail-control" id="stale"></div>'
    chromium = await startChromium({
      build: 'e2e',
      pages: [
        ...composerPages.filter(({ url }) => url !== composer),
        { url: composer, html: html.replace('</body>', `${stale}$&`) },
      ],
      openBefore: [composer],
    })
  })
  afterAll(() => chromium?.stop())

  const findTab = () => {
    const page = chromium.context.pages().find((one) => one.url() === composer)
    if (!page) throw new Error('no tab shows the composer')
    return page
  }
  const body = '[g_editable="true"]:visible'
  /** The welcome page of the install stands in front. */
  const openPicker = async () => {
    const page = findTab()
    await page.bringToFront()
    await page.getByRole('button', { name: 'Templates', exact: true }).click()
    await page.getByRole('dialog', { name: 'Insert a template' }).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('dialog', { name: 'Insert a template' }).count()).toBe(0)
  }

  test('loses at the install what an earlier version left, and gets its control', async () => {
    const page = findTab()
    await page.bringToFront()
    await expect.poll(() => page.locator('#stale').count()).toBe(0)
    await page.locator(body).click()
    await openPicker()
  })

  test('gets a new control at an update, at once where a composer has the focus, and it works', async () => {
    const page = findTab()
    await page.bringToFront()
    await page.locator(body).click()
    await page.getByRole('button', { name: 'Templates', exact: true }).waitFor()
    await page.evaluate(() => {
      for (const host of document.querySelectorAll('[data-preround]')) host.id = 'of-the-earlier-version'
    })
    await chromium.reinstall()
    await page.bringToFront()
    await expect
      .poll(() => page.locator('#of-the-earlier-version[data-preround="mail-control"]').count())
      .toBe(0)
    await expect.poll(() => page.locator('[data-preround="mail-control"]').count()).toBe(1)
    await openPicker()
    await expect.poll(() => page.locator('[data-preround="mail-picker"]').count()).toBe(1)
    expect(chromium.problems).toEqual([])
  })
})

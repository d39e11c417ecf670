import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkAxe } from './harness/axe'
import { type ExtensionPage, type RunningChromium, startChromium } from './harness/chromium'
import { closeFirstRun } from './harness/first-run'

// Moment 3 in a real browser: from the first opening of the popup to a log that is counted, changed, saved and restored.

const coffeeGoal = 'Have coffee with 1–2 residents this month'
const clearAnswer = 'Get one clear yes, or a clear no'

let chromium: RunningChromium

beforeAll(async () => {
  chromium = await startChromium({ build: 'e2e', timezone: 'America/Chicago' })
  // Opened before the clock stands still, it would live in another year than all the others.
  await closeFirstRun(chromium)
  // The goals of November are counted, whenever this runs.
  await chromium.context.clock.setFixedTime(new Date('2026-11-22T10:00:00-06:00'))
})
afterAll(() => chromium?.stop())

const openPopup = (size?: { width: number; height: number }) => chromium.openExtensionPage('popup', '', size)
const goalOf = (page: Page, title: string) => page.getByRole('listitem').filter({ hasText: title })
const toast = (page: Page, text: string | RegExp) => page.getByRole('status').getByText(text)
const see = async (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()

describe('the popup from install on', () => {
  test('assumes MS1, says so, and leads to the first-run page', async () => {
    const page = await openPopup()
    await page.getByRole('heading', { level: 1, name: 'MS1 · November–February' }).waitFor()
    await see(page, /Assuming MS1/)
    await see(page, 'Start with one person')
    await checkAxe(page)
    await chromium.screenshot(page, 'popup-first')

    const isWelcomeInFront = () =>
      chromium.runInExtension(async () => {
        const [front] = await chrome.tabs.query({
          active: true,
          url: `${chrome.runtime.getURL('welcome.html')}*`,
        })
        return front !== undefined
      })
    // The first question opens a tab of its own, which would stand in front itself.
    await isWelcomeInFront()
    await page.bringToFront()
    await expect.poll(isWelcomeInFront).toBe(false)
    await page.getByRole('button', { name: 'change', exact: true }).click()
    await expect.poll(isWelcomeInFront).toBe(true)
  })

  test('the first-run page takes the answers', async () => {
    const page = await chromium.openExtensionPage('welcome')
    await page.getByLabel('First day of school').fill('2026-08-03')
    await page.getByLabel('Your name, as you sign').fill('Sam Rivera')
    await page.getByLabel('Your own e-mail addresses').fill('sam at home')
    await page.getByRole('button', { name: 'Save and start' }).click()
    await see(page, /“sam at home” does not look like an e-mail address/)
    await page.getByLabel('Your own e-mail addresses').fill('sam.rivera@lakeside.example, sam@mail.example')
    await page.getByRole('button', { name: 'Save and start' }).click()
    await see(page, 'Saved. Your goals are in the toolbar button.')
    await page.close()

    const popup = await openPopup()
    await see(popup, coffeeGoal)
    await expect.poll(() => popup.getByText(/Assuming/).count()).toBe(0)
    await popup.close()
  })

  test('a person is added and a coffee logged with the keyboard alone, and the goal counts it', async () => {
    const page = await openPopup()
    await see(page, coffeeGoal)
    await expect.poll(() => goalOf(page, coffeeGoal).getByText('0 of 1–2').count()).toBe(1)

    await page.getByRole('button', { name: 'Add person' }).focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('Name', { exact: true }).waitFor()
    await page.keyboard.type('Maya Okafor, MD')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Resident')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await toast(page, 'Added Maya Okafor, MD').waitFor()

    await page.getByRole('button', { name: 'Log a touch' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('combobox', { name: 'Who' }).waitFor()
    await page.keyboard.type('okaf')
    await page.getByRole('option', { name: /Maya Okafor/ }).waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByLabel('When').inputValue()).toBe('2026-11-22')
    await page.getByRole('button', { name: 'Save' }).press('Enter')
    await toast(page, 'Logged Coffee with Maya Okafor, MD').waitFor()
    await goalOf(page, coffeeGoal).getByText('1 of 1–2').waitFor()
    await chromium.screenshot(page, 'popup-counted')
    await page.close()
  })

  test('one typed line is shown as it is understood, saved with Enter, and taken back', async () => {
    const page = await openPopup()
    await page.getByRole('combobox', { name: /^Log by typing/ }).focus()
    await page.keyboard.type('called maya yesterday: rotation tips')
    await see(page, 'Call · yesterday, Nov 21 · “rotation tips”')
    await page.getByRole('option', { name: /Maya Okafor/ }).waitFor()
    await page.keyboard.press('Enter')
    await toast(page, 'Logged Call with Maya Okafor, MD').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await toast(page, 'Taken back.').waitFor()

    await page.getByRole('combobox', { name: /^Log by typing/ }).fill('coffee Noor Haddad')
    await page.getByRole('option', { name: 'Add “Noor Haddad” to your log' }).waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByLabel('Name', { exact: true }).inputValue()).toBe('Noor Haddad')
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.close()
  })

  test('what was done can be taken back after the popup was closed', async () => {
    const popup = await openPopup()
    const changes = await chromium.openExtensionPage('dashboard', '#/changes')
    await changes
      .getByRole('button', { name: /^Undo:.*Maya Okafor/ })
      .first()
      .click()
    // The popup is open in another tab and hears of it.
    await goalOf(popup, coffeeGoal).getByText('0 of 1–2').waitFor()
    await changes.close()
    await popup.close()
  })

  test('a tick is kept, and taken back', async () => {
    const page = await openPopup()
    await page.getByRole('checkbox', { name: clearAnswer }).click()
    await toast(page, `Done: ${clearAnswer}`).waitFor()
    await page.reload()
    // It presses no more, so it stands among the others.
    await page.getByText('All goals this month').click()
    await see(page, clearAnswer)
    await expect.poll(() => page.getByRole('checkbox', { name: clearAnswer }).isChecked()).toBe(true)
    await page.getByRole('checkbox', { name: clearAnswer }).click()
    await expect.poll(() => page.getByRole('checkbox', { name: clearAnswer }).isChecked()).toBe(false)
    await page.getByRole('button', { name: 'Undo' }).click()
    await toast(page, 'Taken back.').waitFor()
    await expect.poll(() => page.getByRole('checkbox', { name: clearAnswer }).isChecked()).toBe(true)
    await page.close()
  })

  test('the real popup, from the toolbar, has a width and paints the month', async () => {
    // The fixed clock does not reach this page, so only what holds on any day is looked at.
    const popup = await chromium.openRealPopup()
    expect(
      await popup.evaluate<string>(`new Promise((done) => {
        const look = () => document.querySelector('h1')?.textContent?.length && document.querySelector('.quick')
          ? done(document.querySelector('h1').textContent) : setTimeout(look, 20)
        look()
      })`),
    ).not.toBe('')
    await expect
      .poll(() =>
        popup.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
      )
      .toBe(0)
    await popup.screenshot('popup-toolbar')
  })
})

describe('the dashboard', () => {
  test('edits a person and takes it back, deletes and brings back', async () => {
    const page = await chromium.openExtensionPage('dashboard', '#/people')
    await page.getByRole('link', { name: 'Maya Okafor, MD' }).click()
    await page.getByRole('button', { name: 'Edit', exact: true }).click()
    await page.getByLabel('Where you met').fill('Anatomy lab')
    await page.getByLabel('One detail').fill('Runs at dawn')
    await page.getByRole('button', { name: 'Save' }).click()
    await see(page, 'Runs at dawn')
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Runs at dawn').waitFor({ state: 'detached' })

    await page.getByRole('button', { name: 'Delete person' }).click()
    await see(page, /Nobody is here yet/)
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await page.getByRole('link', { name: 'Maya Okafor, MD' }).waitFor()
    await page.close()
  })

  test('downloads everything, and restores it into an empty log after a preview', async () => {
    const page = await chromium.openExtensionPage('dashboard', '#/settings')
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download everything' }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toBe('preround-2026-11-22.json')
    const file = await download.path()
    const whole = readFileSync(file, 'utf8')
    expect(whole).toContain('Maya Okafor')

    await page.getByLabel('Type “delete” to confirm').fill('delete')
    await page.getByRole('button', { name: 'Delete everything' }).click()
    await toast(page, 'Everything is deleted.').waitFor()

    const choose = (text: string) =>
      page.getByLabel('Restore from a file').setInputFiles({
        name: 'log.json',
        mimeType: 'application/json',
        buffer: Buffer.from(text),
      })
    await choose(whole.slice(0, whole.length / 2))
    await page.locator('.error').first().waitFor()
    expect(await page.getByRole('button', { name: 'Add to my log' }).count()).toBe(0)

    await choose(whole)
    await page.getByRole('heading', { name: 'What this file would do' }).waitFor()
    await page.getByRole('button', { name: 'Add to my log' }).click()
    await toast(page, 'Restored').waitFor()
    await page.getByRole('link', { name: 'People' }).click()
    await page.getByRole('link', { name: 'Maya Okafor, MD' }).waitFor()
    await page.close()
  })
})

/** A log with long names, many people due and many answers awaited, as a backup file. */
function makeFullLog(): string {
  const at = '2026-11-20T10:00:00.000-06:00'
  const people = Array.from({ length: 44 }, (_, index) => {
    const family = ['van der Meulen-Featherstonehaugh', 'Li', 'Krishnamurthy-Papadopoulos'][index % 3] ?? ''
    return {
      schema: 1,
      id: `p${index}`,
      names: {
        given: 'Bartholomew',
        middle: '',
        family,
        suffix: '',
        shown: `Bartholomew ${family} ${index}`,
      },
      credentials: ['MD'],
      titles: [],
      department: 'Neurology',
      institution: 'Lakeside School of Medicine',
      affiliations: [],
      emails: [{ address: `b${index}@lakeside.example`, certain: index % 2 === 0 }],
      phones: [],
      links: [],
      topics: [],
      publications: [],
      provenance: {
        name: { source: 'typed', url: '', certainty: 'typed', at },
        emails: {
          source: 'pubmed.affiliation-email',
          url: 'https://pubmed.ncbi.nlm.nih.gov/1/',
          certainty: 'check',
          at,
        },
      },
      roles: [index % 2 ? 'resident' : 'faculty-researcher'],
      positions: [],
      mentor: 'key',
      whereMet: 'Panel',
      detail: 'Grows tomatoes',
      note: '',
      studentFriendly: { answer: 'unknown', saidBy: '' },
      canWriteLetter: false,
      tags: [],
      createdAt: at,
      updatedAt: at,
      savedOn: '2026-08-10',
    }
  })
  const touch = (id: string, personId: string, date: string, parts: object) => ({
    schema: 1,
    id,
    personId,
    date,
    zone: 'America/Chicago',
    kind: 'meeting',
    direction: 'both',
    templateId: '',
    note: '',
    outcome: null,
    thread: '',
    pmid: '',
    scheduled: false,
    createdAt: `${date}T12:00:00.000-06:00`,
    ...parts,
  })
  const mail = { kind: 'email', direction: 'out', templateId: 'T4', outcome: 'awaiting' }
  const touches = [
    ...people.slice(0, 40).map(({ id }) => touch(`t-${id}`, id, '2026-08-12', {})),
    ...people.slice(40).map(({ id }) => touch(`m-${id}`, id, '2026-11-10', mail)),
  ]
  return JSON.stringify({
    format: 'preround-backup',
    version: 1,
    madeAt: at,
    profile: null,
    people,
    touches,
    marks: [],
    snoozes: [],
  })
}

describe.each(['light', 'dark'] as const)('with a full log, %s', (colorScheme) => {
  let page: Page
  const open = async (name: ExtensionPage, hash = '') => {
    await page?.close()
    page = await chromium.openExtensionPage(name, hash)
    await page.emulateMedia({ colorScheme })
  }

  beforeAll(async () => {
    await open('dashboard', '#/settings')
    await page.getByLabel('Restore from a file').setInputFiles({
      name: 'full.json',
      mimeType: 'application/json',
      buffer: Buffer.from(makeFullLog()),
    })
    await page.getByRole('button', { name: 'Add to my log' }).click()
    await toast(page, 'Restored').waitFor()
  })
  afterAll(() => page?.close())

  test.each([320, 360, 420])('the popup fits a width of %i', async (width) => {
    await open('popup')
    await page.setViewportSize({ width, height: 600 })
    const showAll = page.getByRole('button', { name: 'Show all 40' })
    await showAll.click()
    await showAll.waitFor({ state: 'detached' })
    await expect
      .poll(() =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      )
      .toBe(0)
    await chromium.screenshot(page, `popup-full-${colorScheme}-${width}`)
  })

  test('the badge follows what is done here, also while the worker sleeps', async () => {
    const badge = () => chromium.runInExtension(() => chrome.action.getBadgeText({}))
    await open('popup')
    const snooze = page.getByRole('button', { name: /^Snooze/ }).first()
    await snooze.waitFor()
    await chromium.stopWorker()
    // 40 key mentors and 4 mails that may be nudged, less the one put off.
    await snooze.click()
    await expect.poll(badge).toBe('43')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(badge).toBe('44')
  })

  test('the turn of the day wakes the worker, which counts anew and waits for the next midnight', async () => {
    await chromium.stopWorker()
    const ring = () =>
      chromium.runInExtension(async () => {
        await chrome.action.setBadgeText({ text: '' })
        await chrome.alarms.create('day', { when: Date.now() })
      })
    await ring()
    // The worker has the real date, on which at least the 40 key mentors are due.
    await expect.poll(() => chromium.runInExtension(() => chrome.action.getBadgeText({}))).toMatch(/^4\d$/)
    const msAfterMidnight = () =>
      chromium.runInExtension(async () => {
        const now = new Date()
        const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime()
        return ((await chrome.alarms.get('day'))?.scheduledTime ?? 0) - midnight
      })
    await expect.poll(msAfterMidnight).toBeGreaterThan(0)
    expect(await msAfterMidnight()).toBeLessThan(60_000)
  })

  test('axe finds nothing on the popup: opened goals, answers, toast, both forms', async () => {
    await open('popup')
    await see(page, coffeeGoal)
    await page.getByText('All goals this month').click()
    await see(page, 'Not yet: letters of recommendation')
    for (const head of await page.locator('.goal-head').all()) await head.click()
    for (const card of await page.locator('.say-card > summary').all()) await card.click()
    await page
      .getByRole('button', { name: /^They answered/ })
      .first()
      .click()
    await page
      .getByRole('button', { name: /^Snooze/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'Undo' }).waitFor()
    await checkAxe(page)
    await page.getByRole('button', { name: 'Undo' }).click()
    await toast(page, 'Taken back.').waitFor()
    await page.getByRole('button', { name: 'Log a touch', exact: true }).click()
    await page.getByRole('combobox', { name: 'Who' }).fill('barth')
    await page.getByRole('option').first().waitFor()
    await checkAxe(page)
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('combobox', { name: /^Log by typing/ }).fill('coffee barth yesterday')
    await page.getByRole('option').nth(4).waitFor()
    await checkAxe(page)
    await chromium.screenshot(page, `popup-quick-${colorScheme}`)
    await page.getByRole('combobox', { name: /^Log by typing/ }).press('Escape')
    await page.getByRole('button', { name: 'Add person' }).click()
    await page.getByRole('button', { name: 'Save' }).click()
    await see(page, 'A name is needed to save.')
    await checkAxe(page)
  })

  test.each(['#/people', '#/people/p0', '#/changes', '#/settings', '#/nowhere/at/all'])(
    'axe finds nothing on the dashboard at %s',
    async (hash) => {
      await open('dashboard', hash)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await checkAxe(page)
      if (hash === '#/people/p0') {
        await page.getByRole('button', { name: 'Edit', exact: true }).click()
        await checkAxe(page)
      }
    },
  )

  test('axe finds nothing on the first-run page', async () => {
    await open('welcome')
    await page.getByText('Pauses and the day you graduate').click()
    await page.getByRole('button', { name: 'Add a pause' }).click()
    await checkAxe(page)
    await page.getByLabel('First day of school').fill('2026-08-03')
    await page.getByRole('button', { name: 'Skip for now' }).click()
    await see(page, /earlier answers hold/)
    await checkAxe(page)
  })
})

test('no page ran into a fault', () => {
  expect(chromium.problems).toEqual([])
})

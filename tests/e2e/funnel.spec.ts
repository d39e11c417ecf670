import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  directoryHost,
  makeDirectoryPeople,
  makeProfilePage,
} from '../fixtures/pages/directory/make-directory'
import { checkAxe } from './harness/axe'
import { type RunningChromium, startChromium } from './harness/chromium'
import { closeFirstRun } from './harness/first-run'
import { openCapture } from './harness/open-capture'
import { withLog } from './harness/real-log'

// The search for a research mentor (R2.8): its page, its line in the popup, its line in the panel, and PubMed from a person.

const [stranger] = makeDirectoryPeople(1)
if (!stranger) throw new Error('the directory has nobody')
const authorPage = 'https://pubmed.ncbi.nlm.nih.gov/?term=Whitcombe+TE&cauthor_id=39000001'

let chromium: RunningChromium

beforeAll(async () => {
  chromium = await startChromium({
    build: 'e2e',
    timezone: 'America/Chicago',
    pages: [
      {
        url: `${directoryHost}${stranger.path}`,
        html: makeProfilePage({ ...stranger, degrees: 'PhD', title: 'Professor of Neurology' }),
      },
      ...['39000001', '39000002', '39000003'].map((pmid) => ({
        url: `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`,
        file: `tests/fixtures/pages/pubmed/article-${pmid}.html`,
      })),
      { url: authorPage, file: 'tests/fixtures/pages/pubmed/author-cauthor.html' },
    ],
  })
  await closeFirstRun(chromium)
  await withLog(chromium, async (store, moment) => {
    const profile = await store.profile.get()
    const year = Number(moment.today.slice(0, 4)) - (moment.today.slice(5) < '08' ? 1 : 0)
    await store.profile.set(
      { ...profile, name: 'Sam Rivera', school: 'Lakeside University', matriculation: `${year}-08-01` },
      moment,
    )
    const ago = (days: number) =>
      new Date(Date.parse(`${moment.today}T12:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
    const add = async (shown: string, friendly: 'unknown' | 'yes', pmid = '') => {
      const [given = '', ...rest] = shown.split(' ')
      const family = rest.pop() ?? ''
      const paper = {
        pmid,
        doi: '',
        title: `A paper of ${shown}`,
        journal: '',
        year: 2024,
        authors: [],
        position: 1,
      }
      const { personId } = await store.people.add(
        {
          names: { given, middle: rest.join(' '), family, suffix: '', shown },
          credentials: [],
          titles: [],
          department: '',
          institution: '',
          affiliations: [],
          emails: [],
          phones: [],
          links: [],
          topics: [],
          publications: pmid ? [paper] : [],
          provenance: {},
          roles: ['faculty-researcher'],
          positions: [],
          mentor: 'none',
          whereMet: '',
          detail: '',
          note: '',
          studentFriendly: { answer: friendly, saidBy: friendly === 'yes' ? 'Priya, MS2' : '' },
          canWriteLetter: false,
          tags: [],
        },
        moment,
      )
      return personId
    }
    const write = (personId: string, days: number) =>
      store.touches.add(
        [
          {
            personId,
            date: ago(days),
            zone: 'America/Chicago',
            kind: 'email',
            direction: 'out',
            templateId: 'T4',
            note: '',
            outcome: 'awaiting',
            thread: '',
            pmid: '',
            scheduled: false,
          },
        ],
        moment,
      )
    await add('Theodora E. Whitcombe', 'unknown', '39000001')
    await add('Ines Brandvold', 'yes')
    await write(await add('Oswin Marchetti', 'yes'), 6)
    await write(await add('Renske Kettleworth', 'yes'), 11)
  })
})
afterAll(() => chromium?.stop())

const openFunnel = (width = 1000) =>
  chromium.openExtensionPage('dashboard', '#/funnel', { width, height: 900 })
const region = (page: Page, name: RegExp) => page.getByRole('region', { name })
const toast = (page: Page, text: string | RegExp) => page.getByRole('status').getByText(text)

describe('the page of research mentors', () => {
  test('shows everybody by state, with R2.8’s numbers', async () => {
    const page = await openFunnel()
    await region(page, /^Written to \(2\)/)
      .getByRole('link', { name: 'Renske Kettleworth' })
      .waitFor()
    await region(page, /^Written to/)
      .getByText('One short reminder fits now.')
      .waitFor()
    await region(page, /^Good to students/)
      .getByText(/said by Priya, MS2/)
      .waitFor()
    await region(page, /^Found/)
      .getByRole('link', { name: 'Theodora E. Whitcombe' })
      .waitFor()
    await page.getByText('4 of 5–7').waitFor()
    await checkAxe(page)
    await chromium.screenshot(page, 'funnel-page', { fullPage: true })
    await page.setViewportSize({ width: 380, height: 800 })
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide).toBeLessThanOrEqual(0)
    await chromium.screenshot(page, 'funnel-page-narrow', { fullPage: true })
    await page.close()
  })

  test('notes who is good to students, with the keyboard alone, and takes it back', async () => {
    const page = await openFunnel()
    await page.getByRole('button', { name: 'Good to students? Theodora E. Whitcombe' }).focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('Who said so?').waitFor()
    await page.keyboard.type('Jonas, MS2')
    await checkAxe(page)
    await page.keyboard.press('Enter')
    await toast(page, 'Theodora E. Whitcombe is marked as good to students').waitFor()
    await region(page, /^Good to students.*\(2\)/)
      .getByText(/said by Jonas, MS2/)
      .waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await region(page, /^Found/)
      .getByRole('link', { name: 'Theodora E. Whitcombe' })
      .waitFor()
    await page.close()
  })

  test('notes an answer, and the person moves on', async () => {
    const page = await openFunnel()
    await page.getByRole('button', { name: 'Log their answer: Oswin Marchetti' }).click()
    await page.getByRole('button', { name: 'No, too busy' }).click()
    await region(page, /^Answered \(1\)/)
      .getByText(/said no, or too busy/)
      .waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await region(page, /^Written to \(2\)/).waitFor()
    expect(chromium.problems).toEqual([])
    await page.close()
  })
})

describe('PubMed from a person', () => {
  test('opens the papers of exactly that person, and saving there joins them', async () => {
    const page = await openFunnel()
    await page.getByRole('link', { name: 'Theodora E. Whitcombe' }).click()
    const link = page.getByRole('link', { name: 'Find on PubMed: Theodora E. Whitcombe, in a new tab' })
    expect(await link.getAttribute('href')).toBe(authorPage)
    await checkAxe(page)
    await chromium.screenshot(page, 'funnel-person')
    const [pubmed] = await Promise.all([chromium.context.waitForEvent('page'), link.click()])
    await page.close()
    await pubmed.getByRole('button', { name: /^Save Whitcombe TE/ }).click()
    const panel = pubmed.locator('[data-preround="panel"] .panel')
    await panel.getByText(/Theodora E\. Whitcombe\. Same name and paper/).waitFor()
    await panel.getByText(/found; nobody has vouched for them yet/).waitFor()
    await chromium.screenshot(pubmed, 'funnel-pubmed')
    await panel.getByRole('button', { name: 'Add to log' }).click()
    await pubmed.getByText(/Added to Theodora/).waitFor()
    const papers = await withLog(chromium, async (store) => {
      const [row] = (await store.people.rows()).filter((one) => one.family === 'Whitcombe')
      return (await store.people.get(row?.id ?? ''))?.publications.length ?? 0
    })
    expect(papers).toBeGreaterThan(1)
    await pubmed.close()
  })
})

describe('the panel', () => {
  test('says which name of the search this would be, and who waits before a fourth letter', async () => {
    const page = await chromium.openPage(`${directoryHost}${stranger.path}`)
    await openCapture(chromium, page)
    const panel = page.locator('[data-preround="panel"] .panel')
    await panel.getByRole('radio', { name: 'Faculty researcher' }).check()
    await panel.getByText(/saving makes this name 5 of 5–7/).waitFor()
    expect(await panel.getByText(/Already waiting for an answer/).count()).toBe(0)
    await withLog(chromium, async (store, moment) => {
      const row = (await store.people.rows()).find((one) => one.family === 'Brandvold')
      await store.touches.add(
        [
          {
            personId: row?.id ?? '',
            date: moment.today,
            zone: 'America/Chicago',
            kind: 'email',
            direction: 'out',
            templateId: 'T4',
            note: '',
            outcome: 'awaiting',
            thread: '',
            pmid: '',
            scheduled: false,
          },
        ],
        moment,
      )
    })
    await panel.getByLabel('Name', { exact: true }).press('End')
    await panel.getByLabel('Name', { exact: true }).pressSequentially(' ')
    await panel.getByText(/Already waiting for an answer: .*Ines Brandvold/).waitFor()
    await panel.getByText(/Already waiting for an answer/).scrollIntoViewIfNeeded()
    await checkAxe(page, '[data-preround="panel"]')
    await chromium.screenshot(page, 'funnel-panel')
    await page.close()
  })

  test('lets the page of research mentors say the same', async () => {
    const page = await openFunnel()
    await page.getByText(/^Waiting for an answer: .*Ines Brandvold\. Let the next/).waitFor()
    await page.emulateMedia({ colorScheme: 'dark' })
    await checkAxe(page)
    await chromium.screenshot(page, 'funnel-full', { fullPage: true })
    await page.close()
  })
})

describe('the popup', () => {
  test('has one line under the goal that leads to the page', async () => {
    await chromium.context.clock.setFixedTime(new Date(`${winterYear()}-11-22T10:00:00-06:00`))
    const page = await chromium.openExtensionPage('popup')
    await page.getByText(/\d found · \d vouched for · \d talked/).waitFor()
    await checkAxe(page)
    await page.getByText(/vouched for/).scrollIntoViewIfNeeded()
    await chromium.screenshot(page, 'funnel-popup')
    await page.getByRole('button', { name: 'Open research mentors' }).click()
    await expect
      .poll(() => chromium.context.pages().some((one) => one.url().endsWith('dashboard.html#/funnel')))
      .toBe(true)
  })
})

/** The year of the November of the student's first school year. */
function winterYear(): number {
  const now = new Date()
  return now.getFullYear() - (now.getMonth() < 7 ? 1 : 0)
}

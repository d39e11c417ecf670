import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkAxe } from './harness/axe'
import { type RunningChromium, startChromium } from './harness/chromium'
import { closeFirstRun } from './harness/first-run'
import { withLog } from './harness/real-log'

// Programs, shortlist, interviews, rank list, road and templates in a real browser, in the fourth year: entered, moved,
// taken back, and looked at in both themes and at every width.

let chromium: RunningChromium
let programHash = ''

beforeAll(async () => {
  chromium = await startChromium({ build: 'e2e', timezone: 'America/Chicago' })
  await closeFirstRun(chromium)
  await chromium.context.clock.setFixedTime(new Date('2029-11-22T10:00:00-06:00'))
  programHash = await withLog(chromium, async (store, moment) => {
    const profile = await store.profile.get()
    await store.profile.set(
      {
        ...profile,
        name: 'Sam Rivera',
        school: 'Lakeside University',
        matriculation: '2026-08-03',
        clerkshipStart: '2028-07-03',
        specialties: ['Internal Medicine'],
        welcomed: true,
      },
      moment,
    )
    const person = (given: string, family: string, role: 'attending' | 'resident', institution: string) =>
      store.people.add(
        {
          names: { given, middle: '', family, suffix: '', shown: `${given} ${family}` },
          credentials: [],
          titles: [],
          department: '',
          institution,
          affiliations: [],
          emails: [],
          phones: [],
          links: [],
          topics: [],
          publications: [],
          provenance: {},
          roles: [role],
          positions: [],
          mentor: role === 'attending' ? 'key' : 'none',
          whereMet: 'Ward team B',
          detail: '',
          note: '',
          studentFriendly: { answer: 'unknown', saidBy: '' },
          canWriteLetter: role === 'attending',
          tags: [],
        },
        moment,
      )
    const maya = await person('Maya', 'Okafor', 'attending', 'Harbor State Hospital')
    await person('Theo', 'Lindqvist', 'resident', 'Cedar Valley Hospital')
    const ids: string[] = []
    for (const [at, name] of [
      'Harbor State',
      'Cedar Valley',
      'Northfield',
      'Fernhill',
      'Ridgemont',
    ].entries()) {
      const { id } = await store.road.programs.put(
        null,
        {
          name: `${name} Internal Medicine`,
          institution: `${name} Hospital`,
          specialty: 'Internal Medicine',
          city: ['Bay City', 'Fernhill', 'Old Town', 'Ridge', 'Lakeside'][at] ?? '',
          tags: at === 1 ? ['west', 'ultrasound'] : [],
          tier: (['reach', 'realistic', 'realistic', 'safer', 'unknown'] as const)[at] ?? 'unknown',
          ties: at === 2 ? [{ personId: maya.personId, how: 'mentor-knows', other: 'Dr. Hana Sato' }] : [],
          away: { use: at === 1 ? 'recruits' : 'unknown', saidBy: at === 1 ? maya.personId : '', note: '' },
          services: at === 1 ? [{ service: 'Night float', verdict: 'good', saidBy: maya.personId }] : [],
          signal: at === 0 ? 'gold' : 'none',
          appliedOn: '2029-09-05',
          invitedOn: at < 3 ? '2029-10-20' : null,
          thankYou: 'unknown',
          rank: at < 4 ? at + 1 : null,
          rankReason: at === 0 ? 'Teaches every week' : '',
          ratings: [
            { key: 'place', value: 9 - at * 2 },
            { key: 'training', value: 4 + at },
          ],
          note: '',
        },
        moment,
      )
      ids.push(id)
    }
    for (const [at, date] of ['2029-11-19', '2029-12-04'].entries())
      await store.road.interviews.put(
        null,
        { programId: ids[1 - at] ?? '', date, how: 'video', notes: '', notesOn: null },
        moment,
      )
    return `#/programs/${ids[1]}`
  })
})
afterAll(() => chromium?.stop())

const open = (hash: string) => chromium.openExtensionPage('dashboard', hash, { width: 1000, height: 900 })
const toast = (page: Page, text: string | RegExp) => page.getByRole('status').getByText(text)
const region = (page: Page, name: string | RegExp) => page.getByRole('region', { name })

describe('programs', () => {
  test('show who could open a door, and take a file with one way back', async () => {
    const page = await open('#/programs')
    await page.getByText('5 programs').waitFor()
    await chromium.screenshot(page, 'road-b-programs', { fullPage: true })
    await page.getByRole('button', { name: 'Import CSV' }).click()
    const file = join(tmpdir(), 'preround-programs.csv')
    writeFileSync(
      file,
      'Program,City,Group,Beds\nSt. Brannoc,Coastline,reach,400\n,Nowhere,,\n"Bad",x,great,\n',
    )
    await page.getByLabel('CSV file').setInputFiles(file)
    await page.getByText('2 new programs, 0 already on your list.').waitFor()
    await chromium.screenshot(page, 'road-b-import', { fullPage: true })
    await page.getByRole('button', { name: 'Save 2 programs' }).click()
    await page.getByText('7 programs').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('5 programs').waitFor()
    await page.close()
  })

  test('are ranked by weights that the keyboard moves, and explained', async () => {
    const page = await open('#/shortlist')
    const slider = page.getByRole('slider', { name: 'Weight of Place' })
    await slider.focus()
    for (let times = 0; times < 3; times += 1) await page.keyboard.press('ArrowLeft')
    await toast(page, 'Place now weighs 0 of 5').waitFor()
    await region(page, 'What that changed').waitFor()
    await chromium.screenshot(page, 'road-b-shortlist', { fullPage: true })
    await page.close()
  })
})

describe('the rank list', () => {
  const names = (page: Page) => region(page, 'Rank list').locator('li .rank-name').allTextContents()

  test('is moved by the keyboard, with the focus staying on the arrow', async () => {
    const page = await open('#/interviews')
    const arrow = page.getByRole('button', { name: 'Move Northfield Internal Medicine up' })
    await arrow.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await toast(page, 'Northfield Internal Medicine is now number 1 of 4').first().waitFor()
    expect((await names(page))[0]).toMatch(/^Northfield/)
    expect(await arrow.evaluate((button) => button === document.activeElement)).toBe(true)
    await chromium.screenshot(page, 'road-b-interviews', { fullPage: true })
    await page.close()
  })

  test('is dragged into order and taken back', async () => {
    const page = await open('#/interviews')
    await region(page, 'Rank list').waitFor()
    const before = await names(page)
    const line = (at: number) => region(page, 'Rank list').locator('.rank-list > li').nth(at)
    // Both ends in sight: a page that scrolls under the pointer ends the drag.
    await line(3).scrollIntoViewIfNeeded()
    await line(0).locator('.rank-grip').dragTo(line(3))
    await expect.poll(() => names(page)).toEqual([...before.slice(1), before[0]])
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await expect.poll(() => names(page)).toEqual(before)
    await page.close()
  })

  test('comes as a message, with the mentor’s own program pointed out', async () => {
    const page = await open('#/interviews')
    const check = region(page, 'Have a mentor look')
    await check
      .getByText(/Maya Okafor works at Harbor State Internal Medicine, which is on this list/)
      .waitFor()
    await check.getByText(/1\. Northfield Internal Medicine/).waitFor()
    await page.close()
  })
})

describe('the road', () => {
  test('shows another month, and takes a milestone and a date of one’s own', async () => {
    const page = await open('#/road')
    await page.getByText('You are here').waitFor()
    await region(page, 'Look at another month').getByLabel('Month').fill('2030-02')
    await page.getByText(/^Around Feb 15, 2030/).waitFor()
    await page.getByRole('button', { name: 'Record a milestone' }).click()
    await page.getByRole('button', { name: 'Save' }).click()
    await toast(page, 'Recorded: Application submitted').waitFor()
    await page.getByRole('button', { name: 'Change the date: Match Day' }).click()
    await page.getByLabel('Your date').fill('2030-03-16')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('your own date').waitFor()
    await chromium.screenshot(page, 'road-b-road', { fullPage: true })
    await page.close()
  })
})

describe('templates', () => {
  test('say where an error is, and stand changed with the original in reach', async () => {
    const page = await open('#/templates')
    await page.getByRole('button', { name: /^Edit Ask a resident for tips/ }).click()
    await page.getByLabel('Text', { exact: true }).fill('Hi {{person.greeting_name}\n')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText(/^Line 1, column 4:/).waitFor()
    await page.getByText('How it reads').click()
    await page.getByText('The original', { exact: true }).click()
    await chromium.screenshot(page, 'road-b-template', { fullPage: true })
    await page
      .getByLabel('Text', { exact: true })
      .fill('Hi {{person.greeting_name}}, any tips on {{slot: the program}}?')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('in your words').waitFor()
    await page.close()
  })
})

const hashes = () => ['#/programs', programHash, '#/shortlist', '#/interviews', '#/road', '#/templates']
const nameOf = (hash: string) => hash.split('/')[1] + (hash.split('/').length > 2 ? '-one' : '')

describe('every page', () => {
  test.each(['light', 'dark'] as const)(
    'has no accessibility problem in the %s theme',
    async (colorScheme) => {
      for (const hash of hashes()) {
        const page = await open(hash)
        await page.emulateMedia({ colorScheme })
        await page.getByRole('heading', { level: 1 }).waitFor()
        await page.locator('main .card').first().waitFor()
        const opener = page.getByRole('button', {
          name: /^(Add|Record|Import CSV|Edit Write|Change the date)/,
        })
        if (hash !== '#/interviews' && (await opener.count()) > 0) await opener.first().click()
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true
        })
        await checkAxe(page)
        await chromium.screenshot(page, `road-b-${nameOf(hash)}-${colorScheme}`, { fullPage: true })
        await page.close()
      }
    },
  )

  test.each([320, 600, 1200])('fits a window of %i pixels', async (width) => {
    for (const hash of hashes()) {
      const page = await open(hash)
      await page.setViewportSize({ width, height: 800 })
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.locator('main .card').first().waitFor()
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true
      })
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(over, `${hash} at ${width}`).toBeLessThanOrEqual(0)
      if (width === 320) await chromium.screenshot(page, `road-b-${nameOf(hash)}-320`, { fullPage: true })
      await page.close()
    }
  })

  test('nothing failed on the way', () => {
    expect(chromium.problems).toEqual([])
  })
})

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkAxe } from './harness/axe'
import { type RunningChromium, startChromium } from './harness/chromium'
import { closeFirstRun } from './harness/first-run'
import { withLog } from './harness/real-log'

// Rotations, letters, events and remarks in a real browser, in the third year: entered, ticked, taken back, and looked at
// in both themes and at every width.

let chromium: RunningChromium
let rotationHash = ''
let letterHash = ''
let personHash = ''

beforeAll(async () => {
  chromium = await startChromium({ build: 'e2e', timezone: 'America/Chicago' })
  await closeFirstRun(chromium)
  await chromium.context.clock.setFixedTime(new Date('2028-11-22T10:00:00-06:00'))
  await withLog(chromium, async (store, moment) => {
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
    for (const name of ['Harbor State', 'Northfield General', 'Cedar Valley']) {
      await store.road.programs.put(
        null,
        {
          name: `${name} Internal Medicine`,
          institution: `${name} Hospital`,
          specialty: 'Internal Medicine',
          city: '',
          tags: [],
          tier: 'unknown',
          ties: [],
          away: { use: 'unknown', saidBy: '', note: '' },
          services: [],
          signal: 'none',
          appliedOn: null,
          invitedOn: null,
          thankYou: 'unknown',
          rank: null,
          rankReason: '',
          ratings: [],
          note: '',
        },
        moment,
      )
    }
  })
})
afterAll(() => chromium?.stop())

const open = (hash: string) => chromium.openExtensionPage('dashboard', hash, { width: 1000, height: 900 })
const toast = (page: Page, text: string | RegExp) => page.getByRole('status').getByText(text)
const region = (page: Page, name: string | RegExp) => page.getByRole('region', { name })

describe('a rotation', () => {
  test('is entered, with its length proposed by its kind', async () => {
    const page = await open('#/rotations')
    await page.getByText(/No rotation yet/).waitFor()
    await page.getByRole('button', { name: 'Add rotation' }).focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('What it is').selectOption('away')
    expect(await page.getByLabel('Length in weeks').inputValue()).toBe('3')
    await page.getByLabel('What it is').selectOption('core')
    expect(await page.getByLabel('Length in weeks').inputValue()).toBe('6')
    await page.getByLabel('Length in weeks').fill('11')
    await page.getByText(/If yours has 11, keep it/).waitFor()
    await page.getByLabel('Length in weeks').fill('6')
    await page.getByLabel('Service').fill('Internal medicine, team B')
    await page.getByLabel('Hospital or clinic').fill('Lakeside County Hospital')
    await page.getByLabel('Specialty').fill('Internal Medicine')
    await page.getByLabel('First day').fill('2028-11-06')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('heading', { level: 1, name: 'Internal medicine, team B' }).waitFor()
    await page.getByText(/week 3 of 6/).waitFor()
    rotationHash = new URL(page.url()).hash
    await page.close()
  })

  test('shows the tasks of today first, ticks one and takes it back', async () => {
    const page = await open(rotationHash)
    const tasks = region(page, 'What to do when')
    await tasks.getByRole('heading', { level: 3 }).first().waitFor()
    const headings = await tasks.getByRole('heading', { level: 3 }).allTextContents()
    expect(headings[0]).toBe('Today')
    await tasks.getByRole('button', { name: /^Done: Pick one or two possible letter writers/ }).click()
    await toast(page, /^Done: Pick one or two/).waitFor()
    await tasks.getByText('Done or left out (1)').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await tasks.getByText('Done or left out (1)').waitFor({ state: 'detached' })
    await page.close()
  })

  test('takes people on, new and known, sees signs and leads to a letter', async () => {
    const page = await open(rotationHash)
    const people = region(page, 'People on it')
    await people.getByRole('button', { name: 'Add somebody' }).click()
    await people.getByRole('combobox', { name: 'Who' }).fill('Maya Okafor, MD')
    await page.keyboard.press('Enter')
    await people.getByRole('button', { name: 'Save' }).click()
    await toast(page, 'Maya Okafor, MD is on this rotation').waitFor()
    await people.getByRole('button', { name: 'Add somebody' }).click()
    await people.getByRole('combobox', { name: 'Who' }).fill('Theo Lindqvist')
    await page.keyboard.press('Enter')
    await people.getByLabel('What they are here').selectOption('senior-resident')
    await people.getByRole('button', { name: 'Save' }).click()
    await people.getByRole('link', { name: 'Theo Lindqvist' }).waitFor()
    const [maya] = await withLog(chromium, async (store) => {
      const rows = await store.people.rows()
      return rows
        .filter((row) => row.shown.startsWith('Maya'))
        .map(({ roles, lastKind }) => ({ roles, lastKind }))
    })
    expect(maya).toEqual({ roles: ['attending'], lastKind: 'met' })

    await people.getByLabel(/Names particular things/).check()
    await people.getByText('1 of 3 signs seen').waitFor()
    await people.getByRole('button', { name: 'Career meeting held: Maya Okafor, MD' }).click()
    await people.getByLabel(/It went well, and I said that I hope/).check()
    await people.getByRole('button', { name: 'Save' }).click()
    const letter = people.getByRole('link', { name: 'Letter: hope voiced' })
    await letter.waitFor()
    letterHash = (await letter.getAttribute('href')) ?? ''
    personHash = (await people.getByRole('link', { name: 'Maya Okafor, MD' }).getAttribute('href')) ?? ''
    await page.close()
  })

  test('keeps feedback, and warns kindly of a patient’s details', async () => {
    const page = await open(rotationHash)
    const feedback = region(page, 'Feedback')
    for (const text of ['Presentations are short and well ordered', 'Follows up on every result unasked']) {
      await feedback.getByRole('button', { name: 'Add feedback' }).click()
      await feedback.getByLabel('What they said').fill('Great catch on MRN 00123456')
      await feedback.getByText(/“MRN 00123456” looks like a record number/).waitFor()
      await feedback.getByLabel('What they said').fill(text)
      await feedback.getByText(/looks like a record number/).waitFor({ state: 'detached' })
      await feedback.getByRole('button', { name: 'Save' }).click()
      await feedback.getByText(text).waitFor()
    }
    await chromium.screenshot(page, 'road-a-rotation', { fullPage: true })
    await page.close()
  })
})

describe('a letter', () => {
  test('is asked for, agreed and packed, with points from the feedback', async () => {
    const page = await open(letterHash)
    await page.getByRole('heading', { level: 1, name: 'Letter of Maya Okafor, MD' }).waitFor()
    await page.getByRole('button', { name: 'Record: Asked for a strong letter' }).click()
    await page.getByLabel('On which day').fill('2028-11-21')
    await chromium.screenshot(page, 'road-a-letter-ask', { fullPage: true })
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText(/what did they say\?/).waitFor()
    await page.getByRole('button', { name: 'Record: Their answer' }).first().click()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Choose what fits best.').waitFor()
    await page.getByLabel('Yes', { exact: true }).check()
    await page.getByLabel('Due by').fill('2029-08-20')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText(/send the packet today/).waitFor()

    const packet = region(page, 'Packet')
    await packet.getByLabel(/Presentations are short/).check()
    await packet.getByLabel(/Follows up on every result/).check()
    await packet.getByLabel('Another point').fill('Led the handoff project')
    await packet.getByRole('button', { name: 'Add point' }).click()
    await packet.getByText('3 points; 3 or 4 are a good number.').waitFor()
    await packet.getByText(/Send the packet after a yes/).click()
    await packet.getByText(/1\. Presentations are short and well ordered/).waitFor()
    await region(page, 'Programs it goes to')
      .getByLabel(/Harbor State/)
      .check()
    await toast(page, 'It goes to Harbor State Internal Medicine').waitFor()
    await chromium.screenshot(page, 'road-a-letter', { fullPage: true })

    const kinds = await withLog(
      chromium,
      async (store, _, id: string) => (await store.touches.of(id)).map((touch) => touch.kind).sort(),
      decodeURIComponent(personHash.split('/').pop() ?? ''),
    )
    expect(kinds).toEqual(['career-chat', 'letter-step', 'met'])
    await page.close()
  })

  test('the pipeline says how many said yes, what comes next and when to ask', async () => {
    const page = await open('#/letters')
    await page.getByText('One writer has said yes; 3 to 4 are wanted.').waitFor()
    await region(page, 'Next')
      .getByText(/Maya Okafor, MD said yes/)
      .waitFor()
    await page
      .getByText(/ask by \w+ \d+, 2029; from \w+ \d+, 2029 on/)
      .first()
      .waitFor()
    await page.getByText('(estimated; not published yet)').waitFor()
    await chromium.screenshot(page, 'road-a-letters', { fullPage: true })
    await page.close()
  })
})

describe('an event', () => {
  test('takes three people in one go and is undone in one', async () => {
    const page = await open('#/events')
    await page.getByRole('button', { name: 'Add event' }).click()
    await page.getByLabel('What was it').fill('Internal medicine interest group, first evening')
    await page.getByLabel('Interest group you joined there').fill('Internal medicine')
    for (const [label, name] of [
      ['Faculty or dean', 'Ruth Abelman'],
      ['MS2 or MS3', 'Kofi Mensah'],
      ['New classmate', 'Ines Duarte'],
    ] as const) {
      await page.getByRole('combobox', { name: label }).fill(name)
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: `Choose somebody other than ${name}` }).waitFor()
    }
    await chromium.screenshot(page, 'road-a-event-form', { fullPage: true })
    await page.getByRole('button', { name: 'Save' }).click()
    await toast(page, /with 3 people met/).waitFor()
    const count = () => withLog(chromium, async (store) => (await store.people.rows()).length)
    expect(await count()).toBe(5)
    await page.getByRole('button', { name: 'Undo' }).click()
    await toast(page, 'Taken back.').waitFor()
    expect(await count()).toBe(2)
    await page.getByText(/No event yet/).waitFor()
    await page.close()
  })
})

describe('what somebody said', () => {
  test('is one line, dealt with and opened again', async () => {
    const page = await open(personHash)
    const remarks = region(page, 'What they said and offered')
    await remarks.getByRole('button', { name: 'Add a line' }).click()
    await remarks.getByLabel('To whom').fill('Dr. Hana Sato, Harbor State')
    await remarks.getByLabel('What they offered').fill('Will write once my list is final')
    await remarks.getByLabel('Program').selectOption({ label: 'Harbor State Internal Medicine' })
    await remarks.getByRole('button', { name: 'Save' }).click()
    await remarks.getByRole('button', { name: /^Kit handed over: Offered to reach out/ }).click()
    await remarks.getByText('kit handed over Nov 22').waitFor()
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await remarks.getByText('kit handed over Nov 22').waitFor({ state: 'detached' })
    await chromium.screenshot(page, 'road-a-person', { fullPage: true })
    await page.close()
  })
})

describe('every page', () => {
  test.each(['light', 'dark'] as const)(
    'has no accessibility problem in the %s theme',
    async (colorScheme) => {
      for (const hash of ['#/rotations', rotationHash, '#/letters', letterHash, '#/events', personHash]) {
        const page = await open(hash)
        await page.emulateMedia({ colorScheme })
        await page.getByRole('heading', { level: 1 }).waitFor()
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true
        })
        await checkAxe(page)
        const name = hash.split('/')[1] + (hash.split('/').length > 2 ? '-one' : '')
        await chromium.screenshot(page, `road-a-${name}-${colorScheme}`, { fullPage: true })
        await page.close()
      }
    },
  )

  test.each([320, 600, 1200])('fits a window of %i pixels', async (width) => {
    for (const hash of ['#/rotations', rotationHash, '#/letters', letterHash, '#/events', personHash]) {
      const page = await open(hash)
      await page.setViewportSize({ width, height: 800 })
      await page.getByRole('heading', { level: 1 }).waitFor()
      const adders = page.getByRole('button', { name: /^Add (?!point)/ })
      if ((await adders.count()) > 0) await adders.first().click()
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(over, `${hash} at ${width}`).toBeLessThanOrEqual(0)
      if (width === 320) {
        const name = hash.split('/')[1] + (hash.split('/').length > 2 ? '-one' : '')
        await chromium.screenshot(page, `road-a-${name}-320`, { fullPage: true })
      }
      await page.close()
    }
  })

  test('nothing failed on the way', () => {
    expect(chromium.problems).toEqual([])
  })
})

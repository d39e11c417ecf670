import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  directoryHost,
  makeDirectoryPage,
  makeDirectoryPeople,
  makeProfilePage,
  newsPage,
} from '../fixtures/pages/directory/make-directory'
import { checkAxe } from './harness/axe'
import { type RunningChromium, startChromium } from './harness/chromium'
import { closeFirstRun } from './harness/first-run'
import { openCapture } from './harness/open-capture'

const everybody = makeDirectoryPeople(1675)
const sixty = everybody.slice(0, 60)
const [first] = sixty
if (!first) throw new Error('the directory has nobody')
const at = (path: string) => `${directoryHost}${path}`
const pubmedPage = 'https://pubmed.ncbi.nlm.nih.gov/39000001/'

let chromium: RunningChromium
let page: Page

interface LoggedPerson {
  id: string
  names: { shown: string }
  roles: string[]
  titles: string[]
  emails: { address: string; certain: boolean }[]
  publications: { pmid: string }[]
  provenance: Record<string, { source: string; url: string }>
}

/** What the log holds, read from the real database in an extension page. */
async function readLog(): Promise<LoggedPerson[]> {
  return chromium.runInExtension(
    () =>
      new Promise<LoggedPerson[]>((resolve, reject) => {
        const opening = indexedDB.open('preround')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const reading = opening.result.transaction('persons').objectStore('persons').getAll()
          reading.onsuccess = () => {
            opening.result.close()
            resolve(reading.result.map((entry: { person: LoggedPerson }) => entry.person))
          }
        }
      }),
  )
}

/** Takes everybody out again, between tests. */
async function emptyLog(): Promise<void> {
  await chromium.runInExtension(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('preround')
        opening.onsuccess = () => {
          const db = opening.result
          if (db.objectStoreNames.length === 0) {
            db.close()
            resolve()
            return
          }
          const clearing = db.transaction([...db.objectStoreNames], 'readwrite')
          for (const name of db.objectStoreNames) clearing.objectStore(name).clear()
          clearing.oncomplete = () => {
            db.close()
            resolve()
          }
          clearing.onerror = () => reject(clearing.error)
        }
      }),
  )
}

const panel = () => page.locator('[data-preround="panel"] .panel')
const toast = () => page.locator('[data-preround="toast"] .toast')
const field = (label: string) => panel().getByLabel(label, { exact: true })
const button = (name: string | RegExp) => panel().getByRole('button', { name })
const box = (name: string) => panel().getByRole('checkbox', { name: new RegExp(`^${name}`) })
const ticked = () => panel().locator('.person[data-ticked]').count()
/** Keeps the toast for as long as the pointer rests on it, however slow the machine is. */
const holdToast = () => toast().hover()
const hasFocus = (selector: string) =>
  page.evaluate(
    (wanted) =>
      document.querySelector('[data-preround="panel"]')?.shadowRoot?.activeElement?.matches(wanted) ?? false,
    selector,
  )
/** How far the panel sticks out of the window, and how much of it can only be reached by scrolling sideways. */
const overflow = () =>
  page.evaluate(() => {
    const root = document.querySelector('[data-preround="panel"]')?.shadowRoot
    const shown = root?.querySelector('.panel')?.getBoundingClientRect()
    if (!root || !shown) throw new Error('there is no panel')
    const sideways = [...root.querySelectorAll('.scroll, .rows, .above, .below, .bottom')].filter(
      (one) => one.scrollWidth > one.clientWidth + 1,
    )
    return {
      out: Math.max(0, -shown.left, -shown.top, shown.right - innerWidth, shown.bottom - innerHeight),
      sideways: sideways.map((one) => one.className),
    }
  })
const fits = { out: 0, sideways: [] }

async function open(path: string, order?: Parameters<typeof openCapture>[2]): Promise<void> {
  page = await chromium.openPage(at(path))
  await openCapture(chromium, page, order)
}

async function openListing(path = '/faculty/'): Promise<void> {
  await open(path)
  await panel().locator('.person').first().waitFor()
}

beforeAll(async () => {
  chromium = await startChromium({
    build: 'e2e',
    pages: [
      { url: at('/faculty/'), html: makeDirectoryPage(sixty, '/faculty/?page=2') },
      { url: at('/faculty/all/'), html: makeDirectoryPage(everybody) },
      { url: at('/faculty/huge/'), html: makeDirectoryPage(makeDirectoryPeople(3000)) },
      { url: at(first.path), html: makeProfilePage(first) },
      {
        url: at('/people/whitcombe/'),
        html: makeProfilePage({
          name: 'Theodora E. Whitcombe',
          degrees: 'PhD',
          title: 'Professor of Physiology',
          department: 'Department of Physiology, Lakemont University',
          email: 'theodora.whitcombe@lakemont.example',
          path: '/people/whitcombe/',
        }),
      },
      { url: at('/news/'), html: newsPage },
      {
        url: at('/hostile/'),
        html: makeProfilePage({
          ...first,
          title: 'Professor of &lt;img src=x onerror=&quot;document.title=1&quot;&gt; Neurology',
        }),
      },
      { url: pubmedPage, file: 'tests/fixtures/pages/pubmed/article-39000001.html' },
    ],
  })
  await closeFirstRun(chromium)
})

afterAll(async () => {
  await chromium?.stop()
})

beforeEach(async () => {
  await emptyLog()
  chromium.problems.length = 0
})

afterEach(async () => {
  await page?.close()
})

describe('a profile page', () => {
  test('all that was read stands in fields with where it came from, and Enter saves it', async () => {
    await open(first.path)
    await expect.poll(() => field('Name').inputValue()).toBe(first.name)
    expect(await field('E-mail').inputValue()).toBe(first.email)
    expect(await panel().getByLabel('Title').inputValue()).toBe(first.title)
    expect(await panel().locator('.source').count()).toBeGreaterThan(3)
    expect(await panel().locator('.source').allInnerTexts()).not.toContain('')
    // The proposed role has the focus; it stands in view and says that it is a proposal.
    expect(await hasFocus('.chip input:checked')).toBe(true)
    await panel().getByText('proposed from the title').waitFor()
    expect((await panel().boundingBox())?.width).toBe(380)
    expect(await overflow()).toEqual(fits)
    await checkAxe(page, '[data-preround="panel"]')

    await page.keyboard.press('Enter')
    await toast().getByText(`Saved ${first.name}`).waitFor()
    await holdToast()
    const [person, another] = await readLog()
    expect(another).toBeUndefined()
    expect(person).toMatchObject({
      names: { shown: first.name },
      titles: [first.title],
      emails: [{ address: first.email, certain: true }],
      roles: ['attending'],
    })
    expect(person?.provenance.name?.url).toBe(at(first.path))
    await toast().getByRole('button', { name: 'Undo' }).click()
    await toast().getByText('Taken back').waitFor()
    await expect.poll(async () => (await readLog()).length).toBe(0)
    expect(chromium.problems).toEqual([])
  })

  test('what was typed survives closing, and the focus goes back to the page', async () => {
    page = await chromium.openPage(at(first.path))
    await page.getByRole('link', { name: first.email }).focus()
    await openCapture(chromium, page)
    await page.bringToFront()
    await field('Where you met').fill('Sleep clinic')
    await page.keyboard.press('Escape')
    await panel().waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(first.email)
    await openCapture(chromium, page)
    expect(await field('Where you met').inputValue()).toBe('Sleep clinic')
  })

  test('markup in a title is text, and clicks that a page makes up do nothing', async () => {
    await open('/hostile/')
    await field('Name').waitFor()
    await page.evaluate(() => {
      const root = document.querySelector('[data-preround="panel"]')?.shadowRoot
      root?.querySelector<HTMLButtonElement>('button.primary')?.click()
      root?.querySelector('form')?.requestSubmit()
    })
    await new Promise((done) => setTimeout(done, 500))
    expect(await readLog()).toEqual([])
    expect(await page.evaluate(() => document.querySelector('[data-preround] img'))).toBeNull()
    expect(await page.title()).toContain('Thornfield')
  })
})

describe('a page about nobody, a selection, an address', () => {
  test('one kind sentence, and a form to fill by hand', async () => {
    await open('/news/')
    await panel().getByText('recognises nobody').waitFor()
    await checkAxe(page, '[data-preround="panel"]')
    await page.keyboard.press('Enter')
    await field('Name').waitFor()
    expect(await hasFocus('input')).toBe(true)
    await button('Save').click()
    await panel().getByText('A name is needed').waitFor()
    await field('Name').fill('Wilhelmina Starkweather')
    await button('Save').click()
    await toast().getByText('Saved Wilhelmina Starkweather').waitFor()
    expect(await readLog()).toMatchObject([{ names: { family: 'Starkweather' }, roles: [] }])
  })

  test('selected text is saved as just that person', async () => {
    await open('/news/', {
      what: 'selection',
      text: 'Wilhelmina Starkweather, MD — Associate Professor of Surgery',
    })
    await expect.poll(() => field('Name').inputValue()).toBe('Wilhelmina Starkweather')
    expect(await panel().getByLabel('Title').inputValue()).toContain('Associate Professor')
    await button('Save').click()
    await toast().getByText('Saved Wilhelmina').waitFor()
  })

  test('text without a name opens by hand with the first line as the name', async () => {
    await open('/news/', { what: 'selection', text: 'lots c and d' })
    await panel().getByText('No name can be made out').waitFor()
    await button('Add by hand').click()
    expect(await field('Name').inputValue()).toBe('lots c and d')
  })

  test('the address of a link brings the person of the page who has it', async () => {
    const wanted = sixty[7]
    await open('/faculty/', { what: 'address', address: `mailto:${wanted?.email}?subject=Hi`, text: '' })
    await expect.poll(() => field('Name').inputValue()).toBe(wanted?.name)
    expect(await field('E-mail').inputValue()).toBe(wanted?.email)
    await panel().getByText('from the link you chose').waitFor()
  })
})

describe('a listing', () => {
  test('is looked through by name, rank and department, and counts what is shown and chosen', async () => {
    await openListing()
    expect((await panel().boundingBox())?.width).toBe(900)
    await panel().getByText('0 of 60 chosen').waitFor()
    expect(await hasFocus('input[type=text]')).toBe(true)
    await page.keyboard.type('SZYMBORSKA')
    await panel().getByText('Nobody on this page fits').waitFor()
    await button('Show everybody').click()
    await field('Rank').selectOption({ label: 'Professor (10)' })
    await panel().getByText('· 10 shown').waitFor()
    await field('Department').selectOption({ label: 'Neurology (12)' })
    await expect.poll(() => panel().locator('.person').count()).toBe(2)
    await field('Rank').selectOption('')
    await panel().getByText('· 12 shown').waitFor()
    await box(first.name).check()
    await panel().getByText('1 of 60 chosen').waitFor()
    await field('Order').selectOption('name')
    await checkAxe(page, '[data-preround="panel"]')
    // The list goes on: a sentence, and the way there.
    expect(await panel().getByRole('link', { name: 'Open the next page' }).getAttribute('href')).toBe(
      at('/faculty/?page=2'),
    )
  })

  test('saves sixty people at once, one line in Recent changes, and one undo takes all back', async () => {
    await openListing()
    await button('Tick all 60 shown').click()
    await panel().getByText('60 of 60 chosen').waitFor()
    await panel().getByText('60 new').waitFor()
    const start = Date.now()
    await button('Save 60 people').click()
    await toast().getByText('60 people saved').waitFor()
    console.log(`60 people: ${Date.now() - start} ms from the click to the toast`)
    await holdToast()
    await checkAxe(page, '[data-preround="toast"]')
    const people = await readLog()
    expect(people.map((one) => one.names.shown).sort()).toEqual(sixty.map((one) => one.name).sort())
    const changes = await chromium.openExtensionPage('dashboard', '#/changes')
    await changes.getByText('Saved 60 people').waitFor()
    expect(await changes.getByText(/^Saved /).count()).toBe(1)
    await changes.close()
    await page.bringToFront()
    await holdToast()
    await toast().getByRole('button', { name: 'Undo' }).click()
    await toast().getByText('Taken back').waitFor()
    await expect.poll(async () => (await readLog()).length).toBe(0)
    expect(chromium.problems).toEqual([])
  })

  test('marks people of the log, leaves them out of "all" until that is wished, and joins them', async () => {
    await openListing()
    for (const one of sixty.slice(0, 6)) await box(one.name).check()
    await button('Save 6 people').click()
    await toast().getByText('6 people saved').waitFor()
    await openCapture(chromium, page)
    await expect.poll(() => panel().locator('.mark').allInnerTexts()).toEqual(Array(6).fill('In your log'))
    await button('Tick all 60 shown').click()
    await panel().getByText('54 of 60 chosen').waitFor()
    await panel().getByText('6 who are in your log were left unticked.').waitFor()
    await button('Tick them too').click()
    await panel().getByText('54 new · 6 join people in your log').waitFor()
    await checkAxe(page, '[data-preround="panel"]')
    await button('Save 60 people').click()
    await toast().getByText('54 saved, 6 joined with people in your log').waitFor()
    expect(await readLog()).toHaveLength(60)
  })

  test('never ticks somebody who may be in the log by itself; ticked on purpose they are saved as new', async () => {
    const namesake = sixty[3]
    await open('/news/')
    await button('Add by hand').click()
    await field('Name').fill(namesake?.name ?? '')
    await button('Save').click()
    await toast().getByText('Saved').waitFor()
    await page.close()
    await openListing()
    await panel().locator('.mark').getByText('Maybe in your log?').waitFor()
    await button('Tick all 60 shown').click()
    await panel().getByText('59 of 60 chosen').waitFor()
    await panel().getByText('One who may be in your log was left unticked').waitFor()
    await button('Untick all').click()
    await box(namesake?.name ?? '').check()
    await panel().getByText('1 is saved as somebody new although the name is in your log').waitFor()
    await button('Save one person').click()
    await toast().getByText('One person saved').waitFor()
    expect(await readLog()).toHaveLength(2)
  })

  test('a row opens as a form, and Escape leads back to the list with its ticks and its place', async () => {
    await openListing()
    await box(sixty[1]?.name ?? '').check()
    await button(`Details of ${sixty[2]?.name}`).click()
    await expect.poll(() => field('Name').inputValue()).toBe(sixty[2]?.name)
    expect((await panel().boundingBox())?.width).toBe(380)
    await page.keyboard.press('Escape')
    await panel().getByText('1 of 60 chosen').waitFor()
    await button(`Details of ${sixty[2]?.name}`).click()
    await button('Save').click()
    await toast().getByText(`Saved ${sixty[2]?.name}`).waitFor()
    // Back in the list, which knows it.
    await panel().locator('.mark').waitFor()
    expect(await ticked()).toBe(1)
    await page.keyboard.press('Escape')
    await panel().waitFor({ state: 'detached' })
  })

  test('Enter in the search field saves nobody, and one role can be given to all', async () => {
    await openListing()
    await box(first.name).check()
    await field('Role to save').selectOption('dean-advisor')
    await panel().getByLabel('Find').press('Enter')
    await new Promise((done) => setTimeout(done, 300))
    expect(await readLog()).toEqual([])
    await button('Save one person').click()
    await toast().getByText('One person saved').waitFor()
    expect(await readLog()).toMatchObject([{ roles: ['dean-advisor'] }])
  })
})

describe('a listing of 1,675 people', () => {
  test('draws only what is in view, and arrows walk through all of it', async () => {
    await openListing('/faculty/all/')
    await panel().getByText('0 of 1,675 chosen').waitFor()
    const drawn = () => panel().locator('.person').count()
    expect(await drawn()).toBeLessThan(40)
    await box(first.name).focus()
    for (let step = 0; step < 30; step += 1) await page.keyboard.press('ArrowDown')
    await expect.poll(() => hasFocus('[data-at="30"] input')).toBe(true)
    await page.keyboard.press('Space')
    await panel().getByText('1 of 1,675 chosen').waitFor()
    expect(await drawn()).toBeLessThan(40)
    // A run through the whole list, half a view a frame; printed, as it is a matter of the machine.
    const frames = await page.evaluate(async () => {
      const rows = document.querySelector('[data-preround="panel"]')?.shadowRoot?.querySelector('.rows')
      if (!rows) throw new Error('there are no rows')
      const frames: number[] = []
      let last = performance.now()
      for (let top = 0; top < rows.scrollHeight; top += 500) {
        rows.scrollTop = top
        await new Promise(requestAnimationFrame)
        frames.push(performance.now() - last)
        last = performance.now()
      }
      return frames.sort((a, b) => a - b)
    })
    const part = (share: number) => Math.round(frames[Math.floor((frames.length - 1) * share)] ?? 0)
    console.log(
      `1,675 rows, ${frames.length} frames of scrolling: median ${part(0.5)}, 95th ${part(0.95)}, longest ${part(1)} ms`,
    )
    // The focus stays with the list when its row went out of view.
    expect(await hasFocus('.rows')).toBe(true)
    await panel().locator('[data-at="1674"]').waitFor()
  })

  test('all are saved in one go with progress, found again, and undone in one go', async () => {
    await openListing('/faculty/all/')
    await expect.poll(() => panel().getByText('Comparing with your log').count()).toBe(0)
    await button('Tick all 1,675 shown').click()
    const start = Date.now()
    await button('Save 1,675 people').click()
    await panel()
      .getByText(/^Saving [\d,]+ of 1,675…$/)
      .waitFor()
    await toast().getByText('1,675 people saved').waitFor()
    console.log(`1,675 people: ${Date.now() - start} ms from the click to the toast`)
    await holdToast()
    expect(await readLog()).toHaveLength(1675)
    const undone = Date.now()
    await toast().getByRole('button', { name: 'Undo' }).click()
    await toast().getByText('Taken back').waitFor()
    console.log(`1,675 people: ${Date.now() - undone} ms to undo`)
    expect(await readLog()).toEqual([])
    expect(chromium.problems).toEqual([])
  })

  test('stopped while it is written, nothing is kept and the ticks stay', async () => {
    await openListing('/faculty/all/')
    await expect.poll(() => panel().getByText('Comparing with your log').count()).toBe(0)
    await button('Tick all 1,675 shown').click()
    await button('Save 1,675 people').click()
    await button('Stop').click()
    await panel().getByText('Stopped. Nothing was saved.').waitFor()
    expect(await readLog()).toEqual([])
    await panel().getByText('1,675 of 1,675 chosen').waitFor()
  })

  test('reading that takes long says so and can be stopped, and goes on when asked again', async () => {
    await open('/faculty/huge/')
    await panel().getByText('Reading this page…').waitFor()
    await checkAxe(page, '[data-preround="panel"]')
    await button('Stop').click()
    await panel().getByText('Reading was stopped.').waitFor()
    await button('Add by hand').waitFor()
    await button('Read again').click()
    await panel()
      .getByText(/^0 of 2,\d\d\d chosen|^0 of 3,000 chosen/)
      .waitFor()
  })
})

describe('narrow windows and dark pages', () => {
  test.each([320, 360, 700])('at %i pixels nothing sticks out of the window', async (width) => {
    page = await chromium.context.newPage()
    await page.setViewportSize({ width, height: 640 })
    for (const path of ['/faculty/', first.path, '/news/']) {
      await page.goto(at(path))
      await openCapture(chromium, page)
      await panel().locator('.rows, .chips, .primary').first().waitFor()
      await expect.poll(overflow).toEqual(fits)
      await checkAxe(page, '[data-preround="panel"]')
      await chromium.screenshot(page, `capture-${width}-${path.split('/')[1]}`)
    }
  })

  test('axe finds nothing in dark', async () => {
    page = await chromium.context.newPage()
    await page.emulateMedia({ colorScheme: 'dark' })
    for (const path of ['/faculty/', first.path]) {
      await page.goto(at(path))
      await openCapture(chromium, page)
      await panel().locator('.rows, .chips').first().waitFor()
      if (path === '/faculty/') await box(first.name).check()
      await checkAxe(page, '[data-preround="panel"]')
      await chromium.screenshot(page, `capture-dark-${path.split('/')[1]}`)
    }
  })
})

describe('one human on several pages', () => {
  test('saved from PubMed and from a profile they are one record, shown before and undone alone', async () => {
    page = await chromium.openPage(pubmedPage)
    await page.getByRole('button', { name: /^Save Theodora E Whitcombe/ }).click()
    await expect.poll(() => field('Name').inputValue()).toBe('Theodora E Whitcombe')
    await page.keyboard.press('Enter')
    await toast().getByText('Saved Theodora').waitFor()
    await page.close()

    await open('/people/whitcombe/')
    await panel().getByText('In your log', { exact: true }).waitFor()
    await panel().getByText('What will change for Theodora E Whitcombe').waitFor()
    // The role of the log stays: the proposal of this page adds none.
    await expect.poll(() => panel().getByLabel('Faculty researcher').isChecked()).toBe(true)
    await chromium.screenshot(page, 'capture-joined')
    await button('Add to log').click()
    await toast().getByText('Added to Theodora').waitFor()
    await holdToast()
    const people = await readLog()
    expect(people).toHaveLength(1)
    expect(people[0]).toMatchObject({
      titles: ['Professor of Physiology'],
      roles: ['faculty-researcher'],
      provenance: { name: { url: pubmedPage }, titles: { url: at('/people/whitcombe/') } },
    })
    expect(people[0]?.publications.some((one) => one.pmid === '39000001')).toBe(true)
    await toast().getByRole('button', { name: 'Undo' }).click()
    await toast().getByText('Taken back').waitFor()
    expect(await readLog()).toMatchObject([{ titles: [] }])
  })

  test('a namesake is joined only when the student says that it is the same person', async () => {
    await open('/news/')
    await button('Add by hand').click()
    await field('Name').fill(first.name)
    await field('Where you met').fill('Hallway')
    await button('Save').click()
    await toast().getByText('Saved').waitFor()
    await page.close()

    await open(first.path)
    await panel().getByText('Maybe in your log?').waitFor()
    const same = panel().getByRole('radio', { name: /^It is the same person/ })
    expect(await same.isChecked()).toBe(false)
    await same.check()
    await panel().getByText('now: nothing yet').first().waitFor()
    await checkAxe(page, '[data-preround="panel"]')
    await button('Add to log').click()
    await toast().getByText(`Added to ${first.name}`).waitFor()
    await holdToast()
    expect(await readLog()).toMatchObject([{ titles: [first.title], whereMet: 'Hallway' }])
    await toast().getByRole('button', { name: 'Undo' }).click()
    await toast().getByText('Taken back').waitFor()
    expect(await readLog()).toMatchObject([{ titles: [], whereMet: 'Hallway' }])
  })
})

import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { checkAxe } from './harness/axe'
import { type RunningChromium, startChromium } from './harness/chromium'
import { watchPress } from './harness/pressed'

const folder = 'tests/fixtures/pages/pubmed'
const listed: { file: string; url: string }[] = JSON.parse(readFileSync(`${folder}/pages.json`, 'utf8'))
const pages = listed.map(({ file, url }) => ({ url, file: `${folder}/${file}` }))
const addressOf = (file: string): string => {
  const found = listed.find((page) => page.file === file)
  if (!found) throw new Error(`${file} is not in ${folder}/pages.json`)
  return found.url
}

let chromium: RunningChromium
let page: Page

/** What the log holds, read from the real database in an extension page. */
async function readLog(): Promise<{ people: Record<string, unknown>[] }> {
  const entries = await chromium.runInExtension(
    () =>
      new Promise<{ person: Record<string, unknown> }[]>((resolve, reject) => {
        const opening = indexedDB.open('preround')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const reading = opening.result.transaction('persons').objectStore('persons').getAll()
          reading.onsuccess = () => {
            opening.result.close()
            resolve(reading.result)
          }
        }
      }),
  )
  return { people: entries.map((entry) => entry.person) }
}

const control = (name: string) => page.getByRole('button', { name: new RegExp(`^Save ${name}`) })
const panel = () => page.locator('[data-preround="panel"] .panel')
const toast = () => page.locator('[data-preround="toast"] .toast')
/** Keeps the toast for as long as the pointer rests on it, however slow the machine is. */
const holdToast = () => toast().hover()
const field = (label: string) => panel().getByLabel(label, { exact: true })

async function openArticle(file: string): Promise<void> {
  page = await chromium.openPage(addressOf(file))
}

/** The controls drawn on the page, without the one that opens the chooser. */
const countControls = () =>
  page.evaluate(() => document.querySelectorAll('.authors-list-item [data-preround="save"]').length)

beforeAll(async () => {
  chromium = await startChromium({ build: 'e2e', pages })
})

afterAll(async () => {
  await chromium?.stop()
})

beforeEach(() => {
  chromium.requests.length = 0
  chromium.problems.length = 0
})

afterEach(async () => {
  await page?.close()
})

describe('an article page', () => {
  test('a click beside an author and Enter save the person as the page shows them, and Undo takes it back', async () => {
    await openArticle('article-39000001.html')
    await control('Theodora E Whitcombe').click()
    await panel().waitFor()
    await expect.poll(() => field('Name').inputValue()).toBe('Theodora E Whitcombe')
    await expect.poll(() => field('Affiliation').inputValue()).toContain('Lakemont University')
    await chromium.screenshot(page, 'panel-article')

    // The focus stands on the role, so Enter is all that is needed.
    await page.keyboard.press('Enter')
    await toast().getByText('Saved Theodora E Whitcombe').waitFor()
    await holdToast()
    await panel().waitFor({ state: 'detached' })
    const { people } = await readLog()
    expect(people).toHaveLength(1)
    expect(people[0]).toMatchObject({
      names: { given: 'Theodora', family: 'Whitcombe', shown: 'Theodora E Whitcombe' },
      roles: ['faculty-researcher'],
      publications: [{ pmid: '39000001' }],
    })
    const { provenance } = people[0] as {
      provenance: Record<string, { source: string; url: string; at: string }>
    }
    expect(provenance.name).toMatchObject({
      source: 'pubmed.author-list',
      url: addressOf('article-39000001.html'),
    })
    expect(provenance.name?.at).toMatch(/^\d{4}-\d\d-\d\dT/)

    await expect
      .poll(() => control('Theodora E Whitcombe').getAttribute('aria-label'))
      .toBe('Save Theodora E Whitcombe · In your log')
    await chromium.screenshot(page, 'saved-article')
    await toast().getByRole('button', { name: 'Undo' }).click()
    await toast().getByText('Taken back').waitFor()
    await expect.poll(async () => (await readLog()).people).toEqual([])
    await expect
      .poll(() => control('Theodora E Whitcombe').getAttribute('aria-label'))
      .toBe('Save Theodora E Whitcombe')
    // Nothing but the page itself was asked for.
    expect(chromium.requests.map((request) => request.url)).toEqual([addressOf('article-39000001.html')])
    expect(chromium.problems).toEqual([])
  })

  test('the first 25 humans get a control, the others when pointed at or focused, a group never', async () => {
    await openArticle('article-39000003.html')
    await control('Adaeze N Umeh').waitFor()
    await expect.poll(countControls).toBe(25)
    await page.getByRole('link', { name: 'Benedict A Okonjo' }).first().hover()
    await control('Benedict A Okonjo').waitFor()
    await page.getByRole('link', { name: 'Xochitl R Barrera' }).first().focus()
    await control('Xochitl R Barrera').waitFor()
    await page.getByText('CLOCKSALT Study Group').first().hover()
    await expect.poll(countControls).toBe(27)
    expect(await control('CLOCKSALT').count()).toBe(0)
  })

  test('the list is one tab stop, which arrows walk and which stays where it was left', async () => {
    await openArticle('article-39000003.html')
    await control('Adaeze N Umeh').waitFor()
    const stops = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('.authors-list-item [data-preround="save"]')].flatMap((host) => {
          const button = host.shadowRoot?.querySelector('button')
          return button?.tabIndex === 0 ? (button.ariaLabel ?? '') : []
        }),
      )
    await expect.poll(stops).toEqual(['Save Adaeze N Umeh'])
    await control('Adaeze N Umeh').focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowLeft')
    await expect.poll(stops).toEqual(['Save Bram van der Velde'])
    // Beyond the 25th, arrows draw the controls that are not there yet.
    await control('Wen Zhuang').focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(stops).toEqual(['Save Xochitl R Barrera'])
    await page.keyboard.press('Enter')
    await panel().waitFor()
    await expect.poll(() => field('Name').inputValue()).toBe('Xochitl R Barrera')
    await page.keyboard.press('Escape')
    await panel().waitFor({ state: 'detached' })
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.ariaLabel))
      .toBe('Save Xochitl R Barrera')
  })

  test('a control looks pressed in the next frame, whether the panel has to be loaded or is there already', async () => {
    await openArticle('article-39000001.html')
    for (const name of ['Signe Brandvold', 'Mina Q Tran']) {
      const readLook = await watchPress(page, 'click')
      await control(name).click()
      expect((await readLook()).opacity).toBeLessThan(0.9)
      await panel().waitFor()
      await expect.poll(() => control(name).evaluate((button) => getComputedStyle(button).opacity)).toBe('1')
    }
  })

  test('controls are never part of copied text', async () => {
    await openArticle('article-39000001.html')
    await control('Signe Brandvold').waitFor()
    const copied = await page.evaluate(() => {
      const list = document.querySelector('#full-view-heading .authors-list') as Element
      getSelection()?.selectAllChildren(list)
      return [getSelection()?.toString() ?? '', list.textContent ?? '']
    })
    for (const text of copied) {
      expect(text).toContain('Signe Brandvold')
      expect(text).not.toMatch(/Save|\+/)
    }
  })

  test('the control at the end proposes the last author, and another can be chosen without losing what was typed', async () => {
    await openArticle('article-39000003.html')
    await page.getByRole('button', { name: 'Save an author…' }).click()
    await panel().waitFor()
    await expect.poll(() => field('Name').inputValue()).toBe('Benedict A Okonjo')
    await field('One detail to remember').fill('Rows before dawn')
    await panel().getByLabel('Which author?').selectOption({ label: 'Farid Al-Mutari' })
    await expect.poll(() => field('Name').inputValue()).toBe('Farid Al-Mutari')
    await expect.poll(() => field('One detail to remember').inputValue()).toBe('')
    expect(await panel().getByLabel('Which author?').locator('option').allTextContents()).not.toContain(
      'CLOCKSALT Study Group',
    )
    await panel().getByLabel('Which author?').selectOption({ label: 'Benedict A Okonjo' })
    await expect.poll(() => field('One detail to remember').inputValue()).toBe('Rows before dawn')
    await chromium.screenshot(page, 'panel-long-list')
    await panel().getByRole('button', { name: 'Close' }).click()
    await page.getByRole('button', { name: 'Save an author…' }).click()
    await expect.poll(() => field('One detail to remember').inputValue()).toBe('Rows before dawn')
  })

  test('controls stand beside what other extensions add, and a page element of our name stops nothing', async () => {
    const html = readFileSync(`${folder}/article-39000001.html`, 'utf8')
      .replace('<body', '<body id="preround" data-x="')
      .replace('data-x="', 'data-x="">' + '<form name="preround" id="preroundPubmed"></form><i ')
      .replace(
        /(<span class="authors-list-item ?">)/g,
        '$1<span class="other-extension"><button>☆</button></span>',
      )
    chromium.serve(addressOf('article-39000001.html'), () => ({ body: html }))
    await openArticle('article-39000001.html')
    await control('Mina Q Tran').click()
    await panel().waitFor()
    await expect.poll(() => field('Name').inputValue()).toBe('Mina Q Tran')
    await expect.poll(countControls).toBe(4)
    // Nothing of theirs was moved or taken away.
    expect(await page.locator('.authors-list-item > .other-extension:first-child').count()).toBe(5)
    chromium.serve(addressOf('article-39000001.html'), () => ({
      body: readFileSync(`${folder}/article-39000001.html`, 'utf8'),
    }))
  })

  test('a field that cannot be saved says so, and nothing is lost', async () => {
    await openArticle('article-39000001.html')
    await control('Mina Q Tran').click()
    await field('Name').fill('  ')
    await field('E-mail').fill('mina at lakemont')
    await field('Where you met').fill('Poster hall')
    await panel().getByRole('button', { name: 'Save', exact: true }).click()
    await panel().getByText('A name is needed to save.').waitFor()
    await panel().getByText('does not look like an e-mail address').waitFor()
    await expect.poll(() => field('Where you met').inputValue()).toBe('Poster hall')
    expect((await readLog()).people).toEqual([])
  })

  test.each([
    ['an article without authors', 'article-39000006.html'],
    ['a page cut short before its authors', 'broken-article.html'],
    ['an error page', 'error-500.html'],
    ['the home page', 'home.html'],
    ['a search by topic', 'search-topic.html'],
    ['a search without results', 'search-empty.html'],
  ])('%s throws nothing and offers nobody who is not there', async (_, file) => {
    await openArticle(file)
    await page.waitForTimeout(300)
    const offered = await page.evaluate(() => document.querySelectorAll('[data-preround]').length)
    if (file !== 'broken-article.html') expect(offered).toBe(0)
    expect(chromium.problems).toEqual([])
  })

  test('the panel has no accessibility violations', async () => {
    await openArticle('article-39000003.html')
    await control('Adaeze N Umeh').click()
    await panel().waitFor()
    const report = await checkAxe(page, '[data-preround="panel"]')
    expect(report.passesInShadow).toBeGreaterThan(0)
    await checkAxe(page, '[data-preround="save"]')
  })
})

describe('an author page', () => {
  test('one control saves the person: rows as papers, the rest from three articles and no other request', async () => {
    page = await chromium.openPage(addressOf('author-cauthor.html'))
    await control('Whitcombe TE').click()
    await panel().getByText('Read 3 articles on PubMed.').waitFor()
    await expect.poll(() => field('Name').inputValue()).toBe('Theodora E Whitcombe')
    await expect.poll(() => field('Affiliation').inputValue()).toContain('Lakemont University')
    await chromium.screenshot(page, 'panel-author')
    expect(chromium.requests.map((request) => request.url)).toEqual([
      addressOf('author-cauthor.html'),
      addressOf('article-39000001.html'),
      addressOf('article-39000003.html'),
      addressOf('article-39000002.html'),
    ])
    await panel().getByRole('button', { name: 'Save', exact: true }).click()
    await toast().getByText('Saved Theodora E Whitcombe').waitFor()
    await holdToast()
    await expect.poll(async () => (await readLog()).people).toMatchObject([{ publications: { length: 8 } }])
    await toast().getByRole('button', { name: 'Undo' }).click()
    await toast().getByText('Taken back').waitFor()
  })

  test('an unticked paper is not saved', async () => {
    page = await chromium.openPage(addressOf('author-cauthor.html'))
    await control('Whitcombe TE').click()
    await panel().getByRole('button', { name: 'Untick all' }).click()
    await panel().getByText('0 of 8 ticked').waitFor()
    await panel().getByRole('checkbox').nth(1).click()
    await panel().getByText('1 of 8 ticked').waitFor()
    await panel().getByRole('button', { name: 'Save', exact: true }).click()
    await toast().getByText('Saved').waitFor()
    await holdToast()
    await expect.poll(async () => (await readLog()).people[0]?.publications).toHaveLength(1)
    await toast().getByRole('button', { name: 'Undo' }).click()
    await toast().getByText('Taken back').waitFor()
  })

  test('a pause asked for by PubMed keeps what was read, and Try again goes on from there', async () => {
    const second = addressOf('article-39000003.html')
    let isLimited = true
    const html = readFileSync(`${folder}/article-39000003.html`, 'utf8')
    chromium.serve(second, () => (isLimited ? { status: 429 } : { body: html }))
    page = await chromium.openPage(addressOf('author-cauthor.html'))
    await control('Whitcombe TE').click()
    await panel().getByText('PubMed asks for a short pause').waitFor()
    await expect.poll(() => field('Name').inputValue()).toBe('Theodora E Whitcombe')
    isLimited = false
    chromium.requests.length = 0
    await panel().getByRole('button', { name: 'Try again' }).click()
    await panel().getByText('Read 3 articles on PubMed.').waitFor()
    expect(chromium.requests.map((request) => request.url)).toEqual([
      second,
      addressOf('article-39000002.html'),
    ])
  })

  test('without a network, and before a block page, the rows can be saved all the same', async () => {
    const first = addressOf('article-39000001.html')
    chromium.serve(first, () => ({ offline: true }))
    page = await chromium.openPage(addressOf('author-cauthor.html'))
    await control('Whitcombe TE').click()
    await panel().getByText('PubMed could not be reached').waitFor()
    chromium.serve(first, () => ({ body: '<title>Are you human?</title>' }))
    await panel().getByRole('button', { name: 'Try again' }).click()
    await panel().getByText('something other than the article').waitFor()
    await panel().getByRole('button', { name: 'Save', exact: true }).click()
    await toast().getByText('Saved Whitcombe TE').waitFor()
    await toast().getByRole('button', { name: 'Undo' }).click()
    await toast().getByText('Taken back').waitFor()
    chromium.serve(first, () => ({ body: readFileSync(`${folder}/article-39000001.html`, 'utf8') }))
  })

  test('reading shows how far it is and can be stopped', async () => {
    const first = addressOf('article-39000001.html')
    const html = readFileSync(`${folder}/article-39000001.html`, 'utf8')
    chromium.serve(first, () => ({ body: html, delayMs: 7_000 }))
    page = await chromium.openPage(addressOf('author-cauthor.html'))
    await control('Whitcombe TE').click()
    await panel().getByText('Reading article 1 of 3').waitFor()
    await panel().getByRole('button', { name: 'Stop reading' }).click()
    await panel().getByText('Reading stopped').waitFor()
    chromium.serve(first, () => ({ body: html }))
  })

  test('a query with several names asks which one, and reads for that one only', async () => {
    page = await chromium.openPage(addressOf('author-several.html'))
    await page.getByRole('button', { name: 'Save mentor' }).click()
    await panel().getByLabel('Your search names several people').waitFor()
    await expect
      .poll(() => panel().getByLabel('Your search names several people').locator('option').allTextContents())
      .toEqual(['Whitcombe TE', 'Okonjo BA'])
  })

  test('rows that were loaded later into the page are offered too', async () => {
    page = await chromium.openPage(addressOf('author-appended.html'))
    const before = await page.locator('article.full-docsum').count()
    await page.evaluate(() => {
      const chunk = document.querySelector('.search-results-chunk') as Element
      const later = chunk.cloneNode(true) as Element
      for (const [at, row] of [...later.querySelectorAll('article.full-docsum')].entries()) {
        const pmid = String(38_900_000 + at)
        row.querySelector('input')?.setAttribute('value', pmid)
        for (const mark of row.querySelectorAll('.docsum-pmid')) mark.textContent = pmid
        for (const link of row.querySelectorAll('[data-article-id]'))
          link.setAttribute('data-article-id', pmid)
      }
      chunk.after(later)
    })
    await control('Okonjo BA').click()
    const countOffered = async () => {
      const line = await panel()
        .getByText(/\d+ of \d+ ticked/)
        .textContent()
      return Number(line?.match(/of (\d+)/)?.[1])
    }
    await expect.poll(countOffered).toBeGreaterThan(before)
  })

  test('abstract format offers the same person', async () => {
    page = await chromium.openPage(addressOf('author-abstract-format.html'))
    await control('Whitcombe TE').click()
    await panel().waitFor()
    await expect.poll(() => field('Name').inputValue()).toContain('Whitcombe')
  })
})

describe('people the log knows already', () => {
  test('the same name with an overlapping paper proposes a merge with a preview; saving adds the paper', async () => {
    await openArticle('article-39000001.html')
    await control('Theodora E Whitcombe').click()
    await field('One detail to remember').fill('Sails on Sundays')
    await page.keyboard.press('Enter')
    await toast().getByText('Saved Theodora').waitFor()
    await page.close()

    page = await chromium.openPage(addressOf('author-cauthor.html'))
    await control('Whitcombe TE').click()
    await panel().getByText('Read 3 articles').waitFor()
    await panel().getByText('In your log').first().waitFor()
    await panel().getByText('What will change for Theodora E Whitcombe').waitFor()
    await panel().getByText('What will change').scrollIntoViewIfNeeded()
    await chromium.screenshot(page, 'panel-merge')
    await panel().getByRole('button', { name: 'Add to log' }).click()
    await toast().getByText('Added to Theodora E Whitcombe').waitFor()
    await holdToast()
    const { people } = await readLog()
    expect(people).toMatchObject([{ detail: 'Sails on Sundays', publications: { length: 8 } }])

    await toast().getByRole('button', { name: 'Undo' }).click()
    await toast().getByText('Taken back').waitFor()
    await expect.poll(async () => (await readLog()).people[0]?.publications).toHaveLength(1)
  })

  test('a name alone is only "maybe", and is kept apart', async () => {
    await openArticle('article-39000003.html')
    // A namesake elsewhere: another first article, another affiliation.
    await page.getByRole('button', { name: 'Save an author…' }).click()
    await field('Name').fill('Theodora E Whitcombe')
    await field('Affiliation').fill('Somewhere Else Institute, Oslo')
    // Not the first box of the panel, which offers an address.
    const paper = panel().getByRole('checkbox', { name: /^Salt, sleep and blood pressure/ })
    await paper.click()
    await expect.poll(() => paper.isChecked()).toBe(false)
    await panel().getByText('Maybe in your log?').waitFor()
    await panel().getByRole('button', { name: 'Save', exact: true }).click()
    await toast().getByText('Saved Theodora').waitFor()
    await expect.poll(async () => (await readLog()).people).toHaveLength(2)
  })

  test('the same name with an overlapping affiliation is known on a paper that the log does not have', async () => {
    await openArticle('article-39000002.html')
    const label = () => control('Theodora E Whitcombe').getAttribute('aria-label')
    await expect.poll(label).toMatch(/^Save Theodora E Whitcombe · In your log/)
    // Nobody else of the page is in the log.
    await expect.poll(() => control('').filter({ hasText: '+' }).count()).toBe((await countControls()) - 1)
  })

  test('marks are asked for again when the page comes back', async () => {
    await openArticle('article-39000001.html')
    await expect
      .poll(() => control('Theodora E Whitcombe').getAttribute('aria-label'))
      .toContain('In your log')
    await page.goto('about:blank')
    await page.goBack()
    await expect
      .poll(() => control('Theodora E Whitcombe').getAttribute('aria-label'))
      .toContain('In your log')
    await expect.poll(() => page.locator('[data-preround="save"]').count()).toBe(5)
  })
})

describe('a page that outlives its extension', () => {
  test('says to reload once the extension is gone, and takes its other nodes away', async () => {
    await openArticle('article-39000001.html')
    // With the panel loaded already, too: it must not open from a dead script.
    await control('Signe Brandvold').click()
    await panel().waitFor()
    await page.keyboard.press('Escape')
    await chromium.uninstall()
    await control('Signe Brandvold').click()
    await page.getByRole('alert', { name: 'reload this page' }).waitFor()
    await expect.poll(() => page.locator('[data-preround="save"]').count()).toBe(0)
    expect(await panel().count()).toBe(0)
  })
})

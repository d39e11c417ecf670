import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sources } from '../../src/ui/shared/words/en'
import { type RunningChromium, startChromium } from './harness/chromium'
import { closeFirstRun } from './harness/first-run'
import { openCapture } from './harness/open-capture'

// What only a real browser shows of the page readers: that the part for a software comes into a page that bears its marks
// and into no other, and that a page which fights back can neither run anything nor hold the reader up.

interface Family {
  family: string
  file: string
  url: string
}

/** The first page of a family's fixtures. */
function pageOf(family: string): Family {
  const folder = new URL(`../fixtures/pages/${family}/`, import.meta.url)
  const [page] = JSON.parse(readFileSync(new URL('pages.json', folder), 'utf8'))
  return { family, file: `tests/fixtures/pages/${family}/${page.file}`, url: page.url }
}

const families = [
  'vivo',
  'profiles-rns',
  'pure',
  'google-scholar',
  'orcid',
  'drupal-person',
  'wordpress-person',
].map(pageOf)
const article = pageOf('scholarly')

const host = 'https://hostile.lakemont.example'
const facts = `<p>Associate Professor of Medicine</p><p>Department of Medicine</p><p>Lakemont University</p>
  <p>Email: <a href="mailto:theodora.whitcombe@lakemont.example">theodora.whitcombe@lakemont.example</a></p>`
const makePage = (name: string, more: string) =>
  `<!doctype html><html lang="en"><head><title>Theodora Whitcombe | Lakemont University</title></head><body><main><h1>${name}</h1>${facts}${more}</main></body></html>`

/** Every property of a form that a field can stand in front of. */
const fields =
  'querySelector querySelectorAll children firstChild nextSibling parentElement parentNode attributes tagName nodeName nodeType textContent getAttribute hasAttribute closest matches contains id className style'
    .split(' ')
    .map((name) => `<input type="hidden" name="${name}">`)
    .join('')

const hostile: Record<string, string> = {
  clobbered: makePage('Theodora Whitcombe', `<form>${fields}<p>Phone: (555) 010-4711</p></form>`)
    .replace('<main>', `<main><form>${fields}`)
    .replace('</main>', '</form></main>'),
  scripted: makePage(
    '<b>Theodora</b> <i>Whitcombe</i>',
    `<p>Director, &lt;img src=x onerror="window.pwned=1"&gt; Lake Clinic</p><a href="javascript:window.pwned=1">ORCID</a><script type="application/ld+json">{"@type":"Person","name":"Theodora Whitcombe","jobTitle":"<img src=x onerror='window.pwned=1'>Associate Professor of Medicine","url":"javascript:window.pwned=1"}</script>`,
  ),
  nested: makePage(
    'Theodora Whitcombe',
    // Not drawn, because the browser itself gives up on laying it out.
    `<style>#deep { display: none }</style><div id="deep"></div><script>let at = document.getElementById('deep'); for (let depth = 0; depth < 50000; depth += 1) { const inner = document.createElement(depth % 3 ? 'div' : 'span'); inner.setAttribute('itemscope', ''); inner.setAttribute('itemtype', 'https://schema.org/Person'); inner.setAttribute('itemprop', 'name'); at.appendChild(inner); at = inner } at.textContent = 'Anselm Birkwood'</script>`,
  ),
  huge: makePage(
    'Theodora Whitcombe',
    `<h2>${'Birkwood, Anselm, MD '.repeat(5_000)}</h2><p>${'a.'.repeat(60_000)}@${'('.repeat(60_000)}</p>`,
  ),
  // A page may have replaced the methods of its own world: ours is another.
  patched: makePage(
    'Theodora Whitcombe',
    '<script>for (const name of ["querySelector", "querySelectorAll", "getAttribute"]) Element.prototype[name] = Document.prototype[name] = () => { throw new Error("patched") }; Array.prototype.map = null; JSON.parse = null</script>',
  ),
}

describe('the readers in a page', () => {
  let chromium: RunningChromium

  beforeAll(async () => {
    chromium = await startChromium({
      build: 'e2e',
      pages: [
        ...[...families, article].map(({ url, file }) => ({ url, file })),
        ...Object.entries(hostile).map(([name, html]) => ({ url: `${host}/${name}`, html })),
      ],
    })
    await closeFirstRun(chromium)
  })
  afterAll(() => chromium?.stop())

  /** All that the panel says, typed values included. */
  const said = (page: Page) =>
    page.evaluate(() => {
      const root = document.querySelector('[data-preround="panel"]')?.shadowRoot
      const values = [...(root?.querySelectorAll('input, textarea') ?? [])].map(
        (one) => (one as HTMLInputElement).value,
      )
      return [...values, root?.querySelector<HTMLElement>('.panel')?.innerText].join('\n')
    })

  async function openPanel(url: string): Promise<Page> {
    const page = await chromium.openPage(url)
    await openCapture(chromium, page)
    return page
  }

  test.each(families)(
    'of $family come where its marks stand, and fill the panel',
    async ({ family, url }) => {
      const page = await openPanel(url)
      await expect.poll(() => said(page)).toContain(sources[family])
      expect(await said(page)).toMatch(/Whitcombe|Fernhill|Birkwood/)
      await page.close()
    },
  )

  test('read an article by its tags', async () => {
    const page = await openPanel(article.url)
    await expect.poll(() => said(page)).toMatch(/Whitcombe|Birkwood/)
    await page.close()
  })

  test.each(Object.keys(hostile))('are not led astray: %s', async (name) => {
    const page = await chromium.openPage(`${host}/${name}`)
    const start = performance.now()
    await openCapture(chromium, page)
    // Where the page broke its own methods the panel is asked from another world.
    const ask = name === 'patched' ? readValues : said
    await expect.poll(() => ask(page), { timeout: 20_000 }).toContain('theodora.whitcombe@lakemont.example')
    const values = await ask(page)
    expect(values).toContain('Whitcombe')
    expect(values).not.toContain('Birkwood')
    expect(await page.evaluate('typeof window.pwned')).toBe('undefined')
    console.log(`${name}: panel filled ${(performance.now() - start).toFixed(0)} ms after the click`)
    await page.close()
  })

  /** What stands in the panel's fields, by Playwright's own selectors: they run in a world of their own. */
  async function readValues(page: Page): Promise<string> {
    const fields = page.locator('[data-preround="panel"] input, [data-preround="panel"] textarea')
    const values: string[] = []
    for (const field of await fields.all()) values.push(await field.inputValue())
    return values.join('\n')
  }
})

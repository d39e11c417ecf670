// @ts-check
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './build.mjs'
import { composerAddress as addressOf, composerPages } from './composer-pages.mjs'

/**
 * The three moments of the product on the project's own pages, for `npm start` and `npm run bench`. They are played on
 * the e2e build, whose shadow roots a browser driver can see into.
 * @typedef {import('../tests/e2e/harness/chromium.ts').RunningChromium} RunningChromium
 * @typedef {import('playwright-core').Page} Page
 */

const pubmedFolder = 'tests/fixtures/pages/pubmed'

export const authorAddress = 'https://pubmed.ncbi.nlm.nih.gov/?term=Whitcombe+TE&cauthor_id=39000001'
export const articleAddress = 'https://pubmed.ncbi.nlm.nih.gov/39000001/'
export const composerAddress = addressOf('popup')

const recipient = { address: 'theodora.whitcombe@lakemont.example', name: 'Theodora E Whitcombe' }

/** What a student might answer, by words of the question; the last fits any. */
const answers = [
  { asked: /your name/i, answer: 'Riley Chen' },
  { asked: /year in short/i, answer: 'MS1' },
  { asked: /your year/i, answer: 'first-year' },
  { asked: /school/i, answer: 'Harbor State School of Medicine' },
  { asked: /where you met/i, answer: 'the renal physiology lecture' },
  { asked: /time|day|when|suit/i, answer: 'Tuesday or Thursday afternoon' },
  { asked: /./, answer: 'how the kidney senses salt' },
]

/**
 * Every page of the project's own, under the address it stands for. The mail in the popup composer goes to the person
 * of the author page, so that what was saved in one moment fills the letter of the next.
 */
export function listPages() {
  /** @type {{ file: string, url: string }[]} */
  const pubmed = JSON.parse(readFileSync(join(root, pubmedFolder, 'pages.json'), 'utf8'))
  return [
    ...pubmed.map(({ file, url }) => ({ url, file: `${pubmedFolder}/${file}` })),
    ...composerPages,
    { url: composerAddress, html: readComposer() },
  ]
}

function readComposer() {
  const composer = composerPages.find(({ url }) => url === composerAddress)
  if (!composer) throw new Error('there is no popup composer among the fixtures')
  const html = readFileSync(join(root, composer.file), 'utf8')
  const mail = html
    .replaceAll('mina.lee@northbay.example', recipient.address)
    .replaceAll('Mina Lee', recipient.name)
  if (!mail.includes(recipient.address)) throw new Error(`${composer.file} no longer writes to Mina Lee`)
  return mail
}

/** Opens the panel for the person of the author page, and waits until the articles are read. @param {Page} page */
export async function openPanel(page) {
  await page
    .getByRole('button', { name: /^Save Whitcombe/ })
    .first()
    .click()
  const panel = page.locator('[data-preround="panel"]')
  await panel.getByRole('dialog').waitFor()
  await panel.getByText(/^Read \w+ articles? on PubMed/).waitFor()
  return panel
}

/** Saves what the panel shows, and waits for the toast that confirms it. @param {Page} page */
export async function savePanel(page) {
  await page.locator('[data-preround="panel"]').getByRole('button', { name: 'Save', exact: true }).click()
  const toast = page.locator('[data-preround="toast"]')
  await toast.getByText(/^Saved /).waitFor()
  return toast
}

/** Clicks into the letter and opens the templates by their control. @param {Page} page */
export async function openPicker(page) {
  await page.locator('[g_editable="true"]').first().click()
  await page.locator('[data-preround="mail-control"]').getByRole('button').click()
  const picker = page.locator('[data-preround="mail-picker"]')
  await picker.getByRole('option').first().waitFor()
  return picker
}

/** Takes the first template, answers what it asks, and inserts it. @param {Page} page */
export async function insertTemplate(page) {
  const picker = page.locator('[data-preround="mail-picker"]')
  await page.keyboard.press('Enter')
  const insert = picker.getByRole('button', { name: 'Insert', exact: true })
  // A template that asks for nothing goes in at once.
  const notice = picker.getByText(/^Inserted /)
  await insert.or(notice).first().waitFor()
  if (await insert.isVisible()) {
    for (const field of await picker.getByRole('textbox').all()) {
      if ((await field.inputValue()) !== '') continue
      const question = await field.evaluate(
        (element) => /** @type {HTMLInputElement} */ (element).labels?.[0]?.textContent ?? 'what',
      )
      await field.fill(answers.find(({ asked }) => asked.test(question))?.answer ?? '')
    }
    await insert.click()
  }
  await notice.waitFor()
  return picker
}

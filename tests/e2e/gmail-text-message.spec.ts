import { afterAll, beforeAll, expect, test } from 'vitest'
import { composerAddress, composerPages } from '../../scripts/composer-pages.mjs'
import { emptyDraft, toPersonInput } from '../../src/domain/person/draft'
import { emptyProfile } from '../../src/domain/profile/profile'
import { checkAxe } from './harness/axe'
import { type RunningChromium, startChromium } from './harness/chromium'
import { withLog } from './harness/real-log'

let chromium: RunningChromium

beforeAll(async () => {
  chromium = await startChromium({ build: 'e2e', pages: composerPages })
  const names = { given: 'Mina', middle: '', family: 'Lee', suffix: '', shown: 'Mina Lee' }
  await withLog(
    chromium,
    async (store, moment, { profile, input }) => {
      await store.profile.set(profile, moment)
      await store.people.add(input, moment)
    },
    {
      profile: {
        ...emptyProfile,
        name: 'Riley Chen',
        school: 'Harbor State School of Medicine',
        welcomed: true,
      },
      input: {
        ...toPersonInput(emptyDraft(names)),
        emails: [{ address: 'mina.lee@northbay.example', certain: true }],
        institution: 'Northbay University',
        roles: ['resident' as const],
      },
    },
  )
})
afterAll(() => chromium?.stop())

test('a letter that is as good on a phone can be copied as a text message, filled in like the mail', async () => {
  const page = await chromium.openPage(composerAddress('popup'))
  const body = page.locator('[g_editable="true"]:visible').first()
  await body.click()
  await page.getByRole('button', { name: 'Templates', exact: true }).click()
  await page.getByRole('dialog').getByText('For Mina Lee').waitFor()
  await page.getByRole('combobox', { name: 'Find a template' }).fill('tips before')
  await page.getByRole('option', { name: /Ask a resident for tips before an interview/ }).click()
  await page.getByLabel('The program').fill('Cedar Valley')
  await page.getByLabel('The date of the interview').fill('November 12')
  await chromium.screenshot(page, 'gmail-text-message')
  await checkAxe(page, '[data-preround="mail-picker"]')
  await page.getByRole('button', { name: 'Copy as text message' }).click()
  await page.getByText('Copied. Paste it where you write.').waitFor()

  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await body.click({ position: { x: 20, y: 14 } })
  await page.keyboard.press('Control+v')
  await expect
    .poll(() => body.innerText())
    .toContain(
      'Hi Mina, Riley Chen here. I am interviewing at Cedar Valley on November 12. Any quick tips on the culture?',
    )
  // Copying sends nothing, so nothing is logged.
  const touches = await withLog(chromium, async (store) => {
    const rows = await store.people.rows()
    return (await Promise.all(rows.map((row) => store.touches.of(row.id)))).flat()
  })
  expect(touches).toEqual([])
  expect(chromium.problems).toEqual([])
})

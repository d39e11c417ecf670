import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ensureBuilt } from '../../scripts/build.mjs'
import { composerAddress, composerPages } from '../../scripts/composer-pages.mjs'
import { emptyDraft, toPersonInput } from '../../src/domain/person/draft'
import type { PersonInput } from '../../src/domain/person/person'
import { emptyProfile } from '../../src/domain/profile/profile'
import type { Touch } from '../../src/domain/touch/touch'
import { checkAxe } from './harness/axe'
import { type RunningChromium, startChromium } from './harness/chromium'
import { watchPress } from './harness/pressed'
import { withLog } from './harness/real-log'

const richBody = '[g_editable="true"]:visible'
const subjectField = 'input[name="subjectbox"]'

let chromium: RunningChromium
let page: Page
let leeId = ''

function person(given: string, family: string, email: string, more: Partial<PersonInput>): PersonInput {
  const names = { given, middle: '', family, suffix: '', shown: `${given} ${family}` }
  return { ...toPersonInput(emptyDraft(names)), emails: [{ address: email, certain: true }], ...more }
}

const mina = person('Mina', 'Lee', 'mina.lee@northbay.example', {
  roles: ['faculty-researcher'],
  publications: [
    {
      pmid: '90000001',
      doi: '',
      title: 'Early recognition of sepsis in community hospitals: a prospective cohort study',
      journal: 'J Invent Med',
      year: 2026,
      authors: ['Mina Lee'],
      position: 1,
    },
  ],
})
const sam = person('Sam', 'Ortiz', 'sam.ortiz@northbay.example', {
  roles: ['resident'],
  whereMet: 'the anatomy lab',
})

const listTouches = (): Promise<Touch[]> =>
  withLog(chromium, async (store) => {
    const rows = await store.people.rows()
    return (await Promise.all(rows.map((row) => store.touches.of(row.id)))).flat()
  })

const setLogging = (logSentMail: boolean): Promise<unknown> =>
  withLog(
    chromium,
    async (store, moment, on) =>
      store.profile.set({ ...(await store.profile.get()), logSentMail: on }, moment),
    logSentMail,
  )

beforeAll(async () => {
  chromium = await startChromium({ build: 'e2e', pages: composerPages })
  leeId = await withLog(
    chromium,
    async (store, moment, { profile, people }) => {
      await store.profile.set(profile, moment)
      const ids: string[] = []
      for (const input of people) ids.push((await store.people.add(input, moment)).personId)
      return ids[0] ?? ''
    },
    {
      // A first-year student whenever the spec runs: the assumed calendar is MS1 since last August.
      profile: {
        ...emptyProfile,
        name: 'Riley Chen',
        school: 'Harbor State School of Medicine',
        welcomed: true,
      },
      people: [mina, sam],
    },
  )
})
afterAll(() => chromium?.stop())
afterEach(async () => {
  await page?.close()
  await withLog(chromium, async (store, moment) => {
    const rows = await store.people.rows()
    const touches = (await Promise.all(rows.map((row) => store.touches.of(row.id)))).flat()
    if (touches.length > 0)
      await store.touches.remove(
        touches.map((touch) => touch.id),
        moment,
      )
  })
})

async function openComposer(name: Parameters<typeof composerAddress>[0]): Promise<void> {
  page = await chromium.openPage(composerAddress(name))
}

const control = () => page.getByRole('button', { name: 'Templates', exact: true })
const picker = () => page.getByRole('dialog', { name: 'Insert a template' })
const notice = (text: string | RegExp) => page.locator('.notice', { hasText: text })
/** Keeps a notice for as long as the pointer rests on it, however slow the machine is. */
const holdNotice = (text: string | RegExp) => notice(text).hover()
const bodyText = (at = richBody) =>
  page
    .locator(at)
    .first()
    .evaluate((body) => (body as HTMLElement).innerText)
const bodyHtml = (at = richBody) =>
  page
    .locator(at)
    .first()
    .evaluate((body) => body.innerHTML)

const t4Body = (caught = '') =>
  `Dear Dr. Lee,

I am Riley Chen, a first-year medical student at Harbor State School of Medicine. I read your recent paper on early recognition of sepsis in community hospitals${caught}.

Are you taking students this year? I want to learn the basic skills of research, and to carry one small piece of the work reliably. If there is a fit, this motivated beginner would value the chance to help; if there is not, I understand.

Thank you for reading this,
Riley Chen`

describe('a template in Gmail', () => {
  test('is inserted by click: subject, body before the signature, one undo; again; sent, logged, taken back', async () => {
    await openComposer('popup')
    const earlier = await bodyHtml()
    await page.locator(richBody).click()
    await control().click()
    await picker().getByText('For Mina Lee').waitFor()
    await picker().getByText('Fits: faculty researcher, MS1').first().waitFor()
    await chromium.screenshot(page, 'gmail-picker-list')
    await checkAxe(page, '[data-preround="mail-picker"]')
    await page.getByRole('option', { name: /Ask about research/ }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel(/Topic of their paper/).waitFor()
    await expect
      .poll(() => form.getByLabel(/Topic of their paper/).inputValue())
      .toBe('early recognition of sepsis in community hospitals')
    await form.getByLabel(/What caught your eye/).fill('the figure on <b>time</b> to {{first}} antibiotic')
    await form.getByText('and kept coming back to the figure on <b>time</b>').waitFor()
    await chromium.screenshot(page, 'gmail-picker-form')
    await checkAxe(page, '[data-preround="mail-picker"]')
    await page.getByRole('button', { name: 'Insert', exact: true }).click()
    await notice('Inserted “Ask about research with a faculty member”.').waitFor()

    const expected = t4Body(', and kept coming back to the figure on <b>time</b> to {first} antibiotic')
    await expect
      .poll(() => page.locator(subjectField).inputValue())
      .toBe('MS1 student, about your work on early recognition of sepsis in community hospitals')
    await expect.poll(async () => (await bodyText()).startsWith(`${expected}\n`)).toBe(true)
    const written = await bodyText()
    expect(written.slice(expected.length).replace(/\s+/g, ' ').trim()).toBe(
      '-- Riley Chen MS1, Harbor State School of Medicine',
    )
    expect(await page.locator(`${richBody} b`).count()).toBe(0)
    await chromium.screenshot(page, 'gmail-popup-inserted')

    // One native undo for the body, one for the subject.
    await page.keyboard.press('Control+z')
    await expect.poll(bodyHtml).toBe(earlier)
    expect(await page.locator(subjectField).inputValue()).not.toBe('')
    await page.keyboard.press('Control+z')
    await expect.poll(() => page.locator(subjectField).inputValue()).toBe('')

    await page.locator(richBody).click()
    await control().click()
    await page.getByRole('option', { name: /Ask about research/ }).click()
    await page.getByRole('button', { name: 'Insert', exact: true }).click()
    await expect.poll(bodyText).toContain(t4Body())

    await page.locator('.aoO').click()
    await notice('Logged: e-mail to Mina Lee.').waitFor()
    await holdNotice('Logged')
    const touches = await listTouches()
    expect(touches).toMatchObject([
      {
        personId: leeId,
        kind: 'email',
        direction: 'out',
        templateId: 'T4',
        outcome: 'awaiting',
        pmid: '90000001',
        note: '',
        scheduled: false,
      },
    ])
    // What was said of the insertion went with the mail.
    await expect.poll(() => notice('Inserted').count()).toBe(0)
    expect(touches[0]?.zone).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone)
    expect(JSON.stringify(touches)).not.toMatch(/sepsis|student|Dear/)
    await chromium.screenshot(page, 'gmail-logged')
    await notice('Logged').getByRole('button', { name: 'Undo' }).click()
    await notice('no longer in your log').waitFor()
    await expect.poll(listTouches).toEqual([])
  })

  test('is inserted by keyboard alone (the worker’s message stands for the command), keeps what was typed, and none of its keys reach the page', async () => {
    await openComposer('popup')
    // A driven browser does not run commands of extensions: the message that the worker sends on the command is sent
    // by hand.
    const pressShortcut = () =>
      chromium.runInExtension(
        async (url) => {
          const [tab] = await chrome.tabs.query({ url })
          if (tab?.id) await chrome.tabs.sendMessage(tab.id, { type: 'picker.toggle' })
        },
        `${composerAddress('popup')}*`,
      )
    // The page script wakes at the first of the keys that are held down for the shortcut, which the page hears as well.
    await page.keyboard.press('Alt')
    await pressShortcut()
    await notice('No open mail was found here.').waitFor()
    await page.locator(richBody).click({ position: { x: 20, y: 14 } })
    await page.keyboard.type('Hello from me.')
    await page.evaluate('seenKeys.length = 0')
    await pressShortcut()
    await page.getByRole('combobox', { name: 'Find a template' }).waitFor()
    await picker().getByText('For Mina Lee').waitFor()
    await page.keyboard.type('keep in touch')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.getByLabel('Where you met').waitFor()
    await page.keyboard.type('the poster hall #3')
    await page.keyboard.press('Tab')
    await page.keyboard.type('your first year jacket')
    await page.keyboard.press('Enter')
    await notice('Inserted').waitFor()
    await holdNotice('Inserted')
    expect(await page.evaluate('seenKeys')).toEqual([])
    expect(await page.evaluate('firedShortcuts')).toEqual([])
    await expect
      .poll(bodyText)
      .toContain('Hello from me.\n\nHello Dr. Lee,\n\nIt was good to meet you at the poster hall #3.')
    const text = await bodyText()
    expect(text.indexOf('\n--')).toBeGreaterThan(text.indexOf('your first year jacket'))
    // The caret is in the letter, and typing is the page's again.
    await page.keyboard.type('!')
    await expect.poll(() => page.evaluate('seenKeys.length')).toBeGreaterThan(0)
    await expect.poll(bodyText).toContain('Riley Chen!')
    // Taken out again although the student went on writing.
    await notice('Inserted').getByRole('button', { name: 'Undo' }).click()
    await notice('out again').waitFor()
    await expect.poll(async () => (await bodyText()).replace(/\s+/g, ' ')).toContain('Hello from me. ! --')
    await expect.poll(() => page.locator(subjectField).inputValue()).toBe('')
  })

  test('closes on Escape, step by step, and gives the caret back', async () => {
    await openComposer('popup')
    await page.locator(richBody).click({ position: { x: 20, y: 14 } })
    await page.keyboard.type('ab')
    await page.keyboard.press('ArrowLeft')
    await control().click()
    await picker().getByText('For Mina Lee').waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Back' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('combobox', { name: 'Find a template' }).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('dialog', { name: 'Insert a template' }).count()).toBe(0)
    await page.keyboard.type('X')
    await expect.poll(bodyText).toMatch(/^aXb/)
  })

  test('is taken out again, exactly, by the button of its notice', async () => {
    await openComposer('popup')
    await page.locator(richBody).click({ position: { x: 20, y: 14 } })
    await page.keyboard.type('Kept.')
    const earlier = await bodyHtml()
    await control().click()
    await page.getByRole('option', { name: /Ask about research/ }).click()
    await page.getByRole('button', { name: 'Insert', exact: true }).click()
    await notice('Inserted').getByRole('button', { name: 'Undo' }).click()
    await notice('out again').waitFor()
    await expect.poll(bodyHtml).toBe(earlier)
    await expect.poll(() => page.locator(subjectField).inputValue()).toBe('')
    await page.keyboard.type('!')
    await expect.poll(bodyText).toContain('Kept.')
  })

  test('asks before it replaces a subject', async () => {
    await openComposer('popup')
    await page.locator(subjectField).fill('My own words')
    await page.locator(richBody).click()
    for (const choice of ['Keep it', 'Replace it']) {
      await control().click()
      await page.getByRole('option', { name: /Ask about research/ }).click()
      await page.getByText('This mail has a subject already: “My own words”').waitFor()
      await page.getByLabel(choice).click()
      await expect.poll(() => page.getByLabel(choice).isChecked()).toBe(true)
      await page.getByRole('button', { name: 'Insert', exact: true }).click()
      await notice('Inserted').last().waitFor()
      // The notice of the insertion before may still be there: the body tells when this one is done.
      await expect
        .poll(async () => (await bodyText()).split('Dear Dr. Lee').length - 1)
        .toBe(choice === 'Keep it' ? 1 : 2)
      await expect
        .poll(async () => (await page.locator(subjectField).inputValue()) === 'My own words')
        .toBe(choice === 'Keep it')
    }
  })

  test('goes into plain text before the signature', async () => {
    await openComposer('plain-text')
    const area = page.locator('textarea:visible')
    await area.waitFor()
    const earlier = await area.inputValue()
    await area.click()
    await control().click()
    await page.getByRole('option', { name: /Ask about research/ }).click()
    await page.getByRole('button', { name: 'Insert', exact: true }).click()
    await notice('Inserted').waitFor()
    await expect.poll(() => area.inputValue()).toBe(t4Body() + earlier)
    await chromium.screenshot(page, 'gmail-plain-text')
    await page.keyboard.press('Control+z')
    await expect.poll(() => area.inputValue()).toBe(earlier)
  })

  test('goes into the composer that was in use, of two', async () => {
    await openComposer('two-popups')
    const second = page.locator('.AD').nth(1)
    await second.locator(richBody).click()
    await control().click()
    await page.getByText('For Sam Ortiz').waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /Ask a resident for coffee/ }).waitFor()
    await page.keyboard.press('Enter')
    await notice('Inserted').waitFor()
    await expect
      .poll(() => second.locator(richBody).evaluate((body) => (body as HTMLElement).innerText))
      .toContain('Hi Sam,\n\nI am Riley Chen, the first-year student you met at the anatomy lab.')
    await expect
      .poll(() => second.locator(subjectField).inputValue())
      .toBe('Coffee or a short call sometime?')
    const first = page.locator('.AD').nth(0)
    expect(await first.locator(richBody).evaluate((body) => (body as HTMLElement).innerText)).not.toContain(
      'Riley Chen,',
    )
    expect(await first.locator(subjectField).inputValue()).toBe('')
    // Sent by keyboard from the second: logged for Sam alone.
    await second.locator(richBody).click()
    await page.keyboard.press('Control+Enter')
    await notice('Logged: e-mail to Sam Ortiz.').waitFor()
    await expect.poll(listTouches).toMatchObject([{ templateId: 'T3', outcome: 'awaiting' }])
  })

  test('is offered to copy where the text field is not recognised', async () => {
    await openComposer('popup')
    await page.evaluate(() => {
      for (const body of document.querySelectorAll('[g_editable], textarea')) body.remove()
    })
    await page.locator(subjectField).click()
    await control().click()
    await page.getByText('The text field of this mail was not recognised.').waitFor()
    await page.getByRole('option', { name: /Ask about research/ }).click()
    await page.getByRole('button', { name: 'Copy' }).waitFor()
    expect(await page.getByRole('button', { name: 'Insert', exact: true }).count()).toBe(0)
    await page.getByRole('button', { name: 'Copy' }).click()
    await page.getByText('Copied. Paste it where you write.').waitFor()
  })
})

describe('what only looks like the student', () => {
  test('opens, inserts and logs nothing', async () => {
    await openComposer('popup')
    await page.locator(richBody).click()
    await control().waitFor()
    // The e2e build opens the roots, so a page script can even reach the button.
    await page.evaluate(() => {
      const host = document.querySelector('[data-preround="mail-control"]')
      host?.shadowRoot?.querySelector('button')?.click()
    })
    await page.waitForTimeout(300)
    expect(await page.locator('[data-preround="mail-picker"]').count()).toBe(0)
    await page.evaluate(() => (document.querySelector('.aoO') as HTMLElement).click())
    await page.locator('#link_vsm').waitFor()
    await page.waitForTimeout(600)
    expect(await page.locator('[data-preround="mail-picker"]').count()).toBe(0)
    expect(await listTouches()).toEqual([])
  })
})

describe('a mail that goes out', () => {
  test('to a known person without a template is logged, and taken back by the client’s own Undo', async () => {
    await openComposer('popup')
    await page.locator(richBody).click()
    await page.keyboard.type('Thank you!')
    await page.locator('.aoO').focus()
    await page.keyboard.press('Enter')
    await notice('Logged: e-mail to Mina Lee.').waitFor()
    // Cc is nobody's mail; the own address neither.
    await expect
      .poll(listTouches)
      .toMatchObject([{ personId: leeId, kind: 'email', templateId: '', outcome: null }])
    await page.locator('#link_undo').click()
    await notice('no longer in your log').waitFor()
    await expect.poll(listTouches).toEqual([])
  })

  test('with a place still open says which one, so that it can be called back', async () => {
    await openComposer('popup')
    await page.locator(richBody).click()
    await control().click()
    await page.getByRole('option', { name: /Keep in touch/ }).click()
    await page.getByText('2 places are still open.').waitFor()
    await page.getByLabel('One thing you talked about').fill('your first year on the wards')
    await page.keyboard.press('Enter')
    await notice('Inserted').waitFor()
    // What is left to write is selected.
    await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe('[Where you met]')
    await page.keyboard.press('Control+Enter')
    await notice('It went out with [Where you met] still to be filled in.').waitFor()
    await notice('Logged: e-mail to Mina Lee.').waitFor()
    await expect.poll(listTouches).toMatchObject([{ templateId: 'T26', outcome: null }])
  })

  test('is not logged when a dialog keeps it back, or it is discarded', async () => {
    await openComposer('popup')
    await page.evaluate(() => document.querySelector('[name="to"] .agh')?.remove())
    await page.locator('.aoO').click()
    await page.getByRole('button', { name: 'OK' }).click()
    await page.locator('.trash').click()
    await page.waitForTimeout(2500)
    expect(await page.locator('.notice').count()).toBe(0)
    expect(await listTouches()).toEqual([])
  })

  test('later is logged as scheduled, once a time was chosen', async () => {
    await openComposer('popup')
    await page.locator(richBody).click()
    await page.locator('.hG').click()
    await page.getByText('Schedule send').click()
    expect(await listTouches()).toEqual([])
    await page.getByText('Tomorrow morning').click()
    await notice('Logged as scheduled: e-mail to Mina Lee.').waitFor()
    await expect.poll(listTouches).toMatchObject([{ scheduled: true }])
  })

  test('is not logged when the student switched logging off', async () => {
    await setLogging(false)
    try {
      await openComposer('popup')
      await page.locator(richBody).click()
      await page.keyboard.press('Control+Enter')
      await page.locator('#link_vsm').waitFor()
      await page.waitForTimeout(800)
      expect(await page.locator('.notice').count()).toBe(0)
      expect(await listTouches()).toEqual([])
    } finally {
      await setLogging(true)
    }
  })
})

describe('a reply', () => {
  test('to somebody whose answer is awaited asks once whether they answered, and takes a template', async () => {
    await withLog(
      chromium,
      async (store, moment, id) =>
        await store.touches.add(
          [
            {
              personId: id,
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
        ),
      leeId,
    )
    await openComposer('inline-reply')
    await page.locator(richBody).click()
    // The chip comes 900 ms late.
    const question = notice('waiting for an answer from Mina Lee')
    await question.waitFor()
    await chromium.screenshot(page, 'gmail-inline-reply')
    await checkAxe(page, '[data-preround="mail-picker"]')
    await question.getByRole('button', { name: 'Yes' }).click()
    await notice('Noted for Mina Lee.').waitFor()
    await expect.poll(listTouches).toMatchObject([{ templateId: 'T4', outcome: 'yes' }])

    await page.locator(richBody).click()
    await control().click()
    await page.getByRole('option', { name: /Keep in touch/ }).click()
    await page.getByLabel('Where you met').fill('your clinic')
    await page.getByLabel('One thing you talked about').fill('your first year on the wards')
    await page.keyboard.press('Enter')
    await notice('Inserted').waitFor()
    await expect.poll(bodyText).toContain('It was good to meet you at your clinic.')
    // The subject of a reply is its thread's.
    await expect.poll(() => page.locator(subjectField).inputValue()).toBe('Re: Your visit to our clinic')
  })
})

describe('in the dark, zoomed and narrow', () => {
  test('the picker stays in the window and readable', async () => {
    await openComposer('popup')
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.locator(richBody).click()
    await control().click()
    await picker().getByText('For Mina Lee').waitFor()
    await checkAxe(page, '[data-preround="mail-picker"]')
    await chromium.screenshot(page, 'gmail-dark')
    // 1280 × 800 at 200 %, and a narrow window.
    for (const size of [
      { width: 640, height: 400 },
      { width: 360, height: 640 },
    ]) {
      await page.setViewportSize(size)
      await expect
        .poll(async () => {
          const box = await picker().boundingBox()
          return (
            box &&
            box.x >= 0 &&
            box.y >= 0 &&
            box.x + box.width <= size.width &&
            box.y + box.height <= size.height
          )
        })
        .toBe(true)
      await chromium.screenshot(page, `gmail-narrow-${size.width}`)
    }
  })
})

describe('after an update of the extension', () => {
  test('the new version takes over in the open tab; where none did, the control says to reload', async () => {
    const other = await startChromium({ build: 'e2e', pages: composerPages })
    try {
      const tab = await other.openPage(composerAddress('popup'))
      const button = tab.locator('[data-preround="mail-control"] button')
      const focusOn = async (place: string) => {
        // The first-run page may open over this tab, and a hidden tab draws nothing.
        await tab.bringToFront()
        await tab.locator(place).click()
        return await button.count()
      }
      await expect.poll(() => focusOn(richBody)).toBe(1)
      await tab.evaluate(() => {
        const control = document.querySelector('[data-preround="mail-control"]')
        if (control) control.id = 'of-the-earlier-version'
      })
      const debug = await other.context.browser()?.newBrowserCDPSession()
      const path = ensureBuilt({ browser: 'chrome', mode: 'e2e' })
      await debug?.send('Extensions.loadUnpacked' as never, { path } as never)
      // The worker of the new version puts its page script in, which takes the old control away first.
      await expect.poll(() => tab.locator('#of-the-earlier-version').count()).toBe(0)
      for (const place of [subjectField, richBody]) {
        await expect.poll(() => focusOn(place)).toBe(1)
      }
      await button.click()
      const search = tab.getByRole('combobox', { name: 'Find a template' })
      await search.waitFor()
      // The earlier version's key guard, still on this page, leaves the keys to the new one.
      await tab.keyboard.press('Escape')
      await expect.poll(() => search.count()).toBe(0)

      const worker = other.context.serviceWorkers().at(-1)
      await worker?.evaluate(() => chrome.runtime.reload()).catch(() => {})
      await expect
        .poll(async () => {
          await tab.locator(subjectField).click()
          await button.click()
          return await button.innerText()
        })
        .toBe('Preround was updated. Reload this page to go on.')
      await expect.poll(() => button.count()).toBe(1)
    } finally {
      await other.stop()
    }
  })
})

describe('the control', () => {
  test('looks pressed in the next frame', async () => {
    await openComposer('popup')
    await page.locator(richBody).click()
    await control().hover()
    const readLook = await watchPress(page, 'pointerdown')
    await page.mouse.down()
    expect((await readLook()).opacity).toBeLessThan(0.9)
    await page.mouse.up()
    await picker().waitFor()
    await expect.poll(() => control().evaluate((button) => getComputedStyle(button).opacity)).toBe('1')
  })

  const box = async (selector: string) => {
    const found = await page.locator(selector).first().boundingBox()
    if (!found) throw new Error(`${selector} is not to be seen`)
    return found
  }
  const isClear = async () => {
    const own = await box('[data-preround="mail-control"] button')
    const isInside = own.x >= 0 && own.y >= 0 && own.x + own.width <= 1280 && own.y + own.height <= 800
    const others = await Promise.all(['.aoO', subjectField, '[name="to"]'].map(box))
    return (
      isInside &&
      others.every(
        (other) =>
          own.x >= other.x + other.width ||
          other.x >= own.x + own.width ||
          own.y >= other.y + other.height ||
          other.y >= own.y + own.height,
      )
    )
  }

  test.each(['full-screen', 'pop-out'] as const)(
    'covers neither Send nor subject in a %s composer, where a template goes in and what is sent is logged',
    async (view) => {
      await openComposer(view)
      await page.locator(richBody).click()
      await control().waitFor()
      await expect.poll(isClear).toBe(true)
      await chromium.screenshot(page, `gmail-${view}`)
      await control().click()
      await picker().getByText('For Mina Lee').waitFor()
      await page.getByRole('option', { name: /Ask about research/ }).click()
      await page.getByRole('button', { name: 'Insert', exact: true }).click()
      await notice('Inserted').waitFor()
      await expect.poll(bodyText).toContain(t4Body())
      await expect
        .poll(() => page.locator(subjectField).inputValue())
        .toBe('MS1 student, about your work on early recognition of sepsis in community hospitals')
      await page.locator('.aoO').click()
      await notice('Logged: e-mail to Mina Lee.').waitFor()
      await expect.poll(listTouches).toMatchObject([{ personId: leeId, templateId: 'T4' }])
    },
  )

  test('covers neither Send nor subject in a popup that is moved, and grown to the whole window', async () => {
    await openComposer('popup')
    await page.locator(richBody).click()
    await control().waitFor()
    await expect.poll(isClear).toBe(true)
    const before = await box('[data-preround="mail-control"] button')
    // Another window of the mail client pushes this one aside; no event of the page tells.
    await page.addStyleTag({ content: '.dw { right: 300px }' })
    await expect.poll(async () => (await box('[data-preround="mail-control"] button')).x).toBe(before.x - 276)
    await page.addStyleTag({
      content: '.AD { position: fixed; inset: 0; width: auto } .Am { min-height: 560px; max-height: none }',
    })
    await expect.poll(isClear).toBe(true)
    await page.locator('input[type="search"]').focus()
    await expect.poll(() => control().count()).toBe(0)
  })
})

test('the spec caused no error on any page', () => {
  expect(chromium.problems).toEqual([])
})

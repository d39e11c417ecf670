// @ts-check
import { setUp } from './set-up.mjs'

/**
 * `npm start`: builds and opens a browser with the extension and a throw-away profile, on three tabs to try: a PubMed
 * author page and a composer that this project wrote itself, under their real addresses without any network, and the
 * popup. `-- --live` opens the real sites instead. Without a display the moments are played, and a screenshot of each
 * is left in `output/`.
 */

const isLive = process.argv.includes('--live')
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
const { chromium: program } = setUp(['chromium'])
if (!program) process.exit(1)

const { runnerImport } = await import('vite')
const { root } = await import('./build.mjs')
const moments = await import('./moments.mjs')
/** @type {{ module: typeof import('../tests/e2e/harness/chromium.ts') }} */
const { module: harness } = await runnerImport(`${root}/tests/e2e/harness/chromium.ts`, {
  configFile: false,
  root,
})

if (hasDisplay) await show()
else if (isLive) {
  console.log('--live needs a display to show the real sites on: none was found (DISPLAY, WAYLAND_DISPLAY).')
  process.exitCode = 1
} else await play()

/** Opens the tabs and waits until the browser is closed. */
async function show() {
  const browser = await harness.startChromium({
    build: 'development',
    pages: isLive ? [] : moments.listPages(),
    isHeaded: true,
    isLive,
    viewport: null,
  })
  const addresses = isLive
    ? ['https://pubmed.ncbi.nlm.nih.gov/?term=Gumz+ML%5BAuthor%5D', 'https://mail.google.com/']
    : [moments.authorAddress, moments.composerAddress]
  // A site that cannot be reached shows so in its tab, and is no reason to close the others.
  const [first] = await Promise.all(addresses.map((address) => browser.openPage(address).catch(() => null)))
  const popup = await browser.openExtensionPage('popup')
  // The browser's empty tab, and the first-run page that every install opens.
  for (const page of browser.context.pages()) {
    if (page.url() === 'about:blank' || page.url().endsWith('/welcome.html')) await page.close()
  }
  await (first ?? popup).bringToFront()
  console.log(
    [
      `Opened with a throw-away profile${isLive ? '' : ', without network, on pages this project wrote'}:`,
      `  1. ${addresses[0]}  press "Save mentor"`,
      `  2. ${addresses[1]}  click into the letter, then "Templates" or Alt+Shift+Y`,
      '  3. the popup, in a tab; the puzzle piece in the toolbar has the real one',
      'Close the browser window, or press Ctrl+C, to end.',
    ].join('\n'),
  )
  const closed = new Promise((resolve) => browser.context.on('close', resolve))
  const interrupted = new Promise((resolve) => process.once('SIGINT', resolve))
  await Promise.race([closed, interrupted])
  await browser.stop()
}

/** Plays the moments without a display. */
async function play() {
  console.log(
    'No display was found, so the three moments are played on pages this project wrote, without network.',
  )
  const browser = await harness.startChromium({ build: 'e2e', pages: moments.listPages() })
  /** @param {string} said @param {string} picture */
  const tell = (said, picture) => console.log(`  ${said}\n    ${picture}`)
  try {
    const author = await browser.openPage(moments.authorAddress)
    await moments.openPanel(author)
    tell(
      'pressed "Save mentor" on an author page: the panel',
      await browser.screenshot(author, 'start-1-panel'),
    )
    await moments.savePanel(author)
    tell('saved the person', await browser.screenshot(author, 'start-2-saved'))

    const mail = await browser.openPage(moments.composerAddress)
    await moments.openPicker(mail)
    tell('opened the templates in a composer: the picker', await browser.screenshot(mail, 'start-3-picker'))
    await moments.insertTemplate(mail)
    tell('inserted one', await browser.screenshot(mail, 'start-4-inserted'))

    const popup = await browser.openExtensionPage('popup')
    await popup.getByRole('heading').first().waitFor()
    tell('opened the popup: this month', await browser.screenshot(popup, 'start-5-popup'))
  } finally {
    await browser.stop()
  }
}

import type { Page } from 'playwright-core'
import { vi } from 'vitest'
import type { RunningChromium } from './chromium'

const isFirstRun = (page: Page) => page.url().endsWith('/welcome.html')

/**
 * Waits for the page that an install opens by itself, and closes it: it opens at a time of its own, stands in front of
 * other tabs then, and misses what a spec sets up for every page, such as a fixed clock.
 */
export async function closeFirstRun({ context }: Pick<RunningChromium, 'context'>): Promise<void> {
  await vi.waitUntil(() => context.pages().some(isFirstRun), { timeout: 30_000 })
  for (const page of context.pages()) if (isFirstRun(page)) await page.close()
}

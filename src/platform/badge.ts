import { browser } from './browser'

/** Shows on the toolbar icon how many things are due; nothing when none is. */
export async function showBadge(due: number): Promise<void> {
  await browser.action.setBadgeText({ text: due > 0 ? String(Math.min(due, 99)) : '' })
  await browser.action.setBadgeBackgroundColor({ color: '#0b6a72' })
}

import { browser } from './browser'
import { type LoadableScript, loadScript } from './page-load'

/**
 * Puts the page scripts into tabs that were open before the extension was installed or updated: the browser itself
 * runs them only in pages loaded afterwards. Each script first takes away what an earlier version left.
 */
export async function injectIntoOpenTabs(): Promise<void> {
  const manifest = browser.runtime.getManifest()
  for (const { matches, js } of manifest.content_scripts ?? []) {
    const script = js?.[0]?.replace(/\.js$/, '') as LoadableScript | undefined
    if (!script) continue
    for (const tab of await browser.tabs.query({ url: matches })) {
      if (tab.id === undefined || tab.discarded) continue
      // A tab that shows an error page, or is closing, refuses: there is nothing to offer in it.
      await loadScript(script, tab.id).catch(() => undefined)
    }
  }
}

import { browser } from './browser'

/**
 * Ends registered scripts whose host the student has taken back. Run at every start of the worker and whenever a
 * permission comes or goes: a registration outlives the permission it was made under.
 */
export async function reconcileSites(): Promise<void> {
  const granted = new Set((await browser.permissions.getAll()).origins ?? [])
  const registered = await browser.scripting.getRegisteredContentScripts()
  const orphaned = registered.filter((script) => !script.matches?.every((match) => granted.has(match)))
  if (orphaned.length)
    await browser.scripting.unregisterContentScripts({ ids: orphaned.map((script) => script.id) })
}

import { browser } from './browser'
import { hostOfPattern, patternOfHost } from './page-address'
import { loadScript } from './page-load'

/**
 * Sites on which the student always wants the offer. The browser's list of granted permissions is the only record of
 * them; the registered scripts follow it.
 */

const idPrefix = 'offer:'

/** The optional sites that are granted, as patterns: those of the manifest itself are not the student's to give. */
async function readGranted(): Promise<string[]> {
  const own = browser.runtime.getManifest().host_permissions ?? []
  const granted = (await browser.permissions.getAll()).origins ?? []
  return granted.filter((pattern) => !own.includes(pattern))
}

/** The granted sites, for a list: hosts, and patterns where the browser's own settings granted more than one host. */
export async function listSites(): Promise<string[]> {
  const names = (await readGranted()).map((pattern) => hostOfPattern(pattern) ?? pattern)
  return [...new Set(names)].sort()
}

/** Whether the offer may stand on this host already. */
export async function isSiteGranted(host: string): Promise<boolean> {
  return await browser.permissions.contains({ origins: [patternOfHost(host)] })
}

/**
 * Asks the student for one site. To be the first call in a click's handler, on a page of the extension. What follows is
 * done in the worker (`permissions.onAdded`), as the popup may be closed by the browser's question.
 */
export function requestSite(host: string): Promise<boolean> {
  return browser.permissions.request({ origins: [patternOfHost(host)] })
}

/** Gives one site of `listSites` back. False when the browser did not take it. */
export async function removeSite(site: string): Promise<boolean> {
  const origins = (await readGranted()).filter((pattern) => (hostOfPattern(pattern) ?? pattern) === site)
  return await browser.permissions.remove({ origins }).catch(() => false)
}

/** Hears that a site came or went, until `signal` aborts. */
export function onSitesChange(listener: () => void, signal: AbortSignal): void {
  const { onAdded, onRemoved } = browser.permissions
  const hear = () => listener()
  for (const event of [onAdded, onRemoved]) {
    event.addListener(hear)
    signal.addEventListener('abort', () => event.removeListener(hear))
  }
}

let running: Promise<void> = Promise.resolve()

/**
 * Brings the registered scripts in line with what is granted: every granted host has the detector, nothing else has
 * anything. Run at every start of the worker and whenever a permission comes or goes: a registration outlives the
 * permission it was made under, and an update of the extension loses it. One run at a time.
 */
export function reconcileSites(): Promise<void> {
  running = running.catch(() => undefined).then(reconcile)
  return running
}

async function reconcile(): Promise<void> {
  // A pattern of many hosts can be granted in the browser's own settings alone; the offer is made for chosen sites.
  const wanted = new Map<string, string[]>()
  for (const pattern of await readGranted()) {
    const host = hostOfPattern(pattern)
    if (host) wanted.set(idPrefix + host, [...(wanted.get(idPrefix + host) ?? []), pattern].sort())
  }
  const registered = await browser.scripting.getRegisteredContentScripts()
  const isRight = (script: (typeof registered)[0]) =>
    JSON.stringify([...(script.matches ?? [])].sort()) === JSON.stringify(wanted.get(script.id))
  const wrong = registered.filter((script) => !isRight(script)).map(({ id }) => id)
  if (wrong.length) await browser.scripting.unregisterContentScripts({ ids: wrong })

  const right = new Set(registered.filter(isRight).map(({ id }) => id))
  const missing = [...wanted].filter(([id]) => !right.has(id))
  if (missing.length)
    await browser.scripting.registerContentScripts(
      missing.map(([id, matches]) => ({
        id,
        matches,
        js: ['detector.js'],
        runAt: 'document_idle',
        allFrames: false,
        persistAcrossSessions: true,
      })),
    )
}

/**
 * Puts the detector into tabs that show a granted site already: of these patterns, or of all that are granted. A tab
 * that has it gets it anew.
 */
export async function offerInOpenTabs(patterns?: readonly string[]): Promise<void> {
  const granted = await readGranted()
  const url = granted.filter((pattern) => hostOfPattern(pattern) && (patterns?.includes(pattern) ?? true))
  if (!url.length) return
  for (const tab of await browser.tabs.query({ url })) {
    if (tab.id === undefined || tab.discarded) continue
    // A tab that shows an error page, or is closing, refuses: there is nothing to offer in it.
    await loadScript('detector', tab.id).catch(() => undefined)
  }
}

/** Takes the offer out of open tabs of hosts that were given back. Which tabs show them can no longer be seen: all are told. */
export async function endOffers(patterns: readonly string[]): Promise<void> {
  const hosts = new Set(patterns.flatMap((pattern) => hostOfPattern(pattern) ?? []))
  for (const host of hosts) {
    if (await isSiteGranted(host)) continue
    for (const tab of await browser.tabs.query({})) {
      if (tab.id === undefined || tab.discarded) continue
      void browser.tabs
        .sendMessage(tab.id, { type: 'offer.stop', body: { host } }, { frameId: 0 })
        .catch(() => undefined)
    }
  }
}

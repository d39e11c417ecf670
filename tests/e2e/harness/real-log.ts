import { build } from 'vite'
import { root } from '../../../scripts/build.mjs'
import type { Moment, Store } from '../../../src/store/api'
import type { RunningChromium } from './chromium'

let code: Promise<string> | undefined

/** The product's own store as one script, to fill and read the log of a running extension through the front door. */
async function bundleStore(): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: 'src/store/open-store.ts', formats: ['iife'], name: 'realStore', fileName: 'real-store' },
    },
  })
  const output = Array.isArray(built) ? built[0] : built
  const chunk = output && 'output' in output ? output.output.find((one) => one.type === 'chunk') : undefined
  if (chunk?.type !== 'chunk') throw new Error('src/store did not build')
  return chunk.code
}

/**
 * Runs `run` with the extension's real log (IndexedDB) open, on a page of the extension. `run` is sent as text: it sees
 * its parameters and nothing of the spec.
 */
export async function withLog<T, A = undefined>(
  chromium: RunningChromium,
  run: (store: Store, moment: Moment, argument: A) => Promise<T>,
  argument?: A,
): Promise<T> {
  code ??= bundleStore()
  const page = await chromium.context.newPage()
  try {
    await page.goto(`chrome-extension://${chromium.extensionId}/manifest.json`)
    return (await page.evaluate(`(async () => {
      ${await code}
      const store = await realStore.openStore()
      const pad = (value) => String(value).padStart(2, '0')
      const now = new Date()
      const today = now.getFullYear() + '-' + pad(now.getMonth() + 1) + '-' + pad(now.getDate())
      const moment = { now: now.toISOString(), today, newId: () => crypto.randomUUID() }
      try {
        return await (${run.toString()})(store, moment, ${JSON.stringify(argument) ?? 'undefined'})
      } finally {
        store.close()
      }
    })()`)) as T
  } finally {
    await page.close()
  }
}

import { configure, render } from '@testing-library/preact'
import { vi } from 'vitest'
import { Dashboard } from '../../../src/ui/dashboard/dashboard'
import type { DashboardDoors } from '../../../src/ui/dashboard/doors'
import { momentNow, openLog } from '../make-store'
import { seeds } from './make-seeds'

// A busy machine may be many times slower than a developer's: only a failure waits so long.
configure({ asyncUtilTimeout: 20_000 })
vi.setConfig({ testTimeout: 30_000 })

/** Draws the dashboard at an address, on the log of the test and without a browser around it. */
export function showPage(hash: string, parts: Partial<DashboardDoors> = {}): void {
  vi.spyOn(window, 'scrollTo').mockImplementation(() => {})
  location.hash = hash
  const doors: DashboardDoors = {
    openStore: () => openLog(),
    momentNow,
    zone: () => 'America/Chicago',
    browser: 'chrome',
    sources: {},
    openWelcome: () => {},
    shortcut: async () => '',
    sites: {
      list: async () => [],
      isOwn: () => false,
      readHost: () => null,
      request: async () => false,
      remove: async () => false,
      onChange: () => {},
    },
    saveFile: () => {},
    seeds,
    ...parts,
  }
  render(<Dashboard doors={doors} />)
}

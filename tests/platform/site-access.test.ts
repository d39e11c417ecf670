import { beforeEach, describe, expect, it, vi } from 'vitest'

interface Registered {
  id: string
  matches?: string[]
  js?: string[]
}

/** What the browser of these tests has, and what it was asked to do. */
const fake = vi.hoisted(() => ({
  origins: [] as string[] | undefined,
  registered: [] as Registered[],
  registering: 0,
  tabs: [] as { id?: number; url: string; discarded?: boolean }[],
  loaded: [] as [script: string, tab: number][],
  told: [] as [tab: number, body: unknown][],
}))
const own = ['https://pubmed.ncbi.nlm.nih.gov/*', 'https://mail.google.com/*']

vi.mock('../../src/platform/browser', () => ({
  browser: {
    runtime: {
      getManifest: () => ({
        host_permissions: ['https://pubmed.ncbi.nlm.nih.gov/*', 'https://mail.google.com/*'],
      }),
    },
    permissions: {
      getAll: async () => ({ origins: fake.origins, permissions: [] }),
      contains: async ({ origins }: { origins: string[] }) =>
        origins.every((one) => fake.origins?.includes(one)),
      remove: async ({ origins }: { origins: string[] }) => {
        if (origins.length === 0) return false
        fake.origins = fake.origins?.filter((one) => !origins.includes(one)) ?? []
        return true
      },
    },
    scripting: {
      getRegisteredContentScripts: async () => fake.registered,
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        fake.registered = fake.registered.filter(({ id }) => !ids.includes(id))
      },
      registerContentScripts: async (scripts: Registered[]) => {
        await new Promise((done) => setTimeout(done, 0))
        for (const script of scripts) {
          // As the browsers do.
          if (fake.registered.some(({ id }) => id === script.id))
            throw new Error(`Duplicate script ID '${script.id}'`)
          fake.registered.push(script)
          fake.registering++
        }
      },
    },
    tabs: {
      query: async ({ url }: { url?: string[] }) =>
        fake.tabs.filter((tab) => !url || url.some((pattern) => tab.url.includes(pattern.slice(3, -1)))),
      sendMessage: async (tab: number, body: unknown) => {
        fake.told.push([tab, body])
        if (tab === 9) throw new Error('Receiving end does not exist.')
      },
    },
  },
}))
vi.mock('../../src/platform/page-load', () => ({
  loadScript: async (script: string, tab: number) => {
    fake.loaded.push([script, tab])
    if (tab === 8) throw new Error('Cannot access contents of the page.')
  },
}))

import {
  endOffers,
  listSites,
  offerInOpenTabs,
  reconcileSites,
  removeSite,
} from '../../src/platform/site-access'

const lakeside = '*://lakeside.example/*'
const hillside = '*://hillside.example/*'
const ids = () => fake.registered.map(({ id }) => id).sort()

beforeEach(() => {
  Object.assign(fake, { origins: [...own], registered: [], registering: 0, tabs: [], loaded: [], told: [] })
})

describe('registered scripts', () => {
  it('stand for every site that was granted, with the detector alone, and for no site of the manifest', async () => {
    fake.origins?.push(lakeside, hillside)
    await reconcileSites()
    expect(ids()).toEqual(['offer:hillside.example', 'offer:lakeside.example'])
    expect(fake.registered.find(({ id }) => id === 'offer:lakeside.example')).toEqual({
      id: 'offer:lakeside.example',
      matches: [lakeside],
      js: ['detector.js'],
      runAt: 'document_idle',
      allFrames: false,
      persistAcrossSessions: true,
    })
  })

  it('are made once, however often and at however many ends they are asked for', async () => {
    fake.origins?.push(lakeside)
    await Promise.all([reconcileSites(), reconcileSites(), reconcileSites()])
    await reconcileSites()
    expect(ids()).toEqual(['offer:lakeside.example'])
    expect(fake.registering).toBe(1)
  })

  it('are ended when the student took their site back, and only those', async () => {
    fake.origins?.push(lakeside, hillside)
    await reconcileSites()
    fake.origins = [...own, lakeside]
    await reconcileSites()
    expect(ids()).toEqual(['offer:lakeside.example'])
    expect(fake.registering).toBe(2)
  })

  it('are all ended when the browser names no site', async () => {
    fake.origins?.push(lakeside)
    await reconcileSites()
    fake.origins = undefined
    await reconcileSites()
    expect(ids()).toEqual([])
  })

  it('of an earlier form, or of nobody, go', async () => {
    fake.registered = [
      { id: 'offer:lakeside.example', matches: ['https://lakeside.example/*'] },
      { id: 'left-over', matches: [lakeside] },
    ]
    fake.origins?.push(lakeside)
    await reconcileSites()
    expect(fake.registered).toMatchObject([{ id: 'offer:lakeside.example', matches: [lakeside] }])
  })

  it('cover one host granted by two patterns in one', async () => {
    fake.origins?.push('https://lakeside.example/*', 'http://lakeside.example/*')
    await reconcileSites()
    expect(fake.registered).toMatchObject([
      { id: 'offer:lakeside.example', matches: ['http://lakeside.example/*', 'https://lakeside.example/*'] },
    ])
    expect(await listSites()).toEqual(['lakeside.example'])
  })

  it.each(['*://*/*', '<all_urls>', '*://*.lakeside.example/*'])(
    'never stand for %s, which only the browser’s own settings can grant',
    async (pattern) => {
      fake.origins?.push(pattern)
      await reconcileSites()
      expect(ids()).toEqual([])
      expect(await listSites(), 'but it is shown, to be taken back').toEqual([pattern])
    },
  )

  it('are mended by the next run when one run failed', async () => {
    fake.origins?.push(lakeside)
    fake.registered = Object.assign([], {
      filter: () => {
        throw new Error('the browser is closing')
      },
    })
    await expect(reconcileSites()).rejects.toThrow()
    fake.registered = []
    await reconcileSites()
    expect(ids()).toEqual(['offer:lakeside.example'])
  })
})

describe('open tabs', () => {
  beforeEach(() => {
    fake.tabs = [
      { id: 1, url: 'https://lakeside.example/people' },
      { id: 2, url: 'https://hillside.example/' },
      { id: 3, url: 'https://elsewhere.example/' },
      { id: 8, url: 'https://lakeside.example/broken' },
      { id: 5, url: 'https://lakeside.example/asleep', discarded: true },
    ]
  })

  it('get the detector when their site is granted, and only those of that site', async () => {
    fake.origins?.push(lakeside, hillside)
    await offerInOpenTabs([lakeside])
    expect(fake.loaded).toEqual([
      ['detector', 1],
      ['detector', 8],
    ])
  })

  it('get it anew for every granted site at an update', async () => {
    fake.origins?.push(lakeside, hillside)
    await offerInOpenTabs()
    expect(fake.loaded.map(([, tab]) => tab).sort()).toEqual([1, 2, 8])
  })

  it('get nothing when nothing is granted, nor for a grant that is not the offer’s', async () => {
    await offerInOpenTabs()
    await offerInOpenTabs([lakeside])
    fake.origins?.push('*://*/*')
    await offerInOpenTabs(['*://*/*'])
    expect(fake.loaded).toEqual([])
  })

  it('are told when a site was given back, and not while another grant of it stands', async () => {
    fake.tabs.push({ id: 9, url: 'https://deaf.example/' })
    await endOffers([lakeside])
    expect(fake.told.map(([tab]) => tab)).toEqual([1, 2, 3, 8, 9])
    expect(fake.told[0]?.[1]).toEqual({ type: 'offer.stop', body: { host: 'lakeside.example' } })
    fake.told = []
    fake.origins?.push(lakeside)
    await endOffers([lakeside, '*://*/*'])
    expect(fake.told).toEqual([])
  })
})

describe('giving a site back', () => {
  it('takes all patterns of that site and nothing else', async () => {
    fake.origins?.push(lakeside, 'https://lakeside.example/*', hillside)
    expect(await removeSite('lakeside.example')).toBe(true)
    expect(fake.origins).toEqual([...own, hillside])
  })

  it('cannot take what the extension lives on', async () => {
    expect(await removeSite('pubmed.ncbi.nlm.nih.gov')).toBe(false)
    expect(fake.origins).toEqual(own)
  })
})

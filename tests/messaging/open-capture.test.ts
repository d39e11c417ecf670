import { beforeEach, describe, expect, it, vi } from 'vitest'

/** One tab, and what became of it. */
const fake = vi.hoisted(() => ({
  type: 'text/html' as string | null,
  /** Scripts of ours in the page. */
  loaded: [] as string[],
  isClosed: false,
  isDeaf: false,
  told: [] as unknown[],
  selected: '',
  around: '',
}))

vi.mock('../../src/platform/page-load', () => ({
  loadScript: async (script: string) => {
    if (fake.isClosed) throw new Error('Cannot access contents of the page.')
    fake.loaded.push(script)
  },
}))
vi.mock('../../src/platform/site-access', () => ({
  isSiteGranted: async () => false,
  requestSite: async () => true,
}))
vi.mock('../../src/platform/tab-page', () => ({
  readActiveTab: async () => null,
  readContentType: async () => fake.type,
  readSelectedText: async () => fake.selected,
  readTextAround: async () => fake.around,
  tellPage: async (_tab: number, order: unknown) => {
    if (!fake.loaded.includes('capture') || fake.isDeaf) return false
    fake.told.push(order)
    return true
  },
}))

import { openCapture, readActivePage, readMenuOrder } from '../../src/messaging/handlers/open-capture'
import { captureOrderSchema, pageOrders } from '../../src/messaging/protocol'

const tab = (address: string | undefined) => ({ tabId: 7, windowId: 1, address })
const faculty = tab('https://lakeside.example/faculty/')

beforeEach(() => {
  Object.assign(fake, {
    type: 'text/html',
    loaded: [],
    isClosed: false,
    isDeaf: false,
    told: [],
    selected: '',
    around: '',
  })
})

describe('opening the panel in a page', () => {
  it('loads readers and panel, and tells the page what is asked for', async () => {
    expect(await openCapture(faculty, { what: 'page' })).toBeNull()
    expect(fake.loaded).toEqual(['reader', 'capture'])
    expect(fake.told).toEqual([{ type: 'capture.open', body: { what: 'page' } }])
    expect(pageOrders.safeParse(fake.told[0]).success).toBe(true)
  })

  it('loads nothing again where the panel is there: it keeps what was typed', async () => {
    await openCapture(faculty, { what: 'page' })
    await openCapture(faculty, { what: 'selection', text: 'Jane Doe' })
    expect(fake.loaded).toEqual(['reader', 'capture'])
    expect(fake.told).toHaveLength(2)
  })

  it('leaves the readers of any page out on PubMed', async () => {
    expect(await openCapture(tab('https://pubmed.ncbi.nlm.nih.gov/1/'), { what: 'page' })).toBeNull()
    expect(fake.loaded).toEqual(['capture'])
  })

  it.each([
    ['file:///home/sam/people.html', 'file'],
    ['https://mail.google.com/mail/', 'mail'],
    ['https://addons.mozilla.org/', 'store'],
    [undefined, 'browser'],
  ])('touches nothing at %s', async (address, refusal) => {
    fake.loaded = ['capture']
    expect(await openCapture(tab(address), { what: 'page' })).toBe(refusal)
    expect(fake.told).toEqual([])
  })

  it.each([
    ['application/pdf', 'pdf'],
    ['image/png', 'no-page'],
    [null, 'closed'],
  ])('loads nothing into a document of type %s', async (type, refusal) => {
    fake.type = type
    expect(await openCapture(faculty, { what: 'page' })).toBe(refusal)
    expect(fake.loaded).toEqual([])
  })

  it('says so when the page closes meanwhile, or nobody in it answers', async () => {
    fake.isClosed = true
    expect(await openCapture(faculty, { what: 'page' })).toBe('closed')
    Object.assign(fake, { isClosed: false, isDeaf: true })
    expect(await openCapture(faculty, { what: 'page' })).toBe('closed')
  })
})

describe('a click in the context menu', () => {
  const click = { tab: faculty, frameId: 0, text: '', address: '' }

  it('takes the selection with its lines from the page, and from the browser where the page cannot be asked', async () => {
    fake.selected = '  Jane A. Doe, MD\nAssociate Professor '
    expect(
      await readMenuOrder({ ...click, what: 'selection', text: 'Jane A. Doe, MD Associate Professor' }),
    ).toEqual({
      what: 'selection',
      text: 'Jane A. Doe, MD\nAssociate Professor',
    })
    fake.selected = ''
    expect(await readMenuOrder({ ...click, what: 'selection', text: 'Jane A. Doe' })).toEqual({
      what: 'selection',
      text: 'Jane A. Doe',
    })
  })

  it('takes a link with the words around it, or its own', async () => {
    const link = {
      ...click,
      what: 'address' as const,
      address: 'mailto:jdoe@lakeside.example?subject=Hi',
      text: 'Write',
    }
    expect(await readMenuOrder(link)).toEqual({ what: 'address', address: link.address, text: 'Write' })
    fake.around = 'Jane A. Doe, MD\nWrite'
    expect(await readMenuOrder(link)).toMatchObject({ text: 'Jane A. Doe, MD\nWrite' })
  })

  it('keeps to what the page may be told, however long a page makes it', async () => {
    fake.selected = 'a'.repeat(9000)
    fake.around = 'b'.repeat(9000)
    for (const what of ['selection', 'address', 'page'] as const) {
      const order = await readMenuOrder({
        ...click,
        what,
        text: 'c'.repeat(9000),
        address: `mailto:${'d'.repeat(9000)}`,
      })
      expect(captureOrderSchema.safeParse(order).success, what).toBe(true)
    }
  })

  it('on a selection of blanks means the page', async () => {
    expect(await readMenuOrder({ ...click, what: 'selection', text: '  ' })).toEqual({ what: 'page' })
  })
})

describe('the page behind the popup', () => {
  it('without a tab is nothing to save from', async () => {
    const page = await readActivePage()
    expect(page).toMatchObject({ refusal: 'browser', host: null, isOffered: false })
    expect(await page.save()).toBe('browser')
  })
})

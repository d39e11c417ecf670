import { describe, expect, it, vi } from 'vitest'
import { parseName } from '../../../src/domain/names/parse-name'
import { emptyDraft } from '../../../src/domain/person/draft'
import type { PersonDraft } from '../../../src/domain/person/person'
import type { CaptureOrder } from '../../../src/messaging/protocol'
import type { PageReading } from '../../../src/ui/capture/page-reading'
import { readOrder } from '../../../src/ui/capture/read-order'

const url = 'https://x.example/people/'
const draft = (shown: string, ...addresses: string[]): PersonDraft => ({
  ...emptyDraft(parseName(shown)),
  emails: addresses.map((address) => ({ address, certain: false })),
})
const reading = (kind: PageReading['kind'], ...people: PersonDraft[]): PageReading => ({
  kind,
  people: people.map((one, index) => ({ index, draft: one })),
  cauthorPmid: null,
  more: null,
})
const show = (order: CaptureOrder, page: PageReading, selected: PersonDraft | null = null) => {
  const parts = { readPage: vi.fn(async () => page), readSelection: vi.fn(() => selected) }
  return readOrder(order, parts, url, new AbortController().signal)
}
const nobody = reading(null)

describe('opening the panel for a page', () => {
  it('shows a table for a listing, a form for a profile and a kind word for anything else', async () => {
    const list = reading('list', draft('Jane Doe'), draft('Ann Roe'))
    expect(await show({ what: 'page' }, list)).toMatchObject({ state: 'list' })
    expect(await show({ what: 'page' }, reading('person', draft('Jane Doe')))).toMatchObject({
      state: 'person',
      start: 0,
      reading: { kind: 'person', people: [{ draft: { names: { shown: 'Jane Doe' } } }] },
    })
    expect(await show({ what: 'page' }, nobody)).toMatchObject({ state: 'nobody', why: 'nobody' })
  })

  it('shows the form at once for a listing of one person', async () => {
    expect(await show({ what: 'page' }, reading('list', draft('Jane Doe')))).toMatchObject({
      state: 'person',
    })
  })

  it('proposes the last author of an article', async () => {
    const article = reading('article', draft('Jane Doe'), draft('Ann Roe'))
    expect(await show({ what: 'page' }, article)).toMatchObject({ state: 'person', start: -1 })
  })
})

describe('opening the panel for selected text', () => {
  const order = (text: string): CaptureOrder => ({ what: 'selection', text })

  it('shows just the selected person, without reading the page', async () => {
    const parts = { readPage: vi.fn(async () => nobody), readSelection: () => draft('Jane A. Doe') }
    const view = await readOrder(order('Jane A. Doe, MD'), parts, url, new AbortController().signal)
    expect(view).toMatchObject({
      state: 'person',
      reading: { people: [{ draft: { names: { family: 'Doe' } } }] },
    })
    expect(parts.readPage).not.toHaveBeenCalled()
  })

  it('knows an author of the page by the name that was marked', async () => {
    const article = reading('article', draft('Jane Doe'), draft('Ann Roe'))
    expect(await show(order(' jane  DOE '), article)).toMatchObject({ state: 'person', start: 0 })
  })

  it('offers to add by hand what it cannot make out, with the first line as the name', async () => {
    expect(await show(order('Sunny\nwith showers'), nobody)).toMatchObject({
      state: 'nobody',
      why: 'nobodySelected',
      byHand: { names: { shown: 'Sunny' }, provenance: { name: { certainty: 'check' } } },
    })
    expect(await show(order('word '.repeat(60)), nobody)).toMatchObject({ byHand: { names: { shown: '' } } })
  })
})

describe('opening the panel for an address', () => {
  const order = (address: string, text = ''): CaptureOrder => ({ what: 'address', address, text })
  const emailsOf = (view: Awaited<ReturnType<typeof show>>) =>
    view.state === 'person' ? view.reading.people[0]?.draft.emails : null

  it('takes the person of the page who has it; the choice makes it certain', async () => {
    const list = reading('list', draft('Jane Doe', 'jane@x.example'), draft('Ann Roe', 'ann@x.example'))
    const view = await show(order('mailto:Ann%40x.example?subject=Hello'), list)
    expect(view).toMatchObject({
      state: 'person',
      reading: { people: [{ draft: { names: { shown: 'Ann Roe' } } }] },
    })
    expect(emailsOf(view)).toEqual([{ address: 'Ann@x.example', certain: true }])
  })

  it('asks the words around the link when several people share the address, or nobody has it', async () => {
    const shared = reading(
      'list',
      draft('Jane Doe', 'office@x.example'),
      draft('Ann Roe', 'office@x.example'),
    )
    const view = await show(order('mailto:office@x.example', 'Ann Roe, MD'), shared, draft('Ann Roe'))
    expect(view).toMatchObject({
      state: 'person',
      reading: { people: [{ draft: { names: { family: 'Roe' } } }] },
    })
    expect(emailsOf(view)).toEqual([{ address: 'office@x.example', certain: true }])
  })

  it('starts a form with the address when there is no name anywhere', async () => {
    expect(await show(order('mailto:office@x.example', 'write to us'), nobody)).toMatchObject({
      state: 'nobody',
      byHand: { names: { shown: '' }, emails: [{ address: 'office@x.example', certain: true }] },
    })
  })

  it('is not troubled by a link without an address, or one that cannot be decoded', async () => {
    for (const address of ['mailto:?subject=Share', 'mailto:100%@x', 'javascript:alert(1)']) {
      expect(await show(order(address), nobody)).toMatchObject({ state: 'nobody', byHand: { emails: [] } })
    }
  })
})

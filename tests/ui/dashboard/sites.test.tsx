// @vitest-environment jsdom
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readHost } from '../../../src/platform/page-address'
import type { PageTools, SiteDoors } from '../../../src/ui/dashboard/doors'
import { Sites } from '../../../src/ui/dashboard/sites'

// A busy machine may be many times slower than a developer's.
configure({ asyncUtilTimeout: 20_000 })

let granted: string[]
let heard: (() => void) | undefined
const note = vi.fn()
const request = vi.fn(async (host: string) => {
  granted.push(host)
  heard?.()
  return true
})
const remove = vi.fn(async (site: string) => {
  granted = granted.filter((one) => one !== site)
  return true
})

beforeEach(() => {
  granted = []
  heard = undefined
  vi.clearAllMocks()
  Element.prototype.scrollIntoView = vi.fn()
})
afterEach(cleanup)

function show(site: string | null = null, parts: Partial<SiteDoors> = {}) {
  const sites: SiteDoors = {
    list: async () => [...granted],
    isOwn: (host) => host === 'pubmed.ncbi.nlm.nih.gov',
    readHost,
    request,
    remove,
    onChange: (listener) => {
      heard = listener
    },
    ...parts,
  }
  return render(<Sites {...({ doors: { sites }, note } as unknown as PageTools)} site={site} />)
}
const add = (typed: string) => {
  fireEvent.input(screen.getByLabelText('Add a site'), { target: { value: typed } })
  fireEvent.click(screen.getByRole('button', { name: 'Always offer here' }))
}

describe('the sites with a standing offer', () => {
  it('asks within the click for the one host out of a pasted address, and lists it', async () => {
    show()
    await screen.findByText(/No site yet/)
    add('https://neuro.lakeside.example/faculty?page=2')
    // Nothing was awaited: a browser asks only as part of the click.
    expect(request).toHaveBeenCalledWith('neuro.lakeside.example')
    await screen.findByRole('button', { name: 'Remove neuro.lakeside.example' })
    expect(note).toHaveBeenCalledWith('Pages about people on neuro.lakeside.example now show a small control')
    expect((screen.getByLabelText('Add a site') as HTMLInputElement).value).toBe('')
  })

  it.each([
    ['nothing', '', /not the address of a site/],
    ['a word', 'faculty', /not the address of a site/],
    ['a page of the browser', 'chrome://settings', /not the address of a site/],
    ['a wildcard', '*.lakeside.example', /not the address of a site/],
    [
      'a site that needs no permission',
      'https://pubmed.ncbi.nlm.nih.gov/1/',
      /works on pubmed.ncbi.nlm.nih.gov anyway/,
    ],
    ['a site on the list', 'Lakeside.example', /lakeside.example is on the list already/],
  ])('does not ask for %s, and says why', async (_, typed, words) => {
    granted = ['lakeside.example']
    show()
    await screen.findByRole('button', { name: 'Remove lakeside.example' })
    add(typed)
    expect(await screen.findByText(words)).toBeTruthy()
    expect(request).not.toHaveBeenCalled()
  })

  it('keeps what was typed when the student says no to the browser', async () => {
    show(null, { request: async () => false })
    add('lakeside.example')
    await waitFor(() =>
      expect((screen.getByLabelText('Add a site') as HTMLInputElement).value).toBe('lakeside.example'),
    )
    expect(note).not.toHaveBeenCalled()
  })

  it('gives a site back, and the focus stays in the section', async () => {
    granted = ['hillside.example', 'lakeside.example']
    show()
    fireEvent.click(await screen.findByRole('button', { name: 'Remove hillside.example' }))
    await waitFor(() => expect(screen.queryByText('hillside.example')).toBeNull())
    expect(screen.getByText('lakeside.example')).toBeTruthy()
    expect(note).toHaveBeenCalledWith('Nothing is offered on hillside.example any more')
    expect(document.activeElement).toBe(screen.getByRole('heading'))
  })

  it('says so when the browser keeps a permission', async () => {
    granted = ['lakeside.example']
    show(null, { remove: async () => false })
    fireEvent.click(await screen.findByRole('button', { name: 'Remove lakeside.example' }))
    await waitFor(() =>
      expect(note).toHaveBeenCalledWith(expect.stringMatching(/kept its permission for lakeside/)),
    )
    expect(screen.getByText('lakeside.example')).toBeTruthy()
  })

  it('says of a grant for many hosts that it is not used', async () => {
    granted = ['*://*.lakeside.example/*']
    show()
    expect(await screen.findByText(/Nothing is offered there/)).toBeTruthy()
  })

  it('hears of a site that came elsewhere, such as in the popup', async () => {
    show()
    await screen.findByText(/No site yet/)
    granted = ['lakeside.example']
    heard?.()
    expect(await screen.findByText('lakeside.example')).toBeTruthy()
  })

  it('proposes the site it was opened for, one press away', async () => {
    show('lakeside.example')
    expect((screen.getByLabelText('Add a site') as HTMLInputElement).value).toBe('lakeside.example')
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Always offer here' })),
    )
    expect(request, 'the student has to press it').not.toHaveBeenCalled()
  })
})

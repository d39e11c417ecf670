// @vitest-environment jsdom
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ActivePage, PopupDoors } from '../../../src/ui/popup/doors'
import { SavePage } from '../../../src/ui/popup/save-page'
import { anyPage } from '../../../src/ui/shared/words/en'

// A busy machine may be many times slower than a developer's.
configure({ asyncUtilTimeout: 20_000 })

const close = vi.fn()
const openPage = vi.fn()
const save = vi.fn<ActivePage['save']>()
const offer = vi.fn<ActivePage['offer']>()

beforeEach(() => {
  vi.resetAllMocks()
  save.mockResolvedValue(null)
  offer.mockResolvedValue(true)
})
afterEach(cleanup)

function show(page: Partial<ActivePage> = {}, parts: Partial<PopupDoors> = {}) {
  const doors = {
    readActivePage: async () => ({
      refusal: null,
      host: 'lakeside.example',
      isOffered: false,
      save,
      offer,
      ...page,
    }),
    refusal: null,
    close,
    openPage,
    ...parts,
  } as unknown as PopupDoors
  return render(<SavePage doors={doors} isPainted />)
}
const button = () => screen.findByRole('button', { name: 'Save from this page' })
const ready = async () => {
  const one = await button()
  await waitFor(() => expect(one.getAttribute('aria-disabled')).toBe('false'))
  return one
}

describe('saving from the page behind the popup', () => {
  it('opens the panel there and closes the popup', async () => {
    show()
    fireEvent.click(await ready())
    await waitFor(() => expect(close).toHaveBeenCalledTimes(1))
    expect(save).toHaveBeenCalledTimes(1)
  })

  it('stays, and says why in one sentence, when no script may run', async () => {
    save.mockResolvedValue('pdf')
    show()
    fireEvent.click(await ready())
    expect((await screen.findByRole('status')).textContent).toBe(anyPage.refusals.pdf)
    expect(close).not.toHaveBeenCalled()
    expect(screen.queryByRole('button', { name: 'Save from this page' })).toBeNull()
  })

  it('says something too when opening fails without a reason', async () => {
    save.mockRejectedValue(new Error('the tab is gone'))
    show()
    fireEvent.click(await ready())
    expect((await screen.findByRole('status')).textContent).toBe(anyPage.refusals.closed)
  })

  it('opens once for two quick clicks', async () => {
    let open = (_: null) => {}
    save.mockReturnValue(new Promise((done) => (open = done)))
    show()
    const one = await ready()
    fireEvent.click(one)
    await screen.findByText('Opening…')
    fireEvent.click(one)
    open(null)
    await waitFor(() => expect(close).toHaveBeenCalled())
    expect(save).toHaveBeenCalledTimes(1)
  })

  it.each(Object.keys(anyPage.refusals) as (keyof typeof anyPage.refusals)[])(
    'offers no button on a page known to be closed: %s',
    async (refusal) => {
      show({ refusal, host: null })
      expect((await screen.findByRole('status')).textContent).toBe(anyPage.refusals[refusal])
      expect(screen.queryByRole('button')).toBeNull()
    },
  )

  it('says what it was opened to say, whatever the address looks like', async () => {
    show({}, { refusal: 'pdf' })
    expect(screen.getByRole('status').textContent).toBe(anyPage.refusals.pdf)
  })
})

describe('the standing offer', () => {
  it('is asked for within the click, for the host of the page', async () => {
    show()
    fireEvent.click(await screen.findByRole('button', { name: 'Always offer on lakeside.example' }))
    expect(offer).toHaveBeenCalledWith('lakeside.example')
    expect(await screen.findByText(/Always offered on lakeside.example/)).toBeTruthy()
  })

  it('stays open when the student says no to the browser', async () => {
    offer.mockResolvedValue(false)
    show()
    fireEvent.click(await screen.findByRole('button', { name: /^Always offer on/ }))
    await waitFor(() => expect(offer).toHaveBeenCalled())
    expect(await screen.findByRole('button', { name: /^Always offer on/ })).toBeTruthy()
  })

  it('leads to the settings where it stands already', async () => {
    show({ isOffered: true })
    fireEvent.click(await screen.findByRole('button', { name: 'change' }))
    expect(openPage).toHaveBeenCalledWith('dashboard', '/settings/sites')
    expect(screen.queryByRole('button', { name: /^Always offer on/ })).toBeNull()
  })

  it('is not offered where there is no host to ask for', async () => {
    show({ host: null })
    await ready()
    expect(screen.queryByText(/Always offer/)).toBeNull()
  })
})

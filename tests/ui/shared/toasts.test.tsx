// @vitest-environment jsdom
import { act, cleanup, configure, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { StoreError } from '../../../src/store/api'
import { ToastShelf, type Toasts, useToasts } from '../../../src/ui/shared/toasts'

// A busy machine may be many times slower than a developer's.
configure({ asyncUtilTimeout: 20_000 })

let toasts: Toasts
function Page() {
  toasts = useToasts()
  return <ToastShelf toasts={toasts} />
}

beforeEach(() => {
  vi.useFakeTimers()
  render(<Page />)
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const show = (text: string, undo?: () => Promise<void>) => act(() => toasts.show(text, undo))
const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms))

describe('a toast', () => {
  it('stays at least ten seconds, then goes', () => {
    show('Saved')
    pass(10_000)
    expect(screen.queryByText('Saved')).not.toBeNull()
    pass(10_000)
    expect(screen.queryByText('Saved')).toBeNull()
  })

  it('stays while the pointer is on it', () => {
    show('Saved')
    const toast = screen.getByText('Saved').parentElement as HTMLElement
    act(() => void fireEvent.pointerEnter(toast))
    pass(60_000)
    expect(screen.queryByText('Saved')).not.toBeNull()
    act(() => void fireEvent.pointerLeave(toast))
    pass(9_000)
    expect(screen.queryByText('Saved')).not.toBeNull()
    pass(10_000)
    expect(screen.queryByText('Saved')).toBeNull()
  })

  it('stays while it holds the focus', () => {
    show('Saved', async () => {})
    act(() => screen.getByRole('button', { name: 'Undo' }).focus())
    pass(60_000)
    expect(screen.queryByText('Saved')).not.toBeNull()
    act(() => screen.getByRole('button', { name: 'Undo' }).blur())
    pass(20_000)
    expect(screen.queryByText('Saved')).toBeNull()
  })

  it('is read out: its place is a live region that is there before it', () => {
    const region = screen.getByRole('status')
    expect(region.textContent).toBe('')
    show('Saved')
    expect(region.textContent).toContain('Saved')
  })

  it('has no Undo when nothing can be taken back', () => {
    show('Saved')
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
  })

  it('takes back on Undo and says so', async () => {
    const undo = vi.fn(async () => {})
    show('Saved', undo)
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Undo' })))
    expect(undo).toHaveBeenCalledTimes(1)
    expect(screen.queryByText('Saved')).toBeNull()
    expect(screen.getByText('Taken back.')).toBeTruthy()
  })

  it('says why when it cannot be taken back', async () => {
    show('Saved', async () => {
      throw new StoreError({ id: 'change.changed-since', params: { count: 1 } })
    })
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Undo' })))
    expect(screen.queryByText('Taken back.')).toBeNull()
    expect(screen.getByRole('status').textContent).toMatch(/undo the one change after it first/)
  })

  it('keeps the last three', () => {
    for (const text of ['one', 'two', 'three', 'four']) show(text)
    expect(screen.queryByText('one')).toBeNull()
    expect(screen.queryByText('two')).not.toBeNull()
    expect(screen.queryByText('four')).not.toBeNull()
  })
})

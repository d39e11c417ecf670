// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { emptyProfile } from '../../../src/domain/profile/profile'
import type { Store } from '../../../src/store/api'
import { Welcome } from '../../../src/ui/welcome/welcome'
import { forgetLog, momentNow, openLog } from '../make-store'

let store: Store
const openLogPage = vi.fn()

beforeEach(async () => {
  forgetLog()
  openLogPage.mockClear()
  store = await openLog()
})
afterEach(() => {
  cleanup()
  store.close()
})

function show(browser: 'chrome' | 'firefox' = 'chrome') {
  render(<Welcome doors={{ openStore: openLog, momentNow, browser, openLog: openLogPage }} />)
}
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } })

describe('the first-run page', () => {
  it('saves the answers and shows where they put the student', async () => {
    show()
    await screen.findByLabelText('First day of school')
    type('First day of school', '2025-08-04')
    expect((await screen.findAllByText('Today you are here: MS2 · November–February')).length).toBe(1)
    type('Your name, as you sign', 'Sam Rivera')
    type('Your own e-mail addresses', 'sam@lakeside.example')
    fireEvent.click(screen.getByRole('button', { name: 'Save and start' }))
    await screen.findByText('Saved. Your goals are in the toolbar button.')
    expect(await store.profile.get()).toMatchObject({
      matriculation: '2025-08-04',
      name: 'Sam Rivera',
      ownEmails: ['sam@lakeside.example'],
      welcomed: true,
    })
    fireEvent.click(screen.getByRole('button', { name: 'Open your log' }))
    expect(openLogPage).toHaveBeenCalled()
  })

  it('can be skipped, and says what is assumed then', async () => {
    show()
    fireEvent.click(await screen.findByRole('button', { name: 'Skip for now' }))
    await screen.findByText(/MS1 since last August is assumed/)
    expect(await store.profile.get()).toEqual({ ...emptyProfile, welcomed: true })
  })

  it('counts back from the year of graduation when that is all it is told', async () => {
    show()
    await screen.findByText('empty: August 2026 is assumed')
    type('Year you graduate', '2029')
    await screen.findByText('empty: August 2025 is assumed')
    expect(screen.getByText('Today you are here: MS2 · November–February')).toBeTruthy()
  })

  it('says that earlier answers hold when it is skipped the next time', async () => {
    await store.profile.set({ ...emptyProfile, matriculation: '2025-08-04' }, momentNow())
    show()
    fireEvent.click(await screen.findByRole('button', { name: 'Skip for now' }))
    await screen.findByText(/earlier answers hold/)
    expect(screen.queryByText(/is assumed/)).toBeNull()
    expect((await store.profile.get()).matriculation).toBe('2025-08-04')
  })

  it('saves nothing while something is wrong, says what, and goes there', async () => {
    show()
    await screen.findByLabelText('First day of school')
    type('Your own e-mail addresses', 'sam at home')
    fireEvent.click(screen.getByRole('button', { name: 'Save and start' }))
    expect(await screen.findByText(/“sam at home” does not look like an e-mail address/)).toBeTruthy()
    const field = screen.getByLabelText('Your own e-mail addresses')
    expect(field.getAttribute('aria-invalid')).toBe('true')
    await waitFor(() => expect(document.activeElement).toBe(field))
    expect(await store.profile.get()).toEqual(emptyProfile)
  })

  it('shows earlier answers when it is opened again', async () => {
    await store.profile.set({ ...emptyProfile, name: 'Sam Rivera', graduationYear: 2029 }, momentNow())
    show()
    expect(((await screen.findByLabelText('Your name, as you sign')) as HTMLInputElement).value).toBe(
      'Sam Rivera',
    )
    expect((screen.getByLabelText('Year you graduate') as HTMLInputElement).value).toBe('2029')
  })

  it('adds and removes pauses', async () => {
    show()
    fireEvent.click(await screen.findByText('Add a pause'))
    type('First day', '2026-11-01')
    type('Last day', '2027-06-30')
    expect(await screen.findByText('Today you are here: On pause')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Remove this pause' }))
    expect(await screen.findByText('Today you are here: MS1 · November–February')).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Add a pause' }))
  })

  it('goes back to the answers, and the focus with it', async () => {
    show()
    fireEvent.click(await screen.findByRole('button', { name: 'Skip for now' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Change my answers' }))
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('First day of school')))
  })

  it('shows how to pin the button in this browser', async () => {
    show('firefox')
    expect(await screen.findByText(/Pin to Toolbar/)).toBeTruthy()
  })
})

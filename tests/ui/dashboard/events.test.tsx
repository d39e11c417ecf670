// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { NetworkEvent } from '../../../src/domain/events/event'
import { type Store, StoreError } from '../../../src/store/api'
import { forgetLog, makePerson, momentNow, openLog, today } from '../make-store'
import { showPage } from './show-page'

let store: Store

beforeEach(async () => {
  forgetLog()
  location.hash = ''
  store = await openLog()
})
afterEach(() => {
  cleanup()
  store.close()
  vi.restoreAllMocks()
})

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const type = (label: string | RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } })
const choose = async (label: string, name: string) => {
  const box = screen.getByRole('combobox', { name: label })
  fireEvent.input(box, { target: { value: name } })
  fireEvent.keyDown(box, { key: 'Enter' })
  await screen.findByRole('button', { name: `Choose somebody other than ${name}` })
}
const addEvent = async (parts: Partial<NetworkEvent> = {}) =>
  store.road.events.put(
    null,
    { what: 'Orientation', date: '2026-08-10', interestGroup: '', people: [], note: '', ...parts },
    momentNow(),
  )
const openForm = async () => {
  fireEvent.click(await screen.findByRole('button', { name: 'Add event' }))
  await screen.findByLabelText('What was it')
}

describe('an event', () => {
  it('takes three people at once, new and known, in three writes and with one way back', async () => {
    const { personId: kofi } = await store.people.add(
      makePerson('Kofi Mensah', { roles: ['upper-student'] }),
      momentNow(),
    )
    showPage('#/events')
    await openForm()
    type('What was it', 'First evening')
    await choose('Faculty or dean', 'Ruth Abelman')
    fireEvent.change(screen.getByLabelText('Who are they to you?'), { target: { value: 'dean-advisor' } })
    await choose('MS2 or MS3', 'Kofi Mensah')
    await choose('New classmate', 'Ines Duarte')
    const before = (await store.changes.list()).length
    press('Save')
    await screen.findByText('Added First evening, with 3 people met')
    expect((await store.changes.list()).length - before).toBe(3)

    const rows = await store.people.rows()
    expect(Object.fromEntries(rows.map((row) => [row.shown, row.roles]))).toEqual({
      'Ruth Abelman': ['dean-advisor'],
      'Kofi Mensah': ['upper-student'],
      'Ines Duarte': ['classmate'],
    })
    expect(rows.every((row) => row.lastKind === 'event' && row.lastTouch === today)).toBe(true)
    expect((await store.road.events.list())[0]?.people).toHaveLength(3)
    expect((await store.road.events.list())[0]?.people).toContain(kofi)

    press('Undo')
    await screen.findByText('Taken back.')
    expect((await store.people.rows()).map((row) => row.shown)).toEqual(['Kofi Mensah'])
    expect(await store.touches.of(kofi)).toEqual([])
    expect(await store.road.events.list()).toEqual([])
  })

  it('needs a name and a day that has come, and no people', async () => {
    showPage('#/events')
    await openForm()
    type('When', '2027-01-01')
    press('Save')
    await screen.findByText('A name is needed.')
    expect(screen.getByText(/This day has not come yet/)).toBeTruthy()
    type('What was it', 'Grand rounds')
    type('When', today)
    press('Save')
    await screen.findByText('Added Grand rounds')
    expect(await store.road.events.list()).toMatchObject([{ what: 'Grand rounds', people: [] }])
  })

  it('leaves nothing half done when the last write fails', async () => {
    showPage('#/events', {
      openStore: async () => {
        const other = await openLog()
        const fail = async () => {
          throw new StoreError({ id: 'error.store-full', params: {} })
        }
        return { ...other, road: { ...other.road, events: { ...other.road.events, put: fail } } }
      },
    })
    await openForm()
    type('What was it', 'First evening')
    await choose('New classmate', 'Ines Duarte')
    press('Save')
    await screen.findByText(/There is no room left/)
    expect(await store.people.rows()).toEqual([])
  })

  it('warns of a third interest group, not of a second or of one that was joined before', async () => {
    await addEvent({ interestGroup: 'Pediatrics' })
    await addEvent({ interestGroup: 'Surgery', date: '2026-08-11' })
    showPage('#/events')
    await screen.findByText('Interest groups joined: Pediatrics, Surgery (2 of 2).')
    await openForm()
    type('Interest group you joined there', 'surgery')
    expect(screen.queryByText(/A third interest group/)).toBeNull()
    type('Interest group you joined there', 'Radiology')
    await screen.findByText(/A third interest group/)
    type('What was it', 'Radiology evening')
    press('Save')
    await screen.findByText('Added Radiology evening')
  })

  it('takes its touches along when its day changes, and when somebody is taken off', async () => {
    showPage('#/events')
    await openForm()
    type('What was it', 'First evening')
    await choose('MS2 or MS3', 'Kofi Mensah')
    await choose('New classmate', 'Ines Duarte')
    press('Save')
    fireEvent.click(await screen.findByRole('button', { name: 'Edit First evening' }))
    type('When', '2026-11-20')
    fireEvent.click(screen.getByLabelText('Ines Duarte'))
    press('Save')
    await screen.findByText('Saved First evening')
    const rows = await store.people.rows()
    expect(Object.fromEntries(rows.map((row) => [row.shown, row.lastTouch]))).toEqual({
      'Kofi Mensah': '2026-11-20',
      'Ines Duarte': null,
    })
    fireEvent.click(screen.getAllByRole('button', { name: 'Undo' }).at(-1) as HTMLElement)
    await screen.findByText('Taken back.')
    expect((await store.people.rows()).every((row) => row.lastTouch === today)).toBe(true)
  })

  it('is deleted with its touches, and the people stay', async () => {
    showPage('#/events')
    await openForm()
    type('What was it', 'First evening')
    await choose('New classmate', 'Ines Duarte')
    press('Save')
    fireEvent.click(await screen.findByRole('button', { name: 'Delete First evening' }))
    await screen.findByText(/The people stay in your log/)
    await waitFor(async () => expect((await store.people.rows())[0]?.lastTouch).toBeNull())
    expect(await store.road.events.list()).toEqual([])
    fireEvent.click(screen.getAllByRole('button', { name: 'Undo' }).at(-1) as HTMLElement)
    await waitFor(async () => expect((await store.people.rows())[0]?.lastTouch).toBe(today))
  })
})

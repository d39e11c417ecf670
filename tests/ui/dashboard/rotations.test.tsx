// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Rotation } from '../../../src/domain/rotation/rotation'
import type { Store } from '../../../src/store/api'
import { makeLetter, makeRotation } from '../../fixtures/road/make-records'
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

const addPerson = async (name: string, parts = {}) =>
  (await store.people.add(makePerson(name, parts), momentNow())).personId
const addRotation = async (parts: Partial<Rotation> = {}) =>
  (
    await store.road.rotations.put(
      null,
      makeRotation({ start: '2026-11-09', weeks: 6, ...parts }),
      momentNow(),
    )
  ).id
const read = async (id: string) => {
  const rotation = await store.road.rotations.get(id)
  if (!rotation) throw new Error('the rotation is gone')
  return rotation
}
const type = (label: string | RegExp, value: string, within_ = within(document.body)) =>
  fireEvent.input(within_.getByLabelText(label), { target: { value } })
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const part = async (name: string) => within(await screen.findByRole('region', { name }))

describe('the list of rotations', () => {
  it('sorts by where they stand today', async () => {
    await addRotation({ service: 'Running' })
    await addRotation({ service: 'To come', start: '2027-01-04' })
    await addRotation({ service: 'Long ago', start: '2026-07-06' })
    await addRotation({ service: 'Just over', start: '2026-09-07' })
    showPage('#/rotations')
    expect((await part('Now')).getAllByRole('link').map((link) => link.textContent)).toEqual(['Running'])
    expect((await part('Coming')).getAllByRole('link').map((link) => link.textContent)).toEqual(['To come'])
    expect((await part('Past')).getAllByRole('link').map((link) => link.textContent)).toEqual([
      'Just over',
      'Long ago',
    ])
    expect((await part('Now')).getByText(/week 2 of 6/)).toBeTruthy()
  })

  it('says what to do when there is none', async () => {
    showPage('#/rotations')
    expect(await screen.findByText(/No rotation yet/)).toBeTruthy()
  })

  it('adds one and takes it back', async () => {
    showPage('#/rotations')
    fireEvent.click(await screen.findByRole('button', { name: 'Add rotation' }))
    press('Save')
    expect(await screen.findByText('A name is needed: the service will do.')).toBeTruthy()
    type('Service', 'Surgery, team 2')
    type('First day', '2026-11-16')
    press('Save')
    await screen.findByRole('heading', { level: 1, name: 'Surgery, team 2' })
    expect(await store.road.rotations.list()).toMatchObject([
      { service: 'Surgery, team 2', start: '2026-11-16', weeks: 6, kind: 'core' },
    ])
    press('Undo')
    await screen.findByText(/This rotation is not in your log/)
    expect(await store.road.rotations.list()).toEqual([])
  })

  it('proposes the usual length of each kind, and lets another one stand with a kind word', async () => {
    showPage('#/rotations')
    fireEvent.click(await screen.findByRole('button', { name: 'Add rotation' }))
    const weeks = screen.getByLabelText('Length in weeks') as HTMLInputElement
    fireEvent.change(screen.getByLabelText('What it is'), { target: { value: 'elective' } })
    await waitFor(() => expect(weeks.value).toBe('2'))
    type('Length in weeks', '5')
    await screen.findByText(/If yours has 5, keep it/)
    // Once the student said how long it is, another kind does not change it.
    fireEvent.change(screen.getByLabelText('What it is'), { target: { value: 'away' } })
    await waitFor(() => expect(weeks.value).toBe('5'))
    type('Length in weeks', '40')
    type('Service', 'Cardiology')
    press('Save')
    expect(await screen.findByText('A number from 1 to 16.')).toBeTruthy()
    expect(await store.road.rotations.list()).toEqual([])
  })
})

describe('the tasks of a rotation', () => {
  it('stand with today’s first, each with what to say and ask', async () => {
    // Day 1 was today.
    const id = await addRotation({ start: today })
    showPage(`#/rotations/${id}`)
    const tasks = await part('What to do when')
    expect(tasks.getAllByRole('heading', { level: 3 }).map((one) => one.textContent)).toEqual([
      'Today',
      'Coming',
    ])
    const first = tasks.getAllByRole('listitem')[0]
    expect(first?.textContent).toContain('Introduce yourself to the attending')
    expect(first?.textContent).toContain('Good morning, I am')
  })

  it('are ticked, left out, opened again and taken back', async () => {
    const id = await addRotation({ start: today })
    showPage(`#/rotations/${id}`)
    fireEvent.click(await screen.findByRole('button', { name: /^Done: Introduce yourself/ }))
    await waitFor(async () => expect((await read(id)).marks).toMatchObject([{ task: 'R4.1', state: 'done' }]))
    fireEvent.click(await screen.findByRole('button', { name: /^Open again: Introduce yourself/ }))
    await waitFor(async () => expect((await read(id)).marks).toEqual([]))
    fireEvent.click(await screen.findByRole('button', { name: /^Leave out: Ask what is expected/ }))
    await screen.findByText(/^Left out: Ask what is expected/)
    expect((await read(id)).marks).toMatchObject([{ task: 'R4.2', state: 'skipped' }])
    fireEvent.click(screen.getAllByRole('button', { name: 'Undo' }).at(-1) as HTMLElement)
    await waitFor(async () => expect((await read(id)).marks).toEqual([]))
  })

  it('keep both of two quick ticks', async () => {
    const id = await addRotation({ start: today })
    showPage(`#/rotations/${id}`)
    const first = await screen.findByRole('button', { name: /^Done: Introduce yourself/ })
    const second = screen.getByRole('button', { name: /^Done: Ask what is expected/ })
    fireEvent.click(first)
    fireEvent.click(second)
    await waitFor(async () =>
      expect((await read(id)).marks.map(({ task }) => task)).toEqual(['R4.1', 'R4.2']),
    )
  })

  it('bring the packet up after a yes, filled with the points chosen for it', async () => {
    const maya = await addPerson('Maya Okafor', { roles: ['attending'] })
    const id = await addRotation({ people: [{ personId: maya, post: 'attending' }] })
    showPage(`#/rotations/${id}`)
    await screen.findByRole('region', { name: 'What to do when' })
    expect(screen.queryByText(/send the packet the same day/)).toBeNull()
    await store.road.letters.put(
      null,
      makeLetter({
        personId: maya,
        rotationId: id,
        askedOn: today,
        answer: 'agreed',
        highlights: ['Calm in a crisis'],
      }),
      momentNow(),
    )
    await screen.findByText(/send the packet the same day/)
    expect(screen.getByText(/1\. Calm in a crisis/)).toBeTruthy()
  })

  it('are done by what the log shows, with no mark to take back', async () => {
    const id = await addRotation({ feedback: [{ date: '2026-11-20', personId: '', text: 'Well prepared' }] })
    showPage(`#/rotations/${id}`)
    await screen.findByText('done, as your log shows')
    expect(screen.queryByRole('button', { name: /^Open again/ })).toBeNull()
  })
})

describe('the people of a rotation', () => {
  it('are added new with the role of their post, met and placed, all undone at once', async () => {
    const id = await addRotation()
    showPage(`#/rotations/${id}`)
    fireEvent.click(await screen.findByRole('button', { name: 'Add somebody' }))
    const who = screen.getByRole('combobox', { name: 'Who' })
    fireEvent.input(who, { target: { value: 'Maya Okafor' } })
    fireEvent.keyDown(who, { key: 'Enter' })
    await screen.findByText('Maya Okafor')
    press('Save')
    await screen.findByText('Maya Okafor is on this rotation')
    const [maya] = await store.people.rows()
    expect(maya).toMatchObject({ roles: ['attending'], lastKind: 'met', whereMet: 'Internal medicine' })
    expect((await read(id)).people).toEqual([{ personId: maya?.id, post: 'attending' }])
    press('Undo')
    await screen.findByText('Taken back.')
    expect(await store.people.rows()).toEqual([])
    expect((await read(id)).people).toEqual([])
  })

  it('are asked about when the name is in the log already', async () => {
    const known = await addPerson('Maya Okafor', { roles: ['attending'], institution: 'Harbor State' })
    const id = await addRotation()
    showPage(`#/rotations/${id}`)
    fireEvent.click(await screen.findByRole('button', { name: 'Add somebody' }))
    const who = screen.getByRole('combobox', { name: 'Who' })
    fireEvent.input(who, { target: { value: 'Maya Okafor,' } })
    fireEvent.click(await screen.findByRole('option', { name: /Add “Maya Okafor,”/ }))
    fireEvent.click(await screen.findByRole('button', { name: 'Use Maya Okafor' }))
    press('Save')
    await waitFor(async () => expect((await read(id)).people).toMatchObject([{ personId: known }]))
    expect(await store.people.rows()).toHaveLength(1)
  })

  it('need a name', async () => {
    const id = await addRotation()
    showPage(`#/rotations/${id}`)
    fireEvent.click(await screen.findByRole('button', { name: 'Add somebody' }))
    press('Save')
    expect(await screen.findByText('Type a name and choose, or add it as new.')).toBeTruthy()
  })

  it('show signs, become possible writers, and their career meeting is kept with the hope voiced', async () => {
    const maya = await addPerson('Maya Okafor', { roles: ['attending'] })
    const id = await addRotation({ people: [{ personId: maya, post: 'attending' }] })
    showPage(`#/rotations/${id}`)
    fireEvent.click(await screen.findByLabelText(/Teaches me without/))
    await screen.findByText(/1 of 3 signs seen/)
    expect((await read(id)).signs).toEqual([{ personId: maya, sign: 'teaches-freely' }])
    press(/^Propose as letter writer/)
    await screen.findByRole('link', { name: 'Letter: possible' })
    press(/^Career meeting held/)
    fireEvent.click(screen.getByLabelText(/I said that I hope/))
    press('Save')
    await screen.findByRole('link', { name: 'Letter: hope voiced' })
    expect(await store.road.letters.list()).toMatchObject([
      { personId: maya, rotationId: id, candidateOn: today, meetingOn: today, hopeOn: today },
    ])
    expect((await store.touches.of(maya)).map(({ kind }) => kind)).toEqual(['career-chat'])
  })

  it('are asked for no letter when they are residents', async () => {
    const theo = await addPerson('Theo Lindqvist')
    const id = await addRotation({ people: [{ personId: theo, post: 'resident' }] })
    showPage(`#/rotations/${id}`)
    await screen.findByRole('link', { name: 'Theo Lindqvist' })
    expect(screen.queryByRole('button', { name: /^Propose/ })).toBeNull()
    expect(screen.queryByLabelText(/Teaches me/)).toBeNull()
    expect(screen.getByText(/Which programs did you look at/)).toBeTruthy()
  })

  it('are taken off and stay in the log', async () => {
    const maya = await addPerson('Maya Okafor', { roles: ['attending'] })
    const id = await addRotation({ people: [{ personId: maya, post: 'attending' }] })
    showPage(`#/rotations/${id}`)
    fireEvent.click(await screen.findByRole('button', { name: /^Take off: Maya/ }))
    await screen.findByText(/Nobody yet/)
    expect(await store.people.rows()).toHaveLength(1)
  })
})

describe('feedback', () => {
  const open = async () => {
    fireEvent.click(await screen.findByRole('button', { name: 'Add feedback' }))
    return part('Feedback')
  }

  it('is warned about while a patient’s detail stands in it, and can be saved all the same', async () => {
    const id = await addRotation()
    showPage(`#/rotations/${id}`)
    const card = await open()
    type('What they said', 'Good plan for J.D. in room 412', card)
    expect((await card.findByText(/looks like initials with a room/)).textContent).toContain('room 412')
    press('Save')
    await screen.findByText('Feedback saved')
    expect((await read(id)).feedback).toMatchObject([{ text: 'Good plan for J.D. in room 412' }])
  })

  it('is edited and deleted, each with a way back', async () => {
    const id = await addRotation({ feedback: [{ date: '2026-11-20', personId: '', text: 'Well prepared' }] })
    showPage(`#/rotations/${id}`)
    fireEvent.click(await screen.findByRole('button', { name: 'Edit feedback of Nov 20' }))
    type('What they said', 'Very well prepared')
    press('Save')
    await screen.findByText('Very well prepared')
    press('Delete feedback of Nov 20')
    await waitFor(async () => expect((await read(id)).feedback).toEqual([]))
    fireEvent.click(screen.getAllByRole('button', { name: 'Undo' }).at(-1) as HTMLElement)
    await screen.findByText('Very well prepared')
  })

  it('refuses an empty line and a day to come', async () => {
    const id = await addRotation()
    showPage(`#/rotations/${id}`)
    const card = await open()
    type('When', '2027-01-01', card)
    press('Save')
    expect(await card.findByText('A few words are needed.')).toBeTruthy()
    expect(card.getByText(/This day has not come yet/)).toBeTruthy()
    expect((await read(id)).feedback).toEqual([])
  })
})

describe('an away rotation', () => {
  it('brings up the letter only once the student wrote down how they stood out', async () => {
    const id = await addRotation({ kind: 'away', start: '2026-11-09', weeks: 3 })
    showPage(`#/rotations/${id}`)
    const button = await screen.findByRole('button', { name: 'Write it down' })
    expect(screen.queryByText(/Ask for a letter only because/)).toBeNull()
    fireEvent.click(button)
    type('What made you stand out', 'Was asked to present at conference')
    press('Save')
    await screen.findByText(/Ask for a letter only because/)
    expect((await read(id)).standout).toBe('Was asked to present at conference')
  })

  it('is the only kind that asks for it', async () => {
    const id = await addRotation({ kind: 'core' })
    showPage(`#/rotations/${id}`)
    await screen.findByRole('region', { name: 'Feedback' })
    expect(screen.queryByText('Did you truly stand out?')).toBeNull()
  })
})

describe('a rotation', () => {
  it('is edited, and what happened on it stays', async () => {
    const id = await addRotation({ feedback: [{ date: '2026-11-20', personId: '', text: 'Well prepared' }] })
    showPage(`#/rotations/${id}`)
    fireEvent.click(await screen.findByRole('button', { name: 'Edit' }))
    type('Service', 'Internal medicine, team C')
    press('Save')
    await screen.findByRole('heading', { level: 1, name: 'Internal medicine, team C' })
    expect((await read(id)).feedback).toHaveLength(1)
  })

  it('is deleted with a way back, and a letter that grew out of it stays', async () => {
    const maya = await addPerson('Maya Okafor')
    const id = await addRotation()
    await store.road.letters.put(null, makeLetter({ personId: maya, rotationId: id }), momentNow())
    showPage(`#/rotations/${id}`)
    fireEvent.click(await screen.findByRole('button', { name: 'Delete rotation' }))
    await screen.findByText(/No rotation yet/)
    expect(await store.road.letters.list()).toHaveLength(1)
    press('Undo')
    await screen.findByRole('link', { name: 'Internal medicine' })
  })

  it('that is not there is said so', async () => {
    showPage('#/rotations/nowhere')
    expect(await screen.findByText(/This rotation is not in your log/)).toBeTruthy()
  })
})

// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { emptyProfile } from '../../../src/domain/profile/profile'
import type { Interview, Program } from '../../../src/domain/programs/program'
import type { Store } from '../../../src/store/api'
import { makeInterview, makeProgram } from '../../fixtures/road/make-records'
import { forgetLog, makePerson, momentNow, openLog, today } from '../make-store'
import { showPage } from './show-page'

let store: Store
const writeText = vi.fn(async (_: string) => {})

beforeEach(async () => {
  forgetLog()
  location.hash = ''
  writeText.mockClear()
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } })
  store = await openLog()
  await store.profile.set(
    { ...emptyProfile, name: 'Sam Rivera', school: 'Lakeside University', graduationYear: 2027 },
    momentNow(),
  )
})
afterEach(() => {
  cleanup()
  store.close()
  vi.restoreAllMocks()
})

const addPerson = async (name: string, parts = {}) =>
  (await store.people.add(makePerson(name, parts), momentNow())).personId
const addProgram = async (parts: Partial<Program> = {}) => {
  const { schema: _schema, id: _id, ...input } = makeProgram(parts)
  return (await store.road.programs.put(null, input, momentNow())).id
}
const addInterview = async (parts: Partial<Interview>) => {
  const { schema: _schema, id: _id, ...input } = makeInterview(parts)
  return (await store.road.interviews.put(null, input, momentNow())).id
}
const press = (name: string | RegExp, inside = within(document.body)) =>
  fireEvent.click(inside.getByRole('button', { name }))
const part = async (name: string) => within(await screen.findByRole('region', { name }))
const ranks = async () =>
  (await store.road.programs.list())
    .filter((one) => one.rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map((one) => `${one.rank} ${one.name}`)

describe('an interview', () => {
  it('is added and taken back', async () => {
    const programId = await addProgram({ name: 'Cedar' })
    showPage('#/interviews')
    await screen.findByText(/No interview yet/)
    press('Add interview')
    press('Save')
    await screen.findByText('Choose the program.')
    fireEvent.change(screen.getByLabelText('Program', { selector: 'form.form select' }), {
      target: { value: programId },
    })
    fireEvent.input(screen.getByLabelText('On which day'), { target: { value: '2026-12-04' } })
    press('Save')
    await (await part('Coming')).findByRole('link', { name: 'Cedar' })
    expect(await store.road.interviews.list()).toMatchObject([{ programId, date: '2026-12-04', notes: '' }])
    press('Undo')
    await screen.findByText(/No interview yet/)
  })

  it('asks for a program first', async () => {
    showPage('#/interviews')
    await screen.findByText(/Add the program first/)
    expect(screen.queryByRole('button', { name: 'Add interview' })).toBeNull()
  })

  it('names the residents there before it, with the text to send, and logs that it went', async () => {
    const place = { institution: 'Cedar Valley Hospital' }
    const theo = await addPerson('Theo Lindqvist', place)
    await addPerson('Ruth Abelman', { ...place, roles: ['attending'] })
    await addPerson('Home Resident', { institution: 'Lakeside University' })
    const programId = await addProgram({ name: 'Cedar', ...place })
    await addInterview({ programId, date: '2026-12-04' })
    showPage('#/interviews')
    const coming = await part('Coming')
    expect(coming.getByText(/Hi Theo, Sam Rivera here\. I am interviewing at Cedar on Dec 4\./)).toBeTruthy()
    expect(coming.queryByText('Ruth Abelman')).toBeNull()
    expect(coming.queryByText('Home Resident')).toBeNull()
    press(/^Copy as text: .*Theo Lindqvist/, coming)
    await screen.findByText('Copied')
    expect(writeText).toHaveBeenCalledWith(expect.stringMatching(/^Hi Theo, .*Cedar/))
    press('I sent it to Theo Lindqvist', coming)
    await coming.findByText('written to on Nov 22')
    expect(await store.touches.of(theo)).toMatchObject([
      { kind: 'program-question', templateId: 'T22', outcome: 'awaiting', date: today },
    ])
  })

  it('asks after it whether it matches, and keeps notes with their day', async () => {
    await addPerson('Theo Lindqvist', { institution: 'Cedar Valley Hospital' })
    const programId = await addProgram({
      name: 'Cedar',
      institution: 'Cedar Valley Hospital',
      thankYou: 'please-dont',
    })
    const id = await addInterview({ programId, date: '2026-11-19' })
    showPage('#/interviews')
    const past = await part('Behind you')
    expect(past.getByText(/back from Cedar/)).toBeTruthy()
    expect(
      past.getByText(
        'This was 3 days ago. Whatever you still remember is worth a line; two minutes are enough.',
      ),
    ).toBeTruthy()
    expect(past.getByText('This program asks for no thank-you notes.')).toBeTruthy()
    press('Write notes on Cedar', past)
    fireEvent.input(past.getByLabelText('Notes'), { target: { value: 'Kind people\n\nGood ICU' } })
    press('Save', past)
    await past.findByText(/noted Nov 22/)
    expect(await store.road.interviews.get(id)).toMatchObject({
      notes: 'Kind people\n\nGood ICU',
      notesOn: today,
    })
  })
})

describe('the rank list', () => {
  it('takes programs on, moves them by their arrows with the focus, and undoes each step', async () => {
    for (const name of ['Alder', 'Birch', 'Cedar']) await addProgram({ name })
    showPage('#/interviews')
    const list = await part('Rank list')
    for (let at = 0; at < 3; at += 1) {
      press('Add', list)
      await waitFor(async () => expect(await ranks()).toHaveLength(at + 1))
    }
    expect(await ranks()).toEqual(['1 Alder', '2 Birch', '3 Cedar'])
    press('Move Cedar up', list)
    await waitFor(async () => expect(await ranks()).toEqual(['1 Alder', '2 Cedar', '3 Birch']))
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Move Cedar up')
    expect(list.getByText('Cedar is now number 2 of 3')).toBeTruthy()
    press('Move Alder up', list)
    expect(await ranks()).toEqual(['1 Alder', '2 Cedar', '3 Birch'])
    const undo = screen.getAllByRole('button', { name: 'Undo' }).at(-1)
    if (undo) fireEvent.click(undo)
    await waitFor(async () => expect(await ranks()).toEqual(['1 Alder', '2 Birch', '3 Cedar']))
    press('Take Birch off the list', list)
    await waitFor(async () => expect(await ranks()).toEqual(['1 Alder', '2 Cedar']))
  })

  it('loses no step of two quick ones', async () => {
    for (const [at, name] of ['Alder', 'Birch', 'Cedar'].entries()) await addProgram({ name, rank: at + 1 })
    showPage('#/interviews')
    const list = await part('Rank list')
    press('Move Cedar up', list)
    press('Move Cedar up', list)
    await waitFor(async () => expect(await ranks()).toEqual(['1 Cedar', '2 Alder', '3 Birch']))
  })

  it('is dragged into order', async () => {
    for (const [at, name] of ['Alder', 'Birch', 'Cedar'].entries()) await addProgram({ name, rank: at + 1 })
    showPage('#/interviews')
    const list = await part('Rank list')
    const line = (name: string) => list.getByRole('link', { name }).closest('li') as HTMLElement
    fireEvent.dragStart(line('Alder'))
    await waitFor(() => expect(line('Alder').hasAttribute('data-dragged')).toBe(true))
    fireEvent.dragOver(line('Cedar'))
    fireEvent.drop(line('Cedar'))
    await waitFor(async () => expect(await ranks()).toEqual(['1 Birch', '2 Cedar', '3 Alder']))
  })

  it('writes the message to a mentor, with list and reasons, and points out their own program', async () => {
    const maya = await addPerson('Maya Okafor', {
      roles: ['attending'],
      mentor: 'key',
      institution: 'Birch Hospital',
    })
    await addProgram({ name: 'Alder', rank: 1 })
    await addProgram({ name: 'Birch', rank: 2, institution: 'Birch Hospital' })
    showPage('#/interviews')
    const list = await part('Rank list')
    fireEvent.change(list.getByLabelText('Why Alder stands here'), {
      target: { value: 'Ultrasound every week' },
    })
    const check = await part('Have a mentor look')
    await check.findByText(/Alder: Ultrasound every week\./)
    expect(check.getByText(/^Maya Okafor works at Birch, which is on this list/)).toBeTruthy()
    press('Copy message', check)
    await screen.findByText('Copied')
    const text = writeText.mock.calls[0]?.[0] ?? ''
    expect(text).toMatch(/^Dear Dr\. Okafor,/)
    expect(text).toContain('\n1. Alder\n2. Birch\n')
    expect(text).toContain('Sam Rivera')
    press('I sent it to Maya Okafor', check)
    await check.findByText('written to on Nov 22')
    expect(await store.touches.of(maya)).toMatchObject([{ kind: 'rank-check', templateId: 'T24' }])
  })

  it('has no message without a mentor, and says how to get one', async () => {
    await addProgram({ name: 'Alder', rank: 1 })
    showPage('#/interviews')
    const check = await part('Have a mentor look')
    expect(check.getByText(/Mark somebody of your log as a mentor/)).toBeTruthy()
    expect(check.queryByRole('button')).toBeNull()
  })
})

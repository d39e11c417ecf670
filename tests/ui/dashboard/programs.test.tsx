// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Program } from '../../../src/domain/programs/program'
import type { Store } from '../../../src/store/api'
import { makeProgram, makeRemark } from '../../fixtures/road/make-records'
import { forgetLog, makePerson, momentNow, openLog } from '../make-store'
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
const addProgram = async (parts: Partial<Program> = {}) => {
  const { schema: _schema, id: _id, ...input } = makeProgram(parts)
  return (await store.road.programs.put(null, input, momentNow())).id
}
const read = async (id: string) => {
  const program = await store.road.programs.get(id)
  if (!program) throw new Error('the program is gone')
  return program
}
const type = (label: string | RegExp, value: string, inside = within(document.body)) =>
  fireEvent.input(inside.getByLabelText(label), { target: { value } })
const press = (name: string | RegExp, inside = within(document.body)) =>
  fireEvent.click(inside.getByRole('button', { name }))
const part = async (name: string) => within(await screen.findByRole('region', { name }))
const pick = async (label: string, name: string) => {
  const box = screen.getByRole('combobox', { name: label })
  fireEvent.input(box, { target: { value: name } })
  fireEvent.keyDown(box, { key: 'Enter' })
  await screen.findByRole('button', { name: `Choose somebody other than ${name}` })
}

describe('the list of programs', () => {
  it('says who could open a door, strongest first, each with a link', async () => {
    const theo = await addPerson('Theo Lindqvist', { institution: 'Cedar Valley Hospital' })
    const maya = await addPerson('Maya Okafor', { roles: ['attending'], mentor: 'key' })
    await addProgram({ name: 'Nobody Medicine', institution: 'Nowhere Hospital' })
    const offered = await addProgram({ name: 'Harbor Medicine', institution: 'Harbor Hospital' })
    await addProgram({ name: 'Cedar Medicine', institution: 'Cedar Valley Hospital' })
    const {
      schema: _s,
      id: _i,
      ...remark
    } = makeRemark({ personId: maya, programId: offered, about: 'Dr. Sato' })
    await store.road.remarks.put(null, remark, momentNow())
    showPage('#/programs')
    await screen.findByText('3 programs')
    const lines = screen
      .getAllByRole('listitem')
      .map((line) => line.textContent ?? '')
      .filter((text) => text.includes('Medicine'))
    expect(lines[0]).toContain('Cedar MedicineYou know someone')
    expect(lines[1]).toContain('Harbor MedicineYour mentor knows someone')
    expect(lines[2]).toContain('Nobody MedicineNo connection yet')
    expect(screen.getByRole('link', { name: 'Theo Lindqvist' }).getAttribute('href')).toBe(`#/people/${theo}`)
  })

  it('finds by place and tag, and says when nothing matches', async () => {
    await addProgram({ name: 'A', city: 'Fernhill' })
    await addProgram({ name: 'B', tags: ['coast'] })
    showPage('#/programs')
    await screen.findByText('2 programs')
    type('Search', 'coast')
    await screen.findByText('one program')
    expect(screen.queryByRole('link', { name: 'A' })).toBeNull()
    type('Search', 'desert')
    await screen.findByText('No program matches “desert”.')
  })

  it('adds a program and takes it back', async () => {
    showPage('#/programs')
    await screen.findByText(/No program yet/)
    press('Add program')
    press('Save')
    await screen.findByText('A name is needed to save.')
    type('Name', '  Cedar   Valley ')
    type('Tags', 'west, small, west')
    fireEvent.change(screen.getByLabelText('Group'), { target: { value: 'reach' } })
    press('Save')
    await screen.findByRole('heading', { level: 1, name: 'Cedar Valley' })
    const [saved] = await store.road.programs.list()
    expect(saved).toMatchObject({ name: 'Cedar Valley', tags: ['west', 'small'], tier: 'reach' })
    press('Undo')
    await waitFor(async () => expect(await store.road.programs.list()).toEqual([]))
  })
})

describe('a file of programs', () => {
  const choose = async (text: string) => {
    const file = new File([text], 'list.csv', { type: 'text/csv' })
    fireEvent.change(await screen.findByLabelText('CSV file'), { target: { files: [file] } })
  }

  it('is shown first, saved only on request, and undone in one', async () => {
    await addProgram({ name: 'Cedar', specialty: '', city: '' })
    showPage('#/programs')
    await screen.findByText('one program')
    press('Import CSV')
    await choose('name,city,tier\nCedar,Fernhill,\nHarbor,,reach\n,,\n,Old Town,\n')
    await screen.findByText('One new program, 1 already on your list.')
    expect(screen.getByText('Line 5: the name is missing.')).toBeTruthy()
    expect(await store.road.programs.list()).toHaveLength(1)
    press('Save 2 programs')
    await screen.findByText('Imported 2 programs')
    const programs = await store.road.programs.list()
    expect(programs.map((one) => [one.name, one.city, one.tier]).sort()).toEqual([
      ['Cedar', 'Fernhill', 'unknown'],
      ['Harbor', '', 'reach'],
    ])
    press('Undo')
    await waitFor(async () => {
      const left = await store.road.programs.list()
      expect(left.map((one) => [one.name, one.city])).toEqual([['Cedar', '']])
    })
  })

  it('saves nothing when it cannot be read, or on Cancel', async () => {
    showPage('#/programs')
    await screen.findByText(/No program yet/)
    press('Import CSV')
    await choose('city\nFernhill\n')
    await screen.findByText(/No column is called/)
    expect(screen.queryByRole('button', { name: /^Save/ })).toBeNull()
    await choose('name\nCedar\n')
    await screen.findByRole('button', { name: 'Save one program' })
    press('Cancel')
    expect(await store.road.programs.list()).toEqual([])
  })

  it('is written with formulas guarded', async () => {
    const saveFile = vi.fn()
    await addProgram({ name: '=1+1' })
    showPage('#/programs', { saveFile })
    await screen.findByText('one program')
    press('Export CSV')
    expect(saveFile).toHaveBeenCalledWith('preround-programs-2026-11-22.csv', expect.any(String), 'text/csv')
    expect(saveFile.mock.calls[0]?.[1]).toContain("\r\n'=1+1,")
  })
})

describe('one program', () => {
  it('takes a tie, a service with who said so, and a word that nobody is known', async () => {
    await addPerson('Maya Okafor', { roles: ['attending'], mentor: 'key' })
    const id = await addProgram()
    showPage(`#/programs/${id}`)
    const ties = await part('Who could open a door')
    expect(ties.getByText('No connection yet')).toBeTruthy()
    fireEvent.click(ties.getByRole('checkbox'))
    await waitFor(async () => expect((await read(id)).tags).toEqual(['cold']))
    press('Add a tie', ties)
    press('Save', ties)
    await ties.findByText('Choose somebody from your log.')
    await pick('Who', 'Maya Okafor')
    type('Whom they know there', 'Dr. Sato', ties)
    press('Save', ties)
    await ties.findByText(/as you entered: Dr. Sato/)
    expect(await read(id)).toMatchObject({ tags: [], ties: [{ how: 'mentor-knows', other: 'Dr. Sato' }] })

    const services = await part('Services there')
    press('Add a service', services)
    type('Service', 'Night float', services)
    fireEvent.change(services.getByLabelText('For students it is'), { target: { value: 'miserable' } })
    await pick('Who said so', 'Maya Okafor')
    press('Save', services)
    await services.findByText('Night float')
    expect(services.getByRole('link', { name: 'Maya Okafor' })).toBeTruthy()
    press('Delete Night float', services)
    await waitFor(async () => expect((await read(id)).services).toEqual([]))
  })

  it('keeps ties and ratings through an edit, and shows how aways are used and who said so', async () => {
    const maya = await addPerson('Maya Okafor')
    const id = await addProgram({
      away: { use: 'free-labor', saidBy: maya, note: 'Scut all day' },
      ratings: [{ key: 'place', value: 4 }],
      ties: [{ personId: maya, how: 'own', other: '' }],
      rank: 3,
    })
    showPage(`#/programs/${id}`)
    const about = await part('About it')
    expect(about.getByText(/Uses students as free labor, says/)).toBeTruthy()
    expect(about.getByText('Scut all day')).toBeTruthy()
    press('Edit')
    type('City', 'Fernhill')
    press('Save')
    await (await part('About it')).findByText('Fernhill')
    expect(await read(id)).toMatchObject({
      rank: 3,
      city: 'Fernhill',
      ratings: [{ value: 4 }],
      ties: [{ how: 'own' }],
    })
  })

  it('says so when it is gone', async () => {
    showPage('#/programs/none')
    await screen.findByText(/This program is not in your log/)
  })
})

describe('the shortlist', () => {
  const names = () =>
    within(screen.getByRole('region', { name: 'Ranked' }))
      .getAllByRole('link')
      .map((link) => link.textContent)

  it('ranks by the weights, shows every part, and explains what a weight moved', async () => {
    await addProgram({
      name: 'Near',
      ratings: [
        { key: 'place', value: 10 },
        { key: 'training', value: 2 },
      ],
    })
    await addProgram({
      name: 'Strong',
      ratings: [
        { key: 'place', value: 1 },
        { key: 'training', value: 10 },
      ],
    })
    showPage('#/shortlist')
    await screen.findByRole('region', { name: 'Ranked' })
    expect(names()).toEqual(['Near', 'Strong'])
    const near = screen.getByRole('link', { name: 'Near' }).closest('li') as HTMLElement
    expect(within(near).getByRole('row', { name: 'Size 3 unknown –' })).toBeTruthy()
    expect(within(near).getByRole('row', { name: 'Place 3 10 33.3' })).toBeTruthy()
    fireEvent.change(screen.getByRole('slider', { name: 'Weight of Place' }), { target: { value: '0' } })
    await screen.findByText(/^Strong: from place 2 to 1\. /)
    expect(names()).toEqual(['Strong', 'Near'])
    expect(screen.getByText(/Near: from place 1 to 2\. Place −33\.3/)).toBeTruthy()
    press('Undo')
    await waitFor(() => expect(names()).toEqual(['Near', 'Strong']))
  })

  it('takes a rating, takes it away, and refuses what is none', async () => {
    const id = await addProgram({ name: 'Near' })
    showPage('#/shortlist')
    const field = await screen.findByLabelText('Training at Near')
    fireEvent.change(field, { target: { value: '11' } })
    await screen.findByText('A number from 0 to 10, or nothing.')
    expect((await read(id)).ratings).toEqual([])
    fireEvent.change(field, { target: { value: '7,5' } })
    await waitFor(async () => expect((await read(id)).ratings).toEqual([{ key: 'training', value: 7.5 }]))
    fireEvent.change(await screen.findByLabelText('Training at Near'), { target: { value: '' } })
    await waitFor(async () => expect((await read(id)).ratings).toEqual([]))
  })

  it('adds and deletes a criterion, never twice the same', async () => {
    showPage('#/shortlist')
    await screen.findByRole('region', { name: 'What counts' })
    type('Another criterion', 'size')
    press('Add')
    await screen.findByText('This one is there already.')
    type('Another criterion', 'Near family')
    press('Add')
    await screen.findByRole('slider', { name: 'Weight of Near family' })
    press('Delete Near family')
    await waitFor(() => expect(screen.queryByRole('slider', { name: 'Weight of Near family' })).toBeNull())
  })

  it('keeps scores and interests beside the list', async () => {
    showPage('#/shortlist')
    const about = await part('About you')
    type('Scores, if you wish', 'Step 2 CK: 245\n\nShelf', about)
    type('Interests', 'rural, ultrasound', about)
    press('Save', about)
    await screen.findByText('Saved')
    expect(await store.road.shortlists.get('mine')).toMatchObject({
      scores: [
        { exam: 'Step 2 CK', score: '245' },
        { exam: 'Shelf', score: '' },
      ],
      interests: ['rural', 'ultrasound'],
    })
  })
})

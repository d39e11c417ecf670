// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Letter } from '../../../src/domain/letters/letter'
import type { Store } from '../../../src/store/api'
import { makeLetter, makeProgram, makeRotation } from '../../fixtures/road/make-records'
import { forgetLog, makePerson, momentNow, openLog, today } from '../make-store'
import { showPage } from './show-page'

let store: Store
let maya: string

beforeEach(async () => {
  forgetLog()
  location.hash = ''
  store = await openLog()
  maya = (await store.people.add(makePerson('Maya Okafor', { roles: ['attending'] }), momentNow())).personId
})
afterEach(() => {
  cleanup()
  store.close()
  vi.restoreAllMocks()
})

/** On the wards, with a season of their own. */
const setYear = async () =>
  store.profile.set(
    { ...(await store.profile.get()), matriculation: '2024-08-01', clerkshipStart: '2026-07-01' },
    momentNow(),
  )
const addLetter = async (parts: Partial<Letter> = {}) =>
  (
    await store.road.letters.put(
      null,
      makeLetter({ personId: maya, candidateOn: '2026-11-01', ...parts }),
      momentNow(),
    )
  ).id
const addWriters = async (count: number, parts: Partial<Letter> = {}) => {
  for (let index = 0; index < count; index += 1) {
    const { personId } = await store.people.add(makePerson(`Writer ${index}`), momentNow())
    await addLetter({ personId, ...parts })
  }
}
const read = async (id: string) => {
  const letter = await store.road.letters.get(id)
  if (!letter) throw new Error('the letter is gone')
  return letter
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const type = (label: string | RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } })
const part = async (name: string | RegExp) => within(await screen.findByRole('region', { name }))
const agreed = { askedOn: '2026-11-20', answer: 'agreed', answeredOn: '2026-11-21' } as const

describe('the pipeline', () => {
  it('groups letters by how far they are', async () => {
    await addLetter()
    await addWriters(1, agreed)
    await addWriters(1, { askedOn: '2026-11-20', answer: 'hesitated' })
    showPage('#/letters')
    expect((await part('Possible writers (1)')).getByRole('link', { name: 'Maya Okafor' })).toBeTruthy()
    expect((await part('Said yes (1)')).getByText('said yes')).toBeTruthy()
    expect((await part('Let go (1)')).getByText('hesitated')).toBeTruthy()
    expect(screen.getByText('One writer has said yes; 3 to 4 are wanted.')).toBeTruthy()
  })

  it('warns kindly of a fifth writer, and not of the fourth', async () => {
    await addWriters(4, agreed)
    showPage('#/letters')
    await screen.findByText('4 writers have said yes; 3 to 4 are wanted.')
    expect(screen.queryByText(/A fifth letter writer/)).toBeNull()
    await addWriters(1, agreed)
    await screen.findByText(/A fifth letter writer/)
  })

  it('points out a program with five letters', async () => {
    const { id } = await store.road.programs.put(null, makeProgram({ name: 'Harbor State' }), momentNow())
    await addWriters(5, { ...agreed, programIds: [id] })
    showPage('#/letters')
    expect(await screen.findByText(/Harbor State takes 4 letters, and 5 are marked/)).toBeTruthy()
  })

  it('says when to ask, by the student’s own season alone', async () => {
    showPage('#/letters')
    await screen.findByText(/No writer yet/)
    expect(screen.queryByText(/ask by/)).toBeNull()
    await setYear()
    // The fourth Wednesday of September 2027, six to eight and eight to twelve weeks before.
    await screen.findByText('ask by Aug 11, 2027; from Jul 28, 2027 on is good time, and earlier is fine')
    expect(
      screen.getByText('ask by Jul 28, 2027; from Jun 30, 2027 on is good time, and earlier is fine'),
    ).toBeTruthy()
    expect(screen.getByText('(estimated; not published yet)')).toBeTruthy()
  })

  it('names what each letter needs next, and calls late what is late with the way to mend it', async () => {
    await setYear()
    await addLetter(agreed)
    showPage('#/letters')
    expect((await (await part('Next')).findByText(/the packet is late/)).textContent).toContain(
      'Send it today with a word of thanks',
    )
  })

  it('calls nothing late while the calendar is only assumed', async () => {
    await addLetter(agreed)
    showPage('#/letters')
    const next = await part('Next')
    expect(next.getByText(/send the packet today/)).toBeTruthy()
    expect(next.queryByText(/late/)).toBeNull()
  })

  it('adds a writer who is new, with one way back', async () => {
    showPage('#/letters')
    fireEvent.click(await screen.findByRole('button', { name: 'Add a writer' }))
    await screen.findByRole('combobox', { name: 'Who could write it' })
    press('Save')
    await screen.findByText('Type a name and choose, or add it as new.')
    const who = screen.getByRole('combobox', { name: 'Who could write it' })
    fireEvent.input(who, { target: { value: 'Ines Duarte' } })
    fireEvent.keyDown(who, { key: 'Enter' })
    fireEvent.change(screen.getByLabelText('What kind of letter'), { target: { value: 'research' } })
    press('Save')
    await screen.findByRole('heading', { level: 1, name: 'Letter of Ines Duarte' })
    const rows = await store.people.rows()
    expect(rows.find((row) => row.shown === 'Ines Duarte')?.roles).toEqual(['faculty-researcher'])
    expect(await store.road.letters.list()).toMatchObject([{ kind: 'research', candidateOn: today }])
    press('Undo')
    await screen.findByText('Taken back.')
    expect(await store.road.letters.list()).toEqual([])
    expect((await store.people.rows()).map((row) => row.shown)).toEqual(['Maya Okafor'])
  })
})

describe('the steps of a letter', () => {
  it('are recorded with day, word and place, and logged as a touch', async () => {
    await setYear()
    const id = await addLetter({ meetingOn: '2026-11-10', hopeOn: '2026-11-10' })
    showPage(`#/letters/${id}`)
    fireEvent.click(await screen.findByRole('button', { name: 'Record: Asked for a strong letter' }))
    type('On which day', '2026-11-20')
    fireEvent.click(screen.getByLabelText('I asked in person'))
    press('Save')
    await screen.findByText(/Nov 20 · strong/)
    expect(await read(id)).toMatchObject({ askedOn: '2026-11-20', strong: true, inPerson: false })
    expect(await store.touches.of(maya)).toMatchObject([{ kind: 'letter-step', date: '2026-11-20' }])
    press('Undo')
    await waitFor(async () => expect((await read(id)).askedOn).toBeNull())
    expect(await store.touches.of(maya)).toEqual([])
  })

  it('are not logged a second time on one day unless the student wishes', async () => {
    const id = await addLetter(agreed)
    await store.touches.add(
      [
        {
          personId: maya,
          date: today,
          zone: 'America/Chicago',
          kind: 'letter-step',
          direction: 'out',
          templateId: 'T14',
          note: '',
          outcome: null,
          thread: '',
          pmid: '',
          scheduled: false,
        },
      ],
      momentNow(),
    )
    showPage(`#/letters/${id}`)
    fireEvent.click(
      (await screen.findAllByRole('button', { name: 'Record: Packet sent' })).at(-1) as HTMLElement,
    )
    const tick = (await screen.findByLabelText(/your log has one of that day/)) as HTMLInputElement
    expect(tick.checked).toBe(false)
    press('Save')
    await waitFor(async () => expect((await read(id)).packetOn).toBe(today))
    expect(await store.touches.of(maya)).toHaveLength(1)
  })

  it('end kindly when somebody hesitates', async () => {
    const id = await addLetter({ askedOn: '2026-11-20' })
    showPage(`#/letters/${id}`)
    fireEvent.click(
      (await screen.findAllByRole('button', { name: 'Record: Their answer' })).at(-1) as HTMLElement,
    )
    press('Save')
    await screen.findByText('Choose what fits best.')
    fireEvent.click(screen.getByLabelText('They hesitated'))
    await screen.findByText(/Thank them warmly for being honest/)
    press('Save')
    await screen.findByText(/A doubtful yes makes a pale letter/)
    expect(await read(id)).toMatchObject({ answer: 'hesitated', answeredOn: today })
    expect(screen.queryByRole('region', { name: 'Packet' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Record: Packet sent' })).toBeNull()
  })

  it('are cleared with what was said of them', async () => {
    const id = await addLetter(agreed)
    showPage(`#/letters/${id}`)
    fireEvent.click(await screen.findByRole('button', { name: 'Clear: Their answer' }))
    await waitFor(async () => expect(await read(id)).toMatchObject({ answer: null, answeredOn: null }))
  })

  it('are warned about before MS3 and for an away without a note, and can be taken all the same', async () => {
    await store.profile.set({ ...(await store.profile.get()), matriculation: '2026-08-03' }, momentNow())
    const { id: rotationId } = await store.road.rotations.put(
      null,
      makeRotation({ kind: 'away' }),
      momentNow(),
    )
    const id = await addLetter({ rotationId })
    showPage(`#/letters/${id}`)
    fireEvent.click(await screen.findByRole('button', { name: 'Record: Asked for a strong letter' }))
    await screen.findByText(/A letter, asked for before the wards/)
    expect(screen.getByText(/A letter from an away without a note/)).toBeTruthy()
    press('Save')
    await waitFor(async () => expect((await read(id)).askedOn).toBe(today))
  })

  it('refuse a day to come', async () => {
    const id = await addLetter()
    showPage(`#/letters/${id}`)
    fireEvent.click(await screen.findByRole('button', { name: 'Record: Career meeting' }))
    type('On which day', '2027-01-01')
    press('Save')
    await screen.findByText(/This day has not come yet/)
    expect((await read(id)).meetingOn).toBeNull()
  })
})

describe('the packet', () => {
  const addRotation = () =>
    store.road.rotations.put(
      null,
      makeRotation({
        people: [{ personId: maya, post: 'attending' }],
        feedback: [
          { date: '2026-11-12', personId: '', text: 'Knows every lab value' },
          { date: '2026-11-10', personId: maya, text: 'Short, ordered presentations' },
        ],
      }),
      momentNow(),
    )

  it('takes points from the feedback, the writer’s own first, and fills the mail with them', async () => {
    const { id: rotationId } = await addRotation()
    const id = await addLetter({ ...agreed, rotationId })
    showPage(`#/letters/${id}`)
    const packet = await part('Packet')
    expect(packet.getAllByRole('checkbox').map((box) => box.parentElement?.textContent)).toEqual([
      'Short, ordered presentations Maya Okafor, Nov 10',
      'Knows every lab value Nov 12',
    ])
    fireEvent.click(packet.getByRole('checkbox', { name: /Short, ordered presentations/ }))
    await packet.findByText(/1\. Short, ordered presentations/)
    fireEvent.input(packet.getByLabelText('Another point'), { target: { value: 'Led the handoff project' } })
    fireEvent.click(packet.getByRole('button', { name: 'Add point' }))
    await packet.findByText(/2\. Led the handoff project/)
    expect((await read(id)).highlights).toEqual(['Short, ordered presentations', 'Led the handoff project'])
    fireEvent.click(packet.getByRole('checkbox', { name: /Short, ordered presentations/ }))
    await waitFor(async () => expect((await read(id)).highlights).toEqual(['Led the handoff project']))
  })

  it('warns of a patient’s detail in a point', async () => {
    const id = await addLetter(agreed)
    showPage(`#/letters/${id}`)
    const packet = await part('Packet')
    fireEvent.input(packet.getByLabelText('Another point'), {
      target: { value: 'The 94-year-old, MRN 1234567' },
    })
    await packet.findByText(/an age over 89/)
  })
})

describe('the programs of a letter', () => {
  it('are chosen from the list, and a fifth letter for one is pointed out', async () => {
    const { id: programId } = await store.road.programs.put(
      null,
      makeProgram({ name: 'Harbor State' }),
      momentNow(),
    )
    await addWriters(4, { ...agreed, programIds: [programId] })
    const id = await addLetter(agreed)
    showPage(`#/letters/${id}`)
    const programs = await part('Programs it goes to')
    expect(programs.getByText('4 of 4')).toBeTruthy()
    fireEvent.click(programs.getByLabelText(/Harbor State/))
    await programs.findByText(/Harbor State takes 4 letters, and 5 are marked/)
    expect((await read(id)).programIds).toEqual([programId])
  })

  it('say where they come from while there are none', async () => {
    const id = await addLetter(agreed)
    showPage(`#/letters/${id}`)
    await screen.findByText(/Your program list is empty/)
  })
})

describe('a letter', () => {
  it('is deleted with a way back', async () => {
    const id = await addLetter()
    showPage(`#/letters/${id}`)
    fireEvent.click(await screen.findByRole('button', { name: 'Delete letter' }))
    await screen.findByText(/No writer yet/)
    press('Undo')
    await screen.findByRole('link', { name: 'Maya Okafor' })
  })

  it('that is not there is said so', async () => {
    showPage('#/letters/nowhere')
    await screen.findByText(/This letter is not in your log/)
  })
})

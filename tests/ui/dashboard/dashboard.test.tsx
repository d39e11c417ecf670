// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact'
import { openDB } from 'idb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Store, StoreError } from '../../../src/store/api'
import { Dashboard } from '../../../src/ui/dashboard/dashboard'
import type { DashboardDoors } from '../../../src/ui/dashboard/doors'
import { forgetLog, makePerson, makeTouchInput, momentNow, openLog } from '../make-store'
import { seeds } from './make-seeds'

let store: Store
const saveFile = vi.fn()

beforeEach(async () => {
  forgetLog()
  saveFile.mockClear()
  vi.spyOn(window, 'scrollTo').mockImplementation(() => {})
  location.hash = ''
  store = await openLog()
})
afterEach(() => {
  cleanup()
  store.close()
  vi.restoreAllMocks()
})

function show(hash: string, parts: Partial<DashboardDoors> = {}) {
  location.hash = hash
  const doors: DashboardDoors = {
    openStore: () => openLog(),
    momentNow,
    zone: () => 'America/Chicago',
    browser: 'chrome',
    sources: { 'pubmed.author-list': 'from the list of authors' },
    openWelcome: () => {},
    shortcut: async (command) => (command === 'insert-template' ? 'Alt+Shift+Y' : 'Alt+Shift+S'),
    sites: {
      list: async () => [],
      isOwn: () => false,
      readHost: () => null,
      request: async () => false,
      remove: async () => false,
      onChange: () => {},
    },
    saveFile,
    seeds,
    ...parts,
  }
  render(<Dashboard doors={doors} />)
}
const add = async (name: string, parts = {}) =>
  (await store.people.add(makePerson(name, parts), momentNow())).personId

describe('people', () => {
  it('searches as typed', async () => {
    await add('Maya Okafor')
    await add('Zoë Márquez')
    show('#/people')
    await screen.findByRole('link', { name: 'Maya Okafor' })
    fireEvent.input(screen.getByLabelText('Search'), { target: { value: 'marq' } })
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Maya Okafor' })).toBeNull())
    expect(screen.getByRole('link', { name: 'Zoë Márquez' })).toBeTruthy()
    fireEvent.input(screen.getByLabelText('Search'), { target: { value: 'nobody' } })
    expect(await screen.findByText('Nobody matches “nobody”.')).toBeTruthy()
  })

  it('sorts by last contact, who was never contacted first', async () => {
    const early = await add('Ann Early')
    const late = await add('Bo Late')
    await add('Cy Never')
    await store.touches.add(
      [makeTouchInput(early, '2026-01-01'), makeTouchInput(late, '2026-11-01')],
      momentNow(),
    )
    show('#/people')
    await screen.findByRole('link', { name: 'Ann Early' })
    fireEvent.change(screen.getByLabelText('Sort by'), { target: { value: 'contact' } })
    await waitFor(() =>
      expect(screen.getAllByRole('rowheader').map((cell) => cell.textContent)).toEqual([
        'Cy Never',
        'Ann Early',
        'Bo Late',
      ]),
    )
  })

  it('deletes those selected and brings them back on Undo', async () => {
    const maya = await add('Maya Okafor')
    await store.touches.add([makeTouchInput(maya, '2026-11-01')], momentNow())
    await add('Ines Duarte')
    await add('Ruth Abelman')
    show('#/people')
    fireEvent.click(await screen.findByLabelText('Select Maya Okafor'))
    fireEvent.click(screen.getByLabelText('Select Ines Duarte'))
    fireEvent.click(screen.getByRole('button', { name: 'Delete selected' }))
    await screen.findByText('Deleted 2 people')
    expect((await store.people.rows()).map((row) => row.shown)).toEqual(['Ruth Abelman'])
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
    await screen.findByRole('link', { name: 'Maya Okafor' })
    expect(await store.touches.of(maya)).toHaveLength(1)
  })

  it('says what to do when nobody is there', async () => {
    show('')
    expect(await screen.findByText(/Nobody is here yet/)).toBeTruthy()
  })
})

describe('one person', () => {
  it('shows every field with where it came from, and page text only as text', async () => {
    const id = await add('Maya Okafor', {
      titles: ['<img src=x onerror=alert(1)>'],
      links: [{ kind: 'other', url: 'https://lab.example/' }],
      provenance: {
        name: {
          source: 'pubmed.author-list',
          url: 'https://pubmed.ncbi.nlm.nih.gov/1/',
          certainty: 'check',
          at: '',
        },
      },
    })
    show(`#/people/${id}`)
    await screen.findByRole('heading', { level: 1, name: 'Maya Okafor' })
    const source = screen.getByText(/from the list of authors/)
    expect(source.textContent).toMatch(/please check/)
    expect(within(source).getByRole('link', { name: 'page' }).getAttribute('href')).toBe(
      'https://pubmed.ncbi.nlm.nih.gov/1/',
    )
    expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeTruthy()
    expect(document.querySelector('main img')).toBeNull()
    expect(screen.getByRole('link', { name: 'https://lab.example/' }).getAttribute('rel')).toContain(
      'noopener',
    )
  })

  it('edits, and takes the edit back', async () => {
    const id = await add('Maya Okafor')
    show(`#/people/${id}`)
    fireEvent.click(await screen.findByRole('button', { name: 'Edit' }))
    await waitFor(() => expect(document.title).toBe('Maya Okafor · Preround'))
    fireEvent.input(screen.getByLabelText('One detail'), { target: { value: 'Plays the viola' } })
    fireEvent.change(screen.getByLabelText('Mentor to you?'), { target: { value: 'key' } })
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText('Plays the viola')
    expect(await store.people.get(id)).toMatchObject({ detail: 'Plays the viola', mentor: 'key' })
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
    await waitFor(async () =>
      expect(await store.people.get(id)).toMatchObject({ detail: '', mentor: 'none' }),
    )
  })

  it('is deleted with a way back', async () => {
    const id = await add('Maya Okafor')
    show(`#/people/${id}`)
    fireEvent.click(await screen.findByRole('button', { name: 'Delete person' }))
    await screen.findByText('Deleted Maya Okafor')
    expect(location.hash).toBe('#/people')
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
    expect(await screen.findByRole('link', { name: 'Maya Okafor' })).toBeTruthy()
  })

  it('logs, edits and deletes touches', async () => {
    const id = await add('Maya Okafor')
    show(`#/people/${id}`)
    fireEvent.click(await screen.findByRole('button', { name: 'Log a touch' }))
    fireEvent.input(screen.getByLabelText('Note'), { target: { value: 'Asked about rounds' } })
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText('Asked about rounds')

    fireEvent.click(screen.getByRole('button', { name: 'Edit Coffee of Nov 22' }))
    fireEvent.change(screen.getByLabelText('What'), { target: { value: 'call' } })
    fireEvent.input(screen.getByLabelText('When'), { target: { value: '2026-11-20' } })
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByRole('button', { name: 'Delete Call of Nov 20' })
    expect(await store.touches.of(id)).toMatchObject([
      { kind: 'call', date: '2026-11-20', note: 'Asked about rounds' },
    ])

    fireEvent.click(screen.getByRole('button', { name: 'Delete Call of Nov 20' }))
    await screen.findByText('Nothing logged yet.')
    fireEvent.click(screen.getAllByRole('button', { name: 'Undo' }).at(-1) as HTMLElement)
    await waitFor(async () => expect(await store.touches.of(id)).toHaveLength(1))
  })

  it('keeps date and zone of a touch that is edited far from where it was made', async () => {
    const id = await add('Maya Okafor')
    await store.touches.add([makeTouchInput(id, '2026-11-01')], momentNow())
    show(`#/people/${id}`, { zone: () => 'Asia/Kolkata' })
    fireEvent.click(await screen.findByRole('button', { name: 'Edit Coffee of Nov 1' }))
    fireEvent.input(screen.getByLabelText('Note'), { target: { value: 'Asked about rounds' } })
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText('Asked about rounds')
    expect(await store.touches.of(id)).toMatchObject([{ date: '2026-11-01', zone: 'America/Chicago' }])
  })

  it('gives the focus back when a form closes or a touch goes', async () => {
    const id = await add('Maya Okafor')
    await store.touches.add([makeTouchInput(id, '2026-11-01')], momentNow())
    show(`#/people/${id}`)
    const focused = async (name: string) =>
      waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name })))
    fireEvent.click(await screen.findByRole('button', { name: 'Edit' }))
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    await focused('Edit')
    fireEvent.click(screen.getByRole('button', { name: 'Log a touch' }))
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    await focused('Log a touch')
    fireEvent.click(screen.getByRole('button', { name: 'Edit' }))
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    await focused('Edit')
    fireEvent.click(await screen.findByRole('button', { name: 'Delete Coffee of Nov 1' }))
    await screen.findByText('Nothing logged yet.')
    await focused('Log a touch')
  })

  it('says so when the person is not there', async () => {
    show('#/people/nobody')
    expect(await screen.findByText(/not in your log/)).toBeTruthy()
  })
})

describe('recent changes', () => {
  it('lists what was done and takes it back, the later first', async () => {
    const id = await add('Maya Okafor')
    await store.touches.add([makeTouchInput(id, '2026-11-01')], momentNow())
    show('#/changes')
    await screen.findByText(/Undo first/)
    const undos = screen.getAllByRole('button', { name: /^Undo:/ })
    expect(undos).toHaveLength(1)
    fireEvent.click(undos[0] as HTMLElement)
    await waitFor(async () => expect(await store.touches.of(id)).toEqual([]))
    await waitFor(() => expect(screen.queryByText(/Undo first/)).toBeNull())
    fireEvent.click(screen.getByRole('button', { name: /^Undo:/ }))
    await waitFor(async () => expect(await store.people.rows()).toEqual([]))
  })
})

describe('settings', () => {
  const file = (text: string) => new File([text], 'log.json', { type: 'application/json' })
  const choose = async (chosen: File) =>
    fireEvent.change(await screen.findByLabelText('Restore from a file'), { target: { files: [chosen] } })

  it('switches the logging of sent mail off', async () => {
    show('#/settings')
    const box = await screen.findByRole('checkbox', { name: /Log a touch when I send mail/ })
    expect((box as HTMLInputElement).checked).toBe(true)
    fireEvent.click(box)
    await screen.findByText('Sent mail is not logged')
    expect((await store.profile.get()).logSentMail).toBe(false)
  })

  it('shows the shortcuts, or how to set them', async () => {
    show('#/settings')
    const keys = async (what: string) => (await screen.findByText(what)).previousElementSibling?.textContent
    expect(await keys('Insert a template in a mail')).toBe('Alt+Shift+Y')
    expect(await keys('Save people from the page you are looking at')).toBe('Alt+Shift+S')
    cleanup()
    show('#/settings', { shortcut: async () => '', browser: 'firefox' })
    expect(await screen.findAllByText(/^not set/)).toHaveLength(2)
    expect(screen.getByText(/Manage Extension Shortcuts/)).toBeTruthy()
    cleanup()
    // One that cannot be asked for leaves the other.
    show('#/settings', {
      shortcut: async (command) => {
        if (command === 'insert-template') throw new Error('no such command')
        return 'Alt+Shift+S'
      },
    })
    expect(await keys('Insert a template in a mail')).toMatch(/^not set/)
    expect(await keys('Save people from the page you are looking at')).toBe('Alt+Shift+S')
  })

  it('downloads everything and restores it elsewhere, after showing what would happen', async () => {
    const id = await add('Maya Okafor')
    await store.touches.add([makeTouchInput(id, '2026-11-01')], momentNow())
    show('#/settings')
    fireEvent.click(await screen.findByRole('button', { name: 'Download everything' }))
    await screen.findByText('Downloaded preround-2026-11-22.json')
    const text = saveFile.mock.calls[0]?.[1] as string
    await store.people.remove([id], momentNow())

    await choose(file(text))
    await screen.findByRole('heading', { name: 'What this file would do' })
    expect(await store.people.rows(), 'a preview writes nothing').toEqual([])
    fireEvent.click(screen.getByRole('button', { name: 'Add to my log' }))
    await screen.findByText('Restored')
    expect(await store.people.rows()).toMatchObject([{ shown: 'Maya Okafor', touches: 1 }])
    fireEvent.click(screen.getAllByRole('button', { name: 'Undo' }).at(-1) as HTMLElement)
    await waitFor(async () => expect(await store.people.rows()).toEqual([]))
  })

  it.each([
    ['cut in half', (whole: string) => whole.slice(0, whole.length / 2)],
    ['empty', () => ''],
    ['of something else', () => '{"format":"recipes"}'],
  ])('refuses a file %s in words, and nothing is lost', async (_what, spoil) => {
    await add('Maya Okafor')
    const whole = await store.backup.download(momentNow())
    show('#/settings')
    await choose(file(spoil(whole)))
    const input = await screen.findByLabelText('Restore from a file')
    await waitFor(() => expect(input.getAttribute('aria-invalid')).toBe('true'))
    const words = document.getElementById(input.getAttribute('aria-describedby') ?? '')?.textContent ?? ''
    expect(words.length).toBeGreaterThan(20)
    expect(words).not.toMatch(/Something went wrong/)
    expect(screen.queryByRole('button', { name: 'Replace my log' })).toBeNull()
    expect(await store.people.rows()).toHaveLength(1)
  })

  it('says of a file cut in half that it is, and of a record that is none that it is left out', async () => {
    await add('Maya Okafor')
    const whole = await store.backup.download(momentNow())
    show('#/settings')
    await screen.findByLabelText('Restore from a file')
    await choose(file(whole.slice(0, whole.length / 2)))
    expect(await screen.findByText(/This file is incomplete/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Add to my log' })).toBeNull()

    const spoilt = JSON.parse(whole)
    spoilt.people.push(...Array.from({ length: 7 }, (_, index) => ({ schema: 1, id: `bad-${index}` })))
    await choose(file(JSON.stringify(spoilt)))
    await screen.findByText('7 records cannot be read and are left out:')
    expect(screen.getAllByText(/does not have the form of a Preround record/)).toHaveLength(5)
    expect(screen.getByText('and 2 more')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Restore from a file')))
    expect(await store.people.rows()).toHaveLength(1)
  })

  it('says when a record of the log cannot be read, and that it is kept', async () => {
    const id = await add('Maya Okafor')
    show('#/settings')
    await screen.findByText('Keyboard shortcuts')
    expect(screen.queryByText(/cannot be read/)).toBeNull()
    cleanup()
    const db = await openDB('preround')
    const entry = await db.get('persons', id)
    await db.put('persons', { ...entry, person: { ...entry.person, names: 'spoilt' } })
    db.close()
    show('#/settings')
    expect(await screen.findByText(/One record of your log cannot be read. Nothing is lost/)).toBeTruthy()
  })

  it('deletes everything only after the word was typed', async () => {
    await add('Maya Okafor')
    show('#/settings')
    const button = await screen.findByRole('button', { name: 'Delete everything' })
    expect((button as HTMLButtonElement).disabled).toBe(true)
    const word = screen.getByLabelText('Type “delete” to confirm')
    fireEvent.input(word, { target: { value: 'dele' } })
    fireEvent.submit(word)
    expect(await store.people.rows()).toHaveLength(1)
    fireEvent.input(word, { target: { value: 'Delete ' } })
    await waitFor(() => expect((button as HTMLButtonElement).disabled).toBe(false))
    fireEvent.click(button)
    await screen.findByText('Everything is deleted.')
    expect(await store.people.rows()).toEqual([])
  })
})

describe('a log that cannot be opened', () => {
  it('is said in words, with a way on, and nothing is shown as if the log were empty', async () => {
    show('#/people', {
      openStore: async () => {
        throw new StoreError({ id: 'error.store-unavailable', params: {} })
      },
    })
    expect((await screen.findByRole('alert')).textContent).toMatch(/Private windows/)
    expect(screen.getByRole('button', { name: 'Reload' })).toBeTruthy()
    expect(screen.queryByText(/Nobody is here yet/)).toBeNull()
  })
})

describe('an address that leads nowhere', () => {
  it('is a clear page with a way on', async () => {
    show('#/old/link')
    expect(await screen.findByRole('heading', { name: 'There is nothing at this address' })).toBeTruthy()
    expect(screen.getByRole('link', { name: 'All people' }).getAttribute('href')).toBe('#/people')
  })
})

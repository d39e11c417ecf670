// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { goals } from '../../../seeds/goals'
import { emptyProfile } from '../../../src/domain/profile/profile'
import { type Store, StoreError } from '../../../src/store/api'
import type { PopupDoors } from '../../../src/ui/popup/doors'
import { Popup } from '../../../src/ui/popup/popup'
import { forgetLog, makePerson, makeTouchInput, momentNow, openLog, today } from '../make-store'

let store: Store
const openPage = vi.fn()

beforeEach(async () => {
  forgetLog()
  openPage.mockClear()
  store = await openLog()
})
afterEach(() => {
  cleanup()
  store.close()
})

function show(parts: Partial<PopupDoors> = {}) {
  const doors: PopupDoors = {
    openStore: () => openLog(),
    goals,
    momentNow,
    zone: () => 'America/Chicago',
    untilTomorrow: () => 50_000_000,
    openPage,
    readActivePage: async () => ({
      refusal: null,
      host: null,
      isOffered: false,
      save: async () => null,
      offer: async () => false,
    }),
    refusal: null,
    close: () => {},
    ...parts,
  }
  return render(<Popup doors={doors} />)
}

const goalLine = async (title: string) => {
  const text = await screen.findByText(title)
  const line = text.closest('li')
  if (!line) throw new Error(`no line around ${title}`)
  return within(line)
}

const coffee = 'Have coffee with 1–2 residents this month'

describe('the popup of a new student', () => {
  it('assumes MS1, says so, and leads to the page where that is changed', async () => {
    show()
    expect(await screen.findByRole('heading', { level: 1, name: 'MS1 · November–February' })).toBeTruthy()
    expect(screen.getByText(/Assuming MS1, begun last August/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'change' }))
    expect(openPage).toHaveBeenCalledWith('welcome')
  })

  it('does not speak of MS1 when other dates are assumed', async () => {
    await store.profile.set({ ...emptyProfile, matriculation: '2024-08-05' }, momentNow())
    show()
    await screen.findByRole('heading', { level: 1, name: 'MS3 · Clerkships' })
    expect(screen.getByText(/Some of your dates are assumed/)).toBeTruthy()
    expect(screen.queryByText(/Assuming MS1/)).toBeNull()
  })

  it('says what to do first', async () => {
    show()
    expect(await screen.findByRole('heading', { name: 'Start with one person' })).toBeTruthy()
    expect(screen.queryByText('Time to touch base')).toBeNull()
  })

  it('assumes nothing once matriculation is set', async () => {
    await store.profile.set({ ...emptyProfile, matriculation: '2026-08-03' }, momentNow())
    show()
    await screen.findByText(coffee)
    expect(screen.queryByText(/Assuming/)).toBeNull()
  })

  it.each([
    ['before school', { matriculation: '2027-08-02' }, 'Before MS1', /first day of school/],
    [
      'after graduation',
      { matriculation: '2020-08-03', graduationYear: 2024 },
      'After graduation',
      /people stay/,
    ],
  ])('says what helps in a stage without goals: %s', async (_what, profile, stage, words) => {
    await store.profile.set({ ...emptyProfile, ...profile }, momentNow())
    show()
    expect(await screen.findByRole('heading', { level: 1, name: stage })).toBeTruthy()
    expect(screen.getByText(words)).toBeTruthy()
    expect(screen.queryByText('This month’s goals')).toBeNull()
  })
})

describe('goals', () => {
  it('counts a coffee that is logged here, and takes it back', async () => {
    await store.people.add(makePerson('Maya Okafor'), momentNow())
    show()
    expect((await goalLine(coffee)).getByText('0 of 1–2')).toBeTruthy()

    fireEvent.click(screen.getByRole('button', { name: 'Log a touch' }))
    const who = await screen.findByRole('combobox', { name: 'Who' })
    await waitFor(() => {
      fireEvent.input(who, { target: { value: 'oka' } })
      expect(screen.getByRole('option', { name: /Maya Okafor/ })).toBeTruthy()
    })
    fireEvent.keyDown(who, { key: 'Enter' })
    expect((screen.getByLabelText('When') as HTMLInputElement).value).toBe(today)
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))

    const line = await goalLine(coffee)
    await line.findByText('1 of 1–2')
    expect(line.getByText('Maya Okafor')).toBeTruthy()
    expect(screen.getByText('Logged Coffee with Maya Okafor')).toBeTruthy()
    const [person] = await store.people.rows()
    expect(await store.touches.of(person?.id ?? '')).toMatchObject([
      { kind: 'coffee', date: today, zone: 'America/Chicago', direction: 'both', outcome: null },
    ])

    fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
    await (await goalLine(coffee)).findByText('0 of 1–2')
    expect(await store.touches.of(person?.id ?? '')).toEqual([])
  })

  it('ticks what only the student knows, and takes it back', async () => {
    show()
    const tick = await screen.findByRole('checkbox', {
      name: 'Mark as done: Get one clear yes, or a clear no',
    })
    fireEvent.click(tick)
    await waitFor(async () => expect(await store.goals.marks()).toHaveLength(1))
    expect(await screen.findByText('Done: Get one clear yes, or a clear no')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
    await waitFor(async () => expect(await store.goals.marks()).toHaveLength(0))
  })

  it('calls what is late late, with the quickest mend in the same sentence', async () => {
    await store.profile.set({ ...emptyProfile, matriculation: '2026-08-03' }, momentNow())
    show()
    const line = await goalLine('Be known: 3 faculty, and 3 MS2s to text')
    expect(line.getByText(/^Late, so mend it before exams/)).toBeTruthy()
  })

  it('calls nothing late while the calendar is only assumed', async () => {
    show()
    await goalLine('Be known: 3 faculty, and 3 MS2s to text')
    expect(screen.queryByText(/^Late/)).toBeNull()
    expect(screen.queryByText(/by Oct/)).toBeNull()
  })

  it('says when there is more than a goal asks for', async () => {
    await store.profile.set({ ...emptyProfile, matriculation: '2026-08-03' }, momentNow())
    for (const name of ['Maya Okafor', 'Tomasz Wolny']) {
      await store.people.add(makePerson(name, { positions: ['summer-mentor'] }), momentNow())
    }
    for (const name of ['Ann Lee', 'Bo Berg', 'Cai Soto', 'Dan Ruiz']) {
      const researcher = makePerson(name, { roles: ['faculty-researcher'] })
      const { personId } = await store.people.add(researcher, momentNow())
      const mail = { kind: 'email', direction: 'out', outcome: 'awaiting', templateId: 'T4' } as const
      await store.touches.add([makeTouchInput(personId, '2026-11-20', mail)], momentNow())
    }
    show()
    const research = await goalLine('Find a research mentor in four calm steps')
    expect(research.getByText(/Wait for an answer before/)).toBeTruthy()
    cleanup()
    show({ momentNow: () => ({ ...momentNow(), today: '2027-03-10' }) })
    const mentor = await goalLine('Settle on one main mentor for the summer')
    expect(mentor.getByText('You have more here than the one this goal asks for.')).toBeTruthy()
  })

  it('shows "not yet" rules without a count or a box to tick', async () => {
    show()
    const line = await goalLine('Not yet: letters of recommendation')
    expect(line.queryByRole('checkbox')).toBeNull()
    expect(line.queryByText(/of/, { selector: '.goal-progress' })).toBeNull()
  })

  it('shows the month it was left in at once, before today’s is made', async () => {
    await store.month.refresh(today)
    const snapshot = await store.month.snapshot()
    const never = new Promise<never>(() => {})
    const slow = { ...store, month: { ...store.month, snapshot: async () => snapshot, refresh: () => never } }
    show({ openStore: async () => ({ ...slow, close: () => {} }) })
    expect(await screen.findByText(coffee)).toBeTruthy()
  })
})

describe('while the popup stays open', () => {
  it('shows the new month after midnight', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    let day = '2027-02-28'
    try {
      show({ momentNow: () => ({ ...momentNow(), today: day }), untilTomorrow: () => 60_000 })
      await vi.waitFor(() =>
        expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('MS1 · November–February'),
      )
      day = '2027-03-01'
      await vi.advanceTimersByTimeAsync(61_000)
      await vi.waitFor(() =>
        expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('MS1 · March–June'),
      )
      expect((await store.month.snapshot())?.date).toBe('2027-03-01')
    } finally {
      vi.useRealTimers()
    }
  })

  it('leads to Recent changes, where undo works once its note has gone', async () => {
    show()
    fireEvent.click(await screen.findByRole('button', { name: 'Recent changes' }))
    expect(openPage).toHaveBeenCalledWith('dashboard', '/changes')
  })

  it('keeps the focus near a line that goes', async () => {
    const { personId } = await store.people.add(makePerson('Ruth Abelman', { mentor: 'key' }), momentNow())
    await store.touches.add([makeTouchInput(personId, '2026-08-01')], momentNow())
    show()
    const snooze = await screen.findByRole('button', { name: 'Snooze Ruth Abelman for two weeks' })
    snooze.focus()
    fireEvent.click(snooze)
    await screen.findByText('Nobody is waiting to hear from you.')
    expect(document.activeElement?.textContent).toBe('Time to touch base')
  })
})

describe('people who are due', () => {
  it('snoozes a touch-base without logging a touch', async () => {
    const { personId } = await store.people.add(makePerson('Ruth Abelman', { mentor: 'key' }), momentNow())
    await store.touches.add([makeTouchInput(personId, '2026-08-20')], momentNow())
    show()
    fireEvent.click(await screen.findByRole('button', { name: 'Snooze Ruth Abelman for two weeks' }))
    await screen.findByText('Nobody is waiting to hear from you.')
    expect(screen.getByText('Ruth Abelman is back on Dec 7')).toBeTruthy()
    expect(await store.touches.of(personId)).toHaveLength(1)
    expect(await store.goals.snoozes()).toMatchObject([{ personId, until: '2026-12-06' }])
  })

  it('opens the log form with the person and a touch-base filled in', async () => {
    const { personId } = await store.people.add(makePerson('Ruth Abelman', { mentor: 'key' }), momentNow())
    await store.touches.add([makeTouchInput(personId, '2026-08-20')], momentNow())
    show()
    fireEvent.click(await screen.findByRole('button', { name: 'Log a touch with Ruth Abelman' }))
    expect(((await screen.findByLabelText('What')) as HTMLSelectElement).value).toBe('touch-base')
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText('Nobody is waiting to hear from you.')
    expect((await store.touches.of(personId)).map((touch) => [touch.kind, touch.direction])).toContainEqual([
      'touch-base',
      'out',
    ])
  })

  it('notes the answer to a mail that waits, on the touch of that mail', async () => {
    const { personId } = await store.people.add(makePerson('Tomasz Wolny'), momentNow())
    await store.touches.add(
      [makeTouchInput(personId, '2026-11-11', { kind: 'email', direction: 'out', outcome: 'awaiting' })],
      momentNow(),
    )
    show()
    expect(await screen.findByText('11 days · One short nudge fits now.')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'They answered: Tomasz Wolny' }))
    fireEvent.click(screen.getByRole('button', { name: 'Later' }))
    await waitFor(() => expect(screen.queryByText('Waiting for an answer')).toBeNull())
    expect(await store.touches.of(personId)).toMatchObject([{ outcome: 'later', kind: 'email' }])
  })

  it('shows the first few of forty and all on request', async () => {
    for (let index = 0; index < 40; index += 1) {
      const { personId } = await store.people.add(
        makePerson(`Mentor ${index}`, { mentor: 'key' }),
        momentNow(),
      )
      await store.touches.add([makeTouchInput(personId, '2026-08-20')], momentNow())
    }
    show()
    const showAll = await screen.findByRole('button', { name: 'Show all 40' })
    expect(screen.getAllByRole('button', { name: /^Snooze/ })).toHaveLength(4)
    fireEvent.click(showAll)
    expect(screen.getAllByRole('button', { name: /^Snooze/ })).toHaveLength(40)
  })
})

describe('adding a person', () => {
  const openForm = async () => {
    show()
    await screen.findByText(coffee)
    fireEvent.click(screen.getByRole('button', { name: 'Add person' }))
    await screen.findByLabelText('Name')
  }
  const fill = (name: string, role: string) => {
    fireEvent.input(screen.getByLabelText('Name'), { target: { value: name } })
    fireEvent.change(screen.getByLabelText('Who are they to you?'), { target: { value: role } })
  }
  const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save' }))

  it('needs a name and a role, and no more', async () => {
    await openForm()
    save()
    expect(await screen.findByText('A name is needed to save.')).toBeTruthy()
    expect(await store.people.rows()).toEqual([])
    fill('Dr. Maya Okafor, MD', 'attending')
    save()
    await screen.findByText(/^Added .*Maya Okafor/)
    const [row] = await store.people.rows()
    const person = await store.people.get(row?.id ?? '')
    expect(person).toMatchObject({
      names: { given: 'Maya', family: 'Okafor' },
      credentials: ['MD'],
      roles: ['attending'],
      provenance: { name: { source: 'typed', certainty: 'typed' } },
    })
    expect(row?.touches).toBe(0)
  })

  it('logs the meeting too when asked, and takes both back with one Undo', async () => {
    await openForm()
    fill('Ines Duarte', 'upper-student')
    fireEvent.click(screen.getByRole('checkbox', { name: 'We met today: log it too' }))
    save()
    await screen.findByText('Added Ines Duarte')
    expect(await store.people.rows()).toMatchObject([{ lastTouch: today, lastKind: 'met' }])
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
    await waitFor(async () => expect(await store.people.rows()).toEqual([]))
  })

  it('asks before it makes a second person of one name', async () => {
    await store.people.add(makePerson('Maya Okafor'), momentNow())
    await openForm()
    fill('Maya Okafor', 'attending')
    save()
    expect(await screen.findByText('Maya Okafor is in your log already')).toBeTruthy()
    expect(await store.people.rows()).toHaveLength(1)
    fireEvent.click(screen.getByRole('button', { name: 'No, add another person' }))
    await screen.findByText('Added Maya Okafor')
    expect(await store.people.rows()).toHaveLength(2)
  })

  it('refuses an e-mail address that is none, in words, and loses nothing', async () => {
    await openForm()
    fill('Maya Okafor', 'resident')
    fireEvent.input(screen.getByLabelText('E-mail'), { target: { value: 'maya at lakeside' } })
    save()
    expect(await screen.findByText(/does not look like an e-mail address/)).toBeTruthy()
    expect((screen.getByLabelText('Name') as HTMLInputElement).value).toBe('Maya Okafor')
    expect(await store.people.rows()).toEqual([])
  })
})

describe('a touch that cannot be', () => {
  it('refuses a day that has not come, and a touch with nobody', async () => {
    show()
    await screen.findByText(coffee)
    fireEvent.click(screen.getByRole('button', { name: 'Log a touch' }))
    fireEvent.input(await screen.findByLabelText('When'), { target: { value: '2026-11-23' } })
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText(/has not come yet/)).toBeTruthy()
    expect(screen.getByText(/Choose somebody from your log/)).toBeTruthy()
  })

  it('offers to add a name that is not in the log', async () => {
    show()
    await screen.findByText(coffee)
    fireEvent.click(screen.getByRole('button', { name: 'Log a touch' }))
    const who = await screen.findByRole('combobox', { name: 'Who' })
    fireEvent.input(who, { target: { value: 'Noor Haddad' } })
    fireEvent.click(await screen.findByRole('option', { name: 'Add “Noor Haddad” to your log' }))
    expect(((await screen.findByLabelText('Name')) as HTMLInputElement).value).toBe('Noor Haddad')
  })
})

describe('when the log cannot be opened', () => {
  it('says so, and what to do', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    show({
      openStore: async () => {
        throw new StoreError({ id: 'error.store-unavailable', params: {} })
      },
    })
    expect(await screen.findByRole('heading', { name: 'Your log cannot be opened' })).toBeTruthy()
    expect(screen.getByRole('alert').textContent).toMatch(/private/i)
    expect(screen.queryByRole('button', { name: 'Log a touch' })).toBeNull()
    vi.restoreAllMocks()
  })

  it('keeps what is shown and says what stands in the way when that comes later', async () => {
    let trouble: (what: { id: string; params: Record<string, string> }) => void = () => {}
    show({
      openStore: (onTrouble) => {
        trouble = onTrouble
        return openLog()
      },
    })
    await screen.findByText(coffee)
    trouble({ id: 'store.stepped-aside', params: {} })
    expect((await screen.findByRole('alert')).textContent).toMatch(/Reload/)
    expect(screen.getByText(coffee)).toBeTruthy()
  })
})

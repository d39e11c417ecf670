// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { checklists } from '../../../seeds/checklists'
import { goals } from '../../../seeds/goals'
import { questionBanks } from '../../../seeds/questions'
import { rotationTasks } from '../../../seeds/rotation-tasks'
import { seasonDates } from '../../../seeds/season'
import { spokenLines } from '../../../seeds/spoken'
import { templates, yearWords } from '../../../seeds/templates'
import { watchedRules } from '../../../seeds/watched-rules'
import { emptyProfile } from '../../../src/domain/profile/profile'
import { type Store, StoreError } from '../../../src/store/api'
import type { PopupDoors, PopupSeeds } from '../../../src/ui/popup/doors'
import { Popup } from '../../../src/ui/popup/popup'
import { forgetLog, makePerson, makeTouchInput, momentNow, openLog, today } from '../make-store'

const seeds: PopupSeeds = {
  rotationTasks,
  spokenLines,
  questionBanks,
  templates,
  yearWords,
  seasonDates,
  watchedRules: watchedRules.rules,
  checklists,
}

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
    loadGoals: async () => goals,
    loadSeeds: async () => seeds,
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

/** The goals that do not press are folded away. */
const openAllGoals = async () => {
  const summary = (await screen.findByText('All goals this month')).closest('summary')
  const fold = summary?.parentElement as HTMLDetailsElement
  fold.open = true
  fireEvent(fold, new Event('toggle'))
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
    await openAllGoals()
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
    await waitFor(() => expect(screen.queryByText('Time to touch base')).toBeNull())
    // The part went with its last line.
    expect(document.activeElement?.textContent).toBe('This month’s goals')
  })
})

describe('people who are due', () => {
  it('snoozes a touch-base without logging a touch', async () => {
    const { personId } = await store.people.add(makePerson('Ruth Abelman', { mentor: 'key' }), momentNow())
    await store.touches.add([makeTouchInput(personId, '2026-08-20')], momentNow())
    show()
    fireEvent.click(await screen.findByRole('button', { name: 'Snooze Ruth Abelman for two weeks' }))
    expect(await screen.findByText('Ruth Abelman is back on Dec 7')).toBeTruthy()
    await waitFor(() => expect(screen.queryByText('Time to touch base')).toBeNull())
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
    await waitFor(() => expect(screen.queryByText('Time to touch base')).toBeNull())
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
    expect(screen.getAllByRole('button', { name: /^Snooze/ })).toHaveLength(5)
    fireEvent.click(showAll)
    expect(screen.getAllByRole('button', { name: /^Snooze/ })).toHaveLength(40)
  })
})

describe('the month below its goals', () => {
  const settle = () => screen.findByRole('heading', { level: 1 })
  const makeRotation = (parts: object = {}) => ({
    kind: 'core' as const,
    service: 'Surgery, team B',
    site: 'Lakeside Hospital',
    specialty: 'Surgery',
    start: '2026-11-22',
    weeks: 8,
    people: [],
    marks: [],
    feedback: [],
    signs: [],
    standout: '',
    programId: '',
    note: '',
    ...parts,
  })

  it('shows no heading over nothing', async () => {
    await store.profile.set({ ...emptyProfile, matriculation: '2026-08-03' }, momentNow())
    await store.people.add(makePerson('Ruth Abelman'), momentNow())
    show()
    await settle()
    await waitFor(() => expect(screen.queryAllByRole('heading', { level: 2 }).length).toBe(1))
    // What follows the first paint has come by now, with nothing to say.
    await new Promise((done) => setTimeout(done, 150))
    expect(screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)).toEqual([
      'This month’s goals',
    ])
    expect(screen.queryByText(/due:/)).toBeNull()
  })

  it('keeps at most five goals in view and the rest folded away', async () => {
    await store.profile.set({ ...emptyProfile, matriculation: '2026-08-03' }, momentNow())
    const { container } = show()
    await screen.findByText(coffee)
    const shown = container.querySelectorAll('.goal').length
    expect(shown).toBeGreaterThanOrEqual(3)
    expect(shown).toBeLessThanOrEqual(5)
    await openAllGoals()
    await waitFor(() => expect(container.querySelectorAll('.goal').length).toBeGreaterThan(shown))
  })

  it('keeps a goal in its place after its tick, so that it can be unticked', async () => {
    show()
    const name = 'Mark as done: Get one clear yes, or a clear no'
    fireEvent.click(await screen.findByRole('checkbox', { name }))
    await waitFor(async () => expect(await store.goals.marks()).toHaveLength(1))
    await waitFor(() =>
      expect((screen.getByRole('checkbox', { name }) as HTMLInputElement).checked).toBe(true),
    )
    fireEvent.click(screen.getByRole('checkbox', { name }))
    await waitFor(async () => expect(await store.goals.marks()).toHaveLength(0))
  })

  it('opens a goal with its reason and its questions, and leads from a name to the person', async () => {
    const { personId } = await store.people.add(makePerson('Maya Okafor'), momentNow())
    await store.touches.add([makeTouchInput(personId, today)], momentNow())
    show()
    // It is done, so it presses no more.
    await openAllGoals()
    const line = await goalLine(coffee)
    fireEvent.click(line.getByRole('button', { name: 'Maya Okafor' }))
    expect(openPage).toHaveBeenCalledWith('dashboard', `/people/${personId}`)
    const seed = goals.find((goal) => goal.title === coffee)
    fireEvent.click(line.getByRole('button', { name: new RegExp(coffee) }))
    expect(await line.findByText(seed?.why ?? 'no goal')).toBeTruthy()
    const bank = questionBanks.find((one) => seed?.banks?.includes(one.id))
    expect(line.getByText(bank?.questions[0] ?? 'no bank')).toBeTruthy()
  })

  it('shows the goal in the student’s own words, and the goal they wrote', async () => {
    const edit = { hidden: false, title: 'Tea with two residents' }
    await store.road.seedEdits.put('goal/R2.7', edit, momentNow())
    await store.road.seedEdits.put('goal/own-1', { hidden: false, title: 'Call my cousin' }, momentNow())
    show()
    expect(await screen.findByText('Tea with two residents')).toBeTruthy()
    expect(screen.queryByText(coffee)).toBeNull()
    await openAllGoals()
    expect(await screen.findByRole('checkbox', { name: 'Mark as done: Call my cousin' })).toBeTruthy()
  })

  it('ticks a task of the rotation, leaves another out, and takes each back', async () => {
    const { id } = await store.road.rotations.put(null, makeRotation(), momentNow())
    const marks = async () => (await store.road.rotations.get(id))?.marks
    show()
    expect(await screen.findByRole('heading', { name: 'Today on Surgery, team B' })).toBeTruthy()
    expect(screen.getByText(/Day 1 of 5\d · Lakeside Hospital/)).toBeTruthy()
    const title = 'Introduce yourself to the attending and the senior resident'
    fireEvent.click(screen.getByRole('checkbox', { name: `Mark as done: ${title}` }))
    await waitFor(async () => expect(await marks()).toEqual([{ task: 'R4.1', state: 'done', date: today }]))
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(async () => expect(await marks()).toEqual([]))

    const line = await goalLine(title)
    fireEvent.click(line.getByRole('button', { name: new RegExp(title) }))
    expect(await line.findByText(/Good morning, I am/)).toBeTruthy()
    fireEvent.click(await line.findByRole('button', { name: `Leave out: ${title}` }))
    await waitFor(async () =>
      expect(await marks()).toEqual([{ task: 'R4.1', state: 'skipped', date: today }]),
    )
    await waitFor(() => expect(screen.queryByText(title)).toBeNull())
  })

  it('says what the number on the icon stands for', async () => {
    const { personId } = await store.people.add(makePerson('Ruth Abelman', { mentor: 'key' }), momentNow())
    await store.touches.add([makeTouchInput(personId, '2026-08-20')], momentNow())
    show()
    expect(await screen.findByText('1 due:')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'one touch-base' }))
    expect(await screen.findByText(/A key mentor, 13 weeks without a line from you/)).toBeTruthy()
  })

  it('lets the student move on from a mail that nobody answered', async () => {
    const { personId } = await store.people.add(makePerson('Tomasz Wolny'), momentNow())
    const mail = { kind: 'email', direction: 'out', outcome: 'awaiting' } as const
    await store.touches.add([makeTouchInput(personId, '2026-10-20', mail)], momentNow())
    show()
    expect(await screen.findByRole('heading', { name: 'No answer in three weeks' })).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Move on from Tomasz Wolny' }))
    await waitFor(async () => expect(await store.touches.of(personId)).toMatchObject([{ outcome: 'none' }]))
    await waitFor(() => expect(screen.queryByText('No answer in three weeks')).toBeNull())
  })
})

describe('logging by typing', () => {
  const type = async (text: string) => {
    const field = await screen.findByRole('combobox', { name: 'Log by typing: what, who, when' })
    fireEvent.focus(field)
    fireEvent.input(field, { target: { value: text } })
    return field
  }

  it('shows what was understood, saves on Enter, and takes it back', async () => {
    const { personId } = await store.people.add(makePerson('Ann Lee'), momentNow())
    show()
    const field = await type('coffee Dr. Lee yesterday')
    expect(await screen.findByText('Coffee · yesterday, Nov 21')).toBeTruthy()
    expect(await screen.findByRole('option', { name: /Ann Lee/ })).toBeTruthy()
    fireEvent.keyDown(field, { key: 'Enter' })
    expect(await screen.findByText('Logged Coffee with Ann Lee')).toBeTruthy()
    expect(await store.touches.of(personId)).toMatchObject([
      { kind: 'coffee', date: '2026-11-21', direction: 'both', zone: 'America/Chicago' },
    ])
    expect((field as HTMLInputElement).value).toBe('')
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
    await waitFor(async () => expect(await store.touches.of(personId)).toEqual([]))
  })

  it('lets another person of the name be chosen with the arrows', async () => {
    await store.people.add(makePerson('Ann Lee'), momentNow())
    await store.people.add(makePerson('Bo Lee'), momentNow())
    show()
    const field = await type('emailed lee')
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(2))
    const second = screen.getAllByRole('option')[1]?.querySelector('.picker-name')?.textContent ?? ''
    fireEvent.keyDown(field, { key: 'ArrowDown' })
    expect(screen.getAllByRole('option')[1]?.getAttribute('aria-selected')).toBe('true')
    fireEvent.keyDown(field, { key: 'Enter' })
    expect(await screen.findByText(`Logged E-mail with ${second}`)).toBeTruthy()
    const row = (await store.people.rows()).find((one) => one.shown === second)
    expect(await store.touches.of(row?.id ?? '')).toMatchObject([{ kind: 'email', direction: 'out' }])
  })

  it('saves once when Enter is pressed twice', async () => {
    const { personId } = await store.people.add(makePerson('Ann Lee'), momentNow())
    show()
    const field = await type('met lee')
    await screen.findByRole('option', { name: /Ann Lee/ })
    fireEvent.keyDown(field, { key: 'Enter' })
    fireEvent.keyDown(field, { key: 'Enter' })
    await screen.findByText('Logged Met in person with Ann Lee')
    expect(await store.touches.of(personId)).toHaveLength(1)
  })

  it('does not save a day that has not come', async () => {
    const { personId } = await store.people.add(makePerson('Ann Lee'), momentNow())
    show()
    const field = await type('coffee lee 2027-01-05')
    expect(await screen.findByText(/has not come yet/)).toBeTruthy()
    fireEvent.keyDown(field, { key: 'Enter' })
    expect(await store.touches.of(personId)).toEqual([])
    expect((field as HTMLInputElement).value).not.toBe('')
  })

  it('adds somebody who is not in the log, then logs what was typed, with one Undo for both', async () => {
    show()
    const field = await type('coffee Noor Haddad yesterday')
    expect(await screen.findByRole('option', { name: 'Add “Noor Haddad” to your log' })).toBeTruthy()
    fireEvent.keyDown(field, { key: 'Enter' })
    expect(await screen.findByText('Add person, then log: Coffee · yesterday, Nov 21')).toBeTruthy()
    expect(((await screen.findByLabelText('Name')) as HTMLInputElement).value).toBe('Noor Haddad')
    fireEvent.change(screen.getByLabelText('Who are they to you?'), { target: { value: 'resident' } })
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText('Added Noor Haddad')
    expect(await store.people.rows()).toMatchObject([{ lastTouch: '2026-11-21', lastKind: 'coffee' }])
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
    await waitFor(async () => expect(await store.people.rows()).toEqual([]))
  })

  it('asks for a name when none was typed, and Escape empties the line', async () => {
    await store.people.add(makePerson('Ann Lee'), momentNow())
    show()
    const field = await type('coffee yesterday')
    expect(await screen.findByText('Type a name: who was it with?')).toBeTruthy()
    fireEvent.keyDown(field, { key: 'Enter' })
    expect(screen.queryByText(/^Logged/)).toBeNull()
    fireEvent.keyDown(field, { key: 'Escape' })
    expect((field as HTMLInputElement).value).toBe('')
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

import { describe, expect, it, vi } from 'vitest'
import { buildMonthView } from '../../src/domain/goals/build-month-view'
import type { MonthInput } from '../../src/domain/goals/month-input'
import { monthViewSchema } from '../../src/domain/goals/month-view'
import { emptyProfile } from '../../src/domain/profile/profile'
import { at, failureOf, freshName, open, personInput, putRaw, readRaw, touchInput } from './support'

describe('the month view', () => {
  it('is written with every change, so that the snapshot is never behind the log', async () => {
    const store = await open()
    expect(await store.month.snapshot()).toBeNull()
    const { personId, changeId } = await store.people.add(personInput('Jane Doe'), at())
    expect(await store.month.snapshot()).toMatchObject({ date: '2026-11-22', people: 1 })
    const mail = touchInput(personId, { date: '2026-11-01', outcome: 'awaiting' })
    const logged = await store.touches.add([mail], at())
    expect((await store.month.snapshot())?.waiting).toHaveLength(1)
    await store.changes.undo(logged.changeId, at())
    expect((await store.month.snapshot())?.waiting).toEqual([])
    await store.changes.undo(changeId, at())
    expect((await store.month.snapshot())?.people).toBe(0)
    await store.profile.set({ ...emptyProfile, matriculation: '2026-08-03' }, at())
    expect((await store.month.snapshot())?.stage.assumed).toBe(false)
  })

  it('is read from one record, without touching the log', async () => {
    const store = await open()
    await store.people.add(personInput('Jane Doe'), at())
    const get = vi.spyOn(IDBObjectStore.prototype, 'get')
    const getAll = vi.spyOn(IDBObjectStore.prototype, 'getAll')
    await store.month.snapshot()
    expect(get.mock.contexts.map((context) => (context as IDBObjectStore).name)).toEqual(['monthView'])
    expect(getAll).not.toHaveBeenCalled()
    vi.restoreAllMocks()
  })

  it('gives the rules what they ask for: rows, touches of the window, awaited mails of any date, marks, snoozes', async () => {
    const seen: MonthInput[] = []
    const build = (input: MonthInput) => {
      seen.push(input)
      return buildMonthView(input)
    }
    const store = await open({
      viewMaker: { build, touchWindow: () => ({ from: '2026-11-01', to: '2026-11-22' }) },
    })
    const { personId } = await store.people.add(personInput('Jane Doe'), at())
    const dates = ['2026-10-31', '2026-11-01', '2026-11-22', '2026-11-23']
    await store.touches.add(
      [
        ...dates.map((date) => touchInput(personId, { date })),
        touchInput(personId, { date: '2026-01-01', outcome: 'awaiting' }),
      ],
      at(),
    )
    await store.goals.mark('R2.1', 'ms1-nov-feb', true, at())
    await store.goals.snooze(personId, '2026-12-20', at())
    const input = seen.at(-1) as MonthInput
    expect(input.today).toBe('2026-11-22')
    expect(input.profile).toEqual(emptyProfile)
    expect(input.goals.length).toBeGreaterThan(5)
    expect(input.rows).toMatchObject([{ id: personId, touches: 5, awaitingSince: '2026-01-01' }])
    expect(input.touches.map((touch) => touch.date).sort()).toEqual(['2026-11-01', '2026-11-22'])
    expect(input.awaiting.map((touch) => touch.date)).toEqual(['2026-01-01'])
    expect(input.marks).toMatchObject([{ goalId: 'R2.1', stage: 'ms1-nov-feb' }])
    expect(input.snoozes).toMatchObject([{ personId, until: '2026-12-20' }])
  })

  it('is made again for another day, another edition or a spoilt snapshot, and otherwise only read', async () => {
    const name = freshName()
    let builds = 0
    const viewMaker = {
      build: (input: MonthInput) => {
        builds += 1
        return buildMonthView(input)
      },
    }
    const store = await open({ name, viewMaker, edition: '1' })
    await store.people.add(personInput('Jane Doe'), at())
    expect(builds).toBe(1)
    expect((await store.month.refresh('2026-11-22')).date).toBe('2026-11-22')
    expect(builds).toBe(1)
    expect((await store.month.refresh('2026-11-23')).date).toBe('2026-11-23')
    expect(builds).toBe(2)
    expect((await store.month.snapshot())?.date).toBe('2026-11-23')
    await store.month.refresh('2026-11-23')
    expect(builds).toBe(2)

    const newer = await open({ name, viewMaker, edition: '2' })
    await newer.month.refresh('2026-11-23')
    expect(builds).toBe(3)
    const stored = (await readRaw(name)).monthView?.only as object
    await putRaw(name, 'monthView', { ...stored, view: { date: '2026-11-23' } }, 'only')
    expect(await newer.month.snapshot()).toBeNull()
    expect(monthViewSchema.safeParse(await newer.month.refresh('2026-11-23')).success).toBe(true)
    expect(builds).toBe(4)
  })

  it('can be had of an empty log', async () => {
    const store = await open()
    expect(await store.month.refresh('2026-11-22')).toMatchObject({ date: '2026-11-22', people: 0, due: 0 })
  })

  it('costs the student nothing when a rule fails: the save is kept, the view is missing', async () => {
    const silent = vi.spyOn(console, 'error').mockImplementation(() => {})
    const build = () => {
      throw new Error('a rule failed')
    }
    const store = await open({ viewMaker: { build } })
    const { personId } = await store.people.add(personInput('Jane Doe'), at())
    expect(await store.people.get(personId)).not.toBeNull()
    expect(await store.month.snapshot()).toBeNull()
    expect(await failureOf(store.month.refresh('2026-11-22'))).toBe('error.unexpected')
    expect(silent).toHaveBeenCalled()
    silent.mockRestore()
  })
})

describe('marks, snoozes and profile', () => {
  it('hold one mark a goal and stage, one snooze a person, and the profile as set', async () => {
    const store = await open()
    const { personId } = await store.people.add(personInput('Jane Doe'), at())
    await store.goals.mark('R2.1', 'ms1-nov-feb', true, at())
    await store.goals.mark('R2.1', 'ms1-nov-feb', true, at('2026-11-23'))
    await store.goals.mark('R2.1', 'ms1-mar-jun', true, at())
    expect(await store.goals.marks()).toHaveLength(2)
    await store.goals.mark('R2.1', 'ms1-nov-feb', false, at())
    expect(await store.goals.marks()).toMatchObject([{ stage: 'ms1-mar-jun' }])
    await store.goals.snooze(personId, '2026-12-20', at())
    await store.goals.snooze(personId, '2026-12-27', at())
    expect(await store.goals.snoozes()).toEqual([{ schema: 1, personId, until: '2026-12-27' }])
    await store.goals.snooze(personId, null, at())
    expect(await store.goals.snoozes()).toEqual([])
    expect(await failureOf(store.goals.snooze('nobody', '2026-12-20', at()))).toBe('error.person-gone')
    expect(await failureOf(store.goals.snooze(personId, '2026-02-30', at()))).toBe('error.input-invalid')
    expect(await store.profile.get()).toEqual(emptyProfile)
    await store.profile.set({ ...emptyProfile, name: 'Sam', ownEmails: ['sam@school.example'] }, at())
    expect(await store.profile.get()).toMatchObject({ name: 'Sam', ownEmails: ['sam@school.example'] })
    const bad = { ...emptyProfile, matriculation: '2026-13-01' }
    expect(await failureOf(store.profile.set(bad, at()))).toBe('error.input-invalid')
  })

  it('list awaited answers of the people asked for, newest first', async () => {
    const store = await open()
    const jane = (await store.people.add(personInput('Jane Doe'), at())).personId
    const hiro = (await store.people.add(personInput('Hiro Tanaka'), at())).personId
    await store.touches.add(
      [
        touchInput(jane, { date: '2026-10-01', outcome: 'awaiting' }),
        touchInput(jane, { date: '2026-11-01', outcome: 'awaiting' }),
        touchInput(jane, { date: '2026-11-02', outcome: 'yes' }),
        touchInput(hiro, { date: '2026-11-10', outcome: 'awaiting' }),
      ],
      at(),
    )
    expect((await store.touches.awaiting([jane])).map((touch) => touch.date)).toEqual([
      '2026-11-01',
      '2026-10-01',
    ])
    expect((await store.touches.awaiting([jane, hiro, jane])).map((touch) => touch.date)[0]).toBe(
      '2026-11-10',
    )
    expect(await store.touches.awaiting(['nobody'])).toEqual([])
  })
})

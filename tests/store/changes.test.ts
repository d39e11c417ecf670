import { describe, expect, it } from 'vitest'
import { emptyProfile } from '../../src/domain/profile/profile'
import type { Store, Written } from '../../src/store/api'
import { openStore } from '../../src/store/open-store'
import { at, failureOf, freshName, logText, open, personInput, readRaw, touchInput } from './support'

/** A log with something of every kind in it. */
async function fill(store: Store): Promise<{ jane: string; hiro: string; touch: string }> {
  const jane = await store.people.add(
    personInput('Jane Doe', { emails: [{ address: 'j@a.example', certain: true }] }),
    at(),
  )
  const hiro = await store.people.add(personInput('Hiro Tanaka'), at())
  const { touchIds } = await store.touches.add([touchInput(jane.personId, { outcome: 'awaiting' })], at())
  await store.goals.mark('R2.1', 'ms1-nov-feb', true, at())
  await store.goals.snooze(hiro.personId, '2026-12-20', at())
  await store.profile.set({ ...emptyProfile, name: 'Sam' }, at())
  return { jane: jane.personId, hiro: hiro.personId, touch: touchIds[0] as string }
}

type Ids = Awaited<ReturnType<typeof fill>>

const deeds: [string, string, (store: Store, ids: Ids) => Promise<Written>][] = [
  ['saving a person', 'change.person-saved', (store) => store.people.add(personInput('New Person'), at())],
  [
    'editing a person',
    'change.person-updated',
    (store, { jane }) => store.people.update(jane, personInput('Jane Roe'), at()),
  ],
  [
    'merging',
    'change.person-merged',
    (store, { jane }) =>
      store.people.merge(
        jane,
        personInput('Jane M. Doe', { emails: [{ address: 'J@a.example', certain: true }] }),
        at(),
      ),
  ],
  [
    'deleting a person with touches',
    'change.person-removed',
    (store, { jane }) => store.people.remove([jane], at()),
  ],
  [
    'deleting several people',
    'change.people-removed',
    (store, { jane, hiro }) => store.people.remove([jane, hiro], at()),
  ],
  [
    'logging a touch',
    'change.touch-logged',
    (store, { jane }) => store.touches.add([touchInput(jane)], at()),
  ],
  [
    'logging touches with several people',
    'change.touches-logged',
    (store, { jane, hiro }) => store.touches.add([touchInput(jane), touchInput(hiro)], at()),
  ],
  [
    'editing a touch',
    'change.touch-updated',
    (store, { hiro, touch }) => store.touches.update(touch, touchInput(hiro, { outcome: 'yes' }), at()),
  ],
  ['deleting a touch', 'change.touch-removed', (store, { touch }) => store.touches.remove([touch], at())],
  ['ticking a goal', 'change.goal-ticked', (store) => store.goals.mark('R2.2', 'ms1-nov-feb', true, at())],
  [
    'unticking a goal',
    'change.goal-unticked',
    (store) => store.goals.mark('R2.1', 'ms1-nov-feb', false, at()),
  ],
  [
    'putting a touch-base off',
    'change.snoozed',
    (store, { jane }) => store.goals.snooze(jane, '2027-01-05', at()),
  ],
  ['ending a snooze', 'change.snooze-ended', (store, { hiro }) => store.goals.snooze(hiro, null, at())],
  [
    'setting the profile',
    'change.profile-set',
    (store) => store.profile.set({ ...emptyProfile, name: 'Alex' }, at()),
  ],
  [
    'restoring a backup in place of the log',
    'change.restored-replace',
    async (store) => {
      const other = await open()
      await fill(other)
      return (await store.backup.preview(await other.backup.download(at()))).apply('replace', at())
    },
  ],
  [
    'restoring a backup into the log',
    'change.restored-merge',
    async (store) => {
      const other = await open()
      await fill(other)
      return (await store.backup.preview(await other.backup.download(at()))).apply('merge', at())
    },
  ],
]

describe('recent changes', () => {
  it.each(deeds)('take back %s exactly, also after the database was closed', async (_, what, deed) => {
    const name = freshName()
    const store = await openStore({ name })
    const ids = await fill(store)
    const before = await logText(name)
    const rowsBefore = await store.people.rows()
    const { changeId } = await deed(store, ids)
    expect(await logText(name)).not.toBe(before)
    store.close()

    const again = await open({ name })
    const line = (await again.changes.list())[0]
    expect(line).toMatchObject({ id: changeId, undone: false, blockedBy: [], what: { id: what } })
    await again.changes.undo(changeId, at())
    expect(await logText(name)).toBe(before)
    const byId = (rows: { id: string }[]) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1))
    expect(byId(await again.people.rows())).toEqual(byId(rowsBefore))
    expect((await again.changes.list())[0]).toMatchObject({ id: changeId, undone: true })
    expect(await again.people.byEmail(['j@a.example'])).toHaveProperty('size', 1)
  })

  it('refuse to take back what later changes stand on, and name those', async () => {
    const name = freshName()
    const store = await open({ name })
    const saved = await store.people.add(personInput('Jane Doe'), at())
    const edited = await store.people.update(saved.personId, personInput('Jane Roe'), at())
    const other = await store.people.add(personInput('Hiro Tanaka'), at())
    const before = await readRaw(name)
    expect(await failureOf(store.changes.undo(saved.changeId, at()))).toBe('change.changed-since')
    expect(await readRaw(name)).toEqual(before)
    const lines = await store.changes.list()
    expect(lines.map((line) => [line.id, line.blockedBy])).toEqual([
      [other.changeId, []],
      [edited.changeId, []],
      [saved.changeId, [edited.changeId]],
    ])
    await store.changes.undo(edited.changeId, at())
    await store.changes.undo(saved.changeId, at())
    expect(await store.people.get(saved.personId)).toBeNull()
    expect(await store.people.get(other.personId)).not.toBeNull()
  })

  it('do not let a person go while touches stand on them, nor a touch come back to nobody', async () => {
    const store = await open()
    const saved = await store.people.add(personInput('Jane Doe'), at())
    const edited = await store.people.update(saved.personId, personInput('Jane Roe'), at())
    const logged = await store.touches.add([touchInput(saved.personId)], at())
    expect(await failureOf(store.changes.undo(saved.changeId, at()))).toBe('change.changed-since')
    // A touch does not stand in the way of taking an edit back.
    await store.changes.undo(edited.changeId, at())
    const removed = await store.touches.remove(logged.touchIds, at())
    const gone = await store.people.remove([saved.personId], at())
    expect(await failureOf(store.changes.undo(removed.changeId, at()))).toBe('change.changed-since')
    const line = (await store.changes.list()).find((one) => one.id === removed.changeId)
    expect(line?.blockedBy).toEqual([gone.changeId])
    await store.changes.undo(gone.changeId, at())
    await store.changes.undo(removed.changeId, at())
    expect(await store.touches.of(saved.personId)).toHaveLength(1)
  })

  it('are taken back once', async () => {
    const store = await open()
    const saved = await store.people.add(personInput('Jane Doe'), at())
    await store.changes.undo(saved.changeId, at())
    expect(await failureOf(store.changes.undo(saved.changeId, at()))).toBe('change.already-undone')
    expect(await failureOf(store.changes.undo('unheard-of', at()))).toBe('change.forgotten')
  })

  it('are forgotten after 30 days, by pruning and by later writes, with what they replaced', async () => {
    const name = freshName()
    const store = await open({ name })
    await store.people.add(personInput('Old Friend'), at('2026-10-01'))
    await store.people.add(personInput('Newer Friend'), at('2026-10-30'))
    await store.changes.prune(at('2026-10-31'))
    expect(await store.changes.list()).toHaveLength(2)
    await store.changes.prune(at('2026-11-01'))
    expect(await store.changes.list()).toHaveLength(1)
    await store.people.add(personInput('Newest Friend'), at('2026-12-15'))
    expect(await store.changes.list()).toHaveLength(1)
    expect(Object.keys((await readRaw(name)).changeImages ?? {})).toHaveLength(1)
    expect(await store.people.rows()).toHaveLength(3)
  })

  it('keep their order when the clock is set back', async () => {
    const store = await open()
    const first = await store.people.add(personInput('Jane Doe'), at('2026-11-22', '10:00:00'))
    const second = await store.people.update(
      first.personId,
      personInput('Jane Roe'),
      at('2026-11-22', '09:00:00'),
    )
    expect((await store.changes.list()).map((line) => line.id)).toEqual([second.changeId, first.changeId])
    expect(await failureOf(store.changes.undo(first.changeId, at()))).toBe('change.changed-since')
  })

  it('say whose touch was deleted, or how many', async () => {
    const store = await open()
    const { jane, hiro } = await fill(store)
    const { touchIds } = await store.touches.add([touchInput(jane), touchInput(hiro)], at())
    await store.touches.remove(touchIds, at())
    expect((await store.changes.list())[0]?.what).toEqual({
      id: 'change.touches-removed',
      params: { count: 2 },
    })
    expect(await failureOf(store.touches.remove(touchIds, at()))).toBe('error.touch-gone')
  })
})

describe('a write', () => {
  it('is all or nothing: a failure half-way leaves every store as it was', async () => {
    const name = freshName()
    const store = await open({ name })
    const { jane } = await fill(store)
    const before = await readRaw(name)
    const inputs = [touchInput(jane), touchInput('nobody')]
    expect(await failureOf(store.touches.add(inputs, at()))).toBe('error.person-gone')
    // The last thing a write does fails, after records, rows and view were already put.
    const put = IDBObjectStore.prototype.put
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
      if (this.name === 'changeImages') throw new Error('no more paper')
      return put.apply(this, args)
    }
    try {
      expect(await failureOf(store.people.remove([jane], at()))).toBe('error.unexpected')
    } finally {
      IDBObjectStore.prototype.put = put
    }
    // An id that is taken must not replace anybody.
    const { now, today } = at()
    const taken = store.people.add(personInput('A B'), { now, today, newId: () => jane })
    expect(await failureOf(taken)).toBe('error.unexpected')
    expect(await readRaw(name)).toEqual(before)
  })

  it('raises the revision by one', async () => {
    const name = freshName()
    const store = await open({ name })
    const revision = async () =>
      ((await readRaw(name)).meta?.only as { revision: number } | undefined)?.revision ?? 0
    expect(await revision()).toBe(0)
    const saved = await store.people.add(personInput('Jane Doe'), at())
    expect(await revision()).toBe(1)
    await store.changes.undo(saved.changeId, at())
    expect(await revision()).toBe(2)
  })

  it('asks the browser for strict durability', async () => {
    const name = freshName()
    const asked: unknown[] = []
    const original = IDBDatabase.prototype.transaction
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args: Parameters<typeof original>) {
      if (args[1] === 'readwrite') asked.push(args[2]?.durability)
      return original.apply(this, args)
    }
    try {
      const store = await open({ name })
      const { touch, jane } = await fill(store)
      await store.touches.remove([touch], at())
      await store.people.remove([jane], at())
      await store.deleteEverything()
    } finally {
      IDBDatabase.prototype.transaction = original
    }
    expect(asked.length).toBe(9)
    expect(new Set(asked)).toEqual(new Set(['strict']))
  })
})

describe('deleting everything', () => {
  it('leaves nothing behind but the running number, and the store goes on working', async () => {
    const name = freshName()
    const store = await open({ name })
    await fill(store)
    await store.deleteEverything()
    const { meta, ...rest } = await readRaw(name)
    expect(Object.values(rest).every((contents) => Object.keys(contents).length === 0)).toBe(true)
    expect(meta).toEqual({ only: { revision: 7, chunkSizes: {} } })
    expect(await store.month.snapshot()).toBeNull()
    expect(await store.profile.get()).toEqual(emptyProfile)
    await store.people.add(personInput('Jane Doe'), at())
    expect(await store.people.rows()).toHaveLength(1)
  })
})

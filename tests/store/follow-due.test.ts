import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { followDue } from '../../src/store/follow-due'
import { forgetLog, makePerson, makeTouchInput, momentNow, openLog } from '../ui/make-store'

beforeEach(() => forgetLog())
afterEach(() => vi.restoreAllMocks())

it('tells how much is due after each change, on whatever page it was made, until the store is closed', async () => {
  const [here, elsewhere] = [await openLog(), await openLog()]
  const seen: number[] = []
  let today = '2026-11-22'
  followDue(
    here,
    () => today,
    async (due) => {
      seen.push(due)
    },
  )
  const { personId } = await elsewhere.people.add(makePerson('Ruth Abelman', { mentor: 'key' }), momentNow())
  await elsewhere.touches.add([makeTouchInput(personId, '2026-08-01')], momentNow())
  await vi.waitFor(() => expect(seen.at(-1)).toBe(1))
  await here.goals.snooze(personId, '2026-12-06', momentNow())
  await vi.waitFor(() => expect(seen.at(-1)).toBe(0))
  // The same change, seen on a later day: the snooze is over.
  today = '2026-12-07'
  await here.goals.mark('R2.9', 'ms1-nov-feb', true, { ...momentNow(), today })
  await vi.waitFor(() => expect(seen.at(-1)).toBe(1))

  here.close()
  const before = seen.length
  await elsewhere.people.add(makePerson('Noor Haddad'), momentNow())
  await new Promise((done) => setTimeout(done, 50))
  expect(seen).toHaveLength(before)
  elsewhere.close()
})

it('goes on after a month that could not be made', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const show = vi.fn(async () => {})
  let changed = () => {}
  const refresh = vi.fn().mockRejectedValueOnce(new Error('no month')).mockResolvedValue({ due: 3 })
  const store = {
    month: { refresh, preview: refresh, snapshot: async () => null },
    subscribe: (listener: () => void) => {
      changed = listener
      return () => {}
    },
  }
  followDue(store, () => '2026-11-22', show)
  changed()
  changed()
  await vi.waitFor(() => expect(show).toHaveBeenCalledWith(3))
  expect(show).toHaveBeenCalledTimes(1)
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rotationTasks } from '../../../seeds/rotation-tasks'
import { addDays, daysBetween, weekdayOf } from '../../../src/domain/dates'
import { lastDayOf, listTasks } from '../../../src/domain/rotation/list-tasks'
import type { Rotation } from '../../../src/domain/rotation/rotation'
import { rotationTaskSchema } from '../../../src/domain/rotation/rotation-task'

type Placed = Pick<Rotation, 'start' | 'weeks' | 'kind' | 'marks' | 'standout'>
const core = (weeks: number, parts: Partial<Placed> = {}): Placed => ({
  start: '2028-05-01',
  weeks,
  kind: 'core',
  marks: [],
  standout: '',
  ...parts,
})
/** Tasks as `id first–last`, in days from the first. */
const daysOf = (rotation: Placed, hasAgreed = false, today = '2028-05-01') =>
  listTasks(rotation, rotationTasks, hasAgreed, today).map(
    (task) => `${task.id} ${daysBetween(rotation.start, task.from)}–${daysBetween(rotation.start, task.to)}`,
  )

describe('the tasks of a rotation', () => {
  it('are all of the roadmap, and each fits its shape', () => {
    for (const task of rotationTasks) expect(rotationTaskSchema.safeParse(task).error).toBeUndefined()
    expect(new Set(rotationTasks.map((task) => task.id)).size).toBe(rotationTasks.length)
    for (let number = 1; number <= 10; number += 1) {
      expect(rotationTasks.map((task) => task.id)).toContain(`R4.${number}`)
    }
  })

  it('keep the roadmap’s weeks in a rotation of eight weeks, with the end on its last Friday', () => {
    expect(weekdayOf(lastDayOf(core(8)))).toBe(5)
    expect(daysOf(core(8), true)).toEqual([
      'R4.1 0–0',
      'R4.2 1–2',
      'R4.3 7–20',
      'R4.4 11–13',
      'R4.5 14–27',
      'R4.6 21–34',
      'R4.7 21–34',
      'R4.8 51–53',
      'R4.9 51–53',
      'R4.10 53–53',
    ])
  })

  it('are squeezed in the same order into four weeks and into two', () => {
    expect(daysOf(core(4))).toEqual([
      'R4.1 0–0',
      'R4.2 1–1',
      'R4.3 5–13',
      'R4.4 7–8',
      'R4.5 9–17',
      'R4.6 14–22',
      'R4.7 14–22',
      'R4.8 23–25',
      'R4.10 25–25',
    ])
    expect(daysOf(core(2, { kind: 'elective' })).at(-2)).toBe('R4.8 9–11')
  })

  it('of an away are the condensed ones: names, best work and feedback, allies, thanks', () => {
    expect(daysOf(core(3, { kind: 'away' }))).toEqual([
      'R5.7-names 0–2',
      'R5.7-overperform 7–13',
      'R5.7-feedback 9–13',
      'R5.7-allies 14–15',
      'R4.10 18–18',
    ])
  })

  it('ask for an away letter only once it is noted why the student stood out', () => {
    expect(daysOf(core(4, { kind: 'away' })).join()).not.toContain('R5.7-ask')
    expect(daysOf(core(4, { kind: 'away', standout: 'Ran the code' })).join()).toContain('R5.7-ask')
  })

  it('bring the letter packet up only after a yes', () => {
    expect(daysOf(core(6)).join()).not.toContain('R4.9')
    expect(daysOf(core(6), true).join()).toContain('R4.9')
  })

  it('are open on their days, late after them, and done or left out once marked so', () => {
    const rotation = core(8, {
      marks: [
        { task: 'R4.2', state: 'done', date: '2028-05-02' },
        { task: 'R4.3', state: 'skipped', date: '2028-05-20' },
      ],
    })
    const states = (today: string) =>
      Object.fromEntries(
        listTasks(rotation, rotationTasks, false, today).map((task) => [task.id, task.state]),
      )
    expect(states('2028-05-01')).toMatchObject({ 'R4.1': 'open', 'R4.2': 'done', 'R4.4': 'ahead' })
    expect(states('2028-05-03')).toMatchObject({ 'R4.1': 'late', 'R4.3': 'skipped' })
    expect(states('2028-04-30')).toMatchObject({ 'R4.1': 'ahead' })
  })

  it('stay in order and inside the rotation, whatever its length, kind and first day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 16 }),
        fc.constantFrom('core' as const, 'elective' as const, 'away' as const),
        fc.integer({ min: 0, max: 2000 }),
        fc.boolean(),
        (weeks, kind, shift, hasAgreed) => {
          const rotation = core(weeks, { kind, start: addDays('2026-01-01', shift), standout: 'x' })
          const tasks = listTasks(rotation, rotationTasks, hasAgreed, rotation.start)
          const last = lastDayOf(rotation)
          let before = rotation.start
          for (const task of tasks) {
            expect(task.from >= before && task.from <= task.to && task.to <= last, task.id).toBe(true)
            before = task.from
          }
        },
      ),
    )
  })
})

import { describe, expect, it } from 'vitest'
import type { Person } from '../../../src/domain/person/person'
import { personRowSchema } from '../../../src/domain/person/person-row'
import { isSoundRow, rowOf, summarizeTouches } from '../../../src/domain/person/row'
import type { Touch } from '../../../src/domain/touch/touch'
import { makeLog } from '../../fixtures/log/make-log'

const made = makeLog({ people: 40, touchesPerPerson: 4, today: '2026-11-22', seed: 7 })
const people: Person[] = made.map(({ input, savedOn }, index) => ({
  schema: 1,
  id: `p${index}`,
  ...input,
  createdAt: '',
  updatedAt: '',
  savedOn,
}))
const touch = (more: Partial<Touch>): Touch => ({
  schema: 1,
  id: 't',
  personId: 'p',
  date: '2026-10-01',
  zone: 'America/Chicago',
  kind: 'email',
  direction: 'out',
  templateId: '',
  note: '',
  outcome: null,
  thread: '',
  pmid: '',
  scheduled: false,
  createdAt: '2026-10-01T09:00:00-05:00',
  ...more,
})

describe('the slim row of a person', () => {
  it('fits its schema for every kind of person', () => {
    for (const person of people) {
      const row = rowOf(person, summarizeTouches([]))
      expect(personRowSchema.safeParse(row).success).toBe(true)
      expect(isSoundRow(row)).toBe(true)
    }
  })

  it('is refused by the quick check whenever a field of the schema is missing or of another type', () => {
    const row = rowOf(people[0] as Person, summarizeTouches([touch({ outcome: 'awaiting' })]))
    expect(isSoundRow({ ...row, reach: undefined }), 'reach may be left out').toBe(true)
    expect(isSoundRow({ ...row, reach: { odd: true } }), 'reach').toBe(false)
    for (const field of Object.keys(personRowSchema.shape)) {
      if (field === 'reach') continue
      expect(isSoundRow({ ...row, [field]: undefined }), field).toBe(false)
      expect(isSoundRow({ ...row, [field]: { odd: true } }), field).toBe(false)
    }
    expect(isSoundRow(null)).toBe(false)
    expect(isSoundRow('row')).toBe(false)
  })

  it('finds a name without accents, in either order, and what the student wrote', () => {
    const person: Person = {
      ...(people[0] as Person),
      names: { given: 'Zoë', middle: '', family: 'García-Márquez', suffix: '', shown: 'Zoë García-Márquez' },
      detail: 'Plays Second Violin',
    }
    const { text, sort } = rowOf(person, summarizeTouches([]))
    expect(text).toContain('zoe garcia-marquez')
    expect(text).toContain('garcia-marquez zoe')
    expect(text).toContain('second violin')
    expect(sort).toBe('García-Márquez, Zoë')
  })

  it('shows a confirmed address before an unconfirmed one', () => {
    const emails = [
      { address: 'a@a.example', certain: false },
      { address: 'b@a.example', certain: true },
    ]
    const person = people[0] as Person
    expect(rowOf({ ...person, emails }, summarizeTouches([])).email).toBe('b@a.example')
    expect(rowOf({ ...person, emails: emails.slice(0, 1) }, summarizeTouches([])).email).toBe('a@a.example')
    expect(rowOf({ ...person, emails: [] }, summarizeTouches([])).email).toBe('')
  })

  it('sums up touches in any order: the latest, how many, and since when an answer is awaited', () => {
    const touches = [
      touch({ date: '2026-10-05', kind: 'coffee', createdAt: '2026-10-05T12:00:00-05:00' }),
      touch({ date: '2026-09-01', outcome: 'awaiting' }),
      touch({ date: '2026-10-05', kind: 'thanks', createdAt: '2026-10-05T18:00:00-05:00' }),
      touch({ date: '2026-08-01', outcome: 'yes' }),
      touch({ date: '2026-09-20', outcome: 'awaiting' }),
    ]
    const summary = { lastTouch: '2026-10-05', lastKind: 'thanks', touches: 5, awaitingSince: '2026-09-01' }
    expect(summarizeTouches(touches)).toMatchObject(summary)
    expect(summarizeTouches([...touches].reverse())).toEqual(summarizeTouches(touches))
    expect(summarizeTouches([])).toEqual({ lastTouch: null, lastKind: '', touches: 0, awaitingSince: null })
  })
})

describe('the invented log', () => {
  it('is the same for the same seed and another for another', () => {
    const options = { people: 5, touchesPerPerson: 2, today: '2026-11-22', seed: 3 }
    expect(makeLog(options)).toEqual(makeLog(options))
    expect(makeLog({ ...options, seed: 4 })).not.toEqual(makeLog(options))
  })
})

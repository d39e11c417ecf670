import { describe, expect, it } from 'vitest'
import { listKnownDone } from '../../../src/domain/rotation/mark-done'
import { makeLetter, makeRotation } from '../../fixtures/road/make-records'
import { makeTouch } from '../goals/make-log'

const rotation = makeRotation({
  id: 'med',
  start: '2028-05-01',
  weeks: 6,
  people: [
    { personId: 'a', post: 'attending' },
    { personId: 's', post: 'senior-resident' },
  ],
})
const letter = makeLetter({ rotationId: 'med', personId: 'a' })
const thanks = (personId: string, date = '2028-06-09') => makeTouch(personId, date, { kind: 'thanks' })

describe('what the log shows of a rotation', () => {
  it('is nothing for a rotation with nothing in it', () => {
    expect([...listKnownDone(rotation, [], [])]).toEqual([])
  })

  it('takes entered feedback for the mid-rotation feedback, on aways too', () => {
    const feedback = [{ date: '2028-05-13', personId: 'a', text: 'Good.' }]
    expect([...listKnownDone({ ...rotation, feedback }, [], [])]).toEqual(['R4.4', 'R5.7-feedback'])
  })

  it('follows the steps of its own letters, and of no other rotation’s', () => {
    const steps = {
      meetingOn: '2028-05-24',
      hopeOn: '2028-05-24',
      askedOn: '2028-06-08',
      packetOn: '2028-06-08',
    }
    const done = [...listKnownDone(rotation, [{ ...letter, ...steps }], [])]
    expect(done).toEqual(['R4.5', 'R5.7-allies', 'R4.6', 'R4.7', 'R4.8', 'R5.7-ask', 'R4.9'])
    expect([...listKnownDone(rotation, [{ ...letter, ...steps, rotationId: 'surgery' }], [])]).toEqual([])
  })

  it('takes a meeting asked for by the letter for it, during the rotation and from its people only', () => {
    const asked = (personId: string, date: string) => [makeTouch(personId, date, { templateId: 'T13' })]
    expect(listKnownDone(rotation, [], asked('a', '2028-05-24')).has('R4.6')).toBe(true)
    expect(listKnownDone(rotation, [], asked('a', '2028-04-30')).has('R4.6')).toBe(false)
    expect(listKnownDone(rotation, [], asked('other', '2028-05-24')).has('R4.6')).toBe(false)
  })

  it('holds thanks for done once an attending and a senior resident were thanked, of those entered', () => {
    const isDone = (people: typeof rotation.people, ...touches: ReturnType<typeof thanks>[]) =>
      listKnownDone({ ...rotation, people }, [], touches).has('R4.10')
    expect(isDone(rotation.people, thanks('a'))).toBe(false)
    expect(isDone(rotation.people, thanks('a'), thanks('s'))).toBe(true)
    expect(isDone(rotation.people.slice(0, 1), thanks('a'))).toBe(true)
    expect(isDone(rotation.people, thanks('a', '2028-05-20'), thanks('s'))).toBe(false)
    expect(isDone([], thanks('a'))).toBe(false)
  })
})

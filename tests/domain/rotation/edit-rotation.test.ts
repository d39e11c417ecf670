import { describe, expect, it } from 'vitest'
import {
  markTask,
  placePerson,
  removePerson,
  roleOfPost,
  setSign,
} from '../../../src/domain/rotation/edit-rotation'
import { makeRotation } from '../../fixtures/road/make-records'

describe('a task of a rotation', () => {
  it('holds one mark, the last one', () => {
    const done = markTask(makeRotation(), 'R4.1', 'done', '2028-05-01')
    const skipped = markTask(done, 'R4.1', 'skipped', '2028-05-02')
    expect(skipped.marks).toEqual([{ task: 'R4.1', state: 'skipped', date: '2028-05-02' }])
  })

  it('is open again without its mark, and other marks stay', () => {
    const both = markTask(
      markTask(makeRotation(), 'R4.1', 'done', '2028-05-01'),
      'R4.2',
      'done',
      '2028-05-02',
    )
    expect(markTask(both, 'R4.1', null, '2028-05-03').marks.map(({ task }) => task)).toEqual(['R4.2'])
  })

  it('leaves the rotation it was given as it was', () => {
    const before = makeRotation()
    markTask(before, 'R4.1', 'done', '2028-05-01')
    expect(before).toEqual(makeRotation())
  })
})

describe('somebody on a rotation', () => {
  it('is there once, with the last post', () => {
    const placed = placePerson(placePerson(makeRotation(), 'maya', 'resident'), 'maya', 'attending')
    expect(placed.people).toEqual([{ personId: 'maya', post: 'attending' }])
  })

  it('goes with the signs seen of them; what they said stays', () => {
    const rotation = makeRotation({
      people: [
        { personId: 'maya', post: 'attending' },
        { personId: 'theo', post: 'resident' },
      ],
      signs: [
        { personId: 'maya', sign: 'teaches-freely' },
        { personId: 'theo', sign: 'teaches-freely' },
      ],
      feedback: [{ date: '2028-05-12', personId: 'maya', text: 'Clear handoffs' }],
    })
    const after = removePerson(rotation, 'maya')
    expect(after.people.map(({ personId }) => personId)).toEqual(['theo'])
    expect(after.signs).toEqual([{ personId: 'theo', sign: 'teaches-freely' }])
    expect(after.feedback).toEqual(rotation.feedback)
  })

  it('shows a sign once, and loses only that one', () => {
    let rotation = setSign(makeRotation(), 'maya', 'teaches-freely', true)
    rotation = setSign(rotation, 'maya', 'teaches-freely', true)
    rotation = setSign(rotation, 'maya', 'names-specifics', true)
    expect(rotation.signs).toHaveLength(2)
    expect(setSign(rotation, 'maya', 'teaches-freely', false).signs).toEqual([
      { personId: 'maya', sign: 'names-specifics' },
    ])
  })

  it('gets the role of their post, and none where the post does not tell', () => {
    expect(roleOfPost('attending')).toBe('attending')
    expect(roleOfPost('senior-resident')).toBe('resident')
    expect(roleOfPost('resident')).toBe('resident')
    expect(roleOfPost('other')).toBeNull()
  })
})

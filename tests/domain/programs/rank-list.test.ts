import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { templates } from '../../../seeds/templates'
import { listMoves } from '../../../src/domain/programs/explain-moves'
import {
  fillRankCheck,
  listOwnPrograms,
  listRanked,
  moveTo,
  rankCheckSlots,
  reorder,
} from '../../../src/domain/programs/rank-list'
import { rankPrograms } from '../../../src/domain/programs/rank-programs'
import { makeProgram } from '../../fixtures/road/make-records'

const rankCheck = templates.find((one) => one.id === 'T24')
if (!rankCheck) throw new Error('T24 is gone')
const named = (count: number, reason = '') =>
  Array.from({ length: count }, (_, at) =>
    makeProgram({ id: `p${at}`, name: `Program ${at + 1}`, rank: at + 1, rankReason: reason }),
  )

describe('the order of the rank list', () => {
  it('keeps everybody once, whatever is moved where', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string(), { minLength: 1 }),
        fc.nat(),
        fc.integer(),
        (order, pick, place) => {
          const id = order[pick % order.length] as string
          const moved = moveTo(order, id, place)
          expect([...moved].sort()).toEqual([...order].sort())
          expect(moved.indexOf(id)).toBe(Math.max(0, Math.min(place, order.length - 1)))
        },
      ),
    )
  })

  it('changes only the programs whose place differs, and drops who is not named', () => {
    const programs = [...named(3), makeProgram({ id: 'off', rank: null })]
    expect(reorder(programs, ['p0', 'p2']).map(({ id, rank }) => [id, rank])).toEqual([
      ['p1', null],
      ['p2', 2],
    ])
    expect(reorder(programs, ['p0', 'p1', 'p2'])).toEqual([])
    expect(listRanked(programs).map((one) => one.id)).toEqual(['p0', 'p1', 'p2'])
  })
})

describe('the rank check', () => {
  const fill = (ranked: ReturnType<typeof named>, deadline = 'by March 3') =>
    fillRankCheck({
      template: rankCheck,
      values: { 'me.name': 'Sam Rivera', 'person.greeting_name': 'Dr. Okafor' },
      ranked,
      deadline,
      mark: (piece) => `[${piece.label}]`,
    })

  it('lists every program on a line of its own, and the reasons of the first seven', () => {
    const { body, missing } = fill(named(25, 'Teaches every week'))
    expect(body).toContain('\n1. Program 1\n2. Program 2\n')
    expect(body).toContain('\n25. Program 25\n')
    expect(body).toContain('Program 7: Teaches every week.')
    expect(body).not.toContain('Program 8: ')
    expect(body).not.toMatch(/[[{]/)
    expect(missing).toEqual([])
  })

  it('marks what is still missing', () => {
    const { body, missing } = fill(named(2), '')
    expect(missing.map((piece) => piece.label)).toEqual([rankCheckSlots.deadline, rankCheckSlots.reasons])
    expect(body).toContain(`[${rankCheckSlots.reasons}]`)
  })

  it('finds its free places in the letter', () => {
    expect(rankCheck.slots.map((slot) => slot.label).sort()).toEqual(Object.values(rankCheckSlots).sort())
  })
})

describe('a mentor’s own program', () => {
  const row = (id: string, mentor: 'none' | 'key') =>
    ({ id, mentor }) as Parameters<typeof listOwnPrograms>[2][number]

  it('is pointed out when the mentor works there, and not otherwise', () => {
    const [first, second, third] = named(3)
    if (!first || !second || !third) throw new Error('three programs are needed')
    const own = listOwnPrograms(
      [first, second, third],
      (program) =>
        program === first
          ? [{ strength: 'own', personId: 'maya', other: '', evidence: 'works-there' }]
          : program === second
            ? [{ strength: 'mentor', personId: 'maya', other: '', evidence: 'offered' }]
            : [{ strength: 'own', personId: 'theo', other: '', evidence: 'works-there' }],
      [row('maya', 'key'), row('theo', 'none')],
    )
    expect(own.map(({ program, mentor }) => [program.id, mentor.id])).toEqual([['p0', 'maya']])
  })
})

describe('what a weight moved', () => {
  const programs = [
    makeProgram({
      id: 'a',
      ratings: [
        { key: 'place', value: 10 },
        { key: 'size', value: 0 },
      ],
    }),
    makeProgram({
      id: 'b',
      ratings: [
        { key: 'place', value: 0 },
        { key: 'size', value: 10 },
      ],
    }),
  ]
  const rank = (place: number, size: number) =>
    rankPrograms(
      programs,
      [
        { key: 'place', label: 'Place', weight: place },
        { key: 'size', label: 'Size', weight: size },
      ],
      () => [],
    )

  it('names the programs that changed place, with their parts', () => {
    const moves = listMoves(rank(3, 1), rank(1, 3))
    expect(moves.map(({ programId, before, after }) => [programId, before, after])).toEqual([
      ['b', 2, 1],
      ['a', 1, 2],
    ])
    expect(moves[0]?.parts).toEqual([{ label: 'Size', change: 50 }])
  })

  it('says nothing when nothing changed', () => {
    expect(listMoves(rank(2, 2), rank(2, 2))).toEqual([])
  })
})

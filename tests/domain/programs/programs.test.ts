import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Role } from '../../../src/domain/person/person'
import type { PersonRow } from '../../../src/domain/person/person-row'
import { listConnections, sortByPlace, strengthOf } from '../../../src/domain/programs/connection'
import { explainMove, rankPrograms, tiesKey } from '../../../src/domain/programs/rank-programs'
import { makeProgram, makeRemark } from '../../fixtures/road/make-records'

function makeRow(id: string, institution: string, role: Role): PersonRow {
  return {
    id,
    shown: id,
    sort: id,
    family: id,
    roles: [role],
    positions: [],
    mentor: 'none',
    letterWriter: false,
    rhythmWeeks: 0,
    friendly: 'unknown',
    department: '',
    institution,
    email: '',
    detail: '',
    whereMet: '',
    lastTouch: null,
    lastKind: '',
    touches: 0,
    awaitingSince: null,
    savedOn: '2026-08-03',
    text: '',
  }
}

const program = makeProgram({ institution: 'Harbor State University' })
const connect = (rows: PersonRow[], parts = {}, remarks = [] as ReturnType<typeof makeRemark>[]) =>
  listConnections({ ...program, ...parts }, sortByPlace(rows), remarks)

describe('the connection to a program', () => {
  it('is the student’s own where somebody of the log works there, under another spelling of the place too', () => {
    const found = connect([makeRow('a', 'Dept. of Medicine, Harbor State Univ., Port Harbor', 'resident')])
    expect(found).toEqual([{ strength: 'own', personId: 'a', other: '', evidence: 'works-there' }])
  })

  it('is not made of a similar name, of a student there, or of nothing', () => {
    expect(connect([makeRow('a', 'Harbor College', 'attending')])).toEqual([])
    expect(connect([makeRow('a', 'State University of Harbor Springs', 'attending')])).toEqual([])
    expect(connect([makeRow('a', 'Harbor State University', 'peer')])).toEqual([])
    expect(connect([makeRow('a', '', 'attending')], { institution: '' })).toEqual([])
    expect(strengthOf([])).toBe('none')
  })

  it('goes through a mentor who named somebody or offered to reach out, and says who', () => {
    const remarks = [
      makeRemark({ kind: 'would-write-to', personId: 'lee', programId: 'program', about: 'Dr. Rossi' }),
      makeRemark({ kind: 'offer', personId: 'park', programId: 'elsewhere', about: 'Dr. No' }),
      makeRemark({ kind: 'realistic-tier', personId: 'kim', programId: 'program' }),
    ]
    expect(connect([], {}, remarks)).toEqual([
      { strength: 'mentor', personId: 'lee', other: 'Dr. Rossi', evidence: 'would-write' },
    ])
  })

  it('puts the strongest first and names everybody once', () => {
    const ties = [
      { personId: 'res', how: 'resident-friend' as const, other: 'a co-resident' },
      { personId: 'a', how: 'mentor-knows' as const, other: 'Dr. Rossi' },
    ]
    const rows = [makeRow('a', 'Harbor State University', 'attending')]
    const found = connect(rows, { ties })
    expect(found.map((one) => [one.personId, one.strength])).toEqual([
      ['a', 'own'],
      ['res', 'resident-friend'],
    ])
    expect(strengthOf(found)).toBe('own')
  })
})

const criteria = [
  { key: 'training', label: 'Training', weight: 3 },
  { key: 'cost', label: 'Cost of living', weight: 1 },
  { key: tiesKey, label: 'People you know', weight: 1 },
]
const good = makeProgram({ id: 'good', ratings: [{ key: 'training', value: 9 }] })
const cheap = makeProgram({
  id: 'cheap',
  ratings: [
    { key: 'training', value: 5 },
    { key: 'cost', value: 10 },
  ],
})
const blank = makeProgram({ id: 'blank' })
const noTies = () => []

describe('the program shortlist', () => {
  it('is ordered by the student’s own weights, with every part of the score shown', () => {
    const ranked = rankPrograms([blank, cheap, good], criteria, noTies)
    expect(ranked.map((one) => one.programId)).toEqual(['good', 'cheap', 'blank'])
    const first = ranked[0]
    expect(first?.parts.map((part) => [part.key, part.value])).toEqual([
      ['training', 9],
      ['cost', null],
      ['ties', 0],
    ])
    expect(first?.score).toBeCloseTo(67.5)
    expect(first?.parts.reduce((total, part) => total + part.adds, 0)).toBeCloseTo(first?.score ?? 0)
  })

  it('leaves unknown unknown: it lowers no score, and says how much is known', () => {
    const onlyOwn = criteria.filter((one) => one.key !== tiesKey)
    const ranked = rankPrograms([good, blank], onlyOwn, noTies)
    expect(ranked[0]).toMatchObject({ programId: 'good', score: 90, known: 0.75 })
    expect(ranked[1]).toMatchObject({ programId: 'blank', score: null, known: 0 })
  })

  it('counts people by what is in the log', () => {
    const ranked = rankPrograms([good, cheap], [{ key: tiesKey, label: 'People', weight: 5 }], (one) =>
      one.id === 'cheap' ? [{ strength: 'mentor', personId: 'lee', other: '', evidence: 'said' }] : [],
    )
    expect(ranked.map((one) => [one.programId, one.score])).toEqual([
      ['cheap', 70],
      ['good', 0],
    ])
  })

  it('explains a move by the parts that changed', () => {
    const before = rankPrograms([cheap], criteria, noTies)[0]
    const heavier = criteria.map((one) => (one.key === 'cost' ? { ...one, weight: 5 } : one))
    const after = rankPrograms([cheap], heavier, noTies)[0]
    if (!before || !after) throw new Error('not ranked')
    const moves = explainMove(before, after)
    expect(moves[0]?.label).toBe('Cost of living')
    expect(moves[0]?.change).toBeGreaterThan(0)
    expect(moves.reduce((total, one) => total + one.change, 0)).toBeCloseTo(
      (after.score ?? 0) - (before.score ?? 0),
      0,
    )
    expect(explainMove(before, before)).toEqual([])
  })

  it('never lowers a program whose value rises, and stays within 0–100', () => {
    fc.assert(
      fc.property(
        fc.float({ min: 0, max: 10, noNaN: true }),
        fc.float({ min: 0, max: 10, noNaN: true }),
        (a, b) => {
          const [low, high] = a < b ? [a, b] : [b, a]
          const scoreAt = (value: number) =>
            rankPrograms([{ ...cheap, ratings: [{ key: 'training', value }] }], criteria, noTies)[0]?.score ??
            -1
          expect(scoreAt(high)).toBeGreaterThanOrEqual(scoreAt(low))
          expect(scoreAt(high)).toBeLessThanOrEqual(100)
        },
      ),
    )
  })
})

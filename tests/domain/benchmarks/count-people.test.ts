import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { network } from '../../../seeds/network'
import { isCounted, listCounted } from '../../../src/domain/benchmarks/count-people'
import { createPlaceReader } from '../../../src/domain/benchmarks/place'
import { type Role, roles } from '../../../src/domain/person/person'

type Row = Parameters<typeof isCounted>[1]

const readPlace = createPlaceReader('Northbay University')
const row = (change: Partial<Row>): Row => ({
  roles: [],
  mentor: 'none',
  institution: 'Northbay University',
  touches: 0,
  ...change,
})
const growth = (id: string) => {
  const line = network.growth.lines.find((one) => one.id === id)
  if (!line) throw new Error(`no line ${id}`)
  return (change: Partial<Row>) => isCounted(line.counts, row(change), readPlace)
}
const target = (id: string) => {
  const found = network.targets.find((one) => one.id === id)
  if (!found) throw new Error(`no target ${id}`)
  return (change: Partial<Row>) => isCounted(found.counts, row(change), readPlace)
}

describe('a faculty mentor', () => {
  const isMentor = growth('mentors')
  it.each<Role>(['attending', 'faculty-researcher', 'dean-advisor'])('is a %s marked as a mentor', (role) => {
    expect(isMentor({ roles: [role], mentor: 'mentor' })).toBe(true)
    expect(isMentor({ roles: [role], mentor: 'key' })).toBe(true)
    expect(isMentor({ roles: [role], mentor: 'none', touches: 9 })).toBe(false)
  })
  it('is no resident, however close', () => {
    expect(isMentor({ roles: ['resident'], mentor: 'key', touches: 9 })).toBe(false)
  })
})

describe('a resident or fellow contact', () => {
  const isContact = growth('residents')
  it('has at least one touch', () => {
    expect(isContact({ roles: ['resident'], touches: 1 })).toBe(true)
    expect(isContact({ roles: ['fellow'], touches: 1 })).toBe(true)
    expect(isContact({ roles: ['resident'], touches: 0 })).toBe(false)
    expect(isContact({ roles: ['attending'], touches: 5 })).toBe(false)
  })
  it('may be at home or elsewhere', () => {
    expect(isContact({ roles: ['resident'], touches: 1, institution: 'Cedar Valley Hospital' })).toBe(true)
  })
})

describe('an outside contact', () => {
  const isOutside = growth('outside')
  it('is anybody of another institution, and nobody of whom that is not known', () => {
    expect(isOutside({ institution: 'Cedar Valley Hospital' })).toBe(true)
    expect(isOutside({ institution: 'Cedar Valley Hospital', roles: ['peer'] })).toBe(true)
    expect(isOutside({})).toBe(false)
    expect(isOutside({ institution: '' })).toBe(false)
  })
  it('is no student of the own school, whatever institution stands there', () => {
    for (const role of ['classmate', 'upper-student', 'matched-ms4'] as const) {
      expect(isOutside({ institution: 'Cedar Valley Hospital', roles: [role] })).toBe(false)
    }
  })
  it('is a student of the own school who has become a resident elsewhere', () => {
    expect(isOutside({ institution: 'Cedar Valley Hospital', roles: ['matched-ms4', 'resident'] })).toBe(true)
  })
})

describe('the target network', () => {
  it('counts a peer elsewhere, also where the school is not on record, and none at home', () => {
    const isPeer = target('R1.5')
    expect(isPeer({ roles: ['peer'], institution: 'Cedar Valley University' })).toBe(true)
    expect(isPeer({ roles: ['peer'], institution: '' })).toBe(true)
    expect(isPeer({ roles: ['peer'] })).toBe(false)
    expect(isPeer({ roles: ['classmate'], institution: 'Cedar Valley University' })).toBe(false)
  })
  it('does not take a saved name for a contact', () => {
    expect(target('R1.3')({ roles: ['faculty-researcher'] })).toBe(false)
    expect(target('R1.3')({ roles: ['faculty-researcher'], touches: 1 })).toBe(true)
    expect(target('R1.4')({ roles: ['dean-advisor'] })).toBe(false)
    expect(target('R1.4')({ roles: ['dean-advisor'], touches: 1 })).toBe(true)
  })
  it('counts somebody with two roles under each', () => {
    const both: Partial<Row> = { roles: ['attending', 'faculty-researcher'], mentor: 'key', touches: 2 }
    expect([target('R1.1')(both), target('R1.3')(both)]).toEqual([true, true])
  })

  const anyRow = fc.record({
    roles: fc.uniqueArray(fc.constantFrom(...roles), { maxLength: 3 }),
    mentor: fc.constantFrom('none' as const, 'mentor' as const, 'key' as const),
    institution: fc.constantFrom('', 'Northbay University', 'Cedar Valley Hospital'),
    touches: fc.nat(3),
  })
  const rules = [...network.targets, ...network.growth.lines].map((one) => one.counts)

  it('counts no student of the own school, whatever else is on record', () => {
    fc.assert(
      fc.property(anyRow, fc.constantFrom('classmate', 'upper-student', 'matched-ms4'), (one, role) => {
        const student = { ...one, roles: [role as Role] }
        for (const rule of rules) expect(isCounted(rule, student, readPlace)).toBe(false)
      }),
    )
  })

  it('never counts fewer people after one more touch, or one more person', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 8 }), anyRow, (rows, more) => {
        for (const rule of rules) {
          const before = listCounted(rule, rows, readPlace).length
          expect(listCounted(rule, [...rows, more], readPlace).length).toBeGreaterThanOrEqual(before)
          const touched = rows.map((one) => ({ ...one, touches: one.touches + 1 }))
          expect(listCounted(rule, touched, readPlace).length).toBeGreaterThanOrEqual(before)
        }
      }),
    )
  })
})

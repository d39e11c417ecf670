import { describe, expect, it } from 'vitest'
import { emptyProfile, type Profile } from '../../../src/domain/profile/profile'
import { listRoad } from '../../../src/domain/stage/list-road'

const student = (parts: Partial<Profile> = {}): Profile => ({
  ...emptyProfile,
  matriculation: '2024-08-05',
  clerkshipStart: '2026-07-06',
  ...parts,
})
const show = (today: string, profile: Profile) =>
  listRoad(today, profile).map((one) => `${one.id} ${one.from ?? ''} ${one.to ?? ''} ${one.when}`)

describe('the road', () => {
  it('goes from the first day to graduation without a gap', () => {
    const road = listRoad('2026-11-22', student())
    expect(road[0]).toMatchObject({ id: 'ms1-aug-oct', from: '2024-08-05', when: 'past' })
    expect(road.at(-1)).toMatchObject({ id: 'ms4-mar-grad', when: 'ahead' })
    expect(road.filter((one) => one.when === 'now').map((one) => one.id)).toEqual(['ms3'])
    const starts = road.map((one) => one.from ?? '')
    expect([...starts].sort()).toEqual(starts)
  })

  it('says which stage an early clerkship cuts', () => {
    expect(show('2026-11-22', student({ clerkshipStart: '2026-01-05' }))).toContain('ms2-mar-jun   cut')
  })

  it('puts a pause where it begins, and the student into it', () => {
    const pauses = [{ kind: 'research-year' as const, from: '2026-09-01', to: '2027-06-30' }]
    const road = listRoad('2026-11-22', student({ pauses, graduationYear: 2029 }))
    const at = road.findIndex((one) => one.pause === 'research-year')
    expect(road[at]).toMatchObject({ id: 'pause', when: 'now' })
    expect(road[at - 1]?.id).toBe('ms3')
    expect(road.filter((one) => one.when === 'now')).toHaveLength(1)
  })

  it('has no place for somebody who has not begun or is done', () => {
    expect(listRoad('2024-06-01', student()).some((one) => one.when === 'now')).toBe(false)
    expect(listRoad('2030-06-01', student()).every((one) => one.when === 'past')).toBe(true)
  })
})

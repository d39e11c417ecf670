import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { network } from '../../../seeds/network'
import { mixEffort } from '../../../src/domain/benchmarks/effort'
import { type TouchKind, touchKinds } from '../../../src/domain/touch/touch'

const mix = (kinds: TouchKind[]) => mixEffort(kinds, network.effort)

describe('where the effort went', () => {
  it('is nowhere while nothing is logged', () => {
    expect(mix([])).toBeNull()
  })

  it('counts each touch in the class of its kind', () => {
    expect(mix(['met', 'event', 'career-chat', 'letter-step'])).toEqual({
      exploring: 50,
      mentorship: 25,
      outcomes: 25,
    })
  })

  it('leaves out a kind that has no class', () => {
    const kinds = { ...network.effort.kinds }
    delete kinds.met
    expect(mixEffort(['met', 'event'], { ...network.effort, kinds })).toEqual({
      exploring: 100,
      mentorship: 0,
      outcomes: 0,
    })
    expect(mixEffort(['met'], { ...network.effort, kinds })).toBeNull()
  })

  it('is in whole percent that together are 100, whatever is logged', () => {
    expect(mix(['met', 'meeting', 'interview'])).toEqual({ exploring: 34, mentorship: 33, outcomes: 33 })
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...touchKinds), { minLength: 1, maxLength: 60 }), (kinds) => {
        const shares = Object.values(mix(kinds) ?? {})
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(100)
        for (const share of shares) expect(Number.isInteger(share) && share >= 0).toBe(true)
      }),
    )
  })
})

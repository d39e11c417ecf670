import { describe, expect, it } from 'vitest'
import { remarkKinds } from '../../../src/domain/remarks/remark'
import {
  closeRemark,
  findMissingPart,
  isOpenRemark,
  remarkFields,
} from '../../../src/domain/remarks/remark-fields'
import { makeRemark } from '../../fixtures/road/make-records'

describe('a remark', () => {
  it('of every kind says what it holds', () => {
    expect(Object.keys(remarkFields).sort()).toEqual([...remarkKinds].sort())
  })

  it('is open while an offer has no kit, and open again when that is taken back', () => {
    const offer = makeRemark({ kind: 'offer' })
    expect(isOpenRemark(offer)).toBe(true)
    const closed = closeRemark(offer, '2029-08-01')
    expect(isOpenRemark(closed)).toBe(false)
    expect(isOpenRemark(closeRemark(closed, null))).toBe(true)
  })

  it('that asks for nothing is never open', () => {
    expect(isOpenRemark(makeRemark({ kind: 'friendly-service' }))).toBe(false)
  })

  it.each([
    [{ kind: 'realistic-tier', about: '', text: '', tier: 'unknown' }, 'tier'],
    [{ kind: 'realistic-tier', about: '', text: '', tier: 'reach' }, null],
    [{ kind: 'would-write-to', about: '', text: 'Somebody', tier: 'unknown' }, 'about'],
    [{ kind: 'mild-connection', about: 'Spring meeting', text: '', tier: 'unknown' }, null],
    [{ kind: 'friendly-service', about: '', text: 'Kind', tier: 'unknown' }, 'about'],
    [{ kind: 'offer', about: '', text: '', tier: 'unknown' }, 'text'],
    [{ kind: 'offer', about: 'Dr. Sato', text: '', tier: 'unknown' }, null],
    [{ kind: 'summer-plan', about: '', text: '', tier: 'unknown' }, 'text'],
    [{ kind: 'carry-on', about: '', text: '', tier: 'unknown' }, null],
  ] as const)('%j misses %s', (remark, missing) => {
    expect(findMissingPart(remark)).toBe(missing)
  })
})

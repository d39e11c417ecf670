import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/domain/dates'
import { funnelStates } from '../../../src/domain/funnel/funnel-view'
import { readReach } from '../../../src/domain/funnel/reach'
import { type Candidate, isInFunnel, standOn, stepOf } from '../../../src/domain/funnel/standing'
import { outcomeSchema, type Touch, touchKinds } from '../../../src/domain/touch/touch'
import { makeTouch } from '../goals/make-log'

const today = '2026-12-20'
const ago = (days: number) => addDays(today, -days)
const mail = (days: number, parts: Partial<Touch> = {}) =>
  makeTouch('a', ago(days), {
    kind: 'email',
    direction: 'out',
    templateId: 'T4',
    outcome: 'awaiting',
    ...parts,
  })

const stand = (touches: readonly Touch[], friendly: Candidate['friendly'] = 'unknown', isAwaited = false) =>
  standOn(
    { roles: ['faculty-researcher'], friendly, reach: readReach(touches) },
    isAwaited
      ? { person: { id: 'a', shown: 'A' }, touchId: 't', since: ago(3), days: 3, nudge: false }
      : null,
    today,
  )

describe('where a researcher stands', () => {
  it('is found at first, vetted once somebody says yes, set aside after a no', () => {
    expect(stand([]).state).toBe('found')
    expect(stand([], 'yes').state).toBe('vetted')
    expect(stand([], 'no').state).toBe('set-aside')
  })

  it('is e-mailed from the day of the mail until three weeks have passed, and moved on from then', () => {
    expect(stand([mail(0)], 'yes')).toMatchObject({ state: 'written', on: today, days: 0 })
    expect(stand([mail(21)])).toMatchObject({ state: 'written', days: 21 })
    expect(stand([mail(22)])).toMatchObject({ state: 'moved-on', days: 22 })
  })

  it('is moved on at once when the student notes that no answer came, and e-mailed again by a new mail', () => {
    expect(stand([mail(5, { outcome: 'none' })]).state).toBe('moved-on')
    expect(stand([mail(40, { outcome: 'none' }), mail(2)])).toMatchObject({ state: 'written', days: 2 })
  })

  it('does not begin to wait anew because of a reminder', () => {
    const reminder = mail(9, { templateId: 'T27', outcome: 'awaiting' })
    expect(stand([mail(20), reminder]).days).toBe(20)
    expect(stand([mail(23), reminder]).state).toBe('moved-on')
  })

  it('counts an e-mail without a template, and one written by hand as no answer needed', () => {
    expect(stand([mail(2, { templateId: '', outcome: null })]).state).toBe('written')
    expect(stand([mail(2, { templateId: '', kind: 'message' })]).state).toBe('written')
  })

  it('does not count thanks, updates or a mail from them as an e-mail to them', () => {
    expect(stand([mail(2, { templateId: 'T28', kind: 'thanks' })]).state).toBe('found')
    expect(stand([mail(2, { templateId: '', direction: 'in', outcome: null })]).state).toBe('found')
  })

  it.each(['yes', 'no', 'later'] as const)('has answered once “%s” is noted', (outcome) => {
    expect(stand([mail(2, { outcome })], 'yes')).toMatchObject({ state: 'answered', answer: outcome })
  })

  it('has answered when they get in touch after a mail, but not before one', () => {
    const reply = (days: number) =>
      makeTouch('a', ago(days), { kind: 'email', direction: 'in', outcome: null })
    expect(stand([mail(5), reply(2)])).toMatchObject({ state: 'answered', answer: 'heard' })
    expect(stand([mail(5), reply(8)]).state).toBe('written')
  })

  it('keeps an answer when a later mail is let go', () => {
    expect(stand([mail(40, { outcome: 'later' }), mail(5, { outcome: 'none' })])).toMatchObject({
      state: 'answered',
      answer: 'later',
    })
  })

  it.each(['coffee', 'call', 'meeting', 'career-chat'] as const)('has talked after a %s', (kind) => {
    expect(stand([mail(9), makeTouch('a', ago(1), { kind })])).toMatchObject({ state: 'talked', days: 1 })
  })

  it('has not talked after a lecture or a question in the corridor', () => {
    expect(stand([makeTouch('a', ago(1), { kind: 'event' })]).state).toBe('found')
    expect(stand([makeTouch('a', ago(1), { kind: 'question' })]).state).toBe('found')
  })

  it('still counts as written to while a mail waits, whatever was noted of another', () => {
    expect(stand([mail(5), mail(3, { outcome: 'none' })], 'yes', true).state).toBe('written')
  })
})

describe('who is in the funnel', () => {
  it('takes faculty researchers, and others only after T4', () => {
    expect(isInFunnel({ roles: ['faculty-researcher'], friendly: 'unknown' })).toBe(true)
    const other: Candidate = { roles: ['attending'], friendly: 'yes', reach: readReach([mail(2)]) }
    expect(isInFunnel(other)).toBe(true)
    expect(isInFunnel({ ...other, reach: readReach([mail(2, { templateId: 'T1' })]) })).toBe(false)
    expect(isInFunnel({ roles: ['resident'], friendly: 'yes' })).toBe(false)
  })
})

const anyTouch = fc
  .record({
    days: fc.integer({ min: 0, max: 400 }),
    kind: fc.constantFrom(...touchKinds),
    direction: fc.constantFrom('out' as const, 'in' as const, 'both' as const),
    templateId: fc.constantFrom('', 'T4', 'T27', 'T10b'),
    outcome: fc.constantFrom(null, ...outcomeSchema.options),
  })
  .map(({ days, ...parts }) => makeTouch('a', ago(days), parts))
const anyTouches = fc.array(anyTouch, { maxLength: 6 })
const anyFriendly = fc.constantFrom('unknown' as const, 'yes' as const, 'no' as const)

describe('whatever the log holds', () => {
  it('somebody stands in exactly one state, in whatever order the touches are read', () => {
    fc.assert(
      fc.property(anyTouches, anyFriendly, (touches, friendly) => {
        const standing = stand(touches, friendly)
        expect(funnelStates.filter((state) => state === standing.state)).toHaveLength(1)
        expect(stand([...touches].reverse(), friendly)).toEqual(standing)
      }),
    )
  })

  it('one touch more never moves anybody back', () => {
    fc.assert(
      fc.property(anyTouches, anyTouch, anyFriendly, fc.boolean(), (touches, more, friendly, isAwaited) => {
        const before = stepOf(stand(touches, friendly, isAwaited).state)
        const after = stepOf(stand([...touches, more], friendly, isAwaited).state)
        expect(after).toBeGreaterThanOrEqual(before)
      }),
      { numRuns: 1000 },
    )
  })

  it('time alone turns only a wait into silence', () => {
    fc.assert(
      fc.property(anyTouches, anyFriendly, fc.integer({ min: 0, max: 60 }), (touches, friendly, days) => {
        const candidate: Candidate = { roles: ['faculty-researcher'], friendly, reach: readReach(touches) }
        const before = standOn(candidate, null, today).state
        const after = standOn(candidate, null, addDays(today, days)).state
        expect(after).toBe(before === 'written' && after !== before ? 'moved-on' : before)
      }),
    )
  })
})

import { describe, expect, it } from 'vitest'
import { listOutstanding, listWaiting } from '../../../src/domain/cadence/waiting'
import { addDays } from '../../../src/domain/dates'
import type { Touch } from '../../../src/domain/touch/touch'
import { makeRow, makeTouch } from '../goals/make-log'

const today = '2026-11-22'
const rows = new Map(['p', 'q'].map((id) => [id, makeRow({ id })]))

function mailed(daysAgo: number, parts: Partial<Touch> = {}, personId = 'p'): Touch {
  return makeTouch(personId, addDays(today, -daysAgo), {
    kind: 'email',
    direction: 'out',
    outcome: 'awaiting',
    ...parts,
  })
}

function waitingFor(touches: Touch[]) {
  const awaiting = touches.filter((touch) => touch.outcome === 'awaiting')
  return listWaiting(listOutstanding(awaiting, touches, today), touches, rows, today)
}

describe('mails that wait for an answer', () => {
  it('waits through day 21 and is then let go', () => {
    expect(waitingFor([mailed(21)])).toHaveLength(1)
    expect(waitingFor([mailed(22)])).toHaveLength(0)
  })

  it('finds a nudge apt from day 10 to day 14', () => {
    const apt = [9, 10, 14, 15].map((days) => waitingFor([mailed(days)])[0]?.nudge)
    expect(apt).toEqual([false, true, true, false])
  })

  it('finds a second nudge never apt', () => {
    const [view] = waitingFor([mailed(14), mailed(3, { templateId: 'T27' })])
    expect(view).toMatchObject({ days: 14, nudge: false })
  })

  it('does not list a nudge beside the mail it follows', () => {
    expect(waitingFor([mailed(14), mailed(3, { templateId: 'T27' })])).toHaveLength(1)
  })

  it('does not bring the nudge up again once its mail was let go', () => {
    expect(waitingFor([mailed(24), mailed(12, { templateId: 'T27' })])).toHaveLength(0)
  })

  it('lists a nudge whose mail is not in the log, and proposes no other', () => {
    expect(waitingFor([mailed(12, { templateId: 'T27' })])).toMatchObject([{ days: 12, nudge: false }])
  })

  it('stops waiting when they were heard from since', () => {
    const answer = makeTouch('p', addDays(today, -2), { kind: 'email', direction: 'in' })
    const coffee = makeTouch('p', addDays(today, -2), { kind: 'coffee', direction: 'both' })
    expect(waitingFor([mailed(12), answer])).toHaveLength(0)
    expect(waitingFor([mailed(12), coffee])).toHaveLength(0)
  })

  it('goes on waiting when the contact came before the mail, or was somebody else', () => {
    const before = makeTouch('p', addDays(today, -13), { kind: 'coffee', direction: 'both' })
    const other = makeTouch('q', addDays(today, -2), { kind: 'email', direction: 'in' })
    expect(waitingFor([before, mailed(12), other])).toHaveLength(1)
  })

  it('tells what came first on one day by when it was entered', () => {
    const mail = mailed(12, { createdAt: '2026-11-10T15:00:00.000-06:00' })
    const met = (at: string) => makeTouch('p', '2026-11-10', { direction: 'both', createdAt: at })
    expect(waitingFor([mail, met('2026-11-10T14:00:00.000-06:00')])).toHaveLength(1)
    expect(waitingFor([mail, met('2026-11-10T22:00:00.000+00:00')])).toHaveLength(0)
  })

  it('lists the oldest first', () => {
    expect(waitingFor([mailed(2), mailed(12, {}, 'q')]).map((view) => view.person.id)).toEqual(['q', 'p'])
  })
})

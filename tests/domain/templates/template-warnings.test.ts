import { describe, expect, it } from 'vitest'
import { templates } from '../../../seeds/templates'
import { fillTemplate } from '../../../src/domain/templates/fill-template'
import { listWarnings } from '../../../src/domain/templates/template-warnings'

const t4 = templates.find((one) => one.id === 'T4')
const t27 = templates.find((one) => one.id === 'T27')
if (!t4 || !t27) throw new Error('T4 and T27 are expected in seeds/templates')
const nudgeText = fillTemplate(t27, { 'person.greeting_name': 'Dr. Lee', 'me.name': 'Ana' })
const waiting = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ shown: `Dr. ${'ABCDE'[index]}` }))

const ask = (change: Partial<Parameters<typeof listWarnings>[0]>) =>
  listWarnings({
    template: t27,
    filled: nudgeText,
    waiting: [],
    awaiting: null,
    today: '2026-11-22',
    isReply: true,
    ...change,
  }).map((warning) => warning.id)

describe('what is said before a template goes in', () => {
  it('is nothing when there is nothing to say', () => {
    expect(ask({})).toEqual([])
  })

  it('counts the places that are still open', () => {
    expect(ask({ filled: fillTemplate(t27, {}) })).toEqual(['template.unfilled'])
  })

  it('warns of the fourth cold e-mail, not of the third, and names who is waited for', () => {
    const filled = { ...nudgeText, missing: [] }
    expect(ask({ template: t4, filled, waiting: waiting(2) })).toEqual([])
    expect(
      listWarnings({
        template: t4,
        filled,
        waiting: waiting(3),
        awaiting: null,
        today: '2026-11-22',
        isReply: false,
      }),
    ).toEqual([{ id: 'template.too-many-cold', params: { count: 3, names: 'Dr. A, Dr. B, Dr. C' } }])
    expect(ask({ waiting: waiting(3) })).toEqual([])
  })

  it('warns of a second reminder and of one that comes too early', () => {
    expect(ask({ awaiting: { since: '2026-11-08', nudged: true } })).toEqual(['template.second-nudge'])
    expect(ask({ awaiting: { since: '2026-11-18', nudged: false } })).toEqual(['template.early-nudge'])
    expect(ask({ awaiting: { since: '2026-11-12', nudged: false } })).toEqual([])
  })

  it('says when a reminder would start a new thread', () => {
    expect(ask({ isReply: false })).toEqual(['template.new-thread'])
  })
})

import { describe, expect, it } from 'vitest'
import { watchedRules } from '../../../seeds/watched-rules'
import {
  isGroupTooMany,
  listInterestGroups,
  mostInterestGroups,
} from '../../../src/domain/events/interest-groups'

const event = (date: string, interestGroup: string) => ({
  schema: 1 as const,
  id: `event-${date}`,
  what: 'Evening',
  date,
  interestGroup,
  people: [],
  note: '',
})

describe('interest groups', () => {
  it('are listed once each, in the order in which they were joined', () => {
    const events = [
      event('2026-10-02', 'surgery '),
      event('2026-09-01', 'Pediatrics'),
      event('2026-09-20', 'Surgery'),
    ]
    expect(listInterestGroups(events)).toEqual(['Pediatrics', 'Surgery'])
  })

  it('do not count an event at which none was joined', () => {
    expect(listInterestGroups([event('2026-09-01', ''), event('2026-09-02', '  ')])).toEqual([])
  })

  it('are too many from the third on, by the watched rule’s own number', () => {
    expect(watchedRules.rules.find((rule) => rule.id === 'R9.7')?.limits.groupsAtMost).toBe(
      mostInterestGroups,
    )
    expect(isGroupTooMany('Radiology', ['Pediatrics'])).toBe(false)
    expect(isGroupTooMany('Radiology', ['Pediatrics', 'Surgery'])).toBe(true)
    expect(isGroupTooMany('SURGERY ', ['Pediatrics', 'Surgery'])).toBe(false)
    expect(isGroupTooMany('', ['Pediatrics', 'Surgery'])).toBe(false)
  })
})

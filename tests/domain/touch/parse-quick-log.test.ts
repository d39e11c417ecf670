import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLocalDate } from '../../../src/domain/dates'
import type { PersonRow } from '../../../src/domain/person/person-row'
import { parseQuickLog } from '../../../src/domain/touch/parse-quick-log'

/** A Sunday. */
const today = '2026-11-22'

function makeRow(shown: string, lastTouch: string | null = null): PersonRow {
  const family = shown.split(' ').at(-1) ?? ''
  return {
    id: shown,
    shown,
    sort: shown,
    family,
    roles: ['attending'],
    positions: [],
    mentor: 'none',
    letterWriter: false,
    rhythmWeeks: 0,
    friendly: 'unknown',
    department: '',
    institution: '',
    email: '',
    detail: '',
    whereMet: '',
    lastTouch,
    lastKind: '',
    touches: 0,
    awaitingSince: null,
    savedOn: today,
    text: '',
  }
}
const rows = [
  makeRow('Hannah Lee'),
  makeRow('Grace Lee-Park', '2026-11-01'),
  makeRow('Amara Okafor'),
  makeRow('José García'),
  makeRow('May Coffey'),
]
const read = (text: string) => parseQuickLog(text, rows, today)

describe('a line typed to log a touch', () => {
  it.each([
    ['coffee Dr. Lee yesterday', 'coffee', '2026-11-21', 'Hannah Lee'],
    ['had coffee with Okafor', 'coffee', today, 'Amara Okafor'],
    ['emailed amara okafor 3 days ago', 'email', '2026-11-19', 'Amara Okafor'],
    ['met García on Friday', 'met', '2026-11-20', 'José García'],
    ['call garcia last sunday', 'call', '2026-11-15', 'José García'],
    ['zoom with Lee-Park 2 weeks ago', 'call', '2026-11-08', 'Grace Lee-Park'],
    ['thanked Prof. Okafor 11/3', 'thanks', '2026-11-03', 'Amara Okafor'],
    ['meeting okafor 12/20', 'meeting', '2025-12-20', 'Amara Okafor'],
    ['career chat with Hannah on Nov 5th', 'career-chat', '2026-11-05', 'Hannah Lee'],
    ['update Okafor 2026-10-01', 'update', '2026-10-01', 'Amara Okafor'],
    ['touched base with Hann', 'touch-base', today, 'Hannah Lee'],
    ['May Coffey coffee', 'coffee', today, 'May Coffey'],
    ['Okafor', 'met', today, 'Amara Okafor'],
  ])('%s', (text, kind, date, shown) => {
    const line = read(text)
    expect([line.kind, line.date, line.people[0]?.shown]).toEqual([kind, date, shown])
  })

  it('says when the kind was only assumed, and keeps what follows a colon as the note', () => {
    expect(read('Okafor yesterday').isKindSaid).toBe(false)
    const line = read('coffee with Hannah Lee: likes short e-mails – really')
    expect(line).toMatchObject({ isKindSaid: true, note: 'likes short e-mails – really' })
    expect(line.people.map((one) => one.shown)).toEqual(['Hannah Lee'])
  })

  it('offers everybody who may be meant, the whole family name first', () => {
    expect(read('coffee lee').people.map((one) => one.shown)).toEqual(['Hannah Lee', 'Grace Lee-Park'])
  })

  it('keeps the typed name of somebody the log does not know', () => {
    expect(read('met Dr. Sofia Marchetti at noon lecture yesterday').people).toEqual([])
    expect(read('coffee with Sofia Marchetti')).toMatchObject({ people: [], name: 'Sofia Marchetti' })
  })

  it('hears an answer', () => {
    expect(read('emailed Okafor, said yes')).toMatchObject({ outcome: 'yes', kind: 'email' })
    expect(read('no answer from Okafor').outcome).toBe('none')
    expect(read('coffee Okafor').outcome).toBeNull()
  })

  it('takes no date that does not exist, and none after today without a year', () => {
    expect(read('coffee Okafor 13/45').date).toBe(today)
    expect(read('coffee Okafor feb 30').date).toBe(today)
    expect(read('coffee Okafor dec 24').date).toBe('2025-12-24')
  })

  it('of any kind never throws, and always gives a day that exists', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 700 }), (text) => {
        const line = read(text)
        expect(isLocalDate(line.date)).toBe(true)
        expect(line.people.length).toBeLessThanOrEqual(5)
      }),
    )
    expect(read('').people).toEqual([])
    expect(read('yesterday').people).toEqual([])
  })
})

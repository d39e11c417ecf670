import { describe, expect, it } from 'vitest'
import {
  askWindow,
  countByProgram,
  countWriters,
  isCandidate,
  isConfirmed,
  lettersPerProgram,
  letterTarget,
  promptFor,
  stateOfLetter,
} from '../../../src/domain/letters/letter-rules'
import { makeLetter } from '../../fixtures/road/make-records'

describe('a letter', () => {
  it('stands at the furthest step that was taken', () => {
    const on = '2028-06-20'
    expect(stateOfLetter(makeLetter())).toBe('candidate')
    expect(stateOfLetter(makeLetter({ meetingOn: on }))).toBe('meeting-held')
    expect(stateOfLetter(makeLetter({ hopeOn: on }))).toBe('hope-voiced')
    expect(stateOfLetter(makeLetter({ askedOn: on }))).toBe('asked')
    expect(stateOfLetter(makeLetter({ askedOn: on, answer: 'agreed' }))).toBe('agreed')
    expect(stateOfLetter(makeLetter({ answer: 'agreed', packetOn: on }))).toBe('packet-sent')
    expect(stateOfLetter(makeLetter({ answer: 'agreed', uploadedOn: on }))).toBe('uploaded')
    expect(stateOfLetter(makeLetter({ answer: 'agreed', uploadedOn: on, thankedOn: on }))).toBe('thanked')
    expect(stateOfLetter(makeLetter({ answer: 'agreed', toldOn: on }))).toBe('told')
  })

  it('that was hesitated over or declined is over, whatever came before', () => {
    const on = '2028-06-20'
    for (const answer of ['hesitated', 'declined'] as const) {
      const letter = makeLetter({ askedOn: on, answer, packetOn: on })
      expect(stateOfLetter(letter)).toBe(answer)
      expect(isConfirmed(letter)).toBe(false)
      expect(isCandidate(letter)).toBe(false)
      expect(promptFor(letter, '2029-01-01', null)).toBeNull()
    }
  })

  it('is counted once a writer, asked or agreed, and the roadmap’s target is three to four', () => {
    expect(letterTarget).toEqual({ min: 3, max: 4 })
    expect(lettersPerProgram).toBe(4)
    const letters = [
      makeLetter({ personId: 'a', answer: 'agreed' }),
      makeLetter({ personId: 'a', askedOn: '2028-06-20' }),
      makeLetter({ personId: 'b', askedOn: '2028-06-20' }),
      makeLetter({ personId: 'c', askedOn: '2028-06-20', answer: 'declined' }),
      makeLetter({ personId: 'd' }),
    ]
    expect(countWriters(letters)).toBe(2)
  })

  it('is asked for six to eight weeks ahead, a research letter eight to twelve', () => {
    expect(askWindow('clinical', '2029-09-05')).toEqual({ from: '2029-07-11', by: '2029-07-25' })
    expect(askWindow('research', '2029-09-05')).toEqual({ from: '2029-06-13', by: '2029-07-11' })
  })

  it('asks for one thing at a time, from the day it is apt', () => {
    const asked = makeLetter({ askedOn: '2028-06-20' })
    expect(promptFor(asked, '2028-06-20', null)).toBeNull()
    expect(promptFor(asked, '2028-06-21', null)?.what).toBe('answer')
    const agreed = makeLetter({ askedOn: '2028-06-20', answer: 'agreed', answeredOn: '2028-06-20' })
    expect(promptFor(agreed, '2028-06-20', null)).toMatchObject({ what: 'packet', lateAfter: '2028-06-20' })
    const packed = makeLetter({ ...agreed, packetOn: '2028-06-20' })
    expect(promptFor(packed, '2028-07-03', null)).toBeNull()
    expect(promptFor(packed, '2028-07-04', null)).toMatchObject({ what: 'remind', lateAfter: '2028-07-11' })
    expect(promptFor(makeLetter({ ...packed, nudgedOn: '2028-07-05' }), '2028-08-01', null)).toBeNull()
  })

  it('is nudged a week before the agreed day, once, even when a reminder went out before', () => {
    const letter = makeLetter({
      askedOn: '2029-07-01',
      answer: 'agreed',
      answeredOn: '2029-07-01',
      packetOn: '2029-07-01',
      nudgedOn: '2029-07-16',
      dueOn: '2029-09-01',
    })
    expect(promptFor(letter, '2029-08-24', null)).toBeNull()
    expect(promptFor(letter, '2029-08-25', null)).toMatchObject({ what: 'nudge', lateAfter: '2029-09-01' })
    expect(promptFor({ ...letter, nudgedOn: '2029-08-25' }, '2029-08-30', null)).toBeNull()
  })

  it('brings thanks up once it is there, and the news after the Match', () => {
    const letter = makeLetter({ answer: 'agreed', packetOn: '2029-07-01', uploadedOn: '2029-08-20' })
    expect(promptFor(letter, '2029-08-20', null)).toMatchObject({ what: 'thank', lateAfter: '2029-08-23' })
    const thanked = { ...letter, thankedOn: '2029-08-21' }
    expect(promptFor(thanked, '2030-03-20', null)).toBeNull()
    expect(promptFor(thanked, '2030-03-20', '2030-03-15')?.what).toBe('tell')
    expect(promptFor({ ...thanked, toldOn: '2030-03-16' }, '2030-03-20', '2030-03-15')).toBeNull()
  })

  it('counts at a program unless it came to nothing', () => {
    const letters = [
      makeLetter({ programIds: ['p', 'q', 'p'] }),
      makeLetter({ programIds: ['p'], answer: 'declined' }),
      makeLetter({ programIds: ['p'], answer: 'agreed' }),
    ]
    expect(countByProgram(letters)).toEqual(
      new Map([
        ['p', 2],
        ['q', 1],
      ]),
    )
  })
})

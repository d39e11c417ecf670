import { describe, expect, it } from 'vitest'
import { letterInputSchema } from '../../../src/domain/letters/letter'
import {
  clearStep,
  findLetterOf,
  groupOfLetter,
  listAskConcerns,
  recordedDays,
  startLetter,
  touchOfStep,
} from '../../../src/domain/letters/letter-steps'
import { makeLetter } from '../../fixtures/road/make-records'

describe('a letter that begins', () => {
  it('is one the log takes, with nothing recorded but the day of the thought', () => {
    const letter = startLetter('maya', '2028-05-20', { rotationId: 'wards' })
    expect(letterInputSchema.safeParse(letter).success).toBe(true)
    expect(recordedDays.filter((step) => letter[step] !== null)).toEqual(['candidateOn'])
  })

  it('is found by its rotation first, then among those of no rotation, never by another rotation', () => {
    const loose = makeLetter({ id: 'loose', personId: 'maya' })
    const here = makeLetter({ id: 'here', personId: 'maya', rotationId: 'wards' })
    const there = makeLetter({ id: 'there', personId: 'maya', rotationId: 'clinic' })
    expect(findLetterOf([loose, here], 'maya', 'wards')?.id).toBe('here')
    expect(findLetterOf([there, loose], 'maya', 'wards')?.id).toBe('loose')
    expect(findLetterOf([there], 'maya', 'wards')).toBeUndefined()
    expect(findLetterOf([here], 'theo', 'wards')).toBeUndefined()
  })
})

describe('a step recorded by mistake', () => {
  it('goes with what was said of it', () => {
    const letter = makeLetter({
      askedOn: '2028-06-01',
      strong: true,
      inPerson: true,
      answer: 'agreed',
      answeredOn: '2028-06-01',
    })
    expect(clearStep(letter, 'askedOn')).toMatchObject({ askedOn: null, strong: false, inPerson: false })
    expect(clearStep(letter, 'answeredOn')).toMatchObject({
      answer: null,
      answeredOn: null,
      askedOn: '2028-06-01',
    })
  })
})

describe('a step as a touch', () => {
  it('is one where somebody was spoken or written to, and none otherwise', () => {
    expect(touchOfStep('askedOn')).toBe('letter-step')
    expect(touchOfStep('packetOn')).toBe('letter-step')
    expect(touchOfStep('meetingOn')).toBe('career-chat')
    expect(touchOfStep('thankedOn')).toBe('thanks')
    expect(touchOfStep('toldOn')).toBe('closing-thanks')
    for (const step of ['candidateOn', 'hopeOn', 'answeredOn', 'uploadedOn'] as const)
      expect(touchOfStep(step)).toBeNull()
  })
})

describe('the groups of the pipeline', () => {
  it.each([
    ['candidate', 'possible'],
    ['hope-voiced', 'possible'],
    ['asked', 'asked'],
    ['packet-sent', 'writing'],
    ['told', 'in'],
    ['hesitated', 'ended'],
    ['declined', 'ended'],
  ] as const)('%s is %s', (state, group) => {
    expect(groupOfLetter(state)).toBe(group)
  })
})

describe('what speaks against asking now', () => {
  const agreed = (id: string) =>
    makeLetter({ id, personId: `person-${id}`, askedOn: '2028-06-01', answer: 'agreed' })
  const four = ['a', 'b', 'c', 'd'].map(agreed)
  const mine = makeLetter({ id: 'mine', personId: 'maya' })
  const core = { kind: 'core' as const, standout: '' }

  it('is nothing on the wards with three writers', () => {
    expect(listAskConcerns(mine, [...four.slice(0, 3), mine], core, 'ms3')).toEqual([])
  })

  it('is the year before MS3', () => {
    expect(listAskConcerns(mine, [mine], null, 'ms2-mar-jun')).toEqual(['R9.2'])
    expect(listAskConcerns(mine, [mine], null, 'ms4-apr-jun')).toEqual([])
  })

  it('is a fifth writer, but not a second letter of one of the four', () => {
    expect(listAskConcerns(mine, [...four, mine], null, 'ms3')).toEqual(['R9.6'])
    const [first] = four
    const second = makeLetter({ id: 'second', personId: first?.personId ?? '' })
    expect(listAskConcerns(second, [...four, second], null, 'ms3')).toEqual([])
  })

  it('is an away rotation without a note on having stood out', () => {
    expect(listAskConcerns(mine, [mine], { kind: 'away', standout: '' }, 'ms4-jul-sep')).toEqual(['R9.8'])
    expect(listAskConcerns(mine, [mine], { kind: 'away', standout: 'Ran the board' }, 'ms4-jul-sep')).toEqual(
      [],
    )
  })
})

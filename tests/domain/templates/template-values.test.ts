import { describe, expect, it } from 'vitest'
import { yearWords } from '../../../seeds/templates'
import { emptyDraft, toPersonInput } from '../../../src/domain/person/draft'
import type { Person } from '../../../src/domain/person/person'
import { emptyProfile } from '../../../src/domain/profile/profile'
import { greetingName, listValues } from '../../../src/domain/templates/template-values'

function makePerson(given: string, family: string, more: Partial<Person> = {}): Person {
  const names = { given, middle: '', family, suffix: '', shown: `${given} ${family}`.trim() }
  return {
    ...toPersonInput(emptyDraft(names)),
    schema: 1,
    id: 'p1',
    createdAt: '',
    updatedAt: '',
    savedOn: '2026-11-01',
    ...more,
  }
}

describe('how somebody is greeted', () => {
  it.each<[string, Person, string]>([
    ['an attending', makePerson('Mina', 'Lee', { roles: ['attending'] }), 'Dr. Lee'],
    [
      'a faculty researcher without listed degrees',
      makePerson('J', 'Lee', { roles: ['faculty-researcher'] }),
      'Dr. Lee',
    ],
    ['a course director', makePerson('Mina', 'Lee', { positions: ['course-director'] }), 'Dr. Lee'],
    ['a resident', makePerson('Sam', 'Ortiz', { roles: ['resident'], credentials: ['MD'] }), 'Sam'],
    ['a classmate', makePerson('Kim', 'Oh', { roles: ['classmate'] }), 'Kim'],
    [
      'an attending who is also marked as a peer',
      makePerson('Kim', 'Oh', { roles: ['peer', 'attending'] }),
      'Dr. Oh',
    ],
    [
      'a dean with a doctorate',
      makePerson('Ana', 'Roy', { roles: ['dean-advisor'], credentials: ['Ph.D.'] }),
      'Dr. Roy',
    ],
    [
      'a dean with a master degree',
      makePerson('Ana', 'Roy', { roles: ['dean-advisor'], credentials: ['MPH'] }),
      'Ana Roy',
    ],
    ['nobody in particular', makePerson('Ana', 'Roy'), 'Ana Roy'],
    ['somebody with one name', makePerson('', 'Suharto'), 'Suharto'],
    [
      'a person whose degrees came in one piece',
      makePerson('Ana', 'Roy', { credentials: ['MD, MPH'] }),
      'Dr. Roy',
    ],
  ])('%s', (_, person, expected) => {
    expect(greetingName(person)).toBe(expected)
  })

  it('is asked for when only initials are known of a first name', () => {
    expect(greetingName(makePerson('S', 'Ortiz', { roles: ['resident'] }))).toBe('')
    expect(greetingName(makePerson('S. J.', 'Ortiz', { roles: ['fellow'] }))).toBe('')
    expect(greetingName(makePerson('', 'Ortiz', { roles: ['resident'] }))).toBe('')
    expect(greetingName(makePerson('Jo', 'Ortiz', { roles: ['resident'] }))).toBe('Jo')
  })

  it('is asked for when an attending has no family name on record', () => {
    expect(greetingName(makePerson('Mina', '', { roles: ['attending'] }))).toBe('')
  })
})

describe('what the log knows for a letter', () => {
  it('takes the year from the stage and leaves unknown values out', () => {
    const values = listValues({
      person: null,
      profile: emptyProfile,
      stage: 'ms2-jul-oct',
      paper: null,
      years: yearWords,
    })
    expect(values).toEqual({ 'me.year': 'second-year', 'me.year_short': 'MS2' })
  })

  it('does not guess a year during a pause', () => {
    const values = listValues({
      person: null,
      profile: emptyProfile,
      stage: 'pause',
      paper: null,
      years: yearWords,
    })
    expect(values).toEqual({})
  })

  it('joins person, profile and paper', () => {
    const values = listValues({
      person: makePerson('Mina', 'Lee', { roles: ['attending'], whereMet: 'grand rounds' }),
      profile: {
        ...emptyProfile,
        name: 'Ana Ruiz',
        school: 'Northfield',
        specialties: ['Neurology', 'Surgery'],
      },
      stage: 'ms1-nov-feb',
      paper: { title: 'The Role of Sleep in Recovery After Stroke', topic: 'sleep in recovery after stroke' },
      years: yearWords,
    })
    expect(values).toMatchObject({
      'person.greeting_name': 'Dr. Lee',
      'person.where_met': 'grand rounds',
      'me.specialty': 'Neurology',
      'me.other_specialty': 'Surgery',
      'paper.topic': 'sleep in recovery after stroke',
    })
  })
})

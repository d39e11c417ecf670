import { describe, expect, it } from 'vitest'
import { emptyProfile, profileSchema } from '../../../src/domain/profile/profile'
import {
  assumedGraduationYear,
  fillProfileForm,
  isSound,
  type ProfileForm,
  readProfileForm,
} from '../../../src/ui/welcome/profile-form'

const today = '2026-11-22'
const empty = fillProfileForm(emptyProfile)
const read = (parts: Partial<ProfileForm>) => readProfileForm({ ...empty, ...parts }, emptyProfile, today)

describe('readProfileForm', () => {
  it('accepts an empty form: nothing is required', () => {
    const { profile, problems } = read({})
    expect(isSound(problems)).toBe(true)
    expect(profile).toEqual({ ...emptyProfile, welcomed: true })
  })

  it('reads everything, cleaned', () => {
    const { profile, problems } = read({
      matriculation: '2026-08-03',
      clerkshipStart: '2028-05-01',
      graduationYear: ' 2030 ',
      graduationDate: '2030-05-18',
      pauses: [{ kind: 'research-year', from: '2029-07-01', to: '2030-06-30' }],
      name: '  Sam   Rivera ',
      school: 'Lakeside',
      specialties: 'Pediatrics, Neurology; Pediatrics\n',
      ownEmails: 'sam@lakeside.example, sam.rivera@mail.example',
    })
    expect(problems).toEqual({})
    expect(profileSchema.parse(profile)).toEqual(profile)
    expect(profile).toMatchObject({
      matriculation: '2026-08-03',
      graduationYear: 2030,
      name: 'Sam Rivera',
      specialties: ['Pediatrics', 'Neurology'],
      ownEmails: ['sam@lakeside.example', 'sam.rivera@mail.example'],
      welcomed: true,
    })
  })

  it('keeps what the form does not ask', () => {
    const before = { ...emptyProfile, logSentMail: false }
    expect(readProfileForm(empty, before, today).profile.logSentMail).toBe(false)
  })

  it('reads back what it filled', () => {
    const before = read({
      matriculation: '2026-08-03',
      specialties: 'A, B',
      ownEmails: 'a@b.example',
    }).profile
    expect(readProfileForm(fillProfileForm(before), before, today).profile).toEqual(before)
  })

  it.each<[string, Partial<ProfileForm>, keyof ProfileForm]>([
    ['a date that does not exist', { matriculation: '2027-02-29' }, 'matriculation'],
    [
      'clerkships before school',
      { matriculation: '2026-08-03', clerkshipStart: '2026-08-03' },
      'clerkshipStart',
    ],
    ['a year that is none', { graduationYear: '30' }, 'graduationYear'],
    ['a year out of reach', { graduationYear: '3030' }, 'graduationYear'],
    [
      'graduation in the year of the start',
      { matriculation: '2026-08-03', graduationYear: '2026' },
      'graduationYear',
    ],
    [
      'graduation before the start',
      { matriculation: '2026-08-03', graduationDate: '2026-05-31' },
      'graduationDate',
    ],
    [
      'a pause that ends before it begins',
      { pauses: [{ kind: 'leave', from: '2027-02-02', to: '2027-02-01' }] },
      'pauses',
    ],
    ['half a pause', { pauses: [{ kind: 'leave', from: '2027-02-02', to: '' }] }, 'pauses'],
    ['an address that is none', { ownEmails: 'sam@lakeside.example, sam at home' }, 'ownEmails'],
    ['eleven specialties', { specialties: 'a,b,c,d,e,f,g,h,i,j,k' }, 'specialties'],
  ])('says what is wrong with %s', (_what, parts, field) => {
    const { problems } = read(parts)
    expect(Object.keys(problems)).toEqual([field])
  })

  it('leaves an empty pause out', () => {
    const { profile, problems } = read({ pauses: [{ kind: 'leave', from: '', to: '' }] })
    expect(problems).toEqual({})
    expect(profile.pauses).toEqual([])
  })

  it('names the wrong address', () => {
    expect(read({ ownEmails: 'sam at home' }).problems.ownEmails).toContain('sam at home')
  })
})

describe('assumedGraduationYear', () => {
  it('is four years after the first day, typed or assumed', () => {
    expect(assumedGraduationYear({ ...empty, matriculation: '2024-08-05' }, today)).toBe(2028)
    expect(assumedGraduationYear(empty, today)).toBe(2030)
    expect(assumedGraduationYear({ ...empty, matriculation: 'soon' }, today)).toBe(2030)
  })
})

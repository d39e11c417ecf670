import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, isLocalDate } from '../../../src/domain/dates'
import { emptyProfile, type Profile } from '../../../src/domain/profile/profile'
import { schoolYearStart, spanOfStage, stageOn } from '../../../src/domain/stage/stage-on'
import { type StageId, stageIds } from '../../../src/domain/stage/stages'

function profileWith(parts: Partial<Profile>): Profile {
  return { ...emptyProfile, ...parts }
}

/** Four years, everything set, clerkships in May of the second year. */
const usual = profileWith({
  matriculation: '2024-08-05',
  clerkshipStart: '2026-05-04',
  graduationYear: 2028,
})
const earlyClerkships = profileWith({ ...usual, clerkshipStart: '2026-01-05' })
const lateClerkships = profileWith({ ...usual, clerkshipStart: '2026-09-01' })
const threeYears = profileWith({ ...usual, clerkshipStart: '2026-01-05', graduationYear: 2027 })
const researchYear = profileWith({
  ...usual,
  graduationYear: 2029,
  pauses: [{ kind: 'research-year', from: '2027-07-01', to: '2028-06-30' }],
})
const doctorate = profileWith({
  ...usual,
  clerkshipStart: '2030-07-01',
  graduationYear: 2032,
  pauses: [{ kind: 'md-phd', from: '2026-07-01', to: '2030-06-30' }],
})
const leave = profileWith({
  ...usual,
  pauses: [
    { kind: 'leave', from: '2025-01-10', to: '2025-01-10' },
    { kind: 'other', from: '2025-12-20', to: '2026-01-04' },
  ],
})
const earlyGraduation = profileWith({ ...usual, graduationDate: '2028-05-12' })
const lateGraduation = profileWith({ ...usual, graduationDate: '2028-06-09' })
const julyStart = profileWith({ ...usual, matriculation: '2024-07-15' })
const septemberStart = profileWith({ ...usual, matriculation: '2024-09-30' })
const leapSecondYear = profileWith({
  matriculation: '2026-08-03',
  clerkshipStart: '2028-05-01',
  graduationYear: 2030,
})
const onlyMatriculation = profileWith({ matriculation: '2024-08-05' })
const shortTrackUnset = profileWith({ matriculation: '2024-08-05', graduationYear: 2027 })
const nothingSet = emptyProfile

const table: [what: string, profile: Profile, date: string, stage: StageId][] = [
  ['usual', usual, '1999-12-31', 'before-ms1'],
  ['usual', usual, '2024-08-04', 'before-ms1'],
  ['usual', usual, '2024-08-05', 'ms1-aug-oct'],
  ['usual', usual, '2024-09-15', 'ms1-aug-oct'],
  ['usual', usual, '2024-10-31', 'ms1-aug-oct'],
  ['usual', usual, '2024-11-01', 'ms1-nov-feb'],
  ['usual', usual, '2024-12-31', 'ms1-nov-feb'],
  ['usual', usual, '2025-01-01', 'ms1-nov-feb'],
  ['usual', usual, '2025-02-28', 'ms1-nov-feb'],
  ['usual', usual, '2025-03-01', 'ms1-mar-jun'],
  ['usual', usual, '2025-06-30', 'ms1-mar-jun'],
  ['usual', usual, '2025-07-01', 'ms2-jul-oct'],
  ['usual', usual, '2025-10-31', 'ms2-jul-oct'],
  ['usual', usual, '2025-11-01', 'ms2-nov-feb'],
  ['usual', usual, '2026-02-28', 'ms2-nov-feb'],
  ['usual', usual, '2026-03-01', 'ms2-mar-jun'],
  ['usual', usual, '2026-05-03', 'ms2-mar-jun'],
  ['usual', usual, '2026-05-04', 'ms3'],
  ['usual', usual, '2026-12-31', 'ms3'],
  ['usual', usual, '2027-03-31', 'ms3'],
  ['usual', usual, '2027-04-01', 'ms4-apr-jun'],
  ['usual', usual, '2027-06-30', 'ms4-apr-jun'],
  ['usual', usual, '2027-07-01', 'ms4-jul-sep'],
  ['usual', usual, '2027-09-30', 'ms4-jul-sep'],
  ['usual', usual, '2027-10-01', 'ms4-oct-feb'],
  ['usual', usual, '2028-01-01', 'ms4-oct-feb'],
  ['usual, leap day of MS4', usual, '2028-02-29', 'ms4-oct-feb'],
  ['usual', usual, '2028-03-01', 'ms4-mar-grad'],
  ['usual', usual, '2028-05-30', 'ms4-mar-grad'],
  ['usual, the day of graduation is read from the top', usual, '2028-05-31', 'after'],
  ['usual', usual, '2028-06-01', 'after'],
  ['usual', usual, '2055-01-01', 'after'],

  ['early clerkships cut MS2 short', earlyClerkships, '2025-11-01', 'ms2-nov-feb'],
  ['early clerkships', earlyClerkships, '2026-01-04', 'ms2-nov-feb'],
  ['early clerkships', earlyClerkships, '2026-01-05', 'ms3'],
  ['early clerkships', earlyClerkships, '2026-02-28', 'ms3'],
  ['early clerkships', earlyClerkships, '2026-03-01', 'ms3'],
  ['early clerkships', earlyClerkships, '2027-03-31', 'ms3'],
  ['early clerkships', earlyClerkships, '2027-04-01', 'ms4-apr-jun'],

  ['late clerkships stretch MS2', lateClerkships, '2026-06-30', 'ms2-mar-jun'],
  ['late clerkships', lateClerkships, '2026-07-01', 'ms2-mar-jun'],
  ['late clerkships', lateClerkships, '2026-08-31', 'ms2-mar-jun'],
  ['late clerkships', lateClerkships, '2026-09-01', 'ms3'],
  ['late clerkships', lateClerkships, '2027-04-01', 'ms4-apr-jun'],

  ['three years', threeYears, '2025-12-31', 'ms2-nov-feb'],
  ['three years', threeYears, '2026-01-05', 'ms3'],
  ['three years', threeYears, '2026-03-31', 'ms3'],
  ['three years', threeYears, '2026-04-01', 'ms4-apr-jun'],
  ['three years', threeYears, '2026-07-01', 'ms4-jul-sep'],
  ['three years', threeYears, '2026-10-01', 'ms4-oct-feb'],
  ['three years', threeYears, '2027-02-28', 'ms4-oct-feb'],
  ['three years', threeYears, '2027-03-01', 'ms4-mar-grad'],
  ['three years', threeYears, '2027-05-31', 'after'],

  ['research year', researchYear, '2027-06-30', 'ms3'],
  ['research year', researchYear, '2027-07-01', 'pause'],
  ['research year', researchYear, '2028-02-29', 'pause'],
  ['research year', researchYear, '2028-06-30', 'pause'],
  ['research year', researchYear, '2028-07-01', 'ms4-jul-sep'],
  ['research year', researchYear, '2029-05-30', 'ms4-mar-grad'],

  ['MD–PhD', doctorate, '2026-06-30', 'ms2-mar-jun'],
  ['MD–PhD', doctorate, '2026-07-01', 'pause'],
  ['MD–PhD', doctorate, '2030-06-30', 'pause'],
  ['MD–PhD', doctorate, '2030-07-01', 'ms3'],
  ['MD–PhD', doctorate, '2031-03-31', 'ms3'],
  ['MD–PhD', doctorate, '2031-04-01', 'ms4-apr-jun'],

  ['the day before a one-day leave', leave, '2025-01-09', 'ms1-nov-feb'],
  ['a one-day leave', leave, '2025-01-10', 'pause'],
  ['the day after a one-day leave', leave, '2025-01-11', 'ms1-nov-feb'],
  ['a second pause', leave, '2025-12-20', 'pause'],
  ['a second pause', leave, '2026-01-04', 'pause'],
  ['after a second pause', leave, '2026-01-05', 'ms2-nov-feb'],

  ['early graduation', earlyGraduation, '2028-05-11', 'ms4-mar-grad'],
  ['early graduation', earlyGraduation, '2028-05-12', 'after'],
  ['late graduation', lateGraduation, '2028-05-31', 'ms4-mar-grad'],
  ['late graduation', lateGraduation, '2028-06-08', 'ms4-mar-grad'],
  ['late graduation', lateGraduation, '2028-06-09', 'after'],

  ['July start', julyStart, '2024-07-14', 'before-ms1'],
  ['July start', julyStart, '2024-07-15', 'ms1-aug-oct'],
  ['September start', septemberStart, '2024-09-29', 'before-ms1'],
  ['September start', septemberStart, '2024-10-01', 'ms1-aug-oct'],

  ['leap day of MS2', leapSecondYear, '2028-02-28', 'ms2-nov-feb'],
  ['leap day of MS2', leapSecondYear, '2028-02-29', 'ms2-nov-feb'],
  ['leap day of MS2', leapSecondYear, '2028-03-01', 'ms2-mar-jun'],

  ['clerkships unset: 1 July of year two', onlyMatriculation, '2026-06-30', 'ms2-mar-jun'],
  ['clerkships unset', onlyMatriculation, '2026-07-01', 'ms3'],
  ['graduation unset: four years', onlyMatriculation, '2028-05-30', 'ms4-mar-grad'],
  ['graduation unset', onlyMatriculation, '2028-05-31', 'after'],
  ['three years, clerkships unset: MS3 is not skipped', shortTrackUnset, '2025-12-31', 'ms2-nov-feb'],
  ['three years, clerkships unset', shortTrackUnset, '2026-01-01', 'ms3'],
  ['three years, clerkships unset', shortTrackUnset, '2026-04-01', 'ms4-apr-jun'],

  ['nothing set', nothingSet, '2026-08-01', 'ms1-aug-oct'],
  ['nothing set', nothingSet, '2026-10-31', 'ms1-aug-oct'],
  ['nothing set', nothingSet, '2026-11-22', 'ms1-nov-feb'],
  ['nothing set', nothingSet, '2028-02-29', 'ms1-nov-feb'],
  ['nothing set', nothingSet, '2027-03-01', 'ms1-mar-jun'],
  ['nothing set, July is still the year of last August', nothingSet, '2027-07-31', 'ms2-jul-oct'],
]

/** Clerkship starts in January, March, May and July, on one road otherwise. */
const july = profileWith({ matriculation: '2025-07-28', clerkshipStart: '2027-07-05', graduationYear: 2029 })
const may = profileWith({ ...july, clerkshipStart: '2027-05-03' })
const march = profileWith({ ...july, clerkshipStart: '2027-03-01' })
const january = profileWith({ ...july, clerkshipStart: '2027-01-04' })
/** So early that no winter of MS2 is left. */
const veryEarly = profileWith({ ...july, clerkshipStart: '2026-10-05' })
const extraYear = profileWith({
  ...may,
  graduationYear: 2030,
  pauses: [{ kind: 'extra-year', from: '2028-04-01', to: '2029-03-31' }],
})
const fiveYears = profileWith({ ...may, graduationYear: 2030 })
const leapLeave = profileWith({
  ...july,
  graduationYear: 2029,
  pauses: [{ kind: 'leave', from: '2028-02-29', to: '2028-02-29' }],
})
const twoPauses = profileWith({
  ...july,
  pauses: [
    { kind: 'leave', from: '2025-12-01', to: '2025-12-31' },
    { kind: 'other', from: '2025-12-20', to: '2026-01-15' },
  ],
})
const leaveAtTheEnds = profileWith({
  ...july,
  pauses: [
    { kind: 'leave', from: '2025-07-01', to: '2025-08-15' },
    { kind: 'leave', from: '2029-05-15', to: '2029-06-15' },
  ],
})
const longDoctorate = profileWith({
  matriculation: '2025-07-28',
  clerkshipStart: '2031-05-05',
  graduationYear: 2033,
  pauses: [{ kind: 'md-phd', from: '2027-07-01', to: '2031-05-04' }],
})
const threeYearsMay = profileWith({ ...july, clerkshipStart: '2027-05-03', graduationYear: 2028 })
const onlyClerkships = profileWith({ matriculation: '2025-07-28', clerkshipStart: '2027-03-01' })

const fourStarts: typeof table = [
  ['a start in July', july, '2025-07-27', 'before-ms1'],
  ['a start in July', july, '2025-07-28', 'ms1-aug-oct'],
  ['a start in July', july, '2025-10-31', 'ms1-aug-oct'],
  ['a start in July', july, '2025-11-01', 'ms1-nov-feb'],
  ['a start in July', july, '2026-02-28', 'ms1-nov-feb'],
  ['a start in July', july, '2026-03-01', 'ms1-mar-jun'],
  ['a start in July', july, '2026-06-30', 'ms1-mar-jun'],
  ['a start in July', july, '2026-07-01', 'ms2-jul-oct'],

  ['clerkships in January', january, '2026-10-31', 'ms2-jul-oct'],
  ['clerkships in January', january, '2026-11-01', 'ms2-nov-feb'],
  ['clerkships in January', january, '2026-12-31', 'ms2-nov-feb'],
  ['clerkships in January', january, '2027-01-01', 'ms2-nov-feb'],
  ['clerkships in January', january, '2027-01-03', 'ms2-nov-feb'],
  ['clerkships in January', january, '2027-01-04', 'ms3'],
  ['clerkships in January', january, '2027-02-28', 'ms3'],
  ['clerkships in January', january, '2027-03-01', 'ms3'],
  ['clerkships in January', january, '2027-06-30', 'ms3'],
  ['clerkships in January', january, '2027-07-01', 'ms3'],
  ['clerkships in January', january, '2028-01-04', 'ms3'],
  ['clerkships in January', january, '2028-02-29', 'ms3'],
  ['clerkships in January', january, '2028-03-31', 'ms3'],
  ['clerkships in January', january, '2028-04-01', 'ms4-apr-jun'],

  ['clerkships in March', march, '2026-11-01', 'ms2-nov-feb'],
  ['clerkships in March', march, '2027-01-04', 'ms2-nov-feb'],
  ['clerkships in March', march, '2027-02-28', 'ms2-nov-feb'],
  ['clerkships in March', march, '2027-03-01', 'ms3'],
  ['clerkships in March', march, '2027-03-02', 'ms3'],
  ['clerkships in March', march, '2027-06-30', 'ms3'],
  ['clerkships in March', march, '2028-03-31', 'ms3'],
  ['clerkships in March', march, '2028-04-01', 'ms4-apr-jun'],

  ['clerkships in May', may, '2027-02-28', 'ms2-nov-feb'],
  ['clerkships in May', may, '2027-03-01', 'ms2-mar-jun'],
  ['clerkships in May', may, '2027-04-30', 'ms2-mar-jun'],
  ['clerkships in May', may, '2027-05-02', 'ms2-mar-jun'],
  ['clerkships in May', may, '2027-05-03', 'ms3'],
  ['clerkships in May', may, '2027-12-31', 'ms3'],
  ['clerkships in May', may, '2028-03-31', 'ms3'],
  ['clerkships in May', may, '2028-04-01', 'ms4-apr-jun'],

  ['clerkships in July', july, '2027-03-01', 'ms2-mar-jun'],
  ['clerkships in July', july, '2027-06-30', 'ms2-mar-jun'],
  ['clerkships in July', july, '2027-07-01', 'ms2-mar-jun'],
  ['clerkships in July', july, '2027-07-04', 'ms2-mar-jun'],
  ['clerkships in July', july, '2027-07-05', 'ms3'],
  ['clerkships in July', july, '2028-03-31', 'ms3'],
  ['clerkships in July', july, '2028-04-01', 'ms4-apr-jun'],
  ['clerkships in July', july, '2028-06-30', 'ms4-apr-jun'],
  ['clerkships in July', july, '2028-07-01', 'ms4-jul-sep'],
  ['clerkships in July', july, '2028-09-30', 'ms4-jul-sep'],
  ['clerkships in July', july, '2028-10-01', 'ms4-oct-feb'],
  ['clerkships in July', july, '2028-12-31', 'ms4-oct-feb'],
  ['clerkships in July', july, '2029-02-28', 'ms4-oct-feb'],
  ['clerkships in July', july, '2029-03-01', 'ms4-mar-grad'],
  ['clerkships in July', july, '2029-05-30', 'ms4-mar-grad'],
  ['clerkships in July', july, '2029-05-31', 'after'],

  ['later the start of clerkships is forgotten', january, '2028-07-01', 'ms4-jul-sep'],
  ['later the start of clerkships is forgotten', march, '2028-10-01', 'ms4-oct-feb'],
  ['later the start of clerkships is forgotten', may, '2029-02-28', 'ms4-oct-feb'],
  ['later the start of clerkships is forgotten', january, '2029-03-01', 'ms4-mar-grad'],
  ['later the start of clerkships is forgotten', march, '2029-05-31', 'after'],
  ['earlier it does not matter yet', january, '2025-11-01', 'ms1-nov-feb'],
  ['earlier it does not matter yet', march, '2026-06-30', 'ms1-mar-jun'],
  ['earlier it does not matter yet', may, '2026-07-01', 'ms2-jul-oct'],
  ['earlier it does not matter yet', may, '2026-10-31', 'ms2-jul-oct'],

  ['clerkships in October leave no winter of MS2', veryEarly, '2026-10-04', 'ms2-jul-oct'],
  ['clerkships in October', veryEarly, '2026-10-05', 'ms3'],
  ['clerkships in October', veryEarly, '2026-11-15', 'ms3'],
  ['clerkships in October', veryEarly, '2027-03-15', 'ms3'],
  ['clerkships in October', veryEarly, '2028-03-31', 'ms3'],

  ['three years, clerkships in May', threeYearsMay, '2027-03-31', 'ms2-mar-jun'],
  ['three years: the application stands above clerkships', threeYearsMay, '2027-04-01', 'ms4-apr-jun'],
  ['three years', threeYearsMay, '2027-05-03', 'ms4-apr-jun'],
  ['three years', threeYearsMay, '2027-09-30', 'ms4-jul-sep'],
  ['three years', threeYearsMay, '2028-02-29', 'ms4-oct-feb'],
  ['three years', threeYearsMay, '2028-03-01', 'ms4-mar-grad'],
  ['three years', threeYearsMay, '2028-05-31', 'after'],

  ['five years without a pause: a long MS3', fiveYears, '2028-04-01', 'ms3'],
  ['five years', fiveYears, '2029-03-31', 'ms3'],
  ['five years', fiveYears, '2029-04-01', 'ms4-apr-jun'],
  ['an extra year', extraYear, '2028-03-31', 'ms3'],
  ['an extra year', extraYear, '2028-04-01', 'pause'],
  ['an extra year', extraYear, '2029-03-31', 'pause'],
  ['an extra year', extraYear, '2029-04-01', 'ms4-apr-jun'],
  ['an extra year', extraYear, '2030-02-28', 'ms4-oct-feb'],

  ['the day before a leave on the leap day', leapLeave, '2028-02-28', 'ms3'],
  ['a leave on the leap day', leapLeave, '2028-02-29', 'pause'],
  ['the day after a leave on the leap day', leapLeave, '2028-03-01', 'ms3'],

  ['two pauses that overlap', twoPauses, '2025-11-30', 'ms1-nov-feb'],
  ['two pauses that overlap', twoPauses, '2025-12-01', 'pause'],
  ['two pauses that overlap', twoPauses, '2025-12-25', 'pause'],
  ['two pauses that overlap', twoPauses, '2026-01-15', 'pause'],
  ['two pauses that overlap', twoPauses, '2026-01-16', 'ms1-nov-feb'],

  ['a leave stands above the days before school', leaveAtTheEnds, '2025-06-30', 'before-ms1'],
  ['a leave stands above the days before school', leaveAtTheEnds, '2025-07-01', 'pause'],
  ['a leave over the first day', leaveAtTheEnds, '2025-07-28', 'pause'],
  ['back from a leave', leaveAtTheEnds, '2025-08-16', 'ms1-aug-oct'],
  ['a leave stands above graduation', leaveAtTheEnds, '2029-05-14', 'ms4-mar-grad'],
  ['a leave stands above graduation', leaveAtTheEnds, '2029-05-31', 'pause'],
  ['after a leave over graduation', leaveAtTheEnds, '2029-06-16', 'after'],

  ['MD–PhD: the day before the doctorate', longDoctorate, '2027-06-30', 'ms2-mar-jun'],
  ['MD–PhD: its leap day', longDoctorate, '2028-02-29', 'pause'],
  ['MD–PhD: its last day', longDoctorate, '2031-05-04', 'pause'],
  ['MD–PhD: back on the wards', longDoctorate, '2031-05-05', 'ms3'],
  ['MD–PhD: the last application months', longDoctorate, '2032-09-30', 'ms4-jul-sep'],
  ['MD–PhD: Match spring', longDoctorate, '2033-03-18', 'ms4-mar-grad'],

  ['graduation unset, clerkships in March', onlyClerkships, '2027-02-28', 'ms2-nov-feb'],
  ['graduation unset, clerkships in March', onlyClerkships, '2027-03-01', 'ms3'],
  ['graduation unset, clerkships in March', onlyClerkships, '2029-05-30', 'ms4-mar-grad'],
]

/** The student's own date decides, so one instant can be two stages: [zone, instant, date there, stage]. */
const midnights: [zone: string, instant: string, date: string, stage: StageId][] = [
  // Half an hour on both sides of midnight, on the night the clocks go back.
  ['America/Chicago', '2026-11-01T04:30:00Z', '2026-10-31', 'ms2-jul-oct'],
  ['America/Chicago', '2026-11-01T05:30:00Z', '2026-11-01', 'ms2-nov-feb'],
  ['America/New_York', '2026-11-01T03:59:59Z', '2026-10-31', 'ms2-jul-oct'],
  ['America/New_York', '2026-11-01T04:00:00Z', '2026-11-01', 'ms2-nov-feb'],
  ['America/Los_Angeles', '2026-11-01T06:59:59Z', '2026-10-31', 'ms2-jul-oct'],
  ['America/Los_Angeles', '2026-11-01T07:00:00Z', '2026-11-01', 'ms2-nov-feb'],
  // One instant, three students.
  ['Pacific/Honolulu', '2027-07-05T05:00:00Z', '2027-07-04', 'ms2-mar-jun'],
  ['America/Denver', '2027-07-05T05:00:00Z', '2027-07-04', 'ms2-mar-jun'],
  ['America/New_York', '2027-07-05T05:00:00Z', '2027-07-05', 'ms3'],
  ['Pacific/Kiritimati', '2027-07-04T10:00:00Z', '2027-07-05', 'ms3'],
  // The leap day of MS4, and the day after it.
  ['America/Anchorage', '2028-03-01T08:59:59Z', '2028-02-29', 'ms3'],
  ['America/Anchorage', '2028-04-01T07:59:59Z', '2028-03-31', 'ms3'],
  ['America/Anchorage', '2028-04-01T08:00:00Z', '2028-04-01', 'ms4-apr-jun'],
  ['America/Puerto_Rico', '2029-03-01T03:59:59Z', '2029-02-28', 'ms4-oct-feb'],
  ['America/Puerto_Rico', '2029-03-01T04:00:00Z', '2029-03-01', 'ms4-mar-grad'],
  ['Pacific/Guam', '2029-05-30T13:59:59Z', '2029-05-30', 'ms4-mar-grad'],
  ['Pacific/Guam', '2029-05-30T14:00:00Z', '2029-05-31', 'after'],
]

describe('stageOn', () => {
  it.each([...table, ...fourStarts])('%s (case %#): %o', (_what, profile, date, stage) => {
    expect(stageOn(date, profile).id).toBe(stage)
  })

  it.each(midnights)('in %s at %s it is %s, and the stage is %s', (zone, instant, date, stage) => {
    const there = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(instant))
    expect(there).toBe(date)
    expect(stageOn(there, july).id).toBe(stage)
  })

  it('has at least 200 cases, each of them once, that meet every stage', () => {
    const cases = [...table, ...fourStarts]
    const pairs = new Set(cases.map(([, profile, date]) => `${JSON.stringify(profile)} ${date}`))
    expect(pairs.size).toBe(cases.length)
    expect(cases.length).toBeGreaterThanOrEqual(200)
    expect(new Set(cases.map((row) => row[3]))).toEqual(new Set(stageIds))
  })

  it.each([
    ['MS1 Aug–Oct begins at matriculation', usual, '2024-09-01', '2024-08-05', '2024-10-31'],
    ['MS1 Nov–Feb', usual, '2024-11-22', '2024-11-01', '2025-02-28'],
    ['February of a leap year', leapSecondYear, '2028-01-05', '2027-11-01', '2028-02-29'],
    ['MS2 Mar–Jun ends the day before clerkships', usual, '2026-04-01', '2026-03-01', '2026-05-03'],
    ['MS2 Nov–Feb cut by early clerkships', earlyClerkships, '2025-12-01', '2025-11-01', '2026-01-04'],
    ['MS3', usual, '2026-12-01', '2026-05-04', '2027-03-31'],
    ['a pause', researchYear, '2028-01-01', '2027-07-01', '2028-06-30'],
    ['MS4 to the day before graduation', usual, '2028-04-01', '2028-03-01', '2028-05-30'],
    ['before', usual, '2024-01-01', null, '2024-08-04'],
    ['after', usual, '2030-01-01', '2028-05-31', null],
  ])('gives the bounds of the stage: %s', (_what, profile, date, from, to) => {
    expect(stageOn(date, profile)).toMatchObject({ from, to })
  })

  it.each([
    ['2026-11-22', 2029, 'ms2-nov-feb'],
    ['2026-11-22', 2030, 'ms1-nov-feb'],
    ['2026-11-22', 2031, 'before-ms1'],
    ['2026-11-22', 2027, 'ms4-oct-feb'],
  ] as const)(
    'counts four years back from a graduation that is all that is set: %s, %i',
    (date, year, id) => {
      expect(stageOn(date, profileWith({ graduationYear: year }))).toMatchObject({ id, assumed: true })
      expect(stageOn(date, profileWith({ graduationDate: `${year}-05-20` }))).toMatchObject({
        id,
        assumed: true,
      })
    },
  )

  it('says when matriculation was assumed', () => {
    expect(stageOn('2026-11-22', nothingSet).assumed).toBe(true)
    expect(stageOn('2026-11-22', usual).assumed).toBe(false)
  })

  it('says when the clerkship start was assumed, only where the stage hangs on it', () => {
    expect(stageOn('2024-11-22', onlyMatriculation).assumed).toBe(false)
    expect(stageOn('2026-04-01', onlyMatriculation).assumed).toBe(true)
    expect(stageOn('2026-08-01', onlyMatriculation).assumed).toBe(true)
    expect(stageOn('2027-05-01', onlyMatriculation).assumed).toBe(false)
  })

  it('never calls a pause assumed: the student entered it', () => {
    const paused = profileWith({ pauses: [{ kind: 'leave', from: '2026-11-01', to: '2026-12-01' }] })
    expect(stageOn('2026-11-22', paused)).toMatchObject({ id: 'pause', assumed: false })
  })

  const anyDate = fc.integer({ min: 0, max: 5000 }).map((days) => addDays('2022-01-01', days))
  const anyProfile = fc.record({
    matriculation: fc.option(anyDate),
    clerkshipStart: fc.option(anyDate),
    graduationYear: fc.option(fc.integer({ min: 2022, max: 2036 })),
    graduationDate: fc.option(anyDate),
  })

  it('has an answer for every date of every calendar, and the date is within its bounds', () => {
    fc.assert(
      fc.property(anyProfile, anyDate, (parts, date) => {
        const { id, from, to } = stageOn(date, profileWith(parts))
        expect(from === null && to === null, `${id} has no bounds`).toBe(false)
        if (from) expect(from <= date && isLocalDate(from)).toBe(true)
        if (to) expect(date <= to && isLocalDate(to)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('gives bounds inside which the stage stays the same', () => {
    fc.assert(
      fc.property(anyProfile, anyDate, (parts, date) => {
        // Without matriculation the assumed year moves with the date.
        const profile = profileWith({ ...parts, matriculation: parts.matriculation ?? '2024-08-05' })
        const stage = stageOn(date, profile)
        if (stage.from) {
          expect(stageOn(stage.from, profile).id).toBe(stage.id)
          expect(stageOn(addDays(stage.from, -1), profile).id).not.toBe(stage.id)
        }
        if (stage.to) {
          expect(stageOn(stage.to, profile).id).toBe(stage.id)
          expect(stageOn(addDays(stage.to, 1), profile).id).not.toBe(stage.id)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

describe('spanOfStage', () => {
  it('gives the days of another stage of the same road', () => {
    expect(spanOfStage('ms1-aug-oct', '2024-12-01', usual)).toEqual({
      id: 'ms1-aug-oct',
      from: '2024-08-05',
      to: '2024-10-31',
    })
  })

  it('is null for a stage that early clerkships left out', () => {
    expect(spanOfStage('ms2-mar-jun', '2025-12-01', earlyClerkships)).toBeNull()
  })

  it('is null for a pause, which is no row of the calendar', () => {
    expect(spanOfStage('pause', '2027-12-01', researchYear)).toBeNull()
  })
})

describe('schoolYearStart', () => {
  it('is 1 July before the date', () => {
    expect(schoolYearStart('2024-11-22', usual)).toBe('2024-07-01')
    expect(schoolYearStart('2025-06-30', usual)).toBe('2024-07-01')
    expect(schoolYearStart('2025-07-01', usual)).toBe('2025-07-01')
  })
})

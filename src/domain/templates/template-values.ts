import type { Person, Role } from '../person/person'
import type { Profile } from '../profile/profile'
import type { StageId } from '../stage/stages'
import type { TemplateValues } from './fill-template'

/** How a year of study is said in a letter: `long` before "student", `short` in a subject. Words from `seeds/`. */
export type YearWords = Partial<Record<StageId, { long: string; short: string }>>

const formalRoles: readonly Role[] = ['attending', 'faculty-researcher']
const firstNameRoles: readonly Role[] = [
  'resident',
  'fellow',
  'peer',
  'classmate',
  'upper-student',
  'matched-ms4',
  'staff',
]
/** Degrees that carry the title "Dr.", without dots and in capitals. */
const doctorates =
  /^(MD|DO|PHD|DPHIL|SCD|DSC|DRPH|EDD|PSYD|PHARMD|DNP|DDS|DMD|DPT|DVM|MBBS|MBCHB|MBBCH|BMBS)$/

function hasDoctorate(person: Pick<Person, 'credentials'>): boolean {
  return person.credentials.some((text) =>
    text.split(/[\s,/]+/).some((part) => doctorates.test(part.replace(/\./g, '').toUpperCase())),
  )
}

/** True for "J", "J.", "J A": initials are no name to greet somebody by. */
function isInitials(name: string): boolean {
  return /^(\p{L}\.?[\s-]*){1,3}$/u.test(name) && !/\p{L}{2}/u.test(name)
}

/**
 * How the letter greets somebody: "Dr. Lee" for attendings and faculty, the first name for residents, fellows, students
 * and staff. A dean or advisor, or somebody without a role, is "Dr." only with a doctorate on record, else the full name,
 * which is wrong for nobody. Empty, so that the student is asked, when the name needed is not known.
 */
export function greetingName(person: Pick<Person, 'names' | 'roles' | 'credentials' | 'positions'>): string {
  const { given, family, shown } = person.names
  const isFormal =
    person.roles.some((role) => formalRoles.includes(role)) ||
    person.positions.some((position) => position === 'course-director' || position === 'clerkship-director')
  // A formal role wins over others: "Dr." is never wrong for an attending who is also marked as a peer.
  if (isFormal) return family ? `Dr. ${family}` : ''
  if (person.roles.some((role) => firstNameRoles.includes(role))) return isInitials(given) ? '' : given
  if (hasDoctorate(person)) return family ? `Dr. ${family}` : ''
  if (given && family) return isInitials(given) ? '' : `${given} ${family}`
  return shown
}

/** A paper to speak of, with the phrase that `proposeTopic` makes of its title. */
export interface SpokenPaper {
  title: string
  topic: string
}

/** Everything the log knows for a letter to `person` (null: somebody who is not in the log). Unknown values are left out. */
export function listValues(known: {
  person: Person | null
  profile: Profile
  stage: StageId
  paper: SpokenPaper | null
  years: YearWords
}): TemplateValues {
  const { person, profile, paper } = known
  const year = known.years[known.stage]
  const [specialty, otherSpecialty] = profile.specialties
  const all: TemplateValues = {
    'person.family_name': person?.names.family ?? '',
    'person.given_name': person && !isInitials(person.names.given) ? person.names.given : '',
    'person.greeting_name': person ? greetingName(person) : '',
    'person.where_met': person?.whereMet ?? '',
    'me.name': profile.name,
    'me.year': year?.long ?? '',
    'me.year_short': year?.short ?? '',
    'me.school': profile.school,
    'me.specialty': specialty ?? '',
    'me.other_specialty': otherSpecialty ?? '',
    'paper.title': paper?.title ?? '',
    'paper.topic': paper?.topic ?? '',
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value))
}

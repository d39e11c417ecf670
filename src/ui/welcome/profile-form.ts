import { isLocalDate, type LocalDate } from '../../domain/dates'
import { isEmailAddress } from '../../domain/guards/email'
import { cleanLine } from '../../domain/guards/text'
import type { Pause, Profile } from '../../domain/profile/profile'
import { roadDates } from '../../domain/stage/stage-on'
import { welcome } from '../shared/words/en'
import { say } from '../shared/words/say'

/** The answers as typed. */
export interface ProfileForm {
  matriculation: string
  clerkshipStart: string
  graduationYear: string
  graduationDate: string
  pauses: { kind: Pause['kind']; from: string; to: string }[]
  name: string
  school: string
  specialties: string
  ownEmails: string
}

/** What is wrong, in words, by field; `pauses` by place in the list. */
export type ProfileProblems = Partial<Record<Exclude<keyof ProfileForm, 'pauses'>, string>> & {
  pauses?: Record<number, string>
}

/** The form of a profile. */
export function fillProfileForm(profile: Profile): ProfileForm {
  return {
    matriculation: profile.matriculation ?? '',
    clerkshipStart: profile.clerkshipStart ?? '',
    graduationYear: profile.graduationYear === null ? '' : String(profile.graduationYear),
    graduationDate: profile.graduationDate ?? '',
    pauses: profile.pauses.map((pause) => ({ ...pause })),
    name: profile.name,
    school: profile.school,
    specialties: profile.specialties.join(', '),
    ownEmails: profile.ownEmails.join(', '),
  }
}

/** The year of graduation that is assumed when none is given. */
export function assumedGraduationYear(form: ProfileForm, today: LocalDate): number {
  const matriculation = isLocalDate(form.matriculation) ? form.matriculation : null
  const unset = { clerkshipStart: null, graduationYear: null, graduationDate: null, pauses: [] }
  return roadDates(today, { ...unset, matriculation }).graduationYear
}

/** The answers as a profile, keeping what the form does not ask; or what is wrong with them. Nothing is required. */
export function readProfileForm(
  form: ProfileForm,
  before: Profile,
  today: LocalDate,
): { profile: Profile; problems: ProfileProblems } {
  const problems: ProfileProblems = {}
  const dateOf = (field: 'matriculation' | 'clerkshipStart' | 'graduationDate'): LocalDate | null => {
    const text = form[field].trim()
    if (text === '') return null
    if (isLocalDate(text)) return text
    problems[field] = welcome.dateWrong
    return null
  }
  const matriculation = dateOf('matriculation')
  const clerkshipStart = dateOf('clerkshipStart')
  const graduationDate = dateOf('graduationDate')

  const yearText = form.graduationYear.trim()
  const graduationYear = yearText === '' ? null : Number(yearText)
  const example = assumedGraduationYear(form, today)
  if (
    graduationYear !== null &&
    !(/^\d{4}$/.test(yearText) && graduationYear >= 1990 && graduationYear <= 2100)
  ) {
    problems.graduationYear = say(welcome.yearWrong, { year: example })
  } else if (
    matriculation &&
    graduationYear !== null &&
    graduationYear <= Number(matriculation.slice(0, 4))
  ) {
    problems.graduationYear = welcome.graduationBefore
  }
  if (matriculation && clerkshipStart && clerkshipStart <= matriculation) {
    problems.clerkshipStart = welcome.clerkshipsBefore
  }
  if (matriculation && graduationDate && graduationDate <= matriculation) {
    problems.graduationDate = welcome.graduationBefore
  }

  const pauses: Pause[] = []
  for (const [index, { kind, from, to }] of form.pauses.entries()) {
    if (from === '' && to === '') continue
    if (isLocalDate(from) && isLocalDate(to) && from <= to) pauses.push({ kind, from, to })
    else problems.pauses = { ...problems.pauses, [index]: welcome.pauseWrong }
  }

  const specialties = splitList(form.specialties).map((text) => cleanLine(text, 120))
  if (specialties.length > 10) problems.specialties = welcome.tooMany
  const ownEmails = splitList(form.ownEmails)
  const wrong = ownEmails.find((address) => !isEmailAddress(address))
  if (wrong !== undefined) problems.ownEmails = say(welcome.emailWrong, { address: cleanLine(wrong, 60) })
  else if (ownEmails.length > 10) problems.ownEmails = welcome.tooMany

  return {
    profile: {
      ...before,
      matriculation,
      clerkshipStart,
      graduationYear,
      graduationDate,
      pauses,
      name: cleanLine(form.name, 120),
      school: cleanLine(form.school, 200),
      specialties,
      ownEmails,
      welcomed: true,
    },
    problems,
  }
}

/** True when nothing is wrong. */
export function isSound(problems: ProfileProblems): boolean {
  return Object.keys(problems).length === 0
}

/** Parts of a list typed with commas, semicolons or line breaks; each once. */
function splitList(text: string): string[] {
  const parts = text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter(Boolean)
  return [...new Set(parts)]
}

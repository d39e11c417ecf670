import type { LocalDate } from '../../../domain/dates'
import type { Profile } from '../../../domain/profile/profile'
import type { SeasonStudent } from '../../../domain/season/list-season'
import { roadDates } from '../../../domain/stage/stage-on'

/** Whom the season is listed for; `season` other than the student's own year of graduation when given. */
export function seasonStudent(profile: Profile, today: LocalDate, season?: number): SeasonStudent {
  return {
    season: season ?? roadDates(today, profile).graduationYear,
    specialties: profile.specialties,
    degree: profile.degree,
    isMilitary: profile.military,
  }
}

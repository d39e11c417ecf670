import type { Addressed, Audience } from './audience'

/** How somebody belongs to an audience; `word` is what matched: a role, a position, `mentor` or `letter-writer`. */
export interface AudienceMatch {
  how: 'position' | 'role' | 'mentor' | 'anybody' | 'unknown' | 'other'
  word: string
}

/** How the person belongs to the audience; null is somebody of whom nothing is known. */
export function matchAudience(audience: Audience, person: Addressed | null): AudienceMatch {
  const { roles, positions, mentors, letterWriters, place } = audience
  if (roles.length + positions.length + mentors.length === 0 && !letterWriters)
    return { how: 'anybody', word: '' }
  if (!person) return { how: 'unknown', word: '' }
  if (place === 'outside' && person.place === 'home') return { how: 'other', word: '' }
  const position = person.positions.find((one) => positions.includes(one))
  if (position) return { how: 'position', word: position }
  // The student's own mark says as much as a post.
  if (letterWriters && person.canWriteLetter) return { how: 'position', word: 'letter-writer' }
  if (mentors.includes(person.mentor)) return { how: 'mentor', word: 'mentor' }
  const role = person.roles.find((one) => roles.includes(one))
  return role ? { how: 'role', word: role } : { how: 'other', word: '' }
}

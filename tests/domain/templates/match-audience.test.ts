import { describe, expect, it } from 'vitest'
import { type Addressed, type Audience, audienceSchema } from '../../../src/domain/templates/audience'
import { matchAudience } from '../../../src/domain/templates/match-audience'

const nobody: Audience = { roles: [], positions: [], mentors: [] }
const audience = (change: Partial<Audience>): Audience => ({ ...nobody, ...change })
const person = (change: Partial<Addressed> = {}): Addressed => ({
  roles: ['attending'],
  positions: [],
  mentor: 'none',
  canWriteLetter: false,
  place: 'unknown',
  ...change,
})

describe('whom something is for', () => {
  it('is anybody when nothing is named, also somebody of whom nothing is known', () => {
    expect(matchAudience(nobody, null)).toEqual({ how: 'anybody', word: '' })
    expect(matchAudience(nobody, person())).toEqual({ how: 'anybody', word: '' })
  })

  it('is not known of somebody who is not in the log', () => {
    expect(matchAudience(audience({ roles: ['attending'] }), null).how).toBe('unknown')
    expect(matchAudience(audience({ letterWriters: true }), null).how).toBe('unknown')
  })

  it('goes by post before mark of a mentor before role', () => {
    const asked = audience({ roles: ['attending'], positions: ['summer-mentor'], mentors: ['key'] })
    expect(matchAudience(asked, person())).toEqual({ how: 'role', word: 'attending' })
    expect(matchAudience(asked, person({ mentor: 'key' }))).toEqual({ how: 'mentor', word: 'mentor' })
    expect(matchAudience(asked, person({ mentor: 'key', positions: ['summer-mentor'] }))).toEqual({
      how: 'position',
      word: 'summer-mentor',
    })
    expect(matchAudience(asked, person({ roles: ['staff'] })).how).toBe('other')
  })

  it('knows who can write a letter by the student’s mark', () => {
    const asked = audience({ letterWriters: true })
    expect(matchAudience(asked, person({ canWriteLetter: true })).word).toBe('letter-writer')
    expect(matchAudience(asked, person()).how).toBe('other')
  })

  it('leaves out only who is known to be at home', () => {
    const asked = audience({ roles: ['attending'], place: 'outside' })
    expect(matchAudience(asked, person({ place: 'outside' })).how).toBe('role')
    expect(matchAudience(asked, person({ place: 'unknown' })).how).toBe('role')
    expect(matchAudience(asked, person({ place: 'home' })).how).toBe('other')
  })

  it('refuses a misspelled field', () => {
    expect(audienceSchema.safeParse({ ...nobody, letterWriter: true }).success).toBe(false)
    expect(audienceSchema.safeParse({ ...nobody, roles: ['surgeon'] }).success).toBe(false)
  })
})

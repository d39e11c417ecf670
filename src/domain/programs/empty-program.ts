import type { ProgramInput } from './program'

/** A program of which nothing is known yet. */
export const emptyProgram: ProgramInput = {
  name: '',
  institution: '',
  specialty: '',
  city: '',
  tags: [],
  tier: 'unknown',
  ties: [],
  away: { use: 'unknown', saidBy: '', note: '' },
  services: [],
  signal: 'none',
  appliedOn: null,
  invitedOn: null,
  thankYou: 'unknown',
  rank: null,
  rankReason: '',
  ratings: [],
  note: '',
}

import type { Role } from '../../domain/person/person'

/** Roles offered for somebody met on a page, the likeliest first. */
export const offeredRoles: readonly Role[] = [
  'faculty-researcher',
  'attending',
  'fellow',
  'resident',
  'dean-advisor',
  'peer',
  'staff',
]

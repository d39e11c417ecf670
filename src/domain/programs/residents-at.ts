import type { PersonRow } from '../person/person-row'
import type { Connection } from './connection'

/** Residents and fellows of the log who are at the program or whom the student knows there (R5.9). */
export function listResidentsAt(
  connections: readonly Connection[],
  rowsById: ReadonlyMap<string, PersonRow>,
): PersonRow[] {
  return connections.flatMap(({ strength, personId }) => {
    const row = rowsById.get(personId)
    const isResident = row?.roles.some((role) => role === 'resident' || role === 'fellow')
    return strength === 'own' && row && isResident ? [row] : []
  })
}

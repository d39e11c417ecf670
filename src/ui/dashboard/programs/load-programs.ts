import { type Connection, listConnections, sortByPlace } from '../../../domain/programs/connection'
import type { Program } from '../../../domain/programs/program'
import type { Store } from '../../../store/api'

/** Programs with what their connections are worked out from: what the pages about programs show. */
export async function loadPrograms(store: Store) {
  const [programs, rows, remarks] = await Promise.all([
    store.road.programs.list(),
    store.people.rows(),
    store.road.remarks.list(),
  ])
  const rowsById = new Map(rows.map((row) => [row.id, row]))
  const places = sortByPlace(rows)
  const known = new Map<string, Connection[]>()
  /** Every way to a program through people who are still in the log, the strongest first. */
  const connectionsOf = (program: Program): Connection[] => {
    let found = known.get(program.id)
    if (!found) {
      found = listConnections(program, places, remarks).filter((one) => rowsById.has(one.personId))
      known.set(program.id, found)
    }
    return found
  }
  return { programs, rows, rowsById, remarks, connectionsOf }
}

export type LoadedPrograms = Awaited<ReturnType<typeof loadPrograms>>

import { institutionKeys } from '../person/affiliations'
import type { Role } from '../person/person'
import type { PersonRow } from '../person/person-row'
import type { Remark } from '../remarks/remark'
import type { Program } from './program'

/** How a program is reached, the strongest first (R5.2). */
export const connectionStrengths = ['own', 'mentor', 'resident-friend', 'none'] as const
export type ConnectionStrength = (typeof connectionStrengths)[number]

/** A tag of programs where the student looked and found nobody: that is an answer too (R5.4). */
export const coldTag = 'cold'

/** One way to a program, with what it rests on. */
export interface Connection {
  strength: Exclude<ConnectionStrength, 'none'>
  /** The person of the log behind it. */
  personId: string
  /** Whom they know there, where that was said. */
  other: string
  /**
   * `works-there`: their institution is the program's. `said`: entered as a tie. `offered`: they offered to reach out.
   * `would-write`: they named somebody there. `met`: a mild connection, met once.
   */
  evidence: 'works-there' | 'said' | 'offered' | 'would-write' | 'met'
}

/** Students elsewhere open no door to a residency; everybody else at the place may. */
const openers: ReadonlySet<Role> = new Set<Role>([
  'attending',
  'resident',
  'fellow',
  'faculty-researcher',
  'dean-advisor',
  'staff',
  'matched-ms4',
])

/** People by the institutions they work at. Made once for all programs: comparing names of places is slow. */
export type PeopleByPlace = ReadonlyMap<string, readonly PersonRow[]>

export function sortByPlace(rows: readonly PersonRow[]): PeopleByPlace {
  const keysOfPlace = new Map<string, string[]>()
  const people = new Map<string, PersonRow[]>()
  for (const row of rows) {
    if (!row.institution || !row.roles.some((role) => openers.has(role))) continue
    let keys = keysOfPlace.get(row.institution)
    if (!keys) {
      keys = [...new Set(institutionKeys(row.institution))]
      keysOfPlace.set(row.institution, keys)
    }
    for (const key of keys) {
      const there = people.get(key)
      if (there) there.push(row)
      else people.set(key, [row])
    }
  }
  return people
}

/**
 * Every way to a program, the strongest first: who works there, and what people said. Nothing is inferred beyond that:
 * no evidence, no connection. A person is named once, by their strongest way.
 */
export function listConnections(
  program: Program,
  places: PeopleByPlace,
  remarks: readonly Remark[],
): Connection[] {
  const found: Connection[] = []
  for (const { personId, how, other } of program.ties) {
    const strength = how === 'own' ? 'own' : how === 'mentor-knows' ? 'mentor' : 'resident-friend'
    found.push({ strength, personId, other, evidence: 'said' })
  }
  for (const key of new Set(institutionKeys(program.institution))) {
    for (const row of places.get(key) ?? []) {
      found.push({ strength: 'own', personId: row.id, other: '', evidence: 'works-there' })
    }
  }
  for (const remark of remarks) {
    if (remark.programId !== program.id || !remark.personId) continue
    if (remark.kind === 'mild-connection') {
      found.push({ strength: 'own', personId: remark.personId, other: '', evidence: 'met' })
    }
    if (remark.kind === 'offer' || remark.kind === 'would-write-to') {
      const evidence = remark.kind === 'offer' ? 'offered' : 'would-write'
      found.push({ strength: 'mentor', personId: remark.personId, other: remark.about, evidence })
    }
  }
  found.sort((a, b) => rankOf(a.strength) - rankOf(b.strength))
  const seen = new Set<string>()
  return found.filter(({ personId }) => !seen.has(personId) && seen.add(personId))
}

/** The strength of a program's best connection. */
export function strengthOf(connections: readonly Connection[]): ConnectionStrength {
  return connections[0]?.strength ?? 'none'
}

function rankOf(strength: ConnectionStrength): number {
  return connectionStrengths.indexOf(strength)
}

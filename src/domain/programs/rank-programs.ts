import { type Connection, type ConnectionStrength, strengthOf } from './connection'
import type { Program, Shortlist } from './program'

/** One part of a program's score: what was weighed, how much, and where the value comes from. */
export interface ScorePart {
  key: string
  label: string
  weight: number
  /** 0–10; null is unknown, which counts neither for nor against. */
  value: number | null
  /** What it adds to the score, 0–100. */
  adds: number
}

export interface RankedProgram {
  programId: string
  /** 0–100 over what is known; null when nothing that is weighed is known. */
  score: number | null
  parts: ScorePart[]
  /** Share of the weights whose value is known, 0–1. */
  known: number
}

/** The criterion whose value is worked out from people, not entered. */
export const tiesKey = 'ties'

const tieValues: Record<ConnectionStrength, number> = { own: 10, mentor: 7, 'resident-friend': 4, none: 0 }

/**
 * The student's programs by their own weights (R11.1), best first. A score is the weighted mean of what is known, so an
 * unknown value lowers nothing and is shown as unknown; programs about which nothing is known come last. Nothing is
 * predicted (R11.3).
 */
export function rankPrograms(
  programs: readonly Program[],
  criteria: Shortlist['criteria'],
  connectionsOf: (program: Program) => readonly Connection[],
): RankedProgram[] {
  const weighed = criteria.filter((one) => one.weight > 0)
  const all = weighed.reduce((total, one) => total + one.weight, 0)
  const ranked = programs.map((program): RankedProgram => {
    const values = weighed.map(({ key }) => valueFor(key, program, connectionsOf))
    const knownWeight = weighed.reduce((total, one, at) => total + (values[at] === null ? 0 : one.weight), 0)
    const parts = weighed.map(({ key, label, weight }, at): ScorePart => {
      const value = values[at] ?? null
      return { key, label, weight, value, adds: value === null ? 0 : (10 * value * weight) / knownWeight }
    })
    return {
      programId: program.id,
      score: knownWeight > 0 ? parts.reduce((total, part) => total + part.adds, 0) : null,
      parts,
      known: all > 0 ? knownWeight / all : 0,
    }
  })
  return ranked.sort(
    (a, b) => (b.score ?? -1) - (a.score ?? -1) || b.known - a.known || (a.programId < b.programId ? -1 : 1),
  )
}

function valueFor(
  key: string,
  program: Program,
  connectionsOf: (program: Program) => readonly Connection[],
): number | null {
  if (key === tiesKey) return tieValues[strengthOf(connectionsOf(program))]
  return program.ratings.find((one) => one.key === key)?.value ?? null
}

/** Why a program's place changed when a weight moved: the parts whose share changed most, largest first. */
export function explainMove(
  before: RankedProgram,
  after: RankedProgram,
): { label: string; change: number }[] {
  const old = new Map(before.parts.map((part) => [part.key, part]))
  const changes = after.parts.map((part) => ({
    label: part.label,
    change: part.adds - (old.get(part.key)?.adds ?? 0),
  }))
  for (const part of before.parts) {
    if (!after.parts.some((one) => one.key === part.key))
      changes.push({ label: part.label, change: -part.adds })
  }
  return changes
    .filter((one) => Math.abs(one.change) >= 0.05)
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change))
}

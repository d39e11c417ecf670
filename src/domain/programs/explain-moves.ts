import { explainMove, type RankedProgram } from './rank-programs'

/** How one program fared when a weight, a rating or a criterion changed. Places are from 1. */
export interface ProgramMove {
  programId: string
  before: number
  after: number
  parts: { label: string; change: number }[]
}

/** Every program whose place or score changed, with the parts that moved it; the largest change of place first. */
export function listMoves(before: readonly RankedProgram[], after: readonly RankedProgram[]): ProgramMove[] {
  const old = new Map(before.map((one, at) => [one.programId, { one, place: at + 1 }]))
  return after
    .flatMap((one, at): ProgramMove[] => {
      const was = old.get(one.programId)
      if (!was) return []
      const parts = explainMove(was.one, one)
      const move = { programId: one.programId, before: was.place, after: at + 1, parts }
      return move.before === move.after && parts.length === 0 ? [] : [move]
    })
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || a.after - b.after)
}

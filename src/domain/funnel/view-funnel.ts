import { daysBetween } from '../dates'
import type { Goal } from '../goals/goal'
import type { Ground } from '../goals/ground'
import type { WaitingView } from '../goals/month-view'
import { resolveDay } from '../goals/stage-days'
import type { PersonRow } from '../person/person-row'
import { emptyFunnel, type FunnelPerson, type FunnelStep, type FunnelView, funnelStates } from './funnel-view'
import { isInFunnel, standOn, stepOf } from './standing'

const researchGoal = 'R2.8'
const stepIds = ['names', 'vetted', 'written', 'talks'] as const
/** As many of one state as anybody looks through; a batch save can bring a thousand. */
const mostInState = 24

/** The search for a research mentor: who stands where, beside R2.8's own numbers and weeks. */
export function viewFunnel(
  { input, today, stage, season }: Pick<Ground, 'input' | 'today' | 'stage' | 'season'>,
  goals: readonly Goal[],
  waiting: readonly WaitingView[],
): FunnelView {
  // Of several mails that wait, the oldest: it stands first.
  const awaited = new Map([...waiting].reverse().map((one) => [one.person.id, one]))
  const people: { row: PersonRow; entry: FunnelPerson }[] = []
  for (const row of input.rows) {
    if (!isInFunnel(row)) continue
    const standing = standOn(row, awaited.get(row.id) ?? null, today)
    people.push({ row, entry: { person: { id: row.id, shown: row.shown }, ...standing } })
  }
  const counts = { ...emptyFunnel.counts }
  for (const { entry } of people) counts[entry.state] += 1
  const nearest = [...funnelStates].reverse()
  const shown = nearest.flatMap((state) =>
    people
      .filter(({ entry }) => entry.state === state)
      .sort(compare)
      .slice(0, mostInState)
      .map(({ entry }) => entry),
  )

  const goal = goals.find((one) => one.id === researchGoal)
  const parts = goal?.evidence.way === 'count' ? goal.evidence.parts : []
  const isItsTime = goal?.stages.includes(stage.id) === true
  const done: Record<FunnelStep['id'], number> = {
    names: people.length,
    vetted: people.filter(({ row }) => row.friendly === 'yes').length,
    written: people.filter(({ row }) => row.reach?.wroteOn).length,
    talks: people.filter(({ entry }) => stepOf(entry.state) === 4).length,
  }
  const steps = stepIds.flatMap((id): FunnelStep[] => {
    const part = parts.find((one) => one.id === id)
    if (!part || part.min === 'all') return []
    const by = isItsTime && part.by ? resolveDay(part.by, stage, season) : null
    // A calendar that is only assumed calls nothing late.
    const isKnown = by !== null && !(stage.assumed && by < today)
    return [{ id, count: done[id], min: part.min, max: part.max ?? 0, by: isKnown ? by : null }]
  })
  const weeks = Math.max(0, ...parts.map(({ by }) => (by?.unit === 'week' ? by.count : 0)))
  const week = isItsTime && !stage.assumed && stage.from ? weekOf(stage.from, today) : null
  return { week: week !== null && week <= weeks ? week : null, weeks, steps, counts, people: shown }
}

function weekOf(from: string, today: string): number {
  return Math.floor(daysBetween(from, today) / 7) + 1
}

/** Who is waited for longest, then the latest step, then the newest of the log. */
function compare(a: { row: PersonRow; entry: FunnelPerson }, b: typeof a): number {
  const since = (one: typeof a) => one.entry.awaited?.since ?? '9999'
  if (since(a) !== since(b)) return since(a) < since(b) ? -1 : 1
  const last = (one: typeof a) => one.entry.on ?? one.row.savedOn
  if (last(a) !== last(b)) return last(a) > last(b) ? -1 : 1
  return a.row.id < b.row.id ? -1 : 1
}

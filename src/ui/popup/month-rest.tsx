import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { NamedPerson } from '../../domain/goals/month-view'
import { Deadlines } from './deadlines'
import type { PopupSeeds } from './doors'
import { CatchUp, Warnings, YearEnd } from './looking-back'
import { TouchBases, Waiting } from './people-due'
import { RotationToday } from './rotation-today'
import { LetterSteps, Prompts, ThankYouRound } from './to-write'
import type { MonthTools } from './tools'

export { GoalMore } from './goal-more'

/** Everything of the month below its goals. A part without content shows nothing, its heading neither. */
export function MonthRest(props: {
  tools: MonthTools
  seeds: PopupSeeds
  onLog: (person: NamedPerson) => void
}): JSX.Element {
  const { tools, seeds } = props
  const programs = useProgramNames(tools)
  return (
    <>
      {tools.view.rotation.map((rotation) => (
        <RotationToday key={rotation.id} rotation={rotation} tools={tools} seeds={seeds} />
      ))}
      <TouchBases tools={tools} seeds={seeds} onLog={props.onLog} />
      <LetterSteps tools={tools} />
      <Prompts tools={tools} seeds={seeds} />
      <ThankYouRound tools={tools} />
      <Deadlines tools={tools} seeds={seeds} programs={programs} />
      <Waiting tools={tools} />
      <Warnings tools={tools} seeds={seeds} />
      <YearEnd tools={tools} seeds={seeds} />
      <CatchUp tools={tools} />
    </>
  )
}

/** Names of the programs that a deadline speaks of; nothing is read when none does. */
function useProgramNames({ store, view }: MonthTools): ReadonlyMap<string, string> {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map())
  const isNeeded = view.deadlines.some((one) => one.programId !== '')
  useEffect(() => {
    if (!isNeeded) return
    let isGone = false
    store.road.programs.list().then(
      (programs) => {
        if (!isGone) setNames(new Map(programs.map(({ id, name }) => [id, name])))
      },
      // The line is said without the name.
      () => {},
    )
    return () => {
      isGone = true
    }
  }, [store, isNeeded, view])
  return names
}

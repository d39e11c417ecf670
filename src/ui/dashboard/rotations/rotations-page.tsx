import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { LocalDate } from '../../../domain/dates'
import { isConfirmed } from '../../../domain/letters/letter-rules'
import { listTasks } from '../../../domain/rotation/list-tasks'
import type { Rotation, RotationInput } from '../../../domain/rotation/rotation'
import { phaseOf, type RotationPhase } from '../../../domain/rotation/rotation-time'
import { Icon } from '../../shared/icon'
import { useReturnFocus } from '../../shared/use-return-focus'
import { rotationsPage } from '../../shared/words/en'
import { say } from '../../shared/words/say'
import { sayError } from '../../shared/words/say-message'
import type { PageTools } from '../doors'
import { rotationLink } from '../route'
import { useLive } from '../use-live'
import { RotationForm } from './rotation-form'
import { showRotationTime } from './show-rotation'

const phases: readonly RotationPhase[] = ['now', 'coming', 'past']

/** All rotations: those of now, those to come and those that were. */
export function RotationsPage(tools: PageTools): JSX.Element {
  const { store, doors, note } = tools
  const { today } = doors.momentNow()
  const live = useLive(store, 'rotations', async () => {
    const [rotations, letters, programs] = await Promise.all([
      store.road.rotations.list(),
      store.road.letters.list(),
      store.road.programs.list(),
    ])
    return { rotations, letters, programs }
  })
  const [isAdding, setAdding] = useState(false)
  const addButton = useReturnFocus<HTMLButtonElement>(isAdding)
  const rotations = live.value?.rotations ?? []

  const add = async (input: RotationInput) => {
    const { changeId, id } = await store.road.rotations.put(null, input, doors.momentNow())
    setAdding(false)
    note(say(rotationsPage.added, { service: input.service }), changeId)
    location.hash = rotationLink(id)
  }
  const nextTask = (rotation: Rotation) => {
    const hasAgreed = (live.value?.letters ?? []).some(
      (letter) => letter.rotationId === rotation.id && isConfirmed(letter),
    )
    const tasks = listTasks(rotation, doors.seeds.rotationTasks, hasAgreed, today)
    const next = tasks.find((task) => task.state === 'open') ?? tasks.find((task) => task.state === 'ahead')
    return (
      next && { ...next, title: doors.seeds.rotationTasks.find((one) => one.id === next.id)?.title ?? '' }
    )
  }

  return (
    <>
      <div class="page-head">
        <h1>{rotationsPage.title}</h1>
        {!isAdding && (
          <button ref={addButton} type="button" class="button primary" onClick={() => setAdding(true)}>
            <Icon name="plus" />
            {rotationsPage.add}
          </button>
        )}
      </div>
      {isAdding && (
        <section class="card">
          <RotationForm
            today={today}
            programs={live.value?.programs ?? []}
            onSave={add}
            onCancel={() => setAdding(false)}
          />
        </section>
      )}
      {live.error !== null && <p class="notice">{sayError(live.error)}</p>}
      {live.value && rotations.length === 0 && !isAdding && <p class="notice calm">{rotationsPage.empty}</p>}
      {phases.map((phase) => {
        const inPhase = sortForPhase(rotations, phase, today)
        if (inPhase.length === 0) return null
        return (
          <section key={phase} class="card" aria-labelledby={`rotations-${phase}`}>
            <h2 id={`rotations-${phase}`}>{rotationsPage.phases[phase]}</h2>
            <ul class="record-list">
              {inPhase.map((rotation) => {
                const next = phase === 'past' ? undefined : nextTask(rotation)
                return (
                  <li key={rotation.id}>
                    <p class="record-name">
                      <a href={rotationLink(rotation.id)}>{rotation.service}</a>
                      <span class="outcome">{rotationsPage.kinds[rotation.kind]}</span>
                    </p>
                    <p class="soft">
                      {[rotation.site, showRotationTime(rotation, today)].filter(Boolean).join(' · ')}
                    </p>
                    {next && (
                      <p>
                        {say(next.state === 'open' ? rotationsPage.nextNow : rotationsPage.nextLater, {
                          task: next.title,
                        })}
                      </p>
                    )}
                  </li>
                )
              })}
            </ul>
          </section>
        )
      })}
    </>
  )
}

/** What is coming stands with the nearest first, what was with the latest first. */
function sortForPhase(rotations: readonly Rotation[], phase: RotationPhase, today: LocalDate): Rotation[] {
  const found = rotations.filter((rotation) => phaseOf(rotation, today) === phase)
  const sign = phase === 'past' ? -1 : 1
  return found.sort((a, b) => sign * (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
}

import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { SeedEdit, SeedEditInput } from '../../../domain/edits/seed-edit'
import { goalEditId } from '../../../domain/goals/edit-goals'
import type { Goal } from '../../../domain/goals/goal'
import { stageIds } from '../../../domain/stage/stages'
import { Icon } from '../../shared/icon'
import { useReturnFocus } from '../../shared/use-return-focus'
import { road, templatesPage } from '../../shared/words/en'
import { say } from '../../shared/words/say'
import type { PageTools } from '../doors'
import { hasWords, isEmpty, readInput } from './edit-input'
import { EditedLine } from './edited-line'
import { GoalForm } from './goal-form'
import { useSeedEdits } from './use-seed-edits'

const words = templatesPage
const ownPrefix = 'goal/own-'

/** The roadmap's goals by stage, each in the student's words where they changed some, and goals of their own. */
export function EditedGoals(
  props: PageTools & { goals: readonly Goal[]; edits: readonly SeedEdit[] },
): JSX.Element {
  const { doors, note, goals, edits } = props
  const [open, setOpen] = useState<string | null>(null)
  const addButton = useReturnFocus<HTMLButtonElement>(open !== null)
  const { put, remove } = useSeedEdits(props)
  const own = edits.filter((edit) => edit.id.startsWith(ownPrefix))
  const stages = stageIds.flatMap((id) => {
    const first = goals.filter((goal) => goal.stages[0] === id)
    return first.length > 0 ? [{ id, goals: first }] : []
  })

  const save = async (id: string, input: SeedEditInput, title: string) => {
    if (!isEmpty(input)) await put(id, input, say(words.saved, { title }))
    else if (edits.some((edit) => edit.id === id)) await remove(id, say(words.wasReset, { title }))
    else note(words.unchanged)
    setOpen(null)
  }
  const lineOf = (goal: Goal) => {
    const id = goalEditId(goal.id)
    const edit = edits.find((one) => one.id === id)
    const { title = goal.title, why = goal.why, how = goal.how } = edit ?? {}
    if (open === id) {
      return (
        <GoalForm
          title={title}
          why={why}
          how={how}
          by={null}
          original={goal}
          onSave={(parts) =>
            save(
              id,
              {
                hidden: edit?.hidden ?? false,
                ...(parts.title !== goal.title && { title: parts.title }),
                ...(parts.why !== goal.why && { why: parts.why }),
                ...(parts.how !== goal.how && { how: parts.how }),
              },
              parts.title,
            )
          }
          onCancel={() => setOpen(null)}
        />
      )
    }
    return (
      <EditedLine
        label={goal.id}
        title={title}
        state={hasWords(readInput(edit)) ? 'edited' : 'original'}
        isHidden={edit?.hidden ?? false}
        onEdit={() => setOpen(id)}
        onHide={(isHidden) => {
          const next = { ...readInput(edit), hidden: isHidden }
          const text = say(isHidden ? words.hid : words.shown, { title })
          return isEmpty(next) ? remove(id, text) : put(id, next, text)
        }}
        onReset={edit && (() => remove(id, say(words.wasReset, { title: goal.title })))}
      />
    )
  }
  const ownForm = (id: string, edit?: SeedEdit) => (
    <GoalForm
      title={edit?.title ?? ''}
      why={edit?.why ?? ''}
      how={edit?.how ?? ''}
      by={edit?.date ?? ''}
      onSave={({ title, why, how, by }) =>
        save(
          id,
          {
            hidden: edit?.hidden ?? false,
            title,
            ...(why && { why }),
            ...(how && { how }),
            ...(by && { date: by }),
          },
          title,
        )
      }
      onCancel={() => setOpen(null)}
    />
  )

  return (
    <section class="card" aria-labelledby="goals">
      <div class="page-head">
        <h2 id="goals">{words.goalsTitle}</h2>
        {open === null && (
          <button
            ref={addButton}
            type="button"
            class="button"
            onClick={() => setOpen(`${ownPrefix}${doors.momentNow().newId()}`)}
          >
            <Icon name="plus" />
            {words.addGoal}
          </button>
        )}
      </div>
      {open?.startsWith(ownPrefix) && !own.some((edit) => edit.id === open) && ownForm(open)}
      {own.length > 0 && (
        <>
          <h3>{words.ownGoals}</h3>
          <ul class="record-list">
            {own.map((edit) => (
              <li key={edit.id}>
                {open === edit.id ? (
                  ownForm(edit.id, edit)
                ) : (
                  <EditedLine
                    label=""
                    title={edit.title ?? ''}
                    state="own"
                    isHidden={edit.hidden}
                    onEdit={() => setOpen(edit.id)}
                    onHide={(isHidden) =>
                      put(
                        edit.id,
                        { ...readInput(edit), hidden: isHidden },
                        say(isHidden ? words.hid : words.shown, { title: edit.title ?? '' }),
                      )
                    }
                    onReset={() => remove(edit.id, say(words.removed, { title: edit.title ?? '' }))}
                  />
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {stages.map((stage) => (
        <details key={stage.id} class="folded">
          <summary>
            {say(words.stageGoals, { stage: road.stages[stage.id] ?? '', count: stage.goals.length })}
          </summary>
          <ul class="record-list">
            {stage.goals.map((goal) => (
              <li key={goal.id}>{lineOf(goal)}</li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  )
}

import type { JSX } from 'preact'
import { useEffect, useId, useState } from 'preact/hooks'
import type { RotationView } from '../../domain/goals/month-view'
import { markTask } from '../../domain/rotation/edit-rotation'
import type { RotationTask } from '../../domain/rotation/rotation-task'
import type { TemplateValues } from '../../domain/templates/fill-template'
import { listValues } from '../../domain/templates/template-values'
import { Icon } from '../shared/icon'
import { popup } from '../shared/words/en'
import { say } from '../shared/words/say'
import { showDate } from '../shared/words/show-date'
import { SayCards } from './cards'
import type { PopupSeeds } from './doors'
import type { MonthTools } from './tools'

type TaskView = RotationView['tasks'][number]

/** The rotation that runs today: which day of it this is, and what today asks for. */
export function RotationToday(props: {
  rotation: RotationView
  tools: MonthTools
  seeds: PopupSeeds
}): JSX.Element {
  const { rotation, tools, seeds } = props
  const { service, site, day, days, to } = rotation
  const id = `rotation-${rotation.id}`
  const hasEnded = day > days
  const tasks = rotation.tasks.flatMap((task) => {
    const seed = seeds.rotationTasks.find((one) => one.id === task.id)
    return seed && task.state !== 'skipped' ? [{ task, seed }] : []
  })
  return (
    <section aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {say(hasEnded ? popup.rotationEnd : popup.rotation, { service })}
      </h2>
      <p class="soft">
        {[
          hasEnded
            ? say(popup.rotationEnded, { date: showDate(to, tools.today) })
            : say(popup.rotationDay, { day, days }),
          site,
        ]
          .filter(Boolean)
          .join(' · ')}
        {' · '}
        <button
          type="button"
          class="link"
          onClick={() => tools.open(`/rotations/${encodeURIComponent(rotation.id)}`)}
        >
          {popup.rotationOpen}
        </button>
      </p>
      {tasks.length > 0 ? (
        <ul class="goals">
          {tasks.map(({ task, seed }) => (
            <TaskLine key={task.id} {...props} task={task} seed={seed} heading={id} />
          ))}
        </ul>
      ) : (
        <p class="soft">{popup.rotationFree}</p>
      )}
    </section>
  )
}

function TaskLine(props: {
  rotation: RotationView
  tools: MonthTools
  seeds: PopupSeeds
  task: TaskView
  seed: RotationTask
  heading: string
}): JSX.Element {
  const { rotation, tools, seeds, task, seed } = props
  const { store, doors, today } = tools
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const isDone = task.state === 'done'
  const mark = (state: 'done' | 'skipped' | null) => {
    const words = state === 'done' ? popup.ticked : state === 'skipped' ? popup.taskLeft : popup.unticked
    return tools.act(say(words, { title: seed.title }), async () => {
      const record = await store.road.rotations.get(rotation.id)
      if (!record) throw new Error('the rotation of the task is no longer in the log')
      const { id: _id, schema: _schema, ...input } = markTask(record, task.id, state, today)
      return store.road.rotations.put(rotation.id, input, doors.momentNow())
    })
  }
  return (
    <li class="goal" data-way="tick" data-done={isDone || undefined}>
      <input
        type="checkbox"
        class="goal-tick"
        checked={isDone}
        disabled={task.known}
        aria-label={say(popup.tick, { title: seed.title })}
        onChange={(event) => void mark(event.currentTarget.checked ? 'done' : null)}
      />
      <div class="goal-words">
        <button
          type="button"
          class="goal-head"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          <span class="goal-title">{seed.title}</span>
          <span class="goal-progress">{isDone ? popup.done : ''}</span>
          <Icon name="chevron" />
          {task.state === 'late' ? (
            <span class="goal-note late">{seed.mend}</span>
          ) : (
            !isDone && (
              <span class="goal-note">
                {task.to === today
                  ? popup.taskToday
                  : say(popup.taskUntil, { date: showDate(task.to, today) })}
              </span>
            )
          )}
        </button>
        <div id={id} class="goal-more" hidden={!isOpen}>
          {isOpen && (
            <>
              <p>{seed.how}</p>
              <TaskCards tools={tools} seeds={seeds} task={task} />
              {task.known && <p class="soft">{popup.taskKnown}</p>}
              {!isDone && (
                <button
                  type="button"
                  class="button small task-leave"
                  aria-label={say(popup.taskLeaveName, { title: seed.title })}
                  onClick={() => {
                    document.getElementById(props.heading)?.focus({ preventScroll: true })
                    void mark('skipped')
                  }}
                >
                  {popup.taskLeave}
                </button>
              )}
            </>
          )}
        </div>
      </div>
    </li>
  )
}

/** What to say, ask and write for a task; the student's own name and year are asked for when it is opened. */
function TaskCards({ tools, seeds, task }: { tools: MonthTools; seeds: PopupSeeds; task: TaskView }) {
  const [values, setValues] = useState<TemplateValues | null>(null)
  const { store, view } = tools
  useEffect(() => {
    let isGone = false
    store.profile.get().then(
      (profile) => {
        if (isGone) return
        const years = seeds.yearWords
        setValues(listValues({ person: null, profile, stage: view.stage.id, paper: null, years }))
      },
      () => {
        // Without it the line shows its open places.
      },
    )
    return () => {
      isGone = true
    }
  }, [store, view.stage.id, seeds])
  return (
    <SayCards
      seeds={seeds}
      spoken={task.spoken}
      banks={task.questions}
      templates={task.templates}
      values={values}
    />
  )
}

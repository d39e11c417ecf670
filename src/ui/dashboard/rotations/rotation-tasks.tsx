import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import type { LocalDate } from '../../../domain/dates'
import type { Letter } from '../../../domain/letters/letter'
import { isConfirmed } from '../../../domain/letters/letter-rules'
import { type DatedTask, listTasks } from '../../../domain/rotation/list-tasks'
import { listKnownDone } from '../../../domain/rotation/mark-done'
import type { Rotation } from '../../../domain/rotation/rotation'
import type { RotationTask } from '../../../domain/rotation/rotation-task'
import type { TemplateValues } from '../../../domain/templates/fill-template'
import type { Touch } from '../../../domain/touch/touch'
import { rotationsPage } from '../../shared/words/en'
import { say } from '../../shared/words/say'
import type { DashboardSeeds } from '../doors'
import { MailCard, QuestionCard, SpokenCard } from '../pieces/cards'
import { showSpan } from './show-rotation'

const words = rotationsPage.tasks

/** A task of this rotation with its words, and how it stands. */
export interface ShownTask extends DatedTask {
  seed: RotationTask
  /** Done by what the log shows: there is no mark to take back. */
  isKnown: boolean
}

/** The parts of the list, in order: what today asks for comes first. */
const parts = ['today', 'late', 'ahead', 'done'] as const
type Part = (typeof parts)[number]

/** Every task of a rotation on its dates, done where the log shows it. */
export function listShownTasks(
  rotation: Rotation,
  seeds: readonly RotationTask[],
  letters: readonly Letter[],
  touches: readonly Touch[],
  today: LocalDate,
): ShownTask[] {
  const byId = new Map(seeds.map((seed) => [seed.id, seed]))
  const known = listKnownDone(rotation, letters, touches)
  const hasAgreed = letters.some((letter) => letter.rotationId === rotation.id && isConfirmed(letter))
  return listTasks(rotation, seeds, hasAgreed, today).flatMap((task) => {
    const seed = byId.get(task.id)
    if (!seed) return []
    const isMarked = task.state === 'done' || task.state === 'skipped'
    const isKnown = !isMarked && known.has(task.id)
    return [{ ...task, state: isKnown ? 'done' : task.state, seed, isKnown }]
  })
}

function partOf({ state }: ShownTask): Part {
  if (state === 'open') return 'today'
  return state === 'late' || state === 'ahead' ? state : 'done'
}

/** The dated tasks of a rotation: today's first, each with what to say, ask and write beside it. */
export function RotationTasks(props: {
  tasks: readonly ShownTask[]
  seeds: DashboardSeeds
  today: LocalDate
  /** What the log knows for a line or a mail. */
  values: TemplateValues
  note: (text: string) => void
  onMark: (task: ShownTask, state: 'done' | 'skipped' | null) => void
}): JSX.Element {
  const { tasks } = props
  const heading = useRef<HTMLHeadingElement>(null)
  const onMark: typeof props.onMark = (task, state) => {
    props.onMark(task, state)
    // The task moves to another part of the list, and its buttons with it.
    heading.current?.focus({ preventScroll: true })
  }
  return (
    <section class="card" aria-labelledby="tasks">
      <h2 id="tasks" ref={heading} tabIndex={-1}>
        {words.title}
      </h2>
      {parts.map((part) => {
        const inPart = tasks.filter((task) => partOf(task) === part)
        if (inPart.length === 0) {
          return part === 'today' ? (
            <p key={part} class="soft">
              {words.nothingToday}
            </p>
          ) : null
        }
        const list = (
          <ol class="tasks">
            {inPart.map((task) => (
              <Task key={task.id} {...props} onMark={onMark} task={task} />
            ))}
          </ol>
        )
        if (part === 'done') {
          return (
            <details key={part} class="folded">
              <summary>{say(words.parts.done, { count: inPart.length })}</summary>
              {list}
            </details>
          )
        }
        return (
          <div key={part} class="task-part">
            <h3>{words.parts[part]}</h3>
            {list}
          </div>
        )
      })}
    </section>
  )
}

function Task(props: Parameters<typeof RotationTasks>[0] & { task: ShownTask }): JSX.Element {
  const { task, seeds, today, values, note, onMark } = props
  const { seed, state, isKnown } = task
  const isClosed = state === 'done' || state === 'skipped'
  return (
    <li data-state={state}>
      <p class="task-head">
        <strong>{seed.title}</strong>
        <span class="soft">{showSpan(task.from, task.to, today)}</span>
      </p>
      {!isClosed && (
        <>
          <p>{state === 'late' ? seed.mend : seed.how}</p>
          <div class="say-cards">
            {seeds.spokenLines
              .filter((line) => seed.spoken.includes(line.id))
              .map((line) => (
                <SpokenCard key={line.id} line={line} values={values} />
              ))}
            {seeds.questionBanks
              .filter((bank) => seed.questions.includes(bank.id))
              .map((bank) => (
                <QuestionCard key={bank.id} bank={bank} />
              ))}
            {seeds.templates
              .filter((template) => seed.templates.includes(template.id))
              .map((template) => (
                <MailCard key={template.id} template={template} values={values} note={note} />
              ))}
          </div>
        </>
      )}
      <div class="task-acts">
        {isClosed ? (
          <>
            <span class="outcome">
              {isKnown ? words.known : state === 'done' ? words.done : words.skipped}
            </span>
            {!isKnown && (
              <button
                type="button"
                class="button small quiet"
                aria-label={say(words.reopenName, { task: seed.title })}
                onClick={() => onMark(task, null)}
              >
                {words.reopen}
              </button>
            )}
          </>
        ) : (
          <>
            <button
              type="button"
              class="button small"
              aria-label={say(words.doName, { task: seed.title })}
              onClick={() => onMark(task, 'done')}
            >
              {words.do}
            </button>
            <button
              type="button"
              class="button small quiet"
              aria-label={say(words.skipName, { task: seed.title })}
              onClick={() => onMark(task, 'skipped')}
            >
              {words.skip}
            </button>
          </>
        )}
      </div>
    </li>
  )
}

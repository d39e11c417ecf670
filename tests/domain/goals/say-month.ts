import { checklists } from '../../../seeds/checklists'
import { goals } from '../../../seeds/goals'
import { rotationTasks } from '../../../seeds/rotation-tasks'
import { seasonDates } from '../../../seeds/season'
import { templates } from '../../../seeds/templates'
import { watchedRules } from '../../../seeds/watched-rules'
import type { MonthInput } from '../../../src/domain/goals/month-input'
import type { GoalPartView, GoalView, MonthView } from '../../../src/domain/goals/month-view'
import { road } from '../../../src/ui/shared/words/en'
import { sayMessage } from '../../../src/ui/shared/words/say-message'
import { showDate } from '../../../src/ui/shared/words/show-date'

/** A month view in English, through the seeds' own words: what a student would read, without the screen. */
export function sayMonth(view: MonthView, input: MonthInput): string {
  const day = (date: string) => showDate(date, view.date)
  const goalOf = (id: string) => goals.find((one) => one.id === id)
  const letterOf = (id: string) => templates.find((one) => one.id === id)?.title ?? ''
  const programOf = (id: string) => input.road.programs.find((one) => one.id === id)?.name ?? ''
  const lines: string[] = []
  const section = (title: string, found: string[]) => {
    if (found.length === 0) return
    lines.push(`${title}:`, ...found.map((line) => `  - ${line}`))
  }

  const sayGoal = (goal: GoalView) => {
    const seed = goalOf(goal.id)
    const counted = goal.counted.map((one) => one.shown).slice(0, 4)
    const parts = seed?.evidence.way === 'count' ? seed.evidence.parts : []
    const next = goal.parts.find((part) => part.min > 0 && !part.done)
    const label = parts.find((part) => part.id === next?.id)?.label
    return [
      `${seed?.title}`,
      goal.done ? 'done' : goal.way === 'tick' ? 'to tick' : rangeOf(goal),
      ...(goal.late ? [`LATE since ${day(goal.by ?? '')} (${seed?.mend})`] : []),
      ...(!goal.late && !goal.done && goal.by ? [`by ${day(goal.by)}`] : []),
      ...(next && !goal.done ? [`next: ${label} ${rangeOf(next)}`] : []),
      ...(goal.over ? [`OVER ${goal.overRule}`] : []),
      ...(counted.length > 0 ? [`(${counted.join(', ')}${goal.counted.length > 4 ? ' …' : ''})`] : []),
    ].join(' · ')
  }

  const shown = new Set(view.focus)
  const stage = `${road.stages[view.stage.id]}${view.stage.assumed ? ' (assumed)' : ''}`
  lines.push(`=== ${view.date} · ${stage} · ${view.people} people · badge ${view.due} ===`)
  section(
    'Now',
    view.focus.map((id) => sayGoal(view.goals.find((goal) => goal.id === id) as GoalView)),
  )
  const others = view.goals.filter((goal) => !shown.has(goal.id) && goal.way !== 'guard')
  section('Also', others.map(sayGoal))
  section(
    'Not yet',
    view.goals.filter((goal) => goal.way === 'guard').map((goal) => goalOf(goal.id)?.title ?? ''),
  )
  for (const rotation of view.rotation) {
    if (rotation.tasks.length === 0) lines.push(`On rotation, ${rotation.service}: nothing today`)
    section(
      rotation.day > rotation.days
        ? `${rotation.service}, ended ${day(rotation.to)}`
        : `On rotation, ${rotation.service}, day ${rotation.day} of ${rotation.days}`,
      rotation.tasks.map((task) => {
        const seed = rotationTasks.find((one) => one.id === task.id)
        const beside = [...task.spoken, ...task.templates, ...task.questions].join(' ')
        const mend = task.state === 'late' ? ` (${seed?.mend})` : ''
        return `[${task.state}] ${seed?.title}, to ${day(task.to)}${mend}${beside ? ` · ${beside}` : ''}`
      }),
    )
  }
  section(
    'Touch base',
    view.touchBases.map(
      ({ person, reason, state, templateId }) =>
        `${person.shown} [${state}]: ${sayMessage(reason)}${templateId ? ` → ${letterOf(templateId)}` : ''}`,
    ),
  )
  section(
    'Waiting',
    view.waiting.map(
      ({ person, days, nudge }) => `${person.shown}, ${days} days${nudge ? ' · one nudge fits' : ''}`,
    ),
  )
  section(
    `First letters out, of ${view.cold.most}`,
    view.cold.people.map((one) => one.shown),
  )
  section(
    'No answer; moving on is fine',
    view.unanswered.map(({ person, days }) => `${person.shown}, ${days} days`),
  )
  section(
    'Dates',
    view.deadlines.map((one) => {
      const what =
        one.kind === 'season'
          ? seasonDates.find((date) => date.id === one.id)?.label
          : one.kind === 'goal'
            ? goalOf(one.id)?.title
            : `${one.kind} ${one.person?.shown ?? programOf(one.programId)}`
      const to = one.to ? ` to ${day(one.to)}` : ''
      return `${day(one.date)}${to}: ${what}${one.state === 'estimated' ? ' (estimated)' : ''}${one.late ? ' LATE' : ''}`
    }),
  )
  section(
    'To write',
    view.prompts.map(
      ({ person, templateId, reason, by, done }) =>
        `${done ? '[x]' : '[ ]'} ${letterOf(templateId)}${person ? ` (${person.shown})` : ''}: ${sayMessage(reason)}${by ? ` By ${day(by)}.` : ''}`,
    ),
  )
  section(
    'Letters',
    view.letters.map(({ person, what, late }) => `${person.shown}: ${what}${late ? ' LATE' : ''}`),
  )
  if (view.thanks) {
    section(
      `Thanks, ${view.thanks.sent} of ${view.thanks.total} sent`,
      view.thanks.items
        .slice(0, 6)
        .map(({ person, did, sentOn }) => `${sentOn ? '[x]' : '[ ]'} ${person.shown}: ${did.join(', ')}`),
    )
  }
  section(
    'To catch up on, when it suits',
    view.catchUp.map(({ id, way, count, min }) => {
      const seed = goalOf(id)
      return `${seed?.title}${way === 'count' ? ` (${count} of ${min})` : ''}: ${seed?.catchUp?.text}`
    }),
  )
  section(
    'Worth knowing',
    view.warnings.map(({ rule, people }) => {
      const seed = watchedRules.rules.find((one) => one.id === rule)
      return `${seed?.title}${people.length > 0 ? ` (${people.map((one) => one.shown).join(', ')})` : ''}: ${seed?.next}`
    }),
  )
  if (view.checklist) {
    const { id, by, items } = view.checklist
    const seed = checklists.find((one) => one.id === id)
    const open = items.filter((one) => !one.done)
    lines.push(`${seed?.title} (${day(by)}): ${items.length - open.length} of ${items.length}`)
  }
  return `${lines.join('\n')}\n`
}

function rangeOf({ count, min, max }: Pick<GoalPartView, 'count' | 'min' | 'max'>): string {
  if (min === 0) return 'nothing to count yet'
  return max > min ? `${count} of ${min}–${max}` : `${count} of ${min}`
}

import { listTouchBases } from '../cadence/touch-bases'
import { listCold, listUnanswered, listWaiting } from '../cadence/waiting'
import { viewFunnel } from '../funnel/view-funnel'
import { coldMailsAtOnce } from '../templates/template-warnings'
import { chooseFocus } from './choose-focus'
import { editGoals, viewOwnGoals } from './edit-goals'
import { layGround, nameOf } from './ground'
import { listCatchUp } from './list-catch-up'
import { listDeadlines } from './list-deadlines'
import { countPressingLetters, listLetters } from './list-letters'
import { listPrompts } from './list-prompts'
import { countPressingTasks, listRotations } from './list-rotations'
import { viewThanks } from './list-thanks'
import { listWarnings } from './list-warnings'
import type { MonthInput } from './month-input'
import type { MonthView } from './month-view'
import { viewChecklist } from './view-checklist'
import { viewGoal } from './view-goal'

export { touchWindow } from './ground'

/**
 * All that a screen shows of one date: stage, goals with progress, who is due, what the rotation asks today, deadlines,
 * prompts, letters, catch-up, warnings. Pure: the same input gives the same view and is not changed. Takes a few
 * milliseconds at 5,000 people and 50,000 touches.
 */
export function buildMonthView(input: MonthInput): MonthView {
  const { today } = input
  const ground = layGround(input)
  const seeds = editGoals(input.goals, input.road.seedEdits)
  const goals = [...seeds.flatMap((goal) => viewGoal(goal, ground) ?? []), ...viewOwnGoals(ground)]
  const { contacts, outstanding, rowsById, stage } = ground
  const touchBases = listTouchBases(input.rows, input.snoozes, today, stage.id)
  const waiting = listWaiting(outstanding, contacts.inWindow, rowsById, today)
  const rotation = listRotations(ground)
  const letters = listLetters(ground)
  const deadlines = listDeadlines(goals, ground)
  const dueParts = {
    touchBases: touchBases.length,
    nudges: waiting.filter((one) => one.nudge).length,
    rotation: countPressingTasks(rotation, today),
    letters: countPressingLetters(letters),
    notes: deadlines.filter((one) => one.kind === 'interview-notes').length,
  }
  return {
    date: today,
    stage,
    goals,
    focus: chooseFocus(goals, today),
    touchBases,
    waiting,
    cold: { most: coldMailsAtOnce, people: listCold(outstanding, rowsById).map(nameOf) },
    unanswered: listUnanswered(input.awaiting, contacts.inWindow, rowsById, today),
    funnel: viewFunnel(ground, seeds, waiting),
    rotation,
    deadlines,
    prompts: listPrompts(ground),
    letters,
    thanks: viewThanks(ground),
    catchUp: listCatchUp(seeds, ground),
    warnings: listWarnings(ground),
    checklist: viewChecklist(ground),
    people: input.rows.length,
    due: Object.values(dueParts).reduce((sum, count) => sum + count, 0),
    dueParts,
  }
}

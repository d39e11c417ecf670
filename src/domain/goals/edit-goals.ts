import type { SeedEdit } from '../edits/seed-edit'
import type { Goal } from './goal'
import type { Ground } from './ground'
import type { GoalView } from './month-view'

const editPrefix = 'goal/'
const ownPrefix = 'goal/own-'

/** Id under which what the student changed of a goal is stored; of a goal of their own (`own-…`) too. */
export function goalEditId(goalId: string): string {
  return `${editPrefix}${goalId}`
}

/** The goals as the student wants them: in their own words where they changed some, without those they hid. */
export function editGoals(goals: readonly Goal[], edits: readonly SeedEdit[]): readonly Goal[] {
  const own = new Map(edits.map((edit) => [edit.id, edit]))
  return goals.flatMap((goal) => {
    const edit = own.get(goalEditId(goal.id))
    if (!edit) return [goal]
    if (edit.hidden) return []
    const { title = goal.title, why = goal.why, how = goal.how } = edit
    return [{ ...goal, title, why, how }]
  })
}

/**
 * Goals the student wrote: ticked, in every stage, until they are done. The edit's date is the last day, where there is
 * one. The words stay in the edit.
 */
export function viewOwnGoals({ input, today }: Ground): GoalView[] {
  return input.road.seedEdits.flatMap((edit): GoalView[] => {
    if (!edit.id.startsWith(ownPrefix) || edit.hidden || !edit.title) return []
    const id = edit.id.slice(editPrefix.length)
    const mark = input.marks.find((one) => one.goalId === id)
    // What was ticked in an earlier month is over.
    if (mark && mark.date.slice(0, 7) < today.slice(0, 7)) return []
    const by = edit.date ?? null
    return [
      {
        id,
        way: 'tick',
        done: mark !== undefined,
        count: 0,
        min: 0,
        max: 0,
        parts: [],
        over: false,
        overRule: '',
        people: [],
        counted: [],
        by,
        late: !mark && by !== null && by < today,
        carried: false,
        ifApt: false,
      },
    ]
  })
}

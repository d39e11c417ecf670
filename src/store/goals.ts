import { type GoalMark, goalMarkSchema, type Snooze, snoozeSchema } from '../domain/goals/marks'
import { message } from '../domain/message'
import type { Store } from './api'
import { commit } from './commit'
import { readLog, type StoreContext } from './context'
import { personName, readPersonOrThrow } from './people'
import { checkInputOrThrow, readRecords, recordShapes } from './records'

/** Ticks of goals that no log can count, and touch-bases put off. */
export function makeGoals(context: StoreContext): Store['goals'] {
  return {
    async mark(goalId, stage, done, moment) {
      const id = `${stage}/${goalId}`
      const mark = checkInputOrThrow(goalMarkSchema, { schema: 1, id, goalId, stage, date: moment.today })
      const { changeId } = await commit(context, moment, async () => ({
        edits: [{ kind: 'goalMarks', key: id, after: done ? mark : null }],
        what: message(done ? 'change.goal-ticked' : 'change.goal-unticked', { goal: goalId }),
        needs: [],
        answer: null,
      }))
      return { changeId }
    },

    marks: () =>
      readLog(context, async (tx) =>
        readRecords<GoalMark>(recordShapes.goalMarks, await tx.objectStore('goalMarks').getAll()),
      ),

    async snooze(personId, until, moment) {
      const snooze = until === null ? null : checkInputOrThrow(snoozeSchema, { schema: 1, personId, until })
      const { changeId } = await commit(context, moment, async (tx) => {
        const person = await readPersonOrThrow(tx, personId)
        const params = { name: person.names.shown }
        return {
          edits: [{ kind: 'snoozes', key: personId, after: snooze }],
          what: snooze
            ? message('change.snoozed', { ...params, until: snooze.until })
            : message('change.snooze-ended', params),
          needs: [personName(personId)],
          answer: null,
        }
      })
      return { changeId }
    },

    snoozes: () =>
      readLog(context, async (tx) =>
        readRecords<Snooze>(recordShapes.snoozes, await tx.objectStore('snoozes').getAll()),
      ),
  }
}

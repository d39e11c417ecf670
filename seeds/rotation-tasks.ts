import type { RotationTask } from '../src/domain/rotation/rotation-task'
import tasks from './rotation-tasks.json'

/** The micro-timeline of a rotation (R4, R5.7), in the order in which its days come. Checked by tests/seeds. */
export const rotationTasks = tasks as readonly RotationTask[]

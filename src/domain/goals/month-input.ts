import type { Checklist } from '../benchmarks/checklist'
import type { LocalDate } from '../dates'
import type { SeedEdit } from '../edits/seed-edit'
import type { NetworkEvent } from '../events/event'
import type { Letter } from '../letters/letter'
import type { Milestone } from '../milestones/milestone'
import type { PersonRow } from '../person/person-row'
import type { Profile } from '../profile/profile'
import type { Interview, Program } from '../programs/program'
import type { Remark } from '../remarks/remark'
import type { Rotation } from '../rotation/rotation'
import type { RotationTask } from '../rotation/rotation-task'
import type { SeasonDate } from '../season/season-date'
import type { Touch } from '../touch/touch'
import type { Goal } from './goal'
import type { GoalMark, Snooze } from './marks'

/** The records of the road that goals count besides people and touches. */
export interface RoadRecords {
  rotations: readonly Rotation[]
  letters: readonly Letter[]
  programs: readonly Program[]
  interviews: readonly Interview[]
  events: readonly NetworkEvent[]
  milestones: readonly Milestone[]
  remarks: readonly Remark[]
  seedEdits: readonly SeedEdit[]
}

/** What the product says of the road, from `seeds/`; the student's edits are in `road.seedEdits`. */
export interface RoadSeeds {
  /** The roadmap's goals, of every stage. */
  goals: readonly Goal[]
  rotationTasks: readonly RotationTask[]
  seasonDates: readonly SeasonDate[]
  checklists: readonly Checklist[]
}

/** Everything `buildMonthView` reads. The caller brings all of it: the rules ask no store and no clock. */
export interface MonthInput extends RoadSeeds {
  /** The student's calendar date. */
  today: LocalDate
  profile: Profile
  /** All people of the log. */
  rows: readonly PersonRow[]
  /** At least the touches whose date is in `touchWindow(today, profile)`; more do no harm. */
  touches: readonly Touch[]
  marks: readonly GoalMark[]
  snoozes: readonly Snooze[]
  /** Every touch whose outcome is `awaiting`, of any date. */
  awaiting: readonly Touch[]
  road: RoadRecords
}

/** A road without any record yet. */
export const emptyRoad: RoadRecords = {
  rotations: [],
  letters: [],
  programs: [],
  interviews: [],
  events: [],
  milestones: [],
  remarks: [],
  seedEdits: [],
}

import { goals } from '../../../seeds/goals'
import { questionBanks } from '../../../seeds/questions'
import { rotationTasks } from '../../../seeds/rotation-tasks'
import { seasonDates } from '../../../seeds/season'
import { spokenLines } from '../../../seeds/spoken'
import { templates, yearWords } from '../../../seeds/templates'
import { watchedRules } from '../../../seeds/watched-rules'
import type { DashboardSeeds } from '../../../src/ui/dashboard/doors'

/** The seeds as the entry point hands them in. */
export const seeds: DashboardSeeds = {
  goals,
  rotationTasks,
  spokenLines,
  questionBanks,
  templates,
  yearWords,
  seasonDates,
  watchedRules: watchedRules.rules,
}

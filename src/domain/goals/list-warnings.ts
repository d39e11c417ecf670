import { standingOf } from '../cadence/touch-bases'
import { listCold } from '../cadence/waiting'
import { addDays } from '../dates'
import { countWriters, isConfirmed, letterTarget } from '../letters/letter-rules'
import { foldText } from '../names/fold'
import type { PersonRow } from '../person/person-row'
import { stageIds } from '../stage/stages'
import { coldMailsAtOnce } from '../templates/template-warnings'
import { listCrowded } from './count-people'
import { type Ground, nameOf, semesterStart } from './ground'
import type { WarningView } from './month-view'

const interestGroupsAtMost = 2
const updatesAtMost = 2
/** Updates that the roadmap itself asks for at milestones (R5.8). */
const milestoneUpdates = ['T19', 'T20']
const mostPeople = 12
const firstWeek = 7
/** What was done longer ago is not warned of any more. */
const recentDays = 30

/** The watched rules (R9) that the log itself shows to be stepped over, by number. They explain; the student decides. */
export function listWarnings(ground: Ground): WarningView[] {
  const { input, today } = ground
  const { letters, events, rotations } = input.road
  const warnings: WarningView[] = []
  const warn = (rule: string, rows: readonly PersonRow[], params: WarningView['params']) =>
    warnings.push({ rule, params, people: rows.slice(0, mostPeople).map(nameOf) })
  const rowsOf = (ids: readonly string[]) => [...new Set(ids)].flatMap((id) => ground.rowsById.get(id) ?? [])

  const cold = listCold(ground.outstanding, ground.rowsById)
  if (cold.length > coldMailsAtOnce) warn('R9.1', cold, { count: cold.length, most: coldMailsAtOnce })

  const isBeforeWards =
    ground.stage.id.startsWith('ms') && stageIds.indexOf(ground.stage.id) < stageIds.indexOf('ms3')
  const early = isBeforeWards ? rowsOf(letters.filter((one) => one.askedOn).map((one) => one.personId)) : []
  if (early.length > 0) warn('R9.2', early, { count: early.length })

  const crowded = listCrowded(
    { kinds: ['update'], templates: ['T8'], window: 'semester' },
    updatesAtMost,
    ground,
    semesterStart(today),
    ({ touch }) => !milestoneUpdates.includes(touch.templateId),
  )
  if (crowded.length > 0) warn('R9.4', crowded, { count: crowded.length, most: updatesAtMost })

  const snoozed = new Set(input.snoozes.filter((one) => one.until >= today).map((one) => one.personId))
  const unheard = input.rows.filter(
    (row) => row.mentor === 'key' && !snoozed.has(row.id) && standingOf(row, today)?.state === 'overdue',
  )
  if (unheard.length > 0) warn('R9.5', unheard, { count: unheard.length })

  const there = letters.filter((one) => ground.rowsById.has(one.personId))
  const writers = countWriters(there)
  if (writers > letterTarget.max) {
    const asked = there.filter((one) => isConfirmed(one) || (one.askedOn !== null && one.answer === null))
    warn('R9.6', rowsOf(asked.map((one) => one.personId)), { count: writers, most: letterTarget.max })
  }

  const groups = new Map(
    events.flatMap(({ interestGroup }) => {
      const name = foldText(interestGroup).trim()
      return name ? [[name, interestGroup] as const] : []
    }),
  )
  if (groups.size > interestGroupsAtMost) {
    const names = [...groups.values()].join(', ')
    warn('R9.7', [], { count: groups.size, most: interestGroupsAtMost, groups: names })
  }

  const unnoted = new Set(
    rotations.filter((one) => one.kind === 'away' && one.standout === '').map((one) => one.id),
  )
  const bare = letters.filter(
    (one) => one.askedOn !== null && one.answer === null && unnoted.has(one.rotationId),
  )
  if (bare.length > 0) warn('R9.8', rowsOf(bare.map((one) => one.personId)), { count: bare.length })

  const nudged = listNudgedTwice(ground)
  if (nudged.length > 0) warn('R9.10', nudged, { count: nudged.length })

  const hurried = (ground.contacts.byTemplate.get('T13') ?? []).filter(({ touch, row }) =>
    rotations.some(
      ({ start, people }) =>
        people.some((one) => one.personId === row.id) &&
        touch.date >= start &&
        touch.date < addDays(start, firstWeek) &&
        touch.date >= addDays(today, -recentDays),
    ),
  )
  if (hurried.length > 0) {
    const rows = rowsOf(hurried.map((one) => one.row.id))
    warn('R9.14', rows, { count: rows.length })
  }
  return warnings
}

/** People who got a second reminder on a mail that still waits. */
function listNudgedTwice(ground: Ground): PersonRow[] {
  const nudges = ground.contacts.byTemplate.get('T27') ?? []
  const twice = ground.outstanding.flatMap((mail) => {
    const row = ground.rowsById.get(mail.personId)
    const count = nudges.filter((one) => one.row === row && one.touch.date >= mail.date).length
    return row && mail.templateId !== 'T27' && count > 1 ? [row] : []
  })
  return [...new Set(twice)]
}

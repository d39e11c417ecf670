import { addDays } from '../dates'
import { type Letter, letterSteps } from '../letters/letter'
import { isCandidate, isConfirmed, stateOfLetter } from '../letters/letter-rules'
import { foldText } from '../names/fold'
import { coldTag, strengthOf } from '../programs/connection'
import type { Interview, Program } from '../programs/program'
import type { Remark } from '../remarks/remark'
import type { Rotation } from '../rotation/rotation'
import { type Counted, personItem } from './count-people'
import type { RecordQuery } from './goal'
import { firstContact, type Ground } from './ground'
import { listRotationTasks } from './list-rotations'
import { listThanks } from './list-thanks'
import type { CountedItem } from './month-view'

/** What a query over records finds: what it counts, and how many there are for it to count. */
export interface CountedRecords {
  counted: Counted[]
  total: number
}

type QueryOf<Of extends RecordQuery['of']> = Extract<RecordQuery, { of: Of }>

/** Counts records of the road. Records about people who are no longer in the log are left out. */
export function countRecords(query: RecordQuery, ground: Ground): CountedRecords {
  switch (query.of) {
    case 'letters':
      return countLetters(query, ground)
    case 'programs':
      return countPrograms(query, ground)
    case 'remarks':
      return countRemarks(query, ground)
    case 'rotations':
      return countRotations(query, ground)
    case 'interviews':
      return countInterviews(query, ground)
    case 'events':
      return countEvents(query, ground)
    case 'thanks': {
      const thanks = listThanks(ground)
      const counted = (thanks ?? []).flatMap(({ row, sentOn }) =>
        sentOn ? [{ item: personItem(row), date: sentOn }] : [],
      )
      return { counted, total: thanks?.length ?? 0 }
    }
  }
}

function countLetters({ is }: QueryOf<'letters'>, ground: Ground): CountedRecords {
  const isWanted = (letter: Letter) => {
    switch (is) {
      case 'candidate':
        return isCandidate(letter)
      case 'asked':
        return isConfirmed(letter) || stateOfLetter(letter) === 'asked'
      case 'confirmed':
        return isConfirmed(letter)
      case 'uploaded':
        return isConfirmed(letter) && letter.uploadedOn !== null
    }
  }
  const writers = new Map<string, Counted>()
  for (const letter of ground.input.road.letters) {
    const row = ground.rowsById.get(letter.personId)
    if (!row || !isWanted(letter) || writers.has(row.id)) continue
    const item: CountedItem = { what: 'letter', id: letter.id, shown: row.shown, personId: row.id }
    writers.set(row.id, { item, date: lastStepOf(letter) })
  }
  return { counted: [...writers.values()], total: writers.size }
}

function lastStepOf(letter: Letter): string {
  const dates = letterSteps.flatMap((step) => letter[step] ?? [])
  return dates.sort().at(-1) ?? ''
}

function countPrograms({ has }: QueryOf<'programs'>, ground: Ground): CountedRecords {
  const { programs } = ground.input.road
  const isWanted = (program: Program) => {
    switch (has) {
      case 'any':
        return true
      case 'connection':
        return isConnectionKnown(program, ground)
      case 'away-word':
        return program.away.use !== 'unknown' || program.services.length > 0
      case 'rank':
        return program.rank !== null
      case 'rank-reason':
        return program.rank !== null && program.rankReason !== ''
    }
  }
  return { counted: programs.filter(isWanted).map(countProgram), total: programs.length }
}

/** A way in is known, or the student looked and found nobody (R5.4). */
function isConnectionKnown(program: Program, ground: Ground): boolean {
  if (program.tags.some((tag) => foldText(tag) === coldTag)) return true
  return strengthOf(ground.connectionsOf(program)) !== 'none'
}

function countProgram(program: Program): Counted {
  return { item: { what: 'program', id: program.id, shown: program.name, personId: '' }, date: '' }
}

function countRemarks(query: QueryOf<'remarks'>, ground: Ground): CountedRecords {
  const remarks = ground.input.road.remarks.filter((one) => {
    const isThere = one.personId === '' || ground.rowsById.has(one.personId)
    return query.kinds.includes(one.kind) && isThere && one.date <= ground.until
  })
  const isWanted = (remark: Remark) => {
    if (query.has === 'any') return true
    if (query.has === 'person') return remark.personId !== ''
    return isClosed(remark, query.templates ?? [], ground)
  }
  const counted = remarks.filter(isWanted).map((remark) => countRemark(remark, ground))
  if (query.has !== 'person') return { counted, total: remarks.length }
  const byPerson = new Map(counted.map((one) => [one.item.personId, one]))
  return { counted: [...byPerson.values()], total: byPerson.size }
}

/** Dealt with: closed by the student, or the person was written to about it. */
export function isClosed(remark: Remark, templates: readonly string[], ground: Ground): boolean {
  return (
    remark.closedOn !== null ||
    firstContact(ground, remark.personId, { templates }, remark.date, ground.until) !== null
  )
}

function countRemark(remark: Remark, ground: Ground): Counted {
  const shown = remark.about || (ground.rowsById.get(remark.personId)?.shown ?? '')
  return { item: { what: 'remark', id: remark.id, shown, personId: remark.personId }, date: remark.date }
}

function countRotations({ kinds, has }: QueryOf<'rotations'>, ground: Ground): CountedRecords {
  const rotations = ground.input.road.rotations.filter(
    (one) => one.start <= ground.today && (!kinds || kinds.includes(one.kind)),
  )
  const isWanted = (rotation: Rotation): boolean => {
    switch (has) {
      case 'any':
        return true
      case 'residents':
        return rotation.people.some(
          ({ post, personId }) =>
            (post === 'resident' || post === 'senior-resident') && ground.rowsById.has(personId),
        )
      case 'feedback':
        return rotation.feedback.length > 0
      case 'tasks':
        return listRotationTasks(rotation, ground).every(
          ({ state }) => state === 'done' || state === 'skipped',
        )
    }
  }
  return {
    counted: rotations.filter(isWanted).map(({ id, service, start }) => ({
      item: { what: 'rotation', id, shown: service, personId: '' },
      date: start,
    })),
    total: rotations.length,
  }
}

/** From so many days before an interview a message to the residents there is apt; so long after it still is. */
export const interviewDays = 14

/** Every resident known at an interview's program, with the day they were written to; null when that is not yet apt. */
export function listInterviewMessages(
  interview: Interview,
  side: 'before' | 'after',
  templates: readonly string[],
  ground: Ground,
): { row: Ground['input']['rows'][number]; doneOn: string | null }[] | null {
  const program = ground.programsById.get(interview.programId)
  if (!program) return null
  const { date } = interview
  if (side === 'before' ? addDays(date, -interviewDays) > ground.today : date > ground.today) return null
  const [from, to] = side === 'before' ? [addDays(date, -60), date] : [date, ground.until]
  return ground
    .residentsAt(program)
    .filter((row) => side === 'after' || row.savedOn < date)
    .map((row) => ({ row, doneOn: firstContact(ground, row.id, { templates }, from, to) }))
}

function countInterviews(query: QueryOf<'interviews'>, ground: Ground): CountedRecords {
  const counted: Counted[] = []
  let total = 0
  for (const interview of ground.input.road.interviews) {
    const { has } = query
    if (has === 'message-before' || has === 'message-after') {
      const side = has === 'message-before' ? 'before' : 'after'
      const asked = listInterviewMessages(interview, side, query.templates ?? [], ground)
      if (!asked || asked.length === 0) continue
      total += 1
      if (asked.every((one) => one.doneOn !== null)) counted.push(countInterview(interview, ground))
      continue
    }
    if (has === 'notes' && interview.date > ground.today) continue
    total += 1
    if (has === 'any' || interview.notes.trim() !== '' || interview.notesOn !== null)
      counted.push(countInterview(interview, ground))
  }
  return { counted, total }
}

function countInterview({ id, programId, date }: Interview, ground: Ground): Counted {
  const shown = ground.programsById.get(programId)?.name ?? ''
  return { item: { what: 'interview', id, shown, personId: '' }, date }
}

function countEvents({ has }: QueryOf<'events'>, ground: Ground): CountedRecords {
  const events = ground.input.road.events.filter((one) => one.date <= ground.until)
  const named = new Map<string, Counted>()
  for (const { id, what, interestGroup, date } of events) {
    if (has === 'interest-group' && foldText(interestGroup).trim() === '') continue
    const key = has === 'interest-group' ? foldText(interestGroup).trim() : id
    if (named.has(key)) continue
    const shown = has === 'interest-group' ? interestGroup : what
    named.set(key, { item: { what: 'event', id, shown, personId: '' }, date })
  }
  return { counted: [...named.values()], total: named.size }
}

import { addDays, type LocalDate } from '../dates'
import { type Message, message } from '../message'
import type { PersonRow } from '../person/person-row'
import { lastDayOf } from '../rotation/list-tasks'
import { interviewDays, listInterviewMessages } from './count-records'
import { firstContact, type Ground, nameOf, semesterStart } from './ground'
import { listThanks } from './list-thanks'
import type { PromptView } from './month-view'

/** A prompt that is done is still shown for so long, so that a round has a progress. */
const doneDays = 21
const mostShown = 100
/** Mid-season: so long after the first invitation the one update of the season is apt (R5.8). */
const midSeasonDays = 28
/** Residents of a rotation are asked about programs from its third to its fourth month after (R4.12). */
const monthsAfter = { from: 91, to: 122 }
const rankCheckDays = 35
const mentorsToAsk = 2
const updates = { most: 2, apartDays: 28 }

/** A prompt before it is known whether it was answered. */
interface Asked {
  templateId: string
  row: PersonRow
  refId: string
  programId?: string
  reason: Message
  from: LocalDate
  by: LocalDate | null
  /** Not shown after this day, done or not. */
  until: LocalDate
  /** A touch from the template since this day answers it. */
  since: LocalDate
  doneOn?: LocalDate | null
}

/**
 * The letters that what happened brings up, whatever the month: what is still to be written first. A prompt is answered
 * by a touch with the person that was written from its template; a touch does not say which program it was about.
 */
export function listPrompts(ground: Ground): PromptView[] {
  const asked = [
    ...askUpdates(ground),
    ...askResidentsLater(ground),
    ...askOffers(ground),
    ...askSubmitted(ground),
    ...askMidSeason(ground),
    ...askInvited(ground),
    ...askInterviews(ground),
    ...askRankList(ground),
  ]
  const views = asked.flatMap((one) => viewPrompt(one, ground))
  views.push(...askThanks(ground))
  return views
    .sort(
      (a, b) =>
        Number(a.done) - Number(b.done) ||
        compare(a.by ?? '9999', b.by ?? '9999') ||
        compare(a.from, b.from) ||
        compare(a.key, b.key),
    )
    .slice(0, mostShown)
}

function viewPrompt(asked: Asked, ground: Ground): PromptView[] {
  const { templateId, row, refId, programId = '', reason, from, by } = asked
  const { today } = ground
  if (today < from || today > asked.until) return []
  const doneOn =
    asked.doneOn !== undefined
      ? asked.doneOn
      : firstContact(ground, row.id, { templates: [templateId] }, asked.since, ground.until)
  if (doneOn !== null && doneOn < addDays(today, -doneDays)) return []
  const key = `${templateId}/${row.id}/${refId}`
  const person = nameOf(row)
  return [{ key, templateId, person, programId, refId, reason, from, by, done: doneOn !== null, doneOn }]
}

/** T8: one or two short updates a semester to those who may write one day, and then no more (R3.3). */
function askUpdates(ground: Ground): Asked[] {
  const { stage, today } = ground
  if (stage.id !== 'ms2-jul-oct' || !stage.to) return []
  const until = stage.to
  const since = semesterStart(today)
  return ground.input.rows.flatMap((row): Asked[] => {
    if (!row.letterWriter && row.mentor !== 'key') return []
    const isRested = !row.lastTouch || row.lastTouch <= addDays(today, -updates.apartDays)
    if (!isRested) return []
    const sent = (ground.contacts.byKind.get('update') ?? []).filter(
      (one) => one.row === row && one.touch.date >= since,
    ).length
    if (sent >= updates.most) return []
    const reason = message(sent === 0 ? 'prompt.first-update' : 'prompt.second-update')
    const from = addDays(row.lastTouch ?? row.savedOn, updates.apartDays)
    return [{ templateId: 'T8', row, refId: '', reason, from, by: null, until, since, doneOn: null }]
  })
}

/** T15: residents of a rotation, three to four months later (R4.12); each once, after the latest rotation with them. */
function askResidentsLater(ground: Ground): Asked[] {
  const asked = new Map<string, Asked>()
  const rotations = [...ground.input.road.rotations].sort((a, b) => compare(a.start, b.start))
  for (const rotation of rotations) {
    const end = lastDayOf(rotation)
    if (end > ground.today) continue
    for (const { personId, post } of rotation.people) {
      const row = ground.rowsById.get(personId)
      if (!row || (post !== 'resident' && post !== 'senior-resident')) continue
      asked.set(personId, {
        templateId: 'T15',
        row,
        refId: rotation.id,
        reason: message('prompt.months-after', { service: rotation.service }),
        from: addDays(end, monthsAfter.from),
        by: addDays(end, monthsAfter.to),
        until: addDays(end, monthsAfter.to),
        since: end,
      })
    }
  }
  return [...asked.values()]
}

/** T17 to mentors who offered to reach out (R5.5), T18 to people met briefly at a program (R5.6), from July of MS4 on. */
function askOffers(ground: Ground): Asked[] {
  const july = `${ground.road.graduationYear - 1}-07-01`
  const by = ground.reading?.date ?? null
  return ground.input.road.remarks.flatMap((remark): Asked[] => {
    const { kind, personId, programId, date, closedOn } = remark
    const row = ground.rowsById.get(personId)
    if (!row || (kind !== 'offer' && kind !== 'mild-connection')) return []
    const program = ground.programsById.get(programId)?.name ?? ''
    const isOffer = kind === 'offer'
    return [
      {
        templateId: isOffer ? 'T17' : 'T18',
        row,
        refId: remark.id,
        programId: program ? programId : '',
        reason: isOffer ? message('prompt.offer') : message('prompt.met-briefly'),
        from: date > july ? date : july,
        by,
        until: addDays(by ?? `${ground.road.graduationYear - 1}-09-30`, doneDays),
        since: date,
        ...(closedOn && { doneOn: closedOn }),
      },
    ]
  })
}

/** T19: the application went in (R5.8). */
function askSubmitted(ground: Ground): Asked[] {
  const submitted = earliest(ground, 'application-submitted')
  if (!submitted) return []
  return listMainMentors(ground).map((row) => ({
    templateId: 'T19',
    row,
    refId: submitted.id,
    reason: message('prompt.submitted'),
    from: submitted.date,
    by: addDays(submitted.date, 14),
    until: addDays(submitted.date, 60),
    since: submitted.date,
  }))
}

/** T20: one update in mid-season with the invitations so far (R5.8). */
function askMidSeason(ground: Ground): Asked[] {
  const invitations = listInvitations(ground)
  const first = invitations[0]
  if (!first) return []
  return listMainMentors(ground).map((row) => ({
    templateId: 'T20',
    row,
    refId: first.refId,
    reason: message('prompt.invitations', { count: invitations.length }),
    from: addDays(first.date, midSeasonDays),
    by: addDays(first.date, midSeasonDays + 28),
    until: addDays(first.date, midSeasonDays + 70),
    since: first.date,
  }))
}

/** T21: an invitation from a program to which a mentor has a tie (R5.8). Whether it is wanted badly, the student knows. */
function askInvited(ground: Ground): Asked[] {
  return listInvitations(ground).flatMap(({ date, refId, programId }) => {
    const program = ground.programsById.get(programId)
    if (!program) return []
    const interview = ground.input.road.interviews
      .filter((one) => one.programId === programId && one.date >= date)
      .map((one) => one.date)
      .sort()[0]
    const by = interview ?? addDays(date, 30)
    return ground.connectionsOf(program).flatMap(({ strength, personId, evidence }): Asked[] => {
      const row = ground.rowsById.get(personId)
      if (!row || row.mentor === 'none' || strength === 'resident-friend') return []
      // At the own school every mentor is a tie: only what somebody said of it counts.
      if (evidence === 'works-there' && ground.isHome(program)) return []
      const reason = message('prompt.invited', { program: program.name })
      return [{ templateId: 'T21', row, refId, programId, reason, from: date, by, until: by, since: date }]
    })
  })
}

/** T22 before and T23 after each interview, to every resident known there (R5.9). */
function askInterviews(ground: Ground): Asked[] {
  return ground.input.road.interviews.flatMap((interview) => {
    const { id: refId, programId, date } = interview
    const program = ground.programsById.get(programId)?.name ?? ''
    const before = listInterviewMessages(interview, 'before', ['T22'], ground) ?? []
    const after = listInterviewMessages(interview, 'after', ['T23'], ground) ?? []
    return [
      ...before.map(
        ({ row, doneOn }): Asked => ({
          templateId: 'T22',
          row,
          refId,
          programId,
          reason: message('prompt.before-interview', { program }),
          from: addDays(date, -interviewDays),
          by: date,
          until: date,
          since: date,
          doneOn,
        }),
      ),
      ...after.map(
        ({ row, doneOn }): Asked => ({
          templateId: 'T23',
          row,
          refId,
          programId,
          reason: message('prompt.after-interview', { program }),
          from: date,
          by: addDays(date, interviewDays),
          until: addDays(date, interviewDays),
          since: date,
          doneOn,
        }),
      ),
    ]
  })
}

/** T24: one or two mentors look at the rank list before its deadline (R5.10). A mentor's own program on it is pointed out. */
function askRankList(ground: Ground): Asked[] {
  const deadlines = ['rank-list-deadline', 'ophthalmology-rank'].flatMap(
    (id) => ground.season.get(id)?.date ?? [],
  )
  const by = deadlines.filter((date) => date >= ground.today).sort()[0]
  if (!by || ground.today < addDays(by, -rankCheckDays)) return []
  const ranked = ground.input.road.programs.filter((program) => program.rank !== null)
  const from = addDays(by, -rankCheckDays)
  const isCertified = ground.input.road.milestones.some(
    (one) => one.kind === 'rank-list-certified' && one.date <= ground.today && one.date >= from,
  )
  const asked = listMainMentors(ground).map((row): Asked => {
    const own = ranked.find((program) =>
      ground.connectionsOf(program).some((one) => one.personId === row.id && one.evidence === 'works-there'),
    )
    return {
      templateId: 'T24',
      row,
      refId: '',
      programId: own?.id ?? '',
      reason: own ? message('prompt.rank-list-own', { program: own.name }) : message('prompt.rank-list'),
      from,
      by,
      until: by,
      since: addDays(from, -28),
    }
  })
  const checkedOn = (one: Asked) =>
    firstContact(ground, one.row.id, { templates: ['T24'], kinds: ['rank-check'] }, one.since, ground.until)
  const answered = asked.map((one) => ({ ...one, doneOn: checkedOn(one) }))
  const done = answered.filter((one) => one.doneOn !== null)
  return done.length >= mentorsToAsk || isCertified ? done : answered
}

/** T25: the thank-you round as one prompt; its people are in the view's `thanks` (R5.11). */
function askThanks(ground: Ground): PromptView[] {
  const helpers = listThanks(ground)
  if (!helpers || helpers.length === 0 || !ground.matched) return []
  const left = helpers.filter((one) => one.sentOn === null).length
  const { date, programId } = ground.matched
  const last =
    helpers
      .map((one) => one.sentOn ?? '')
      .sort()
      .at(-1) ?? ''
  if (left === 0 && last < addDays(ground.today, -doneDays)) return []
  return [
    {
      key: 'T25//',
      templateId: 'T25',
      person: null,
      programId,
      refId: '',
      reason: message('prompt.thanks', { left, total: helpers.length }),
      from: date,
      by: null,
      done: left === 0,
      doneOn: left === 0 ? last : null,
    },
  ]
}

/** The key mentors; where nobody is one, all mentors. */
function listMainMentors({ input }: Ground): PersonRow[] {
  const key = input.rows.filter((row) => row.mentor === 'key')
  const mentors = key.length > 0 ? key : input.rows.filter((row) => row.mentor === 'mentor')
  return mentors.sort((a, b) => compare(a.sort, b.sort) || compare(a.id, b.id)).slice(0, 12)
}

function earliest(
  { input, today }: Ground,
  kind: 'application-submitted',
): { id: string; date: LocalDate } | undefined {
  const found = input.road.milestones.filter((one) => one.kind === kind && one.date <= today)
  return found.sort((a, b) => compare(a.date, b.date))[0]
}

/** Every invitation, from milestones and from the programs themselves, the earliest first; each program once. */
function listInvitations(ground: Ground): { date: LocalDate; refId: string; programId: string }[] {
  const { milestones, programs } = ground.input.road
  const found = [
    ...milestones.flatMap(({ id, kind, date, programId }) =>
      kind === 'invitation' ? [{ date, refId: id, programId }] : [],
    ),
    ...programs.flatMap(({ id, invitedOn }) =>
      invitedOn ? [{ date: invitedOn, refId: id, programId: id }] : [],
    ),
  ].filter((one) => one.date <= ground.today)
  found.sort((a, b) => compare(a.date, b.date) || compare(a.refId, b.refId))
  const seen = new Set<string>()
  return found.filter(({ programId }) => {
    if (programId === '') return true
    const isNew = !seen.has(programId)
    seen.add(programId)
    return isNew
  })
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}

import { addDays, type LocalDate } from '../dates'
import { isConfirmed } from '../letters/letter-rules'
import type { PersonRow } from '../person/person-row'
import { firstContact, type Ground, nameOf } from './ground'
import { type HelpKind, helpKinds, type ThanksView } from './month-view'

/** How long after the Match the round is kept together. */
const roundDays = 440
const mostShown = 200

/** Somebody who helped on the way to the Match, with what they did as far as the log tells. */
export interface Helper {
  row: PersonRow
  did: HelpKind[]
  sentOn: LocalDate | null
}

/**
 * Everybody to be thanked after the Match (R5.11), once it is recorded; null before: mentors, writers of letters, and
 * residents and others who helped. Somebody counts only for what the log shows.
 */
export function listThanks(ground: Ground): Helper[] | null {
  const { matched, today, contacts } = ground
  if (!matched || today > addDays(matched.date, roundDays)) return null
  const { letters, remarks, programs, rotations } = ground.input.road
  const help = new Map<string, Set<HelpKind>>()
  const add = (personId: string, kind: HelpKind) => {
    if (!ground.rowsById.has(personId)) return
    const known = help.get(personId)
    if (known) known.add(kind)
    else help.set(personId, new Set([kind]))
  }
  for (const row of ground.input.rows) {
    if (row.mentor !== 'none') add(row.id, 'mentored')
    const isResident = row.roles.some((role) => role === 'resident' || role === 'fellow')
    if (isResident && row.touches >= 2) add(row.id, 'talked')
  }
  for (const letter of letters) if (isConfirmed(letter)) add(letter.personId, 'wrote')
  for (const { kind, personId } of remarks) {
    if (kind === 'offer') add(personId, 'offered')
    if (kind === 'would-write-to') add(personId, 'named-people')
    if (kind === 'realistic-tier' || kind === 'friendly-service') add(personId, 'advised')
  }
  for (const program of programs) {
    for (const tie of program.ties) add(tie.personId, 'opened-door')
    add(program.away.saidBy, 'told-of-program')
    for (const service of program.services) add(service.saidBy, 'told-of-program')
  }
  for (const { people } of rotations) {
    for (const { personId, post } of people)
      if (post === 'senior-resident' || post === 'resident') add(personId, 'worked-together')
  }
  for (const { row, touch } of contacts.byKind.get('program-question') ?? [])
    if (touch.date <= today) add(row.id, 'told-of-program')
  for (const { row } of contacts.byKind.get('rank-check') ?? []) add(row.id, 'checked-list')

  const thanked = { templates: ['T25'], kinds: ['closing-thanks'] as const }
  const helpers = [...help].flatMap(([id, did]): Helper[] => {
    const row = ground.rowsById.get(id)
    if (!row) return []
    const sentOn = firstContact(ground, id, thanked, matched.date, ground.until)
    return [{ row, did: helpKinds.filter((kind) => did.has(kind)), sentOn }]
  })
  return helpers.sort(
    (a, b) =>
      Number(a.sentOn !== null) - Number(b.sentOn !== null) ||
      rankOf(a) - rankOf(b) ||
      (a.row.sort === b.row.sort ? (a.row.id < b.row.id ? -1 : 1) : a.row.sort < b.row.sort ? -1 : 1),
  )
}

/** Writers, then mentors, then everybody else by what they did. */
function rankOf({ did }: Helper): number {
  if (did.includes('wrote')) return -1
  return did[0] ? helpKinds.indexOf(did[0]) : helpKinds.length
}

/** The round as a view; null before the Match is recorded. */
export function viewThanks(ground: Ground): ThanksView | null {
  const helpers = listThanks(ground)
  if (!helpers || !ground.matched) return null
  return {
    matchedOn: ground.matched.date,
    programId: ground.programsById.has(ground.matched.programId) ? ground.matched.programId : '',
    sent: helpers.filter((one) => one.sentOn !== null).length,
    total: helpers.length,
    items: helpers.slice(0, mostShown).map(({ row, did, sentOn }) => ({ person: nameOf(row), did, sentOn })),
  }
}

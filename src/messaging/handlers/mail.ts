import { createPlaceReader } from '../../domain/benchmarks/place'
import { daysBetween } from '../../domain/dates'
import { applyEdits } from '../../domain/edits/apply-edits'
import { message } from '../../domain/message'
import type { Person } from '../../domain/person/person'
import { proposeTopic } from '../../domain/templates/propose-topic'
import type { TemplateSeed } from '../../domain/templates/template-seed'
import type { YearWords } from '../../domain/templates/template-values'
import { coldMailWaitsDays } from '../../domain/templates/template-warnings'
import type { TouchInput } from '../../domain/touch/touch'
import { type Moment, type Store, StoreError } from '../../store/api'
import type { Request, Response } from '../protocol'

const fold = (address: string): string => address.trim().toLowerCase()

/** Addresses of other people: the student's own are never looked up. */
function dropOwn(addresses: readonly string[], own: readonly string[]): string[] {
  const mine = new Set(own.map(fold))
  return [...new Set(addresses.map(fold))].filter((address) => address && !mine.has(address))
}

/** True when somebody has confirmed that the address is this person's. */
function isCertain(person: Person, address: string): boolean {
  return person.emails.some((email) => email.certain && fold(email.address) === address)
}

/** The people of the log behind each address; an address counts only for people it certainly belongs to. */
async function findPeople(store: Store, addresses: string[]): Promise<{ address: string; person: Person }[]> {
  const found = await store.people.byEmail(addresses)
  return addresses.flatMap((address) =>
    (found.get(address) ?? [])
      .filter((person) => isCertain(person, address))
      .map((person) => ({ address, person })),
  )
}

/** As many papers as anybody chooses from. */
const papersOffered = 30

function listPapers(person: Person): Response<'mail.context'>['people'][number]['papers'] {
  return person.publications
    .filter((paper) => paper.title)
    .sort((a, b) => (b.year ?? 0) - (a.year ?? 0))
    .slice(0, papersOffered)
    .map(({ pmid, title, year }) => ({ pmid, title, year, topic: proposeTopic(title) }))
}

type Templates = readonly TemplateSeed[]

function findTemplate(templates: Templates, id: string): TemplateSeed | undefined {
  return templates.find((template) => template.id === id)
}

/** Everything the picker asks when it opens, with the letters themselves. */
export async function answerContext(
  store: Store,
  body: Request<'mail.context'>,
  moment: Moment,
  { templates: seeds, years }: { templates: Templates; years: YearWords },
): Promise<Response<'mail.context'>> {
  const [profile, view, rows, edits] = await Promise.all([
    store.profile.get(),
    store.month.refresh(moment.today),
    store.people.rows(),
    store.road.seedEdits.list(),
  ])
  const { offered, known: templates } = applyEdits(seeds, edits)
  const addresses = dropOwn(
    body.to.map((recipient) => recipient.address),
    [...profile.ownEmails, body.account],
  )
  const readPlace = createPlaceReader(profile.school)
  const people: Response<'mail.context'>['people'] = []
  for (const { address, person } of await findPeople(store, addresses)) {
    if (people.some((known) => known.person.id === person.id)) continue
    const touches = [...(await store.touches.of(person.id))].sort((a, b) => (a.date < b.date ? 1 : -1))
    const awaited = touches.find((touch) => touch.outcome === 'awaiting')
    people.push({
      address,
      person: { ...person, publications: [] },
      papers: listPapers(person),
      place: readPlace(person.institution),
      lastContact: touches[0]?.date ?? null,
      recent: [...new Set(touches.map((touch) => touch.templateId).filter(Boolean))],
      awaiting: awaited
        ? {
            since: awaited.date,
            nudged: touches.some(
              (touch) => findTemplate(templates, touch.templateId)?.isNudge && touch.date >= awaited.date,
            ),
          }
        : null,
    })
  }

  const waitingRows = rows.filter((row) => row.awaitingSince !== null)
  const shownById = new Map(waitingRows.map((row) => [row.id, row.shown]))
  const awaited = waitingRows.length > 0 ? await store.touches.awaiting([...shownById.keys()]) : []
  const waiting = new Map<string, Response<'mail.context'>['waiting'][number]>()
  for (const touch of awaited) {
    const isCold = findTemplate(templates, touch.templateId)?.coldEmail ?? false
    if (!isCold || daysBetween(touch.date, moment.today) > coldMailWaitsDays) continue
    const shown = shownById.get(touch.personId) ?? ''
    waiting.set(touch.personId, { personId: touch.personId, shown, since: touch.date })
  }
  return {
    people,
    profile,
    stage: view.stage.id,
    today: moment.today,
    waiting: [...waiting.values()],
    templates: offered,
    years,
  }
}

/**
 * Logs one touch for each known To-recipient, in one change. Where an address belongs to several people of the log, only
 * the one that was chosen in the picker counts. Nothing is logged when the student switched logging off. `zone`: the
 * device's time zone (IANA), which the touch keeps.
 */
export async function answerSent(
  store: Store,
  body: Request<'mail.sent'>,
  moment: Moment,
  { templates, zone }: { templates: Templates; zone: string },
): Promise<Response<'mail.sent'>> {
  const profile = await store.profile.get()
  if (!profile.logSentMail) return { changeId: null, logged: [] }
  const addresses = dropOwn(body.to, [...profile.ownEmails, body.account])

  const recipients = new Map<string, Person>()
  const matches = await findPeople(store, addresses)
  for (const address of addresses) {
    const owners = matches.filter((match) => match.address === address).map((match) => match.person)
    const owner = owners.length > 1 ? owners.find((person) => person.id === body.personId) : owners[0]
    if (owner) recipients.set(owner.id, owner)
  }
  // Folded recipients of a reply cannot be read: then it is the person for whom the template was filled.
  if (body.to.length === 0 && body.personId) {
    const person = await store.people.get(body.personId)
    if (person) recipients.set(person.id, person)
  }
  if (recipients.size === 0) return { changeId: null, logged: [] }

  const { known } = applyEdits(templates, await store.road.seedEdits.list())
  const template = findTemplate(known, body.templateId)
  // A template filled for one person is that person's; the other recipients got an e-mail.
  const wasFilledFor = (id: string): boolean =>
    template !== undefined && (!recipients.has(body.personId) || body.personId === id)
  const touches = [...recipients.keys()].map((personId): TouchInput => {
    const letter = wasFilledFor(personId) ? template : undefined
    return {
      personId,
      date: moment.today,
      zone,
      kind: letter?.touchKind ?? 'email',
      direction: 'out',
      templateId: letter?.id ?? '',
      note: '',
      outcome: letter?.asksForAnswer ? 'awaiting' : null,
      thread: body.thread,
      pmid: letter && /^\d{0,10}$/.test(body.pmid) ? body.pmid : '',
      scheduled: body.scheduled,
    }
  })
  const { changeId } = await store.touches.add(touches, moment)
  return {
    changeId,
    logged: [...recipients.values()].map((person) => ({ personId: person.id, shown: person.names.shown })),
  }
}

/** The newest mail to any of these people whose answer is awaited. */
export async function answerAwaited(
  store: Store,
  body: Request<'mail.awaited'>,
): Promise<Response<'mail.awaited'>> {
  const profile = await store.profile.get()
  const matches = await findPeople(store, dropOwn(body.to, profile.ownEmails))
  if (matches.length === 0) return { awaited: null }
  const people = new Map(matches.map(({ person }) => [person.id, person]))
  const touch = (await store.touches.awaiting([...people.keys()]))[0]
  const person = touch ? people.get(touch.personId) : undefined
  if (!touch || !person) return { awaited: null }
  return {
    awaited: { touchId: touch.id, personId: person.id, shown: person.names.shown, since: touch.date },
  }
}

/** Notes what came of a mail. Throws `error.touch-gone` when it was deleted meanwhile. */
export async function answerAnswered(
  store: Store,
  body: Request<'mail.answered'>,
  moment: Moment,
): Promise<Response<'mail.answered'>> {
  const touch = await store.touches.get(body.touchId)
  if (!touch) throw new StoreError(message('error.touch-gone'))
  const { schema: _schema, id: _id, createdAt: _createdAt, ...input } = touch
  const { changeId } = await store.touches.update(body.touchId, { ...input, outcome: body.outcome }, moment)
  return { changeId }
}

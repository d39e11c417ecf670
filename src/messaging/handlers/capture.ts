import { message } from '../../domain/message'
import { parseCitationName, parseName, parseNameAndCredentials } from '../../domain/names/parse-name'
import { isUnreadName } from '../../domain/person/draft'
import { toMatchQuery } from '../../domain/person/match-query'
import { proposeMerge } from '../../domain/person/merge'
import type { PersonInput } from '../../domain/person/person'
import {
  type KnownAnswer,
  type KnownQuery,
  type Moment,
  type SaveManyParts,
  type Store,
  StoreError,
} from '../../store/api'
import type { Request, Response } from '../protocol'

/** How a mark is shown: `says` in words, `sign` in the control itself. */
export type DescribeKnown = (known: KnownAnswer) => { says: string; sign: string }

/** Whom of the people on a page the log knows, in the words of `describe`. The answers stand in the order of the people. */
export async function answerMarks(
  store: Store,
  body: Request<'capture.marks'>,
  describe: DescribeKnown,
): Promise<Response<'capture.marks'>> {
  const marks: Response<'capture.marks'>['marks'] = []
  for (const person of body.people) {
    const { shown, affiliations } = person
    const names = body.cited ? parseCitationName(shown) : parseName(shown)
    const known = await store.people.known({ names, emails: [], pmids: body.pmids, affiliations })
    if (known) {
      const { says, sign } = describe(known)
      // On an author page the control has room for the words.
      marks.push({ says, sign: body.cited ? says : sign })
    } else marks.push(null)
  }
  return { marks }
}

/** A page leaves names that the student typed to be taken apart here, degrees behind the name included. */
function readTypedName(input: PersonInput): PersonInput {
  if (!isUnreadName(input.names)) return input
  const { names, credentials } = parseNameAndCredentials(input.names.shown)
  return { ...input, names, credentials: [...new Set([...input.credentials, ...credentials])].slice(0, 20) }
}

/** The query of a person to be saved. An address whose owner is not certain is no evidence of who this is. */
function queryOf(input: PersonInput): KnownQuery {
  const { names, emails, pmids, affiliations, dois = [], titles = [], links = [] } = toMatchQuery(input)
  return {
    names,
    emails: [...emails],
    pmids: [...pmids],
    affiliations: [...affiliations],
    dois: [...dois],
    titles: [...titles],
    links: [...links],
  }
}

/** What saving `input` would meet: who is known or may be, and what joining the two would change. The funnel is added apart. */
export async function answerCheck(
  store: Store,
  body: Request<'capture.check'>,
): Promise<Omit<Response<'capture.check'>, 'funnel'>> {
  const input = readTypedName(body.input)
  const known = await store.people.known(queryOf(input))
  const person = known ? await store.people.get(known.personId) : null
  if (!known || !person) return { known: null, person: null, changes: [] }
  return { known, person, changes: proposeMerge(person, input).changes }
}

/** Whom of many people the log knows. */
export async function answerKnown(
  store: Store,
  body: Request<'capture.known'>,
): Promise<Response<'capture.known'>> {
  return { marks: await store.people.knownMany(body.people) }
}

/** Saves a new person, or joins what was read into somebody known. */
export async function answerSave(
  store: Store,
  { input: raw, into, isSaidSame }: Request<'capture.save'>,
  moment: Moment,
): Promise<Response<'capture.save'>> {
  const input = readTypedName(raw)
  if (into === null) return await store.people.add(input, moment)
  // Asked again at the moment of saving: the log may have changed since the preview.
  const known = await store.people.known(queryOf(input))
  if (!mayJoin(known, into, isSaidSame)) throw new StoreError(message('error.merge-changed'))
  const { changeId } = await store.people.merge(into, input, moment, { isSaidSame })
  return { changeId, personId: into }
}

/** A name alone never merges by itself: for a "maybe" the student has to have said that it is the same person. */
function mayJoin(known: KnownAnswer | null, into: string, isSaidSame = false): boolean {
  return known?.personId === into && (known.state === 'known' || isSaidSame)
}

/** Saves and joins many. Refused as a whole when the log no longer is what the page showed. */
export async function answerSaveMany(
  store: Store,
  { items }: Request<'capture.save-many'>,
  moment: Moment,
  parts: SaveManyParts,
): Promise<Response<'capture.save-many'>> {
  const known = await store.people.knownMany(items.map((item) => queryOf(item.input)))
  const isAsShown = items.every(({ into, isSaidSame }, at) => {
    const answer = known[at] ?? null
    return into === null ? answer?.state !== 'known' : mayJoin(answer, into, isSaidSame)
  })
  if (!isAsShown) throw new StoreError(message('error.log-changed'))
  const { changeId, saved, joined, repeated } = await store.people.saveMany(items, moment, parts)
  return { changeId, saved, joined, repeated }
}

import { message } from '../../domain/message'
import { parseCitationName, parseName } from '../../domain/names/parse-name'
import { proposeMerge } from '../../domain/person/merge'
import type { PersonInput } from '../../domain/person/person'
import { type KnownAnswer, type KnownQuery, type Moment, type Store, StoreError } from '../../store/api'
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

function queryOf(input: PersonInput): KnownQuery {
  return {
    names: input.names,
    // An address whose owner is not certain is no evidence of who this is.
    emails: input.emails.filter((email) => email.certain).map((email) => email.address),
    pmids: input.publications.map((publication) => publication.pmid).filter(Boolean),
    affiliations: [...input.affiliations, input.institution].filter(Boolean),
  }
}

/** What saving `input` would meet: who is known, and what a merge would change. */
export async function answerCheck(
  store: Store,
  body: Request<'capture.check'>,
): Promise<Response<'capture.check'>> {
  const known = await store.people.known(queryOf(body.input))
  const person = known ? await store.people.get(known.personId) : null
  if (!known || !person) return { known: null, person: null, changes: [] }
  const changes = known.state === 'known' ? proposeMerge(person, body.input).changes : []
  return { known, person, changes }
}

/** Saves a new person, or joins what was read into somebody known. */
export async function answerSave(
  store: Store,
  body: Request<'capture.save'>,
  moment: Moment,
): Promise<Response<'capture.save'>> {
  const input = stampProvenance(body.input, moment.now)
  if (body.into === null) return await store.people.add(input, moment)
  // Asked again at the moment of saving: the log may have changed since the preview, and a name alone never merges.
  const known = await store.people.known(queryOf(input))
  if (known?.state !== 'known' || known.personId !== body.into)
    throw new StoreError(message('error.merge-changed'))
  const { changeId } = await store.people.merge(body.into, input, moment)
  return { changeId, personId: body.into }
}

/** A draft does not know when it is saved: what has no time yet was captured now. */
function stampProvenance(input: PersonInput, now: string): PersonInput {
  const stamped = Object.entries(input.provenance).map(([field, one]) => [
    field,
    { ...one, at: one.at || now },
  ])
  return { ...input, provenance: Object.fromEntries(stamped) as PersonInput['provenance'] }
}

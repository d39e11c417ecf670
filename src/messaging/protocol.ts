import { localDateSchema } from '../domain/date-schema'
import { emailAddressSchema, personInputSchema, personSchema } from '../domain/person/person'
import { profileSchema } from '../domain/profile/profile'
import { stageIds } from '../domain/stage/stages'
import { outcomeSchema } from '../domain/touch/touch'
import { z } from '../domain/z'

/**
 * Every message between a page script and the worker, in one place: what is asked and what is answered. The worker
 * checks requests (`messaging/handlers`); a request that does not fit its schema, or comes from elsewhere, is refused.
 * Extension pages open the store themselves and send none of these.
 */

const id = z.string().check(z.minLength(1), z.maxLength(60))
const text = (max: number) => z.string().check(z.maxLength(max))
const pmid = z.string().check(z.regex(/^\d{1,10}$/))

/** A name on a page, asked about without reading the page further: the worker parses it. */
const shownPersonSchema = z.object({
  shown: z.string().check(z.minLength(1), z.maxLength(240)),
  affiliations: z.array(text(2000)).check(z.maxLength(20)),
})
export type ShownPerson = z.infer<typeof shownPersonSchema>

const knownMarkSchema = z.object({
  state: z.enum(['known', 'maybe']),
  personId: id,
  shown: z.string(),
  lastContact: z.nullable(localDateSchema),
  evidence: z.array(z.enum(['email', 'paper', 'affiliation', 'name'])),
})
export type KnownMark = z.infer<typeof knownMarkSchema>

/** A field that a merge would change, both sides as short text. */
const fieldChangeSchema = z.object({ field: z.string(), before: z.string(), after: z.string() })
export type FieldChange = z.infer<typeof fieldChangeSchema>

const emptySchema = z.object({})

export const protocol = {
  /** Asks the worker to put a script into the sender's own tab and frame. */
  'page.load': {
    from: ['pubmed', 'mail'],
    request: z.object({ script: z.enum(['capture', 'picker']) }),
    response: emptySchema,
  },
  /** Opens a page of the extension in a tab. */
  'app.open': {
    from: ['pubmed', 'mail'],
    request: z.object({ page: z.enum(['dashboard', 'welcome']), hash: text(200) }),
    response: emptySchema,
  },
  /** Which authors a PubMed query names. */
  'capture.query': {
    from: ['pubmed'],
    request: z.object({ term: text(4000), isAuthorLink: z.boolean() }),
    response: z.object({ names: z.array(z.string()) }),
  },
  'capture.marks': {
    from: ['pubmed'],
    request: z.object({
      people: z.array(shownPersonSchema).check(z.maxLength(500)),
      /** The papers of the page. */
      pmids: z.array(pmid).check(z.maxLength(500)),
      /** The names are in citation form, "Gumz ML". */
      cited: z.boolean(),
    }),
    /** In the order of the people, null for those the log does not know. In words: the page script carries none. */
    response: z.object({ marks: z.array(z.nullable(z.object({ says: z.string(), sign: z.string() }))) }),
  },
  /** What saving `input` would meet: somebody known, and the preview of the merge. */
  'capture.check': {
    from: ['pubmed'],
    request: z.object({ input: personInputSchema }),
    response: z.object({
      known: z.nullable(knownMarkSchema),
      person: z.nullable(personSchema),
      changes: z.array(fieldChangeSchema),
    }),
  },
  /** Saves a new person, or merges into `into`. */
  'capture.save': {
    from: ['pubmed'],
    request: z.object({ input: personInputSchema, into: z.nullable(id) }),
    response: z.object({ personId: id, changeId: id }),
  },
  /** Takes one change back, from the toast that announced it. */
  'changes.undo': {
    from: ['pubmed', 'mail'],
    request: z.object({ changeId: id }),
    response: emptySchema,
  },
  /** Reads one PubMed article page; waits its turn in the one queue of all tabs. */
  'pubmed.article': {
    from: ['pubmed'],
    request: z.object({ pmid, job: id }),
    response: z.object({
      status: z.enum(['ok', 'limited', 'timeout', 'offline', 'refused', 'missing', 'cancelled']),
      html: z.string(),
    }),
  },
  /** Ends the reading of a job, waiting and running. */
  'pubmed.cancel': {
    from: ['pubmed'],
    request: z.object({ job: id }),
    response: emptySchema,
  },
  /** What the picker needs to know: whom the mail is for, who the student is, where on the road. */
  'mail.context': {
    from: ['mail'],
    request: z.object({
      /** To-recipients only, as read; the account's own address when the page tells it. */
      to: z.array(z.object({ address: text(254), shown: text(240) })).check(z.maxLength(50)),
      account: text(254),
    }),
    response: z.object({
      people: z.array(
        z.object({
          address: z.string(),
          /** Without publications: these can be many, and the picker needs few of them. */
          person: personSchema,
          /** The newest papers with a title, each with a topic phrase to propose. */
          papers: z.array(
            z.object({
              pmid: z.string(),
              title: z.string(),
              year: z.nullable(z.number()),
              topic: z.string(),
            }),
          ),
          lastContact: z.nullable(localDateSchema),
          /** Templates this person has had before, newest first. */
          recent: z.array(z.string()),
          /** A mail to this person that waits for an answer, and whether a reminder of it went out. */
          awaiting: z.nullable(z.object({ since: localDateSchema, nudged: z.boolean() })),
        }),
      ),
      profile: profileSchema,
      stage: z.enum(stageIds),
      today: localDateSchema,
      /** How many cold mails wait for an answer (R9.1), and to whom. */
      waiting: z.array(z.object({ personId: id, shown: z.string(), since: localDateSchema })),
    }),
  },
  /** A mail went out. Logged for every known To-recipient; for nobody else. Subject and body are never sent here. */
  'mail.sent': {
    from: ['mail'],
    request: z.object({
      to: z.array(emailAddressSchema).check(z.maxLength(50)),
      account: text(254),
      templateId: text(60),
      /** The person the template was filled from, when one was chosen. */
      personId: text(60),
      pmid: text(10),
      thread: text(300),
      scheduled: z.boolean(),
    }),
    response: z.object({
      changeId: z.nullable(id),
      logged: z.array(z.object({ personId: id, shown: z.string() })),
    }),
  },
  /** Is an answer awaited from any of these people? Asked when a reply is opened. */
  'mail.awaited': {
    from: ['mail'],
    request: z.object({ to: z.array(emailAddressSchema).check(z.maxLength(50)) }),
    response: z.object({
      awaited: z.nullable(z.object({ touchId: id, personId: id, shown: z.string(), since: localDateSchema })),
    }),
  },
  'mail.answered': {
    from: ['mail'],
    request: z.object({ touchId: id, outcome: outcomeSchema }),
    response: z.object({ changeId: id }),
  },
} as const

export type Protocol = typeof protocol
export type MessageType = keyof Protocol
export type Request<T extends MessageType> = z.infer<Protocol[T]['request']>
export type Response<T extends MessageType> = z.infer<Protocol[T]['response']>

/** Where a message may come from: pages of these kinds, by address. */
export type SenderKind = 'pubmed' | 'mail'

/** What travels. `v` lets a worker refuse a page script of another version in one clear way. */
export const envelopeSchema = z.object({ v: z.literal(1), type: z.string(), body: z.unknown() })

export type Reply =
  | { ok: true; body: unknown }
  | { ok: false; error: { id: string; params: Record<string, string | number> } }

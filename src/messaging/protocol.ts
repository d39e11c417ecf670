import { localDateSchema } from '../domain/date-schema'
import { standingSchema } from '../domain/funnel/funnel-view'
import { matchEvidences } from '../domain/person/match'
import { emailAddressSchema, namesSchema, personInputSchema, personSchema } from '../domain/person/person'
import { profileSchema } from '../domain/profile/profile'
import { stageIds } from '../domain/stage/stages'
import { templateSeedSchema, yearWordsSchema } from '../domain/templates/template-seed'
import { outcomeSchema } from '../domain/touch/touch'
import { z } from '../domain/z'
import { siteScripts } from '../platform/site-scripts'

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
  evidence: z.array(z.enum(matchEvidences)),
})
export type KnownMark = z.infer<typeof knownMarkSchema>

/** Somebody on a page, as far as it tells who they are: see `domain/person/match-query`. */
const askedPersonSchema = z.object({
  names: namesSchema,
  emails: z.array(text(254)).check(z.maxLength(10)),
  pmids: z.array(text(10)).check(z.maxLength(2000)),
  affiliations: z.array(text(1000)).check(z.maxLength(21)),
  dois: z.array(text(300)).check(z.maxLength(2000)),
  titles: z.array(text(1000)).check(z.maxLength(2000)),
  links: z.array(text(2000)).check(z.maxLength(20)),
})

/**
 * One person to be saved. A name with nothing but `shown` is taken apart by the worker. `into` names whom of the log to join; the student
 * may say that the two are one person.
 */
const saveItemShape = { input: personInputSchema, into: z.nullable(id), isSaidSame: z.optional(z.boolean()) }

/** A field that a merge would change, both sides as short text. */
const fieldChangeSchema = z.object({ field: z.string(), before: z.string(), after: z.string() })
export type FieldChange = z.infer<typeof fieldChangeSchema>

/** The search for a research mentor, as far as it concerns somebody on a page. */
const funnelAnswerSchema = z.object({
  /** Where the known person stands; null for somebody new, or who is no part of it. */
  standing: z.nullable(standingSchema),
  /** How many names there are beside R2.8's number; null where the student took that goal out. */
  names: z.nullable(z.object({ count: z.number(), min: z.number(), max: z.number() })),
  /** Other people's first letters that wait, once they are as many as may wait at one time (R9.1); empty before. */
  cold: z.array(z.string()),
})
export type FunnelAnswer = z.infer<typeof funnelAnswerSchema>

const emptySchema = z.object({})

export const protocol = {
  /** Asks the worker to put a script into the sender's own tab and frame. */
  'page.load': {
    from: ['pubmed', 'mail', 'page'],
    request: z.object({ script: z.enum(['capture', 'picker', 'reader', 'pubmed-reader', ...siteScripts]) }),
    response: emptySchema,
  },
  /** Opens a page of the extension in a tab. */
  'app.open': {
    from: ['pubmed', 'mail', 'page'],
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
    from: ['pubmed', 'page'],
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
    from: ['pubmed', 'page'],
    request: z.object({ input: personInputSchema }),
    response: z.object({
      known: z.nullable(knownMarkSchema),
      person: z.nullable(personSchema),
      changes: z.array(fieldChangeSchema),
      funnel: funnelAnswerSchema,
    }),
  },
  /** Saves a new person, or merges into `into`. */
  'capture.save': {
    from: ['pubmed', 'page'],
    request: z.object(saveItemShape),
    response: z.object({ personId: id, changeId: id }),
  },
  /** Whom of the people of a listing the log knows. The answers stand in the order of the people. */
  'capture.known': {
    from: ['pubmed', 'page'],
    request: z.object({ people: z.array(askedPersonSchema).check(z.maxLength(500)) }),
    response: z.object({ marks: z.array(z.nullable(knownMarkSchema)) }),
  },
  /** Saves and joins many, all or none, with one undo. The page hears `capture.progress` of the job meanwhile. */
  'capture.save-many': {
    from: ['pubmed', 'page'],
    request: z.object({
      job: id,
      items: z.array(z.object(saveItemShape)).check(z.minLength(1), z.maxLength(2000)),
    }),
    response: z.object({
      changeId: id,
      saved: z.number(),
      joined: z.number(),
      /** Who stood on the page more than once. */
      repeated: z.number(),
    }),
  },
  /** Ends a save of many: nothing of it is kept when it is not through yet. */
  'capture.cancel': {
    from: ['pubmed', 'page'],
    request: z.object({ job: id }),
    response: emptySchema,
  },
  /** Takes one change back, from the toast that announced it. */
  'changes.undo': {
    from: ['pubmed', 'mail', 'page'],
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
          /** Whether they are at the student's own school. */
          place: z.enum(['home', 'outside', 'unknown']),
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
      /** Every letter, in the order of the road: the picker carries none. */
      templates: z.array(templateSeedSchema),
      years: yearWordsSchema,
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

/**
 * Where a message may come from: pages of these kinds, by address. `page`: any other web page, on which the student
 * asked for the reader or always wants the offer.
 */
export type SenderKind = 'pubmed' | 'mail' | 'page'

/** What the panel is to open with: the page it stands on, text the student selected, or the address of a mailto link. */
export const captureOrderSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('page') }),
  z.object({ what: z.literal('selection'), text: z.string().check(z.minLength(1), z.maxLength(2000)) }),
  /** `address`: the whole mailto link, decoded no further. `text`: the words around it, '' when they cannot be told. */
  z.object({ what: z.literal('address'), address: text(2000), text: text(600) }),
])
export type CaptureOrder = z.infer<typeof captureOrderSchema>

/** What the worker, or the popup, tells a page by itself. A listener that takes an order answers `true`. */
export const pageOrders = z.discriminatedUnion('type', [
  z.object({ type: z.literal('capture.open'), body: captureOrderSchema }),
  /** How far a batch of this page is: `done` of `of` people are saved. */
  z.object({
    type: z.literal('capture.progress'),
    body: z.object({ job: id, done: z.number(), of: z.number() }),
  }),
  /** The student took the site back: the offer of this host goes from pages that are open. */
  z.object({ type: z.literal('offer.stop'), body: z.object({ host: text(253) }) }),
])
export type PageOrder = z.infer<typeof pageOrders>

/** What travels. `v` lets a worker refuse a page script of another version in one clear way. */
export const envelopeSchema = z.object({ v: z.literal(1), type: z.string(), body: z.unknown() })

export type Reply =
  | { ok: true; body: unknown }
  | { ok: false; error: { id: string; params: Record<string, string | number> } }

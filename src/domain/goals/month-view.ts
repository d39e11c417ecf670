import { localDateSchema } from '../date-schema'
import { emptyFunnel, funnelViewSchema } from '../funnel/funnel-view'
import { rotationKindSchema } from '../rotation/rotation'
import { stageIds } from '../stage/stages'
import { z } from '../z'

/** A person named in a view: enough to show and to link. */
const namedPersonSchema = z.object({ id: z.string(), shown: z.string() })
export type NamedPerson = z.infer<typeof namedPersonSchema>

/** An id of the catalogue with its parameters. */
const saidSchema = z.object({
  id: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})

/** Something that was counted: what it is, its id for a link, and a name where it has one of its own. */
const countedItemSchema = z.object({
  what: z.enum(['person', 'letter', 'program', 'remark', 'rotation', 'interview', 'event']),
  id: z.string(),
  shown: z.string(),
  /** The person behind it; for a person the same as `id`. Empty where there is none. */
  personId: z.string(),
})
export type CountedItem = z.infer<typeof countedItemSchema>

/** One part of a counted goal: a step, or one kind of people. Its words are in `seeds/`, under the same id. */
const goalPartViewSchema = z.object({
  id: z.string(),
  count: z.number(),
  /** Wanted at least / at most; `max` is 0 where the roadmap names none. `min` is 0 while there is nothing to count. */
  min: z.number(),
  max: z.number(),
  done: z.boolean(),
  by: z.nullable(localDateSchema),
  late: z.boolean(),
  /** What was counted, newest first, at most 6. */
  counted: z._default(z.array(countedItemSchema), []),
})
export type GoalPartView = z.infer<typeof goalPartViewSchema>

export const goalViewSchema = z.object({
  /** Roadmap id, e.g. `R2.7`: the words are in `seeds/`. `own-…` for a goal the student wrote: the words are in the edit. */
  id: z.string(),
  /** `count`: counted from the log. `tick`: only the student knows. `guard`: a "not yet" to keep in mind. */
  way: z.enum(['count', 'tick', 'guard']),
  done: z.boolean(),
  count: z.number(),
  /** Wanted at least / at most; both 0 where nothing is counted. A goal of steps counts the steps that are done. */
  min: z.number(),
  max: z.number(),
  /** The parts of a goal that has more than one; empty otherwise. */
  parts: z.array(goalPartViewSchema),
  /** More than the roadmap's stated cap (only where it states one). */
  over: z.boolean(),
  /** The watched rule (R9) that says why that is too many; empty when `over` is false or no rule does. */
  overRule: z._default(z.string(), ''),
  /** Who was counted, newest first, at most 12. */
  people: z.array(namedPersonSchema),
  /** What was counted, people and records, newest first, at most 12. */
  counted: z._default(z.array(countedItemSchema), []),
  /** Last day for it within the stage; null when the stage's end is all there is. */
  by: z.nullable(localDateSchema),
  /** `by` has passed and it is not done. */
  late: z.boolean(),
  /** Left open by an earlier stage. */
  carried: z._default(z.boolean(), false),
  /** Not for everybody: never late. */
  ifApt: z._default(z.boolean(), false),
})
export type GoalView = z.infer<typeof goalViewSchema>

export const touchBaseViewSchema = z.object({
  person: namedPersonSchema,
  lastTouch: z.nullable(localDateSchema),
  dueOn: localDateSchema,
  /** `due`: inside the rhythm's window. `overdue`: past its end. */
  state: z.enum(['due', 'overdue']),
  weeks: z.number(),
  /** The letter that fits, or empty. */
  templateId: z.string(),
  /** Why now, in one line. */
  reason: z._default(saidSchema, { id: 'touch-base.key', params: { weeks: 8 } }),
})
export type TouchBaseView = z.infer<typeof touchBaseViewSchema>

/** A mail whose answer is awaited. */
export const waitingViewSchema = z.object({
  person: namedPersonSchema,
  touchId: z.string(),
  since: localDateSchema,
  days: z.number(),
  /** One nudge is apt now (10–14 days, T27, brief section 9). */
  nudge: z.boolean(),
})
export type WaitingView = z.infer<typeof waitingViewSchema>

/** A rotation that runs today, or whose last days left something open. */
const rotationViewSchema = z.object({
  id: z.string(),
  kind: rotationKindSchema,
  service: z.string(),
  site: z.string(),
  /** Day of the rotation from 1, of so many; past `days` once it has ended. */
  day: z.number(),
  days: z.number(),
  from: localDateSchema,
  to: localDateSchema,
  /** Tasks whose days hold today, and those that are late, in order. Words are in `seeds/rotation-tasks.json`. */
  tasks: z.array(
    z.object({
      id: z.string(),
      from: localDateSchema,
      to: localDateSchema,
      state: z.enum(['open', 'late', 'done', 'skipped']),
      /** Done by what the log shows: there is no mark to take back. */
      known: z.boolean(),
      spoken: z.array(z.string()),
      templates: z.array(z.string()),
      questions: z.array(z.string()),
    }),
  ),
})
export type RotationView = z.infer<typeof rotationViewSchema>

/** Something with a date in the next 30 days, or one that passed and is still open. */
const deadlineSchema = z.object({
  /**
   * `season`: `id` is that of `seeds/season.json`. `goal`: the goal's id. `letter-ask`, `letter-nudge`, `letter-due`: the
   * letter's. `interview`, `interview-notes`: the interview's.
   */
  kind: z.enum([
    'season',
    'goal',
    'letter-ask',
    'letter-nudge',
    'letter-due',
    'interview',
    'interview-notes',
  ]),
  id: z.string(),
  date: localDateSchema,
  /** Last day of a stretch of time. */
  to: z.nullable(localDateSchema),
  /** What the date rests on: published, a rule of thumb, or the student's own record. */
  state: z.enum(['confirmed', 'estimated', 'own']),
  source: z.string(),
  person: z.nullable(namedPersonSchema),
  programId: z.string(),
  late: z.boolean(),
})
export type DeadlineView = z.infer<typeof deadlineSchema>

/** A letter that something which happened brings up. */
const promptSchema = z.object({
  /** The same prompt has the same key on another day. */
  key: z.string(),
  templateId: z.string(),
  /** To whom; null where it is a round (T25). */
  person: z.nullable(namedPersonSchema),
  /** The program it is about, or empty. */
  programId: z.string(),
  /** The milestone, interview, rotation, remark or program that brought it up. */
  refId: z.string(),
  reason: saidSchema,
  from: localDateSchema,
  /** Last apt day; null where there is none. */
  by: z.nullable(localDateSchema),
  /** The log has a touch written from this template since. */
  done: z.boolean(),
  doneOn: z.nullable(localDateSchema),
})
export type PromptView = z.infer<typeof promptSchema>

/** What a letter of recommendation needs next. */
const letterViewSchema = z.object({
  letterId: z.string(),
  person: namedPersonSchema,
  what: z.enum(['answer', 'packet', 'remind', 'nudge', 'thank', 'tell']),
  templateId: z.string(),
  from: localDateSchema,
  late: z.boolean(),
})
export type LetterView = z.infer<typeof letterViewSchema>

export const helpKinds = [
  'mentored',
  'wrote',
  'offered',
  'named-people',
  'advised',
  'opened-door',
  'told-of-program',
  'checked-list',
  'worked-together',
  'talked',
] as const
export type HelpKind = (typeof helpKinds)[number]

/** The thank-you round after the Match (R5.11). */
const thanksSchema = z.object({
  matchedOn: localDateSchema,
  /** The program matched at, when it is on the list. */
  programId: z.string(),
  sent: z.number(),
  total: z.number(),
  /** Who is still to be thanked first; at most 200. */
  items: z.array(
    z.object({
      person: namedPersonSchema,
      /** What they did, as far as the log tells. */
      did: z.array(z.enum(helpKinds)),
      sentOn: z.nullable(localDateSchema),
    }),
  ),
})
export type ThanksView = z.infer<typeof thanksSchema>

/** What an earlier stage would have built and the log does not show. Never late. Words: the goal's `catchUp.text`. */
const catchUpSchema = z.object({
  id: z.string(),
  way: z.enum(['count', 'tick']),
  count: z.number(),
  min: z.number(),
})
export type CatchUpView = z.infer<typeof catchUpSchema>

/** A watched rule (R9) that the log itself shows. The words are in `seeds/watched-rules.json`. */
const warningSchema = z.object({
  rule: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  people: z.array(namedPersonSchema),
})
export type WarningView = z.infer<typeof warningSchema>

/** What should stand when this year of school ends (R6). Words are in `seeds/checklists`. */
const checklistViewSchema = z.object({
  id: z.string(),
  /** Last day of the year of school. */
  by: localDateSchema,
  items: z.array(
    z.object({
      id: z.string(),
      way: z.enum(['count', 'tick']),
      count: z.number(),
      min: z.number(),
      max: z.number(),
      done: z.boolean(),
    }),
  ),
})
export type ChecklistView = z.infer<typeof checklistViewSchema>

const noDue = { touchBases: 0, nudges: 0, rotation: 0, letters: 0, notes: 0 }

/** Everything the popup, the badge and the dashboard's first page show for one date. */
export const monthViewSchema = z.object({
  date: localDateSchema,
  stage: z.object({
    id: z.enum(stageIds),
    /** Bounds of the stage, inclusive; null when open-ended. */
    from: z.nullable(localDateSchema),
    to: z.nullable(localDateSchema),
    /** A date that the stage hangs on is not set and was assumed: then nothing is called late. */
    assumed: z.boolean(),
  }),
  goals: z.array(goalViewSchema),
  /** Ids of the three to five goals that matter now, the most pressing first. */
  focus: z._default(z.array(z.string()), []),
  touchBases: z.array(touchBaseViewSchema),
  /** Mails whose answer is awaited, oldest first. */
  waiting: z.array(waitingViewSchema),
  /** First letters to strangers among them: three may wait at one time (R2.8, R9.1). */
  cold: z._default(z.object({ most: z.number(), people: z.array(namedPersonSchema) }), {
    most: 3,
    people: [],
  }),
  /** Mails of the last weeks that got no answer in 21 days: moving on is a good outcome, and can be logged. */
  unanswered: z._default(z.array(waitingViewSchema), []),
  /** The search for a research mentor (R2.8). */
  funnel: z._default(funnelViewSchema, emptyFunnel),
  rotation: z._default(z.array(rotationViewSchema), []),
  deadlines: z._default(z.array(deadlineSchema), []),
  prompts: z._default(z.array(promptSchema), []),
  letters: z._default(z.array(letterViewSchema), []),
  thanks: z._default(z.nullable(thanksSchema), null),
  catchUp: z._default(z.array(catchUpSchema), []),
  warnings: z._default(z.array(warningSchema), []),
  checklist: z._default(z.nullable(checklistViewSchema), null),
  people: z.number(),
  /** What the badge shows: the sum of `dueParts`. */
  due: z.number(),
  /**
   * Touch-bases due; nudges that are apt; tasks of rotations in their last three days or late since a week at most; letters whose packet,
   * reminder or nudge is due or whose thanks are late; interviews without notes.
   */
  dueParts: z._default(
    z.object({
      touchBases: z.number(),
      nudges: z.number(),
      rotation: z.number(),
      letters: z.number(),
      notes: z.number(),
    }),
    noDue,
  ),
})
export type MonthView = z.infer<typeof monthViewSchema>

import type { LocalDate } from '../domain/dates'
import type { SeedEdit } from '../domain/edits/seed-edit'
import type { NetworkEvent } from '../domain/events/event'
import type { GoalMark, Snooze } from '../domain/goals/marks'
import type { MonthView } from '../domain/goals/month-view'
import type { Letter } from '../domain/letters/letter'
import type { Message } from '../domain/message'
import type { Milestone } from '../domain/milestones/milestone'
import type { MatchEvidence } from '../domain/person/match'
import type { Person, PersonInput } from '../domain/person/person'
import type { PersonRow } from '../domain/person/person-row'
import type { Profile } from '../domain/profile/profile'
import type { Interview, Program, Shortlist } from '../domain/programs/program'
import type { Remark } from '../domain/remarks/remark'
import type { Rotation } from '../domain/rotation/rotation'
import type { StageId } from '../domain/stage/stages'
import type { Touch, TouchInput } from '../domain/touch/touch'

/** Time and ids as the caller has them: the store never asks a clock. */
export interface Moment {
  /** ISO time with offset. */
  now: string
  /** The student's calendar date. */
  today: LocalDate
  /** A new random id at each call. */
  newId: () => string
}

/** What a write answers: the change that *Recent changes* lists and `undo` takes back. */
export interface Written {
  changeId: string
}

/** One line of *Recent changes*. */
export interface ChangeLine {
  id: string
  /** ISO time with offset. */
  at: string
  /** What was done, for the catalogue: e.g. `change.person-saved` with `{name}`. */
  what: Message
  undone: boolean
  /** A later change touched the same records: those come first. */
  blockedBy: string[]
}

/** Who of the log may be the person a page speaks of. */
export interface KnownQuery {
  names: { given: string; middle: string; family: string; suffix: string; shown: string }
  emails: string[]
  pmids: string[]
  affiliations: string[]
  /** DOIs and titles of papers; profile pages and ORCID records: see `domain/person/match-query`. */
  dois?: string[]
  titles?: string[]
  links?: string[]
}

export interface KnownAnswer {
  /** By the rules of `domain/person/match`. */
  state: 'known' | 'maybe'
  personId: string
  shown: string
  lastContact: LocalDate | null
  evidence: MatchEvidence[]
}

/** One person of a batch. */
export interface SaveItem {
  input: PersonInput
  /** Id of the person of the log to join them into; null saves somebody new. */
  into: string | null
  /** The student said that the two are one person: no evidence is asked for. */
  isSaidSame?: boolean | undefined
}

export interface SaveManyParts {
  /** Hears how many of how many records are written. */
  onProgress?: (done: number, of: number) => void
  /** Aborted before everything is written, nothing is kept. */
  signal?: AbortSignal
}

export interface SavedMany extends Written {
  /** Who each item became, in the order of the items. */
  personIds: string[]
  /** New people; people of the log who were joined; items that stood for somebody of the batch already. */
  saved: number
  joined: number
  repeated: number
}

/** What a restore would do; nothing is written before `apply`. */
export interface RestorePreview {
  people: { added: number; changed: number; same: number; onlyHere: number }
  touches: { added: number; changed: number; same: number; onlyHere: number }
  /** The backup's own time of making, ISO. */
  madeAt: string
  /** Records left out, each with the reason in catalogue terms. */
  refused: { where: string; why: Message }[]
  /** `merge` adds and updates; `replace` makes the log equal to the backup. */
  apply(how: 'merge' | 'replace', moment: Moment): Promise<Written>
}

/** Records of one kind, looked up by id. */
export interface Collection<T extends { id: string; schema: 1 }> {
  /** All that can be read, unsorted. */
  list(): Promise<T[]>
  get(id: string): Promise<T | null>
  /** Saves a new record (`id` null), or replaces one. */
  put(id: string | null, input: Omit<T, 'id' | 'schema'>, moment: Moment): Promise<Written & { id: string }>
  /** Saves several with one undo: an order that was dragged, an import. */
  putMany(records: readonly T[], moment: Moment): Promise<Written>
  remove(ids: readonly string[], moment: Moment): Promise<Written>
}

/** The records of the road. */
export interface Road {
  rotations: Collection<Rotation>
  letters: Collection<Letter>
  programs: Collection<Program>
  interviews: Collection<Interview>
  events: Collection<NetworkEvent>
  milestones: Collection<Milestone>
  remarks: Collection<Remark>
  /** The id names what was edited, such as `template/T4`: `put` with that id. */
  seedEdits: Collection<SeedEdit>
  /** One record, with the id `mine`. */
  shortlists: Collection<Shortlist>
}

export interface Store {
  road: Road
  people: {
    get(id: string): Promise<Person | null>
    /** All slim rows, unsorted. */
    rows(): Promise<PersonRow[]>
    /** Ids by exact address, lower-cased; one index lookup an address. */
    byEmail(addresses: string[]): Promise<Map<string, Person[]>>
    known(query: KnownQuery): Promise<KnownAnswer | null>
    /** As `known`, for many at once; the answers stand in the order of the queries. */
    knownMany(queries: readonly KnownQuery[]): Promise<(KnownAnswer | null)[]>
    add(input: PersonInput, moment: Moment): Promise<Written & { personId: string }>
    update(id: string, input: PersonInput, moment: Moment): Promise<Written>
    /** Joins `input` into the person by evidence rules of `domain/person/merge`, or the student's word; one undo. */
    merge(
      id: string,
      input: PersonInput,
      moment: Moment,
      how?: { isSaidSame?: boolean | undefined },
    ): Promise<Written>
    /** Saves and joins many, all or none, with one undo. */
    saveMany(items: readonly SaveItem[], moment: Moment, parts?: SaveManyParts): Promise<SavedMany>
    /** Takes the people, with their touches, out; kept 30 days for undo. */
    remove(ids: string[], moment: Moment): Promise<Written>
  }
  touches: {
    of(personId: string): Promise<Touch[]>
    get(id: string): Promise<Touch | null>
    /** Mails to these people whose answer is awaited, newest first. */
    awaiting(personIds: string[]): Promise<Touch[]>
    add(inputs: TouchInput[], moment: Moment): Promise<Written & { touchIds: string[] }>
    update(id: string, input: TouchInput, moment: Moment): Promise<Written>
    remove(ids: string[], moment: Moment): Promise<Written>
  }
  goals: {
    mark(goalId: string, stage: StageId, done: boolean, moment: Moment): Promise<Written>
    marks(): Promise<GoalMark[]>
    snooze(personId: string, until: LocalDate | null, moment: Moment): Promise<Written>
    snoozes(): Promise<Snooze[]>
  }
  profile: {
    get(): Promise<Profile>
    set(profile: Profile, moment: Moment): Promise<Written>
  }
  month: {
    /** The stored view, for an instant first paint; null when there is none yet. It may be of an earlier day. */
    snapshot(): Promise<MonthView | null>
    /** The view of `today`, computed from the log and stored when it differs. */
    refresh(today: LocalDate): Promise<MonthView>
    /** The view of another date, computed from the log as it stands; nothing is stored. */
    preview(date: LocalDate): Promise<MonthView>
  }
  changes: {
    /** Newest first, at most 30 days old. */
    list(): Promise<ChangeLine[]>
    /** Takes a change back; throws `StoreError` with `change.changed-since` when later changes stand on it. */
    undo(changeId: string, moment: Moment): Promise<void>
    /** Forgets changes older than 30 days. */
    prune(moment: Moment): Promise<void>
  }
  backup: {
    /** The whole log as JSON text. */
    download(moment: Moment): Promise<string>
    /** Throws `StoreError` for a file that is no whole backup. */
    preview(text: string): Promise<RestorePreview>
  }
  /**
   * Records that cannot be read, each with the reason in catalogue terms: damaged, or written by a newer version. They
   * are left out of every list, and stay stored as they are. Reads the whole log: for settings, not for a first paint.
   */
  problems(): Promise<{ where: string; why: Message }[]>
  /** Takes everything out, changes included; cannot be undone. */
  deleteEverything(): Promise<void>
  /** Hears of every change of any tab. Returns the way to stop. */
  subscribe(listener: () => void): () => void
  close(): void
}

/** A failure the student can act on: `what` is for the catalogue. */
export class StoreError extends Error {
  readonly what: Message
  constructor(what: Message, options?: ErrorOptions) {
    super(what.id, options)
    this.what = what
  }
}

import { guessRole, type Rank, rankOf, ranks } from '../../domain/faculty/titles'
import { foldText } from '../../domain/names/fold'
import { toPersonInput } from '../../domain/person/draft'
import type { PersonDraft, PersonInput, Role } from '../../domain/person/person'
import type { KnownMark } from '../../messaging/protocol'
import type { PagePerson } from './page-reading'

/** One person of a listing, with what the table shows and filters by. */
export interface ListedPerson {
  /** The same for the same person when the page is read again. */
  key: string
  index: number
  draft: PersonDraft
  title: string
  /** The department without what every one of them begins with. */
  department: string
  rank: Rank
  role: Role | null
  email: { address: string; certain: boolean } | null
  /** The person's own page; empty when there is none. */
  link: string
  /** Folded text to look in. */
  text: string
}

/** How a tick came to be: `all` for those who were ticked together with others. */
export type Ticks = ReadonlyMap<string, 'hand' | 'all'>

/** Whom the log knows, by key; null for nobody. Who is not in it was not asked about yet. */
export type Marks = ReadonlyMap<string, KnownMark | null>

export interface ListFilter {
  text: string
  rank: Rank | ''
  department: string
  order: 'page' | 'name'
}

export const noFilter: ListFilter = { text: '', rank: '', department: '', order: 'page' }

/** The people of a page as the table shows them. */
export function listPeople(people: readonly PagePerson[]): ListedPerson[] {
  const seen = new Map<string, number>()
  return people.map(({ index, draft }) => {
    const email = draft.emails.find((one) => one.certain) ?? draft.emails[0] ?? null
    const link = draft.links.find((one) => one.kind === 'profile' && /^https?:/i.test(one.url))?.url ?? ''
    const title = draft.titles.join('; ')
    const base = [foldText(draft.names.shown), email?.address || link || draft.department].join('|')
    const count = (seen.get(base) ?? 0) + 1
    seen.set(base, count)
    return {
      key: count > 1 ? `${base}|${count}` : base,
      index,
      draft,
      title,
      department: bareDepartment(draft.department),
      rank: rankOf(draft.titles),
      role: guessRole(draft.titles, draft.credentials),
      email,
      link,
      text: foldText(
        [draft.names.shown, ...draft.credentials, title, draft.department, draft.institution, email?.address]
          .filter(Boolean)
          .join(' '),
      ),
    }
  })
}

/** "Department of Surgery" and "Surgery" are one department of a page. */
function bareDepartment(department: string): string {
  return department.replace(/^(the )?(department|dept\.?) of (the )?/i, '')
}

/** Whom the filter leaves, in the wished order. Every word has to be somewhere; accents and case do not count. */
export function filterPeople(list: readonly ListedPerson[], filter: ListFilter): ListedPerson[] {
  const words = foldText(filter.text).split(/\s+/).filter(Boolean)
  const shown = list.filter(
    (one) =>
      (!filter.rank || one.rank === filter.rank) &&
      (!filter.department || one.department === filter.department) &&
      words.every((word) => one.text.includes(word)),
  )
  if (filter.order === 'page') return shown
  const sortOf = ({ draft: { names } }: ListedPerson) =>
    foldText(names.family ? `${names.family} ${names.given} ${names.middle}` : names.shown)
  return shown
    .map((one) => ({ one, sort: sortOf(one) }))
    .sort((a, b) => (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : 0))
    .map(({ one }) => one)
}

/** The ranks of a page with how many bear each, the highest first. */
export function countRanks(list: readonly ListedPerson[]): { rank: Rank; count: number }[] {
  return ranks.flatMap((rank) => {
    const count = list.filter((one) => one.rank === rank).length
    return count ? { rank, count } : []
  })
}

/** The departments of a page by name, with how many belong to each. */
export function countDepartments(list: readonly ListedPerson[]): { department: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { department } of list) {
    if (department) counts.set(department, (counts.get(department) ?? 0) + 1)
  }
  return [...counts]
    .map(([department, count]) => ({ department, count }))
    .sort((a, b) => a.department.localeCompare(b.department))
}

/**
 * Ticks everybody shown whom the log does not know. Who is in it joins in only with `isKnownToo`; who may be in it, never:
 * these are looked at one by one.
 */
export function tickAll(
  ticks: Ticks,
  shown: readonly ListedPerson[],
  marks: Marks,
  isKnownToo: boolean,
): Ticks {
  const next = new Map(ticks)
  for (const { key } of shown) {
    const state = marks.get(key)?.state
    if (next.has(key) || state === 'maybe' || (state === 'known' && !isKnownToo)) continue
    next.set(key, state === 'known' ? 'hand' : 'all')
  }
  return next
}

/** Takes back ticks made for all from people who turned out to be, or perhaps to be, in the log. */
export function settleTicks(ticks: Ticks, marks: Marks): Ticks {
  const wrong = [...ticks].filter(([key, how]) => how === 'all' && marks.get(key))
  if (wrong.length === 0) return ticks
  const next = new Map(ticks)
  for (const [key] of wrong) next.delete(key)
  return next
}

/** How many of the people shown were left out of "tick all", and why. */
export function countLeft(shown: readonly ListedPerson[], ticks: Ticks, marks: Marks) {
  const left = shown.filter((one) => !ticks.has(one.key)).map((one) => marks.get(one.key)?.state)
  return {
    known: left.filter((state) => state === 'known').length,
    maybe: left.filter((state) => state === 'maybe').length,
  }
}

/** What saving the ticked people would do. */
export function countTicked(list: readonly ListedPerson[], ticks: Ticks, marks: Marks) {
  const states = list.filter((one) => ticks.has(one.key)).map((one) => marks.get(one.key)?.state)
  const joining = states.filter((state) => state === 'known').length
  const maybe = states.filter((state) => state === 'maybe').length
  return { all: states.length, joining, maybe, fresh: states.length - joining - maybe }
}

/**
 * The ticked people as what is saved: known ones join the log's, all others are new. `role` is for all; null leaves each
 * the one their title suggests.
 */
export function toItems(
  list: readonly ListedPerson[],
  ticks: Ticks,
  marks: Marks,
  role: Role | null,
): { input: PersonInput; into: string | null }[] {
  return list
    .filter((one) => ticks.has(one.key))
    .map((one) => {
      const mark = marks.get(one.key)
      const into = mark?.state === 'known' ? mark.personId : null
      // Whoever is in the log has the role the student gave them: a guess adds none.
      const given = role ?? (into ? null : one.role)
      return { input: { ...toPersonInput(one.draft), roles: given ? [given] : [] }, into }
    })
}

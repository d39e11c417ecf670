import { addDays, isLocalDate, type LocalDate, weekdayOf } from '../dates'
import { foldText } from '../names/fold'
import type { PersonRow } from '../person/person-row'
import type { Outcome, TouchKind } from './touch'

/** What one typed line says: "coffee Dr. Lee yesterday". Shown before anything is saved. */
export interface QuickLog {
  kind: TouchKind
  /** The kind was written, not assumed. */
  isKindSaid: boolean
  date: LocalDate
  outcome: Outcome | null
  /** Who is meant, the best first, at most five; empty when nobody of the log fits. */
  people: { id: string; shown: string }[]
  /** The words that were taken for a name, as typed: the name of a new person when nobody fits. */
  name: string
  /** What follows a colon or a dash: kept as the note. */
  note: string
}

/** Words for kinds of touch, folded. Longer ones come first. */
const kindWords: [string, TouchKind][] = [
  ['had coffee with', 'coffee'],
  ['coffee with', 'coffee'],
  ['coffee', 'coffee'],
  ['lunch', 'coffee'],
  ['tea', 'coffee'],
  ['career chat', 'career-chat'],
  ['career meeting', 'career-chat'],
  ['text message', 'message'],
  ['texted', 'message'],
  ['text', 'message'],
  ['messaged', 'message'],
  ['message', 'message'],
  ['e-mailed', 'email'],
  ['emailed', 'email'],
  ['e-mail', 'email'],
  ['email', 'email'],
  ['mailed', 'email'],
  ['wrote', 'email'],
  ['zoomed', 'call'],
  ['zoom', 'call'],
  ['phoned', 'call'],
  ['phone call', 'call'],
  ['called', 'call'],
  ['call', 'call'],
  ['met up', 'met'],
  ['met', 'met'],
  ['meeting', 'meeting'],
  ['touched base', 'touch-base'],
  ['touch base', 'touch-base'],
  ['touch-base', 'touch-base'],
  ['checked in', 'touch-base'],
  ['updated', 'update'],
  ['update', 'update'],
  ['thanked', 'thanks'],
  ['thank you', 'thanks'],
  ['thanks', 'thanks'],
  ['introduced by', 'introduction'],
  ['introduction', 'introduction'],
  ['intro', 'introduction'],
  ['event', 'event'],
  ['interview', 'interview'],
  ['asked', 'question'],
  ['question', 'question'],
  ['worked', 'project-work'],
]

const outcomeWords: [RegExp, Outcome][] = [
  [/\b(?:said yes|they said yes|agreed)\b/, 'yes'],
  [/\b(?:said no|declined|too busy)\b/, 'no'],
  [/\b(?:said later|not now)\b/, 'later'],
  [/\b(?:no answer|no reply|never answered)\b/, 'none'],
]

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** Words around a name that are no part of it. */
const fillers = new Set(
  'with to from by dr prof professor the at and my a an for had i re about mr ms mrs'.split(' '),
)

const longest = 500

/**
 * Reads one line. A date that is not said is today; a date in the future is taken for last year's when it has no year,
 * because a touch is logged after it happened. Nothing is invented: a kind that is not said is "met".
 */
export function parseQuickLog(text: string, rows: readonly PersonRow[], today: LocalDate): QuickLog {
  const typed = text.slice(0, longest).replace(/\s+/g, ' ').trim()
  const [, head = typed, note = ''] = /^(.*?)(?:\s*:\s+|\s+[–—-]\s+)(.*)$/.exec(typed) ?? []
  let rest = ` ${foldText(head)} `

  let outcome: Outcome | null = null
  for (const [pattern, meaning] of outcomeWords) {
    const match = pattern.exec(rest)
    if (!match) continue
    outcome = meaning
    rest = rest.replace(match[0], ' ')
    break
  }
  const when = readDate(rest, today)
  rest = when.rest
  let kind: TouchKind = 'met'
  let isKindSaid = false
  for (const [words, meaning] of kindWords) {
    const at = rest.indexOf(` ${words} `)
    if (at === -1) continue
    kind = meaning
    isKindSaid = true
    rest = `${rest.slice(0, at)} ${rest.slice(at + words.length + 1)}`
    break
  }
  const words = rest
    .split(/[\s,;()]+/)
    .map((word) => word.replace(/^[.'"]+|[.'"]+$/g, ''))
    .filter((word) => word !== '' && !fillers.has(word))
  return {
    kind,
    isKindSaid,
    date: when.date,
    outcome,
    people: findPeople(words.flatMap((word) => word.split(/[^\p{L}\p{N}]+/u)).filter(Boolean), rows),
    name: keepTyped(words, head),
    note,
  }
}

/** People whose name has every word, whole or as a beginning; whole family names first, then who was met last. */
function findPeople(words: readonly string[], rows: readonly PersonRow[]): QuickLog['people'] {
  if (words.length === 0) return []
  const found: { row: PersonRow; weight: number }[] = []
  for (const row of rows) {
    const name = foldText(`${row.shown} ${row.family}`)
    if (!name.includes(words[0] as string)) continue
    const parts = name.split(/[^\p{L}\p{N}]+/u)
    let weight = 0
    const fits = words.every((word) => {
      if (parts.includes(word)) weight += 2
      else if (parts.some((part) => part.startsWith(word))) weight += 1
      else return false
      return true
    })
    if (!fits) continue
    if (words.includes(foldText(row.family))) weight += 2
    found.push({ row, weight })
  }
  found.sort(
    (a, b) =>
      b.weight - a.weight ||
      ((a.row.lastTouch ?? '') > (b.row.lastTouch ?? '')
        ? -1
        : (a.row.lastTouch ?? '') < (b.row.lastTouch ?? '')
          ? 1
          : 0) ||
      (a.row.id < b.row.id ? -1 : 1),
  )
  return found.slice(0, 5).map(({ row }) => ({ id: row.id, shown: row.shown }))
}

/** The words of the name as they were typed, with their capitals. */
function keepTyped(words: readonly string[], head: string): string {
  const wanted = new Set(words)
  return head
    .split(/[\s,;()]+/)
    .filter((word) => wanted.has(foldText(word).replace(/^[.'"]+|[.'"]+$/g, '')))
    .join(' ')
}

function readDate(text: string, today: LocalDate): { date: LocalDate; rest: string } {
  const take = (match: RegExpExecArray, date: LocalDate) => ({
    date,
    rest: `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`,
  })
  const simple =
    /\s(?:(today|this morning|tonight)|(yesterday|last night)|(\d{1,3}) (day|week)s? ago)(?=\s)/.exec(text)
  if (simple) {
    if (simple[1]) return take(simple, today)
    if (simple[2]) return take(simple, addDays(today, -1))
    return take(simple, addDays(today, -Number(simple[3]) * (simple[4] === 'week' ? 7 : 1)))
  }
  const weekday = /\s(?:on |last )?(sun|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?)(?:day)?(?=\s)/.exec(
    text,
  )
  const index = weekday
    ? weekdays.findIndex((name) => name.startsWith((weekday[1] as string).slice(0, 3)))
    : -1
  if (weekday && index >= 0) {
    const back = (weekdayOf(today) - index + 7) % 7 || 7
    return take(weekday, addDays(today, -back))
  }
  const iso = /\s(?:on )?(\d{4}-\d{2}-\d{2})(?=\s)/.exec(text)
  if (iso && isLocalDate(iso[1] as string)) return take(iso, iso[1] as string)
  const american = /\s(?:on )?(\d{1,2})\/(\d{1,2})(?:\/(\d{2}|\d{4}))?(?=\s)/.exec(text)
  if (american) {
    const date = makeDate(Number(american[1]), Number(american[2]), american[3], today)
    if (date) return take(american, date)
  }
  const named = new RegExp(
    `\\s(?:on )?(${monthNames.join('|')})[a-z]{0,6}\\.? (\\d{1,2})(?:st|nd|rd|th)?(?=\\s)`,
  ).exec(text)
  if (named) {
    const date = makeDate(monthNames.indexOf(named[1] as string) + 1, Number(named[2]), undefined, today)
    if (date) return take(named, date)
  }
  return { date: today, rest: text }
}

/** The latest such day that is not after today; with a year, that very day. Null when there is none. */
function makeDate(month: number, day: number, year: string | undefined, today: LocalDate): LocalDate | null {
  const write = (one: number) => `${one}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  if (year) {
    const date = write(year.length === 2 ? 2000 + Number(year) : Number(year))
    return isLocalDate(date) ? date : null
  }
  const thisYear = write(Number(today.slice(0, 4)))
  const date = thisYear <= today ? thisYear : write(Number(today.slice(0, 4)) - 1)
  return isLocalDate(date) ? date : null
}

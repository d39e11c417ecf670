import { isDepartment } from '../../../domain/faculty/places'
import { isTitle } from '../../../domain/faculty/titles'
import type { Pause } from '../../extractor'
import type { WeighedCard } from './choose-names'
import { pause, readField } from './fields'
import { isContent } from './find-names'
import type { Page } from './page'
import { dead } from './read-card'

/** What the headings over a card say of the one under them. */
export interface Headings {
  title: string
  department: string
  isDead: boolean
  /** The headings themselves, the nearest last. */
  texts: string[]
}

const longestHeading = 120
const linesPerPause = 50
/** The level of a bold or telling line that is no heading. */
const loose = 7

/** The headings over each card: those of the page, and bold or telling lines between the cards. */
export function* findHeadings(
  { outline: { lines } }: Page,
  cards: readonly WeighedCard[],
): Generator<Pause, Headings[], undefined> {
  let open: { level: number; text: string; at: number }[] = []
  const found: Headings[] = []
  let at = 0
  for (const { name, from, to } of cards) {
    const start = at
    for (const line of lines.slice(at, name.line.at)) {
      if (line.at % linesPerPause === 0) yield pause
      if (!line.text || line.text.length > longestHeading || !isContent(line)) continue
      const { title, department, isDead } = readHeading(line.text)
      const isTelling = line.isStrong || title || department || isDead
      // Inside a card only what has a heading's markup stands over the name.
      if (!line.heading && (line.at >= from || !isTelling || line.links.length > 1)) continue
      const level = line.heading || loose
      open = [...open.filter((one) => one.level < level), { level, text: line.text, at: line.at }]
    }
    const own = name.line.heading
    // A bold line that is no heading heads only what follows it at once.
    open = open.filter((one) =>
      one.level === loose ? one.at < start || name.line.at - one.at <= 4 : !own || one.level < own,
    )
    at = Math.max(at, to)
    const texts = open.map(({ text }) => text)
    const last = found.at(-1)
    if (last && texts.join() === last.texts.join()) {
      found.push(last)
      continue
    }
    const over: Headings = { title: '', department: '', isDead: false, texts }
    for (const text of texts) {
      const said = readHeading(text)
      over.isDead ||= said.isDead
      over.title = said.title || over.title
      over.department = said.department || over.department
    }
    found.push(over)
  }
  return found
}

const ofPeople =
  /\s+(core |clinical |research )?(faculty|staff|team|people|residents|fellows|physicians|providers|members|directory)( (and|&) \w+)?$/i

/** What a heading says of those under it: "Assistant Professors", "Division of Cardiology Faculty". */
export function readHeading(heading: string): Omit<Headings, 'texts'> {
  const text = heading.replace(/^((our|the|all|current|meet) )+/i, '').replace(/[\s:–—-]+$|\s*\(\d+\)$/g, '')
  const none = { title: '', department: '', isDead: dead.test(text) }
  if (text.length > 70 || /[.!?]$/.test(text) || readField(text)) return none
  const [posts = ''] = /^.*?(?=,| of | in | for |$)/.exec(text) ?? []
  const title =
    posts.replace(/emeriti\b/i, 'emeritus').replace(/(\w{3}[^su\W])s\b/g, '$1') + text.slice(posts.length)
  if (isTitle(title))
    return /^(faculty|staff|people|team|([\w-]+ )?members?)$/i.test(title) ? none : { ...none, title }
  const department = text.replace(ofPeople, '')
  return isDepartment(department) && !/^(faculty|staff|(\w+ )?departments$)/i.test(department)
    ? { ...none, department }
    : none
}

import { rankOf } from '../../../domain/faculty/titles'
import { readNameLine } from '../../../domain/names/read-name-line'
import type { Pause } from '../../extractor'
import type { Outline } from '../outline'
import { pause } from './fields'
import type { Entry } from './find-listing'

const entriesPerPause = 20

const peopleWords =
  /\b(faculty|people|directory|staff|team|residents?|fellows|physicians?|doctors?|providers?|surgeons|members|leadership|investigators?|profiles?|personnel|trainees?|students|postdocs?|scientists|researchers?|mentors?|advis[eo]rs|professors?|meet|who we are|experts?|roster|emerit\w+|instructors|preceptors|class of|chiefs?)\b/i
const otherWords =
  /\b(publications?|papers|articles|news|events?|calendar|seminars?|speakers?|jobs?|careers?|openings|testimonials?|donors?|giving|honor roll|courses?|schedule|rounds|minutes|abstracts|recent|stories|awards?|sponsors?|quotes?|say)\b/i
const contactWords = /\b(contacts?|questions|get in touch|for more information)\b/i

/** How much the people found make the page a directory: 0 to 1, from 0.5 on it is one. */
export function* weighListing(
  outline: Outline,
  entries: readonly Entry[],
): Generator<Pause, number, undefined> {
  const heading = outline.lines.find((line) => line.heading === 1 && line.text && line.zone !== 'nav')
  const head = `${heading?.text ?? ''} | ${outline.title.split(/\s[|–—-]\s/, 1)[0]}`
  const count = { weight: 0, academic: 0, dated: 0, aside: 0, people: 0, other: 0, contact: 0 }
  let over: Entry['headings'] | null = null
  let [people, other, contact] = [false, false, false]
  for (const [index, { card, reading, headings }] of entries.entries()) {
    if (index % entriesPerPause === 0) yield pause
    if (headings !== over) {
      over = headings
      people = peopleWords.test(over.texts.join(' | '))
      other = otherWords.test(over.texts.slice(-2).join(' | '))
      contact = contactWords.test(over.texts.join(' | '))
    }
    const rank = rankOf([...reading.titles, headings.title])
    count.weight += Math.min(1, card.weight)
    count.academic += +!/^(other|staff|student|dean-chair)$/.test(rank)
    count.dated += +card.hasDate
    count.aside += +(card.name.line.zone === 'aside')
    count.people += +people
    count.other += +other
    count.contact += +contact
  }
  const isMost = (what: keyof typeof count, share = 0.5) => count[what] >= share * entries.length
  const isPeople = peopleWords.test(head) || isMost('people')
  let strength = 0.2 + 0.2 * Math.min(1, (entries.length - 1) / 5)
  strength += (0.35 * count.weight + 0.1 * count.academic) / entries.length
  if (isPeople) strength += 0.15
  if (otherWords.test(head) || isMost('other')) strength -= isPeople ? 0.15 : 0.35
  if (!isMost('academic', 0.4) && (contactWords.test(head) || isMost('contact'))) strength -= 0.5
  if (isMost('dated', 0.4)) strength -= 0.4
  if (isMost('aside', 0.8)) strength -= 0.35
  if (entries.length === 2 && !peopleWords.test(head)) strength -= 0.2
  // A page headed by somebody is about that person, unless every name on it is a first heading.
  const read = heading && !peopleWords.test(heading.text) ? readNameLine(heading.text) : null
  if (read && read.likeness >= 0.6 && outline.title.includes(read.names.family)) {
    const own = entries.find(({ card }) => card.name.line === heading)?.card.name.key
    if (entries.filter(({ card }) => card.name.key === own).length < 2) return Math.min(strength, 0.4)
  }
  return Math.max(0, Math.min(1, strength))
}

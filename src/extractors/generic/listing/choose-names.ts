import { fitLocalPart, readLocalPart } from '../../../domain/capture/email-owner'
import { isUnitName } from '../../../domain/faculty/places'
import { isTitle } from '../../../domain/faculty/titles'
import { foldText } from '../../../domain/names/fold'
import type { Pause } from '../../extractor'
import { type Card, cutCards } from './cut-cards'
import { pause } from './fields'
import { altKey, type FoundName, isContent, sayBare } from './find-names'
import type { Page } from './page'
import { readPieces } from './read-facts'

/** A card and how much speaks for a person: 0 nothing, about 1 a usual entry of a directory. */
export interface WeighedCard extends Card {
  weight: number
  /** A day or an hour stands in it, as in calendars and news. */
  hasDate: boolean
}

const enough = 0.35
const cardsPerPause = 12
/** Words of what has an entry beside people and is none. */
const noPerson =
  /\b(core|labs?|laborator\w+|cent(er|re)|unit|program|office|clinic|group|team|services?|library|institute|department|division|section|school|college|committee|desk|fund|project|network|contact|us|more|information|news|events|about|our|links?|resources|research|publications?|education|overview|hours|locations?|interests)\b/i
const peoplePath =
  /[/?&=](people|person|faculty|staff|profiles?|directory|bios?|team|members?|providers?|doctors?|physicians?|find-a-doctor|users?|experts?|~)/i

/** How well the path of a link names the person: 1 "/people/jane-doe", "/doe", "?id=jdoe"; 0.4 a path made of the text. */
export function fitLink(href: string, { fold }: FoundName, { host }: Page): number {
  if (!href || /^(mailto|tel|javascript):|\.(pdf|docx?|jpe?g|png|gif)$/i.test(href)) return 0
  // A page of one's own is named by its host ("janedoe.com"); a school's is not.
  const [, site = '', behind = href] = /^https?:\/\/([^/]*)(.*)$/i.exec(href.slice(0, 300)) ?? []
  const isSchool = /\.(edu|gov|ac\.\w\w|edu\.\w\w)$/i.test(site) || site.endsWith(host)
  const path = isSchool ? behind : site + behind
  const plain = (/[^ -~]/.test(path) ? foldText(path) : path.toLowerCase()).replace(/[^\p{L}\d/]/gu, '')
  const { families, firsts, given } = fold()
  const hasFamily = families.some((one) => one.length >= 3 && plain.includes(one))
  if (!hasFamily && !firsts.some((first) => first.length >= 5 && plain.includes(first))) return 0
  // Any heading's address repeats its words: only among people, or cut as no heading is, does it speak for a person.
  const isWhole = hasFamily && given.every((one) => one.length > 1 && plain.includes(one))
  return isWhole && !peoplePath.test(path) ? 0.4 : 1
}

/** How much the lines of a card speak for a person; each thing counts once. */
function weighCard(page: Page, card: Card): WeighedCard {
  const { name } = card
  const counts = new Map<string, number>()
  if (name.credentials.length) counts.set('degrees', 0.3)
  for (const line of page.outline.lines.slice(card.from, Math.min(card.to, card.from + 40))) {
    const facts = page.factsOf(line)
    for (const { kind, field } of line === name.line ? readPieces(name.rest).pieces : facts.pieces) {
      if (kind === 'title' || (field === 'title' && kind)) counts.set('title', 0.5)
      else if (kind === 'degrees') counts.set('degrees', 0.3)
      else if (kind === 'education') counts.set('education', 0.35)
      else if (kind === 'department' || kind === 'institution') counts.set('unit', 0.15)
      else if (kind === 'date' || field === 'event') counts.set('date', -0.4)
      else if (field && field !== 'other') counts.set('label', 0.15)
    }
    for (const address of facts.addresses) {
      if (fitLocalPart(readLocalPart(address), name.fold()) >= 2) counts.set('own address', 0.5)
      else counts.set('address', 0.2)
    }
    if (facts.phones.length) counts.set('phone', 0.15)
    for (const { href } of line.links)
      counts.set('link', Math.max(counts.get('link') ?? 0, 0.1 + 0.4 * fitLink(href, name, page)))
  }
  const weight = [...counts.values()].reduce((all, one) => all + one, 0)
  return { ...card, weight: Math.max(0, Math.min(1.4, weight)), hasDate: counts.has('date') }
}

function* weigh(page: Page, names: readonly FoundName[]): Generator<Pause, WeighedCard[], undefined> {
  const weighed: WeighedCard[] = []
  for (const card of yield* cutCards(page, names)) {
    if (weighed.length % cardsPerPause === 0) yield pause
    weighed.push(weighCard(page, card))
  }
  return weighed
}

/**
 * Which of the names of a page are entries of a directory, each with its card. Names that look the same are judged
 * together; those that only repeat inside the cards of a better group, or have nothing a directory tells, are left out.
 */
export function* chooseNames(
  page: Page,
  found: readonly FoundName[],
): Generator<Pause, WeighedCard[], undefined> {
  const groups = new Map<string, FoundName[]>()
  for (const name of found) {
    if (name.likeness < 0.5) continue
    const group = groups.get(name.key)
    if (group) group.push(name)
    else groups.set(name.key, [name])
  }
  const weighed: {
    key: string
    names: FoundName[]
    cards: WeighedCard[]
    total: number
    isBacked: boolean
  }[] = []
  for (const [key, names] of groups) {
    const cards = yield* weigh(page, names)
    const mean = (value: (card: WeighedCard) => number) =>
      cards.reduce((all, card) => all + value(card), 0) / cards.length
    const likeness = mean(({ name }) => name.likeness)
    if (names.length <= 2 && !(mean(({ weight }) => weight) >= 0.5 && likeness >= 0.6)) continue
    const isBacked =
      mean(({ weight }) => +(weight >= enough)) >= 0.5 ||
      likeness >= 0.8 ||
      // A school behind every name, as on the pages of residents: little each, but the same for all.
      (names.length > 4 && likeness >= 0.6 && mean(({ weight }) => +(weight >= 0.15)) >= 0.8)
    const total = names.length * mean(({ weight, name }) => (weight + 0.1) * name.likeness)
    weighed.push({ key, names, cards, total: key === altKey ? total * 0.7 : total, isBacked })
  }
  weighed.sort((a, b) => b.total - a.total)

  const chosen = new Set<FoundName>()
  /** For each line the card it was given to. */
  const owner: (WeighedCard | undefined)[] = []
  const looks = new Set<string>()
  for (const { key, names, cards, isBacked } of weighed) {
    const [look = ''] = key.split('<')
    if (!isBacked && !(looks.has(look) && /^H\d|\.\w/.test(look))) continue
    const hosts = names.map((name) => owner[name.line.at]).filter(Boolean)
    // One in each card repeats or goes with its person; many in each are the real entries of a section.
    if (hosts.length * 2 >= names.length && hosts.length < new Set(hosts).size * 1.8) continue
    if (hosts.length && key === altKey) continue
    looks.add(look)
    for (const name of names) chosen.add(name)
    for (const card of cards) for (let at = card.from; at < card.to; at += 1) owner[at] ??= card
    yield pause
  }
  if (!chosen.size) return []
  const isLike = yield* makeRecall(page, chosen, owner)
  const cards = yield* weigh(
    page,
    found.filter((name) => chosen.has(name) || isLike(name)),
  )
  const kept = cards.filter(
    ({ name, weight }) => chosen.has(name) || weight >= enough || name.likeness >= 0.25,
  )
  // What was no person must not end the lines of the one before.
  return kept.length === cards.length
    ? cards
    : yield* weigh(
        page,
        kept.map((card) => card.name),
      )
}

/**
 * Tells names that by themselves look little like one ("Stephen Weeks") but stand where the others stand: where nearly
 * every line of that look is a name, or in a card that has none, or in front of a title.
 */
function* makeRecall(
  { outline, keyOf }: Page,
  chosen: ReadonlySet<FoundName>,
  owner: readonly (WeighedCard | undefined)[],
): Generator<Pause, (name: FoundName) => boolean, undefined> {
  const counts = new Map<string, number>()
  for (const { key } of chosen) counts.set(key, (counts.get(key) ?? 0) + 1)
  const all = new Map<string, number>()
  for (const line of outline.lines) {
    if (line.at % 400 === 0) yield pause
    if (line.text && isContent(line)) all.set(keyOf(line), (all.get(keyOf(line)) ?? 0) + 1)
  }
  return (name) => {
    const count = counts.get(name.key) ?? 0
    const share = count / (all.get(name.key) ?? 1)
    const bare = sayBare(name)
    if (name.key === altKey || count < 3 || noPerson.test(bare) || /(^| )\p{Ll}\S{3}/u.test(bare))
      return false
    if (isTitle(bare) || isUnitName(bare)) return share >= 0.85
    return share >= 0.7 || isTitle(name.rest) || !owner[name.line.at]
  }
}

import { parentOf, tagOf } from '../../dom'
import type { Pause } from '../../extractor'
import type { Line, LineRange } from '../outline'
import { pause } from './fields'
import { type FoundName, isContent } from './find-names'
import type { Page } from './page'

/** The lines that belong to one name. */
export interface Card extends LineRange {
  name: FoundName
  /** Where it ends is a guess: nobody follows in the same part of the page. */
  isLoose: boolean
}

const mostLines = 60
const mostSteps = 24
const namesPerPause = 60

/**
 * Cuts the page into one card for each name. A card is the largest element that holds this name and no other; where the
 * lines of people stand side by side in one element, it is the run of lines up to the next name.
 * @param names in the order of the page, one for each line
 */
export function* cutCards(page: Page, names: readonly FoundName[]): Generator<Pause, Card[], undefined> {
  const { lines, ranges } = page.outline
  const heights = new Map<string, number[]>()
  const chains: Element[][] = []
  for (const [index, { line, key }] of names.entries()) {
    if (index % namesPerPause === 0) yield pause
    const chain: Element[] = []
    for (let box: Element | null = line.block; box && chain.length < mostSteps; box = parentOf(box)) {
      const range = ranges.get(box)
      const isOwn =
        range &&
        range.from > (names[index - 1]?.line.at ?? -1) &&
        range.to <= (names[index + 1]?.line.at ?? lines.length)
      if (!isOwn || range.to - range.from > mostLines * 2 || tagOf(box) === 'BODY') break
      chain.push(box)
    }
    chains.push(chain)
    collect(heights, key, chain.length)
  }
  // Somebody who stands alone in a section would get the whole section: nobody's card is higher than is usual.
  const usual = new Map(
    [...heights].map(([key, all]) => [key, all.sort((a, b) => a - b)[all.length >> 1] ?? 0]),
  )
  const boxes = names.map(({ line, key }, index) => {
    const box = chains[index]?.slice(0, usual.get(key)).at(-1)
    return {
      ...((box && ranges.get(box)) ?? { from: line.at, to: line.at + 1 }),
      parent: box ? parentOf(box) : line.block,
    }
  })
  /** Lines between two neighbours: then the lines of a person stand beside the name, not in an element with it. */
  const gaps = new Map<string, number[]>()
  for (const [index, box] of boxes.entries()) {
    const next = boxes[index + 1]
    const { key } = names[index] as FoundName
    if (next && names[index + 1]?.key === key && next.parent === box.parent)
      collect(gaps, key, next.from > box.to ? 1 : 0)
  }
  yield pause

  const cards: Card[] = []
  const longest = new Map<string, number>()
  for (const [index, { from, to, parent }] of boxes.entries()) {
    if (index % namesPerPause === 0) yield pause
    const name = names[index] as FoundName
    const found = gaps.get(name.key)
    const isRun = found ? sum(found) * 2 >= found.length : (heights.get(name.key)?.length ?? 0) < 3
    const card = { name, from, to, isLoose: false }
    cards.push(card)
    if (!isRun) continue
    const bound = (parent && ranges.get(parent)?.to) ?? to
    const next = boxes[index + 1]?.from ?? lines.length
    const end = Math.max(to, Math.min(next, bound, from + mostLines))
    while (card.to < end && !endsRun(page, name, lines[card.to] as Line)) card.to += 1
    card.isLoose = next > bound
    if (!card.isLoose && card.to === end)
      longest.set(name.key, Math.max(longest.get(name.key) ?? 0, end - from))
  }
  turnCards(page, cards)
  for (const card of cards) {
    const most = longest.get(card.name.key)
    if (!card.isLoose) continue
    // No longer than the others are: the last of a list ends with the list.
    card.isLoose = most === undefined || card.to - card.from > most
    card.to = Math.min(card.to, card.from + (most ?? 8))
  }
  return cards
}

function collect(into: Map<string, number[]>, key: string, value: number): void {
  const all = into.get(key)
  if (all) all.push(value)
  else into.set(key, [value])
}

const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0)

/** True at a heading of the page, at the foot, and at an entry that is nobody's ("Imaging Core" among names). */
function endsRun({ keyOf }: Page, { line: own, key }: FoundName, line: Line): boolean {
  return (
    !isContent(line) ||
    (line.heading > 0 && (!own.heading || line.heading <= own.heading)) ||
    (tagOf(line.block) === 'DT' && keyOf(line) === key && !line.text.endsWith(':'))
  )
}

/**
 * Where the name ends its entry ("Professor", then who it is), the runs begin behind the name before: so it is when
 * nothing follows the last name of an element, and in front of its first stands what stands in front of the others.
 */
function turnCards({ outline: { lines, ranges }, keyOf }: Page, cards: readonly Card[]): void {
  let start = 0
  for (const [index, last] of cards.entries()) {
    const { line, key } = last.name
    const parent = parentOf(line.block)
    const next = cards[index + 1]?.name
    if (next && next.key === key && parentOf(next.line.block) === parent) continue
    const group = cards.slice(start, index + 1)
    start = index + 1
    const around = parent && ranges.get(parent)
    const before = group.map((card) => lines[card.name.line.at - 1])
    const [lead, other] = before
    if (group.length < 3 || !last.isLoose || !lead || lead.heading || !around || !other) continue
    const isLed = before.every((one) => one && one.at >= around.from && keyOf(one) === keyOf(lead))
    if (!isLed || line.at + 1 < around.to) continue
    const most = Math.max(
      ...group.map((card, at) => card.name.line.at - (group[at - 1]?.name.line.at ?? card.name.line.at)),
    )
    let from = Math.max(around.from, lead.at + 2 - most)
    for (const card of group) {
      card.from = from
      card.to = from = card.name.line.at + 1
      card.isLoose = false
    }
  }
}

import type { Publication } from '../../../domain/person/person'
import { attributeOf, parentOf, queryAll, tagOf } from '../../dom'
import type { Pause } from '../../extractor'
import { type Outline, pause } from '../outline'
import type { FoundName } from './find-name'
import { isAuthorList, readCitation } from './read-citation'
import type { Row } from './read-rows'

const mostPapers = 500

/** Identifiers that marks beside a citation carry (altmetric and the like), by the line they stand in. */
function* readMarks(outline: Outline): Generator<Pause, Map<number, string>, undefined> {
  const marks = new Map<number, string>()
  const elements = queryAll(outline.doc, '[data-doi],[data-pmid]').slice(0, 2000)
  for (const [index, mark] of elements.entries()) {
    if (index % 100 === 0) yield pause
    let around: Element | null = mark
    for (let up = 0; around && up < 5; up += 1, around = parentOf(around)) {
      const range = outline.ranges.get(around)
      if (!range || range.from >= range.to) continue
      const doi = attributeOf(mark, 'data-doi') ?? ''
      const pmid = attributeOf(mark, 'data-pmid') ?? ''
      for (let at = range.from; at < Math.min(range.to, range.from + 4); at += 1)
        marks.set(at, `${marks.get(at) ?? ''} ${doi} ${pmid && `PMID ${pmid}`}`.slice(0, 400))
      break
    }
  }
  return marks
}

/** Rows with the lines of one list item as one: citations are broken by hand. */
function joinItems(rows: readonly Row[]): Row[] {
  const joined: Row[] = []
  for (const row of rows) {
    const last = joined.at(-1)
    const isSame =
      last && last.line.block === row.line.block && row.section === 'papers' && !row.isAnnouncement
    if (last && isSame && /^LI$/i.test(tagOf(row.line.block)) && last.line.text.length < 700) {
      const line = {
        ...last.line,
        text: `${last.line.text} ${row.line.text}`,
        links: [...last.line.links, ...row.line.links],
      }
      joined[joined.length - 1] = { ...last, line }
    } else joined.push(row)
  }
  return joined
}

/** The papers that the page lists. */
export function* findPapers(
  outline: Outline,
  rows: readonly Row[],
  name: FoundName,
): Generator<Pause, Publication[], undefined> {
  const marks = yield* readMarks(outline)
  const found: Publication[] = []
  const seen = new Set<string>()
  const keep = (text: string, mark: string, heading: string) => {
    const paper = readCitation(text, mark, heading, name.folded.families)
    const key = paper && (paper.pmid || paper.doi || paper.title.toLowerCase())
    if (!paper || !key || seen.has(key)) return
    seen.add(key)
    found.push(paper)
  }
  /** A title on a line of its own: authors, journal and year follow on the next. */
  let held: { text: string; mark: string } | null = null
  const items = joinItems(rows)
  yield pause
  for (const [index, row] of items.entries()) {
    if (found.length >= mostPapers) break
    if (index % 12 === 11) yield pause
    const { text, links, at } = row.line
    const hrefs = links.map((link) => link.href).join(' ')
    const mark = `${marks.get(at) ?? ''} ${hrefs.slice(0, 2000)}`
    const isListed = row.section === 'papers' || row.label === 'papers'
    const isMarked = /10\.\d{4,9}\/|pubmed\/?|PMID/.test(mark)
    const linkTitle = links.find((link) => link.text.length > 25)?.text ?? ''
    const isTitleAlone = text.length > 25 && text === linkTitle && !/\b(19|20)\d\d\b/.test(text)
    if (held && !isTitleAlone) {
      keep(text, `${held.mark} ${mark}`, held.text)
      held = null
    } else if (held) {
      keep(held.text, held.mark, held.text)
      held = null
    } else if (!isTitleAlone && !row.isAnnouncement && row.section !== 'foreign' && (isListed || isMarked)) {
      keep(text, mark, linkTitle && text.includes(linkTitle) && !isAuthorList(linkTitle) ? linkTitle : '')
    }
    if (isTitleAlone && row.section !== 'foreign' && (isListed || isMarked)) held = { text, mark }
  }
  if (held) keep(held.text, held.mark, held.text)
  return found
}

import { type FoldedName, foldName } from '../../../domain/capture/email-owner'
import { isUnitName } from '../../../domain/faculty/places'
import { isTitle } from '../../../domain/faculty/titles'
import { isCredential } from '../../../domain/names/credentials'
import { parseNameAndCredentials } from '../../../domain/names/parse-name'
import { type NameLine, readNameLine } from '../../../domain/names/read-name-line'
import { attributeOf, parentOf, tagOf } from '../../dom'
import type { Pause } from '../../extractor'
import type { Line, LineLink, Outline } from '../outline'
import { type Columns, pause, splitLabel } from './fields'
import { readKind } from './read-facts'

/** A line that may be the name of somebody. */
export interface FoundName extends NameLine {
  line: Line
  /** Names with the same key look the same on the page: same markup around them. */
  key: string
  /** The link that the name itself is. */
  link: LineLink | null
  /** The name as local parts and addresses hold it; made when asked for. */
  fold: () => FoldedName
}

/** The key of names that stand beside a picture only. */
export const altKey = 'alt'
const linesPerPause = 12
/** More is no directory that somebody reads. */
const mostNames = 8000
/** What may stand in front of a linked or bold name. */
const before = /^[^\p{L}]*((prof|professor|dr|mr|mrs|ms)\b[. ]*)*$/iu
const pictureWords =
  /^(a |the )?(photo|photograph|picture|portrait|head ?shot|image)s? (of|for) |['’]s? (photo|picture|portrait).*/gi

/** True for lines that are neither menu nor foot of the page. */
export const isContent = (line: Line) => line.zone !== 'nav' && line.zone !== 'footer'

/** Every line of the page's content that may be, or begin with, a name. */
export function* findNames(
  outline: Outline,
  columns: Columns,
  keyOf: (line: Line) => string,
): Generator<Pause, FoundName[], undefined> {
  const names: FoundName[] = []
  const add = (line: Line, read: NameLine | null, key = keyOf(line), link: LineLink | null = null) => {
    if (!read) return
    let folded: FoldedName | undefined
    const fold = () => (folded ??= foldName(read.names))
    names.push({ ...read, line, key, link, fold })
  }
  for (const line of outline.lines) {
    if (line.at % linesPerPause === 0) yield pause
    if (!isContent(line)) continue
    if (names.length >= mostNames) break
    const field = columns.fields.get(line.at)
    const joined = columns.names.get(line.at)
    if (joined) add(line, readNameLine(joined), 'row')
    if (joined || (field && field !== 'name')) continue
    const found = readName(line)
    if (found) add(line, found.read, keyOf(line), found.link)
    if (line.alt.includes(' ') && !(found && found.read.likeness >= 0.5)) {
      const read = readNameLine(line.alt.replace(pictureWords, ''))
      if (read && !read.rest) add(line, { ...read, rest: line.text }, altKey)
    }
  }
  return names
}

/** The name a line begins with: what is linked or bold there, else the beginning of its text. */
function readName(line: Line): { read: NameLine; link: LineLink | null } | null {
  const label = splitLabel(line.text)
  if (label && label.field !== 'name' && label.field !== 'other') return null
  const text = (label?.field === 'name' ? label.value : line.text).replace(
    /^[\s•·*–—-]*(\d{1,4}[.)]\s+)?/,
    '',
  )
  const link = line.links.find((one) => one.text.length > 2 && !one.text.includes('@')) ?? null
  let best: { read: NameLine; link: LineLink | null } | null = null
  for (const part of new Set([link?.text ?? '', line.lead, text])) {
    const at = part && part.length < 220 ? text.indexOf(part) : -1
    if (at < 0 || (best && best.read.likeness >= 0.5) || !before.test(text.slice(0, at))) continue
    const read = judge(part, text.slice(at + part.length))
    if (read && read.likeness > (best?.read.likeness ?? 0))
      best = { read, link: link && part.startsWith(link.text) ? link : null }
  }
  return best
}

/** Reads `text` as a name with what follows it, and doubts it where what follows is no part of a directory. */
function judge(text: string, behind: string): NameLine | null {
  // "Jane Doe jane@some.edu 555-1234": the name ends before the first address or number.
  const [head = ''] = text.split(/[\s,;|(–—:-]*(?:[^\s|]+@|\(?\+?\d{3}|https?:)/, 1)
  const found = readNameLine(head) ?? readPlain(head)
  if (!found) return null
  // "Gumz ML, Roe J. Lake fever. Lake J. 2019": papers are many on some pages, and each would be read to its end.
  if (found.likeness < 0.25 && text.length > 100 && /\b(19|20)\d\d\b/.test(text)) return null
  if (readKind(head) === 'education') return null
  const read = { ...found }
  const bare = sayBare(read)
  // "Penelope Dean" is one all the same, where all others beside her are names.
  if (isTitle(bare) || isUnitName(bare)) read.likeness = 0.1
  const rest = `${read.rest} ${text.slice(head.length)} ${behind}`.replace(/^[\s,;:|–—-]+/, '').trim()
  // Degrees behind a bold or linked name stand outside of it.
  const words = read.credentials.length ? [] : rest.split(/[\s,]+/)
  const end = words.findIndex((word) => !isCredential(word))
  const credentials = [...read.credentials, ...words.slice(0, end < 0 ? words.length : end)]
  const [first = ''] = rest.split(/[,;|]/, 1)
  const kind = readKind(rest) ?? readKind(first)
  if (rest && (!kind || kind === 'prose' || kind === 'date') && !/^[([\d+]|^\S+@/.test(rest)) {
    const next = readNameLine(rest)
    // A second name behind the first: authors of a paper, members of a board.
    if (next && next.likeness >= 0.5 && !isUnitName(next.rest)) return null
    read.likeness *= rest.length > 90 ? 0.4 : 0.8
  }
  return { ...read, credentials, rest }
}

/** The words of a name alone. */
export function sayBare({ names }: NameLine): string {
  return `${names.given} ${names.middle} ${names.family}`.replace(/\s+/g, ' ')
}

/** What may still be a name among names: two to five short words. */
function readPlain(text: string): NameLine | null {
  if (text.length > 60 || !/^[\p{L}.'’()-]+(,? [\p{L}.'’()-]+){1,4}$/u.test(text)) return null
  const read = parseNameAndCredentials(text)
  return read.names.given && read.names.family ? { ...read, rest: '', likeness: 0.1 } : null
}

/** The markup around a line in short; lines of one column of cards share it. Asked once for each block. */
export function makeKeys(isFine = false): (line: Line) => string {
  const known = new Map<Element, string>()
  return ({ block, heading, isStrong, lead }) => {
    let key = known.get(block)
    if (key === undefined) {
      const parent = parentOf(block)
      const above = parent && parentOf(parent)
      const around = parent ? describe(parent) : ''
      key = `${describe(block)}<${isFine ? around : around.split('.', 1)[0]}<${above ? tagOf(above) : ''}`
      known.set(block, key)
    }
    return !heading && (isStrong || lead) ? `${key}*` : key
  }
}

/** Tag and class names, without what counts ("odd", "col-3", "post-1234"). */
function describe(element: Element): string {
  const names = (attributeOf(element, 'class') ?? '').slice(0, 200).split(/\s+/)
  const lasting = names.filter(
    (name) => name && !/\d|(^|[-_])(odd|even|first|last|active|left|right)$/i.test(name),
  )
  return `${tagOf(element)}.${lasting.slice(0, 2).join('.')}`
}

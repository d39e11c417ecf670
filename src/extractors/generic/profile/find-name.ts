import { type FoldedName, foldName } from '../../../domain/capture/email-owner'
import { isUnitName } from '../../../domain/faculty/places'
import { isTitle } from '../../../domain/faculty/titles'
import { foldText, foldWords } from '../../../domain/names/fold'
import { type NameLine, readNameLine } from '../../../domain/names/read-name-line'
import type { Pause } from '../../extractor'
import { findHeads } from '../judge-page'
import { type Line, type Outline, pause } from '../outline'

/** The name of the person a page is about, and how much of the page agrees on it. */
export interface FoundName {
  name: NameLine
  folded: FoldedName
  /** Places of the lines that hold it: one, or two for a given and a family name in fields of their own; none: title only. */
  from: number
  to: number
  /** Which parts of the page name the same person. */
  inTitle: boolean
  inAddress: boolean
  inEmail: boolean
  inHeading: boolean
  score: number
}

/** Words around a name in headings and titles. */
const wrapping =
  /^((the )?(official )?(home ?page|web ?page|web ?site|profile|biography|bio|about|meet|welcome to|faculty profile|researcher profile|staff profile|in memoriam|in memory of)( page)?( (for|of|from))?\b[\s:–—-]*)+|[’']s? (official )?(home ?page|web ?page|web ?site|page|profile|site)\b.*$|[\s:–—-]*\b(home ?page|web ?page|profile|biography|bio|curriculum vitae|cv)$|\s*\(?\b(19|20)\d\d\s?[–—-]\s?(19|20)\d\d\)?$/gi

/** A line without what is put around a name. */
function unwrap(text: string): string {
  return text.replace(wrapping, '').trim()
}

/** A written name, when the text is one and nothing else is likelier. */
function readName(text: string): NameLine | null {
  if (text.length < 3 || text.length > 160 || /[?!@]|https?:/.test(text)) return null
  const found = readNameLine(unwrap(text))
  if (!found?.names.family || !found.names.given) return null
  const bare = `${found.names.given} ${found.names.middle} ${found.names.family}`
  if (/\d/.test(bare) || isUnitName(bare) || (isTitle(bare) && found.likeness < 0.8)) return null
  return found
}

/** All the words a text holds, folded. */
const wordsOf = (text: string) => new Set(foldWords(text))

/** True when the words hold the family name and the given name, or its initial beside a middle name in full. */
function isNamedIn(words: ReadonlySet<string>, { names }: NameLine): boolean {
  const family = foldWords(names.family)
  const given = foldWords(`${names.given} ${names.middle}`)
  return family.some((word) => words.has(word)) && given.some((word) => word.length > 1 && words.has(word))
}

/** Words of the address's last parts: "/people/jane-doe", "/~doe/", "?name=doe". */
function readSlug(url: URL): string {
  const last = url.pathname.split('/').filter(Boolean).slice(-3).join(' ')
  return readEscaped(`${last} ${url.search}`.slice(0, 500))
}

/** Undoes %xx; a stray percent sign leaves the text as it is. */
function readEscaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

interface Candidate {
  name: NameLine
  from: number
  to: number
  score: number
  isHeading: boolean
}

const headingScores = [0, 3, 2.5, 2, 1.5, 1, 1]
/** A name stands near the head of the content; further down others are named. */
const mostCandidates = 60

/** Finds the name of the person a page is about; null when no line and no title is like one. */
export function* findName(outline: Outline): Generator<Pause, FoundName | null, undefined> {
  const lines = outline.lines.filter((line) => line.zone !== 'nav' && line.zone !== 'footer' && line.text)
  const titleWords = wordsOf(outline.title)
  const slug = readSlug(outline.url)
  const slugWords = wordsOf(slug)
  const slugJoined = foldWords(slug).join('')
  yield pause
  const locals = findLocalParts(lines)
  yield pause
  const candidates = [...(yield* findCandidates(lines, titleWords)), ...readTitleNames(outline.title)]
  let best: FoundName | null = null
  for (const [index, candidate] of candidates.slice(0, mostCandidates + 10).entries()) {
    if (index % 10 === 9) yield pause
    const { name } = candidate
    const folded = foldName(name.names)
    const inTitle = isNamedIn(titleWords, name)
    const family = folded.families[0] ?? ''
    const inAddress =
      isNamedIn(slugWords, name) ||
      (family.length > 3 && slugJoined.includes(family)) ||
      (family.length > 2 && slugWords.has(family))
    const inEmail = locals.some((local) => isMadeOf(local, folded))
    // Words that hardly make a name are one when degrees, or an e-mail, stand behind them and the title agrees.
    const isBacked = inTitle && !name.rest && (name.credentials.length > 0 || inEmail)
    if (name.likeness < 0.3 && !isBacked) continue
    const score =
      candidate.score + name.likeness * 2 + (inTitle ? 3 : 0) + (inAddress ? 2 : 0) + (inEmail ? 1.5 : 0)
    if (!best || score > best.score)
      best = {
        name,
        folded,
        from: candidate.from,
        to: candidate.to,
        inTitle,
        inAddress,
        inEmail,
        inHeading: candidate.isHeading,
        score,
      }
  }
  return best
}

/** False for a name that no other part of the page agrees on: one of many, and nothing more is looked for. */
export function mayBeAbout({ lines }: Outline, name: FoundName): boolean {
  const [family = ''] = foldWords(name.name.names.family)
  return (
    name.inTitle ||
    (name.inHeading && (name.inAddress || (name.inEmail && lines.length < 120))) ||
    findHeads(lines).some((line) => wordsOf(line.text).has(family))
  )
}

/** What stands in front of the @ of an address. */
const beforeAt = /[\p{L}\p{N}][\p{L}\p{N}._%+'’-]{0,63}(?=\s?@)/gu

/** The letters of the local parts of the content's addresses, to compare with names: most pages link or print them plainly. */
function findLocalParts(lines: readonly Line[]): string[] {
  const found = new Set<string>()
  for (const { text, links } of lines.slice(0, 400)) {
    const written = links.map(({ href }) => (/^mailto:/i.test(href) ? readEscaped(href.slice(7, 300)) : ''))
    for (const one of [...written, text])
      if (one.includes('@')) for (const [local] of one.matchAll(beforeAt)) found.add(local)
    if (found.size > 20) break
  }
  return [...found].map((local) => foldText(local).replace(/[^\p{L}]/gu, ''))
}

/** The family name with what begins like the given name: "jdoe", "doe.jane". */
function isMadeOf(local: string, { families, initials }: FoldedName): boolean {
  return families.some(
    (family) => family.length > 1 && local.includes(family) && local.replace(family, '')[0] === initials[0],
  )
}

function* findCandidates(
  lines: readonly Line[],
  titleWords: ReadonlySet<string>,
): Generator<Pause, Candidate[], undefined> {
  const found: Candidate[] = []
  for (const [index, line] of lines.entries()) {
    if (found.length >= mostCandidates) break
    if (index % 10 === 9) yield pause
    const isLoud = line.heading > 0 || line.isStrong
    if (!isLoud && index > 60) continue
    const next = lines[index + 1]
    const pair = next?.heading === line.heading ? readPair(line.text, next.text, titleWords) : null
    const name = pair ?? firstOf(readVariants(line.text), readName)
    if (!name) continue
    let score = (headingScores[line.heading] ?? 0) + (line.isStrong && !line.heading ? 1 : 0)
    if (line.zone === 'header') score -= 0.5
    // Further down and linked elsewhere, it is rather one of several.
    score -= Math.min(index, 200) / 100
    if (line.links.some((link) => /^(https?:|\/)/.test(link.href))) score -= 0.7
    const follow = lines.slice(index + 1, index + 5).findIndex((other) => isTitle(other.text))
    if (follow >= 0) score += 1.5 - follow * 0.2
    if (pair) score += 0.5
    if (name.rest) score += isTitle(name.rest) ? 0.5 : isUnitName(name.rest) ? 0 : -1.5
    if (name.credentials.length) score += 0.7
    found.push({ name, from: line.at, to: line.at + (pair ? 2 : 1), score, isHeading: isLoud })
  }
  return found
}

/** A given and a family name in fields of their own, when the page's title holds both. */
function readPair(first: string, second: string, titleWords: ReadonlySet<string>): NameLine | null {
  if (!isNamePart(first) || !isNamePart(second)) return null
  const text = `${first} ${second}`
  return foldWords(text).every((word) => titleWords.has(word)) ? readName(text) : null
}

function firstOf<T>(texts: readonly string[], read: (text: string) => T | null): T | null {
  for (const text of texts) {
    const found = read(text)
    if (found) return found
  }
  return null
}

/** The line itself, and what stands behind a colon or in front of a bar: "Faculty Profile: Jane Doe". */
function readVariants(text: string): string[] {
  if (text.length > 160) return []
  return [
    text,
    ...text
      .split(/\s*[|»]\s*|:\s+/)
      .filter((part) => part !== text)
      .reverse(),
  ]
}

/** "T. Peter", "Tsay": one to three words and nothing else. */
function isNamePart(text: string): boolean {
  return (
    text.length <= 40 &&
    /^\p{Lu}[\p{L}.'’-]*( \(?[\p{L}.'’-]+\)?){0,2}$/u.test(text) &&
    !isTitle(text) &&
    !isUnitName(text)
  )
}

/** Names in the `<title>`, for pages that show theirs in a picture only. */
function readTitleNames(title: string): Candidate[] {
  return title
    .split(/\s*[|»•·:]\s*|\s+[–—-]\s+/)
    .slice(0, 5)
    .flatMap((part) => {
      const name = readName(part)
      return name && name.likeness >= 0.5 && !name.rest
        ? [{ name, from: -1, to: -1, score: -1.5, isHeading: false }]
        : []
    })
}

import { cleanLine } from '../../../domain/guards/text'
import { foldWords } from '../../../domain/names/fold'
import type { Publication } from '../../../domain/person/person'

const longest = 1500
const doiPattern = /\b10\.\d{4,9}\/[^\s"<>|]{2,200}/
const pmidPattern = /\bPMID\s?:?\s?(\d{5,9})\b|pubmed(?:\.ncbi\.nlm\.nih\.gov)?\/(\d{5,9})\b/i
const quoted = /[“"„«”]\s?([^”"«»]{12,400}?)[.,]?\s?[”"»]|(?:^|[\s(])(?:``|‘)([^'’]{20,400}?)[.,]?(?:''|’)/
const yearInBrackets = /\(\s?((?:19|20)\d\d)[a-z]?[^)]{0,20}\)/

/** A DOI without what a sentence puts behind it. */
function readDoi(text: string): string {
  const doi = doiPattern.exec(text)?.[0] ?? ''
  return doi.replace(/[).,;\]]+$/, '')
}

/** "Smith J, Doe AB", "Smith, J., & Doe, A. B.": more initials and commas than words. */
export function isAuthorList(text: string): boolean {
  const initials = text.match(/\b\p{Lu}{1,3}\b\.?/gu)?.length ?? 0
  return initials > 0 && initials * 4 >= text.split(/\s+/).length && !/\b(the|of|in|for|with)\b/.test(text)
}

function splitAuthors(text: string): string[] {
  const withCommas = text.match(/[\p{L}'’ -]{2,40},\s*(?:\p{Lu}\.?[\s-]?){1,4}(?=[,;&.]|\s(?:and|&)|$)/gu)
  const isSurnameFirst =
    (withCommas?.length ?? 0) > 0 && /^\s*[\p{L}'’ -]+,\s*\p{Lu}\.?(\s|,|-|\p{Lu}|$)/u.test(text)
  const parts = isSurnameFirst ? (withCommas ?? []) : text.split(/,\s*|;\s*|\s+(?:and|&)\s+/)
  return parts
    .map((part) => cleanLine(part.replace(/^[\s,;*]*(?:(?:and|&)\s+)?|[\s,;.*]+$/g, ''), 240))
    .filter((part) => part.length > 2)
    .slice(0, 200)
}

/** Authors, title and what follows, as the common styles part them. */
function partCitation(text: string): { authors: string; title: string; behind: string } {
  const inQuotes = quoted.exec(text)
  if (inQuotes) {
    return {
      authors: text.slice(0, inQuotes.index),
      title: inQuotes[1] ?? inQuotes[2] ?? '',
      behind: text.slice(inQuotes.index + inQuotes[0].length),
    }
  }
  const year = yearInBrackets.exec(text)
  const beforeYear = year ? text.slice(0, year.index) : ''
  if (year && beforeYear.length < 700 && isAuthorList(beforeYear)) {
    const rest = text.slice(year.index + year[0].length).replace(/^[\s.,:–-]+/, '')
    const [title = ''] = rest.split(/[.?!](?=\s|$)/, 1)
    return { authors: beforeYear, title, behind: rest.slice(title.length + 1) }
  }
  const colon = /^(.{5,400}?):\s+/.exec(text)
  if (colon?.[1] && isAuthorList(colon[1]) && !/\.\s+\p{Lu}\p{Ll}{3}/u.test(colon[1])) {
    const rest = text.slice(colon[0].length)
    const [title = ''] = rest.split(/[.?!],?(?=\s|$)/, 1)
    return { authors: colon[1], title, behind: rest.slice(title.length + 1) }
  }
  const pieces = text.split(/(?<=[^\s.]{2})[.?!]\s+(?=\S)|(?<=\b\p{Lu})\.\s+(?!\S+(?:,|\.| and \p{Lu}\.)\s)/u)
  if (pieces.length > 1 && isAuthorList(pieces[0] ?? '')) {
    const [authors = '', title = '', ...behind] = pieces
    return { authors, title, behind: behind.join('. ') }
  }
  return { authors: '', title: pieces[0] ?? text, behind: pieces.slice(1).join('. ') }
}

/** What stands before and behind a title that the page sets apart; on a line without it the authors come first. */
function partAround(text: string, title: string): { authors: string; title: string; behind: string } {
  const at = text.indexOf(title)
  if (at >= 0) return { authors: text.slice(0, at), title, behind: text.slice(at + title.length) }
  const [authors = '', ...behind] = text.split(/\.\s+(?=\p{Lu}\S{3})|,?\s+(?=\(?(?:19|20)\d\d)/u)
  return isAuthorList(authors)
    ? { authors, title, behind: behind.join('. ') }
    : { authors: '', title, behind: text }
}

/**
 * A paper as a list of publications prints it; null when the line is none. `marks` are the addresses of its links and the
 * identifiers of marks beside it; `heading` is its title where that stands on a line of its own; `families` are the
 * spellings of the person's family name, whose place among the authors is kept.
 */
export function readCitation(
  line: string,
  marks: string,
  heading: string,
  families: readonly string[],
): Publication | null {
  const text = line
    .slice(0, longest)
    .replace(/\s+(?=[.,;])/g, '')
    .replace(/^\s*(\[?\(?\d{1,3}[\].)]*|[•*–-])\s+/, '')
  const doi = readDoi(`${text} ${marks}`)
  const [, first = '', second = ''] = pmidPattern.exec(`${text} ${marks}`) ?? []
  const year =
    yearInBrackets.exec(text)?.[1] ?? text.match(/(?<![-–:/\d])\b(?:19|20)\d\d\b(?![-–/]\d)/g)?.at(-1) ?? ''
  if (text.length + heading.length < 30 || (!doi && !first && !second && !year)) return null
  const { authors, title, behind } = heading ? partAround(text, heading) : partCitation(text)
  const clean = cleanLine(title.replace(/^[\s.,:;“"]+|[\s.,:;”"]+$/g, ''), 1000)
  if (clean.length < 12 || clean.split(' ').length < 2) return null
  const list = isAuthorList(authors) || authors.length < 400 ? splitAuthors(authors) : []
  const position = list.findIndex((one) => {
    const words = foldWords(one)
    return families.some((family) => words.includes(family) || words.join('').startsWith(family))
  })
  const journal = /^[\s.,]*(?:In:?\s)?(\p{Lu}[^.\d;:()]{2,120}?)\s*(?:[.,;:(]|\d|$)/u.exec(behind)?.[1] ?? ''
  const number = Number(year)
  return {
    pmid: first || second,
    doi,
    title: clean,
    journal: cleanLine(journal, 300),
    year: number >= 1900 && number <= 2100 ? number : null,
    authors: list,
    position: position < 0 ? null : position + 1,
  }
}

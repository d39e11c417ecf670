import { cleanLine } from '../../../domain/guards/text'
import type { Publication } from '../../../domain/person/person'
import { queryAll, queryOne, readOwnText } from '../../dom'
import { cleanDoi, cleanPmid, cleanTitle, readYear } from './citation'

/** Rows of a search in summary format, of all pages that were loaded into the document, in order. */
export function findRows(doc: Document): Element[] {
  // "Similar articles" boxes use the same class on list items; rows of a search are `article` elements.
  return queryAll(doc, 'article.full-docsum')
}

/** One row as a paper; null for a row without a PMID or a title. */
export function readRow(row: Element): Publication | null {
  const link = queryOne(row, 'a.docsum-title, .docsum-title a, .docsum-title')
  const pmid = [
    queryOne(row, 'input.search-result-selector')?.getAttribute('value'),
    link?.getAttribute('data-article-id'),
    queryOne(row, '.docsum-pmid')?.textContent,
    link?.getAttribute('href'),
  ]
    .map((text) => cleanPmid(text ?? ''))
    .find(Boolean)
  const title = link ? cleanTitle(readOwnText(link)) : ''
  if (!pmid || !title) return null
  const citation = cleanLine(
    readPart(row, '.full-journal-citation') || readPart(row, '.short-journal-citation'),
    1000,
  )
  return {
    pmid,
    doi: cleanDoi(/\bdoi:\s*(\S+)/i.exec(citation)?.[1] ?? ''),
    title,
    journal: cleanLine(
      /^(.*?)\.\s+(?:1[789]|20|21)\d\d\b/.exec(citation)?.[1] ?? citation.split('. ')[0] ?? '',
      300,
    ),
    year: readYear(/\.\s+((?:1[789]|20|21)\d\d)\b/.exec(citation)?.[1] ?? citation),
    authors: splitAuthors(readPart(row, '.full-authors') || readPart(row, '.docsum-authors')),
    position: null,
  }
}

function readPart(row: Element, selector: string): string {
  const element = queryOne(row, selector)
  return element ? readOwnText(element) : ''
}

/** "Costello HM, Gumz ML." in single names. Groups stand behind a semicolon; "et al" is nobody. */
export function splitAuthors(text: string): string[] {
  return cleanLine(text, 20_000)
    .replace(/\.$/, '')
    .split(/[,;]/)
    .map((name) => cleanLine(name, 240))
    .filter((name) => name && !/^et al\.?$/i.test(name))
    .slice(0, 500)
}

import { cleanLine } from '../../../domain/guards/text'

/** A PMID out of "38325949", "PMID: 38325949" or "/38325949/"; empty when there is none. */
export function cleanPmid(text: string): string {
  return /(?:^|\D)(\d{1,8})(?!\d)/.exec(text.slice(0, 200))?.[1] ?? ''
}

/** A DOI out of "10.1/x", "doi: 10.1/x." or an address; empty when there is none. */
export function cleanDoi(text: string): string {
  const doi = /10\.\d{3,9}\/\S+/.exec(text.slice(0, 2000))?.[0].replace(/[.,;]+$/, '') ?? ''
  return doi.length <= 300 ? cleanLine(doi, 300) : ''
}

/** The first year in a citation, as a number, or null. */
export function readYear(text: string): number | null {
  const year = /(?:^|[^\d])((?:1[789]|20|21)\d\d)(?!\d)/.exec(text.slice(0, 1000))?.[1]
  return year ? Number(year) : null
}

/** A title on one line. Rows end it with a full stop and article pages do not: without, it is one title. */
export function cleanTitle(text: string): string {
  return cleanLine(text, 1000).replace(/(?<!\.)\.$/, '')
}

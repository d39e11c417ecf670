import { fitLocalPart, foldName, readLocalPart } from '../../../domain/capture/email-owner'
import { parseCitationName } from '../../../domain/names/parse-name'
import type { Names, Publication } from '../../../domain/person/person'
import { attributeOf, queryAll, queryOne } from '../../dom'
import type { Extractor } from '../../extractor'
import { buildPerson } from '../../person-builder'
import { foundPerson, isNameText, makePublication, textAt } from '../read-marks'

/** NCBI's My Bibliography: the public list of one person's papers. */
export const myBibliography: Extractor = {
  id: 'my-bibliography',
  matches: (url) =>
    /^https?:$/.test(url.protocol) &&
    /^(?:www\.)?ncbi\.nlm\.nih\.gov$/.test(url.hostname) &&
    /\/myncbi\/.*bibliography/.test(url.pathname),
  detect: (doc, url) =>
    queryOne(doc, '.citation-wrap .ncbi-docsum') && findOwner(doc, url, readPapers(doc)) ? 'person' : null,
  *extract(doc, url) {
    const papers = readPapers(doc)
    const owner = findOwner(doc, url, papers)
    if (!owner) return null
    const person = buildPerson(
      { name: owner.names.shown, publications: papers, links: [{ kind: 'other', url: url.href }] },
      'my-bibliography',
      url,
    )
    if (!person) return null
    const { name } = person.provenance
    // In citation form the family name stands first: no parser could tell.
    if (owner.isWorkedOut) person.names = owner.names
    if (name && owner.isWorkedOut) person.provenance.name = { ...name, certainty: 'check' }
    person.publications = person.publications.map((paper) => ({
      ...paper,
      position: findPlace(paper, person.names),
    }))
    yield foundPerson(person, 0)
    return 'person'
  },
}

function readPapers(doc: Document): Publication[] {
  return queryAll(doc, '.citation-wrap')
    .slice(0, 2_000)
    .flatMap((row) => {
      const box = queryOne(row, 'input.citation-check')
      return (
        makePublication({
          pmid: (box && attributeOf(box, 'pmid')) ?? '',
          title: textAt(row, '.ncbi-docsum .title', 1000),
          journal: textAt(row, '.ncbi-docsum .source'),
          year: textAt(row, '.ncbi-docsum .pubdate'),
          doi: textAt(row, '.ncbi-docsum .doi'),
          authors: textAt(row, '.ncbi-docsum .authors', 8_000)
            .split(',')
            .map((name) => name.replace(/[.;\s]+$/, '').trim())
            .filter((name) => name && !/^et al/i.test(name)),
        }) ?? []
      )
    })
}

interface Owner {
  names: Names
  /** Nobody says the name: it was worked out of the address and the author lists. */
  isWorkedOut: boolean
}

/** Whose list it is: by its heading, or the author of most papers whom the account's name in the address fits. */
function findOwner(doc: Document, url: URL, papers: readonly Publication[]): Owner | null {
  for (const selector of ['h1', 'h2', 'head > title']) {
    const [, name = ''] = /^(.{3,120}?)['’]s? (?:my )?bibliography/i.exec(textAt(doc, selector)) ?? []
    if (isNameText(name)) return { names: { ...emptyNames, shown: name }, isWorkedOut: false }
  }
  const [, account = ''] = /\/myncbi\/([^/]{3,80})\/bibliography/.exec(url.pathname) ?? []
  const counts = new Map<string, number>()
  for (const { authors } of papers) {
    for (const author of new Set(authors)) counts.set(author, (counts.get(author) ?? 0) + 1)
  }
  const local = readLocalPart(`${account.replace(/\.\d+$/, '')}@`)
  const fitting = [...counts]
    .filter(([, count]) => count * 2 > papers.length)
    .map(([author, count]) => {
      const names = parseCitationName(author)
      return { names, count, fit: fitLocalPart(local, foldName(names)) }
    })
    .filter(({ fit }) => fit >= 2)
    .sort((a, b) => b.fit - a.fit || b.count - a.count)
  const [best, second] = fitting
  const isClear = best && (!second || best.fit > second.fit)
  return isClear ? { names: best.names, isWorkedOut: true } : null
}

const emptyNames: Names = { given: '', middle: '', family: '', suffix: '', shown: '' }

/** The person's place in a paper's author list, from 1; null when nobody or more than one fits. */
function findPlace(paper: Publication, names: Names): number | null {
  const wanted = names.family.toLowerCase()
  const places = paper.authors.flatMap((author, at) =>
    wanted && parseCitationName(author).family.toLowerCase() === wanted ? [at + 1] : [],
  )
  return places.length === 1 ? (places[0] ?? null) : null
}

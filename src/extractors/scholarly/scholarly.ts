import { cleanAffiliation } from '../../domain/capture/email-addresses'
import { claimAddresses, type FoldedName, foldName } from '../../domain/capture/email-owner'
import { isEmailAddress } from '../../domain/guards/email'
import { cleanLine } from '../../domain/guards/text'
import { foldText } from '../../domain/names/fold'
import { parseName } from '../../domain/names/parse-name'
import { emptyDraft } from '../../domain/person/draft'
import type { Names, Publication } from '../../domain/person/person'
import { attributeOf, queryAll, readText } from '../dom'
import type { Extractor } from '../extractor'
import { makePublication, readOrcid } from '../sites/read-marks'

const mostAuthors = 2_000

/** An author as the page's tags give one: what follows a `citation_author` up to the next is that author's. */
interface TaggedAuthor {
  name: string
  names: Names
  folded: FoldedName
  isGroup: boolean
  institutions: string[]
  emails: string[]
  orcid: string
}

/** Names of study groups: they write papers and are nobody to write to. */
const groupWords =
  /\b(group|consortium|investigators|collaborat\w+|network|committee|society|initiative|study team|task ?force|working party)\b/i

/**
 * Articles of publishers and of PMC (`www.ncbi.nlm.nih.gov/pmc/`, `pmc.ncbi.nlm.nih.gov`), by the tags they carry for
 * scholarly search engines: `citation_author` with institution, e-mail and ORCID behind each.
 */
export const scholarly: Extractor = {
  id: 'scholarly',
  matches: (url) => /^https?:$/.test(url.protocol),
  detect: (doc) => {
    const tags = readTags(doc)
    const title = tags.find(({ name }) => name === 'citation_title')?.content ?? ''
    const hasAuthor = tags.some(({ name, content }) => name === 'citation_author' && content)
    return hasAuthor && isTitleShown(doc, title) ? 'article' : null
  },
  *extract(doc, url) {
    const tags = readTags(doc)
    yield { type: 'pause' }
    const authors = readAuthors(tags)
    const publication = readPublication(tags, authors)
    if (!publication) return 'article'
    yield { type: 'publication', publication }
    const names = authors.map((author) => author.folded)
    for (const [index, author] of authors.entries()) {
      const stated = {
        source: 'scholarly',
        url: url.href.slice(0, 2000),
        certainty: 'stated',
        at: '',
      } as const
      const person = emptyDraft(author.names)
      person.provenance.name = stated
      const affiliations = author.institutions.map((text) => cleanLine(cleanAffiliation(text), 1000))
      person.affiliations = [...new Set(affiliations.filter(Boolean))].slice(0, 20)
      if (person.affiliations.length) person.provenance.affiliations = stated
      // The tag says whose it is; an office's address, or one that names another author, is asked about.
      const claims = [
        ...claimAddresses(
          [...author.emails, ...author.institutions].map((text) => ({ text, authors: [index] })),
          names,
        ),
      ].flat()
      person.emails = claims
        .filter((claim) => claim.author === index)
        .map(({ address, certain }) => ({ address, certain }))
        .slice(0, 10)
      if (person.emails.length) {
        const isCertain = person.emails.every((email) => email.certain)
        person.provenance.emails = { ...stated, certainty: isCertain ? 'stated' : 'check' }
      }
      if (author.orcid) {
        person.links = [{ kind: 'orcid', url: `https://orcid.org/${author.orcid}` }]
        person.provenance.links = stated
      }
      person.publications = [{ ...publication, position: index + 1 }]
      person.provenance.publications = stated
      yield {
        type: 'person',
        person,
        collective: author.isGroup,
        index,
        equalContribution: false,
        printedAffiliations: author.institutions.map((text) => cleanLine(text, 4000)),
      }
    }
    return 'article'
  },
}

interface Tag {
  name: string
  content: string
}

function readTags(doc: Document): Tag[] {
  return queryAll(doc, 'meta[name^="citation_" i]')
    .slice(0, 20_000)
    .map((element) => ({
      name: (attributeOf(element, 'name') ?? '').toLowerCase(),
      content: (attributeOf(element, 'content') ?? '').slice(0, 4_000).trim(),
    }))
}

/** The page must show the paper it is tagged as: a listing or a blog may carry tags of something else. */
function isTitleShown(doc: Document, title: string): boolean {
  const wanted = foldLetters(title).slice(0, 30)
  if (wanted.length < 4) return false
  return queryAll(doc, 'head > title, h1, h2, [role="heading"]')
    .slice(0, 100)
    .some((element) => foldLetters(readText(element, 1_000)).includes(wanted))
}

const foldLetters = (text: string) =>
  foldText(text.slice(0, 1_000).replace(/<[^<>]{0,40}>/g, '')).replace(/[^\p{L}\p{N}]+/gu, '')

function readAuthors(tags: readonly Tag[]): TaggedAuthor[] {
  const authors: TaggedAuthor[] = []
  for (const { name, content } of tags) {
    const last = authors.at(-1)
    if (name === 'citation_author') {
      const shown = cleanLine(content, 240)
      if (authors.length >= mostAuthors || !/\p{L}/u.test(shown)) continue
      const isGroup = groupWords.test(shown) && !shown.includes(',')
      const names = isGroup
        ? { given: '', middle: '', family: cleanLine(shown, 120), suffix: '', shown }
        : parseName(shown)
      authors.push({
        name: shown,
        names: { ...names, shown: isGroup ? shown : writeForward(names) },
        folded: foldName(names),
        isGroup,
        institutions: [],
        emails: [],
        orcid: '',
      })
    } else if (last && content) {
      if (/^citation_author_(institution|affiliation)$/.test(name)) last.institutions.push(content)
      else if (name === 'citation_author_email' && isEmailAddress(content)) last.emails.push(content)
      else if (name === 'citation_author_orcid') last.orcid ||= readOrcid(content)
    }
  }
  return arePaired(tags)
    ? authors
    : authors.map((author) => ({ ...author, institutions: [], emails: [], orcid: '' }))
}

/** Some pages print all names first and then all institutions: nothing says which is whose. */
function arePaired(tags: readonly Tag[]): boolean {
  const lastName = tags.findLastIndex(({ name }) => name === 'citation_author')
  const firstName = tags.findIndex(({ name }) => name === 'citation_author')
  const details = tags.flatMap(({ name }, at) => (/^citation_author_/.test(name) ? [at] : []))
  return lastName === firstName || details.length < 2 || details.some((at) => at < lastName)
}

/** "Doe, Jane A." as tags print it becomes "Jane A. Doe". */
function writeForward({ given, middle, family, suffix, shown }: Names): string {
  if (!shown.includes(',') || !given) return shown
  return cleanLine([given, middle, family, suffix].filter(Boolean).join(' '), 240)
}

function readPublication(tags: readonly Tag[], authors: readonly TaggedAuthor[]): Publication | null {
  const read = (...names: string[]) =>
    names.map((name) => tags.find((tag) => tag.name === name && tag.content)?.content ?? '').find(Boolean) ??
    ''
  return makePublication({
    title: read('citation_title').replace(/<[^<>]{0,40}>/g, ''),
    pmid: read('citation_pmid'),
    doi: read('citation_doi'),
    journal: read('citation_journal_title', 'citation_journal_abbrev', 'citation_conference_title'),
    year: read('citation_publication_date', 'citation_date', 'citation_year', 'citation_online_date'),
    authors: authors.map((author) => author.names.shown),
  })
}

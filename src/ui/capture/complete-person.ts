import type { Names, PersonDraft, Publication } from '../../domain/person/person'
import type { Response } from '../../messaging/protocol'

/** Rows of an author page hold initials only; full name, affiliation and e-mail stand on the article pages. */

/** At most this many article pages are read for one click. */
export const mostArticles = 3

/** One human as found on one or more articles. Several of them are namesakes: the student chooses. */
export interface FoundPerson {
  draft: PersonDraft
  pmids: string[]
}

export interface Completion {
  found: FoundPerson[]
  /** Articles read and articles wanted, for the progress line. */
  read: number
  wanted: number
  /** Why reading ended early; null when it is running or complete. */
  trouble: Exclude<Response<'pubmed.article'>['status'], 'ok' | 'missing'> | null
  running: boolean
}

export interface CompletionParts {
  wanted: Names
  /** Rows that may be this person's. */
  rows: readonly Publication[]
  /** The paper the author link came from: it names the person, so it is read first. */
  cauthorPmid: string | null
  fetchArticle: (pmid: string) => Promise<Response<'pubmed.article'>>
  /** The author of this name on an article page; null when nobody there fits. */
  readAuthor: (html: string, pmid: string, wanted: Names) => PersonDraft | null
  /** `different` for two full names that cannot be one person. */
  compare: (a: Names, b: Names) => 'same' | 'compatible' | 'different'
  onProgress: (state: Completion) => void
  signal: AbortSignal
}

/** PMIDs worth reading, best first: the paper of the author link, then the newest. */
export function chooseArticles(
  rows: readonly Publication[],
  cauthorPmid: string | null,
  most = mostArticles,
): string[] {
  const newest = rows
    .filter((row) => row.pmid)
    .toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0) || Number(b.pmid) - Number(a.pmid))
    .map((row) => row.pmid)
  return [...new Set([...(cauthorPmid ? [cauthorPmid] : []), ...newest])].slice(0, most)
}

/**
 * Reads articles one after another until the person is complete (full name, affiliation, an e-mail that is certain) or
 * the articles are used up. What was read is kept whatever happens; `from` goes on after an interruption.
 */
export async function completePerson(
  parts: CompletionParts,
  from: Completion | null = null,
): Promise<Completion> {
  const pmids = chooseArticles(parts.rows, parts.cauthorPmid)
  let state: Completion = {
    found: from?.found ?? [],
    read: from?.read ?? 0,
    wanted: pmids.length,
    trouble: null,
    running: true,
  }
  const tell = (change: Partial<Completion>) => {
    state = { ...state, ...change }
    parts.onProgress(state)
  }
  tell({})
  for (const pmid of pmids.slice(state.read)) {
    if (parts.signal.aborted) break
    const answer = await parts.fetchArticle(pmid)
    if (parts.signal.aborted) break
    if (answer.status !== 'ok' && answer.status !== 'missing') {
      tell({ trouble: answer.status, running: false })
      return state
    }
    const draft = answer.status === 'ok' ? parts.readAuthor(answer.html, pmid, parts.wanted) : null
    tell({
      read: state.read + 1,
      found: draft ? addFound(state.found, draft, pmid, parts.compare) : state.found,
    })
    if (isComplete(state.found)) break
  }
  tell({ running: false, trouble: parts.signal.aborted ? 'cancelled' : null })
  return state
}

function isComplete(found: readonly FoundPerson[]): boolean {
  const [only, second] = found
  if (!only || second) return false
  const { names, affiliations, emails } = only.draft
  return (
    names.given.replace(/\P{L}/gu, '').length > 2 &&
    affiliations.length > 0 &&
    emails.some((email) => email.certain)
  )
}

/** Joins what one article says to the person it fits; a contradicting full name starts another person. */
function addFound(
  found: readonly FoundPerson[],
  draft: PersonDraft,
  pmid: string,
  compare: CompletionParts['compare'],
): FoundPerson[] {
  const at = found.findIndex((one) => compare(one.draft.names, draft.names) !== 'different')
  const known = found[at]
  if (!known) return [...found, { draft, pmids: [pmid] }]
  const old = known.draft
  const fuller = draft.names.shown.length > old.names.shown.length
  const addresses = new Set(old.emails.map((email) => email.address.toLowerCase()))
  const newAddresses = draft.emails.filter((email) => !addresses.has(email.address.toLowerCase()))
  const joined: PersonDraft = {
    ...old,
    names: fuller ? draft.names : old.names,
    // The newest article tells where they work now; older addresses of work are not carried along unasked.
    affiliations: old.affiliations.length ? old.affiliations : draft.affiliations,
    emails: [
      ...old.emails.map((email) =>
        draft.emails.some(
          (other) => other.certain && other.address.toLowerCase() === email.address.toLowerCase(),
        )
          ? { ...email, certain: true }
          : email,
      ),
      ...newAddresses,
    ],
    provenance: { ...draft.provenance, ...old.provenance },
  }
  if (fuller && draft.provenance.name) joined.provenance.name = draft.provenance.name
  if (!old.affiliations.length && draft.provenance.affiliations) {
    joined.provenance.affiliations = draft.provenance.affiliations
  }
  if (!old.emails.length && draft.provenance.emails) joined.provenance.emails = draft.provenance.emails
  return found.map((one, index) => (index === at ? { draft: joined, pmids: [...one.pmids, pmid] } : one))
}

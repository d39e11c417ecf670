import { compareNames } from '../../../domain/names/compare-names'
import { foldText } from '../../../domain/names/fold'
import type { Names, PersonDraft } from '../../../domain/person/person'
import type { FoundPerson } from '../../extractor'
import { findArticles, readArticle } from './article'

/** The humans of an article page (or of a page in abstract format) whose name may be the wanted one. */
export function findAuthors(doc: Document, url: URL, wanted: Names): FoundPerson[] {
  const people: FoundPerson[] = []
  for (const place of findArticles(doc)) {
    for (const step of readArticle(doc, place, url)) {
      if (step.type === 'person' && !step.collective) people.push(step)
    }
  }
  const same = people.filter(({ person }) => compareNames(person.names, wanted) === 'same')
  return same.length
    ? same
    : people.filter(({ person }) => compareNames(person.names, wanted) === 'compatible')
}

/**
 * The author of an article page that a name of a search row stands for ("Gumz ML"): whole name, affiliations, perhaps
 * e-mail, and the paper. Null when nobody fits, and when several fit equally well: two authors "Zhang X" on one paper
 * cannot be told apart by a search row.
 */
export function completeAuthor(doc: Document, url: URL, wanted: Names): PersonDraft | null {
  const found = findAuthors(doc, url, wanted)
  if (found.length <= 1) return found[0]?.person ?? null
  // "Gumz M" and "Gumz ML" both fit "Gumz ML": the one whose own author page is asked for so is meant.
  const asked = foldText(wanted.shown)
  const exact = found.filter(({ person }) =>
    person.links.some((link) => foldText(new URL(link.url).searchParams.get('term') ?? '') === asked),
  )
  return exact.length === 1 ? (exact[0]?.person ?? null) : null
}

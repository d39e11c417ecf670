import type { JSX } from 'preact'
import { findPubmedSearch } from '../../../domain/funnel/pubmed-search'
import type { Person, Role } from '../../../domain/person/person'
import { funnelPage as words } from '../../shared/words/en'
import { say } from '../../shared/words/say'

/** Who is likely to have papers of their own. */
const authorRoles: readonly Role[] = ['faculty-researcher', 'attending', 'fellow', 'dean-advisor']

/** Opens the person's papers on PubMed; saving there joins them to the person by what both have in common. */
export function PubmedLink({ person }: { person: Person }): JSX.Element | null {
  const isAuthor = person.publications.length > 0 || person.roles.some((role) => authorRoles.includes(role))
  const address = isAuthor ? findPubmedSearch(person) : null
  if (!address) return null
  return (
    <a
      class="button"
      href={address}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={say(words.pubmedName, { name: person.names.shown })}
    >
      {words.pubmed}
    </a>
  )
}

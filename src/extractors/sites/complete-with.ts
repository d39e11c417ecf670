import type { Draft, Extractor, FoundPerson, PageKind, Pause } from '../extractor'
import { indexByName, joinDrafts } from '../join-drafts'

/**
 * A reader of a software, completed by the generic reader: what the first leaves empty the second fills, person by person
 * of the same name. Whom only the second finds is left out: the software's own marks say who is meant.
 */
export function completeWith(family: Extractor, generic: Extractor): Extractor {
  return {
    id: family.id,
    matches: family.matches,
    detect: family.detect,
    *extract(doc, url, signal) {
      const detected = family.detect(doc, url)
      const own = yield* gather(family.extract(doc, url, signal))
      const kind = detected === 'look' ? own.kind : detected
      const found = own.drafts.filter(isPerson)
      // Papers are the software's own matter; and where it finds nobody, the page is the generic reader's.
      if (kind === 'article' || kind === 'search' || !found.length) {
        yield* own.drafts
        return found.length || kind === 'article' ? kind : null
      }
      const more = yield* gather(generic.extract(doc, url, signal))
      const findTwin = indexByName(more.drafts.filter(isPerson).map(({ person }) => person))
      for (const draft of found) {
        const twin = findTwin(draft.person.names)
        yield twin ? { ...draft, person: joinDrafts(draft.person, twin) } : draft
      }
      yield* own.drafts.filter((draft) => draft.type === 'publication')
      const goesOn = [...own.drafts, ...more.drafts].find((draft) => draft.type === 'more')
      if (goesOn && kind === 'list') yield goesOn
      return kind
    },
  }
}

const isPerson = (draft: Draft): draft is FoundPerson => draft.type === 'person'

/** Runs a reader to its end, passing its pauses on and keeping its drafts back. */
function* gather(
  steps: Generator<Draft | Pause, PageKind | null, undefined>,
): Generator<Pause, { kind: PageKind | null; drafts: Draft[] }, undefined> {
  const drafts: Draft[] = []
  let step = steps.next()
  try {
    while (!step.done) {
      if (step.value.type !== 'pause') drafts.push(step.value)
      yield step.value.type === 'pause' ? step.value : { type: 'pause' }
      step = steps.next()
    }
    return { kind: step.value, drafts }
  } finally {
    steps.return(null)
  }
}

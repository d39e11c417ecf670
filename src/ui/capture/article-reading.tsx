import { useEffect, useRef } from 'preact/hooks'
import type { PersonDraft } from '../../domain/person/person'
import { ask } from '../../messaging/client'
import { capture as words } from '../shared/words/en'
import { say } from '../shared/words/say'
import type { Completion } from './complete-person'
import type { PageReading, PanelParts } from './page-reading'
import type { PersonForm } from './person-form'
import { trusted } from './trusted'

/** Reads articles for an author page; nothing for an article, which says all there is. */
export function useArticleReading(
  reading: PageReading,
  base: PersonDraft,
  parts: PanelParts,
  completion: Completion | null,
  setCompletion: (completion: Completion) => void,
) {
  const running = useRef<AbortController | null>(null)
  const run = (from: Completion | null) => {
    if (reading.kind !== 'search') return
    running.current?.abort()
    const control = new AbortController()
    running.current = control
    const job = crypto.randomUUID()
    control.signal.addEventListener('abort', () => void ask('pubmed.cancel', { job }).catch(() => undefined))
    const rows = base.publications.filter((paper) => paper.position !== null)
    void parts.completePerson(
      {
        wanted: base.names,
        rows,
        cauthorPmid: reading.cauthorPmid,
        fetchArticle: (pmid) =>
          ask('pubmed.article', { pmid, job }).catch(() => ({ status: 'offline' as const, html: '' })),
        onProgress: setCompletion,
        signal: control.signal,
      },
      from,
    )
  }
  useEffect(() => {
    run(null)
    return () => running.current?.abort()
  }, [])
  return {
    stop: () => {
      if (completion?.running) running.current?.abort()
    },
    again: () => run(completion),
  }
}

/** Papers on which the name turned out to be another person's are unticked, and say whose they are. */
export function useNamesakes(
  completion: Completion | null,
  foundAt: number,
  setForm: (change: (old: PersonForm) => PersonForm) => void,
) {
  const found = completion?.found
  useEffect(() => {
    if (!found || found.length < 2) return
    setForm((old) => ({
      ...old,
      papers: old.papers.map((paper) => {
        const at = found.findIndex((one) => one.pmids.includes(paper.publication.pmid))
        const owner = found[at]
        if (!owner) return paper
        if (at === foundAt) return { ...paper, ticked: true, note: null, noteName: '' }
        return { ...paper, ticked: false, note: 'namesake' as const, noteName: owner.draft.names.shown }
      }),
    }))
  }, [found, foundAt])
}

/** How far the reading is, what stopped it, and how to stop it or go on. */
export function ReadingProgress(props: {
  completion: Completion | null
  onStop: () => void
  onAgain: () => void
}) {
  const state = props.completion
  if (!state || state.wanted === 0) return null
  if (state.running) {
    return (
      <div class="field">
        <div class="row">
          <span class="hint" role="status">
            {say(words.reading, { at: Math.min(state.read + 1, state.wanted), of: state.wanted })}
          </span>
          <button type="button" class="link" onClick={trusted(props.onStop)}>
            {words.stopReading}
          </button>
        </div>
        <progress
          max={state.wanted}
          value={state.read}
          aria-label={say(words.readDone, { count: state.read })}
        />
      </div>
    )
  }
  if (!state.trouble) {
    return (
      <span class="hint" role="status">
        {state.found.length ? say(words.readDone, { count: state.read }) : words.readNothing}
      </span>
    )
  }
  return (
    <div class="banner" data-kind="warn" role="status">
      <p>{words[state.trouble]}</p>
      <button type="button" class="link" onClick={trusted(props.onAgain)}>
        {words.tryAgain}
      </button>
    </div>
  )
}

/** Several humans of one name were found: which one is meant? */
export function FoundChooser(props: { completion: Completion; at: number; onChoose: (at: number) => void }) {
  return (
    <fieldset>
      <legend>{words.chooseFound}</legend>
      {props.completion.found.map(({ draft, pmids }, at) => (
        <label class="tick" key={pmids[0]}>
          <input type="radio" name="found" checked={at === props.at} onChange={() => props.onChoose(at)} />
          <span>
            {say(words.foundOption, {
              name: draft.names.shown,
              affiliation: draft.affiliations[0] ?? words.noAffiliation,
            })}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

import { useId } from 'preact/hooks'
import type { CapturedField, PersonDraft } from '../../domain/person/person'
import { sources, capture as words } from '../shared/words/en'
import { say } from '../shared/words/say'
import type { PersonForm } from './person-form'
import { trusted } from './trusted'

/** Where a field's value came from, in words; `check` asks the student to look. */
export interface SourceLine {
  text: string
  check: boolean
}

interface TextFieldProps {
  label: string
  value: string
  onInput: (value: string) => void
  hint?: string
  /** Which keyboard a touch screen shows. */
  keyboard?: 'text' | 'email'
  /** More than one row makes it a text area. */
  rows?: number
  source?: SourceLine | null
  error?: string | undefined
}

/** One labelled field with its hint, its source or what is wrong with it. */
export function TextField({
  label,
  value,
  onInput,
  hint,
  keyboard = 'text',
  rows,
  source,
  error,
}: TextFieldProps) {
  const id = useId()
  const described = `${id}-about`
  const shared = {
    id,
    value,
    'aria-describedby': hint ? `${id}-hint ${described}` : described,
    autocomplete: 'off' as const,
    spellcheck: false,
    ...(error && { 'aria-invalid': 'true' as const }),
  }
  return (
    <div class="field">
      <span>
        <label for={id}>{label}</label>{' '}
        {hint && (
          <span class="hint" id={`${id}-hint`}>
            ({hint})
          </span>
        )}
      </span>
      {rows ? (
        <textarea {...shared} rows={rows} onInput={(event) => onInput(event.currentTarget.value)} />
      ) : (
        <input
          {...shared}
          type="text"
          inputMode={keyboard}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
      <span id={described}>
        {error && <span class="error">{error}</span>}
        {!error && <Source source={source} />}
      </span>
    </div>
  )
}

/** The words for where a field was read; null when it has no source. */
export function showSource(draft: PersonDraft, field: CapturedField, isEdited: boolean): SourceLine | null {
  if (isEdited) return { text: words.typed, check: false }
  const provenance = draft.provenance[field]
  const text = provenance && (sources[provenance.source] ?? words.fromPage)
  if (!provenance || !text) return null
  const check = provenance.certainty === 'check'
  return { text: check && !text.includes(words.check) ? `${text}, ${words.check}` : text, check }
}

/** The links of a page, to be left out one by one. */
export function Links(props: {
  form: PersonForm
  source: SourceLine | null
  onChange: (links: PersonForm['links']) => void
}) {
  const { links } = props.form
  if (!links.length) return null
  return (
    <fieldset>
      <legend>{words.links}</legend>
      {links.map((one) => (
        <label class="tick" key={one.link.url}>
          <input
            type="checkbox"
            checked={one.ticked}
            onChange={(event) => {
              const { checked } = event.currentTarget
              props.onChange(links.map((other) => (other === one ? { ...one, ticked: checked } : other)))
            }}
          />
          <span>
            {words.linkKinds[one.link.kind]}
            <span class="meta">{one.link.url.replace(/^(https?:\/\/|mailto:)(www\.)?/, '')}</span>
          </span>
        </label>
      ))}
      <Source source={props.source} />
    </fieldset>
  )
}

/** The line that says where a value came from. */
export function Source({ source }: { source: SourceLine | null | undefined }) {
  if (!source?.text) return null
  return (
    <span class="source" data-check={source.check || undefined}>
      {source.text}
    </span>
  )
}

/** Addresses whose owner is not certain: offered, never assumed. */
export function OfferedEmails({
  form,
  onChange,
}: {
  form: PersonForm
  onChange: (offered: PersonForm['offered']) => void
}) {
  if (!form.offered.length) return null
  return (
    <fieldset class="banner" data-kind="warn">
      <legend>{say(words.emailOffered, { name: form.name })}</legend>
      {form.offered.map((one) => (
        <label class="tick" key={one.address}>
          <input
            type="checkbox"
            checked={one.ticked}
            onChange={(event) => {
              const { checked } = event.currentTarget
              onChange(form.offered.map((other) => (other === one ? { ...one, ticked: checked } : other)))
            }}
          />
          <span>
            {say(words.emailOfferedOne, { address: one.address })}{' '}
            <span class="source" data-check>
              {words.checkThis}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** The person's papers to tick. */
export function Papers(props: {
  form: PersonForm
  draft: PersonDraft
  /** Rows of a search, among which namesakes' may be. */
  isSearch: boolean
  onChange: (papers: PersonForm['papers']) => void
}) {
  const { papers } = props.form
  if (!papers.length) return null
  const ticked = papers.filter((paper) => paper.ticked).length
  const source = showSource(props.draft, 'publications', false)
  const tickAll = (value: boolean) =>
    trusted(() => props.onChange(papers.map((paper) => ({ ...paper, ticked: value }))))
  return (
    <fieldset>
      <legend>{words.papers}</legend>
      {papers.length > 1 && (
        <div class="row">
          <span class="hint">{say(words.papersTicked, { ticked, count: papers.length })}</span>
          <span>
            <button type="button" class="link" onClick={tickAll(true)}>
              {words.papersAll}
            </button>{' '}
            <button type="button" class="link" onClick={tickAll(false)}>
              {words.papersNone}
            </button>
          </span>
        </div>
      )}
      <ul class="papers">
        {papers.map((paper) => {
          const { publication } = paper
          return (
            <li key={publication.pmid || publication.doi || publication.title}>
              <label class="tick">
                <input
                  type="checkbox"
                  checked={paper.ticked}
                  onChange={(event) => {
                    const { checked } = event.currentTarget
                    props.onChange(
                      papers.map((other) => (other === paper ? { ...paper, ticked: checked } : other)),
                    )
                  }}
                />
                <span>
                  {publication.title}
                  <span class="meta">
                    {[publication.journal, publication.year].filter(Boolean).join(' · ')}
                  </span>
                  {paper.note && (
                    <span class="namesake">
                      {paper.note === 'namesake'
                        ? say(words.paperNamesake, { name: paper.noteName })
                        : words.paperUnsure}
                    </span>
                  )}
                </span>
              </label>
            </li>
          )
        })}
      </ul>
      {props.isSearch && papers.length > 1 && <p class="hint">{words.papersHint}</p>}
      <Source source={source} />
    </fieldset>
  )
}

import type { ComponentChildren } from 'preact'
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks'
import { compareNames } from '../../domain/names/compare-names'
import type { CapturedField, Person, PersonDraft, Role } from '../../domain/person/person'
import { ask, MessageError } from '../../messaging/client'
import type { FieldChange, KnownMark } from '../../messaging/protocol'
import { common, messages, sources, capture as words } from '../shared/words/en'
import { say } from '../shared/words/say'
import { type Completion, completePerson } from './complete-person'
import { describeKnown } from './describe-known'
import type { PageReading, PanelParts } from './page-reading'
import { fillForm, findProblems, offerPapers, type PersonForm, readForm, refillForm } from './person-form'

/** Roles offered here, the likeliest first. */
const offeredRoles: readonly Role[] = [
  'faculty-researcher',
  'attending',
  'fellow',
  'resident',
  'dean-advisor',
  'peer',
  'staff',
]

export interface Saved {
  name: string
  personId: string
  changeId: string
  merged: boolean
}

export interface PanelProps {
  reading: PageReading
  parts: PanelParts
  /** The author whose control was used; -1 proposes the last. */
  start: number
  /** Forms of this page, so that closing the panel loses nothing that was typed. */
  kept: Map<number, PersonForm>
  onSaved: (saved: Saved) => void
  onClose: () => void
}

/** Page scripts must not act on events that a page made up. */
const trusted =
  <E extends Event>(act: (event: E) => void) =>
  (event: E) => {
    if (event.isTrusted) act(event)
  }

/** The panel in which a mentor is looked over and saved. */
export function Panel({ reading, parts, start, kept, onSaved, onClose }: PanelProps) {
  const [index, setIndex] = useState(start)
  const chosen = reading.people.find((person) => person.index === index) ?? reading.people.at(-1)
  const titleId = useId()
  if (!chosen) {
    return (
      <Frame titleId={titleId} onClose={onClose}>
        <div class="scroll">
          <p role="alert">{words.nothing}</p>
        </div>
      </Frame>
    )
  }
  return (
    <Frame titleId={titleId} onClose={onClose}>
      <PersonEditor
        key={chosen.index}
        base={chosen.draft}
        chooser={
          reading.people.length > 1 && (
            <AuthorChooser reading={reading} index={chosen.index} onChoose={setIndex} />
          )
        }
        reading={reading}
        parts={parts}
        first={kept.get(chosen.index)}
        onChange={(form) => kept.set(chosen.index, form)}
        onSaved={(saved) => {
          kept.delete(chosen.index)
          onSaved(saved)
        }}
        onClose={onClose}
      />
    </Frame>
  )
}

function Frame({
  titleId,
  onClose,
  children,
}: {
  titleId: string
  onClose: () => void
  children: ComponentChildren
}) {
  return (
    <section class="panel" role="dialog" aria-labelledby={titleId}>
      <div class="top">
        <h2 id={titleId}>{words.title}</h2>
        <button
          type="button"
          class="icon"
          aria-label={words.close}
          title={words.close}
          onClick={trusted(onClose)}
        >
          ×
        </button>
      </div>
      {children}
    </section>
  )
}

function AuthorChooser(props: { reading: PageReading; index: number; onChoose: (index: number) => void }) {
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{props.reading.kind === 'article' ? words.chooseAuthor : words.chooseQueried}</label>
      <select
        id={id}
        value={props.index}
        onChange={(event) => props.onChoose(Number(event.currentTarget.value))}
      >
        {props.reading.people.map(({ index, draft }) => (
          <option key={index} value={index}>
            {draft.names.shown}
          </option>
        ))}
      </select>
    </div>
  )
}

interface EditorProps {
  base: PersonDraft
  chooser: ComponentChildren
  reading: PageReading
  parts: PanelParts
  first: PersonForm | undefined
  onChange: (form: PersonForm) => void
  onSaved: (saved: Saved) => void
  onClose: () => void
}

function PersonEditor({ base, chooser, reading, parts, first, onChange, onSaved, onClose }: EditorProps) {
  const papers = useMemo(() => offerPapers(base.publications), [base])
  const [form, setForm] = useState<PersonForm>(() => first ?? fillForm(base, papers))
  const [completion, setCompletion] = useState<Completion | null>(null)
  const [foundAt, setFoundAt] = useState(0)
  const [failure, setFailure] = useState('')
  const [saving, setSaving] = useState(false)
  const [showProblems, setShowProblems] = useState(false)
  const [asNew, setAsNew] = useState(false)
  const found = completion?.found[foundAt]?.draft
  // What is known by now: the page itself, and over it what the articles added.
  const draft = useMemo<PersonDraft>(
    () =>
      found
        ? {
            ...base,
            names: found.names,
            affiliations: found.affiliations,
            emails: found.emails,
            provenance: { ...base.provenance, ...found.provenance, ...keepPapers(base) },
          }
        : base,
    [base, found],
  )
  const edit = (change: Partial<PersonForm>, field?: 'name' | 'affiliations' | 'email') => {
    setFailure('')
    setForm((old) => ({ ...old, ...change, edited: field ? new Set([...old.edited, field]) : old.edited }))
  }
  useEffect(() => onChange(form), [form])
  useEffect(() => {
    if (found) setForm((old) => refillForm(old, found))
  }, [found])

  const reader = useArticleReading(reading, base, parts, completion, setCompletion)
  useNamesakes(completion, foundAt, setForm)
  const { known, person, changes } = useKnown(form, draft, saving)
  const into = known?.state === 'known' && !asNew ? known : null

  const save = async () => {
    const problems = findProblems(form)
    setShowProblems(true)
    if (saving || problems.name || problems.email) return
    reader.stop()
    setSaving(true)
    setFailure('')
    try {
      const input = readForm(form, draft)
      const saved = await ask('capture.save', { input, into: into?.personId ?? null })
      onSaved({ ...saved, name: into?.shown ?? input.names.shown, merged: into !== null })
    } catch (error) {
      setFailure(showFailure(error))
      setSaving(false)
    }
  }

  const problems = showProblems ? findProblems(form) : {}
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (event.isTrusted) void save()
      }}
      noValidate
    >
      <div class="scroll">
        {chooser}
        <KnownBanner known={known} asNew={asNew} />
        {reading.kind === 'search' && (
          <ReadingProgress completion={completion} onStop={reader.stop} onAgain={reader.again} />
        )}
        {completion && completion.found.length > 1 && (
          <FoundChooser completion={completion} at={foundAt} onChoose={setFoundAt} />
        )}
        <TextField
          label={words.name}
          value={form.name}
          source={showSource(draft, 'name', form.edited.has('name'))}
          error={problems.name && words.nameMissing}
          onInput={(name) => edit({ name }, 'name')}
        />
        <TextField
          label={words.affiliation}
          hint={words.affiliationHint}
          value={form.affiliations}
          rows={form.affiliations.length > 90 ? 4 : 2}
          source={showSource(draft, 'affiliations', form.edited.has('affiliations'))}
          onInput={(affiliations) => edit({ affiliations }, 'affiliations')}
        />
        <TextField
          label={words.email}
          keyboard="email"
          value={form.email}
          source={form.email ? showSource(draft, 'emails', form.edited.has('email')) : null}
          error={problems.email && words.emailWrong}
          onInput={(email) => edit({ email }, 'email')}
        />
        <OfferedEmails form={form} onChange={(offered) => edit({ offered })} />
        <fieldset>
          <legend>{words.role}</legend>
          <div class="chips">
            {offeredRoles.map((role) => (
              <label class="chip" key={role}>
                <input
                  type="radio"
                  name="role"
                  value={role}
                  checked={form.role === role}
                  onChange={() => edit({ role })}
                />
                <span>{common.roles[role]}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <TextField
          label={words.whereMet}
          hint={words.whereMetHint}
          value={form.whereMet}
          onInput={(whereMet) => edit({ whereMet })}
        />
        <TextField
          label={words.detail}
          hint={words.detailHint}
          value={form.detail}
          onInput={(detail) => edit({ detail })}
        />
        <Papers form={form} draft={draft} onChange={(next) => edit({ papers: next })} />
        {known?.state === 'known' && person && (
          <MergePreview person={person} changes={changes} asNew={asNew} onChoose={setAsNew} />
        )}
        {failure && (
          <p class="error" role="alert">
            {failure}
          </p>
        )}
      </div>
      <div class="bottom">
        <button type="button" onClick={trusted(onClose)}>
          {words.cancel}
        </button>
        <button type="submit" class="primary" aria-disabled={saving}>
          {saving ? words.saving : into ? words.merge : words.save}
        </button>
      </div>
    </form>
  )
}

function keepPapers(base: PersonDraft): PersonDraft['provenance'] {
  return base.provenance.publications ? { publications: base.provenance.publications } : {}
}

/** Reads articles for an author page; nothing for an article, which says all there is. */
function useArticleReading(
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
    void completePerson(
      {
        wanted: base.names,
        rows,
        cauthorPmid: reading.cauthorPmid,
        fetchArticle: (pmid) =>
          ask('pubmed.article', { pmid, job }).catch(() => ({ status: 'offline' as const, html: '' })),
        readAuthor: parts.readAuthor,
        compare: compareNames,
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
function useNamesakes(
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

/** Asks the log, a moment after the last keystroke, whether this person is known. */
function useKnown(form: PersonForm, draft: PersonDraft, isSaving: boolean) {
  const [answer, setAnswer] = useState<{
    known: KnownMark | null
    person: Person | null
    changes: FieldChange[]
  }>({
    known: null,
    person: null,
    changes: [],
  })
  const isFirst = useRef(true)
  useEffect(() => {
    if (isSaving || findProblems(form).name) return
    let isStale = false
    const timer = setTimeout(
      () => {
        ask('capture.check', { input: readForm(form, draft) })
          .then((next) => {
            if (!isStale) setAnswer(next)
          })
          // Saving asks again and says what is wrong; this is only the preview.
          .catch(() => undefined)
      },
      isFirst.current ? 0 : 250,
    )
    isFirst.current = false
    return () => {
      isStale = true
      clearTimeout(timer)
    }
  }, [form, draft, isSaving])
  return answer
}

function KnownBanner({ known, asNew }: { known: KnownMark | null; asNew: boolean }) {
  if (!known) return null
  const open = trusted(() => {
    void ask('app.open', { page: 'dashboard', hash: `/people/${known.personId}` }).catch(() => undefined)
  })
  const { says } = describeKnown(known)
  return (
    <div class="banner" data-kind={known.state === 'maybe' || asNew ? 'warn' : 'known'} role="status">
      <div class="row">
        <strong>{says}</strong>
        <button type="button" class="link" onClick={open}>
          {words.open}
        </button>
      </div>
      <p>
        {known.state === 'maybe'
          ? say(words.maybeWhy, { name: known.shown })
          : `${known.shown}. ${showEvidence(known)}`}
      </p>
    </div>
  )
}

function showEvidence(known: KnownMark): string {
  const what = known.evidence.includes('email')
    ? words.evidenceEmail
    : known.evidence.includes('paper')
      ? words.evidencePaper
      : words.evidenceAffiliation
  return say(words.evidence, { what })
}

function ReadingProgress(props: { completion: Completion | null; onStop: () => void; onAgain: () => void }) {
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

function FoundChooser(props: { completion: Completion; at: number; onChoose: (at: number) => void }) {
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

interface TextFieldProps {
  label: string
  value: string
  onInput: (value: string) => void
  hint?: string
  /** Which keyboard a touch screen shows. */
  keyboard?: 'text' | 'email'
  /** More than one row makes it a text area. */
  rows?: number
  source?: { text: string; check: boolean } | null
  error?: string | undefined
}

function TextField({ label, value, onInput, hint, keyboard = 'text', rows, source, error }: TextFieldProps) {
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
        {!error && source?.text && (
          <span class="source" data-check={source.check || undefined}>
            {source.text}
          </span>
        )}
      </span>
    </div>
  )
}

function showSource(draft: PersonDraft, field: CapturedField, isEdited: boolean) {
  if (isEdited) return { text: words.typed, check: false }
  const provenance = draft.provenance[field]
  const text = provenance ? (sources[provenance.source] ?? '') : ''
  if (!provenance || !text) return null
  const check = provenance.certainty === 'check'
  return { text: check ? `${text}, ${words.check}` : text, check }
}

function OfferedEmails({
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
          <span>{say(words.emailOfferedOne, { address: one.address })}</span>
        </label>
      ))}
    </fieldset>
  )
}

function Papers(props: {
  form: PersonForm
  draft: PersonDraft
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
            <li key={publication.pmid || publication.title}>
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
      {papers.length > 1 && <p class="hint">{words.papersHint}</p>}
      {source && (
        <span class="source" data-check={source.check || undefined}>
          {source.text}
        </span>
      )}
    </fieldset>
  )
}

function MergePreview(props: {
  person: Person
  changes: FieldChange[]
  asNew: boolean
  onChoose: (asNew: boolean) => void
}) {
  const name = props.person.names.shown
  return (
    <fieldset class="banner">
      <legend>{say(words.mergeTitle, { name })}</legend>
      <label class="tick">
        <input type="radio" name="into" checked={!props.asNew} onChange={() => props.onChoose(false)} />
        <span>{say(words.mergeInto, { name })}</span>
      </label>
      {!props.asNew &&
        (props.changes.length ? (
          <ul class="changes">
            {props.changes.map(({ field, before, after }) => (
              <li key={field}>
                <strong>{words.field[field] ?? field}:</strong> {after}
                <span class="before">{say(words.mergeNow, { before: before || words.mergeEmpty })}</span>
              </li>
            ))}
          </ul>
        ) : (
          <p class="hint">{words.mergeSame}</p>
        ))}
      <label class="tick">
        <input type="radio" name="into" checked={props.asNew} onChange={() => props.onChoose(true)} />
        <span>{words.mergeNew}</span>
      </label>
    </fieldset>
  )
}

/** What to say of a failure that has words of its own, or of one that has none. */
export function showFailure(error: unknown): string {
  const what = error instanceof MessageError ? error.what : { id: 'error.unexpected', params: {} }
  return say(messages[what.id] ?? messages['error.unexpected'] ?? what.id, what.params)
}

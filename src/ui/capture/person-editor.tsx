import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { guessRole } from '../../domain/faculty/titles'
import type { CapturedField, Person, PersonDraft, Role } from '../../domain/person/person'
import { ask } from '../../messaging/client'
import type { FieldChange, FunnelAnswer, KnownMark } from '../../messaging/protocol'
import { common, capture as words } from '../shared/words/en'
import { sayPageError } from '../shared/words/say-page-error'
import { FoundChooser, ReadingProgress, useArticleReading, useNamesakes } from './article-reading'
import type { Completion } from './complete-person'
import { FunnelLine } from './funnel-line'
import { KnownBanner, MergePreview } from './known-person'
import { offeredRoles } from './offered-roles'
import type { PageReading, PanelParts } from './page-reading'
import { Links, OfferedEmails, Papers, showSource, TextField } from './panel-fields'
import {
  type EditedField,
  fillForm,
  findProblems,
  offerPapers,
  type PersonForm,
  readForm,
  refillForm,
} from './person-form'
import { trusted } from './trusted'

export interface Saved {
  name: string
  personId: string
  changeId: string
  merged: boolean
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

/** One person's form: what was read, the student's answers, and saving. */
export function PersonEditor({
  base,
  chooser,
  reading,
  parts,
  first,
  onChange,
  onSaved,
  onClose,
}: EditorProps) {
  const isPaperPage = reading.kind === 'article' || reading.kind === 'search'
  const proposed = useMemo<Role | null>(
    () => (isPaperPage ? 'faculty-researcher' : guessRole(base.titles, base.credentials)),
    [base],
  )
  const [form, setForm] = useState<PersonForm>(
    () => first ?? fillForm(base, offerPapers(base.publications, reading.kind === 'search'), proposed),
  )
  const [completion, setCompletion] = useState<Completion | null>(null)
  const [foundAt, setFoundAt] = useState(0)
  const [failure, setFailure] = useState('')
  const [saving, setSaving] = useState(false)
  /** As `saving`, but true at once: two clicks in one breath save one person. */
  const isBusy = useRef(false)
  const [showProblems, setShowProblems] = useState(false)
  /** Whom the student chose to join, or not; of nobody else. */
  const [choice, setChoice] = useState<{ personId: string; into: boolean } | null>(null)
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
  const edit = (change: Partial<PersonForm>, field?: EditedField) => {
    setFailure('')
    setForm((old) => ({ ...old, ...change, edited: field ? new Set([...old.edited, field]) : old.edited }))
  }
  // At once, not after the next frame: the panel may be closed by then.
  useLayoutEffect(() => onChange(form), [form])
  useEffect(() => {
    if (found) setForm((old) => refillForm(old, found))
  }, [found])

  const reader = useArticleReading(reading, base, parts, completion, setCompletion)
  useNamesakes(completion, foundAt, setForm)
  const { known, person, changes, funnel } = useKnown(form, draft, saving)
  // Somebody known is joined unless the student says no; somebody who may be known only when they say so.
  const chosen = choice?.personId === known?.personId ? choice?.into : undefined
  const into = known && (chosen ?? known.state === 'known') ? known : null

  // Whoever is in the log has the role that was given them there: a proposal must not add another.
  const ownRole = into && person?.id === into.personId ? person.roles[0] : undefined
  useEffect(() => {
    setForm((old) => (old.isRoleChosen ? old : { ...old, role: ownRole ?? proposed }))
  }, [ownRole])

  const save = async () => {
    const problems = findProblems(form)
    setShowProblems(true)
    if (isBusy.current || problems.name || problems.email) return
    reader.stop()
    isBusy.current = true
    setSaving(true)
    setFailure('')
    try {
      const input = readForm(form, draft)
      const isSaidSame = into?.state === 'maybe'
      const saved = await ask('capture.save', { input, into: into?.personId ?? null, isSaidSame })
      onSaved({ ...saved, name: into?.shown ?? input.names.shown, merged: into !== null })
    } catch (error) {
      setFailure(sayPageError(error))
      setSaving(false)
      isBusy.current = false
    }
  }

  const problems = showProblems ? findProblems(form) : {}
  const sourceOf = (field: CapturedField) => showSource(draft, field, form.edited.has(field as EditedField))
  /** A text field of the form; `field` names where its value was read. */
  const text = (
    key:
      | 'name'
      | 'credentials'
      | 'titles'
      | 'department'
      | 'institution'
      | 'affiliations'
      | 'phones'
      | 'topics',
    field: EditedField,
    more: { hint?: string; rows?: number; error?: string | undefined } = {},
  ) => (
    <TextField
      label={words[key === 'affiliations' ? 'affiliation' : key]}
      value={form[key]}
      source={form[key] || form.edited.has(field) ? sourceOf(field) : null}
      onInput={(value) => edit({ [key]: value }, field)}
      {...more}
    />
  )
  const rowsOf = (value: string) => Math.min(4, Math.max(1, value.split('\n').length, value.length / 42))
  const preview = known && person && (
    <MergePreview
      state={known.state}
      person={person}
      changes={changes}
      into={into !== null}
      onChoose={(isInto) => setChoice({ personId: known.personId, into: isInto })}
    />
  )
  const isAffiliated = isPaperPage || base.affiliations.length > 0
  return (
    <form
      // A submission counts as the browser's own even when a page's script made it: the button's click saves, and Enter
      // in a field is such a click.
      onSubmit={(event) => event.preventDefault()}
      noValidate
    >
      <div class="scroll">
        {chooser}
        <KnownBanner known={known} into={into !== null} />
        {known?.state === 'maybe' && preview}
        {reading.kind === 'search' && (
          <ReadingProgress completion={completion} onStop={reader.stop} onAgain={reader.again} />
        )}
        {completion && completion.found.length > 1 && (
          <FoundChooser completion={completion} at={foundAt} onChoose={setFoundAt} />
        )}
        {text('name', 'name', { error: problems.name && words.nameMissing })}
        {!isPaperPage && (
          <>
            {text('titles', 'titles', { hint: words.lineHint, rows: rowsOf(form.titles) })}
            {text('department', 'department')}
            {text('institution', 'institution')}
          </>
        )}
        {isAffiliated &&
          text('affiliations', 'affiliations', {
            hint: words.affiliationHint,
            rows: form.affiliations.length > 90 ? 4 : 2,
          })}
        <TextField
          label={words.email}
          keyboard="email"
          value={form.email}
          source={form.email ? sourceOf('emails') : null}
          error={problems.email && words.emailWrong}
          onInput={(email) => edit({ email }, 'emails')}
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
                  onChange={() => edit({ role, isRoleChosen: true })}
                />
                <span>{common.roles[role]}</span>
              </label>
            ))}
          </div>
          {!isPaperPage && !form.isRoleChosen && !into && (
            <span class="source" data-check={proposed !== null || undefined}>
              {proposed ? words.roleGuessed : words.roleOpen}
            </span>
          )}
        </fieldset>
        {funnel && (form.role === 'faculty-researcher' || (into && funnel.standing)) && (
          <FunnelLine funnel={into ? funnel : { ...funnel, standing: null }} known={into ? person : null} />
        )}
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
        {!isPaperPage && (
          <>
            {text('credentials', 'credentials')}
            {text('phones', 'phones', { rows: rowsOf(form.phones) })}
            {text('topics', 'topics', { hint: words.topicsHint, rows: rowsOf(form.topics) })}
            <Links form={form} source={sourceOf('links')} onChange={(links) => edit({ links })} />
          </>
        )}
        <Papers
          form={form}
          draft={draft}
          isSearch={reading.kind === 'search'}
          onChange={(next) => edit({ papers: next })}
        />
        {known?.state === 'known' && preview}
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
        <button type="submit" class="primary" aria-disabled={saving} onClick={trusted(() => void save())}>
          {saving ? words.saving : into ? words.merge : words.save}
        </button>
      </div>
    </form>
  )
}

function keepPapers(base: PersonDraft): PersonDraft['provenance'] {
  return base.provenance.publications ? { publications: base.provenance.publications } : {}
}

/** Asks the log, a moment after the last keystroke, whether this person is known. */
function useKnown(form: PersonForm, draft: PersonDraft, isSaving: boolean) {
  const [answer, setAnswer] = useState<{
    known: KnownMark | null
    person: Person | null
    changes: FieldChange[]
    funnel: FunnelAnswer | null
  }>({
    known: null,
    person: null,
    changes: [],
    funnel: null,
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

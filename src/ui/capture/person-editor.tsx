import type { ComponentChildren } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Person, PersonDraft, Role } from '../../domain/person/person'
import { ask } from '../../messaging/client'
import type { FieldChange, KnownMark } from '../../messaging/protocol'
import { common, capture as words } from '../shared/words/en'
import { sayError } from '../shared/words/say-message'
import { FoundChooser, ReadingProgress, useArticleReading, useNamesakes } from './article-reading'
import type { Completion } from './complete-person'
import { KnownBanner, MergePreview } from './known-person'
import type { PageReading, PanelParts } from './page-reading'
import { OfferedEmails, Papers, showSource, TextField } from './panel-fields'
import { fillForm, findProblems, offerPapers, type PersonForm, readForm, refillForm } from './person-form'
import { trusted } from './trusted'

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
      setFailure(sayError(error))
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

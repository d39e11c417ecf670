import type { JSX } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { isLocalDate } from '../../../domain/dates'
import type { NamedPerson } from '../../../domain/goals/month-view'
import { cleanLine, cleanText } from '../../../domain/guards/text'
import { emptyProgram } from '../../../domain/programs/empty-program'
import type { Program, ProgramInput } from '../../../domain/programs/program'
import { readTags } from '../../../exchange/program-csv'
import { Field, focusFirstProblem } from '../../shared/field'
import { PersonPicker } from '../../shared/person-picker'
import { Select } from '../../shared/select'
import { common, programsPage } from '../../shared/words/en'
import { sayError } from '../../shared/words/say-message'
import { DayField, LineField, TextField } from '../pieces/text-fields'
import type { LoadedPrograms } from './load-programs'

const words = programsPage.form

/** Adds a program, or edits what it is; ties, services, rank and ratings stay as they are. */
export function ProgramForm(props: {
  program?: Program
  loaded: LoadedPrograms
  onSave: (input: ProgramInput) => Promise<void>
  onCancel: () => void
}): JSX.Element {
  const { program, loaded } = props
  const form = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState<ProgramInput>(program ?? emptyProgram)
  const [tags, setTags] = useState((program?.tags ?? []).join(', '))
  const [applied, setApplied] = useState(program?.appliedOn ?? '')
  const [invited, setInvited] = useState(program?.invitedOn ?? '')
  const [problems, setProblems] = useState<Partial<Record<'name' | 'applied' | 'invited' | 'all', string>>>(
    {},
  )
  const [isBusy, setBusy] = useState(false)
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), [])
  const set = (part: Partial<ProgramInput>) => setDraft((before) => ({ ...before, ...part }))
  const setAway = (part: Partial<ProgramInput['away']>) => set({ away: { ...draft.away, ...part } })
  const specialties = [...new Set(loaded.programs.map((one) => one.specialty).filter(Boolean))].sort()
  const institutions = [...new Set(loaded.rows.map((row) => row.institution).filter(Boolean))].sort()

  const submit = async (event: Event) => {
    event.preventDefault()
    if (isBusy) return
    const name = cleanLine(draft.name, 200)
    const found: typeof problems = {
      ...(name === '' && { name: words.nameMissing }),
      ...(applied !== '' && !isLocalDate(applied) && { applied: words.dateWrong }),
      ...(invited !== '' && !isLocalDate(invited) && { invited: words.dateWrong }),
    }
    setProblems(found)
    if (Object.keys(found).length > 0) return focusFirstProblem(form.current)
    setBusy(true)
    try {
      await props.onSave({
        ...draft,
        name,
        institution: cleanLine(draft.institution, 300),
        specialty: cleanLine(draft.specialty, 120),
        city: cleanLine(draft.city, 120),
        tags: readTags(tags).slice(0, 40),
        away: { ...draft.away, note: cleanLine(draft.away.note, 500) },
        appliedOn: applied || null,
        invitedOn: invited || null,
        note: cleanText(draft.note, 5000),
      })
    } catch (error) {
      setProblems({ all: sayError(error) })
      setBusy(false)
    }
  }
  const choice = <K extends 'tier' | 'signal' | 'thankYou'>(
    field: K,
    label: string,
    options: Record<string, string>,
    hint?: string,
  ) => (
    <Field label={label} {...(hint && { hint })}>
      {(links) => (
        <Select
          {...links}
          value={draft[field]}
          options={Object.entries(options)}
          onChange={(value) => set({ [field]: value } as Pick<ProgramInput, K>)}
        />
      )}
    </Field>
  )

  return (
    <form ref={form} class="form" noValidate onSubmit={submit}>
      <h2>{program ? words.editTitle : words.addTitle}</h2>
      <LineField
        label={words.name}
        hint={words.nameHint}
        max={200}
        value={draft.name}
        error={problems.name}
        onInput={(name) => set({ name })}
      />
      <LineField
        label={words.institution}
        hint={words.institutionHint}
        max={300}
        value={draft.institution}
        options={institutions.slice(0, 200)}
        onInput={(institution) => set({ institution })}
      />
      <div class="columns">
        <LineField
          label={words.specialty}
          max={120}
          value={draft.specialty}
          options={specialties}
          onInput={(specialty) => set({ specialty })}
        />
        <LineField label={words.city} max={120} value={draft.city} onInput={(city) => set({ city })} />
        <LineField label={words.tags} hint={words.tagsHint} max={2000} value={tags} onInput={setTags} />
      </div>
      <div class="columns">
        {choice('tier', words.tier, programsPage.tiers, words.tierHint)}
        {choice('signal', words.signal, programsPage.signals)}
        {choice('thankYou', words.thanks, programsPage.thanks)}
      </div>
      <div class="columns">
        <DayField label={words.applied} value={applied} error={problems.applied} onInput={setApplied} />
        <DayField label={words.invited} value={invited} error={problems.invited} onInput={setInvited} />
      </div>
      <div class="columns">
        <Field label={words.away}>
          {(links) => (
            <Select
              {...links}
              value={draft.away.use}
              options={Object.entries(programsPage.away)}
              onChange={(use) => setAway({ use: use as ProgramInput['away']['use'] })}
            />
          )}
        </Field>
        {draft.away.use !== 'unknown' && (
          <>
            <PersonPicker
              label={words.saidBy}
              rows={loaded.rows}
              chosen={namePerson(loaded, draft.away.saidBy)}
              onChoose={(person) => setAway({ saidBy: person?.id ?? '' })}
            />
            <LineField
              label={words.awayNote}
              max={500}
              value={draft.away.note}
              onInput={(text) => setAway({ note: text })}
            />
          </>
        )}
      </div>
      <TextField label={words.note} max={5000} value={draft.note} onInput={(text) => set({ note: text })} />
      {problems.all && (
        <p class="error" role="alert">
          {problems.all}
        </p>
      )}
      <div class="form-end">
        <button type="button" class="button" onClick={props.onCancel}>
          {common.cancel}
        </button>
        <button type="submit" class="button primary" aria-disabled={isBusy}>
          {common.save}
        </button>
      </div>
    </form>
  )
}

/** Somebody of the log by id; null for nobody. */
export function namePerson(loaded: Pick<LoadedPrograms, 'rowsById'>, id: string): NamedPerson | null {
  if (id === '') return null
  return { id, shown: loaded.rowsById.get(id)?.shown ?? programsPage.personGone }
}

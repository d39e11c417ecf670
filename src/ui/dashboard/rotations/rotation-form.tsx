import type { JSX } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { isLocalDate, type LocalDate } from '../../../domain/dates'
import { cleanLine, cleanText } from '../../../domain/guards/text'
import type { Program } from '../../../domain/programs/program'
import type { Rotation, RotationInput, RotationKind } from '../../../domain/rotation/rotation'
import { isUsualLength, usualWeeks } from '../../../domain/rotation/rotation-time'
import { Field, focusFirstProblem } from '../../shared/field'
import { Select } from '../../shared/select'
import { common, rotationsPage } from '../../shared/words/en'
import { say } from '../../shared/words/say'
import { sayError } from '../../shared/words/say-message'
import { DayField, LineField, TextField } from '../pieces/text-fields'

const words = rotationsPage.form
const mostWeeks = 16

const emptyRotation: Pick<Rotation, 'people' | 'marks' | 'feedback' | 'signs' | 'standout'> = {
  people: [],
  marks: [],
  feedback: [],
  signs: [],
  standout: '',
}

/** Adds a rotation, or edits what one is; what happened on it stays as it is. */
export function RotationForm(props: {
  rotation?: Rotation
  programs: readonly Program[]
  today: LocalDate
  onSave: (input: RotationInput) => Promise<void>
  onCancel: () => void
}): JSX.Element {
  const { rotation, programs } = props
  const form = useRef<HTMLFormElement>(null)
  const [kind, setKind] = useState<RotationKind>(rotation?.kind ?? 'core')
  const [service, setService] = useState(rotation?.service ?? '')
  const [site, setSite] = useState(rotation?.site ?? '')
  const [specialty, setSpecialty] = useState(rotation?.specialty ?? '')
  const [start, setStart] = useState(rotation?.start ?? props.today)
  const [weeks, setWeeks] = useState(String(rotation?.weeks ?? usualWeeks.core.proposed))
  const [isOwnLength, setOwnLength] = useState(rotation !== undefined)
  const [programId, setProgramId] = useState(rotation?.programId ?? '')
  const [note, setNote] = useState(rotation?.note ?? '')
  const [problems, setProblems] = useState<Partial<Record<'service' | 'start' | 'weeks' | 'all', string>>>({})
  const [isBusy, setBusy] = useState(false)

  useLayoutEffect(() => form.current?.querySelector('select')?.focus(), [])

  const count = /^\d{1,2}$/.test(weeks.trim()) ? Number(weeks) : 0
  const isPossible = count >= 1 && count <= mostWeeks
  const usual = usualWeeks[kind]

  const submit = async (event: Event) => {
    event.preventDefault()
    if (isBusy) return
    const name = cleanLine(service, 120)
    const found: typeof problems = {
      ...(name === '' && { service: words.serviceMissing }),
      ...(!isLocalDate(start) && { start: words.startMissing }),
      ...(!isPossible && { weeks: say(words.weeksWrong, { most: mostWeeks }) }),
    }
    setProblems(found)
    if (Object.keys(found).length > 0) return focusFirstProblem(form.current)
    setBusy(true)
    try {
      await props.onSave({
        ...(rotation ?? emptyRotation),
        kind,
        service: name,
        site: cleanLine(site, 200),
        specialty: cleanLine(specialty, 120),
        start,
        weeks: count,
        programId: kind === 'away' ? programId : '',
        note: cleanText(note, 5000),
      })
    } catch (error) {
      setProblems({ all: sayError(error) })
      setBusy(false)
    }
  }

  return (
    <form ref={form} class="form" noValidate onSubmit={submit}>
      <h2>{rotation ? words.editTitle : words.addTitle}</h2>
      <Field label={words.kind}>
        {(links) => (
          <Select
            {...links}
            value={kind}
            options={Object.entries(rotationsPage.kinds)}
            onChange={(value) => {
              const next = value as RotationKind
              setKind(next)
              if (!isOwnLength) setWeeks(String(usualWeeks[next].proposed))
            }}
          />
        )}
      </Field>
      <LineField
        label={words.service}
        hint={words.serviceHint}
        max={120}
        value={service}
        error={problems.service}
        onInput={setService}
      />
      <div class="columns">
        <LineField label={words.site} hint={common.optional} max={200} value={site} onInput={setSite} />
        <LineField
          label={words.specialty}
          hint={common.optional}
          max={120}
          value={specialty}
          onInput={setSpecialty}
        />
      </div>
      <div class="columns">
        <DayField label={words.start} value={start} error={problems.start} onInput={setStart} />
        <Field
          label={words.weeks}
          error={problems.weeks}
          hint={
            isPossible && !isUsualLength(kind, count)
              ? say(words.weeksUnusual, { ...usual, kind: rotationsPage.kindsMany[kind], count })
              : say(words.weeksHint, { ...usual, kind: rotationsPage.kindsMany[kind] })
          }
        >
          {(links) => (
            <input
              {...links}
              type="number"
              min={1}
              max={mostWeeks}
              inputMode="numeric"
              value={weeks}
              onInput={(event) => {
                setWeeks(event.currentTarget.value)
                setOwnLength(true)
              }}
            />
          )}
        </Field>
      </div>
      {kind === 'away' && programs.length > 0 && (
        <Field label={words.program} hint={words.programHint}>
          {(links) => (
            <Select
              {...links}
              value={programId}
              empty={words.programNone}
              options={programs.map((program) => [program.id, program.name] as const)}
              onChange={setProgramId}
            />
          )}
        </Field>
      )}
      <TextField
        label={words.note}
        hint={words.noteHint}
        max={5000}
        rows={2}
        value={note}
        onInput={setNote}
      />
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

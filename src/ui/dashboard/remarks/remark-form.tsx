import type { JSX } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { isLocalDate, type LocalDate } from '../../../domain/dates'
import { cleanLine } from '../../../domain/guards/text'
import type { Program } from '../../../domain/programs/program'
import type { Remark, RemarkInput, RemarkKind } from '../../../domain/remarks/remark'
import { findMissingPart, remarkFields } from '../../../domain/remarks/remark-fields'
import { Field, focusFirstProblem } from '../../shared/field'
import { Select } from '../../shared/select'
import { common, log, remarksWords } from '../../shared/words/en'
import { sayError } from '../../shared/words/say-message'
import { DayField, LineField } from '../pieces/text-fields'

const words = remarksWords.form

/** One line of what somebody said or offered: the fields follow its kind. */
export function RemarkForm(props: {
  remark?: Remark
  personId: string
  programId: string
  /** True where the program is given by the page. */
  isProgramFixed: boolean
  programs: readonly Program[]
  today: LocalDate
  onSave: (input: RemarkInput) => Promise<void>
  onCancel: () => void
}): JSX.Element {
  const { remark, programs, today } = props
  const form = useRef<HTMLFormElement>(null)
  const [kind, setKind] = useState<RemarkKind>(remark?.kind ?? 'offer')
  const [about, setAbout] = useState(remark?.about ?? '')
  const [text, setText] = useState(remark?.text ?? '')
  const [programId, setProgramId] = useState(remark?.programId ?? props.programId)
  const [tier, setTier] = useState<Remark['tier']>(remark?.tier ?? 'unknown')
  const [date, setDate] = useState(remark?.date ?? today)
  const [problems, setProblems] = useState<
    Partial<Record<'about' | 'text' | 'tier' | 'date' | 'all', string>>
  >({})
  const [isBusy, setBusy] = useState(false)
  useLayoutEffect(() => form.current?.querySelector('select')?.focus(), [])
  const fields = remarkFields[kind]

  const submit = async (event: Event) => {
    event.preventDefault()
    if (isBusy) return
    const parts = {
      kind,
      about: fields.about ? cleanLine(about, 240) : '',
      text: cleanLine(text, 1000),
      tier: fields.tier ? tier : ('unknown' as const),
    }
    const missing = findMissingPart(parts)
    const found: typeof problems = {
      ...(missing && { [missing]: words.missing[missing] }),
      ...(!isLocalDate(date) ? { date: log.dateMissing } : date > today && { date: log.dateFuture }),
    }
    setProblems(found)
    if (Object.keys(found).length > 0) return focusFirstProblem(form.current)
    setBusy(true)
    try {
      await props.onSave({
        ...parts,
        personId: props.personId,
        programId: fields.program || props.isProgramFixed ? programId : '',
        date,
        closedOn: fields.closes ? (remark?.closedOn ?? null) : null,
      })
    } catch (error) {
      setProblems({ all: sayError(error) })
      setBusy(false)
    }
  }

  return (
    <form ref={form} class="form inset" noValidate onSubmit={submit}>
      <div class="columns">
        <Field label={words.kind} hint={words.kindHints[kind] ?? ''}>
          {(links) => (
            <Select
              {...links}
              value={kind}
              options={Object.entries(remarksWords.kinds)}
              onChange={(value) => setKind(value as RemarkKind)}
            />
          )}
        </Field>
        {fields.tier && (
          <Field label={words.tier} error={problems.tier}>
            {(links) => (
              <Select
                {...links}
                value={tier}
                options={Object.entries(remarksWords.tiers)}
                onChange={(value) => setTier(value as Remark['tier'])}
              />
            )}
          </Field>
        )}
        {fields.about && (
          <LineField
            label={words.about[kind] ?? ''}
            max={240}
            value={about}
            error={problems.about}
            onInput={setAbout}
          />
        )}
      </div>
      <LineField
        label={words.text[kind] ?? words.textElse}
        max={1000}
        value={text}
        error={problems.text}
        onInput={setText}
      />
      <div class="columns">
        {fields.program && !props.isProgramFixed && programs.length > 0 && (
          <Field label={words.program} hint={common.optional}>
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
        <DayField label={log.date} value={date} max={today} error={problems.date} onInput={setDate} />
      </div>
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

import type { JSX } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { isLocalDate, type LocalDate } from '../../../domain/dates'
import { cleanLine } from '../../../domain/guards/text'
import {
  type Milestone,
  type MilestoneInput,
  type MilestoneKind,
  milestoneKinds,
} from '../../../domain/milestones/milestone'
import type { Program } from '../../../domain/programs/program'
import { Field, focusFirstProblem } from '../../shared/field'
import { Icon } from '../../shared/icon'
import { Select } from '../../shared/select'
import { useReturnFocus } from '../../shared/use-return-focus'
import { common, roadPage } from '../../shared/words/en'
import { say } from '../../shared/words/say'
import { sayError } from '../../shared/words/say-message'
import { showDate } from '../../shared/words/show-date'
import type { PageTools } from '../doors'
import { DayField, LineField } from '../pieces/text-fields'
import { programLink } from '../route'

const words = roadPage
/** Those that are about one program. */
const withProgram: readonly MilestoneKind[] = ['invitation', 'matched']

/** What happened on the way to the Match, recorded and taken back. */
export function Milestones(
  props: PageTools & { milestones: readonly Milestone[]; programs: readonly Program[] },
): JSX.Element {
  const { store, doors, note, programs } = props
  const { today } = doors.momentNow()
  const [isAdding, setAdding] = useState(false)
  const addButton = useReturnFocus<HTMLButtonElement>(isAdding)
  const milestones = [...props.milestones].sort((a, b) => (a.date < b.date ? 1 : -1))
  const kindOf = (one: Pick<Milestone, 'kind'>) => words.milestones[one.kind] ?? ''

  const add = async (input: MilestoneInput) => {
    const { changeId } = await store.road.milestones.put(null, input, doors.momentNow())
    setAdding(false)
    note(say(words.milestoneSaved, { kind: kindOf(input) }), changeId)
  }
  const remove = async (one: Milestone) => {
    try {
      const { changeId } = await store.road.milestones.remove([one.id], doors.momentNow())
      addButton.current?.focus({ preventScroll: true })
      note(say(words.milestoneRemoved, { kind: kindOf(one) }), changeId)
    } catch (error) {
      note(sayError(error))
    }
  }
  return (
    <section class="card" aria-labelledby="milestones">
      <div class="page-head">
        <h2 id="milestones">{words.milestonesTitle}</h2>
        {!isAdding && (
          <button ref={addButton} type="button" class="button" onClick={() => setAdding(true)}>
            <Icon name="plus" />
            {words.milestoneAdd}
          </button>
        )}
      </div>
      <p class="soft">{words.milestonesLead}</p>
      {isAdding && (
        <MilestoneForm programs={programs} today={today} onSave={add} onCancel={() => setAdding(false)} />
      )}
      {milestones.length === 0 && !isAdding && <p class="soft">{words.milestonesNone}</p>}
      <ol class="timeline">
        {milestones.map((one) => {
          const program = programs.find((program) => program.id === one.programId)
          const date = showDate(one.date, today)
          return (
            <li key={one.id}>
              <div class="touch-words">
                <strong>{kindOf(one)}</strong>
                <time dateTime={one.date}>{date}</time>
                {program && <a href={programLink(program.id)}>{program.name}</a>}
                {one.note && <p>{one.note}</p>}
              </div>
              <div class="touch-acts">
                <button
                  type="button"
                  class="button small quiet"
                  aria-label={say(words.milestoneRemoveName, { kind: kindOf(one), date })}
                  onClick={() => void remove(one)}
                >
                  {common.remove}
                </button>
              </div>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function MilestoneForm(props: {
  programs: readonly Program[]
  today: LocalDate
  onSave: (input: MilestoneInput) => Promise<void>
  onCancel: () => void
}): JSX.Element {
  const { programs, today } = props
  const form = useRef<HTMLFormElement>(null)
  const [kind, setKind] = useState<MilestoneKind>('application-submitted')
  const [date, setDate] = useState(today)
  const [programId, setProgramId] = useState('')
  const [text, setText] = useState('')
  const [problem, setProblem] = useState('')
  const [fault, setFault] = useState('')
  useLayoutEffect(() => form.current?.querySelector('select')?.focus(), [])
  const hasProgram = withProgram.includes(kind) && programs.length > 0

  const submit = async (event: Event) => {
    event.preventDefault()
    const found = !isLocalDate(date) ? words.milestoneDateMissing : date > today ? words.milestoneFuture : ''
    setProblem(found)
    if (found) return focusFirstProblem(form.current)
    try {
      await props.onSave({ kind, date, programId: hasProgram ? programId : '', note: cleanLine(text, 500) })
    } catch (error) {
      setFault(sayError(error))
    }
  }
  return (
    <form ref={form} class="form inset" noValidate onSubmit={(event) => void submit(event)}>
      <div class="columns">
        <Field label={words.milestoneKind}>
          {(links) => (
            <Select
              {...links}
              value={kind}
              options={milestoneKinds.map((one) => [one, words.milestones[one] ?? ''] as const)}
              onChange={(value) => setKind(value as MilestoneKind)}
            />
          )}
        </Field>
        <DayField
          label={words.milestoneDate}
          value={date}
          max={today}
          error={problem || undefined}
          onInput={setDate}
        />
        {hasProgram && (
          <Field label={words.milestoneProgram}>
            {(links) => (
              <Select
                {...links}
                value={programId}
                empty={words.milestoneProgramNone}
                options={programs.map((program) => [program.id, program.name] as const)}
                onChange={setProgramId}
              />
            )}
          </Field>
        )}
        <LineField
          label={words.milestoneNote}
          hint={common.optional}
          max={500}
          value={text}
          onInput={setText}
        />
      </div>
      {fault && (
        <p class="error" role="alert">
          {fault}
        </p>
      )}
      <div class="form-end">
        <button type="button" class="button" onClick={props.onCancel}>
          {common.cancel}
        </button>
        <button type="submit" class="button primary">
          {common.save}
        </button>
      </div>
    </form>
  )
}

import type { JSX } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { isLocalDate, type LocalDate } from '../../../domain/dates'
import type { NetworkEvent } from '../../../domain/events/event'
import { eventTrio, type TrioPlace, trioRoles } from '../../../domain/events/event-touches'
import { isGroupTooMany } from '../../../domain/events/interest-groups'
import { cleanLine, cleanText } from '../../../domain/guards/text'
import type { Role } from '../../../domain/person/person'
import type { PersonRow } from '../../../domain/person/person-row'
import type { Store } from '../../../store/api'
import { Field, focusFirstProblem } from '../../shared/field'
import { Select } from '../../shared/select'
import { common, eventsPage, log } from '../../shared/words/en'
import { sayError } from '../../shared/words/say-message'
import type { DashboardSeeds } from '../doors'
import { type PersonChoice, PersonChooser } from '../pieces/person-choice'
import { DayField, LineField, TextField } from '../pieces/text-fields'
import { WatchNotice } from '../pieces/watch-notice'

const words = eventsPage.form

/** Somebody met at an event: of the log, or new with the role they get. */
export interface MetAtEvent {
  choice: PersonChoice
  role: Role
}

/** What the student entered of an event. */
export interface EventDraft {
  what: string
  date: LocalDate
  interestGroup: string
  note: string
  met: MetAtEvent[]
}

/**
 * An event, with a quick entry for three people: one of each kind. When editing, those who are on it already stand above,
 * and the places take more.
 */
export function EventForm(props: {
  event?: NetworkEvent
  rows: readonly PersonRow[]
  /** Groups joined at other events. */
  joined: readonly string[]
  today: LocalDate
  store: Store
  seeds: DashboardSeeds
  onSave: (draft: EventDraft) => Promise<void>
  onCancel: () => void
}): JSX.Element {
  const { event, rows, joined, today, store } = props
  const form = useRef<HTMLFormElement>(null)
  const [what, setWhat] = useState(event?.what ?? '')
  const [date, setDate] = useState(event?.date ?? today)
  const [group, setGroup] = useState(event?.interestGroup ?? '')
  const [note, setNote] = useState(event?.note ?? '')
  const [trio, setTrio] = useState<Partial<Record<TrioPlace, PersonChoice>>>({})
  const [facultyRole, setFacultyRole] = useState<Role>(trioRoles.faculty[0])
  const [kept, setKept] = useState<readonly string[]>(event?.people ?? [])
  const [problems, setProblems] = useState<{ what?: string; date?: string; all?: string }>({})
  const [isBusy, setBusy] = useState(false)
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), [])

  const submit = async (submitted: Event) => {
    submitted.preventDefault()
    if (isBusy) return
    const name = cleanLine(what, 200)
    const found: typeof problems = {
      ...(name === '' && { what: words.whatMissing }),
      ...(!isLocalDate(date) ? { date: log.dateMissing } : date > today && { date: log.dateFuture }),
    }
    setProblems(found)
    if (Object.keys(found).length > 0) return focusFirstProblem(form.current)
    setBusy(true)
    const shownOf = new Map(rows.map((row) => [row.id, row.shown]))
    try {
      await props.onSave({
        what: name,
        date,
        interestGroup: cleanLine(group, 120),
        note: cleanText(note, 2000),
        met: [
          ...kept.map((id) => ({ choice: { id, shown: shownOf.get(id) ?? '' }, role: trioRoles.faculty[0] })),
          ...eventTrio.flatMap((place) => {
            const choice = trio[place]
            if (!choice) return []
            return [{ choice, role: place === 'faculty' ? facultyRole : trioRoles[place][0] }]
          }),
        ],
      })
    } catch (error) {
      setProblems({ all: sayError(error) })
      setBusy(false)
    }
  }

  return (
    <form ref={form} class="form" noValidate onSubmit={submit}>
      <h2>{event ? words.editTitle : words.addTitle}</h2>
      <div class="columns">
        <LineField
          label={words.what}
          hint={words.whatHint}
          max={200}
          value={what}
          error={problems.what}
          onInput={setWhat}
        />
        <DayField label={log.date} value={date} max={today} error={problems.date} onInput={setDate} />
      </div>
      <LineField
        label={words.group}
        hint={words.groupHint}
        max={120}
        value={group}
        options={joined}
        onInput={setGroup}
      />
      <div role="status" class="live">
        <WatchNotice rules={props.seeds.watchedRules} ids={isGroupTooMany(group, joined) ? ['R9.7'] : []} />
      </div>
      <fieldset class="trio">
        <legend>{event ? words.more : words.three}</legend>
        <p class="hint">{words.threeHint}</p>
        {kept.length > 0 && (
          <ul class="kept">
            {kept.map((id) => {
              const name = rows.find((row) => row.id === id)?.shown ?? eventsPage.personGone
              return (
                <li key={id}>
                  <label class="tick">
                    <input
                      type="checkbox"
                      checked
                      onChange={() => setKept(kept.filter((one) => one !== id))}
                    />
                    <span>{name}</span>
                  </label>
                </li>
              )
            })}
          </ul>
        )}
        {eventTrio.map((place) => (
          <div key={place} class="trio-place">
            <PersonChooser
              label={words.places[place]}
              rows={rows}
              store={store}
              value={trio[place] ?? null}
              onChange={(choice) =>
                setTrio(({ [place]: _, ...others }) => (choice ? { ...others, [place]: choice } : others))
              }
            />
            {place === 'faculty' && trio.faculty?.id === '' && (
              <Field label={log.role}>
                {(links) => (
                  <Select
                    {...links}
                    value={facultyRole}
                    options={trioRoles.faculty.map((role) => [role, common.roles[role] ?? ''] as const)}
                    onChange={(role) => setFacultyRole(role as Role)}
                  />
                )}
              </Field>
            )}
          </div>
        ))}
      </fieldset>
      <TextField label={log.note} hint={log.noteHint} max={2000} rows={2} value={note} onInput={setNote} />
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

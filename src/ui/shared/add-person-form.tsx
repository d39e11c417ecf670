import type { JSX } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { NamedPerson } from '../../domain/goals/month-view'
import { isEmailAddress } from '../../domain/guards/email'
import { cleanLine } from '../../domain/guards/text'
import type { PersonInput, Position, Role } from '../../domain/person/person'
import { Field, focusFirstProblem } from './field'
import { type NewPerson, toNewPersonInput } from './new-person'
import { Select } from './select'
import { common, log } from './words/en'
import { say } from './words/say'
import { sayError } from './words/say-message'

/**
 * Adds a person: name and role are enough. When somebody of that name is in the log, asks before making a second one.
 */
export function AddPersonForm(props: {
  title?: string
  name?: string
  /** Somebody of the log who may be the same. */
  findKnown: (input: PersonInput) => Promise<NamedPerson | null>
  onSave: (input: PersonInput, isMetToday: boolean) => Promise<void>
  onUseKnown: (person: NamedPerson) => void
  onCancel: () => void
}): JSX.Element {
  const form = useRef<HTMLFormElement>(null)
  const question = useRef<HTMLButtonElement>(null)
  const [person, setPerson] = useState<NewPerson>({
    name: props.name ?? '',
    role: '',
    position: '',
    whereMet: '',
    detail: '',
    email: '',
  })
  const [isMetToday, setMetToday] = useState(false)
  const [problems, setProblems] = useState<{ name?: string; role?: string; email?: string; all?: string }>({})
  const [known, setKnown] = useState<NamedPerson | null>(null)
  const [isBusy, setBusy] = useState(false)

  useLayoutEffect(() => {
    form.current?.querySelector<HTMLElement>(props.name ? 'select' : 'input')?.focus()
    // Only when the form opens.
  }, [])
  useLayoutEffect(() => {
    if (known) question.current?.focus()
  }, [known])

  const set = (part: Partial<NewPerson>) => {
    setPerson((before) => ({ ...before, ...part }))
    if (part.name !== undefined || part.email !== undefined) setKnown(null)
  }

  const submit = async (isCertainlyNew: boolean) => {
    if (isBusy) return
    const found: typeof problems = {
      ...(cleanLine(person.name, 240) === '' && { name: log.nameMissing }),
      ...(person.role === '' && { role: log.roleMissing }),
      ...(person.email.trim() !== '' && !isEmailAddress(person.email.trim()) && { email: log.emailWrong }),
    }
    setProblems(found)
    if (Object.keys(found).length > 0) return focusFirstProblem(form.current)
    setBusy(true)
    try {
      const input = toNewPersonInput(person)
      const match = isCertainlyNew ? null : await props.findKnown(input)
      if (match) {
        setKnown(match)
        setBusy(false)
        return
      }
      await props.onSave(input, isMetToday)
    } catch (error) {
      setProblems({ all: sayError(error) })
      setBusy(false)
    }
  }

  return (
    <form
      ref={form}
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit(false)
      }}
    >
      {props.title && <h2>{props.title}</h2>}
      <Field label={log.name} hint={log.nameHint} error={problems.name}>
        {(links) => (
          <input
            {...links}
            type="text"
            autocomplete="off"
            maxLength={240}
            value={person.name}
            onInput={(event) => set({ name: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={log.role} error={problems.role}>
        {(links) => (
          <Select
            {...links}
            value={person.role}
            empty=""
            options={Object.entries(common.roles)}
            onChange={(role) => set({ role: role as Role | '' })}
          />
        )}
      </Field>
      <Field label={log.post} hint={common.optional}>
        {(links) => (
          <Select
            {...links}
            value={person.position}
            empty={log.postNone}
            options={Object.entries(log.positions)}
            onChange={(position) => set({ position: position as Position | '' })}
          />
        )}
      </Field>
      <Field label={log.whereMet} hint={common.optional}>
        {(links) => (
          <input
            {...links}
            type="text"
            maxLength={300}
            value={person.whereMet}
            onInput={(event) => set({ whereMet: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={log.detail} hint={log.detailHint}>
        {(links) => (
          <input
            {...links}
            type="text"
            maxLength={500}
            value={person.detail}
            onInput={(event) => set({ detail: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={log.email} hint={common.optional} error={problems.email}>
        {(links) => (
          <input
            {...links}
            type="email"
            autocomplete="off"
            maxLength={254}
            value={person.email}
            onInput={(event) => set({ email: event.currentTarget.value })}
          />
        )}
      </Field>
      <label class="tick">
        <input
          type="checkbox"
          checked={isMetToday}
          onChange={(event) => setMetToday(event.currentTarget.checked)}
        />
        <span>{log.metToday}</span>
      </label>
      {known && (
        <div class="notice">
          <p>
            <strong>{say(log.personKnown, { name: known.shown })}</strong> {log.personKnownWhy}
          </p>
          <div class="form-end">
            <button type="button" class="button" onClick={() => void submit(true)}>
              {log.personKnownNew}
            </button>
            <button
              ref={question}
              type="button"
              class="button primary"
              onClick={() => props.onUseKnown(known)}
            >
              {say(log.personKnownOpen, { name: known.shown })}
            </button>
          </div>
        </div>
      )}
      {problems.all && (
        <p class="error" role="alert">
          {problems.all}
        </p>
      )}
      {!known && (
        <div class="form-end">
          <button type="button" class="button" onClick={props.onCancel}>
            {common.cancel}
          </button>
          <button type="submit" class="button primary" aria-disabled={isBusy}>
            {common.save}
          </button>
        </div>
      )}
    </form>
  )
}

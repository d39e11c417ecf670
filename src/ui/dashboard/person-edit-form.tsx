import type { JSX } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Mentor, Person, PersonInput, Position, Role } from '../../domain/person/person'
import { Field, focusFirstProblem } from '../shared/field'
import { Select } from '../shared/select'
import { common, dashboard, log } from '../shared/words/en'
import { sayError } from '../shared/words/say-message'
import { fillPersonEdit, type PersonEdit, type PersonProblems, readPersonEdit } from './person-edit'

type TextField = {
  [Key in keyof PersonEdit]: PersonEdit[Key] extends string ? Key : never
}[keyof PersonEdit]

const words = dashboard.fields

/** Every field of a person, editable. */
export function PersonEditForm(props: {
  person: Person
  onSave: (input: PersonInput) => Promise<void>
  onCancel: () => void
}): JSX.Element {
  const { person } = props
  const form = useRef<HTMLFormElement>(null)
  const [edit, setEdit] = useState<PersonEdit>(() => fillPersonEdit(person))
  const [problems, setProblems] = useState<PersonProblems>({})
  const [fault, setFault] = useState('')
  const [isBusy, setBusy] = useState(false)
  const set = (part: Partial<PersonEdit>) => setEdit((before) => ({ ...before, ...part }))

  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), [])

  const submit = async (event: Event) => {
    event.preventDefault()
    if (isBusy) return
    const read = readPersonEdit(edit, person)
    setProblems(read.problems)
    if (Object.keys(read.problems).length > 0) return focusFirstProblem(form.current)
    setBusy(true)
    try {
      await props.onSave(read.input)
    } catch (error) {
      setFault(sayError(error))
      setBusy(false)
    }
  }

  const line = (field: TextField, label: string | undefined, problem?: string, hint?: string) => (
    <Field label={label ?? ''} error={problem} {...(hint && { hint })}>
      {(links) => (
        <input
          {...links}
          type="text"
          autocomplete="off"
          value={edit[field]}
          onInput={(event) => set({ [field]: event.currentTarget.value })}
        />
      )}
    </Field>
  )
  const lines = (field: TextField, label: string | undefined, problem?: string, hint?: string) => (
    <Field label={label ?? ''} error={problem} hint={hint ?? dashboard.listHint}>
      {(links) => (
        <textarea
          {...links}
          rows={2}
          spellcheck={false}
          value={edit[field]}
          onInput={(event) => set({ [field]: event.currentTarget.value })}
        />
      )}
    </Field>
  )
  const addresses = edit.emails
    .split('\n')
    .map((address) => address.trim())
    .filter(Boolean)

  return (
    <form ref={form} class="form card" noValidate onSubmit={submit}>
      <h2>{dashboard.yours}</h2>
      {line('shown', words.name, problems.shown)}
      <Ticks
        legend={words.roles ?? ''}
        options={common.roles}
        chosen={edit.roles}
        most={5}
        onChange={(roles) => set({ roles: roles as ReadonlySet<Role> })}
      />
      <Ticks
        legend={words.positions ?? ''}
        options={log.positions}
        chosen={edit.positions}
        most={9}
        onChange={(positions) => set({ positions: positions as ReadonlySet<Position> })}
      />
      <div class="columns">
        <Field label={words.mentor ?? ''} hint={dashboard.keyMentorHint}>
          {(links) => (
            <Select
              {...links}
              value={edit.mentor}
              options={Object.entries(log.mentors)}
              onChange={(mentor) => set({ mentor: mentor as Mentor })}
            />
          )}
        </Field>
        <Field label={words.studentFriendly ?? ''}>
          {(links) => (
            <Select
              {...links}
              value={edit.friendly}
              options={Object.entries(log.friendly)}
              onChange={(friendly) => set({ friendly: friendly as PersonEdit['friendly'] })}
            />
          )}
        </Field>
        {line('saidBy', words.saidBy)}
      </div>
      <div class="columns">
        {line('whereMet', words.whereMet)}
        {line('detail', words.detail)}
      </div>
      {lines('note', words.note, undefined, log.noteHint)}
      <label class="tick">
        <input
          type="checkbox"
          checked={edit.canWriteLetter}
          onChange={(event) => set({ canWriteLetter: event.currentTarget.checked })}
        />
        <span>{words.canWriteLetter}</span>
      </label>
      <h2>{dashboard.contact}</h2>
      <div class="columns">
        {lines('emails', words.emails, problems.emails)}
        {lines('phones', words.phones)}
      </div>
      {addresses.length > 0 && (
        <fieldset class="ticks wide">
          <legend>{dashboard.emailConfirm}</legend>
          {addresses.map((address) => (
            <label key={address} class="tick">
              <input
                type="checkbox"
                checked={edit.sure.has(address)}
                onChange={(event) => {
                  const sure = new Set(edit.sure)
                  if (event.currentTarget.checked) sure.add(address)
                  else sure.delete(address)
                  set({ sure })
                }}
              />
              <span>{address}</span>
            </label>
          ))}
        </fieldset>
      )}
      {lines('links', words.links, problems.links)}
      <h2>{dashboard.about}</h2>
      <div class="columns">
        {line('given', words.given)}
        {line('middle', words.middle)}
        {line('family', words.family)}
        {line('suffix', words.suffix)}
      </div>
      <div class="columns">
        {line('institution', words.institution)}
        {line('department', words.department)}
      </div>
      <div class="columns">
        {lines('credentials', words.credentials)}
        {lines('titles', words.titles)}
      </div>
      {lines('affiliations', words.affiliations)}
      <div class="columns">
        {lines('topics', words.topics)}
        {lines('tags', words.tags)}
      </div>
      {fault && (
        <p class="error" role="alert">
          {fault}
        </p>
      )}
      <div class="form-end sticky">
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

function Ticks(props: {
  legend: string
  options: Readonly<Record<string, string>>
  chosen: ReadonlySet<string>
  most: number
  onChange: (chosen: ReadonlySet<string>) => void
}): JSX.Element {
  const isFull = props.chosen.size >= props.most
  return (
    <fieldset class="ticks">
      <legend>{props.legend}</legend>
      {Object.entries(props.options).map(([value, text]) => (
        <label key={value} class="tick">
          <input
            type="checkbox"
            checked={props.chosen.has(value)}
            disabled={isFull && !props.chosen.has(value)}
            onChange={(event) => {
              const chosen = new Set(props.chosen)
              if (event.currentTarget.checked) chosen.add(value)
              else chosen.delete(value)
              props.onChange(chosen)
            }}
          />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  )
}

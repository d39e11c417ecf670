import type { JSX } from 'preact'
import type { LocalDate } from '../../../domain/dates'
import { Field } from '../../shared/field'

interface TextProps {
  label: string
  value: string
  max: number
  hint?: string
  error?: string | undefined
  onInput: (value: string) => void
}

/** A labelled line of text. `options` are proposed while typing. */
export function LineField(props: TextProps & { options?: readonly string[] }): JSX.Element {
  return (
    <Field label={props.label} error={props.error} {...(props.hint && { hint: props.hint })}>
      {(links) => (
        <>
          <input
            {...links}
            type="text"
            autocomplete="off"
            maxLength={props.max}
            value={props.value}
            list={props.options && props.options.length > 0 ? `${links.id}-options` : undefined}
            onInput={(event) => props.onInput(event.currentTarget.value)}
          />
          {props.options && props.options.length > 0 && (
            <datalist id={`${links.id}-options`}>
              {props.options.map((option) => (
                <option key={option} value={option} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  )
}

/** A labelled text of several lines. */
export function TextField(props: TextProps & { rows?: number }): JSX.Element {
  return (
    <Field label={props.label} error={props.error} {...(props.hint && { hint: props.hint })}>
      {(links) => (
        <textarea
          {...links}
          rows={props.rows ?? 3}
          maxLength={props.max}
          value={props.value}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

/** A labelled day. */
export function DayField(props: {
  label: string
  value: LocalDate
  hint?: string
  max?: LocalDate
  error?: string | undefined
  onInput: (value: string) => void
}): JSX.Element {
  return (
    <Field label={props.label} error={props.error} {...(props.hint && { hint: props.hint })}>
      {(links) => (
        <input
          {...links}
          type="date"
          max={props.max}
          value={props.value}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

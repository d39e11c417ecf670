import type { JSX } from 'preact'
import type { FieldLinks } from './field'

/** A choice of words: `options` are `[value, text]`. An `empty` text adds a first option without a value. */
export function Select(
  props: Partial<FieldLinks> & {
    value: string
    options: readonly (readonly [value: string, text: string])[]
    empty?: string
    onChange: (value: string) => void
    'aria-label'?: string
  },
): JSX.Element {
  const { options, empty, onChange, value, ...links } = props
  return (
    <select {...links} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      {empty !== undefined && <option value="">{empty}</option>}
      {options.map(([key, text]) => (
        <option key={key} value={key}>
          {text}
        </option>
      ))}
    </select>
  )
}

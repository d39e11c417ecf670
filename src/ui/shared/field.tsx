import type { ComponentChildren, JSX } from 'preact'
import { useId } from 'preact/hooks'

/** What a control needs so that its label, hint and problem are heard with it. */
export interface FieldLinks {
  id: string
  'aria-describedby'?: string
  'aria-invalid'?: 'true'
}

/** A labelled control with an optional hint, and what is wrong with it. The control is drawn by `children`. */
export function Field(props: {
  label: string
  hint?: string
  error?: string | undefined
  children: (links: FieldLinks) => ComponentChildren
}): JSX.Element {
  const id = useId()
  const described = [props.hint && `${id}-hint`, props.error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      {props.children({
        id,
        ...(described && { 'aria-describedby': described }),
        ...(props.error && { 'aria-invalid': 'true' as const }),
      })}
      {props.hint && (
        <span class="hint" id={`${id}-hint`}>
          {props.hint}
        </span>
      )}
      {props.error && (
        <span class="error" id={`${id}-error`}>
          {props.error}
        </span>
      )}
    </div>
  )
}

/** Moves the focus to the first control with a problem inside `form`, once the problems are on screen. */
export function focusFirstProblem(form: HTMLElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
}

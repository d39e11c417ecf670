import type { JSX } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { isLocalDate } from '../../../domain/dates'
import type { Goal } from '../../../domain/goals/goal'
import { cleanLine } from '../../../domain/guards/text'
import { focusFirstProblem } from '../../shared/field'
import { common, templatesPage } from '../../shared/words/en'
import { sayError } from '../../shared/words/say-message'
import { DayField, LineField, TextField } from '../pieces/text-fields'

const words = templatesPage

export interface GoalWords {
  title: string
  why: string
  how: string
  /** Last day; empty for none. */
  by: string
}

/** The words of a goal. With `original` they are the roadmap's, changed; without, a goal of the student's own. */
export function GoalForm(props: {
  title: string
  why: string
  how: string
  /** Null where the roadmap says by when. */
  by: string | null
  original?: Goal
  onSave: (goal: GoalWords) => Promise<void>
  onCancel: () => void
}): JSX.Element {
  const { original } = props
  const form = useRef<HTMLFormElement>(null)
  const [title, setTitle] = useState(props.title)
  const [why, setWhy] = useState(props.why)
  const [how, setHow] = useState(props.how)
  const [by, setBy] = useState(props.by ?? '')
  const [problems, setProblems] = useState<Partial<Record<'title' | 'by' | 'all', string>>>({})
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), [])

  const submit = async (event: Event) => {
    event.preventDefault()
    const goal: GoalWords = {
      title: cleanLine(title, 120),
      // An emptied line of the roadmap's goal means the original.
      why: cleanLine(why, 400) || (original?.why ?? ''),
      how: cleanLine(how, 600) || (original?.how ?? ''),
      by,
    }
    const found: typeof problems = {
      ...(goal.title === '' && { title: words.goalMissing }),
      ...(by !== '' && !isLocalDate(by) && { by: words.goalByWrong }),
    }
    setProblems(found)
    if (Object.keys(found).length > 0) return focusFirstProblem(form.current)
    try {
      await props.onSave(goal)
    } catch (error) {
      setProblems({ all: sayError(error) })
    }
  }
  return (
    <form ref={form} class="form inset" noValidate onSubmit={(event) => void submit(event)}>
      <LineField label={words.goalTitle} max={120} value={title} error={problems.title} onInput={setTitle} />
      <TextField label={words.goalWhy} max={400} rows={2} value={why} onInput={setWhy} />
      <TextField label={words.goalHow} max={600} rows={3} value={how} onInput={setHow} />
      {props.by !== null && (
        <DayField
          label={words.goalBy}
          hint={common.optional}
          value={by}
          error={problems.by}
          onInput={setBy}
        />
      )}
      {original && (
        <details class="folded">
          <summary>{words.original}</summary>
          <p>
            <strong>{original.title}</strong>
          </p>
          <p>{original.why}</p>
          <p>{original.how}</p>
        </details>
      )}
      {problems.all && (
        <p class="error" role="alert">
          {problems.all}
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

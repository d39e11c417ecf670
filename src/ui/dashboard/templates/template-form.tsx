import type { JSX } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { SeedEditInput } from '../../../domain/edits/seed-edit'
import type { NamedPerson } from '../../../domain/goals/month-view'
import { cleanLine, cleanText } from '../../../domain/guards/text'
import type { Person } from '../../../domain/person/person'
import type { PersonRow } from '../../../domain/person/person-row'
import type { Profile } from '../../../domain/profile/profile'
import type { StageId } from '../../../domain/stage/stages'
import { fillTemplate } from '../../../domain/templates/fill-template'
import { parseTemplate, valueNames } from '../../../domain/templates/parse-template'
import type { TemplateSeed } from '../../../domain/templates/template-seed'
import { listValues } from '../../../domain/templates/template-values'
import { focusFirstProblem } from '../../shared/field'
import { PersonPicker } from '../../shared/person-picker'
import { common, compose, templatesPage } from '../../shared/words/en'
import { say } from '../../shared/words/say'
import { sayError, sayMessage } from '../../shared/words/say-message'
import type { PageTools } from '../doors'
import { markMissing, namePiece } from '../pieces/mark-missing'
import { LineField, TextField } from '../pieces/text-fields'

const words = templatesPage

interface FormProps extends PageTools {
  template: TemplateSeed
  /** Undefined for a letter of the student's own. */
  original: TemplateSeed | undefined
  isHidden: boolean
  rows: readonly PersonRow[]
  profile: Profile
  stage: StageId
  onSave: (input: SeedEditInput) => Promise<void>
  onCancel: () => void
}

/** Edits a letter: what does not parse is told with its place, and nothing is saved; how it reads is shown beside. */
export function TemplateForm(props: FormProps): JSX.Element {
  const { template, original } = props
  const form = useRef<HTMLFormElement>(null)
  const [title, setTitle] = useState(template.title)
  const [subject, setSubject] = useState(template.subject)
  const [body, setBody] = useState(template.body)
  const [problems, setProblems] = useState<Partial<Record<'title' | 'subject' | 'body' | 'all', string>>>({})
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), [])

  const submit = async (event: Event) => {
    event.preventDefault()
    const name = cleanLine(title, 80)
    const line = cleanLine(subject, 200)
    const text = cleanText(body, 3000)
    const found: typeof problems = {
      ...(name === '' && { title: words.nameMissing }),
      ...problemOf('subject', line),
      ...(text === '' ? { body: words.bodyMissing } : problemOf('body', body)),
    }
    setProblems(found)
    if (Object.keys(found).length > 0) return focusFirstProblem(form.current)
    const input: SeedEditInput = {
      hidden: props.isHidden,
      ...(name !== original?.title && { title: name }),
      ...(line !== original?.subject && { subject: line }),
      ...(text !== original?.body && { body: text }),
    }
    try {
      await props.onSave(input)
    } catch (error) {
      setProblems({ all: sayError(error) })
    }
  }
  return (
    <form ref={form} class="form inset" noValidate onSubmit={(event) => void submit(event)}>
      <LineField label={words.name} max={80} value={title} error={problems.title} onInput={setTitle} />
      <LineField
        label={words.subject}
        max={200}
        value={subject}
        error={problems.subject}
        onInput={setSubject}
      />
      <div class="source-text">
        <TextField
          label={words.body}
          max={3000}
          rows={12}
          value={body}
          error={problems.body}
          onInput={setBody}
        />
      </div>
      <details class="folded">
        <summary>{words.placeholders}</summary>
        <p class="hint">{words.placeholdersLead}</p>
        <ul class="names-list">
          {valueNames.map((name) => (
            <li key={name}>
              <code>{`{{${name}}}`}</code> <span class="soft">{compose.fields[name]}</span>
            </li>
          ))}
        </ul>
      </details>
      <Preview {...props} subject={subject} body={body} />
      {original && (
        <details class="folded">
          <summary>{words.original}</summary>
          <p>
            <strong>{original.title}</strong>
          </p>
          <p class="source-text">{original.subject}</p>
          <p class="note-text source-text mail-text">{original.body}</p>
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

function problemOf(part: 'subject' | 'body', text: string): Partial<Record<'subject' | 'body', string>> {
  const parsed = parseTemplate(text)
  return parsed.ok ? {} : { [part]: sayMessage(parsed.error) }
}

/** The letter filled in for somebody of the log, as far as it is known. */
function Preview(props: FormProps & { subject: string; body: string }): JSX.Element {
  const { template, subject, body, store, doors, rows, profile, stage } = props
  const [chosen, setChosen] = useState<NamedPerson | null>(null)
  const [person, setPerson] = useState<Person | null>(null)
  useEffect(() => {
    setPerson(null)
    if (!chosen) return
    let isGone = false
    store.people.get(chosen.id).then(
      (found) => !isGone && setPerson(found),
      // Somebody who cannot be read is shown as nobody: the letter then names what is missing.
      () => !isGone && setPerson(null),
    )
    return () => {
      isGone = true
    }
  }, [store, chosen])
  const isReadable = parseTemplate(subject).ok && parseTemplate(body).ok
  const values = listValues({ person, profile, stage, paper: null, years: doors.seeds.yearWords })
  const filled = isReadable
    ? fillTemplate({ subject, body, wordLimit: template.wordLimit }, values, markMissing)
    : null
  return (
    <details class="folded">
      <summary>{words.preview}</summary>
      <PersonPicker label={words.previewWho} rows={rows} chosen={chosen} onChoose={setChosen} />
      {filled ? (
        <>
          <p>
            <strong>{words.previewSubject}</strong> {filled.subject}
          </p>
          <p class="note-text mail-text">{filled.body}</p>
          {filled.missing.length > 0 && (
            <p class="soft">
              {say(words.previewMissing, { pieces: filled.missing.map(namePiece).join(', ') })}
            </p>
          )}
          {filled.warnings.length > 0 && (
            <p class="soft">{say(words.previewWords, { words: filled.words, limit: template.wordLimit })}</p>
          )}
        </>
      ) : (
        <p class="soft">{words.previewBroken}</p>
      )}
    </details>
  )
}

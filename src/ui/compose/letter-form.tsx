import type { JSX, RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Message } from '../../domain/message'
import type { Person } from '../../domain/person/person'
import { type FilledTemplate, renderHtml } from '../../domain/templates/fill-template'
import type { TemplateSeed } from '../../domain/templates/template-seed'
import { Field } from '../shared/field'
import { Select } from '../shared/select'
import { compose as words } from '../shared/words/en'
import { say } from '../shared/words/say'
import { activeIn, focusFirst, keepFocusInside } from './focus'
import {
  fillLetter,
  fillMessage,
  type knownValues,
  type LetterField,
  listFields,
  markOf,
  type Paper,
  speaksOfPaper,
  type Typed,
} from './letter'
import type { MailDelivery, MailDesk } from './mail-page'
import { Preview } from './preview'

/** Whoever has the keys at the moment: the list or the form. The page script's guard feeds it. */
export interface KeyTaker {
  handle(event: KeyboardEvent): void
}

/** What was inserted, for the log. None of the text leaves the page. */
export interface InsertedLetter {
  template: TemplateSeed
  personId: string
  pmid: string
  text: string
  marks: readonly string[]
}

/** The short form for what is missing, with the letter as it becomes; it inserts. */
export function LetterForm(props: {
  panel: RefObject<HTMLDivElement | null>
  template: TemplateSeed
  desk: MailDesk
  person: Person | null
  papers: readonly Paper[]
  letterOf: (
    template: TemplateSeed,
    paper: Paper | null,
  ) => {
    source: Parameters<typeof knownValues>[1]
    values: ReturnType<typeof knownValues>
  } | null
  warningsOf: (template: TemplateSeed, filled: FilledTemplate) => Message[]
  copyText: (text: string) => Promise<boolean>
  keys: KeyTaker
  onBack: () => void
  onInserted: (letter: InsertedLetter, delivery: MailDelivery) => void
}): JSX.Element | null {
  const { template, desk, person, panel } = props
  const [paperAt, setPaperAt] = useState(0)
  const [typed, setTyped] = useState<Typed>({})
  const [subjectChoice, setSubjectChoice] = useState<'keep' | 'replace'>('keep')
  const [state, setState] = useState<'open' | 'busy' | 'failed'>('open')
  const [copied, setCopied] = useState<'' | 'copied' | 'copyFailed'>('')
  const isInserting = useRef(false)

  const paper = speaksOfPaper(template) ? (props.papers[paperAt] ?? null) : null
  const letter = props.letterOf(template, paper)
  const values = letter?.values ?? {}
  const fields = listFields(template, values)
  const filled = fillLetter(template, values, typed)
  const textMessage = fillMessage(template, values, typed)
  const warnings = props.warningsOf(template, filled)
  const earlierSubject = desk.readSubject()
  const asksSubject = template.subject !== '' && earlierSubject !== null && earlierSubject.trim() !== ''
  const papers = speaksOfPaper(template) ? props.papers : []
  const canInsert = desk.selfTest.body && state !== 'failed'
  /** Nothing to ask and nothing to say: choosing the template is inserting it. */
  const isPlain =
    fields.length === 0 && warnings.length === 0 && !asksSubject && papers.length < 2 && canInsert

  const insert = async (): Promise<void> => {
    if (!letter || !canInsert || isInserting.current) return
    isInserting.current = true
    setState('busy')
    const marks = filled.missing.map(markOf)
    const subject =
      template.subject === '' || earlierSubject === null || (asksSubject && subjectChoice === 'keep')
        ? null
        : filled.subject
    const delivery = await desk
      .insert({ text: filled.body, html: renderHtml(filled.body), marks, subject })
      .catch(() => null)
    isInserting.current = false
    if (!delivery?.hasLanded) {
      setState('failed')
      panel.current?.focus()
      return
    }
    const pmid = paper?.pmid ?? ''
    props.onInserted({ template, personId: person?.id ?? '', pmid, text: filled.body, marks }, delivery)
  }
  const copy = async (form: 'mail' | 'message'): Promise<void> => {
    const mail = filled.subject ? `${filled.subject}\n\n${filled.body}` : filled.body
    const text = form === 'mail' ? mail : textMessage
    setCopied((await props.copyText(text)) ? 'copied' : 'copyFailed')
  }

  useEffect(() => {
    if (isPlain) void insert()
    // Once, when the template is opened.
  }, [])

  props.keys.handle = (event) => {
    const isField = activeIn(panel.current)?.localName === 'input'
    if (event.key === 'Escape') props.onBack()
    else if (event.key === 'Enter' && isField && canInsert) void insert()
    else {
      keepFocusInside(event, panel.current)
      return
    }
    event.preventDefault()
  }

  if (isPlain) return <p class="hint">{words.inserting}</p>
  return (
    <>
      <div class="scroll" ref={focusFirst}>
        {papers.length > 1 && (
          <Field label={words.paper}>
            {(links) => (
              <Select
                {...links}
                value={String(paperAt)}
                options={papers.map((one, index) => [
                  String(index),
                  one.year ? say(words.paperOption, { title: one.title, year: one.year }) : one.title,
                ])}
                onChange={(index) => {
                  setPaperAt(Number(index))
                  // The topic was that of another paper.
                  setTyped(({ 'paper.topic': _topic, ...rest }) => rest)
                }}
              />
            )}
          </Field>
        )}
        {fields.map((field) => (
          <LetterInput
            key={field.key}
            field={field}
            value={typed[field.key] ?? field.initial}
            onInput={(text) => setTyped((before) => ({ ...before, [field.key]: text }))}
          />
        ))}
        {asksSubject && (
          <fieldset>
            <legend>{say(words.subjectAsk, { subject: earlierSubject })}</legend>
            {(['keep', 'replace'] as const).map((choice) => (
              <label key={choice}>
                <input
                  type="radio"
                  name="subject"
                  checked={subjectChoice === choice}
                  onChange={() => setSubjectChoice(choice)}
                />
                {choice === 'keep' ? words.subjectKeep : words.subjectReplace}
              </label>
            ))}
          </fieldset>
        )}
        {state === 'failed' && <p class="warning">{words.notLanded}</p>}
        {warnings.map((warning) => (
          <p key={warning.id} class="warning">
            {say(words.warnings[warning.id] ?? '', warning.params)}
          </p>
        ))}
        <Preview template={template} filled={filled} />
        {textMessage && (
          <section class="preview text-message" aria-label={words.textMessage}>
            <b>{words.textMessage}</b>
            <p>{textMessage}</p>
          </section>
        )}
      </div>
      <footer>
        {canInsert && (
          <button
            type="button"
            class="primary"
            aria-disabled={state === 'busy'}
            onClick={(event) => event.isTrusted && void insert()}
          >
            {state === 'busy' ? words.inserting : words.insert}
          </button>
        )}
        <button
          type="button"
          class={canInsert ? '' : 'primary'}
          onClick={(event) => event.isTrusted && void copy('mail')}
        >
          {words.copy}
        </button>
        <button type="button" class="back" onClick={(event) => event.isTrusted && props.onBack()}>
          {words.back}
        </button>
        {textMessage && (
          <button type="button" onClick={(event) => event.isTrusted && void copy('message')}>
            {words.copyMessage}
          </button>
        )}
      </footer>
      <p class="hint" role="status">
        {copied && words[copied]}
      </p>
    </>
  )
}

function LetterInput(props: {
  field: LetterField
  value: string
  onInput: (text: string) => void
}): JSX.Element {
  const { field } = props
  const name = field.label.charAt(0).toUpperCase() + field.label.slice(1)
  const label = field.isRequired ? name : `${name} (${words.optional})`
  return (
    <Field label={label} {...(field.hint && { hint: field.hint })}>
      {(links) => (
        <input
          {...links}
          type="text"
          autocomplete="off"
          maxLength={500}
          value={props.value}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

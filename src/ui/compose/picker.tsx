import type { JSX, RefObject } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Message } from '../../domain/message'
import type { Person } from '../../domain/person/person'
import { type FilledTemplate, renderHtml } from '../../domain/templates/fill-template'
import { type RankedTemplate, rankTemplates } from '../../domain/templates/rank-templates'
import type { TemplateSeed } from '../../domain/templates/template-seed'
import type { YearWords } from '../../domain/templates/template-values'
import { listWarnings } from '../../domain/templates/template-warnings'
import type { Response } from '../../messaging/protocol'
import { Field } from '../shared/field'
import { Select } from '../shared/select'
import { compose as words } from '../shared/words/en'
import { say } from '../shared/words/say'
import {
  fillLetter,
  knownValues,
  type LetterField,
  listFields,
  markOf,
  type Paper,
  speaksOfPaper,
  type Typed,
} from './letter'
import type { MailDelivery, MailDesk } from './mail-page'

export type MailContext = Response<'mail.context'>

/** What was inserted, for the log. None of the text leaves the page. */
export interface InsertedLetter {
  template: TemplateSeed
  personId: string
  pmid: string
  text: string
  marks: readonly string[]
}

export interface PickerProps {
  desk: MailDesk
  templates: readonly TemplateSeed[]
  years: YearWords
  /** Asks the log who the recipients are. */
  loadContext(to: string[], account: string): Promise<MailContext>
  copyText(text: string): Promise<boolean>
  onInserted(letter: InsertedLetter, delivery: MailDelivery): void
  onClose(): void
  /** The log could not be asked; what to say. */
  onFailure(error: unknown): void
  /** Where the picker puts what it does with a key; the page script's guard feeds it. */
  keys: { handle(event: KeyboardEvent): void }
}

const nobody = ''

/** A reason in words: roles, posts and stages by their names. */
function sayReason(reason: Message): string {
  const { word, stage } = reason.params
  return say(words.reasons[reason.id] ?? '', {
    ...reason.params,
    ...(word !== undefined && {
      word: words.who[word] ?? word,
    }),
    ...(stage !== undefined && { stage: words.stages[stage] ?? stage }),
  })
}

function matchesSearch(template: TemplateSeed, search: string): boolean {
  const text = `${template.title} ${template.subject} ${template.body} ${template.id}`.toLowerCase()
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

/** The template picker: a list with a preview, then a short form for what is missing. */
export function Picker(props: PickerProps): JSX.Element {
  const { desk } = props
  const [to, setTo] = useState(() => desk.readTo())
  const [context, setContext] = useState<MailContext | null>(null)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [search, setSearch] = useState('')
  const [active, setActive] = useState(0)
  const [opened, setOpened] = useState<TemplateSeed | null>(null)
  const panel = useRef<HTMLDivElement>(null)

  const addresses = to.join(' ')
  useEffect(() => {
    const ending = new AbortController()
    desk.watchTo(() => setTo(desk.readTo()), ending.signal)
    return () => ending.abort()
  }, [desk])
  useEffect(() => {
    let isOld = false
    props.loadContext(to, desk.account).then(
      (answer) => {
        if (!isOld) setContext(answer)
      },
      (error) => {
        if (!isOld) props.onFailure(error)
      },
    )
    return () => {
      isOld = true
    }
    // Only other addresses are another question.
  }, [addresses])

  const people = context?.people ?? []
  const known =
    people.find((one) => one.person.id === chosenId) ?? (chosenId === nobody ? undefined : people[0])
  const person = known?.person ?? null
  const papers = known?.papers ?? []

  const ranked = useMemo(
    () =>
      context
        ? rankTemplates({
            recipient: person,
            stage: context.stage,
            today: context.today,
            templates: props.templates,
            lastContact: known?.lastContact ?? null,
            recent: known?.recent ?? [],
            awaiting: known?.awaiting ?? null,
          })
        : [],
    [context, person, known, props.templates],
  )
  const shown = useMemo(() => ranked.filter((one) => matchesSearch(one.template, search)), [ranked, search])
  const position = Math.min(active, Math.max(0, shown.length - 1))

  const letterOf = (template: TemplateSeed, paper: Paper | null) => {
    if (!context) return null
    const source = { person, profile: context.profile, stage: context.stage, years: props.years, paper }
    return { source, values: knownValues(template, source) }
  }
  const warningsOf = (template: TemplateSeed, filled: FilledTemplate): Message[] =>
    context
      ? listWarnings({
          template,
          filled,
          waiting: context.waiting.filter((one) => one.personId !== person?.id),
          awaiting: known?.awaiting ?? null,
          today: context.today,
          isReply: desk.isReply,
        })
      : []

  /** Keys of the list; the form has its own. */
  const onListKey = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const isField = (event.key === 'Enter' || step !== 0) && isOnSearch(panel.current)
    if (event.key === 'Escape') props.onClose()
    else if (isField && step !== 0 && shown.length > 0)
      setActive((position + step + shown.length) % shown.length)
    else if (isField && event.key === 'Enter') setOpened(shown[position]?.template ?? null)
    else {
      keepFocusInside(event, panel.current)
      return
    }
    event.preventDefault()
  }

  const gaps = [
    !desk.selfTest.body && words.noBody,
    !desk.selfTest.recipients && words.noToField,
    !desk.selfTest.subject && words.noSubjectField,
  ].filter((gap) => gap !== false)

  if (!opened) props.keys.handle = onListKey
  return (
    <div
      class="picker"
      role="dialog"
      aria-label={words.title}
      tabIndex={-1}
      ref={panel}
      // A press on empty ground of the panel must not lose the focus to the mail page.
      onMouseDown={(event) => keepPressInside(event, panel.current)}
    >
      <header>
        <h2>{opened ? opened.title : words.title}</h2>
        <button
          type="button"
          class="quiet"
          aria-label={words.close}
          onClick={(event) => event.isTrusted && props.onClose()}
        >
          ×
        </button>
      </header>
      <Recipients
        context={context}
        to={to}
        person={person}
        chosen={chosenId === nobody ? nobody : (person?.id ?? nobody)}
        onChoose={setChosenId}
      />
      {gaps.map((gap) => (
        <p key={gap} class="warning">
          {gap}
        </p>
      ))}
      {opened && context ? (
        <LetterForm
          key={opened.id + (person?.id ?? '')}
          panel={panel}
          template={opened}
          desk={desk}
          person={person}
          papers={papers}
          letterOf={letterOf}
          warningsOf={warningsOf}
          copyText={props.copyText}
          keys={props.keys}
          onBack={() => setOpened(null)}
          onInserted={props.onInserted}
        />
      ) : (
        <TemplateList
          panel={panel}
          shown={shown}
          isLoading={!context}
          search={search}
          position={position}
          onSearch={(text) => {
            setSearch(text)
            setActive(0)
          }}
          onPoint={setActive}
          onChoose={setOpened}
          preview={(template) => {
            const letter = letterOf(template, papers[0] ?? null)
            return letter && fillLetter(template, letter.values, {})
          }}
        />
      )}
    </div>
  )
}

function isOnSearch(panel: HTMLElement | null): boolean {
  return activeIn(panel)?.getAttribute('role') === 'combobox'
}

function activeIn(panel: HTMLElement | null): Element | null {
  return (panel?.getRootNode() as ShadowRoot | undefined)?.activeElement ?? null
}

function keepPressInside(event: MouseEvent, panel: HTMLElement | null): void {
  const target = event.target as Element
  if (!target.closest('button,input,select,label,[role="option"],.preview')) {
    event.preventDefault()
    if (!activeIn(panel)) panel?.focus()
  }
}

/** Tab goes round inside the panel: the mail page is reached again by closing it. */
function keepFocusInside(event: KeyboardEvent, panel: HTMLElement | null): void {
  if (event.key !== 'Tab' || !panel) return
  const stops = [...panel.querySelectorAll<HTMLElement>('button:not(:disabled),input,select,[tabindex="0"]')]
  const [first, last] = [stops[0], stops.at(-1)]
  const now = activeIn(panel)
  if (event.shiftKey ? now === first || !now : now === last || !now) {
    event.preventDefault()
    ;(event.shiftKey ? last : first)?.focus()
  }
}

/** Who the mail is for: matched by the address in To; several can be told apart, nobody is said. */
function Recipients(props: {
  context: MailContext | null
  to: string[]
  person: Person | null
  chosen: string
  onChoose: (id: string) => void
}): JSX.Element {
  const { context, to, person } = props
  if (!context) return <p class="recipient">{words.loading}</p>
  if (context.people.length > 1) {
    return (
      <div class="recipient">
        <Select
          aria-label={words.forLabel}
          value={props.chosen}
          options={[
            ...context.people.map(
              (one) => [one.person.id, say(words.for, { name: one.person.names.shown })] as const,
            ),
            [nobody, words.forNobody] as const,
          ]}
          onChange={props.onChoose}
        />
      </div>
    )
  }
  if (person) return <p class="recipient known">{say(words.for, { name: person.names.shown })}</p>
  const first = to[0]
  return <p class="recipient">{first ? say(words.unknown, { address: first }) : words.noRecipient}</p>
}

function TemplateList(props: {
  panel: RefObject<HTMLDivElement | null>
  shown: readonly RankedTemplate[]
  isLoading: boolean
  search: string
  position: number
  onSearch: (text: string) => void
  onPoint: (index: number) => void
  onChoose: (template: TemplateSeed) => void
  preview: (template: TemplateSeed) => FilledTemplate | null
}): JSX.Element {
  const { shown, position } = props
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const current = shown[position]
  const preview = current ? props.preview(current.template) : null
  useEffect(() => field.current?.focus(), [])
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' })
  }, [position, shown])
  return (
    <>
      <input
        ref={field}
        type="text"
        class="search"
        role="combobox"
        aria-label={words.search}
        aria-expanded="true"
        aria-controls="preround-templates"
        aria-autocomplete="list"
        aria-activedescendant={current ? `preround-${current.template.id}` : undefined}
        placeholder={words.searchHint}
        autocomplete="off"
        spellcheck={false}
        value={props.search}
        onInput={(event) => props.onSearch(event.currentTarget.value)}
      />
      <div class="scroll">
        <div class="list" role="listbox" id="preround-templates" aria-label={words.list} ref={list}>
          {shown.map(({ template, reason }, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: arrows and Enter in the search field choose options
            <div
              key={template.id}
              id={`preround-${template.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === position}
              onPointerMove={() => index !== position && props.onPoint(index)}
              onClick={(event) => event.isTrusted && props.onChoose(template)}
            >
              <span class="option-title">{template.title}</span>
              {reason && <span class="option-reason">{sayReason(reason)}</span>}
            </div>
          ))}
        </div>
        {!props.isLoading && shown.length === 0 && <p class="empty">{words.none}</p>}
        {current && preview && <Preview template={current.template} filled={preview} />}
      </div>
      <p class="hint">{words.keys}</p>
    </>
  )
}

function Preview(props: { template: TemplateSeed; filled: FilledTemplate }): JSX.Element {
  const { template, filled } = props
  return (
    <section class="preview" aria-label={words.preview}>
      <p class="preview-subject">
        <b>{words.subject}</b> {template.subject ? filled.subject : words.noSubject}
      </p>
      <p class="preview-body">{filled.body}</p>
      <p class={filled.words > template.wordLimit ? 'count over' : 'count'}>
        {say(words.words, { words: filled.words, limit: template.wordLimit })}
      </p>
    </section>
  )
}

function LetterForm(props: {
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
  keys: PickerProps['keys']
  onBack: () => void
  onInserted: PickerProps['onInserted']
}): JSX.Element | null {
  const { template, desk, person, panel } = props
  const [paperAt, setPaperAt] = useState(0)
  const [typed, setTyped] = useState<Typed>({})
  const [subjectChoice, setSubjectChoice] = useState<'keep' | 'replace'>('keep')
  const [state, setState] = useState<'open' | 'busy' | 'failed'>('open')
  const [copied, setCopied] = useState<'' | 'copied' | 'copyFailed'>('')
  const form = useRef<HTMLDivElement>(null)
  const isInserting = useRef(false)

  const paper = speaksOfPaper(template) ? (props.papers[paperAt] ?? null) : null
  const letter = props.letterOf(template, paper)
  const values = letter?.values ?? {}
  const fields = listFields(template, values)
  const filled = fillLetter(template, values, typed)
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
      .catch(
        (): MailDelivery => ({ hasLanded: false, hasSubject: true, undo: 'native', remove: () => false }),
      )
    isInserting.current = false
    if (!delivery.hasLanded) {
      setState('failed')
      panel.current?.focus()
      return
    }
    const pmid = paper?.pmid ?? ''
    props.onInserted({ template, personId: person?.id ?? '', pmid, text: filled.body, marks }, delivery)
  }
  const copy = async (): Promise<void> => {
    const text = filled.subject ? `${filled.subject}\n\n${filled.body}` : filled.body
    setCopied((await props.copyText(text)) ? 'copied' : 'copyFailed')
  }

  useEffect(() => {
    if (isPlain) void insert()
    else form.current?.querySelector<HTMLElement>('input,select,button')?.focus()
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
      <div class="scroll" ref={form}>
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
          onClick={(event) => event.isTrusted && void copy()}
        >
          {words.copy}
        </button>
        <button type="button" class="back" onClick={(event) => event.isTrusted && props.onBack()}>
          {words.back}
        </button>
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
          maxLength={300}
          value={props.value}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

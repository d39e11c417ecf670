import type { JSX } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Message } from '../../domain/message'
import type { Person } from '../../domain/person/person'
import type { FilledTemplate } from '../../domain/templates/fill-template'
import { rankTemplates } from '../../domain/templates/rank-templates'
import type { TemplateSeed } from '../../domain/templates/template-seed'
import { listWarnings } from '../../domain/templates/template-warnings'
import type { Response } from '../../messaging/protocol'
import { Select } from '../shared/select'
import { compose as words } from '../shared/words/en'
import { say } from '../shared/words/say'
import { isOnSearch, keepFocusInside, keepPressInside } from './focus'
import { fillLetter, knownValues, type Paper } from './letter'
import { type InsertedLetter, type KeyTaker, LetterForm } from './letter-form'
import type { MailDelivery, MailDesk } from './mail-page'
import { TemplateList } from './template-list'

export type MailContext = Response<'mail.context'>

export interface PickerProps {
  desk: MailDesk
  /** Asks the log who the recipients are, and for the letters. */
  loadContext(to: string[], account: string): Promise<MailContext>
  copyText(text: string): Promise<boolean>
  onInserted(letter: InsertedLetter, delivery: MailDelivery): void
  onClose(): void
  /** The log could not be asked; what to say. */
  onFailure(error: unknown): void
  /** Where the picker puts what it does with a key; the page script's guard feeds it. */
  keys: KeyTaker
}

const nobody = ''

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
            recipient: known ? { ...known.person, place: known.place } : null,
            stage: context.stage,
            today: context.today,
            templates: context.templates,
            lastContact: known?.lastContact ?? null,
            recent: known?.recent ?? [],
            awaiting: known?.awaiting ?? null,
          })
        : [],
    [context, known],
  )
  const shown = useMemo(() => ranked.filter((one) => matchesSearch(one.template, search)), [ranked, search])
  const position = Math.min(active, Math.max(0, shown.length - 1))

  const letterOf = (template: TemplateSeed, paper: Paper | null) => {
    if (!context) return null
    const source = { person, profile: context.profile, stage: context.stage, years: context.years, paper }
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

import type { JSX } from 'preact'
import type { LocalDate } from '../../domain/dates'
import { cleanText } from '../../domain/guards/text'
import type { PersonRow } from '../../domain/person/person-row'
import { parseQuickLog, type QuickLog } from '../../domain/touch/parse-quick-log'
import type { TouchInput } from '../../domain/touch/touch'
import { directionOf } from '../shared/log-touch-form'
import { common, log, popup } from '../shared/words/en'
import { say } from '../shared/words/say'
import { showDate, showDay } from '../shared/words/show-date'

/** A line as it was understood, with what tells people of one name apart. */
export interface ReadLine {
  line: QuickLog
  people: { id: string; shown: string; more: string }[]
  /** Nobody of the log fits the name, so it can be added. */
  canAdd: boolean
  /** The day has not come yet. */
  isAhead: boolean
}

/** Reads the typed line against the people of the log. */
export function readQuickLog(typed: string, rows: readonly PersonRow[], today: LocalDate): ReadLine {
  const line = parseQuickLog(typed, rows, today)
  const people = line.people.map(({ id, shown }) => ({
    id,
    shown,
    more: describe(rows.find((row) => row.id === id)),
  }))
  return { line, people, canAdd: people.length === 0 && line.name !== '', isAhead: line.date > today }
}

/** What the student has typed, as the log keeps it. */
export function toTouchInput(line: QuickLog, personId: string, zone: string): TouchInput {
  return {
    personId,
    date: line.date,
    zone,
    kind: line.kind,
    direction: directionOf(line.kind),
    templateId: '',
    note: cleanText(line.note, 5000),
    outcome: line.outcome,
    thread: '',
    pmid: '',
    scheduled: false,
  }
}

/** What, when, and with whom, before anything is saved. */
export function QuickPreview(props: {
  id: string
  read: ReadLine
  active: number
  today: LocalDate
  onChoose: (index: number) => void
}): JSX.Element {
  const { id, read, active, today } = props
  return (
    <div class="quick-preview">
      <p class="quick-what" role="status">
        {sayTouch(read.line, today)}
      </p>
      {read.isAhead && (
        <p class="error" role="alert">
          {log.dateFuture}
        </p>
      )}
      <div id={`${id}-list`} role="listbox" aria-label={log.person}>
        {read.people.map((person, index) => (
          <Option
            key={person.id}
            id={`${id}-${index}`}
            isActive={index === active}
            onChoose={() => props.onChoose(index)}
          >
            <span class="picker-name">{person.shown}</span>
            <span class="picker-more">{person.more}</span>
          </Option>
        ))}
        {read.canAdd && (
          <Option id={`${id}-0`} isActive={active === 0} onChoose={() => props.onChoose(0)}>
            <span class="picker-name">{say(log.addNamed, { name: read.line.name })}</span>
          </Option>
        )}
      </div>
      <p class="soft">
        {read.people.length > 0 ? popup.quickSave : read.canAdd ? popup.quickAdd : popup.quickWho}
      </p>
    </div>
  )
}

/** "Coffee · yesterday, Nov 21 · They said yes". */
export function sayTouch(line: QuickLog, today: LocalDate): string {
  const day = showDay(line.date, today)
  const date = showDate(line.date, today)
  return [
    log.kinds[line.kind],
    day === date ? date : `${day}, ${date}`,
    line.outcome && log.outcomes[line.outcome],
    line.note && `“${line.note}”`,
  ]
    .filter(Boolean)
    .join(' · ')
}

function Option(props: {
  id: string
  isActive: boolean
  onChoose: () => void
  children: JSX.Element | JSX.Element[]
}): JSX.Element {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the input, as the combobox pattern asks
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the input
    <div
      id={props.id}
      role="option"
      aria-selected={props.isActive}
      class="picker-option"
      onPointerDown={(event) => event.preventDefault()}
      onClick={props.onChoose}
    >
      {props.children}
    </div>
  )
}

function describe(row: PersonRow | undefined): string {
  if (!row) return ''
  return [row.roles[0] ? common.roles[row.roles[0]] : '', row.institution || row.whereMet]
    .filter(Boolean)
    .join(' · ')
}

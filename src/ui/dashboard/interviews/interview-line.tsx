import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { daysBetween } from '../../../domain/dates'
import { cleanText } from '../../../domain/guards/text'
import type { PersonRow } from '../../../domain/person/person-row'
import type { Interview, Program } from '../../../domain/programs/program'
import { fillTemplate, fillTextMessage, type TemplateValues } from '../../../domain/templates/fill-template'
import { slotKey } from '../../../domain/templates/parse-template'
import type { TemplateSeed } from '../../../domain/templates/template-seed'
import { listValues } from '../../../domain/templates/template-values'
import { useReturnFocus } from '../../shared/use-return-focus'
import { common, interviewsPage } from '../../shared/words/en'
import { say } from '../../shared/words/say'
import { sayError } from '../../shared/words/say-message'
import { showDate } from '../../shared/words/show-date'
import type { PageTools } from '../doors'
import { copyText } from '../pieces/copy-text'
import { markMissing } from '../pieces/mark-missing'
import { PatientHint } from '../pieces/patient-hint'
import { TextField } from '../pieces/text-fields'
import { useRecord } from '../pieces/use-record'
import { personLink, programLink } from '../route'
import type { LoadedInterviews } from './load-interviews'

const words = interviewsPage

type LineProps = PageTools & { interview: Interview; loaded: LoadedInterviews }

/** One interview: whom to write to before and after it, and its notes. */
export function InterviewLine(props: LineProps & { onEdit: () => void; onRemove: () => void }): JSX.Element {
  const { interview, loaded, doors } = props
  const { today } = doors.momentNow()
  const program = loaded.programsById.get(interview.programId)
  const name = program?.name ?? words.programGone
  const isOver = interview.date <= today
  return (
    <>
      <div class="person-head">
        <p class="record-name">
          {program ? <a href={programLink(program.id)}>{name}</a> : name}
          <time dateTime={interview.date}>{showDate(interview.date, today)}</time>
          {interview.how !== 'unknown' && <span class="outcome">{words.hows[interview.how]}</span>}
        </p>
        <div class="touch-acts">
          <button
            type="button"
            class="button small quiet"
            aria-label={say(words.editName, { program: name })}
            onClick={props.onEdit}
          >
            {common.edit}
          </button>
          <button
            type="button"
            class="button small quiet"
            aria-label={say(words.removeName, { program: name })}
            onClick={props.onRemove}
          >
            {common.remove}
          </button>
        </div>
      </div>
      {program && interview.date >= today && <Residents {...props} program={program} side="before" />}
      {isOver && (
        <>
          {program && <Residents {...props} program={program} side="after" />}
          <p class="soft">{words.thanks[program?.thankYou ?? 'unknown']}</p>
          <Notes {...props} name={name} />
        </>
      )}
    </>
  )
}

/** The residents known at the program, each with the text to send. */
function Residents(props: LineProps & { program: Program; side: 'before' | 'after' }): JSX.Element {
  const { loaded, program, side, doors } = props
  const template = doors.seeds.templates.find((one) => one.id === (side === 'before' ? 'T22' : 'T23'))
  const rows = loaded.residentsAt(program)
  return (
    <>
      <p>{words[side]}</p>
      {rows.length === 0 && <p class="soft">{words.nobody}</p>}
      {template && rows.length > 0 && (
        <ul class="residents">
          {rows.map((row) => (
            <Resident key={row.id} {...props} row={row} template={template} />
          ))}
        </ul>
      )}
    </>
  )
}

function Resident(
  props: LineProps & {
    program: Program
    side: 'before' | 'after'
    row: PersonRow
    template: TemplateSeed
  },
): JSX.Element {
  const { interview, loaded, program, side, row, template, doors, store, note } = props
  const { today } = doors.momentNow()
  const known = loaded.people.get(row.id)
  const values: TemplateValues = {
    ...listValues({
      person: known?.person ?? null,
      profile: loaded.profile,
      stage: loaded.stage.id,
      paper: null,
      years: doors.seeds.yearWords,
    }),
    [slotKey('the program')]: program.name,
    [slotKey('the date of the interview')]: showDate(interview.date, today),
  }
  const text = template.textMessage
    ? fillTextMessage(template.textMessage, values, markMissing)
    : fillTemplate(template, values, markMissing).body
  const isSince = (date: string) => (side === 'before' ? date <= interview.date : date >= interview.date)
  const sent = known?.touches
    .filter((touch) => touch.templateId === template.id && isSince(touch.date))
    .map((touch) => touch.date)
    .sort()
    .at(-1)

  const log = async () => {
    try {
      const touch = {
        personId: row.id,
        date: today,
        zone: doors.zone(),
        kind: template.touchKind,
        direction: 'out' as const,
        templateId: template.id,
        note: '',
        outcome: 'awaiting' as const,
        thread: '',
        pmid: '',
        scheduled: false,
      }
      const { changeId } = await store.touches.add([touch], doors.momentNow())
      note(say(words.logged, { name: row.shown }), changeId)
    } catch (error) {
      note(sayError(error))
    }
  }
  return (
    <li>
      <p>
        <a href={personLink(row.id)}>{row.shown}</a>{' '}
        {sent && <span class="outcome">{say(words.sent, { date: showDate(sent, today) })}</span>}
      </p>
      {!sent && (
        <>
          <p class="note-text mail-text">{text}</p>
          <p class="card-foot">
            <button
              type="button"
              class="button small"
              aria-label={say(words.copyTextName, { name: row.shown, title: template.title })}
              onClick={() => void copyText(text, note)}
            >
              {words.copyText}
            </button>
            <button
              type="button"
              class="button small"
              aria-label={say(words.logSentName, { name: row.shown })}
              onClick={() => void log()}
            >
              {words.logSent}
            </button>
          </p>
        </>
      )}
    </li>
  )
}

function Notes(props: LineProps & { name: string }): JSX.Element {
  const { interview, doors, store, name } = props
  const { today } = doors.momentNow()
  const [draft, setDraft] = useState<string | null>(null)
  const [fault, setFault] = useState('')
  const editButton = useReturnFocus<HTMLButtonElement>(draft !== null)
  const { edit } = useRecord(props, store.road.interviews, interview.id)
  const days = daysBetween(interview.date, today)

  const save = async (event: Event) => {
    event.preventDefault()
    const notes = cleanText(draft ?? '', 10_000)
    try {
      await edit(
        (record) => ({ ...record, notes, notesOn: notes === '' ? null : (record.notesOn ?? today) }),
        say(words.notesSaved, { program: name }),
      )
      setDraft(null)
      setFault('')
    } catch (error) {
      setFault(sayError(error))
    }
  }
  if (draft === null) {
    return (
      <>
        {interview.notes === '' && (
          <p class={days > 1 ? 'notice' : 'hint'}>
            {days > 1 ? say(words.notesLate, { days }) : words.notesHint}
          </p>
        )}
        {interview.notes !== '' && <p class="note-text">{interview.notes}</p>}
        <p class="card-foot">
          <button
            ref={editButton}
            type="button"
            class="button small"
            aria-label={say(interview.notes === '' ? words.notesAddName : words.notesEditName, {
              program: name,
            })}
            onClick={() => setDraft(interview.notes)}
          >
            {interview.notes === '' ? words.notesAdd : common.edit}
          </button>
          {interview.notesOn && (
            <span class="soft">{say(words.notesOn, { date: showDate(interview.notesOn, today) })}</span>
          )}
        </p>
      </>
    )
  }
  return (
    <form class="form" onSubmit={(event) => void save(event)}>
      <TextField
        label={words.notes}
        hint={words.notesHint}
        max={10_000}
        rows={6}
        value={draft}
        error={fault || undefined}
        onInput={setDraft}
      />
      <PatientHint text={draft} />
      <div class="form-end">
        <button type="button" class="button" onClick={() => setDraft(null)}>
          {common.cancel}
        </button>
        <button type="submit" class="button primary">
          {common.save}
        </button>
      </div>
    </form>
  )
}

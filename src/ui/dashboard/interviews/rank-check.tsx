import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { fillRankCheck, listOwnPrograms, listRanked } from '../../../domain/programs/rank-list'
import { listValues } from '../../../domain/templates/template-values'
import { Field } from '../../shared/field'
import { Select } from '../../shared/select'
import { interviewsPage } from '../../shared/words/en'
import { say } from '../../shared/words/say'
import { sayError } from '../../shared/words/say-message'
import { showDate } from '../../shared/words/show-date'
import type { PageTools } from '../doors'
import { copyText } from '../pieces/copy-text'
import { markMissing, namePiece } from '../pieces/mark-missing'
import type { LoadedInterviews } from './load-interviews'

const words = interviewsPage

/** The message that asks a mentor to look at the rank list (T24), to copy. A mentor's own program on it is pointed out. */
export function RankCheck(props: PageTools & { loaded: LoadedInterviews }): JSX.Element | null {
  const { loaded, store, doors, note } = props
  const { today } = doors.momentNow()
  const [chosen, setChosen] = useState('')
  const ranked = listRanked(loaded.programs)
  const template = doors.seeds.templates.find((one) => one.id === 'T24')
  if (ranked.length === 0) return null
  const mentor = loaded.mentors.find((row) => row.id === chosen) ?? loaded.mentors[0]
  const own = listOwnPrograms(ranked, loaded.connectionsOf, loaded.rows)

  const log = async (personId: string, name: string) => {
    try {
      const touch = {
        personId,
        date: today,
        zone: doors.zone(),
        kind: 'rank-check' as const,
        direction: 'out' as const,
        templateId: 'T24',
        note: '',
        outcome: 'awaiting' as const,
        thread: '',
        pmid: '',
        scheduled: false,
      }
      const { changeId } = await store.touches.add([touch], doors.momentNow())
      note(say(words.checkLogged, { name }), changeId)
    } catch (error) {
      note(sayError(error))
    }
  }
  const filled =
    mentor && template
      ? fillRankCheck({
          template,
          values: listValues({
            person: loaded.people.get(mentor.id)?.person ?? null,
            profile: loaded.profile,
            stage: loaded.stage.id,
            paper: null,
            years: doors.seeds.yearWords,
          }),
          ranked,
          deadline: loaded.deadline
            ? say(words.deadlineIn, { date: showDate(loaded.deadline.date, today) })
            : '',
          mark: markMissing,
        })
      : null
  const sent = loaded.people
    .get(mentor?.id ?? '')
    ?.touches.filter((touch) => touch.kind === 'rank-check' || touch.templateId === 'T24')
    .map((touch) => touch.date)
    .sort()
    .at(-1)

  return (
    <section class="card" aria-labelledby="check">
      <h2 id="check">{words.checkTitle}</h2>
      <p class="soft">{words.checkLead}</p>
      {!template && <p class="notice">{words.checkHidden}</p>}
      {!mentor && <p class="notice calm">{words.checkNobody}</p>}
      {mentor && loaded.mentors.length > 1 && (
        <Field label={words.checkWho}>
          {(links) => (
            <Select
              {...links}
              value={mentor.id}
              options={loaded.mentors.map((row) => [row.id, row.shown] as const)}
              onChange={setChosen}
            />
          )}
        </Field>
      )}
      {own.map((one) => (
        <p key={`${one.program.id} ${one.mentor.id}`} class="notice">
          {say(one.mentor.id === mentor?.id ? words.checkOwn : words.checkOwnOther, {
            mentor: one.mentor.shown,
            program: one.program.name,
          })}
        </p>
      ))}
      {mentor && filled && (
        <>
          <p>
            <strong>{words.checkSubject}</strong> {filled.subject}
          </p>
          <section class="note-text mail-text" aria-label={words.checkBody}>
            {filled.body}
          </section>
          {filled.missing.length > 0 && (
            <p class="soft">
              {say(words.checkMissing, { pieces: filled.missing.map(namePiece).join(', ') })}
            </p>
          )}
          {filled.warnings.length > 0 && template && (
            <p class="soft">{say(words.checkLong, { words: filled.words, limit: template.wordLimit })}</p>
          )}
          <p class="card-foot">
            <button type="button" class="button primary" onClick={() => void copyText(filled.body, note)}>
              {words.checkCopy}
            </button>
            <button type="button" class="button" onClick={() => void log(mentor.id, mentor.shown)}>
              {say(words.checkSent, { name: mentor.shown })}
            </button>
            {sent && <span class="outcome">{say(words.sent, { date: showDate(sent, today) })}</span>}
          </p>
        </>
      )}
    </section>
  )
}

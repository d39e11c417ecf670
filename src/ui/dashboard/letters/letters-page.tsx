import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Letter } from '../../../domain/letters/letter'
import {
  askWindow,
  countByProgram,
  countWriters,
  isCandidate,
  isConfirmed,
  lettersPerProgram,
  letterTarget,
  promptFor,
  stateOfLetter,
} from '../../../domain/letters/letter-rules'
import { groupOfLetter, type LetterGroup, startLetter } from '../../../domain/letters/letter-steps'
import { Icon } from '../../shared/icon'
import { ProgressRing } from '../../shared/progress-ring'
import { useReturnFocus } from '../../shared/use-return-focus'
import { lettersPage } from '../../shared/words/en'
import { say } from '../../shared/words/say'
import { sayError } from '../../shared/words/say-message'
import { showDate } from '../../shared/words/show-date'
import type { PageTools } from '../doors'
import { type PersonChoice, saveNewcomers } from '../pieces/person-choice'
import { WatchNotice } from '../pieces/watch-notice'
import { writeInTurn } from '../pieces/write-in-turn'
import { letterLink } from '../route'
import { useLive } from '../use-live'
import { LetterForm, type LetterParts } from './letter-form'
import { type LoadedLetters, loadLetters } from './load-letters'
import { sayPrompt } from './say-prompt'

const words = lettersPage
const groups: readonly LetterGroup[] = ['possible', 'asked', 'writing', 'in', 'ended']

/** All letters of recommendation by where they stand, and what each needs next. */
export function LettersPage(tools: PageTools): JSX.Element {
  const { store, doors, note } = tools
  const live = useLive(store, 'letters', () => loadLetters(tools))
  const [isAdding, setAdding] = useState(false)
  const addButton = useReturnFocus<HTMLButtonElement>(isAdding)
  const loaded = live.value

  const add = async (parts: LetterParts, writer: PersonChoice | null) => {
    if (!writer) return
    const moment = doors.momentNow()
    const rotation = loaded?.rotations.find((one) => one.id === parts.rotationId)
    let letterId = ''
    const made = await writeInTurn(tools, async (keep) => {
      const newcomer = {
        role: parts.kind === 'research' ? ('faculty-researcher' as const) : ('attending' as const),
        whereMet: rotation?.service ?? '',
        institution: '',
      }
      const [personId = ''] = await saveNewcomers(store, keep, [{ choice: writer, parts: newcomer }], moment)
      const written = await keep(
        store.road.letters.put(null, { ...startLetter(personId, moment.today), ...parts }, moment),
      )
      letterId = written.id
    })
    setAdding(false)
    note(say(words.added, { name: writer.shown }), ...made)
    location.hash = letterLink(letterId)
  }

  return (
    <>
      <div class="page-head">
        <h1>{words.title}</h1>
        {!isAdding && (
          <button ref={addButton} type="button" class="button primary" onClick={() => setAdding(true)}>
            <Icon name="plus" />
            {words.add}
          </button>
        )}
      </div>
      {isAdding && loaded && (
        <section class="card">
          <LetterForm
            rows={loaded.rows}
            rotations={loaded.rotations}
            store={store}
            onSave={add}
            onCancel={() => setAdding(false)}
          />
        </section>
      )}
      {live.error !== null && <p class="notice">{sayError(live.error)}</p>}
      {loaded && <Standing {...tools} loaded={loaded} />}
      {loaded && loaded.letters.length === 0 && !isAdding && <p class="notice calm">{words.empty}</p>}
      {loaded && <Next {...tools} loaded={loaded} />}
      {loaded &&
        groups.map((group) => {
          const letters = loaded.letters.filter((letter) => groupOfLetter(stateOfLetter(letter)) === group)
          if (letters.length === 0) return null
          return (
            <section key={group} class="card" aria-labelledby={`letters-${group}`}>
              <h2 id={`letters-${group}`}>{say(words.groups[group], { count: letters.length })}</h2>
              <ul class="record-list">
                {letters.map((letter) => (
                  <Line key={letter.id} letter={letter} loaded={loaded} today={doors.momentNow().today} />
                ))}
              </ul>
            </section>
          )
        })}
      <section class="card" aria-labelledby="portal">
        <h2 id="portal">{words.portalTitle}</h2>
        <ul class="facts-list">
          {words.portal.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      </section>
    </>
  )
}

function nameIn(loaded: LoadedLetters, personId: string): string {
  return loaded.rows.find((row) => row.id === personId)?.shown ?? words.writerGone
}

/** How many writers have said yes, when to ask, and what would be too many. */
function Standing({ doors, loaded }: PageTools & { loaded: LoadedLetters }): JSX.Element {
  const { letters, programs, neededOn, stage } = loaded
  const { today } = doors.momentNow()
  const confirmed = new Set(letters.filter(isConfirmed).map((letter) => letter.personId)).size
  const crowded = [...countByProgram(letters)].filter(([, count]) => count > lettersPerProgram)
  const isOver = countWriters(letters) > letterTarget.max
  const isStillAsking = confirmed < letterTarget.min || letters.some(isCandidate)
  return (
    <section class="card" aria-labelledby="standing">
      <h2 id="standing">{words.standingTitle}</h2>
      <p class="standing">
        <ProgressRing count={confirmed} min={letterTarget.min} isDone={confirmed >= letterTarget.min} />
        <span>
          <strong>{say(words.confirmed, { count: confirmed, ...letterTarget })}</strong> {words.why}
        </span>
      </p>
      {isOver && <WatchNotice rules={doors.seeds.watchedRules} ids={['R9.6']} />}
      {crowded.map(([id, count]) => (
        <p key={id} class="notice">
          {say(words.programCrowded, {
            program: programs.find((program) => program.id === id)?.name ?? words.programGone,
            count,
            most: lettersPerProgram,
          })}
        </p>
      ))}
      {neededOn && isStillAsking && (
        <dl class="facts">
          {(['clinical', 'research'] as const).map((kind) => {
            const { from, by } = askWindow(kind, neededOn.date)
            return (
              <div key={kind}>
                <dt>{words.askBy[kind]}</dt>
                <dd>
                  {say(words.askWindow, { from: showDate(from, today), by: showDate(by, today) })}
                  {today > by && today <= neededOn.date && !stage.assumed && ` ${words.askLate}`}
                </dd>
              </div>
            )
          })}
          <div>
            <dt>{words.neededOn}</dt>
            <dd>
              {showDate(neededOn.date, today)}{' '}
              <span class="soft">
                {neededOn.state === 'confirmed'
                  ? say(words.dateConfirmed, { source: neededOn.source })
                  : words.dateStates[neededOn.state]}
              </span>
            </dd>
          </div>
        </dl>
      )}
    </section>
  )
}

/** The one thing each letter waits for, late ones first. */
function Next({ doors, loaded }: PageTools & { loaded: LoadedLetters }): JSX.Element | null {
  const { today } = doors.momentNow()
  const prompts = loaded.letters.flatMap((letter) => {
    const prompt = promptFor(letter, today, loaded.matchedOn)
    return prompt ? [{ letter, prompt }] : []
  })
  if (prompts.length === 0) return null
  prompts.sort((a, b) =>
    (a.prompt.lateAfter ?? a.prompt.from) < (b.prompt.lateAfter ?? b.prompt.from) ? -1 : 1,
  )
  return (
    <section class="card" aria-labelledby="next">
      <h2 id="next">{words.nextTitle}</h2>
      <ol class="record-list">
        {prompts.map(({ letter, prompt }) => (
          <li key={letter.id}>
            <p>
              {sayPrompt(prompt, letter, nameIn(loaded, letter.personId), today, loaded.stage.assumed)}{' '}
              <a
                href={letterLink(letter.id)}
                aria-label={say(words.openName, { name: nameIn(loaded, letter.personId) })}
              >
                {words.open}
              </a>
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Line(props: { letter: Letter; loaded: LoadedLetters; today: string }): JSX.Element {
  const { letter, loaded, today } = props
  const rotation = loaded.rotations.find((one) => one.id === letter.rotationId)
  const about = [
    words.kinds[letter.kind],
    rotation?.service ?? '',
    letter.specialty,
    letter.dueOn && !letter.uploadedOn ? say(words.due, { date: showDate(letter.dueOn, today) }) : '',
    letter.programIds.length > 0 ? say(words.programCount, { count: letter.programIds.length }) : '',
  ]
  return (
    <li>
      <p class="record-name">
        <a href={letterLink(letter.id)}>{nameIn(loaded, letter.personId)}</a>
        <span class="outcome">{words.states[stateOfLetter(letter)]}</span>
      </p>
      <p class="soft">{about.filter(Boolean).join(' · ')}</p>
    </li>
  )
}

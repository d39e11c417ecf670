import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { LocalDate } from '../../../domain/dates'
import type { Letter } from '../../../domain/letters/letter'
import { stateOfLetter } from '../../../domain/letters/letter-rules'
import { findLetterOf } from '../../../domain/letters/letter-steps'
import type { PersonRow } from '../../../domain/person/person-row'
import type { QuestionBank } from '../../../domain/questions/question-bank'
import {
  type Rotation,
  type RotationPost,
  type WriterSign,
  writerSigns,
} from '../../../domain/rotation/rotation'
import type { Store } from '../../../store/api'
import { Icon } from '../../shared/icon'
import { Select } from '../../shared/select'
import { useReturnFocus } from '../../shared/use-return-focus'
import { lettersPage, rotationsPage } from '../../shared/words/en'
import { say } from '../../shared/words/say'
import { QuestionCard } from '../pieces/cards'
import { LiveTick } from '../pieces/live-tick'
import type { PersonChoice } from '../pieces/person-choice'
import { useWish } from '../pieces/use-wish'
import { letterLink, personLink } from '../route'
import { AddPerson } from './add-person'
import { type Meeting, MeetingForm } from './meeting-form'

const words = rotationsPage.people

/** What can be done for somebody on a rotation. */
export interface PeopleActs {
  add: (choice: PersonChoice, post: RotationPost, isMet: boolean) => Promise<void>
  setPost: (personId: string, name: string, post: RotationPost) => Promise<boolean>
  remove: (personId: string, name: string) => void
  setSign: (personId: string, name: string, sign: WriterSign, isSeen: boolean) => Promise<boolean>
  propose: (personId: string, name: string) => void
  meet: (personId: string, name: string, meeting: Meeting) => Promise<void>
  hope: (letter: Letter, name: string) => void
}

interface PeopleProps {
  rotation: Rotation
  rows: readonly PersonRow[]
  letters: readonly Letter[]
  today: LocalDate
  store: Store
  /** Questions for residents, whom a student keeps in touch with (R4.12). */
  residentBank: QuestionBank | undefined
  acts: PeopleActs
}

/** Who is on a rotation, with the signs of a letter writer and the steps towards a letter. */
export function RotationPeople(props: PeopleProps): JSX.Element {
  const { rotation, rows, acts, residentBank } = props
  const [isAdding, setAdding] = useState(false)
  const addButton = useReturnFocus<HTMLButtonElement>(isAdding)
  const nameOf = new Map(rows.map((row) => [row.id, row.shown]))
  const residents = rotation.people.filter(
    ({ post }) => post === 'resident' || post === 'senior-resident',
  ).length

  return (
    <section class="card" aria-labelledby="people">
      <div class="page-head">
        <h2 id="people">{words.title}</h2>
        {!isAdding && (
          <button ref={addButton} type="button" class="button" onClick={() => setAdding(true)}>
            <Icon name="plus" />
            {words.add}
          </button>
        )}
      </div>
      {isAdding && (
        <AddPerson
          rows={rows}
          store={props.store}
          canLogMet={rotation.start <= props.today}
          onSave={async (choice, post, isMet) => {
            await acts.add(choice, post, isMet)
            setAdding(false)
          }}
          onCancel={() => setAdding(false)}
        />
      )}
      {rotation.people.length === 0 && !isAdding && <p class="soft">{words.empty}</p>}
      <ul class="record-list">
        {rotation.people.map(({ personId, post }) => (
          <OnePerson
            key={personId}
            {...props}
            personId={personId}
            post={post}
            // Somebody who was deleted from the log stays as a blank that can be taken off.
            name={nameOf.get(personId) ?? words.gone}
            isGone={!nameOf.has(personId)}
            onRemoved={() => addButton.current?.focus({ preventScroll: true })}
          />
        ))}
      </ul>
      <div class="inset-note">
        <p class="soft">{residents === 0 ? words.residentsNone : words.residentsSome}</p>
        {residentBank && <QuestionCard bank={residentBank} />}
      </div>
    </section>
  )
}

function OnePerson(
  props: PeopleProps & {
    personId: string
    post: RotationPost
    name: string
    isGone: boolean
    onRemoved: () => void
  },
): JSX.Element {
  const { rotation, letters, personId, post, name, isGone, acts } = props
  const [isMeeting, setMeeting] = useState(false)
  const [shownPost, choosePost] = useWish(post, (chosen) => acts.setPost(personId, name, chosen))
  const meetingButton = useReturnFocus<HTMLButtonElement>(isMeeting)
  const seen = rotation.signs.filter((one) => one.personId === personId).map((one) => one.sign)
  const letter = findLetterOf(letters, personId, rotation.id)
  const state = letter && stateOfLetter(letter)
  // Residents teach and advise; letters come from those who are past training.
  const canWrite = post === 'attending' || post === 'other' || letter !== undefined

  return (
    <li>
      <div class="person-head">
        <p class="record-name">{isGone ? name : <a href={personLink(personId)}>{name}</a>}</p>
        <div class="person-acts">
          {!isGone && (
            <Select
              aria-label={say(words.postOf, { name })}
              value={shownPost}
              options={Object.entries(rotationsPage.posts)}
              onChange={(value) => choosePost(value as RotationPost)}
            />
          )}
          <button
            type="button"
            class="button small quiet"
            aria-label={say(words.removeName, { name })}
            onClick={() => {
              acts.remove(personId, name)
              props.onRemoved()
            }}
          >
            {words.remove}
          </button>
        </div>
      </div>
      {canWrite && !isGone && (
        <>
          <fieldset class="signs">
            <legend>
              {words.signs}
              <span class="soft"> {say(words.signsSeen, { seen: seen.length, of: writerSigns.length })}</span>
            </legend>
            {writerSigns.map((sign) => (
              <LiveTick
                key={sign}
                isOn={seen.includes(sign)}
                onChange={(isSeen) => acts.setSign(personId, name, sign, isSeen)}
              >
                {rotationsPage.signs[sign]}
              </LiveTick>
            ))}
          </fieldset>
          <div class="task-acts">
            {letter && state && (
              <a class="outcome" href={letterLink(letter.id)}>
                {say(words.letterState, { state: lettersPage.states[state] ?? '' })}
              </a>
            )}
            {!letter && (
              <button
                type="button"
                class="button small"
                aria-label={say(words.proposeName, { name })}
                onClick={() => acts.propose(personId, name)}
              >
                {words.propose}
              </button>
            )}
            {!letter?.meetingOn && !isMeeting && (
              <button
                ref={meetingButton}
                type="button"
                class="button small"
                aria-label={say(words.meetingName, { name })}
                onClick={() => setMeeting(true)}
              >
                {words.meeting}
              </button>
            )}
            {letter?.meetingOn && !letter.hopeOn && letter.askedOn === null && (
              <button
                type="button"
                class="button small"
                aria-label={say(words.hopeName, { name })}
                onClick={() => acts.hope(letter, name)}
              >
                {words.hope}
              </button>
            )}
          </div>
          {isMeeting && (
            <MeetingForm
              name={name}
              today={props.today}
              onSave={async (meeting) => {
                await acts.meet(personId, name, meeting)
                setMeeting(false)
              }}
              onCancel={() => setMeeting(false)}
            />
          )}
        </>
      )}
    </li>
  )
}

import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { LocalDate } from '../../../domain/dates'
import type { Letter } from '../../../domain/letters/letter'
import { isConfirmed } from '../../../domain/letters/letter-rules'
import { findLetterOf, startLetter } from '../../../domain/letters/letter-steps'
import { listPacketValues } from '../../../domain/letters/packet'
import type { Person } from '../../../domain/person/person'
import {
  markTask,
  placePerson,
  removePerson,
  roleOfPost,
  setSign,
} from '../../../domain/rotation/edit-rotation'
import { lastDayOf } from '../../../domain/rotation/list-tasks'
import type { Rotation, RotationPost } from '../../../domain/rotation/rotation'
import { stageOn } from '../../../domain/stage/stage-on'
import { listValues } from '../../../domain/templates/template-values'
import type { TouchInput, TouchKind } from '../../../domain/touch/touch'
import { useReturnFocus } from '../../shared/use-return-focus'
import { common, dashboard, rotationsPage } from '../../shared/words/en'
import { say } from '../../shared/words/say'
import { sayError } from '../../shared/words/say-message'
import { showDate } from '../../shared/words/show-date'
import type { PageTools } from '../doors'
import { type PersonChoice, saveNewcomers } from '../pieces/person-choice'
import { useRecord } from '../pieces/use-record'
import { writeInTurn } from '../pieces/write-in-turn'
import { useLive } from '../use-live'
import type { Meeting } from './meeting-form'
import { isSameFeedback, RotationFeedback } from './rotation-feedback'
import { RotationForm } from './rotation-form'
import { type PeopleActs, RotationPeople } from './rotation-people'
import { RotationStandout } from './rotation-standout'
import { listShownTasks, RotationTasks } from './rotation-tasks'
import { showRotationTime } from './show-rotation'

const words = rotationsPage

/** One rotation: what today asks for, who is on it, what was said of the student's work. */
export function RotationPage(props: PageTools & { id: string }): JSX.Element | null {
  const { store, id } = props
  const live = useLive(store, id, () => loadRotation(props, id))
  const service = live.value?.rotation?.service
  useEffect(() => {
    if (service) document.title = say(dashboard.pageTitle, { page: service })
  }, [service])

  if (live.error !== null || live.value?.rotation === null) {
    return (
      <>
        <Back />
        <p class="notice calm">{live.error !== null ? sayError(live.error) : words.gone}</p>
      </>
    )
  }
  if (!live.value) return null
  return <LoadedRotation {...props} loaded={{ ...live.value, rotation: live.value.rotation }} />
}

function Back(): JSX.Element {
  return (
    <p class="back">
      <a href="#/rotations">← {words.back}</a>
    </p>
  )
}

type Loaded = Omit<Awaited<ReturnType<typeof loadRotation>>, 'rotation'> & { rotation: Rotation }

async function loadRotation({ store }: PageTools, id: string) {
  const rotation = await store.road.rotations.get(id)
  const ids = rotation?.people.map((one) => one.personId) ?? []
  const [letters, programs, rows, profile, touches, people] = await Promise.all([
    store.road.letters.list(),
    store.road.programs.list(),
    store.people.rows(),
    store.profile.get(),
    Promise.all(ids.map((personId) => store.touches.of(personId))),
    // A record that cannot be read is left out here: its own page says why.
    Promise.all(ids.map((personId) => store.people.get(personId).catch(() => null))),
  ])
  return {
    rotation,
    letters,
    programs,
    rows,
    profile,
    touches: touches.flat(),
    people: people.filter((person): person is Person => person !== null),
  }
}

function LoadedRotation(props: PageTools & { id: string; loaded: Loaded }): JSX.Element {
  const { store, doors, note, id, loaded } = props
  const { rotation, letters, programs, rows, people } = loaded
  const { seeds } = doors
  const { today } = doors.momentNow()
  const [isEditing, setEditing] = useState(false)
  const editButton = useReturnFocus<HTMLButtonElement>(isEditing)
  const { edit, tryEdit } = useRecord(props, store.road.rotations, id)
  const nameOf = (personId: string) => rows.find((row) => row.id === personId)?.shown ?? words.people.gone

  const remove = async () => {
    try {
      const { changeId } = await store.road.rotations.remove([id], doors.momentNow())
      note(say(words.removed, { service: rotation.service }), changeId)
      location.hash = '#/rotations'
    } catch (error) {
      note(sayError(error))
    }
  }
  const acts = usePeopleActs(props, edit, tryEdit)
  const tasks = listShownTasks(rotation, seeds.rotationTasks, letters, loaded.touches, today)
  const agreed = letters.find((letter) => letter.rotationId === id && isConfirmed(letter))
  const packet = seeds.templates.find((template) => template.id === 'T14')
  // Who said yes is whom the mails of the last days go to; before that it is the attending.
  const addresseeId =
    agreed?.personId ?? rotation.people.find(({ post }) => post === 'attending')?.personId ?? ''
  const values = {
    ...listValues({
      person: people.find((person) => person.id === addresseeId) ?? null,
      profile: loaded.profile,
      stage: stageOn(today, loaded.profile).id,
      paper: null,
      years: seeds.yearWords,
    }),
    ...(agreed &&
      packet &&
      listPacketValues(packet.slots, agreed, agreed.dueOn ? showDate(agreed.dueOn, today) : '')),
  }

  return (
    <>
      <Back />
      <div class="page-head">
        <div>
          <h1>{rotation.service}</h1>
          <p class="soft">
            {[words.kinds[rotation.kind], rotation.site, showRotationTime(rotation, today)]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        {!isEditing && (
          <div class="form-end">
            <button type="button" class="button danger" onClick={() => void remove()}>
              {words.remove}
            </button>
            <button ref={editButton} type="button" class="button primary" onClick={() => setEditing(true)}>
              {common.edit}
            </button>
          </div>
        )}
      </div>
      {isEditing && (
        <section class="card">
          <RotationForm
            rotation={rotation}
            programs={programs}
            today={today}
            onCancel={() => setEditing(false)}
            onSave={async ({ kind, service, site, specialty, start, weeks, programId, note: text }) => {
              await edit(
                (now) => ({ ...now, kind, service, site, specialty, start, weeks, programId, note: text }),
                say(words.saved, { service }),
              )
              setEditing(false)
            }}
          />
        </section>
      )}
      <RotationTasks
        tasks={tasks}
        seeds={seeds}
        today={today}
        values={values}
        note={note}
        onMark={(task, state) =>
          void tryEdit(
            (now) => markTask(now, task.id, state, today),
            say(words.tasks.marked[state ?? 'open'], { task: task.seed.title }),
          )
        }
      />
      {rotation.kind === 'away' && (
        <RotationStandout
          standout={rotation.standout}
          onSave={(standout) => edit((now) => ({ ...now, standout }), words.standout.saved)}
        />
      )}
      <RotationPeople
        rotation={rotation}
        rows={rows}
        letters={letters}
        today={today}
        store={store}
        residentBank={seeds.questionBanks.find((bank) => bank.occasion.goals.includes('R4.12'))}
        acts={acts}
      />
      <RotationFeedback
        rotation={rotation}
        nameOf={nameOf}
        today={today}
        onSave={(feedback, before) =>
          edit(
            (now) => ({
              ...now,
              feedback: before
                ? now.feedback.map((one) => (isSameFeedback(one, before) ? feedback : one))
                : [...now.feedback.filter((one) => !isSameFeedback(one, feedback)), feedback],
            }),
            words.feedback.saved,
          )
        }
        onRemove={(feedback) =>
          void tryEdit(
            (now) => ({ ...now, feedback: now.feedback.filter((one) => !isSameFeedback(one, feedback)) }),
            words.feedback.removed,
          )
        }
      />
      {rotation.note && (
        <section class="card" aria-labelledby="note">
          <h2 id="note">{words.form.note}</h2>
          <p class="note-text">{rotation.note}</p>
        </section>
      )}
    </>
  )
}

/** What can be done for the people of a rotation, each with one way back. */
function usePeopleActs(
  props: PageTools & { loaded: Loaded },
  edit: ReturnType<typeof useRecord<Rotation>>['edit'],
  tryEdit: ReturnType<typeof useRecord<Rotation>>['tryEdit'],
): PeopleActs {
  const { store, doors, note, loaded } = props
  const { rotation, letters, programs } = loaded

  const add = async (choice: PersonChoice, post: RotationPost, isMet: boolean) => {
    const moment = doors.momentNow()
    if (choice.id && !isMet) {
      return edit((now) => placePerson(now, choice.id, post), say(words.people.added, { name: choice.shown }))
    }
    const place = programs.find((program) => program.id === rotation.programId)?.institution || rotation.site
    const parts = {
      role: roleOfPost(post),
      whereMet: rotation.service,
      // The home school has many hospitals: only an away rotation says where somebody works.
      institution: rotation.kind === 'away' ? place : '',
    }
    const made = await writeInTurn(props, async (keep) => {
      const [personId = ''] = await saveNewcomers(store, keep, [{ choice, parts }], moment)
      if (isMet) {
        const day = moment.today > lastDayOf(rotation) ? lastDayOf(rotation) : moment.today
        await keep(store.touches.add([makeTouch(personId, day, doors.zone(), 'met')], moment))
      }
      const now = (await store.road.rotations.get(rotation.id)) ?? rotation
      await keep(store.road.rotations.put(rotation.id, placePerson(now, personId, post), moment))
    })
    note(say(words.people.added, { name: choice.shown }), ...made)
  }

  /** Begins a letter with somebody, or goes on with the one there is. */
  const putLetter = (personId: string, parts: Partial<Pick<Letter, 'meetingOn' | 'hopeOn'>>) => {
    const moment = doors.momentNow()
    const letter = findLetterOf(letters, personId, rotation.id)
    const input = letter
      ? { ...letter, ...parts, rotationId: letter.rotationId || rotation.id }
      : startLetter(personId, moment.today, {
          rotationId: rotation.id,
          specialty: rotation.specialty,
          ...parts,
        })
    return store.road.letters.put(letter?.id ?? null, input, moment)
  }

  const meet = async (personId: string, name: string, meeting: Meeting) => {
    const moment = doors.momentNow()
    const made = await writeInTurn(props, async (keep) => {
      await keep(
        putLetter(personId, {
          meetingOn: meeting.date,
          ...(meeting.isHopeVoiced && { hopeOn: meeting.date }),
        }),
      )
      if (meeting.isLogged) {
        const touch = makeTouch(personId, meeting.date, doors.zone(), 'career-chat')
        await keep(store.touches.add([touch], moment))
      }
    })
    note(say(words.people.meetingSaved, { name }), ...made)
  }

  const write = async (writing: Promise<{ changeId: string }>, text: string) => {
    try {
      const { changeId } = await writing
      note(text, changeId)
    } catch (error) {
      note(sayError(error))
    }
  }

  return {
    add,
    meet,
    setPost: (personId, name, post) =>
      tryEdit((now) => placePerson(now, personId, post), say(words.people.postSaved, { name })),
    remove: (personId, name) =>
      void tryEdit((now) => removePerson(now, personId), say(words.people.removed, { name })),
    setSign: (personId, name, sign, isSeen) =>
      tryEdit(
        (now) => setSign(now, personId, sign, isSeen),
        say(isSeen ? words.people.signSeen : words.people.signGone, { name }),
      ),
    propose: (personId, name) => void write(putLetter(personId, {}), say(words.people.proposed, { name })),
    hope: (letter, name) =>
      void write(
        store.road.letters.put(letter.id, { ...letter, hopeOn: doors.momentNow().today }, doors.momentNow()),
        say(words.people.hopeSaved, { name }),
      ),
  }
}

function makeTouch(personId: string, date: LocalDate, zone: string, kind: TouchKind): TouchInput {
  return {
    personId,
    date,
    zone,
    kind,
    direction: 'both',
    templateId: '',
    note: '',
    outcome: null,
    thread: '',
    pmid: '',
    scheduled: false,
  }
}

import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Letter } from '../../../domain/letters/letter'
import {
  askWindow,
  isCandidate,
  type LetterPrompt,
  promptFor,
  stateOfLetter,
} from '../../../domain/letters/letter-rules'
import {
  clearStep,
  listAskConcerns,
  type RecordedDay,
  touchOfStep,
} from '../../../domain/letters/letter-steps'
import { listPacketValues } from '../../../domain/letters/packet'
import { listValues } from '../../../domain/templates/template-values'
import { useReturnFocus } from '../../shared/use-return-focus'
import { common, dashboard, lettersPage } from '../../shared/words/en'
import { say } from '../../shared/words/say'
import { sayError } from '../../shared/words/say-message'
import { showDate } from '../../shared/words/show-date'
import type { PageTools } from '../doors'
import { MailCard, QuestionCard, SpokenCard } from '../pieces/cards'
import { useRecord } from '../pieces/use-record'
import { WatchNotice } from '../pieces/watch-notice'
import { writeInTurn } from '../pieces/write-in-turn'
import { personLink, rotationLink } from '../route'
import { useLive } from '../use-live'
import { LetterForm } from './letter-form'
import { LetterPacket } from './letter-packet'
import { LetterPrograms } from './letter-programs'
import { LetterStepsList } from './letter-steps-list'
import { loadLetters } from './load-letters'
import { sayPrompt } from './say-prompt'
import { StepForm } from './step-form'

const words = lettersPage

/** The step that deals with a prompt. */
const stepOfPrompt: Record<LetterPrompt['what'], RecordedDay> = {
  answer: 'answeredOn',
  packet: 'packetOn',
  remind: 'nudgedOn',
  nudge: 'nudgedOn',
  thank: 'thankedOn',
  tell: 'toldOn',
}

/** What stands beside a step: a line to say, questions, a mail, by their numbers in `seeds/`. */
const besideStep: Partial<Record<RecordedDay, { spoken?: string; questions?: string; template?: string }>> = {
  meetingOn: { questions: 'Q7', template: 'T13' },
  hopeOn: { spoken: 'S3' },
  askedOn: { spoken: 'S4' },
  packetOn: { template: 'T14' },
  nudgedOn: { template: 'T27' },
  toldOn: { template: 'T25' },
}

/** One letter: its steps with their days, its packet, the programs it goes to. */
export function LetterPage(props: PageTools & { id: string }): JSX.Element | null {
  const { store, id } = props
  const live = useLive(store, id, () => loadLetter(props, id))
  const loaded = live.value
  const name = loaded?.person?.names.shown ?? (loaded ? words.writerGone : '')
  useEffect(() => {
    if (name) document.title = say(dashboard.pageTitle, { page: name })
  }, [name])

  if (live.error !== null || loaded?.letter === undefined) {
    if (live.error === null && !loaded) return null
    return (
      <>
        <Back />
        <p class="notice calm">{live.error !== null ? sayError(live.error) : words.gone}</p>
      </>
    )
  }
  return <LoadedLetter {...props} name={name} loaded={{ ...loaded, letter: loaded.letter }} />
}

function Back(): JSX.Element {
  return (
    <p class="back">
      <a href="#/letters">← {words.back}</a>
    </p>
  )
}

async function loadLetter(tools: PageTools, id: string) {
  const all = await loadLetters(tools)
  const letter = all.letters.find((one) => one.id === id)
  const [person, touches] = letter
    ? await Promise.all([
        tools.store.people.get(letter.personId).catch(() => null),
        tools.store.touches.of(letter.personId),
      ])
    : [null, []]
  return { ...all, letter, person, touches }
}

type Loaded = Omit<Awaited<ReturnType<typeof loadLetter>>, 'letter'> & { letter: Letter }

function LoadedLetter(props: PageTools & { id: string; name: string; loaded: Loaded }): JSX.Element {
  const { store, doors, note, id, name, loaded } = props
  const { letter, letters, rotations, programs, person, stage, neededOn } = loaded
  const { seeds } = doors
  const { today } = doors.momentNow()
  const [open, setOpen] = useState<RecordedDay | null>(null)
  const [isEditing, setEditing] = useState(false)
  const editButton = useReturnFocus<HTMLButtonElement>(isEditing)
  const { edit, tryEdit } = useRecord(props, store.road.letters, id)
  const rotation = rotations.find((one) => one.id === letter.rotationId)
  const state = stateOfLetter(letter)
  const needed = letter.dueOn ?? neededOn?.date
  const prompt = promptFor(letter, today, loaded.matchedOn)
  const values = listValues({
    person,
    profile: loaded.profile,
    stage: stage.id,
    paper: null,
    years: seeds.yearWords,
  })
  const packetMail = seeds.templates.find((template) => template.id === 'T14')

  const remove = async () => {
    try {
      const { changeId } = await store.road.letters.remove([id], doors.momentNow())
      note(say(words.removed, { name }), changeId)
      location.hash = '#/letters'
    } catch (error) {
      note(sayError(error))
    }
  }
  const record = async (step: RecordedDay, parts: Partial<Letter>, isLogged: boolean) => {
    const kind = touchOfStep(step)
    const date = parts[step]
    const text = say(words.steps.recorded, { step: words.steps.names[step] ?? '' })
    if (!isLogged || !kind || !date) await edit((now) => ({ ...now, ...parts }), text)
    else {
      const moment = doors.momentNow()
      const made = await writeInTurn(props, async (keep) => {
        const touch = {
          personId: letter.personId,
          date,
          zone: doors.zone(),
          kind,
          direction: kind === 'career-chat' ? ('both' as const) : ('out' as const),
          templateId: '',
          note: '',
          outcome: null,
          thread: '',
          pmid: '',
          scheduled: false,
        }
        await keep(store.touches.add([touch], moment))
        const now = (await store.road.letters.get(id)) ?? letter
        await keep(store.road.letters.put(id, { ...now, ...parts }, moment))
      })
      note(text, ...made)
    }
    setOpen(null)
  }
  const beside = (step: RecordedDay) => {
    const { spoken, questions, template } = besideStep[step] ?? {}
    const line = seeds.spokenLines.find((one) => one.id === spoken)
    const bank = seeds.questionBanks.find((one) => one.id === questions)
    const mail = seeds.templates.find((one) => one.id === template)
    const concerns = step === 'askedOn' ? listAskConcerns(letter, letters, rotation ?? null, stage.id) : []
    return (
      <>
        <WatchNotice rules={seeds.watchedRules} ids={concerns} />
        {line && <SpokenCard line={line} values={values} />}
        {bank && <QuestionCard bank={bank} />}
        {mail && mail.id !== 'T14' && <MailCard template={mail} values={values} note={note} />}
      </>
    )
  }

  return (
    <>
      <Back />
      <div class="page-head">
        <div>
          <h1>{say(words.pageTitle, { name })}</h1>
          <p class="soft">
            <span class="outcome">{words.states[state]}</span> {words.kinds[letter.kind]}
            {letter.specialty && ` · ${letter.specialty}`}
            {rotation && (
              <>
                {' · '}
                <a href={rotationLink(rotation.id)}>{rotation.service}</a>
              </>
            )}
            {person && (
              <>
                {' · '}
                <a href={personLink(person.id)}>{words.openPerson}</a>
              </>
            )}
          </p>
        </div>
        {!isEditing && (
          <div class="form-end">
            <button type="button" class="button danger" onClick={() => void remove()}>
              {words.remove}
            </button>
            <button ref={editButton} type="button" class="button" onClick={() => setEditing(true)}>
              {common.edit}
            </button>
          </div>
        )}
      </div>
      {isEditing && (
        <section class="card">
          <LetterForm
            letter={letter}
            rows={loaded.rows}
            rotations={rotations}
            store={store}
            onCancel={() => setEditing(false)}
            onSave={async (parts) => {
              await edit((now) => ({ ...now, ...parts }), words.saved)
              setEditing(false)
            }}
          />
        </section>
      )}
      <section class="card" aria-labelledby="next">
        <h2 id="next">{words.nextTitle}</h2>
        <p>{prompt ? sayPrompt(prompt, letter, name, today, stage.assumed) : words.nextByState[state]}</p>
        {isCandidate(letter) && needed && <AskBy letter={letter} neededOn={needed} today={today} />}
        {prompt && open !== stepOfPrompt[prompt.what] && (
          <p>
            <button type="button" class="button primary" onClick={() => setOpen(stepOfPrompt[prompt.what])}>
              {say(words.steps.recordName, { step: words.steps.names[stepOfPrompt[prompt.what]] ?? '' })}
            </button>
          </p>
        )}
      </section>
      <LetterStepsList
        letter={letter}
        today={today}
        open={open}
        onOpen={setOpen}
        onClear={(step) =>
          void tryEdit(
            (now) => clearStep(now, step),
            say(words.steps.cleared, { step: words.steps.names[step] ?? '' }),
          )
        }
        form={
          open && (
            <StepForm
              key={open}
              step={open}
              letter={letter}
              name={name}
              today={today}
              touches={loaded.touches}
              onSave={(parts, isLogged) => record(open, parts, isLogged)}
              onCancel={() => setOpen(null)}
            >
              {beside(open)}
            </StepForm>
          )
        }
      />
      {state !== 'hesitated' && state !== 'declined' && (
        <>
          <LetterPacket
            letter={letter}
            rotation={rotation}
            today={today}
            nameOf={(personId) => loaded.rows.find((row) => row.id === personId)?.shown ?? ''}
            mail={
              packetMail ? (
                <MailCard
                  template={packetMail}
                  values={{
                    ...values,
                    ...listPacketValues(
                      packetMail.slots,
                      letter,
                      letter.dueOn ? showDate(letter.dueOn, today) : '',
                    ),
                  }}
                  note={note}
                />
              ) : null
            }
            onAdd={(point) =>
              tryEdit(
                (now) =>
                  now.highlights.includes(point) ? now : { ...now, highlights: [...now.highlights, point] },
                words.packet.added,
              )
            }
            onRemove={(point) =>
              tryEdit(
                (now) => ({ ...now, highlights: now.highlights.filter((one) => one !== point) }),
                words.packet.removed,
              )
            }
          />
          <LetterPrograms
            letter={letter}
            letters={letters}
            programs={programs}
            onToggle={(program, isOn) =>
              tryEdit(
                (now) => ({
                  ...now,
                  programIds: [
                    ...now.programIds.filter((one) => one !== program.id),
                    ...(isOn ? [program.id] : []),
                  ],
                }),
                say(isOn ? words.programs.added : words.programs.removed, { program: program.name }),
              )
            }
          />
        </>
      )}
      {letter.note && (
        <section class="card" aria-labelledby="note">
          <h2 id="note">{words.form.note}</h2>
          <p class="note-text">{letter.note}</p>
        </section>
      )}
    </>
  )
}

function AskBy(props: { letter: Letter; neededOn: string; today: string }): JSX.Element {
  const { from, by } = askWindow(props.letter.kind, props.neededOn)
  return (
    <p class="soft">
      {say(words.askWindowOne, { from: showDate(from, props.today), by: showDate(by, props.today) })}
    </p>
  )
}

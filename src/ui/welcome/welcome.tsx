import type { InputHTMLAttributes, JSX } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Message } from '../../domain/message'
import { emptyProfile, type Pause, type Profile } from '../../domain/profile/profile'
import { roadDates, stageOn } from '../../domain/stage/stage-on'
import type { Moment, Store } from '../../store/api'
import { ErrorBoundary } from '../shared/error-boundary'
import { Field, focusFirstProblem } from '../shared/field'
import { Select } from '../shared/select'
import { road, welcome } from '../shared/words/en'
import { say } from '../shared/words/say'
import { sayError, sayMessage } from '../shared/words/say-message'
import { PinPicture } from './pin-picture'
import {
  assumedGraduationYear,
  fillProfileForm,
  isSound,
  type ProfileForm,
  type ProfileProblems,
  readProfileForm,
} from './profile-form'

/** What the first-run page is given by its entry point. */
export interface WelcomeDoors {
  openStore: (onTrouble: (what: Message) => void) => Promise<Store>
  momentNow: () => Moment
  browser: 'chrome' | 'firefox'
  openLog: () => void
}

/** The first-run page: the student's calendar and signature, all optional. Also where they are changed later. */
export function Welcome(props: { doors: WelcomeDoors }): JSX.Element {
  return (
    <ErrorBoundary>
      <WelcomeBody doors={props.doors} />
    </ErrorBoundary>
  )
}

function WelcomeBody({ doors }: { doors: WelcomeDoors }): JSX.Element {
  const [store, setStore] = useState<Store | null>(null)
  const [profile, setProfile] = useState<Profile>(emptyProfile)
  const [trouble, setTrouble] = useState('')
  const [end, setEnd] = useState<'saved' | 'skipped' | null>(null)
  const [isAgain, setAgain] = useState(false)

  useEffect(() => {
    let opened: Store | null = null
    let isGone = false
    doors
      .openStore((what) => setTrouble(sayMessage(what)))
      .then(async (one) => {
        opened = one
        if (isGone) return one.close()
        setProfile(await one.profile.get())
        setStore(one)
      })
      .catch((error) => setTrouble(sayError(error)))
    return () => {
      isGone = true
      opened?.close()
    }
  }, [doors])

  const finish = async (next: Profile, how: 'saved' | 'skipped') => {
    try {
      await store?.profile.set(next, doors.momentNow())
      setProfile(next)
      setEnd(how)
    } catch (error) {
      setTrouble(sayError(error))
    }
  }

  const again = () => {
    setAgain(true)
    setEnd(null)
  }

  return (
    <main class="welcome">
      <h1>{welcome.title}</h1>
      {trouble && (
        <p class="notice" role="alert">
          {trouble}
        </p>
      )}
      {end === null ? (
        <>
          <p class="lead">{welcome.lead}</p>
          <section aria-labelledby="moments">
            <h2 id="moments">{welcome.momentsTitle}</h2>
            <ol class="moments">
              {welcome.moments.map((moment) => (
                <li key={moment}>{moment}</li>
              ))}
            </ol>
          </section>
          {store && (
            <Answers
              profile={profile}
              doors={doors}
              isAgain={isAgain}
              onSave={(next) => finish(next, 'saved')}
              onSkip={() => finish({ ...profile, welcomed: true }, 'skipped')}
            />
          )}
        </>
      ) : (
        <End how={end} profile={profile} doors={doors} onAgain={again} />
      )}
      <section aria-labelledby="pin" class="pin">
        <div>
          <h2 id="pin">{welcome.pinTitle}</h2>
          <p>{doors.browser === 'firefox' ? welcome.pinFirefox : welcome.pinChrome}</p>
        </div>
        <PinPicture browser={doors.browser} />
      </section>
    </main>
  )
}

function Answers(props: {
  profile: Profile
  doors: WelcomeDoors
  /** The student asked for the form: the focus goes into it. */
  isAgain: boolean
  onSave: (profile: Profile) => Promise<void>
  onSkip: () => Promise<void>
}): JSX.Element {
  const { profile, doors } = props
  const form = useRef<HTMLFormElement>(null)
  const [answers, setAnswers] = useState<ProfileForm>(() => fillProfileForm(profile))
  const [problems, setProblems] = useState<ProfileProblems>({})
  const { today } = doors.momentNow()
  const year = assumedGraduationYear(answers, today)
  const read = readProfileForm(answers, profile, today)
  const firstYear = roadDates(today, { ...read.profile, matriculation: null }).matriculation.slice(0, 4)
  useLayoutEffect(() => {
    if (props.isAgain) form.current?.querySelector('input')?.focus()
    // Only when the form opens: later the student decides where the focus is.
  }, [])
  const set = (part: Partial<ProfileForm>) => setAnswers((before) => ({ ...before, ...part }))

  const submit = (event: Event) => {
    event.preventDefault()
    setProblems(read.problems)
    if (isSound(read.problems)) void props.onSave(read.profile)
    else focusFirstProblem(form.current)
  }

  const text = (
    field: Exclude<keyof ProfileForm, 'pauses'>,
    label: string,
    hint: string,
    input: InputHTMLAttributes,
  ) => (
    <Field label={label} hint={hint} error={problems[field]}>
      {(links) => (
        <input
          {...links}
          {...input}
          value={answers[field]}
          onInput={(event) => set({ [field]: event.currentTarget.value })}
        />
      )}
    </Field>
  )

  return (
    <form ref={form} class="form" noValidate onSubmit={submit}>
      <fieldset>
        <legend>{welcome.datesTitle}</legend>
        <div class="columns">
          {text('matriculation', welcome.matriculation, say(welcome.matriculationHint, { year: firstYear }), {
            type: 'date',
          })}
          {text('clerkshipStart', welcome.clerkshipStart, welcome.clerkshipStartHint, { type: 'date' })}
          {text('graduationYear', welcome.graduationYear, say(welcome.graduationYearHint, { year }), {
            type: 'text',
            inputMode: 'numeric',
            maxLength: 4,
            placeholder: String(year),
          })}
        </div>
        <details open={answers.pauses.length > 0 || answers.graduationDate !== ''}>
          <summary>{welcome.more}</summary>
          <Pauses
            pauses={answers.pauses}
            problems={problems.pauses ?? {}}
            onChange={(pauses) => set({ pauses })}
          />
          <div class="columns">
            {text('graduationDate', welcome.graduationDate, welcome.graduationDateHint, { type: 'date' })}
          </div>
        </details>
        {isSound(read.problems) && (
          <p class="stage-now" role="status">
            {say(welcome.stageNow, { stage: road.stages[stageOn(today, read.profile).id] ?? '' })}
          </p>
        )}
      </fieldset>
      <fieldset>
        <legend>{welcome.youTitle}</legend>
        <div class="columns">
          {text('name', welcome.name, '', { type: 'text', autocomplete: 'name', maxLength: 120 })}
          {text('school', welcome.school, '', { type: 'text', autocomplete: 'organization', maxLength: 200 })}
        </div>
        {text('specialties', welcome.specialties, welcome.specialtiesHint, { type: 'text', maxLength: 1200 })}
        {text('ownEmails', welcome.ownEmails, welcome.ownEmailsHint, { type: 'text', maxLength: 2600 })}
      </fieldset>
      <div class="form-end">
        <button type="button" class="button quiet" onClick={() => void props.onSkip()}>
          {welcome.skip}
        </button>
        <button type="submit" class="button primary">
          {welcome.save}
        </button>
      </div>
    </form>
  )
}

function Pauses(props: {
  pauses: ProfileForm['pauses']
  problems: Record<number, string>
  onChange: (pauses: ProfileForm['pauses']) => void
}): JSX.Element {
  const { pauses, onChange } = props
  const addButton = useRef<HTMLButtonElement>(null)
  const change = (index: number, part: Partial<ProfileForm['pauses'][number]>) =>
    onChange(pauses.map((pause, place) => (place === index ? { ...pause, ...part } : pause)))
  return (
    <>
      <h3>{welcome.pausesTitle}</h3>
      {pauses.map((pause, index) => (
        <div key={index} class="pause">
          <Field label={welcome.pauseKind}>
            {(links) => (
              <Select
                {...links}
                value={pause.kind}
                options={Object.entries(welcome.pauseKinds)}
                onChange={(kind) => change(index, { kind: kind as Pause['kind'] })}
              />
            )}
          </Field>
          <Field label={welcome.pauseFrom} error={props.problems[index]}>
            {(links) => (
              <input
                {...links}
                type="date"
                value={pause.from}
                onInput={(event) => change(index, { from: event.currentTarget.value })}
              />
            )}
          </Field>
          <Field label={welcome.pauseTo}>
            {(links) => (
              <input
                {...links}
                type="date"
                value={pause.to}
                onInput={(event) => change(index, { to: event.currentTarget.value })}
              />
            )}
          </Field>
          <button
            type="button"
            class="link"
            onClick={() => {
              onChange(pauses.filter((_, place) => place !== index))
              addButton.current?.focus()
            }}
          >
            {welcome.pauseRemove}
          </button>
        </div>
      ))}
      {pauses.length < 20 && (
        <button
          ref={addButton}
          type="button"
          class="button small"
          onClick={() => onChange([...pauses, { kind: 'research-year', from: '', to: '' }])}
        >
          {welcome.pauseAdd}
        </button>
      )}
    </>
  )
}

function End(props: {
  how: 'saved' | 'skipped'
  profile: Profile
  doors: WelcomeDoors
  onAgain: () => void
}): JSX.Element {
  const heading = useRef<HTMLParagraphElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { today } = props.doors.momentNow()
  const { matriculation, graduationYear, graduationDate } = props.profile
  const isDated = matriculation !== null || graduationYear !== null || graduationDate !== null
  const stage = road.stages[stageOn(today, props.profile).id] ?? ''
  return (
    <section class="end">
      <p ref={heading} tabIndex={-1} class="lead" role="status">
        {props.how === 'saved' ? welcome.saved : isDated ? welcome.unchanged : welcome.skipped}
      </p>
      <p>{say(welcome.stageNow, { stage })}</p>
      <div class="form-end">
        <button type="button" class="button" onClick={props.onAgain}>
          {welcome.again}
        </button>
        <button type="button" class="button primary" onClick={props.doors.openLog}>
          {welcome.openLog}
        </button>
      </div>
    </section>
  )
}

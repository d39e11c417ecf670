import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import {
  type FunnelPerson,
  type FunnelState,
  type FunnelStep,
  funnelStates,
} from '../../../domain/funnel/funnel-view'
import { message } from '../../../domain/message'
import type { Outcome, Touch, TouchInput } from '../../../domain/touch/touch'
import { StoreError } from '../../../store/api'
import { LogTouchForm } from '../../shared/log-touch-form'
import { ProgressRing } from '../../shared/progress-ring'
import { log, funnelPage as words } from '../../shared/words/en'
import { say } from '../../shared/words/say'
import { sayError } from '../../shared/words/say-message'
import { showDate } from '../../shared/words/show-date'
import type { PageTools } from '../doors'
import { WatchNotice } from '../pieces/watch-notice'
import { personLink } from '../route'
import { useLive } from '../use-live'
import { FriendlyForm } from './friendly-form'

/** The template of a first letter to a possible research mentor. */
const firstLetter = 'T4'

/** The search for a research mentor (R2.8): who stands where, what comes next, and the way to note it. */
export function FunnelPage(tools: PageTools): JSX.Element {
  const { store, doors } = tools
  const { today } = doors.momentNow()
  const live = useLive(store, 'funnel', async () => {
    const view = await store.month.refresh(today)
    const judged = view.funnel.people.filter(({ state }) => state === 'vetted' || state === 'set-aside')
    const people = await Promise.all(judged.map(({ person }) => store.people.get(person.id)))
    const saidBy = new Map(people.flatMap((one) => (one ? [[one.id, one.studentFriendly.saidBy]] : [])))
    return { view, saidBy }
  })
  const template = doors.seeds.templates.find(({ id }) => id === firstLetter)?.title ?? firstLetter
  const loaded = live.value
  const funnel = loaded?.view.funnel
  const cold = loaded?.view.cold
  const isFull = cold !== undefined && cold.people.length >= cold.most
  return (
    <>
      <div class="page-head">
        <div>
          <h1>{words.title}</h1>
          <p class="soft">
            {words.lead} {funnel?.week != null && say(words.week, { week: funnel.week, weeks: funnel.weeks })}
          </p>
        </div>
      </div>
      {live.error !== null && <p class="notice">{sayError(live.error)}</p>}
      {funnel && funnel.steps.length > 0 && <Steps steps={funnel.steps} today={today} />}
      {isFull && (
        <>
          {cold.people.length > cold.most && <WatchNotice rules={doors.seeds.watchedRules} ids={['R9.1']} />}
          <p class="notice">{say(words.full, { names: cold.people.map((one) => one.shown).join(', ') })}</p>
        </>
      )}
      {funnel && funnel.people.length === 0 && <p class="notice calm">{words.empty}</p>}
      {loaded &&
        funnel &&
        boardStates.map((state) => {
          const people = funnel.people.filter((one) => one.state === state)
          if (people.length === 0) return null
          const hidden = (funnel.counts[state] ?? 0) - people.length
          const hint = words.hints[state]
          return (
            <section key={state} class="card" aria-labelledby={`funnel-${state}`}>
              <h2 id={`funnel-${state}`} tabIndex={-1}>
                {say(words.states[state] ?? '', { count: funnel.counts[state] ?? 0 })}
              </h2>
              {hint && <p class="soft">{hint}</p>}
              <ul class="record-list">
                {people.map((one) => (
                  <Line
                    key={one.person.id}
                    {...tools}
                    entry={one}
                    saidBy={loaded.saidBy.get(one.person.id) ?? ''}
                    template={template}
                    isFull={isFull}
                  />
                ))}
              </ul>
              {hidden > 0 && <p class="soft">{say(words.more, { count: hidden })}</p>}
            </section>
          )
        })}
    </>
  )
}

const boardStates: readonly FunnelState[] = [
  'written',
  ...[...funnelStates].reverse().filter((state) => state !== 'written'),
]

/** R2.8's four numbers. */
function Steps({ steps, today }: { steps: readonly FunnelStep[]; today: string }): JSX.Element {
  return (
    <ol class="funnel-steps">
      {steps.map(({ id, count, min, max, by }) => (
        <li key={id}>
          <ProgressRing count={count} min={min} isDone={count >= min} />
          <span>
            <strong>{words.steps[id]}</strong> {sayProgress(count, min, max)}
            {by && count < min && <span class="soft"> {say(words.by, { date: showDate(by, today) })}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** "1 of 2–3", and the number alone once it is past what was asked. */
function sayProgress(count: number, min: number, max: number): string {
  if (count > Math.max(min, max)) return say(words.progressMore, { count })
  return say(max > min ? words.progressRange : words.progress, { count, min, max })
}

type Open = 'friendly' | 'answer' | 'talk'

interface LineProps extends PageTools {
  entry: FunnelPerson
  saidBy: string
  template: string
  isFull: boolean
}

/** One person, and what can be noted of them. */
function Line(props: LineProps): JSX.Element {
  const { store, doors, note, entry, saidBy } = props
  const { person, state } = entry
  const [open, setOpen] = useState<Open | null>(null)
  const { today } = doors.momentNow()
  const name = person.shown

  /** Notes it. The line may go to another state: the focus then stays at the heading it stood under. */
  const write = async (text: string, run: () => Promise<{ changeId: string }>) => {
    try {
      const { changeId } = await run()
      setOpen(null)
      document.getElementById(`funnel-${state}`)?.focus({ preventScroll: true })
      note(text, changeId)
    } catch (error) {
      note(sayError(error))
    }
  }
  const markFriendly = (answer: 'yes' | 'no', said: string) =>
    write(say(answer === 'yes' ? words.friendlySaved : words.unfriendlySaved, { name }), async () => {
      const found = await store.people.get(person.id)
      if (!found) throw new StoreError(message('error.person-gone'))
      const {
        schema: _schema,
        id: _id,
        createdAt: _made,
        updatedAt: _changed,
        savedOn: _on,
        ...input
      } = found
      const studentFriendly = { answer, saidBy: said }
      return store.people.update(person.id, { ...input, studentFriendly }, doors.momentNow())
    })
  const logAnswer = (outcome: Outcome) =>
    write(say(words.answerSaved, { name, answer: words.answerButtons[outcome] ?? '' }), async () => {
      const touches = await store.touches.of(person.id)
      const mail = touches.find((one) => one.id === entry.awaited?.touchId) ?? touches.find(isMail)
      if (!mail) throw new StoreError(message('error.touch-gone'))
      const { schema: _schema, id, createdAt: _made, ...input } = mail
      return store.touches.update(id, { ...input, outcome }, doors.momentNow())
    })
  const logTalk = async (input: TouchInput) => {
    const { changeId } = await store.touches.add([input], doors.momentNow())
    setOpen(null)
    note(say(words.talkSaved, { kind: log.kinds[input.kind] ?? '', name }), changeId)
  }
  const toggle = (what: Open) => () => setOpen(open === what ? null : what)
  const button = (what: Open, text: string, label: string) => (
    <button
      type="button"
      class="button small"
      aria-label={say(label, { name })}
      aria-expanded={open === what}
      onClick={toggle(what)}
    >
      {text}
    </button>
  )
  const isJudged = state === 'set-aside' || state === 'vetted'
  const isOut = state === 'written' || state === 'moved-on'
  return (
    <li class="funnel-line">
      <div class="funnel-head">
        <div>
          <p class="record-name">
            <a href={personLink(person.id)}>{name}</a>
            {entry.awaited && (
              <span class="outcome">
                {entry.awaited.days === 0 ? words.waitsToday : say(words.waits, { days: entry.awaited.days })}
              </span>
            )}
          </p>
          <p class="soft">{sayAbout(props, today)}</p>
        </div>
        <div class="funnel-acts">
          {state === 'found' && button('friendly', words.markFriendly, words.markFriendlyName)}
          {isJudged && button('friendly', words.changeFriendly, words.changeFriendlyName)}
          {isOut && button('answer', words.logAnswer, words.logAnswerName)}
          {(isOut || state === 'answered') && button('talk', words.logTalk, words.logTalkName)}
        </div>
      </div>
      {open === 'friendly' && (
        <FriendlyForm saidBy={saidBy} onSave={markFriendly} onCancel={() => setOpen(null)} />
      )}
      {open === 'answer' && (
        <fieldset class="funnel-answers" aria-label={say(words.logAnswerName, { name })}>
          {(Object.keys(words.answerButtons) as Outcome[]).map((outcome) => (
            <button key={outcome} type="button" class="button small" onClick={() => void logAnswer(outcome)}>
              {words.answerButtons[outcome]}
            </button>
          ))}
        </fieldset>
      )}
      {open === 'talk' && (
        <LogTouchForm
          rows={[]}
          today={today}
          zone={doors.zone()}
          person={person}
          isPersonFixed
          kind="meeting"
          onSave={logTalk}
          onCancel={() => setOpen(null)}
        />
      )}
    </li>
  )
}

/** A mail to them, the newest first in the log's own order. */
function isMail({ kind, direction, templateId }: Touch): boolean {
  return templateId === firstLetter || (direction === 'out' && (kind === 'email' || kind === 'message'))
}

/** What is known of somebody beside their state, in one line. */
function sayAbout({ entry, saidBy, template, isFull }: LineProps, today: string): string {
  const { state, on, days, answer, awaited } = entry
  switch (state) {
    case 'found':
      return ''
    case 'vetted':
      return [
        saidBy ? say(words.saidBy, { name: saidBy }) : words.saidByNobody,
        isFull ? words.wait : say(words.write, { template }),
      ].join(' · ')
    case 'set-aside':
      return saidBy ? say(words.saidBy, { name: saidBy }) : words.saidByNobody
    case 'talked':
      return on ? say(words.talkedOn, { date: showDate(on, today) }) : ''
    default: {
      const date = on ? showDate(on, today) : ''
      const written = days > 1 && !awaited ? say(words.sinceDays, { date, days }) : say(words.since, { date })
      return [words.answers[answer] ?? '', on ? written : '', awaited?.nudge ? words.nudge : '']
        .filter(Boolean)
        .join(' · ')
    }
  }
}

import type { JSX } from 'preact'
import { addDays } from '../../domain/dates'
import type { NamedPerson, WaitingView } from '../../domain/goals/month-view'
import type { Outcome } from '../../domain/touch/touch'
import { log, popup } from '../shared/words/en'
import { say } from '../shared/words/say'
import { showDate } from '../shared/words/show-date'
import type { PopupSeeds } from './doors'
import { LongList } from './long-list'
import { focusHeading, type MonthTools, personHash } from './tools'
import { TouchBaseLine } from './touch-base-line'
import { WaitingLine } from './waiting-line'

const snoozeDays = 14

/** Who is due a touch-base. */
export function TouchBases(props: {
  tools: MonthTools
  seeds: PopupSeeds
  onLog: (person: NamedPerson) => void
}): JSX.Element | null {
  const { tools, seeds } = props
  const { store, doors, view, today } = tools
  if (view.touchBases.length === 0) return null
  const snooze = (person: NamedPerson) => {
    focusHeading('touch-bases', view.touchBases.length === 1)
    const until = addDays(today, snoozeDays)
    const back = showDate(addDays(until, 1), today)
    return tools.act(say(popup.snoozed, { name: person.shown, date: back }), () =>
      store.goals.snooze(person.id, until, doors.momentNow()),
    )
  }
  return (
    <section aria-labelledby="touch-bases">
      <h2 id="touch-bases" tabIndex={-1}>
        {popup.touchBases}
      </h2>
      <LongList
        lines={view.touchBases.map((due) => (
          <TouchBaseLine
            key={due.person.id}
            due={due}
            letter={seeds.templates.find((one) => one.id === due.templateId)?.title ?? ''}
            onLog={() => props.onLog(due.person)}
            onSnooze={() => void snooze(due.person)}
            onOpen={() => tools.open(personHash(due.person.id))}
          />
        ))}
      />
    </section>
  )
}

/** Mails whose answer is awaited, and those that nobody answered in three weeks. */
export function Waiting({ tools }: { tools: MonthTools }): JSX.Element {
  const { view } = tools
  return (
    <>
      {view.waiting.length > 0 && (
        <section aria-labelledby="waiting">
          <h2 id="waiting" tabIndex={-1}>
            {popup.waiting}
          </h2>
          <Mails tools={tools} mails={view.waiting} heading="waiting" />
          <p class="soft">{popup.silence}</p>
        </section>
      )}
      {view.unanswered.length > 0 && (
        <section aria-labelledby="unanswered">
          <h2 id="unanswered" tabIndex={-1}>
            {popup.unanswered}
          </h2>
          <Mails tools={tools} mails={view.unanswered} heading="unanswered" />
          <p class="soft">{popup.unansweredWhy}</p>
        </section>
      )}
    </>
  )
}

function Mails(props: {
  tools: MonthTools
  mails: readonly WaitingView[]
  heading: 'waiting' | 'unanswered'
}): JSX.Element {
  const { tools, mails, heading } = props
  const { store, doors } = tools
  const answer = (mail: WaitingView, outcome: Outcome) => {
    focusHeading(heading, mails.length === 1)
    const { shown } = mail.person
    return tools.act(
      say(popup.answerSaved, { name: shown, answer: log.outcomes[outcome] ?? '' }),
      async () => {
        const touch = await store.touches.get(mail.touchId)
        if (!touch) throw new Error('the mail that was answered is no longer in the log')
        const { id: _id, schema: _schema, createdAt: _createdAt, ...input } = touch
        return store.touches.update(mail.touchId, { ...input, outcome }, doors.momentNow())
      },
    )
  }
  return (
    <LongList
      lines={mails.map((mail) => (
        <WaitingLine
          key={mail.touchId}
          waiting={mail}
          isOver={heading === 'unanswered'}
          onAnswer={(outcome) => void answer(mail, outcome)}
          onOpen={() => tools.open(personHash(mail.person.id))}
        />
      ))}
    />
  )
}

import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { addDays } from '../../domain/dates'
import type { GoalView, MonthView, NamedPerson, WaitingView } from '../../domain/goals/month-view'
import type { Message } from '../../domain/message'
import type { Outcome } from '../../domain/touch/touch'
import type { Store } from '../../store/api'
import { ErrorBoundary } from '../shared/error-boundary'
import { Icon } from '../shared/icon'
import { ToastShelf, useToasts } from '../shared/toasts'
import { useReturnFocus } from '../shared/use-return-focus'
import { common, log, popup, road } from '../shared/words/en'
import { say } from '../shared/words/say'
import { sayError, sayMessage } from '../shared/words/say-message'
import { showDate } from '../shared/words/show-date'
import type { PopupDoors } from './doors'
import type { Entry, EntryForm as EntryFormType } from './entry-form'
import { GoalLine } from './goal-line'
import { SavePage } from './save-page'
import { TouchBaseLine } from './touch-base-line'
import { useMonth } from './use-month'
import { WaitingLine } from './waiting-line'

const snoozeDays = 14
const fewLines = 4

/** The toolbar popup: this month's goals, who is due, and the two quick entries. */
export function Popup(props: { doors: PopupDoors }): JSX.Element {
  return (
    <ErrorBoundary>
      <PopupBody doors={props.doors} />
    </ErrorBoundary>
  )
}

function PopupBody({ doors }: { doors: PopupDoors }): JSX.Element {
  const { store, view, error } = useMonth(doors)
  const toasts = useToasts()
  const [entry, setEntry] = useState<Entry | null>(null)
  const [EntryForm, setEntryForm] = useState<typeof EntryFormType | null>(null)
  const logButton = useReturnFocus<HTMLButtonElement>(entry !== null)

  // The forms come right after the first paint, so that they are there before a hand is.
  const isPainted = view !== null
  useEffect(() => {
    if (isPainted) import('./entry-form').then((part) => setEntryForm(() => part.EntryForm))
  }, [isPainted])

  if (error && !view) return <OpeningError what={error} />

  return (
    <div class="popup">
      <header class="popup-head">
        <h1>{view ? road.stages[view.stage.id] : popup.title}</h1>
        <nav aria-label={popup.pages}>
          <button
            type="button"
            class="icon-button"
            aria-label={popup.open}
            onClick={() => doors.openPage('dashboard', '/people')}
          >
            <Icon name="people" />
          </button>
          <button
            type="button"
            class="icon-button"
            aria-label={popup.settings}
            onClick={() => doors.openPage('dashboard', '/settings')}
          >
            <Icon name="gear" />
          </button>
        </nav>
        {view?.stage.assumed && (
          <p class="assumed">
            {view.stage.id.startsWith('ms1-') ? popup.assumed : popup.assumedDates}
            {' · '}
            <button type="button" class="link" onClick={() => doors.openPage('welcome')}>
              {popup.change}
            </button>
          </p>
        )}
      </header>
      <main>
        {error && (
          <p class="notice" role="alert">
            {sayMessage(error)}
          </p>
        )}
        {entry === null ? (
          <>
            <SavePage doors={doors} isPainted={isPainted} />
            <div class="quick">
              <button
                ref={logButton}
                type="button"
                class="button primary"
                aria-disabled={!store}
                onClick={() => store && setEntry({ form: 'touch', person: null, kind: null })}
              >
                <Icon name="touch" />
                {log.logTouch}
              </button>
              <button
                type="button"
                class="button"
                aria-disabled={!store}
                onClick={() => store && setEntry({ form: 'person', name: '' })}
              >
                <Icon name="plus" />
                {log.addPerson}
              </button>
            </div>
            {view && store && (
              <MonthBody
                doors={doors}
                store={store}
                view={view}
                show={toasts.show}
                onLog={(person) => setEntry({ form: 'touch', person, kind: 'touch-base' })}
              />
            )}
            <p>
              <button type="button" class="link" onClick={() => doors.openPage('dashboard', '/changes')}>
                {popup.changes}
              </button>
            </p>
          </>
        ) : (
          store &&
          EntryForm && (
            <EntryForm entry={entry} setEntry={setEntry} store={store} doors={doors} show={toasts.show} />
          )
        )}
      </main>
      <ToastShelf toasts={toasts} />
    </div>
  )
}

function MonthBody(props: {
  doors: PopupDoors
  store: Store
  view: MonthView
  show: (text: string, undo?: () => Promise<void>) => void
  onLog: (person: NamedPerson) => void
}): JSX.Element {
  const { doors, store, view, show } = props
  const { today } = doors.momentNow()
  const seeds = useMemo(() => new Map(doors.goals.map((goal) => [goal.id, goal])), [doors.goals])

  const act = async (text: string, write: () => Promise<{ changeId: string }>) => {
    try {
      const { changeId } = await write()
      show(text, () => store.changes.undo(changeId, doors.momentNow()))
    } catch (error) {
      show(sayError(error))
    }
  }
  const tick = (goal: GoalView, title: string, isDone: boolean) =>
    act(say(isDone ? popup.ticked : popup.unticked, { title }), () =>
      store.goals.mark(goal.id, view.stage.id, isDone, doors.momentNow()),
    )
  // The line goes, and the button in it: the focus stays nearby.
  const focusHeading = (id: string) => document.getElementById(id)?.focus({ preventScroll: true })
  const snooze = (person: NamedPerson) => {
    focusHeading('touch-bases')
    const until = addDays(today, snoozeDays)
    return act(say(popup.snoozed, { name: person.shown, date: showDate(addDays(until, 1), today) }), () =>
      store.goals.snooze(person.id, until, doors.momentNow()),
    )
  }
  const answer = (waiting: WaitingView, outcome: Outcome) => {
    focusHeading(view.waiting.length > 1 ? 'waiting' : 'touch-bases')
    return act(
      say(popup.answerSaved, { name: waiting.person.shown, answer: log.outcomes[outcome] ?? '' }),
      async () => {
        const touch = await store.touches.get(waiting.touchId)
        if (!touch) throw new Error('the mail that was answered is no longer in the log')
        const { id: _id, schema: _schema, createdAt: _createdAt, ...input } = touch
        return store.touches.update(waiting.touchId, { ...input, outcome }, doors.momentNow())
      },
    )
  }
  const openPerson = (person: NamedPerson) => doors.openPage('dashboard', `/people/${person.id}`)

  const isHome = (goal: GoalView) => seeds.get(goal.id)?.stages.includes(view.stage.id)
  const lines = (goals: readonly GoalView[]) =>
    goals.flatMap((goal) => {
      const seed = seeds.get(goal.id)
      // A stored view of an earlier version can name a goal that is gone; today's view follows at once.
      if (!seed) return []
      return [
        <GoalLine
          key={goal.id}
          goal={seed}
          view={goal}
          today={today}
          onTick={(isDone) => void tick(goal, seed.title, isDone)}
        />,
      ]
    })
  const month = view.goals.filter((goal) => isHome(goal) && goal.way !== 'guard')
  const earlier = view.goals.filter((goal) => !isHome(goal))
  const guards = view.goals.filter((goal) => isHome(goal) && goal.way === 'guard')

  return (
    <>
      {(view.touchBases.length > 0 || view.waiting.length > 0) && (
        <p class="due-line">
          {view.touchBases.length > 0 && (
            <a href="#touch-bases">{say(popup.dueLine, { count: view.touchBases.length })}</a>
          )}
          {view.waiting.length > 0 && (
            <a href="#waiting">{say(popup.waitingLine, { count: view.waiting.length })}</a>
          )}
        </p>
      )}
      {view.people === 0 && (
        <section class="empty">
          <h2>{popup.emptyTitle}</h2>
          <p>{popup.empty}</p>
        </section>
      )}
      {month.length > 0 ? (
        <section aria-labelledby="goals">
          <h2 id="goals">{popup.goals}</h2>
          <ul class="goals">{lines(month)}</ul>
        </section>
      ) : (
        <p class="stage-words">{popup.noGoals[view.stage.id] ?? popup.noGoals.other}</p>
      )}
      {earlier.length > 0 && (
        <section aria-labelledby="earlier">
          <h2 id="earlier">{popup.earlier}</h2>
          <ul class="goals">{lines(earlier)}</ul>
        </section>
      )}
      {guards.length > 0 && <ul class="goals guards">{lines(guards)}</ul>}
      {view.people > 0 && (
        <section aria-labelledby="touch-bases">
          <h2 id="touch-bases" tabIndex={-1}>
            {popup.touchBases}
          </h2>
          {view.touchBases.length === 0 ? (
            <p class="soft">{popup.nothingDue}</p>
          ) : (
            <LongList
              lines={view.touchBases.map((due) => (
                <TouchBaseLine
                  key={due.person.id}
                  due={due}
                  onLog={() => props.onLog(due.person)}
                  onSnooze={() => void snooze(due.person)}
                  onOpen={() => openPerson(due.person)}
                />
              ))}
            />
          )}
        </section>
      )}
      {view.waiting.length > 0 && (
        <section aria-labelledby="waiting">
          <h2 id="waiting" tabIndex={-1}>
            {popup.waiting}
          </h2>
          <LongList
            lines={view.waiting.map((waiting) => (
              <WaitingLine
                key={waiting.touchId}
                waiting={waiting}
                onAnswer={(outcome) => void answer(waiting, outcome)}
                onOpen={() => openPerson(waiting.person)}
              />
            ))}
          />
          <p class="soft">{popup.silence}</p>
        </section>
      )}
    </>
  )
}

/** The first few lines, and the rest on request. */
function LongList(props: { lines: ComponentChildren[] }): JSX.Element {
  const [isWhole, setWhole] = useState(false)
  const { lines } = props
  return (
    <>
      <ul class="person-lines">{isWhole ? lines : lines.slice(0, fewLines)}</ul>
      {lines.length > fewLines && (
        <button type="button" class="link" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? popup.showFewer : say(popup.showAll, { count: lines.length })}
        </button>
      )}
    </>
  )
}

function OpeningError(props: { what: Message }): JSX.Element {
  return (
    <main class="popup opening-error">
      <h1>{popup.openErrorTitle}</h1>
      <p role="alert">{sayMessage(props.what)}</p>
      <button type="button" class="button" onClick={() => location.reload()}>
        {common.reload}
      </button>
    </main>
  )
}

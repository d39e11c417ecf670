import type { JSX } from 'preact'
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { SeedEdit } from '../../domain/edits/seed-edit'
import { editGoals, goalEditId } from '../../domain/goals/edit-goals'
import type { Goal } from '../../domain/goals/goal'
import type { GoalView, MonthView, NamedPerson } from '../../domain/goals/month-view'
import type { Message } from '../../domain/message'
import type { Store } from '../../store/api'
import { ErrorBoundary } from '../shared/error-boundary'
import { Icon } from '../shared/icon'
import { ToastShelf, useToasts } from '../shared/toasts'
import { useReturnFocus } from '../shared/use-return-focus'
import { common, log, popup, road } from '../shared/words/en'
import { say } from '../shared/words/say'
import { sayError, sayMessage } from '../shared/words/say-message'
import type { PopupDoors } from './doors'
import type { Entry, EntryForm as EntryFormType } from './entry-form'
import { Fold } from './fold'
import { type GoalDetail, GoalLine } from './goal-line'
import type { MonthRest as MonthRestType } from './month-rest'
import { QuickLog } from './quick-log'
import { SavePage } from './save-page'
import type { MonthTools } from './tools'
import { useMonth } from './use-month'

const mostFocused = 5

/** What follows the first paint. */
interface LaterParts extends GoalDetail {
  MonthRest: typeof MonthRestType
}

/** The toolbar popup: this month's goals first, then what today, the people and the calendar ask for. */
export function Popup(props: { doors: PopupDoors }): JSX.Element {
  return (
    <ErrorBoundary>
      <PopupBody doors={props.doors} />
    </ErrorBoundary>
  )
}

function PopupBody({ doors }: { doors: PopupDoors }): JSX.Element {
  const { store, view, edits, goals, error } = useMonth(doors)
  const toasts = useToasts()
  const [entry, setEntry] = useState<Entry | null>(null)
  const [EntryForm, setEntryForm] = useState<typeof EntryFormType | null>(null)
  const [later, setLater] = useState<LaterParts | null>(null)
  const formButton = useReturnFocus<HTMLButtonElement>(entry !== null)
  const { show } = toasts

  // All of this comes right after the first paint, so that it is there before a hand is.
  const isPainted = view !== null
  useEffect(() => {
    if (!isPainted) return
    const failed = (cause: unknown) => {
      console.error(cause)
      show(sayError(cause))
    }
    Promise.all([import('./month-rest'), doors.loadSeeds()]).then(
      ([part, seeds]) => setLater({ MonthRest: part.MonthRest, GoalMore: part.GoalMore, seeds }),
      failed,
    )
    import('./entry-form').then((part) => setEntryForm(() => part.EntryForm), failed)
  }, [isPainted, doors, show])

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
            title={popup.open}
            onClick={() => doors.openPage('dashboard', '/people')}
          >
            <Icon name="people" />
          </button>
          <button
            type="button"
            class="icon-button"
            aria-label={popup.settings}
            title={popup.settings}
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
            <QuickLog
              doors={doors}
              store={store}
              version={view}
              isPainted={isPainted}
              formButton={formButton}
              setEntry={setEntry}
              show={show}
            />
            <div class="quick">
              <SavePage doors={doors} isPainted={isPainted} />
              <button
                type="button"
                class="button add-person"
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
                goals={goals}
                edits={edits}
                later={later}
                show={show}
                onLog={(person) => setEntry({ form: 'touch', person, kind: 'touch-base' })}
              />
            )}
            <p class="popup-end">
              <button type="button" class="link" onClick={() => doors.openPage('dashboard', '/changes')}>
                {popup.changes}
              </button>
            </p>
          </>
        ) : (
          store &&
          EntryForm && <EntryForm entry={entry} setEntry={setEntry} store={store} doors={doors} show={show} />
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
  goals: readonly Goal[]
  edits: readonly SeedEdit[]
  later: LaterParts | null
  show: (text: string, undo?: () => Promise<void>) => void
  onLog: (person: NamedPerson) => void
}): JSX.Element {
  const { doors, store, view, edits, later, show } = props
  const goals = useMemo(() => listGoalWords(props.goals, view, edits), [props.goals, view, edits])
  const focus = useSteadyFocus(view)

  const act = useCallback<MonthTools['act']>(
    async (text, write) => {
      try {
        const { changeId } = await write()
        show(text, () => store.changes.undo(changeId, doors.momentNow()))
      } catch (error) {
        show(sayError(error))
      }
    },
    [show, store, doors],
  )
  const tools: MonthTools = {
    doors,
    store,
    view,
    today: doors.momentNow().today,
    goals,
    act,
    open: (hash) => doors.openPage('dashboard', hash),
  }

  const lines = (views: readonly GoalView[]) =>
    views.flatMap((one) => {
      const goal = goals.get(one.id)
      // A stored view of an earlier version can name a goal that is gone; today's view follows at once.
      if (!goal) return []
      return [<GoalLine key={one.id} goal={goal} view={one} tools={tools} detail={later} />]
    })
  // Too much of something is said where it is seen, though the goal may be done.
  const over = view.goals.filter((goal) => goal.over && !focus.includes(goal.id))
  const focused = [...focus.flatMap((id) => view.goals.find((goal) => goal.id === id) ?? []), ...over]
  const others = view.goals.filter((goal) => !focused.includes(goal))
  const month = others.filter((goal) => !goal.carried)
  const earlier = others.filter((goal) => goal.carried)

  return (
    <>
      <DueLine view={view} />
      {view.people === 0 && (
        <section class="empty">
          <h2>{popup.emptyTitle}</h2>
          <p>{popup.empty}</p>
        </section>
      )}
      {focused.length > 0 ? (
        <section aria-labelledby="goals">
          <h2 id="goals" tabIndex={-1}>
            {popup.goals}
          </h2>
          <ul class="goals">{lines(focused)}</ul>
        </section>
      ) : (
        <p class="stage-words" id="goals" tabIndex={-1}>
          {popup.noGoals[view.stage.id] ?? popup.noGoals.other}
        </p>
      )}
      {others.length > 0 && (
        <Fold title={popup.allGoals} note={say(popup.moreGoals, { count: others.length })}>
          {month.length > 0 && <ul class="goals">{lines(month)}</ul>}
          {earlier.length > 0 && (
            <>
              <h3>{popup.earlier}</h3>
              <ul class="goals">{lines(earlier)}</ul>
            </>
          )}
        </Fold>
      )}
      {later && <later.MonthRest tools={tools} seeds={later.seeds} onLog={props.onLog} />}
    </>
  )
}

/** What the number on the toolbar icon stands for; each leads to its part. */
function DueLine({ view }: { view: MonthView }): JSX.Element | null {
  const { dueParts, due } = view
  if (due === 0) return null
  const rotation = view.rotation[0]
  const parts = [
    { count: dueParts.rotation, words: popup.due.rotation, to: `rotation-${rotation?.id}` },
    { count: dueParts.touchBases, words: popup.due.touchBases, to: 'touch-bases' },
    { count: dueParts.letters, words: popup.due.letters, to: 'letters' },
    { count: dueParts.nudges, words: popup.due.nudges, to: 'waiting' },
    { count: dueParts.notes, words: popup.due.notes, to: 'deadlines' },
  ].filter((part) => part.count > 0)
  return (
    <p class="due-line">
      <span>{say(popup.dueTotal, { count: due })}</span>
      {parts.map(({ count, words, to }) => (
        <button
          key={to}
          type="button"
          class="link"
          onClick={() => {
            const heading = document.getElementById(to)
            heading?.scrollIntoView()
            heading?.focus({ preventScroll: true })
          }}
        >
          {say(words, { count })}
        </button>
      ))}
    </p>
  )
}

/** The words of the goals as the student wants them, with the goals they wrote. */
function listGoalWords(
  seeds: readonly Goal[],
  view: MonthView,
  edits: readonly SeedEdit[],
): ReadonlyMap<string, Goal> {
  const words = new Map(editGoals(seeds, edits).map((goal) => [goal.id, goal]))
  for (const { id } of view.goals) {
    const own = words.has(id) ? undefined : edits.find((edit) => edit.id === goalEditId(id))
    if (own?.title) {
      const { title, why = '', how = '' } = own
      words.set(id, { id, stages: [view.stage.id], title, why, how, evidence: { way: 'tick' } })
    }
  }
  return words
}

/**
 * The goals that matter now. What was ticked here stays in its place until the popup is opened again: a line that jumps
 * away under the pointer cannot be unticked.
 */
function useSteadyFocus(view: MonthView): readonly string[] {
  const shown = useRef<{ key: string; ids: readonly string[] }>({ key: '', ids: [] })
  const key = `${view.date} ${view.stage.id} ${view.stage.from}`
  const there = new Set(view.goals.map((goal) => goal.id))
  const kept = shown.current.key === key ? shown.current.ids.filter((id) => there.has(id)) : []
  const fresh = view.focus.filter((id) => !kept.includes(id))
  const ids = [...kept, ...fresh.slice(0, Math.max(0, mostFocused - kept.length))]
  shown.current = { key, ids }
  return ids
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

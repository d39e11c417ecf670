import type { JSX } from 'preact'
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { applyEdits } from '../../domain/edits/apply-edits'
import { editGoals } from '../../domain/goals/edit-goals'
import type { Store } from '../../store/api'
import { ErrorBoundary } from '../shared/error-boundary'
import { ToastShelf, useToasts } from '../shared/toasts'
import {
  common,
  dashboard,
  eventsPage,
  funnelPage,
  interviewsPage,
  lettersPage,
  programsPage,
  roadPage,
  rotationsPage,
  templatesPage,
} from '../shared/words/en'
import { say } from '../shared/words/say'
import { sayError, sayMessage } from '../shared/words/say-message'
import { ChangesPage } from './changes-page'
import type { DashboardDoors, DashboardSeeds, PageTools } from './doors'
import { EventsPage } from './events/events-page'
import { FunnelPage } from './funnel/funnel-page'
import { InterviewsPage } from './interviews/interviews-page'
import { LetterPage } from './letters/letter-page'
import { LettersPage } from './letters/letters-page'
import { PeoplePage } from './people-page'
import { PersonPage } from './person-page'
import { ProgramPage } from './programs/program-page'
import { ProgramsPage } from './programs/programs-page'
import { ShortlistPage } from './programs/shortlist-page'
import { RoadPage } from './road/road-page'
import { RotationPage } from './rotations/rotation-page'
import { RotationsPage } from './rotations/rotations-page'
import { type Route, readRoute } from './route'
import { SettingsPage } from './settings-page'
import { TemplatesPage } from './templates/templates-page'
import { useLive } from './use-live'

const titles: Record<Route['page'], string> = {
  people: dashboard.people,
  person: dashboard.people,
  rotations: rotationsPage.title,
  rotation: rotationsPage.title,
  letters: lettersPage.title,
  letter: lettersPage.title,
  events: eventsPage.title,
  funnel: funnelPage.title,
  programs: programsPage.title,
  program: programsPage.title,
  shortlist: programsPage.shortlistTitle,
  interviews: interviewsPage.title,
  road: roadPage.title,
  templates: templatesPage.title,
  changes: dashboard.changes,
  settings: dashboard.settings,
  unknown: dashboard.unknownTitle,
}

/** The log as pages: people, one person, recent changes, settings. */
export function Dashboard(props: { doors: DashboardDoors }): JSX.Element {
  return (
    <ErrorBoundary>
      <DashboardBody doors={props.doors} />
    </ErrorBoundary>
  )
}

function DashboardBody({ doors }: { doors: DashboardDoors }): JSX.Element {
  const [store, setStore] = useState<Store | null>(null)
  const [trouble, setTrouble] = useState('')
  const [route, setRoute] = useState<Route>(() => readRoute(location.hash))
  const main = useRef<HTMLElement>(null)
  const { show, ...toasts } = useToasts()

  useEffect(() => {
    let opened: Store | null = null
    let isGone = false
    doors
      .openStore((what) => setTrouble(sayMessage(what)))
      .then((one) => {
        opened = one
        if (isGone) one.close()
        else setStore(one)
      })
      .catch((error) => setTrouble(sayError(error)))
    return () => {
      isGone = true
      opened?.close()
    }
  }, [doors])

  useEffect(() => {
    const follow = () => {
      setRoute(readRoute(location.hash))
      // As after loading a page: reading starts at its top.
      main.current?.focus({ preventScroll: true })
      window.scrollTo(0, 0)
    }
    const listening = new AbortController()
    window.addEventListener('hashchange', follow, { signal: listening.signal })
    return () => listening.abort()
  }, [])

  useEffect(() => {
    document.title = say(dashboard.pageTitle, { page: titles[route.page] })
  }, [route])

  const note = useCallback(
    (text: string, ...changeIds: string[]) =>
      show(
        text,
        changeIds.length === 0 || !store
          ? undefined
          : async () => {
              for (const id of changeIds) await store.changes.undo(id, doors.momentNow())
            },
      ),
    [show, store, doors],
  )

  return (
    <div class="dashboard">
      <header class="dashboard-head">
        <p class="brand">{common.product}</p>
        <nav aria-label={dashboard.nav}>
          <ul>
            <NavLink href="#/road" text={roadPage.title} isHere={route.page === 'road'} />
            <NavLink
              href="#/people"
              text={dashboard.people}
              isHere={route.page === 'people' || route.page === 'person'}
            />
            <NavLink
              href="#/rotations"
              text={rotationsPage.title}
              isHere={route.page === 'rotations' || route.page === 'rotation'}
            />
            <NavLink
              href="#/letters"
              text={lettersPage.title}
              isHere={route.page === 'letters' || route.page === 'letter'}
            />
            <NavLink
              href="#/programs"
              text={programsPage.title}
              isHere={route.page === 'programs' || route.page === 'program' || route.page === 'shortlist'}
            />
            <NavLink href="#/interviews" text={interviewsPage.title} isHere={route.page === 'interviews'} />
            <NavLink href="#/funnel" text={funnelPage.title} isHere={route.page === 'funnel'} />
            <NavLink href="#/events" text={eventsPage.title} isHere={route.page === 'events'} />
            <NavLink href="#/templates" text={templatesPage.title} isHere={route.page === 'templates'} />
            <NavLink href="#/changes" text={dashboard.changes} isHere={route.page === 'changes'} />
            <NavLink href="#/settings" text={dashboard.settings} isHere={route.page === 'settings'} />
          </ul>
        </nav>
      </header>
      <main ref={main} tabIndex={-1}>
        {trouble && (
          <div class="notice" role="alert">
            <p>{trouble}</p>
            {!store && (
              <button type="button" class="button" onClick={() => location.reload()}>
                {common.reload}
              </button>
            )}
          </div>
        )}
        {store && <EditedPage route={route} tools={{ doors, store, note }} />}
      </main>
      <ToastShelf toasts={{ show, ...toasts }} />
    </div>
  )
}

function NavLink(props: { href: string; text: string; isHere: boolean }): JSX.Element {
  return (
    <li>
      <a href={props.href} aria-current={props.isHere ? 'page' : undefined}>
        {props.text}
      </a>
    </li>
  )
}

/** Every page speaks in the student's own words where they changed the product's. */
function EditedPage({ route, tools }: { route: Route; tools: PageTools }): JSX.Element {
  const { doors, store } = tools
  const edits = useLive(store, 'edits', () => store.road.seedEdits.list()).value
  const edited = useMemo(() => {
    if (!edits || edits.length === 0) return doors
    const templates = applyEdits(doors.seeds.templates, edits).offered
    return { ...doors, seeds: { ...doors.seeds, templates, goals: editGoals(doors.seeds.goals, edits) } }
  }, [doors, edits])
  return <Page route={route} tools={{ ...tools, doors: edited }} originals={doors.seeds} />
}

function Page(props: { route: Route; tools: PageTools; originals: DashboardSeeds }): JSX.Element {
  const { route, tools, originals } = props
  switch (route.page) {
    case 'people':
      return <PeoplePage {...tools} />
    case 'person':
      return <PersonPage key={route.id} {...tools} id={route.id} />
    case 'rotations':
      return <RotationsPage {...tools} />
    case 'rotation':
      return <RotationPage key={route.id} {...tools} id={route.id} />
    case 'letters':
      return <LettersPage {...tools} />
    case 'letter':
      return <LetterPage key={route.id} {...tools} id={route.id} />
    case 'funnel':
      return <FunnelPage {...tools} />
    case 'events':
      return <EventsPage {...tools} />
    case 'programs':
      return <ProgramsPage {...tools} />
    case 'program':
      return <ProgramPage key={route.id} {...tools} id={route.id} />
    case 'shortlist':
      return <ShortlistPage {...tools} />
    case 'interviews':
      return <InterviewsPage {...tools} />
    case 'road':
      return <RoadPage {...tools} />
    case 'templates':
      return <TemplatesPage {...tools} originals={originals} />
    case 'changes':
      return <ChangesPage {...tools} />
    case 'settings':
      return <SettingsPage {...tools} site={route.site} />
    case 'unknown':
      return (
        <section>
          <h1>{dashboard.unknownTitle}</h1>
          <p>{dashboard.unknown}</p>
          <a href="#/people">{dashboard.backToPeople}</a>
        </section>
      )
  }
}

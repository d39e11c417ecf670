import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Interview, InterviewInput } from '../../../domain/programs/program'
import { Icon } from '../../shared/icon'
import { useReturnFocus } from '../../shared/use-return-focus'
import { interviewsPage, programsPage } from '../../shared/words/en'
import { say } from '../../shared/words/say'
import { sayError } from '../../shared/words/say-message'
import type { PageTools } from '../doors'
import { useLive } from '../use-live'
import { InterviewForm } from './interview-form'
import { InterviewLine } from './interview-line'
import { loadInterviews } from './load-interviews'
import { RankCheck } from './rank-check'
import { RankList } from './rank-list'

const words = interviewsPage

/** Interviews with whom to write to before and after, and the rank list with the message to a mentor. */
export function InterviewsPage(tools: PageTools): JSX.Element {
  const { store, doors, note } = tools
  const { today } = doors.momentNow()
  const live = useLive(store, 'interviews', () => loadInterviews(tools))
  const [open, setOpen] = useState<string | null>(null)
  const addButton = useReturnFocus<HTMLButtonElement>(open !== null)
  const loaded = live.value
  const nameOf = (programId: string) => loaded?.programsById.get(programId)?.name ?? words.programGone

  const save = async (input: InterviewInput, before: Interview | null) => {
    const { changeId } = await store.road.interviews.put(before?.id ?? null, input, doors.momentNow())
    setOpen(null)
    note(say(before ? words.saved : words.added, { program: nameOf(input.programId) }), changeId)
  }
  const remove = async (interview: Interview) => {
    try {
      const { changeId } = await store.road.interviews.remove([interview.id], doors.momentNow())
      addButton.current?.focus({ preventScroll: true })
      note(say(words.removed, { program: nameOf(interview.programId) }), changeId)
    } catch (error) {
      note(sayError(error))
    }
  }
  const form = (before: Interview | null) => (
    <InterviewForm
      interview={before}
      programs={loaded?.programs ?? []}
      today={today}
      onSave={(input) => save(input, before)}
      onCancel={() => setOpen(null)}
    />
  )
  const sorted = [...(loaded?.interviews ?? [])].sort((a, b) => (a.date < b.date ? -1 : 1))
  const phases = {
    coming: sorted.filter((one) => one.date >= today),
    past: sorted.filter((one) => one.date < today).reverse(),
  }

  return (
    <>
      <div class="page-head">
        <h1>{words.title}</h1>
        {open === null && loaded && loaded.programs.length > 0 && (
          <button ref={addButton} type="button" class="button primary" onClick={() => setOpen('new')}>
            <Icon name="plus" />
            {words.add}
          </button>
        )}
      </div>
      {open === 'new' && loaded && <section class="card">{form(null)}</section>}
      {live.error !== null && <p class="notice">{sayError(live.error)}</p>}
      {loaded && loaded.programs.length === 0 && (
        <p class="notice calm">
          <span>
            {words.needProgram} <a href="#/programs">{programsPage.title}</a>
          </span>
        </p>
      )}
      {loaded && loaded.programs.length > 0 && loaded.interviews.length === 0 && open === null && (
        <p class="notice calm">{words.empty}</p>
      )}
      {loaded &&
        (['coming', 'past'] as const).map(
          (phase) =>
            phases[phase].length > 0 && (
              <section key={phase} class="card" aria-labelledby={`interviews-${phase}`}>
                <h2 id={`interviews-${phase}`}>{words.phases[phase]}</h2>
                <ul class="record-list">
                  {phases[phase].map((interview) => (
                    <li key={interview.id}>
                      {open === interview.id ? (
                        form(interview)
                      ) : (
                        <InterviewLine
                          {...tools}
                          interview={interview}
                          loaded={loaded}
                          onEdit={() => setOpen(interview.id)}
                          onRemove={() => void remove(interview)}
                        />
                      )}
                    </li>
                  ))}
                </ul>
              </section>
            ),
        )}
      {loaded && loaded.programs.length > 0 && (
        <>
          <RankList {...tools} loaded={loaded} />
          <RankCheck {...tools} loaded={loaded} />
        </>
      )}
    </>
  )
}

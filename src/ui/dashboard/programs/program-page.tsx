import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import { coldTag, strengthOf } from '../../../domain/programs/connection'
import type { Program, ProgramInput, Tie } from '../../../domain/programs/program'
import { Icon } from '../../shared/icon'
import { useReturnFocus } from '../../shared/use-return-focus'
import { dashboard, programsPage } from '../../shared/words/en'
import { say } from '../../shared/words/say'
import { sayError } from '../../shared/words/say-message'
import { showDate } from '../../shared/words/show-date'
import type { PageTools } from '../doors'
import { LiveTick } from '../pieces/live-tick'
import { useRecord } from '../pieces/use-record'
import { Remarks } from '../remarks/remarks'
import { personLink } from '../route'
import { useLive } from '../use-live'
import { type LoadedPrograms, loadPrograms } from './load-programs'
import { ProgramForm } from './program-form'
import { ServiceForm } from './service-form'
import { TieForm } from './tie-form'

const words = programsPage

/** One program: what it is, who could open a door, how it treats students, and what was said of it. */
export function ProgramPage(tools: PageTools & { id: string }): JSX.Element {
  const { store, id } = tools
  const live = useLive(store, id, async () => {
    const [loaded, interviews] = await Promise.all([loadPrograms(store), store.road.interviews.list()])
    return { ...loaded, interviews: interviews.filter((one) => one.programId === id) }
  })
  const program = live.value?.programs.find((one) => one.id === id)
  return (
    <>
      <p>
        <a class="back" href="#/programs">
          <Icon name="back" />
          {words.back}
        </a>
      </p>
      {live.error !== null && <p class="notice">{sayError(live.error)}</p>}
      {live.value && !program && <p class="notice">{words.gone}</p>}
      {live.value && program && (
        <>
          <About {...tools} program={program} loaded={live.value} />
          <Ties {...tools} program={program} loaded={live.value} />
          <Services {...tools} program={program} loaded={live.value} />
          <Remarks {...tools} personId="" programId={id} />
          <section class="card" aria-labelledby="interviews">
            <h2 id="interviews">{words.interviewsTitle}</h2>
            {live.value.interviews.length > 0 && (
              <ul>
                {live.value.interviews.map((one) => (
                  <li key={one.id}>{showDate(one.date, tools.doors.momentNow().today)}</li>
                ))}
              </ul>
            )}
            <p>
              <a href="#/interviews">{words.interviewsLink}</a>
            </p>
          </section>
        </>
      )}
    </>
  )
}

type PartProps = PageTools & { program: Program; loaded: LoadedPrograms }

function About({ program, loaded, ...tools }: PartProps): JSX.Element {
  const { store, doors, note } = tools
  const { today } = doors.momentNow()
  const [isEditing, setEditing] = useState(false)
  const editButton = useReturnFocus<HTMLButtonElement>(isEditing)
  const { edit } = useRecord(tools, store.road.programs, program.id)

  const save = async (input: ProgramInput) => {
    // Ties, services, rank and ratings may have changed meanwhile in another tab: the form speaks of the rest.
    const {
      ties: _ties,
      services: _services,
      rank: _rank,
      rankReason: _why,
      ratings: _ratings,
      ...asked
    } = input
    await edit((record) => ({ ...record, ...asked }), say(words.saved, { name: input.name }))
    setEditing(false)
  }
  const remove = async () => {
    try {
      const { changeId } = await store.road.programs.remove([program.id], doors.momentNow())
      note(say(words.removed, { name: program.name }), changeId)
      location.hash = '#/programs'
    } catch (error) {
      note(sayError(error))
    }
  }
  if (isEditing) {
    return (
      <section class="card">
        <ProgramForm program={program} loaded={loaded} onSave={save} onCancel={() => setEditing(false)} />
      </section>
    )
  }
  const { away } = program
  const facts: [label: string, value: ComponentChildren][] = [
    [words.facts.institution, program.institution],
    [words.facts.specialty, program.specialty],
    [words.facts.city, program.city],
    [words.facts.tags, program.tags.join(', ')],
    [words.facts.tier, <Tier key="tier" program={program} loaded={loaded} />],
    [words.facts.signal, words.signals[program.signal]],
    [words.facts.applied, program.appliedOn && showDate(program.appliedOn, today)],
    [words.facts.invited, program.invitedOn && showDate(program.invitedOn, today)],
    [words.facts.thanks, words.thanks[program.thankYou]],
    [
      words.facts.away,
      <>
        <SaidBy what={words.away[away.use] ?? ''} personId={away.saidBy} loaded={loaded} />
        {away.note && <span class="source">{away.note}</span>}
      </>,
    ],
    [words.facts.note, program.note && <span class="note-text">{program.note}</span>],
  ]
  return (
    <>
      <div class="page-head">
        <h1>{program.name}</h1>
        <div class="page-acts">
          <button ref={editButton} type="button" class="button" onClick={() => setEditing(true)}>
            {dashboard.edit}
          </button>
          <button type="button" class="button danger" onClick={() => void remove()}>
            {words.remove}
          </button>
        </div>
      </div>
      <section class="card" aria-labelledby="about">
        <h2 id="about">{words.aboutTitle}</h2>
        <dl class="facts">
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value || dashboard.none}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  )
}

/** The group the student put it in, and what mentors said, of this program or of their chances as a whole. */
function Tier({ program, loaded }: { program: Program; loaded: LoadedPrograms }): JSX.Element {
  const said = loaded.remarks.filter(
    (one) => one.kind === 'realistic-tier' && one.tier !== 'unknown' && one.programId === program.id,
  )
  return (
    <>
      {words.tiers[program.tier]}
      {said.map((one) => (
        <span key={one.id} class="source">
          {say(words.tierWord, {
            name: loaded.rowsById.get(one.personId)?.shown ?? words.personGone,
            tier: (words.tiers[one.tier] ?? '').toLowerCase(),
          })}
        </span>
      ))}
    </>
  )
}

function SaidBy(props: { what: string; personId: string; loaded: LoadedPrograms }): JSX.Element {
  const { what, personId, loaded } = props
  if (personId === '') return <>{what}</>
  const shown = loaded.rowsById.get(personId)?.shown
  if (!shown) return <>{say(words.saidBy, { what, name: words.personGone })}</>
  const [before, after] = say(words.saidBy, { what, name: '\n' }).split('\n')
  return (
    <>
      {before}
      <a href={personLink(personId)}>{shown}</a>
      {after}
    </>
  )
}

function Ties({ program, loaded, ...tools }: PartProps): JSX.Element {
  const { store } = tools
  const [isAdding, setAdding] = useState(false)
  const addButton = useReturnFocus<HTMLButtonElement>(isAdding)
  const { edit, tryEdit } = useRecord(tools, store.road.programs, program.id)
  const connections = loaded.connectionsOf(program)
  const nameOf = (personId: string) => loaded.rowsById.get(personId)?.shown ?? words.personGone
  const isCold = program.tags.includes(coldTag)

  const add = async (tie: Tie) => {
    await edit(
      (record) => ({
        ...record,
        ties: [...record.ties.filter((one) => one.personId !== tie.personId || one.how !== tie.how), tie],
        tags: record.tags.filter((tag) => tag !== coldTag),
      }),
      say(words.tieAdded, { name: nameOf(tie.personId) }),
    )
    setAdding(false)
  }
  const remove = (personId: string) => {
    addButton.current?.focus({ preventScroll: true })
    void tryEdit(
      (record) => ({ ...record, ties: record.ties.filter((tie) => tie.personId !== personId) }),
      say(words.tieRemoved, { name: nameOf(personId) }),
    )
  }
  return (
    <section class="card" aria-labelledby="ties">
      <div class="page-head">
        <h2 id="ties">{words.tiesTitle}</h2>
        {!isAdding && (
          <button ref={addButton} type="button" class="button" onClick={() => setAdding(true)}>
            <Icon name="plus" />
            {words.tieAdd}
          </button>
        )}
      </div>
      <p>
        <span class="outcome" data-strength={strengthOf(connections)}>
          {words.strengths[strengthOf(connections)]}
        </span>
      </p>
      {isAdding && <TieForm rows={loaded.rows} onSave={add} onCancel={() => setAdding(false)} />}
      {connections.length === 0 && !isAdding && <p class="soft">{words.tiesNone}</p>}
      <ul class="record-list">
        {connections.map(({ personId, strength, other, evidence }) => (
          <li key={personId}>
            <div class="person-head">
              <p class="record-name">
                <a href={personLink(personId)}>{nameOf(personId)}</a>
                <span class="soft">
                  {words.strengths[strength]} ·{' '}
                  {other
                    ? say(words.evidenceOther, { how: words.evidence[evidence] ?? '', other })
                    : words.evidence[evidence]}
                </span>
              </p>
              {program.ties.some((tie) => tie.personId === personId) && (
                <button
                  type="button"
                  class="button small quiet"
                  aria-label={say(words.tieRemoveName, { name: nameOf(personId) })}
                  onClick={() => remove(personId)}
                >
                  <Icon name="close" />
                </button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {connections.length === 0 && (
        <LiveTick
          isOn={isCold}
          onChange={(isOn) =>
            tryEdit(
              (record) => ({
                ...record,
                tags: [...record.tags.filter((tag) => tag !== coldTag), ...(isOn ? [coldTag] : [])].slice(
                  -40,
                ),
              }),
              isOn ? words.coldOn : words.coldOff,
            )
          }
        >
          {words.cold} <span class="soft">{words.coldHint}</span>
        </LiveTick>
      )}
      <p class="hint">{words.tiesWhy}</p>
    </section>
  )
}

function Services({ program, loaded, ...tools }: PartProps): JSX.Element {
  const { store } = tools
  const [isAdding, setAdding] = useState(false)
  const addButton = useReturnFocus<HTMLButtonElement>(isAdding)
  const { edit, tryEdit } = useRecord(tools, store.road.programs, program.id)

  const add = async (service: Program['services'][number]) => {
    await edit(
      (record) => ({ ...record, services: [...record.services, service].slice(-60) }),
      say(words.serviceAdded, { service: service.service }),
    )
    setAdding(false)
  }
  const remove = (gone: Program['services'][number]) => {
    addButton.current?.focus({ preventScroll: true })
    void tryEdit(
      (record) => {
        const at = record.services.findIndex(
          (one) => one.service === gone.service && one.verdict === gone.verdict && one.saidBy === gone.saidBy,
        )
        return { ...record, services: record.services.filter((_, place) => place !== at) }
      },
      say(words.serviceRemoved, { service: gone.service }),
    )
  }
  return (
    <section class="card" aria-labelledby="services">
      <div class="page-head">
        <h2 id="services">{words.servicesTitle}</h2>
        {!isAdding && (
          <button ref={addButton} type="button" class="button" onClick={() => setAdding(true)}>
            <Icon name="plus" />
            {words.serviceAdd}
          </button>
        )}
      </div>
      {isAdding && <ServiceForm rows={loaded.rows} onSave={add} onCancel={() => setAdding(false)} />}
      {program.services.length === 0 && !isAdding && <p class="soft">{words.servicesNone}</p>}
      <ul class="record-list">
        {program.services.map((one, at) => (
          <li key={`${at} ${one.service}`}>
            <div class="person-head">
              <p class="record-name">
                {one.service}
                <span class="soft">
                  <SaidBy what={words.verdicts[one.verdict] ?? ''} personId={one.saidBy} loaded={loaded} />
                </span>
              </p>
              <button
                type="button"
                class="button small quiet"
                aria-label={say(words.serviceRemoveName, { service: one.service })}
                onClick={() => remove(one)}
              >
                <Icon name="close" />
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

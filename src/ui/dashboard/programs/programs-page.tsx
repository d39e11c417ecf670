import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { foldText } from '../../../domain/names/fold'
import { connectionStrengths, strengthOf } from '../../../domain/programs/connection'
import type { Program, ProgramInput } from '../../../domain/programs/program'
import { writeProgramsCsv } from '../../../exchange/program-csv'
import { Field } from '../../shared/field'
import { Icon } from '../../shared/icon'
import { Select } from '../../shared/select'
import { useReturnFocus } from '../../shared/use-return-focus'
import { common, programsPage } from '../../shared/words/en'
import { say } from '../../shared/words/say'
import { sayError } from '../../shared/words/say-message'
import { showDate } from '../../shared/words/show-date'
import type { PageTools } from '../doors'
import { personLink, programLink } from '../route'
import { useLive } from '../use-live'
import { ImportPrograms } from './import-programs'
import { type LoadedPrograms, loadPrograms } from './load-programs'
import { ProgramForm } from './program-form'
import { readCriteria } from './read-criteria'

const words = programsPage
const mostNamed = 4
const tierOrder: readonly Program['tier'][] = ['reach', 'realistic', 'safer', 'unknown']

type Sort = 'strength' | 'name' | 'tier'

/** All programs with who could open a door at each; adding, importing and writing them out. */
export function ProgramsPage(tools: PageTools): JSX.Element {
  const { store, doors, note } = tools
  const live = useLive(store, 'programs', async () => {
    const [loaded, shortlist] = await Promise.all([loadPrograms(store), store.road.shortlists.get('mine')])
    return { ...loaded, criteria: readCriteria(shortlist) }
  })
  const [open, setOpen] = useState<'add' | 'import' | null>(null)
  const addButton = useReturnFocus<HTMLButtonElement>(open === 'add')
  const importButton = useReturnFocus<HTMLButtonElement>(open === 'import')
  const [typed, setTyped] = useState('')
  const [sort, setSort] = useState<Sort>('strength')
  const loaded = live.value
  const shown = loaded ? sortPrograms(search(loaded.programs, typed), sort, loaded) : []

  const add = async (input: ProgramInput) => {
    const { changeId, id } = await store.road.programs.put(null, input, doors.momentNow())
    setOpen(null)
    note(say(words.added, { name: input.name }), changeId)
    location.hash = programLink(id)
  }
  const write = () => {
    if (!loaded) return
    const file = `preround-programs-${doors.momentNow().today}.csv`
    // The mark makes spreadsheets read it as Unicode.
    doors.saveFile(
      file,
      `\ufeff${writeProgramsCsv(sortPrograms(loaded.programs, 'name', loaded), loaded.criteria)}`,
      'text/csv',
    )
    note(say(words.exported, { file }))
  }

  return (
    <>
      <div class="page-head">
        <h1>{words.title}</h1>
        <div class="page-acts">
          <a class="button" href="#/shortlist">
            {words.shortlist}
          </a>
          {loaded && loaded.programs.length > 0 && (
            <button type="button" class="button" onClick={write}>
              {words.exportFile}
            </button>
          )}
          {open !== 'import' && (
            <button ref={importButton} type="button" class="button" onClick={() => setOpen('import')}>
              {words.importFile}
            </button>
          )}
          {open !== 'add' && (
            <button ref={addButton} type="button" class="button primary" onClick={() => setOpen('add')}>
              <Icon name="plus" />
              {words.add}
            </button>
          )}
        </div>
      </div>
      {open === 'add' && loaded && (
        <section class="card">
          <ProgramForm loaded={loaded} onSave={add} onCancel={() => setOpen(null)} />
        </section>
      )}
      {open === 'import' && loaded && (
        <ImportPrograms
          {...tools}
          known={loaded.programs}
          criteria={loaded.criteria}
          onClose={() => setOpen(null)}
        />
      )}
      {live.error !== null && <p class="notice">{sayError(live.error)}</p>}
      {loaded && loaded.programs.length === 0 && open === null && <p class="notice calm">{words.empty}</p>}
      {loaded && loaded.programs.length > 0 && (
        <>
          <div class="list-tools">
            <Field label={words.search}>
              {(links) => (
                <input
                  {...links}
                  type="search"
                  placeholder={words.searchHint}
                  value={typed}
                  onInput={(event) => setTyped(event.currentTarget.value)}
                />
              )}
            </Field>
            <Field label={words.sort}>
              {(links) => (
                <Select
                  {...links}
                  value={sort}
                  options={Object.entries(words.sorts)}
                  onChange={(value) => setSort(value as Sort)}
                />
              )}
            </Field>
          </div>
          <p class="soft" role="status">
            {shown.length === 0
              ? say(words.none, { text: typed.trim() })
              : say(words.count, { count: shown.length })}
          </p>
          {shown.length > 0 && (
            <section class="card">
              <ul class="record-list">
                {shown.map((program) => (
                  <Line key={program.id} program={program} loaded={loaded} today={doors.momentNow().today} />
                ))}
              </ul>
            </section>
          )}
        </>
      )}
    </>
  )
}

function Line(props: { program: Program; loaded: LoadedPrograms; today: string }): JSX.Element {
  const { program, loaded, today } = props
  const connections = loaded.connectionsOf(program)
  const strength = strengthOf(connections)
  const about = [
    program.institution,
    program.specialty,
    program.city,
    program.tier === 'unknown' ? '' : words.tiers[program.tier],
    program.signal === 'none' ? '' : words.signals[program.signal],
    program.appliedOn ? say(words.applied, { date: showDate(program.appliedOn, today) }) : '',
    program.invitedOn ? say(words.invited, { date: showDate(program.invitedOn, today) }) : '',
  ]
  const more = connections.length - mostNamed
  return (
    <li>
      <p class="record-name">
        <a href={programLink(program.id)}>{program.name}</a>
        <span class="outcome" data-strength={strength}>
          {words.strengths[strength]}
        </span>
        {program.tags.map((tag) => (
          <span key={tag} class="tag">
            {tag}
          </span>
        ))}
      </p>
      <p class="soft">{about.filter(Boolean).join(' · ')}</p>
      {connections.length > 0 && (
        <p>
          {words.through}{' '}
          {connections.slice(0, mostNamed).map(({ personId }, at) => (
            <span key={personId}>
              {at > 0 && ', '}
              <a href={personLink(personId)}>{loaded.rowsById.get(personId)?.shown}</a>
            </span>
          ))}
          {more > 0 && (
            <>
              {' '}
              <a href={programLink(program.id)}>{say(words.andMore, { count: more })}</a>
            </>
          )}
        </p>
      )}
    </li>
  )
}

function search(programs: readonly Program[], typed: string): readonly Program[] {
  const parts = foldText(typed).split(' ').filter(Boolean)
  if (parts.length === 0) return programs
  return programs.filter((program) => {
    const text = foldText(
      [program.name, program.institution, program.specialty, program.city, ...program.tags].join(' '),
    )
    return parts.every((part) => text.includes(part))
  })
}

function sortPrograms(programs: readonly Program[], sort: Sort, loaded: LoadedPrograms): Program[] {
  const rank = (program: Program): number =>
    sort === 'name'
      ? 0
      : sort === 'tier'
        ? tierOrder.indexOf(program.tier)
        : connectionStrengths.indexOf(strengthOf(loaded.connectionsOf(program)))
  return [...programs].sort(
    (a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, common.locale) || (a.id < b.id ? -1 : 1),
  )
}

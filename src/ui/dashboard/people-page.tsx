import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import type { PersonInput } from '../../domain/person/person'
import type { PersonRow } from '../../domain/person/person-row'
import { AddPersonForm } from '../shared/add-person-form'
import { Field } from '../shared/field'
import { Icon } from '../shared/icon'
import { toKnownQuery, toMetToday } from '../shared/new-person'
import { searchRows } from '../shared/search-rows'
import { Select } from '../shared/select'
import { useReturnFocus } from '../shared/use-return-focus'
import { common, dashboard, log } from '../shared/words/en'
import { say } from '../shared/words/say'
import { sayError } from '../shared/words/say-message'
import { showDay } from '../shared/words/show-date'
import type { PageTools } from './doors'
import { personLink } from './route'
import { useLive } from './use-live'

/** Lines drawn at first, and at each *Show more*: thousands at once would make typing slow. */
const pageOfLines = 100

type Sort = 'name' | 'contact'

/** Everybody in the log: search as typed, sort, select and delete. */
export function PeoplePage(tools: PageTools): JSX.Element {
  const { store, doors, note } = tools
  const live = useLive(store, 'rows', () => store.people.rows())
  const [typed, setTyped] = useState('')
  const [sort, setSort] = useState<Sort>('name')
  const [lines, setLines] = useState(pageOfLines)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [isAdding, setAdding] = useState(false)
  const addButton = useReturnFocus<HTMLButtonElement>(isAdding)
  const { today } = doors.momentNow()

  const rows = live.value
  const found = useMemo(() => (rows ? sortRows(searchRows(rows, typed), sort) : []), [rows, typed, sort])
  const shown = found.slice(0, lines)
  // Somebody selected may have been deleted in another tab, or searched away: only who is found is acted on.
  const chosen = found.filter((row) => selected.has(row.id))

  const select = (ids: readonly string[], isOn: boolean) => {
    const next = new Set(selected)
    for (const id of ids) {
      if (isOn) next.add(id)
      else next.delete(id)
    }
    setSelected(next)
  }
  const remove = async () => {
    try {
      const { changeId } = await store.people.remove(
        chosen.map((row) => row.id),
        doors.momentNow(),
      )
      setSelected(new Set())
      // The button of the selection goes with it.
      addButton.current?.focus({ preventScroll: true })
      note(say(dashboard.deleted, { count: chosen.length }), changeId)
    } catch (error) {
      note(sayError(error))
    }
  }
  const add = async (input: PersonInput, isMetToday: boolean) => {
    const moment = doors.momentNow()
    const { changeId, personId } = await store.people.add(input, moment)
    const made = [changeId]
    if (isMetToday) {
      const met = toMetToday(personId, moment.today, doors.zone())
      // The newest first: the touch stands on the person.
      made.unshift((await store.touches.add([met], moment)).changeId)
    }
    setAdding(false)
    note(say(log.personSaved, { name: input.names.shown }), ...made)
    location.hash = personLink(personId)
  }

  return (
    <>
      <div class="page-head">
        <h1>{dashboard.people}</h1>
        {!isAdding && (
          <button ref={addButton} type="button" class="button primary" onClick={() => setAdding(true)}>
            <Icon name="plus" />
            {dashboard.addPerson}
          </button>
        )}
      </div>
      {isAdding && (
        <section class="card narrow">
          <AddPersonForm
            title={log.addPerson}
            findKnown={async (input) => {
              const known = await store.people.known(toKnownQuery(input))
              return known ? { id: known.personId, shown: known.shown } : null
            }}
            onSave={add}
            onUseKnown={(person) => {
              location.hash = personLink(person.id)
            }}
            onCancel={() => setAdding(false)}
          />
        </section>
      )}
      {live.error !== null && <p class="notice">{sayError(live.error)}</p>}
      {rows?.length === 0 && !isAdding && <p class="notice calm">{dashboard.peopleEmpty}</p>}
      {rows && rows.length > 0 && (
        <>
          <div class="list-tools">
            <Field label={dashboard.search}>
              {(links) => (
                <input
                  {...links}
                  type="search"
                  placeholder={dashboard.searchHint}
                  value={typed}
                  onInput={(event) => {
                    setTyped(event.currentTarget.value)
                    setLines(pageOfLines)
                  }}
                />
              )}
            </Field>
            <Field label={dashboard.sort}>
              {(links) => (
                <Select
                  {...links}
                  value={sort}
                  options={Object.entries(dashboard.sorts)}
                  onChange={(value) => setSort(value as Sort)}
                />
              )}
            </Field>
          </div>
          <div class="list-state">
            <p role="status">
              {found.length === 0
                ? say(dashboard.peopleNone, { text: typed.trim() })
                : say(dashboard.found, { count: found.length })}
            </p>
            {chosen.length > 0 && (
              <p class="selection">
                {say(dashboard.selected, { count: chosen.length })}
                <button type="button" class="button small danger" onClick={() => void remove()}>
                  {dashboard.deleteSelected}
                </button>
              </p>
            )}
          </div>
          {shown.length > 0 && (
            <table class="people">
              <thead>
                <tr>
                  <th scope="col" class="pick">
                    <input
                      type="checkbox"
                      aria-label={dashboard.selectAll}
                      checked={shown.every((row) => selected.has(row.id))}
                      onChange={(event) =>
                        select(
                          shown.map((row) => row.id),
                          event.currentTarget.checked,
                        )
                      }
                    />
                  </th>
                  <th scope="col">{dashboard.columnName}</th>
                  <th scope="col">{dashboard.columnRole}</th>
                  <th scope="col">{dashboard.columnPlace}</th>
                  <th scope="col">{dashboard.lastContact}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((row) => (
                  <tr key={row.id}>
                    <td class="pick">
                      <input
                        type="checkbox"
                        aria-label={say(dashboard.select, { name: row.shown })}
                        checked={selected.has(row.id)}
                        onChange={(event) => select([row.id], event.currentTarget.checked)}
                      />
                    </td>
                    <th scope="row">
                      <a href={personLink(row.id)}>{row.shown}</a>
                    </th>
                    <td>{row.roles.map((role) => common.roles[role]).join(', ')}</td>
                    <td>{row.institution || row.whereMet}</td>
                    <td class="when">{row.lastTouch ? showDay(row.lastTouch, today) : common.never}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {found.length > shown.length && (
            <button type="button" class="button" onClick={() => setLines(lines + pageOfLines)}>
              {say(dashboard.showMore, { count: Math.min(pageOfLines, found.length - shown.length) })}
            </button>
          )}
        </>
      )}
    </>
  )
}

function sortRows(rows: PersonRow[], sort: Sort): PersonRow[] {
  if (sort === 'name') return rows
  // Longest without contact first: they are why one sorts so. Nobody ever contacted comes first of all.
  return rows.sort((a, b) => (a.lastTouch ?? '').localeCompare(b.lastTouch ?? ''))
}

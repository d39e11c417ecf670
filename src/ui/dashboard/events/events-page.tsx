import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { NetworkEvent } from '../../../domain/events/event'
import { listInterestGroups, mostInterestGroups } from '../../../domain/events/interest-groups'
import { Icon } from '../../shared/icon'
import { useReturnFocus } from '../../shared/use-return-focus'
import { common, eventsPage } from '../../shared/words/en'
import { say } from '../../shared/words/say'
import { sayError } from '../../shared/words/say-message'
import { showDate } from '../../shared/words/show-date'
import type { PageTools } from '../doors'
import { WatchNotice } from '../pieces/watch-notice'
import { personLink } from '../route'
import { useLive } from '../use-live'
import { type EventDraft, EventForm } from './event-form'
import { removeEvent, saveEvent } from './save-event'

/** Events, each with whom the student met there. */
export function EventsPage(tools: PageTools): JSX.Element {
  const { store, doors, note } = tools
  const { today } = doors.momentNow()
  const live = useLive(store, 'events', async () => {
    const [events, rows] = await Promise.all([store.road.events.list(), store.people.rows()])
    return { events, rows }
  })
  const [open, setOpen] = useState<string | null>(null)
  const addButton = useReturnFocus<HTMLButtonElement>(open !== null)
  const events = [...(live.value?.events ?? [])].sort((a, b) =>
    a.date === b.date ? (a.id < b.id ? 1 : -1) : a.date < b.date ? 1 : -1,
  )
  const rows = live.value?.rows ?? []
  const rowsById = new Map(rows.map((row) => [row.id, row]))
  const groups = listInterestGroups(events)

  const save = async (draft: EventDraft, before: NetworkEvent | null) => {
    const made = await saveEvent(tools, draft, before)
    setOpen(null)
    const text = before ? eventsPage.saved : draft.met.length > 0 ? eventsPage.addedWith : eventsPage.added
    note(say(text, { what: draft.what, count: draft.met.length }), ...made)
  }
  const remove = async (event: NetworkEvent) => {
    try {
      const made = await removeEvent(tools, event)
      addButton.current?.focus({ preventScroll: true })
      note(say(eventsPage.removed, { what: event.what }), ...made)
    } catch (error) {
      note(sayError(error))
    }
  }
  const form = (before: NetworkEvent | null) => (
    <EventForm
      {...(before && { event: before })}
      rows={rows}
      joined={listInterestGroups(events.filter((event) => event.id !== before?.id))}
      today={today}
      store={store}
      seeds={doors.seeds}
      onSave={(draft) => save(draft, before)}
      onCancel={() => setOpen(null)}
    />
  )

  return (
    <>
      <div class="page-head">
        <h1>{eventsPage.title}</h1>
        {open === null && (
          <button ref={addButton} type="button" class="button primary" onClick={() => setOpen('new')}>
            <Icon name="plus" />
            {eventsPage.add}
          </button>
        )}
      </div>
      {open === 'new' && live.value && <section class="card">{form(null)}</section>}
      {live.error !== null && <p class="notice">{sayError(live.error)}</p>}
      {live.value && events.length === 0 && open === null && <p class="notice calm">{eventsPage.empty}</p>}
      {groups.length > 0 && (
        <p>
          {say(eventsPage.groups, {
            groups: groups.join(', '),
            count: groups.length,
            most: mostInterestGroups,
          })}
        </p>
      )}
      {groups.length > mostInterestGroups && <WatchNotice rules={doors.seeds.watchedRules} ids={['R9.7']} />}
      {events.length > 0 && (
        <ol class="timeline card">
          {events.map((event) => (
            <li key={event.id}>
              {open === event.id ? (
                form(event)
              ) : (
                <>
                  <div class="touch-words">
                    <strong>{event.what}</strong>
                    <time dateTime={event.date}>{showDate(event.date, today)}</time>
                    {event.interestGroup && <span class="outcome">{event.interestGroup}</span>}
                    {event.people.length > 0 && (
                      <p>
                        {eventsPage.met}{' '}
                        {event.people.map((id, index) => {
                          const row = rowsById.get(id)
                          return (
                            <span key={id}>
                              {index > 0 && ', '}
                              {row ? <a href={personLink(id)}>{row.shown}</a> : eventsPage.personGone}
                            </span>
                          )
                        })}
                      </p>
                    )}
                    {event.note && <p class="note-text">{event.note}</p>}
                  </div>
                  <div class="touch-acts">
                    <button
                      type="button"
                      class="button small quiet"
                      aria-label={say(eventsPage.editName, { what: event.what })}
                      onClick={() => setOpen(event.id)}
                    >
                      {common.edit}
                    </button>
                    <button
                      type="button"
                      class="button small quiet"
                      aria-label={say(eventsPage.removeName, { what: event.what })}
                      onClick={() => void remove(event)}
                    >
                      {common.remove}
                    </button>
                  </div>
                </>
              )}
            </li>
          ))}
        </ol>
      )}
    </>
  )
}

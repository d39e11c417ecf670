import type { NetworkEvent } from '../../../domain/events/event'
import { findEventTouches, toEventTouch } from '../../../domain/events/event-touches'
import type { PageTools } from '../doors'
import { saveNewcomers } from '../pieces/person-choice'
import { writeInTurn } from '../pieces/write-in-turn'
import type { EventDraft } from './event-form'

/**
 * Saves an event: new people in one write, a touch with everybody met in a second, the event in a third. When an event is
 * edited, the touches it logged follow its name and day, and go with those who are taken off it. Answers the changes for
 * one way back.
 */
export async function saveEvent(
  tools: PageTools,
  draft: EventDraft,
  before: NetworkEvent | null,
): Promise<string[]> {
  const { store, doors } = tools
  const moment = doors.momentNow()
  const zone = doors.zone()
  const { met, ...event } = draft
  return writeInTurn(tools, async (keep) => {
    const ids = await saveNewcomers(
      store,
      keep,
      met.map(({ choice, role }) => ({
        choice,
        parts: { role, whereMet: event.what, institution: '' },
      })),
      moment,
    )
    const people = [...new Set(ids)]
    const logged = before ? await readEventTouches(tools, before) : []
    const added = people.filter((id) => !before?.people.includes(id))
    if (added.length > 0) {
      await keep(
        store.touches.add(
          added.map((id) => toEventTouch(event, id, zone)),
          moment,
        ),
      )
    }
    const gone = logged.filter((touch) => !people.includes(touch.personId))
    if (gone.length > 0)
      await keep(
        store.touches.remove(
          gone.map((touch) => touch.id),
          moment,
        ),
      )
    if (before && (before.what !== event.what || before.date !== event.date)) {
      for (const touch of logged.filter(({ personId }) => people.includes(personId))) {
        await keep(store.touches.update(touch.id, { ...touch, date: event.date, note: event.what }, moment))
      }
    }
    await keep(store.road.events.put(before?.id ?? null, { ...event, people }, moment))
  })
}

/** Deletes an event with the touches it logged; the people stay. Answers the changes for one way back. */
export async function removeEvent(tools: PageTools, event: NetworkEvent): Promise<string[]> {
  const { store, doors } = tools
  return writeInTurn(tools, async (keep) => {
    const logged = await readEventTouches(tools, event)
    if (logged.length > 0) {
      await keep(
        store.touches.remove(
          logged.map((touch) => touch.id),
          doors.momentNow(),
        ),
      )
    }
    await keep(store.road.events.remove([event.id], doors.momentNow()))
  })
}

async function readEventTouches({ store }: PageTools, event: NetworkEvent) {
  const lists = await Promise.all(event.people.map((id) => store.touches.of(id)))
  return findEventTouches(event, lists.flat())
}

import type { LocalDate } from '../dates'
import type { NetworkEvent } from '../events/event'
import type { PersonRow } from '../person/person-row'
import type { Touch, TouchKind } from '../touch/touch'

/** A touch beside the row of its person. */
export interface Contact {
  touch: Pick<Touch, 'date' | 'kind' | 'direction' | 'templateId'>
  row: PersonRow
}

/** The touches of the window, laid out so that a query reads only those it may count. */
export interface Contacts {
  inWindow: Touch[]
  byKind: ReadonlyMap<TouchKind, Contact[]>
  byTemplate: ReadonlyMap<string, Contact[]>
}

/** Sorts touches, and the people named at events, who were met there whether or not a touch says so. */
export function sortContacts(
  touches: readonly Touch[],
  events: readonly NetworkEvent[],
  rows: ReadonlyMap<string, PersonRow>,
  window: { from: LocalDate; to: LocalDate },
): Contacts {
  const inWindow: Touch[] = []
  const byKind = new Map<TouchKind, Contact[]>()
  const byTemplate = new Map<string, Contact[]>()
  for (const touch of touches) {
    if (touch.date < window.from || touch.date > window.to) continue
    const row = rows.get(touch.personId)
    if (!row) continue
    inWindow.push(touch)
    addTo(byKind, touch.kind, { touch, row })
    if (touch.templateId) addTo(byTemplate, touch.templateId, { touch, row })
  }
  for (const { date, people } of events) {
    if (date < window.from || date > window.to) continue
    for (const id of new Set(people)) {
      const row = rows.get(id)
      const isLogged = byKind.get('event')?.some((one) => one.row === row && one.touch.date === date)
      if (!row || isLogged) continue
      addTo(byKind, 'event', { touch: { date, kind: 'event', direction: 'both', templateId: '' }, row })
    }
  }
  return { inWindow, byKind, byTemplate }
}

function addTo<K>(lists: Map<K, Contact[]>, key: K, contact: Contact): void {
  const list = lists.get(key)
  if (list) list.push(contact)
  else lists.set(key, [contact])
}

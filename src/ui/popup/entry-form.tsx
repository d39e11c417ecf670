import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { NamedPerson } from '../../domain/goals/month-view'
import type { PersonInput } from '../../domain/person/person'
import type { PersonRow } from '../../domain/person/person-row'
import type { QuickLog } from '../../domain/touch/parse-quick-log'
import type { TouchInput, TouchKind } from '../../domain/touch/touch'
import type { Store } from '../../store/api'
import { AddPersonForm } from '../shared/add-person-form'
import { LogTouchForm } from '../shared/log-touch-form'
import { toKnownQuery, toMetToday } from '../shared/new-person'
import { log, popup } from '../shared/words/en'
import { say } from '../shared/words/say'
import { sayError } from '../shared/words/say-message'
import type { PopupDoors } from './doors'
import { sayTouch, toTouchInput } from './quick-preview'

/** What the student is entering, in the place of the month. */
export type Entry =
  | { form: 'touch'; person: NamedPerson | null; kind: TouchKind | null }
  /** `touch`: what is logged with the person once they are added. */
  | { form: 'person'; name: string; touch?: QuickLog }

/** The two quick entries of the popup. Each is confirmed with a way to take it back. */
export function EntryForm(props: {
  entry: Entry
  setEntry: (entry: Entry | null) => void
  store: Store
  doors: PopupDoors
  show: (text: string, undo?: () => Promise<void>) => void
}): JSX.Element {
  const { entry, setEntry, store, doors, show } = props
  const [rows, setRows] = useState<readonly PersonRow[]>([])
  useEffect(() => {
    store.people.rows().then(setRows, (cause) => show(sayError(cause)))
  }, [store, show])

  const typed = entry.form === 'person' ? entry.touch : undefined
  const undo = (changeId: string) => store.changes.undo(changeId, doors.momentNow())

  const logTouch = async (input: TouchInput, person: NamedPerson) => {
    const { changeId } = await store.touches.add([input], doors.momentNow())
    setEntry(null)
    const kind = log.kinds[input.kind] ?? ''
    show(say(log.touchLogged, { kind, name: person.shown }), () => undo(changeId))
  }

  const addPerson = async (input: PersonInput, isMetToday: boolean) => {
    const { changeId, personId } = await store.people.add(input, doors.momentNow())
    const made = [changeId]
    const moment = doors.momentNow()
    const touches = [
      ...(typed ? [toTouchInput(typed, personId, doors.zone())] : []),
      ...(isMetToday ? [toMetToday(personId, moment.today, doors.zone())] : []),
    ]
    if (touches.length > 0) made.unshift((await store.touches.add(touches, moment)).changeId)
    setEntry(null)
    show(say(log.personSaved, { name: input.names.shown }), async () => {
      // The newest first: the touch stands on the person.
      for (const id of made) await undo(id)
    })
  }

  if (entry.form === 'touch') {
    return (
      <LogTouchForm
        title={log.logTouch}
        rows={rows}
        today={doors.momentNow().today}
        zone={doors.zone()}
        person={entry.person}
        {...(entry.kind && { kind: entry.kind })}
        onSave={logTouch}
        onCancel={() => setEntry(null)}
        onAddPerson={(name) => setEntry({ form: 'person', name })}
      />
    )
  }
  return (
    <AddPersonForm
      title={
        typed ? say(popup.addAndLog, { touch: sayTouch(typed, doors.momentNow().today) }) : log.addPerson
      }
      name={entry.name}
      findKnown={async (input) => {
        const known = await store.people.known(toKnownQuery(input))
        return known ? { id: known.personId, shown: known.shown } : null
      }}
      onSave={addPerson}
      onUseKnown={(person) =>
        typed
          ? void logTouch(toTouchInput(typed, person.id, doors.zone()), person).catch((cause) =>
              show(sayError(cause)),
            )
          : setEntry({ form: 'touch', person, kind: null })
      }
      onCancel={() => setEntry(null)}
    />
  )
}

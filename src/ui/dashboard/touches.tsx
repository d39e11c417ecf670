import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Person } from '../../domain/person/person'
import type { Touch, TouchInput } from '../../domain/touch/touch'
import { Icon } from '../shared/icon'
import { LogTouchForm } from '../shared/log-touch-form'
import { useReturnFocus } from '../shared/use-return-focus'
import { common, dashboard, log } from '../shared/words/en'
import { say } from '../shared/words/say'
import { sayError } from '../shared/words/say-message'
import { showDate } from '../shared/words/show-date'
import type { PageTools } from './doors'
import { useLive } from './use-live'

/** The touches of one person, newest first: add, edit, delete, each with a way back. */
export function Touches(props: PageTools & { person: Person }): JSX.Element {
  const { store, doors, note, person } = props
  const live = useLive(store, person.id, () => store.touches.of(person.id))
  const [open, setOpen] = useState<string | null>(null)
  const logButton = useReturnFocus<HTMLButtonElement>(open !== null)
  const { today } = doors.momentNow()
  const named = { id: person.id, shown: person.names.shown }
  const touches = [...(live.value ?? [])].sort((a, b) =>
    a.date === b.date ? Date.parse(b.createdAt) - Date.parse(a.createdAt) : a.date < b.date ? 1 : -1,
  )

  const add = async (input: TouchInput) => {
    const { changeId } = await store.touches.add([input], doors.momentNow())
    setOpen(null)
    note(say(log.touchLogged, { kind: log.kinds[input.kind] ?? '', name: named.shown }), changeId)
  }
  const update = async (id: string, input: TouchInput) => {
    const { changeId } = await store.touches.update(id, input, doors.momentNow())
    setOpen(null)
    note(log.touchSaved, changeId)
  }
  const remove = async (touch: Touch) => {
    try {
      const { changeId } = await store.touches.remove([touch.id], doors.momentNow())
      logButton.current?.focus({ preventScroll: true })
      note(say(log.touchRemoved, wordsOf(touch, today)), changeId)
    } catch (error) {
      note(sayError(error))
    }
  }
  const form = { rows: [], today, zone: doors.zone(), person: named, isPersonFixed: true }

  return (
    <section class="card">
      <div class="page-head">
        <h2>{dashboard.touches}</h2>
        {open === null && (
          <button ref={logButton} type="button" class="button" onClick={() => setOpen('new')}>
            <Icon name="touch" />
            {dashboard.logTouch}
          </button>
        )}
      </div>
      {open === 'new' && <LogTouchForm {...form} onSave={add} onCancel={() => setOpen(null)} />}
      {live.error !== null && <p class="notice">{sayError(live.error)}</p>}
      {live.value?.length === 0 && open !== 'new' && <p class="soft">{dashboard.touchesEmpty}</p>}
      <ol class="timeline">
        {touches.map((touch) => (
          <li key={touch.id}>
            {open === touch.id ? (
              <LogTouchForm
                {...form}
                touch={touch}
                onSave={(input) => update(touch.id, input)}
                onCancel={() => setOpen(null)}
              />
            ) : (
              <>
                <div class="touch-words">
                  <strong>{log.kinds[touch.kind]}</strong>
                  <time dateTime={touch.date}>{showDate(touch.date, today)}</time>
                  {touch.outcome && <span class="outcome">{log.outcomes[touch.outcome]}</span>}
                  {touch.templateId && (
                    <span class="soft">{say(dashboard.template, { id: touch.templateId })}</span>
                  )}
                  {touch.note && <p class="note-text">{touch.note}</p>}
                </div>
                <div class="touch-acts">
                  <button
                    type="button"
                    class="button small quiet"
                    aria-label={say(dashboard.editTouch, wordsOf(touch, today))}
                    onClick={() => setOpen(touch.id)}
                  >
                    {common.edit}
                  </button>
                  <button
                    type="button"
                    class="button small quiet"
                    aria-label={say(dashboard.deleteTouch, wordsOf(touch, today))}
                    onClick={() => void remove(touch)}
                  >
                    {common.remove}
                  </button>
                </div>
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function wordsOf(touch: Touch, today: string): { kind: string; date: string } {
  return { kind: log.kinds[touch.kind] ?? '', date: showDate(touch.date, today) }
}

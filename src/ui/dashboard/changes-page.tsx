import type { JSX } from 'preact'
import type { ChangeLine } from '../../store/api'
import { common, dashboard } from '../shared/words/en'
import { say } from '../shared/words/say'
import { sayError, sayMessage } from '../shared/words/say-message'
import type { PageTools } from './doors'
import { useLive } from './use-live'

const when = new Intl.DateTimeFormat(common.locale, {
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
})

/** What was done in the last 30 days, each with a way to take it back. */
export function ChangesPage({ store, doors, note }: PageTools): JSX.Element {
  const live = useLive(store, 'changes', () => store.changes.list())
  const lines = live.value ?? []
  const byId = new Map(lines.map((line) => [line.id, line]))

  const undo = async (line: ChangeLine) => {
    try {
      await store.changes.undo(line.id, doors.momentNow())
      note(say(dashboard.undoDone, { what: sayMessage(line.what) }))
    } catch (error) {
      note(sayError(error))
    }
  }

  return (
    <>
      <h1>{dashboard.changes}</h1>
      <p class="soft">{dashboard.changesLead}</p>
      {live.error !== null && <p class="notice">{sayError(live.error)}</p>}
      {live.value?.length === 0 && <p class="notice calm">{dashboard.changesEmpty}</p>}
      <ol class="timeline card">
        {lines.map((line) => {
          const what = sayMessage(line.what)
          const first = byId.get(line.blockedBy[0] ?? '')
          return (
            <li key={line.id} data-undone={line.undone || undefined}>
              <div class="touch-words">
                <strong>{what}</strong>
                <time dateTime={line.at}>{when.format(new Date(line.at))}</time>
                {line.undone && <span class="outcome">{dashboard.undone}</span>}
                {!line.undone && first && (
                  <p class="soft">
                    {say(dashboard.blocked, { count: line.blockedBy.length, first: sayMessage(first.what) })}
                  </p>
                )}
              </div>
              {!line.undone && line.blockedBy.length === 0 && (
                <button
                  type="button"
                  class="button small"
                  aria-label={say(dashboard.undoName, { what })}
                  onClick={() => void undo(line)}
                >
                  {dashboard.undo}
                </button>
              )}
            </li>
          )
        })}
      </ol>
    </>
  )
}

import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { RestorePreview } from '../../store/api'
import { Field } from '../shared/field'
import { common, dashboard } from '../shared/words/en'
import { say } from '../shared/words/say'
import { sayError, sayMessage } from '../shared/words/say-message'
import { showDate } from '../shared/words/show-date'
import type { PageTools } from './doors'

const mostRefused = 5

/** Reads a downloaded file, shows what it would do, and does it only then. */
export function Restore({ store, doors, note }: PageTools): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null)
  const whole = useRef<HTMLDivElement>(null)
  const [preview, setPreview] = useState<RestorePreview | null>(null)
  const [state, setState] = useState('')
  const [fault, setFault] = useState('')
  const [round, setRound] = useState(0)

  useEffect(() => {
    if (preview) heading.current?.focus()
  }, [preview])
  useEffect(() => {
    if (round > 0) whole.current?.querySelector('input')?.focus({ preventScroll: true })
  }, [round])

  const read = async (file: File) => {
    setPreview(null)
    setFault('')
    setState(say(dashboard.restoreReading, { file: file.name }))
    try {
      setPreview(await store.backup.preview(await file.text()))
    } catch (error) {
      setFault(sayError(error))
    }
    setState('')
  }
  const close = () => {
    setPreview(null)
    // A new input forgets the file, so that the same one can be chosen again.
    setRound(round + 1)
  }
  const apply = async (how: 'merge' | 'replace') => {
    if (!preview) return
    try {
      const { changeId } = await preview.apply(how, doors.momentNow())
      close()
      note(dashboard.restored, changeId)
    } catch (error) {
      setFault(sayError(error))
    }
  }

  return (
    <div ref={whole} class="restore">
      <Field key={round} label={dashboard.restore} error={fault}>
        {(links) => (
          <input
            {...links}
            type="file"
            accept=".json,application/json"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0]
              if (file) void read(file)
            }}
          />
        )}
      </Field>
      <p role="status" class="soft">
        {state}
      </p>
      {preview && (
        <div class="preview">
          <h3 ref={heading} tabIndex={-1}>
            {dashboard.restoreTitle}
          </h3>
          <p>
            {say(dashboard.restoreMade, {
              date: showDate(preview.madeAt.slice(0, 10), doors.momentNow().today),
            })}
          </p>
          <table>
            <thead>
              <tr>
                <td />
                <th scope="col">{dashboard.restoreAdded}</th>
                <th scope="col">{dashboard.restoreChanged}</th>
                <th scope="col">{dashboard.restoreSame}</th>
                <th scope="col">{dashboard.restoreOnlyHere}</th>
              </tr>
            </thead>
            <tbody>
              <Counts label={dashboard.restorePeople} counts={preview.people} />
              <Counts label={dashboard.restoreTouches} counts={preview.touches} />
            </tbody>
          </table>
          {preview.refused.length > 0 && (
            <div class="notice">
              <p>{say(dashboard.restoreRefused, { count: preview.refused.length })}</p>
              <ul>
                {preview.refused.slice(0, mostRefused).map(({ where, why }) => (
                  <li key={where}>
                    {where}: {sayMessage(why)}
                  </li>
                ))}
                {preview.refused.length > mostRefused && (
                  <li>
                    {say(dashboard.restoreRefusedMore, { count: preview.refused.length - mostRefused })}
                  </li>
                )}
              </ul>
            </div>
          )}
          <dl class="choices">
            <dt>
              <button type="button" class="button primary" onClick={() => void apply('merge')}>
                {dashboard.restoreMerge}
              </button>
            </dt>
            <dd>{dashboard.restoreMergeHint}</dd>
            <dt>
              <button type="button" class="button danger" onClick={() => void apply('replace')}>
                {dashboard.restoreReplace}
              </button>
            </dt>
            <dd>
              {dashboard.restoreReplaceHint}
              {preview.people.onlyHere > 0 &&
                ` ${say(dashboard.restoreReplaceLoss, { count: preview.people.onlyHere })}`}
            </dd>
          </dl>
          <button type="button" class="button" onClick={close}>
            {common.cancel}
          </button>
        </div>
      )}
    </div>
  )
}

function Counts(props: { label: string; counts: RestorePreview['people'] }): JSX.Element {
  const { added, changed, same, onlyHere } = props.counts
  return (
    <tr>
      <th scope="row">{props.label}</th>
      {[added, changed, same, onlyHere].map((count, place) => (
        <td key={place}>{count}</td>
      ))}
    </tr>
  )
}

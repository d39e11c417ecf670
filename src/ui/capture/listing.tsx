import { useEffect, useId, useMemo, useState } from 'preact/hooks'
import { isSafeLink } from '../../domain/guards/links'
import type { Role } from '../../domain/person/person'
import { ask } from '../../messaging/client'
import { common, capture as words } from '../shared/words/en'
import { say } from '../shared/words/say'
import { sayPageError } from '../shared/words/say-page-error'
import { ListingFilters } from './listing-filters'
import {
  countLeft,
  countTicked,
  filterPeople,
  type ListedPerson,
  type ListFilter,
  type Marks,
  settleTicks,
  type Ticks,
  tickAll,
  toItems,
} from './listing-state'
import { ListingTable } from './listing-table'
import { offeredRoles } from './offered-roles'
import type { SaveProgress } from './save-progress'
import { showCount } from './show-count'
import { trusted } from './trusted'

const list = words.list

/** The protocol takes no more in one save. */
const mostAtOnce = 2000

export interface SavedMany {
  changeId: string
  saved: number
  joined: number
  repeated: number
}

/** What the student did in a listing: it outlives the table, which makes room for one person's form. */
export interface ListingWork {
  ticks: Ticks
  filter: ListFilter
  role: Role | null
  scrollTop: number
}

interface ListingProps {
  people: readonly ListedPerson[]
  marks: Marks
  hasFailedMarks: boolean
  /** Asks the log anew; null when it does not answer. */
  askAgain: () => Promise<Marks | null>
  work: ListingWork
  onWork: (change: Partial<ListingWork>) => void
  /** How far the table is scrolled at first, and from then on. */
  scrollTop: number
  onScroll: (scrollTop: number) => void
  more: string | null
  progress: SaveProgress
  onDetails: (index: number) => void
  onReadAgain: () => void
  onSaved: (saved: SavedMany) => void
  onClose: () => void
}

/** A page of people as a table to tick and to save from. */
export function Listing(props: ListingProps) {
  const { people, marks, work, onWork } = props
  const { ticks, filter } = work
  const shown = useMemo(() => filterPeople(people, filter), [people, filter])
  const [left, setLeft] = useState<{ known: number; maybe: number } | null>(null)
  const [failure, setFailure] = useState('')
  const [job, setJob] = useState<{ id: string; done: number; of: number } | null>(null)
  const counts = countTicked(people, ticks, marks)
  const roleId = useId()

  useEffect(() => {
    const settled = settleTicks(ticks, marks)
    if (settled !== ticks) onWork({ ticks: settled })
  }, [marks])
  useEffect(() => {
    if (!job) return
    return props.progress.hear(job.id, (done, of) => setJob({ id: job.id, done, of }))
  }, [job?.id])

  const tick = (next: Ticks) => {
    setFailure('')
    onWork({ ticks: next })
  }
  const tickShown = (isKnownToo: boolean) => {
    const next = tickAll(ticks, shown, marks, isKnownToo)
    tick(next)
    setLeft(countLeft(shown, next, marks))
  }
  const toggle = (key: string) => {
    const next = new Map(ticks)
    if (!next.delete(key)) next.set(key, 'hand')
    tick(next)
  }

  const save = async () => {
    if (job) return
    if (counts.all === 0) return setFailure(sayPageError({ what: { id: 'error.nobody-chosen', params: {} } }))
    if (counts.all > mostAtOnce) return setFailure(say(list.tooMany, { most: showCount(mostAtOnce) }))
    const id = crypto.randomUUID()
    setFailure('')
    setJob({ id, done: 0, of: counts.all })
    try {
      // Nobody is saved anew who may be in the log: whoever was not asked about yet is asked about first.
      const isAsked = people.every((one) => marks.has(one.key))
      const settled = isAsked ? marks : await props.askAgain()
      if (!settled) throw new Error('the log did not answer')
      const kept = settleTicks(ticks, settled)
      if (kept.size !== ticks.size) {
        onWork({ ticks: kept })
        setLeft(countLeft(shown, kept, settled))
        setJob(null)
        return
      }
      props.onSaved(
        await ask('capture.save-many', { job: id, items: toItems(people, ticks, settled, work.role) }),
      )
    } catch (error) {
      setFailure(sayPageError(error))
      setJob(null)
      if ((error as { what?: { id: string } }).what?.id === 'error.log-changed') void props.askAgain()
    }
  }

  const asked = people.filter((one) => marks.has(one.key)).length
  return (
    <form
      onSubmit={(event) => {
        // Enter in a field of the filter must not save sixty people: the button does.
        event.preventDefault()
      }}
      noValidate
    >
      <div class="above">
        <p class="hint">{list.lead}</p>
        <ListingFilters
          people={people}
          filter={filter}
          onChange={(change) => onWork({ filter: { ...filter, ...change } })}
        />
        <div class="row">
          <span role="status">
            <strong>
              {say(list.chosen, { ticked: showCount(counts.all), all: showCount(people.length) })}
            </strong>
            {shown.length < people.length && ` · ${say(list.shown, { shown: showCount(shown.length) })}`}
          </span>
          <span>
            {shown.length > 0 && (
              <button type="button" class="link" onClick={trusted(() => tickShown(false))}>
                {say(list.tickShown, { count: showCount(shown.length) })}
              </button>
            )}{' '}
            {counts.all > 0 && (
              <button
                type="button"
                class="link"
                onClick={trusted(() => {
                  setLeft(null)
                  tick(new Map())
                })}
              >
                {list.untickAll}
              </button>
            )}
          </span>
        </div>
        {left && left.known > 0 && (
          <p class="hint" role="status">
            {say(list.leftKnown, { count: left.known })}{' '}
            <button type="button" class="link" onClick={trusted(() => tickShown(true))}>
              {say(list.tickKnown, { count: left.known })}
            </button>
          </p>
        )}
        {left && left.maybe > 0 && (
          <p class="hint" role="status">
            {say(list.leftMaybe, { count: left.maybe })}
          </p>
        )}
        {asked < people.length && !props.hasFailedMarks && (
          <p class="hint">{say(list.asking, { done: showCount(asked), all: showCount(people.length) })}</p>
        )}
        {props.hasFailedMarks && (
          <p class="error">
            {list.askFailed}{' '}
            <button type="button" class="link" onClick={trusted(() => void props.askAgain())}>
              {words.tryAgain}
            </button>
          </p>
        )}
      </div>
      {shown.length > 0 ? (
        <ListingTable
          people={shown}
          ticks={ticks}
          marks={marks}
          scrollTop={props.scrollTop}
          onScroll={props.onScroll}
          onToggle={toggle}
          onDetails={props.onDetails}
        />
      ) : (
        <p class="nobody">
          {list.nobodyShown}{' '}
          <button
            type="button"
            class="link"
            onClick={trusted(() => onWork({ filter: { ...filter, text: '', rank: '', department: '' } }))}
          >
            {list.showAll}
          </button>
        </p>
      )}
      <div class="below">
        <More more={props.more} onReadAgain={props.onReadAgain} />
        {counts.all > 0 && <Summary {...counts} />}
        {failure && (
          <p class="error" role="alert">
            {failure}
          </p>
        )}
        {job && (
          <div role="status">
            <span class="hint">
              {say(list.saving, { done: showCount(job.done), all: showCount(job.of) })}
            </span>
            <progress max={job.of} value={job.done} aria-label={words.saving} />
          </div>
        )}
      </div>
      <div class="bottom">
        <label class="inline" for={roleId}>
          {list.roleFor}
        </label>
        <select
          id={roleId}
          value={work.role ?? ''}
          onChange={(event) => onWork({ role: (event.currentTarget.value || null) as Role | null })}
        >
          <option value="">{list.roleGuess}</option>
          {offeredRoles.map((role) => (
            <option key={role} value={role}>
              {common.roles[role]}
            </option>
          ))}
        </select>
        <span class="space" />
        <button
          type="button"
          onClick={trusted(() => {
            if (job) void ask('capture.cancel', { job: job.id }).catch(() => undefined)
            else props.onClose()
          })}
        >
          {job ? words.stop : words.cancel}
        </button>
        <button
          type="button"
          class="primary"
          aria-disabled={job !== null || counts.all === 0}
          onClick={trusted(() => void save())}
        >
          {counts.all ? say(list.save, { count: showCount(counts.all) }) : list.saveNone}
        </button>
      </div>
    </form>
  )
}

/** What saving would do, before it does it. */
function Summary({ fresh, joining, maybe }: { fresh: number; joining: number; maybe: number }) {
  const parts = [
    fresh > 0 && say(list.summaryNew, { count: fresh }),
    joining > 0 && say(list.summaryJoin, { count: joining }),
    maybe > 0 && say(list.summaryMaybe, { count: maybe }),
  ].filter(Boolean)
  return <p class="hint">{parts.join(' · ')}</p>
}

/** The list goes on elsewhere. */
function More({ more, onReadAgain }: { more: string | null; onReadAgain: () => void }) {
  if (more === null) return null
  const isLink = /^https?:/i.test(more) && isSafeLink(more)
  return (
    <p class="banner">
      {isLink ? list.moreUrl : list.moreButton}{' '}
      {isLink ? (
        <a href={more}>{list.moreNext}</a>
      ) : (
        <button type="button" class="link" onClick={trusted(onReadAgain)}>
          {words.readAgain}
        </button>
      )}
    </p>
  )
}

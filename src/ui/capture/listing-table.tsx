import type { TargetedEvent } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { common, capture as words } from '../shared/words/en'
import { say } from '../shared/words/say'
import { describeKnown } from './describe-known'
import type { ListedPerson, Marks, Ticks } from './listing-state'
import { trusted } from './trusted'
import { scrollToRow, windowRows } from './window-rows'

const list = words.list

/** Taken until the first row could be measured. */
const likelyRowHeight = 56

interface TableProps {
  people: readonly ListedPerson[]
  ticks: Ticks
  marks: Marks
  scrollTop: number
  onScroll: (scrollTop: number) => void
  onToggle: (key: string) => void
  onDetails: (index: number) => void
}

/**
 * The people as a table of which only the rows in view are drawn: 1,700 rows scroll as lightly as 20. Arrow keys walk the
 * boxes through all rows, drawn or not.
 */
export function ListingTable(props: TableProps) {
  const { people, ticks, marks } = props
  const view = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ row: likelyRowHeight, view: 600 })
  const [top, setTop] = useState(props.scrollTop)
  const focusAt = useRef<number | null>(null)
  const { from, to } = windowRows(people.length, size.row, top, size.view)

  useLayoutEffect(() => {
    const element = view.current
    if (!element) return
    element.scrollTop = props.scrollTop
    const measure = () => {
      const heightOf = (selector: string) => element.querySelector<HTMLElement>(selector)?.offsetHeight ?? 0
      const row = heightOf('.person') || likelyRowHeight
      // The head stays in view and covers what scrolls under it.
      const view = element.clientHeight - heightOf('thead')
      setSize((old) => (old.row === row && old.view === view ? old : { row, view }))
    }
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  useLayoutEffect(() => {
    // Another filter: what was scrolled to is no longer there.
    const element = view.current
    if (element) setTop(element.scrollTop)
  }, [people])
  /** Focuses the row that was walked to, now or once it is drawn. */
  const focusWished = () => {
    if (focusAt.current === null) return
    const row = view.current?.querySelector<HTMLElement>(`[data-at="${focusAt.current}"] input`)
    if (!row) return
    row.focus({ preventScroll: true })
    focusAt.current = null
  }
  useLayoutEffect(focusWished)

  const walk = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const element = view.current
    const row = (event.target as HTMLElement).closest<HTMLElement>('.person')
    if (!step || !element || !row) return
    event.preventDefault()
    const next = Number(row.dataset.at) + step
    if (next < 0 || next >= people.length) return
    element.scrollTop = scrollToRow(next, size.row, element.scrollTop, size.view)
    focusAt.current = next
    focusWished()
    setTop(element.scrollTop)
  }

  const follow = ({ currentTarget: element }: TargetedEvent<HTMLDivElement>) => {
    // A focused row that is about to leave hands the focus to the list, not to the page.
    const root = element.getRootNode() as ShadowRoot
    const row = root.activeElement?.closest<HTMLElement>('.person')
    const at = row ? Number(row.dataset.at) : -1
    const next = windowRows(people.length, size.row, element.scrollTop, size.view)
    if (row && (at < next.from || at >= next.to)) element.focus({ preventScroll: true })
    setTop(element.scrollTop)
    props.onScroll(element.scrollTop)
  }

  return (
    // Not a control: it only follows the rows and walks them.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div class="rows" ref={view} tabIndex={-1} onScroll={follow} onKeyDown={walk}>
      <table class="people" aria-rowcount={people.length + 1}>
        <caption>{list.title}</caption>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{list.person}</th>
            <th scope="col">{list.titleColumn}</th>
            <th scope="col">{list.department}</th>
            <th scope="col">{list.email}</th>
            <th scope="col">{list.actions}</th>
          </tr>
        </thead>
        <tbody
          // The rows that are not drawn, as room.
          style={{ '--above': `${from * size.row}px`, '--under': `${(people.length - to) * size.row}px` }}
        >
          {people.slice(from, to).map((one, place) => (
            <PersonRow
              key={one.key}
              at={from + place}
              one={one}
              isTicked={ticks.has(one.key)}
              mark={marks.get(one.key) ?? null}
              onToggle={props.onToggle}
              onDetails={props.onDetails}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function PersonRow(props: {
  at: number
  one: ListedPerson
  isTicked: boolean
  mark: Parameters<typeof describeKnown>[0] | null
  onToggle: (key: string) => void
  onDetails: (index: number) => void
}) {
  const { one, at, mark } = props
  const { draft, email } = one
  const name = draft.names.shown
  const degrees = draft.credentials.join(', ')
  return (
    <tr class="person" aria-rowindex={at + 2} data-at={at} data-ticked={props.isTicked || undefined}>
      <td class="who">
        <label class="tick">
          <input type="checkbox" checked={props.isTicked} onChange={trusted(() => props.onToggle(one.key))} />
          <span>
            <span class="text">
              <b>{name}</b> <span class="degrees">{degrees}</span>
            </span>
            {mark && (
              <span class="mark" data-state={mark.state}>
                {describeKnown(mark).says}
              </span>
            )}
          </span>
        </label>
      </td>
      <td title={one.title}>
        <span class="text">{one.title || <span class="meta">{list.noTitle}</span>}</span>
        <span class="meta role">{one.role ? common.roles[one.role] : list.roleNone}</span>
      </td>
      <td class="place" title={draft.department}>
        <span class="text">{one.department}</span>
      </td>
      <td title={email?.address}>
        <span class="text">{email ? email.address : <span class="meta">{list.noEmail}</span>}</span>
        {email && !email.certain && (
          <span class="source" data-check>
            {list.checkEmail}
          </span>
        )}
      </td>
      <td class="acts">
        <button
          type="button"
          class="link"
          aria-label={say(list.detailsOf, { name })}
          onClick={trusted(() => props.onDetails(one.index))}
        >
          {list.details}
        </button>
        {one.link && (
          <a
            href={one.link}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={say(list.pageOf, { name })}
          >
            {list.page}
          </a>
        )}
      </td>
    </tr>
  )
}

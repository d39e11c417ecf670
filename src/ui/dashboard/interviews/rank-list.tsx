import type { JSX } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { cleanLine } from '../../../domain/guards/text'
import type { Program } from '../../../domain/programs/program'
import { listRanked, moveTo, reasonsFor, reorder } from '../../../domain/programs/rank-list'
import { Field } from '../../shared/field'
import { Icon } from '../../shared/icon'
import { Select } from '../../shared/select'
import { common, interviewsPage } from '../../shared/words/en'
import { say } from '../../shared/words/say'
import { sayError } from '../../shared/words/say-message'
import { showDate } from '../../shared/words/show-date'
import type { PageTools } from '../doors'
import { useRecord } from '../pieces/use-record'
import { programLink } from '../route'
import type { LoadedInterviews } from './load-interviews'

const words = interviewsPage

/** The rank list: moved by dragging or by its arrows, with the reasons of the first places. */
export function RankList(props: PageTools & { loaded: LoadedInterviews }): JSX.Element {
  const { loaded, store, doors, note } = props
  const { today } = doors.momentNow()
  const saved = listRanked(loaded.programs).map((program) => program.id)
  const savedKey = saved.join(' ')
  /** The order just chosen, shown until the log has it. */
  const [wish, setWish] = useState<string[] | null>(null)
  const [said, setSaid] = useState('')
  const [dragged, setDragged] = useState<string | null>(null)
  const [over, setOver] = useState<string | null>(null)
  const [chosen, setChosen] = useState('')
  const list = useRef<HTMLOListElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  /** The arrow that was pressed: moving its line in the page takes the focus away. */
  const focusNext = useRef<{ id: string; act: 'up' | 'down' } | null>(null)
  const turn = useRef<Promise<unknown>>(Promise.resolve())
  /** Orders on their way into the log: while there are any, what the log holds is older than the wish. */
  const pending = useRef(0)
  useEffect(() => {
    if (pending.current === 0) setWish(null)
  }, [savedKey])
  useLayoutEffect(() => {
    const next = focusNext.current
    if (!next) return
    focusNext.current = null
    const lines = [...(list.current?.children ?? [])] as HTMLElement[]
    const line = lines.find((one) => one.dataset.id === next.id)
    line?.querySelector<HTMLElement>(`[data-act="${next.act}"]`)?.focus()
  })

  const order = (wish ?? saved).filter((id) => loaded.programsById.has(id))
  /** Also of a second click that comes before the first was drawn. */
  const latest = useRef(order)
  latest.current = order
  const nameOf = (id: string) => loaded.programsById.get(id)?.name ?? ''
  const free = loaded.programs
    .filter((program) => !order.includes(program.id))
    .sort((a, b) => a.name.localeCompare(b.name, common.locale))

  const save = (next: string[], text: string) => {
    latest.current = next
    setWish(next)
    setSaid(text)
    pending.current += 1
    turn.current = turn.current.then(async () => {
      try {
        const changed = reorder(await store.road.programs.list(), next)
        if (changed.length === 0) return
        const { changeId } = await store.road.programs.putMany(changed, doors.momentNow())
        note(text, changeId)
      } catch (error) {
        setWish(null)
        note(sayError(error))
      } finally {
        pending.current -= 1
      }
    })
  }
  const move = (id: string, place: number) => {
    const now = latest.current
    if (place < 0 || place >= now.length || now[place] === id) return
    const next = moveTo(now, id, place)
    save(next, say(words.rankMoved, { program: nameOf(id), place: place + 1, count: next.length }))
  }
  const press = (id: string, act: 'up' | 'down') => {
    focusNext.current = { id, act }
    move(id, latest.current.indexOf(id) + (act === 'up' ? -1 : 1))
  }
  const drop = (id: string) => {
    heading.current?.focus({ preventScroll: true })
    save(
      latest.current.filter((one) => one !== id),
      say(words.rankDropped, { program: nameOf(id) }),
    )
  }
  const add = (event: Event) => {
    event.preventDefault()
    const id = free.some((program) => program.id === chosen) ? chosen : (free[0]?.id ?? '')
    if (id === '') return
    const now = latest.current.filter((one) => one !== id)
    save([...now, id], say(words.rankAdded, { program: nameOf(id), place: now.length + 1 }))
    setChosen('')
  }
  const first = order.slice(0, reasonsFor.max)
  const withReason = first.filter((id) => loaded.programsById.get(id)?.rankReason).length

  return (
    <section class="card" aria-labelledby="rank">
      <h2 id="rank" ref={heading} tabIndex={-1}>
        {words.rankTitle}
      </h2>
      <p class="soft">{order.length === 0 ? words.rankEmpty : words.rankLead}</p>
      {loaded.deadline && (
        <p>
          {say(words.deadline, { date: showDate(loaded.deadline.date, today) })}{' '}
          <span class="soft">
            {say(words.deadlineStates[loaded.deadline.state] ?? '', { source: loaded.deadline.source })}
          </span>
        </p>
      )}
      <p class="sr-only" role="status">
        {said}
      </p>
      <ol ref={list} class="rank-list">
        {order.map((id, at) => {
          const program = loaded.programsById.get(id)
          if (!program) return null
          const from = dragged ? order.indexOf(dragged) : -1
          return (
            <li
              key={id}
              data-id={id}
              draggable
              data-dragged={dragged === id || undefined}
              data-over={over === id && dragged !== id ? (from > at ? 'before' : 'after') : undefined}
              onDragStart={(event) => {
                // Without data Firefox drags nothing.
                event.dataTransfer?.setData('text/plain', program.name)
                if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move'
                setDragged(id)
              }}
              onDragOver={(event) => {
                if (dragged === null) return
                event.preventDefault()
                if (over !== id) setOver(id)
              }}
              onDrop={(event) => {
                event.preventDefault()
                focusNext.current = null
                if (dragged !== null) move(dragged, at)
                setDragged(null)
                setOver(null)
              }}
              onDragEnd={() => {
                setDragged(null)
                setOver(null)
              }}
            >
              <div class="rank-head">
                <span class="rank-grip" aria-hidden="true" title={words.grip}>
                  ⠿
                </span>
                <span class="rank-place">{at + 1}.</span>
                <a class="rank-name" href={programLink(id)} draggable={false}>
                  {program.name}
                </a>
                <span class="rank-acts">
                  <Arrow act="up" program={program} isEnd={at === 0} onPress={() => press(id, 'up')} />
                  <Arrow
                    act="down"
                    program={program}
                    isEnd={at === order.length - 1}
                    onPress={() => press(id, 'down')}
                  />
                  <button
                    type="button"
                    class="icon-button"
                    aria-label={say(words.drop, { program: program.name })}
                    onClick={() => drop(id)}
                  >
                    <Icon name="close" />
                  </button>
                </span>
              </div>
              {(at < reasonsFor.max || program.rankReason !== '') && <Reason {...props} program={program} />}
            </li>
          )
        })}
      </ol>
      {order.length > 0 && (
        <p class="soft">{say(words.reasonsSum, { count: withReason, of: first.length })}</p>
      )}
      {free.length === 0 ? (
        <p class="soft">{words.rankAll}</p>
      ) : (
        <form class="add-line" onSubmit={add}>
          <Field label={words.rankAdd}>
            {(links) => (
              <Select
                {...links}
                value={free.some((program) => program.id === chosen) ? chosen : (free[0]?.id ?? '')}
                options={free.map((program) => [program.id, program.name] as const)}
                onChange={setChosen}
              />
            )}
          </Field>
          <button type="submit" class="button">
            {words.rankAddButton}
          </button>
        </form>
      )}
      <p class="hint">{words.rules}</p>
    </section>
  )
}

function Arrow(props: {
  act: 'up' | 'down'
  program: Program
  isEnd: boolean
  onPress: () => void
}): JSX.Element {
  const { act, program, isEnd } = props
  return (
    <button
      type="button"
      class={`icon-button icon-${act}`}
      data-act={act}
      // Not `disabled`: at an end the focus would be lost.
      aria-disabled={isEnd}
      aria-label={say(words[act], { program: program.name })}
      onClick={() => !isEnd && props.onPress()}
    >
      <Icon name="chevron" />
    </button>
  )
}

function Reason(props: PageTools & { program: Program }): JSX.Element {
  const { program, store } = props
  const [typed, setTyped] = useState<string | null>(null)
  const { tryEdit } = useRecord(props, store.road.programs, program.id)
  const save = async (text: string) => {
    const rankReason = cleanLine(text, 500)
    if (rankReason === program.rankReason) return setTyped(null)
    await tryEdit((record) => ({ ...record, rankReason }), say(words.reasonSaved, { program: program.name }))
    setTyped(null)
  }
  return (
    <input
      type="text"
      autocomplete="off"
      maxLength={500}
      aria-label={say(words.reason, { program: program.name })}
      placeholder={words.reasonHint}
      value={typed ?? program.rankReason}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onChange={(event) => void save(event.currentTarget.value)}
    />
  )
}

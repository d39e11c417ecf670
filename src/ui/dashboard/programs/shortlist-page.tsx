import type { JSX } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { cleanLine } from '../../../domain/guards/text'
import { foldText } from '../../../domain/names/fold'
import { listMoves, type ProgramMove } from '../../../domain/programs/explain-moves'
import type { Program, Shortlist, ShortlistInput } from '../../../domain/programs/program'
import { type RankedProgram, rankPrograms, tiesKey } from '../../../domain/programs/rank-programs'
import { Icon } from '../../shared/icon'
import { programsPage } from '../../shared/words/en'
import { say } from '../../shared/words/say'
import { sayError } from '../../shared/words/say-message'
import type { PageTools } from '../doors'
import { LineField } from '../pieces/text-fields'
import { useRecord } from '../pieces/use-record'
import { programLink } from '../route'
import { useLive } from '../use-live'
import { AboutYou } from './about-you'
import { type LoadedPrograms, loadPrograms } from './load-programs'
import { readCriteria } from './read-criteria'

const words = programsPage
const mostWeight = 5
const mostCriteria = 40
const mostMoves = 5
const mostParts = 3
/** A slider that rests so long is where the student wants it. */
const settleMs = 500

interface Loaded extends LoadedPrograms {
  shortlist: Shortlist | null
  specialties: string
  degree: string
}

/** Programs by the student's own weights: every part of each score is shown, and what a change moved is explained. */
export function ShortlistPage(tools: PageTools): JSX.Element {
  const { store, doors, note } = tools
  const live = useLive(store, 'shortlist', async (): Promise<Loaded> => {
    const [loaded, shortlist, profile] = await Promise.all([
      loadPrograms(store),
      store.road.shortlists.get('mine'),
      store.profile.get(),
    ])
    const degree = profile.degree === 'unknown' ? '' : profile.degree
    return { ...loaded, shortlist, specialties: profile.specialties.join(', '), degree }
  })
  const loaded = live.value
  const criteria = readCriteria(loaded?.shortlist ?? null)
  const [moves, setMoves] = useState<ProgramMove[] | null>(null)
  const turn = useRef<Promise<unknown>>(Promise.resolve())

  /** One change after the other, each made on the weights as they stand in the log. */
  const change = (edit: (shortlist: ShortlistInput) => ShortlistInput, text: string): Promise<boolean> => {
    const mine = turn.current.then(async () => {
      try {
        const {
          schema: _schema,
          id: _id,
          ...before
        } = (await store.road.shortlists.get('mine')) ?? {
          schema: 1,
          id: 'mine',
          criteria: readCriteria(null),
          scores: [],
          interests: [],
        }
        const after = edit(before)
        const { changeId } = await store.road.shortlists.put('mine', after, doors.momentNow())
        const now = await loadPrograms(store)
        const rank = (from: Shortlist['criteria']) => rankPrograms(now.programs, from, now.connectionsOf)
        setMoves(listMoves(rank(before.criteria), rank(after.criteria)))
        note(text, changeId)
        return true
      } catch (error) {
        note(sayError(error))
        return false
      }
    })
    turn.current = mine
    return mine
  }
  const ranked = useMemo(
    () => (loaded ? rankPrograms(loaded.programs, criteria, loaded.connectionsOf) : []),
    [loaded],
  )

  return (
    <>
      <p>
        <a class="back" href="#/programs">
          <Icon name="back" />
          {words.back}
        </a>
      </p>
      <h1>{words.shortlistTitle}</h1>
      <p class="soft">{words.shortlistLead}</p>
      {live.error !== null && <p class="notice">{sayError(live.error)}</p>}
      {loaded && (
        <>
          <Criteria criteria={criteria} onChange={change} />
          <div role="status" class="live">
            {moves && <Moves moves={moves} programs={loaded.programs} />}
          </div>
          <Ranked {...tools} loaded={loaded} ranked={ranked} criteria={criteria} onRated={setMoves} />
          <AboutYou
            shortlist={loaded.shortlist}
            specialties={loaded.specialties}
            degree={loaded.degree}
            onSave={(part) => change((shortlist) => ({ ...shortlist, ...part }), words.aboutSaved)}
          />
        </>
      )}
    </>
  )
}

function Criteria(props: {
  criteria: Shortlist['criteria']
  onChange: (edit: (shortlist: ShortlistInput) => ShortlistInput, text: string) => Promise<boolean>
}): JSX.Element {
  const { criteria, onChange } = props
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState('')
  /** The weights while a slider is being moved: saved when it is let go. */
  const [moving, setMoving] = useState<Record<string, number>>({})
  const form = useRef<HTMLFormElement>(null)
  /** What waits to be saved: the keys move a slider step by step, and only where it comes to rest is a change. */
  const waiting = useRef<{ key: string; timer: ReturnType<typeof setTimeout>; save: () => void } | null>(null)
  const flush = () => {
    const one = waiting.current
    waiting.current = null
    if (!one) return
    clearTimeout(one.timer)
    one.save()
  }
  useEffect(() => flush, [])
  const settle = (key: string, label: string, weight: number) => {
    if (waiting.current && waiting.current.key !== key) flush()
    if (waiting.current) clearTimeout(waiting.current.timer)
    waiting.current = {
      key,
      timer: setTimeout(flush, settleMs),
      save: () => void weigh(key, label, weight),
    }
  }

  const weigh = async (key: string, label: string, weight: number) => {
    await onChange(
      (shortlist) => ({
        ...shortlist,
        criteria: shortlist.criteria.map((one) => (one.key === key ? { ...one, weight } : one)),
      }),
      say(words.weightSaved, { label, weight }),
    )
    setMoving(({ [key]: _done, ...rest }) => rest)
  }
  const add = async (event: Event) => {
    event.preventDefault()
    const label = cleanLine(typed, 60)
    const key = foldText(label)
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .slice(0, 60)
    const isTaken = criteria.some((one) => one.key === key || foldText(one.label) === foldText(label))
    const found = !label
      ? words.criterionMissing
      : isTaken || key === tiesKey
        ? words.criterionTaken
        : criteria.length >= mostCriteria
          ? words.criterionFull
          : ''
    setProblem(found)
    if (found) return form.current?.querySelector('input')?.focus()
    const isSaved = await onChange(
      (shortlist) => ({ ...shortlist, criteria: [...shortlist.criteria, { key, label, weight: 3 }] }),
      say(words.criterionAdded, { label }),
    )
    if (isSaved) setTyped('')
  }
  const remove = (key: string, label: string) => {
    form.current?.querySelector('input')?.focus({ preventScroll: true })
    void onChange(
      (shortlist) => ({ ...shortlist, criteria: shortlist.criteria.filter((one) => one.key !== key) }),
      say(words.criterionRemoved, { label }),
    )
  }

  return (
    <section class="card" aria-labelledby="criteria">
      <h2 id="criteria">{words.criteriaTitle}</h2>
      <ul class="weights">
        {criteria.map(({ key, label, weight }) => {
          const shown = moving[key] ?? weight
          return (
            <li key={key}>
              <span class="weight-name">{label}</span>
              <input
                type="range"
                min={0}
                max={mostWeight}
                step={1}
                value={shown}
                aria-label={say(words.weight, { label })}
                aria-valuetext={say(words.weightSaid, { weight: shown })}
                onInput={(event) => {
                  const value = Number(event.currentTarget.value)
                  setMoving((before) => ({ ...before, [key]: value }))
                }}
                onChange={(event) => settle(key, label, Number(event.currentTarget.value))}
                onBlur={flush}
              />
              <span class="weight-said" aria-hidden="true">
                {say(words.weightSaid, { weight: shown })}
              </span>
              <button
                type="button"
                class="icon-button"
                aria-label={say(words.criterionRemoveName, { label })}
                onClick={() => remove(key, label)}
              >
                <Icon name="close" />
              </button>
            </li>
          )
        })}
      </ul>
      <form ref={form} class="add-line" noValidate onSubmit={(event) => void add(event)}>
        <LineField label={words.criterionNew} max={60} value={typed} error={problem} onInput={setTyped} />
        <button type="submit" class="button">
          {words.criterionAdd}
        </button>
      </form>
    </section>
  )
}

/** What the last change did, in sentences: places, and the parts that moved them. */
function Moves(props: { moves: readonly ProgramMove[]; programs: readonly Program[] }): JSX.Element {
  const { moves, programs } = props
  const moved = moves.filter((move) => move.before !== move.after)
  const shown = (moved.length > 0 ? moved : moves).slice(0, mostMoves)
  const rest = (moved.length > 0 ? moved : moves).length - shown.length
  return (
    <section class="card" aria-labelledby="moved">
      <h2 id="moved">{words.movedTitle}</h2>
      {moved.length === 0 && <p>{words.movedNothing}</p>}
      <ul class="facts-list">
        {shown.map(({ programId, before, after, parts }) => (
          <li key={programId}>
            {say(before === after ? words.stayed : words.moved, {
              name: programs.find((one) => one.id === programId)?.name ?? '',
              before,
              after,
              parts:
                parts.length === 0
                  ? words.movedNone
                  : `${parts
                      .slice(0, mostParts)
                      .map(({ label, change }) => say(words.movedPart, { label, change: showChange(change) }))
                      .join(', ')}.`,
            })}
          </li>
        ))}
      </ul>
      {rest > 0 && <p class="soft">{say(words.movedMore, { count: rest })}</p>}
    </section>
  )
}

function Ranked(
  props: PageTools & {
    loaded: Loaded
    ranked: readonly RankedProgram[]
    criteria: Shortlist['criteria']
    onRated: (moves: null) => void
  },
): JSX.Element {
  const { loaded, ranked, criteria, onRated, ...tools } = props
  const programs = new Map(loaded.programs.map((program) => [program.id, program]))
  const count = (tier: Program['tier']) => loaded.programs.filter((one) => one.tier === tier).length
  const rated = criteria.filter((one) => one.key !== tiesKey)
  return (
    <section class="card" aria-labelledby="ranked">
      <h2 id="ranked">{words.rankedTitle}</h2>
      {ranked.length === 0 ? (
        <p class="soft">
          {words.rankedNone} <a href="#/programs">{words.title}</a>
        </p>
      ) : (
        <p class="soft">
          {say(words.tierCounts, {
            reach: count('reach'),
            realistic: count('realistic'),
            safer: count('safer'),
            unknown: count('unknown'),
          })}{' '}
          {words.tierAdvice}
        </p>
      )}
      <ol class="ranked">
        {ranked.map((one) => {
          const program = programs.get(one.programId)
          return (
            program && (
              <RankedLine
                key={one.programId}
                {...tools}
                program={program}
                ranked={one}
                rated={rated}
                onRated={() => onRated(null)}
              />
            )
          )
        })}
      </ol>
    </section>
  )
}

function RankedLine(
  props: PageTools & {
    program: Program
    ranked: RankedProgram
    rated: Shortlist['criteria']
    onRated: () => void
  },
): JSX.Element {
  const { program, ranked, rated, onRated, ...tools } = props
  return (
    <li>
      <div class="ranked-words">
        <p class="record-name">
          <a href={programLink(program.id)}>{program.name}</a>
          {program.tier !== 'unknown' && <span class="outcome">{words.tiers[program.tier]}</span>}
        </p>
        <p class="score">
          {ranked.score === null ? (
            <span class="soft">{words.scoreUnknown}</span>
          ) : (
            <>
              <strong>{say(words.score, { score: Math.round(ranked.score) })}</strong>{' '}
              <span class="soft">{say(words.known, { percent: Math.round(ranked.known * 100) })}</span>
            </>
          )}
        </p>
        <div class="score-bar" aria-hidden="true">
          {ranked.parts.map((part, at) => (
            <span key={part.key} data-at={at % 5} style={{ width: `${part.adds}%` }} />
          ))}
        </div>
        <details class="folded">
          <summary>
            {words.parts}
            <span class="sr-only"> {program.name}</span>
          </summary>
          <table class="parts">
            <thead>
              <tr>
                <th scope="col">{words.part}</th>
                <th scope="col">{words.partWeight}</th>
                <th scope="col">{words.partValue}</th>
                <th scope="col">{words.partAdds}</th>
              </tr>
            </thead>
            <tbody>
              {ranked.parts.map((part) => (
                <tr key={part.key}>
                  <th scope="row">{part.label}</th>
                  <td>{part.weight}</td>
                  <td>{part.value === null ? <em>{words.unknown}</em> : part.value}</td>
                  <td>{part.value === null ? '–' : showScore(part.adds)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {rated.length > 0 && (
            <>
              <p class="hint">{words.rate}</p>
              <div class="ratings">
                {rated.map(({ key, label }) => (
                  <Rating
                    key={key}
                    {...tools}
                    program={program}
                    field={key}
                    label={label}
                    onRated={onRated}
                  />
                ))}
              </div>
            </>
          )}
        </details>
      </div>
    </li>
  )
}

function Rating(
  props: PageTools & { program: Program; field: string; label: string; onRated: () => void },
): JSX.Element {
  const { program, field, label, onRated, ...tools } = props
  const known = program.ratings.find((one) => one.key === field)?.value
  const [typed, setTyped] = useState<string | null>(null)
  const [isWrong, setWrong] = useState(false)
  const { tryEdit } = useRecord(tools, tools.store.road.programs, program.id)
  const shown = typed ?? (known === undefined ? '' : String(known))

  const save = async (text: string) => {
    const value = text.trim() === '' ? null : Number(text.replace(',', '.'))
    const isSound = value === null || (Number.isFinite(value) && value >= 0 && value <= 10)
    setWrong(!isSound)
    if (!isSound || (value ?? undefined) === known) return
    onRated()
    await tryEdit(
      (record) => ({
        ...record,
        ratings: [
          ...record.ratings.filter((one) => one.key !== field),
          ...(value === null ? [] : [{ key: field, value }]),
        ].slice(-mostCriteria),
      }),
      say(words.ratingSaved, { label, name: program.name, value: value ?? words.unknown }),
    )
    setTyped(null)
  }
  return (
    <label class="rating">
      <span>{label}</span>
      <input
        type="text"
        inputMode="decimal"
        maxLength={5}
        autocomplete="off"
        aria-label={say(words.rating, { label, name: program.name })}
        aria-invalid={isWrong ? 'true' : undefined}
        placeholder={words.unknown}
        value={shown}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onChange={(event) => void save(event.currentTarget.value)}
      />
      {isWrong && (
        <span class="error" role="alert">
          {words.ratingWrong}
        </span>
      )}
    </label>
  )
}

function showScore(points: number): string {
  return points.toFixed(1)
}

/** With its sign, so that a sentence can say "+3.2" and "−1.0". */
function showChange(points: number): string {
  return `${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(1)}`
}

import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { isLocalDate } from '../../../domain/dates'
import type { SeedEdit, SeedEditInput } from '../../../domain/edits/seed-edit'
import type { Profile } from '../../../domain/profile/profile'
import { type DatedSeason, listSeason, seasonEditId } from '../../../domain/season/list-season'
import type { SeasonDate } from '../../../domain/season/season-date'
import { roadDates } from '../../../domain/stage/stage-on'
import { Field } from '../../shared/field'
import { Select } from '../../shared/select'
import { useReturnFocus } from '../../shared/use-return-focus'
import { common, roadPage } from '../../shared/words/en'
import { say } from '../../shared/words/say'
import { sayError } from '../../shared/words/say-message'
import { showDate } from '../../shared/words/show-date'
import type { PageTools } from '../doors'
import { DayField } from '../pieces/text-fields'
import { SeasonConcerns } from './season-concerns'
import { seasonStudent } from './season-student'

const words = roadPage

/** The dates of a season that concern the student: what each rests on, changed, hidden and brought back. */
export function SeasonDates(
  props: PageTools & { profile: Profile; edits: readonly SeedEdit[] },
): JSX.Element {
  const { store, doors, note, profile, edits } = props
  const { today } = doors.momentNow()
  const own = roadDates(today, profile).graduationYear
  const [season, setSeason] = useState(own)
  const heading = useRef<HTMLHeadingElement>(null)
  const student = seasonStudent(profile, today, season)
  const seeds = new Map(doors.seeds.seasonDates.map((one) => [one.id, one]))
  const dates = listSeason(doors.seeds.seasonDates, student, edits)
  const editOf = (id: string) => edits.find((edit) => edit.id === seasonEditId(season, id))
  // Also those that were hidden: listed without their edits.
  const hidden = listSeason(doors.seeds.seasonDates, student, []).filter((one) => editOf(one.id)?.hidden)

  const write = async (id: string, input: SeedEditInput | null, text: string) => {
    try {
      const key = seasonEditId(season, id)
      const { changeId } = input
        ? await store.road.seedEdits.put(key, input, doors.momentNow())
        : await store.road.seedEdits.remove([key], doors.momentNow())
      note(say(text, { label: seeds.get(id)?.label ?? '' }), changeId)
    } catch (error) {
      note(sayError(error))
    }
  }
  const hide = (id: string) => {
    heading.current?.focus({ preventScroll: true })
    const date = editOf(id)?.date
    void write(id, { hidden: true, ...(date && { date }) }, words.seasonHid)
  }
  const reset = (id: string) => {
    heading.current?.focus({ preventScroll: true })
    void write(id, null, words.seasonBack)
  }
  const show = (id: string) => {
    heading.current?.focus({ preventScroll: true })
    const date = editOf(id)?.date
    void write(id, date ? { hidden: false, date } : null, words.seasonBack)
  }

  return (
    <section class="card" aria-labelledby="season">
      <div class="page-head">
        <h2 id="season" ref={heading} tabIndex={-1}>
          {words.seasonTitle}
        </h2>
        <div class="season-pick">
          <Field label={words.seasonFor}>
            {(links) => (
              <Select
                {...links}
                value={String(season)}
                options={[own - 1, own, own + 1, own + 2].map(
                  (year) => [String(year), say(words.seasonName, { from: year - 1, to: year })] as const,
                )}
                onChange={(year) => setSeason(Number(year))}
              />
            )}
          </Field>
        </div>
      </div>
      <p class="soft">{words.seasonLead}</p>
      <SeasonConcerns {...props} />
      <ul class="record-list">
        {dates.map((one) => {
          const seed = seeds.get(one.id)
          return (
            seed && (
              <SeasonLine
                key={`${season} ${one.id}`}
                date={one}
                seed={seed}
                today={today}
                onSave={(date) => write(one.id, { hidden: false, date }, words.seasonSaved)}
                onReset={() => reset(one.id)}
                onHide={() => hide(one.id)}
              />
            )
          )
        })}
      </ul>
      {hidden.length > 0 && (
        <details class="folded">
          <summary>{say(words.seasonHidden, { count: hidden.length })}</summary>
          <ul class="record-list">
            {hidden.map(({ id }) => {
              const label = seeds.get(id)?.label ?? ''
              return (
                <li key={id}>
                  <div class="person-head">
                    <p>{label}</p>
                    <button
                      type="button"
                      class="button small"
                      aria-label={say(words.seasonShowName, { label })}
                      onClick={() => show(id)}
                    >
                      {words.seasonShow}
                    </button>
                  </div>
                </li>
              )
            })}
          </ul>
        </details>
      )}
    </section>
  )
}

function SeasonLine(props: {
  date: DatedSeason
  seed: SeasonDate
  today: string
  onSave: (date: string) => Promise<void>
  onReset: () => void
  onHide: () => void
}): JSX.Element {
  const { date, seed, today } = props
  const { label } = seed
  const [draft, setDraft] = useState<string | null>(null)
  const [problem, setProblem] = useState('')
  const editButton = useReturnFocus<HTMLButtonElement>(draft !== null)
  const shown = date.to
    ? say(words.seasonTo, { from: showDate(date.date, today), to: showDate(date.to, today) })
    : showDate(date.date, today)

  const save = async (event: Event) => {
    event.preventDefault()
    const isSound = isLocalDate(draft ?? '')
    setProblem(isSound ? '' : words.seasonWrong)
    if (!isSound) return
    await props.onSave(draft ?? '')
    setDraft(null)
  }
  return (
    <li>
      <div class="person-head">
        <p class="record-name">
          {label}
          <time dateTime={date.date}>{shown}</time>
          <span class="outcome" data-strength={date.state === 'estimated' ? 'none' : undefined}>
            {say(words.states[date.state] ?? '', { source: date.source })}
          </span>
        </p>
        {draft === null && (
          <div class="touch-acts">
            <button
              ref={editButton}
              type="button"
              class="button small quiet"
              aria-label={say(words.seasonEditName, { label })}
              onClick={() => setDraft(date.date)}
            >
              {words.seasonEdit}
            </button>
            {date.state === 'edited' && (
              <button
                type="button"
                class="button small quiet"
                aria-label={say(words.seasonResetName, { label })}
                onClick={props.onReset}
              >
                {words.seasonReset}
              </button>
            )}
            <button
              type="button"
              class="button small quiet"
              aria-label={say(words.seasonHideName, { label })}
              onClick={props.onHide}
            >
              {words.seasonHide}
            </button>
          </div>
        )}
      </div>
      <p class="soft">{seed.note}</p>
      {draft !== null && (
        <form class="add-line" noValidate onSubmit={(event) => void save(event)}>
          <DayField
            label={words.seasonOwn}
            value={draft}
            error={problem || undefined}
            onInput={(value) => setDraft(value)}
          />
          <button type="button" class="button" onClick={() => setDraft(null)}>
            {common.cancel}
          </button>
          <button type="submit" class="button primary">
            {common.save}
          </button>
        </form>
      )}
    </li>
  )
}

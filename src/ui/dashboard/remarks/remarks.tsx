import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Remark, RemarkInput } from '../../../domain/remarks/remark'
import { closeRemark, isOpenRemark, remarkFields } from '../../../domain/remarks/remark-fields'
import { Icon } from '../../shared/icon'
import { useReturnFocus } from '../../shared/use-return-focus'
import { common, remarksWords } from '../../shared/words/en'
import { say } from '../../shared/words/say'
import { sayError } from '../../shared/words/say-message'
import { showDate } from '../../shared/words/show-date'
import type { PageTools } from '../doors'
import { personLink } from '../route'
import { useLive } from '../use-live'
import { RemarkForm } from './remark-form'

/**
 * What people said and offered: of one person, or about one program. On a program's page the line belongs to nobody yet;
 * what a person said is entered on theirs.
 */
export function Remarks(
  // One of the two, the other empty.
  props: PageTools & { personId: string; programId: string },
): JSX.Element {
  const { store, doors, note, personId, programId } = props
  const { today } = doors.momentNow()
  const live = useLive(store, `${personId} ${programId}`, async () => {
    const [remarks, programs, rows] = await Promise.all([
      store.road.remarks.list(),
      store.road.programs.list(),
      personId ? [] : store.people.rows(),
    ])
    const own = remarks.filter((one) => (personId ? one.personId === personId : one.programId === programId))
    return { remarks: own, programs, rows }
  })
  const [open, setOpen] = useState<string | null>(null)
  const addButton = useReturnFocus<HTMLButtonElement>(open !== null)
  const remarks = [...(live.value?.remarks ?? [])].sort(
    (a, b) => Number(isOpenRemark(b)) - Number(isOpenRemark(a)) || (a.date < b.date ? 1 : -1),
  )
  const programs = live.value?.programs ?? []
  const kindOf = (remark: Pick<Remark, 'kind'>) => remarksWords.kinds[remark.kind] ?? ''

  const save = async (input: RemarkInput, before: Remark | null) => {
    const { changeId } = await store.road.remarks.put(before?.id ?? null, input, doors.momentNow())
    setOpen(null)
    note(say(before ? remarksWords.saved : remarksWords.added, { kind: kindOf(input) }), changeId)
  }
  const tryWrite = async (writing: Promise<{ changeId: string }>, text: string) => {
    try {
      const { changeId } = await writing
      note(text, changeId)
    } catch (error) {
      note(sayError(error))
    }
  }
  const remove = (remark: Remark) => {
    addButton.current?.focus({ preventScroll: true })
    void tryWrite(
      store.road.remarks.remove([remark.id], doors.momentNow()),
      say(remarksWords.removed, { kind: kindOf(remark) }),
    )
  }
  const setClosed = (remark: Remark, isClosed: boolean) =>
    void tryWrite(
      store.road.remarks.put(remark.id, closeRemark(remark, isClosed ? today : null), doors.momentNow()),
      say(isClosed ? remarksWords.closed : remarksWords.reopened, { kind: kindOf(remark) }),
    )
  const form = (before: Remark | null) => (
    <RemarkForm
      {...(before && { remark: before })}
      personId={before?.personId ?? personId}
      programId={programId}
      isProgramFixed={programId !== ''}
      programs={programs}
      today={today}
      onSave={(input) => save(input, before)}
      onCancel={() => setOpen(null)}
    />
  )

  return (
    <section class="card" aria-labelledby="remarks">
      <div class="page-head">
        <h2 id="remarks">{remarksWords.title}</h2>
        {open === null && (
          <button ref={addButton} type="button" class="button" onClick={() => setOpen('new')}>
            <Icon name="plus" />
            {remarksWords.add}
          </button>
        )}
      </div>
      {open === 'new' && form(null)}
      {live.error !== null && <p class="notice">{sayError(live.error)}</p>}
      {live.value && remarks.length === 0 && open === null && <p class="soft">{remarksWords.empty}</p>}
      <ol class="timeline">
        {remarks.map((remark) => {
          const act = remarksWords.close[remark.kind] ?? remarksWords.closeElse
          const named = { kind: kindOf(remark), date: showDate(remark.date, today) }
          const speaker = live.value?.rows.find((row) => row.id === remark.personId)
          return (
            <li key={remark.id}>
              {open === remark.id ? (
                form(remark)
              ) : (
                <>
                  <div class="touch-words">
                    <strong>{kindOf(remark)}</strong>
                    <time dateTime={remark.date}>{named.date}</time>
                    {remark.closedOn ? (
                      <span class="outcome">
                        {say(remarksWords.closedOn[remark.kind] ?? remarksWords.closedElse, {
                          date: showDate(remark.closedOn, today),
                        })}
                      </span>
                    ) : (
                      isOpenRemark(remark) && <span class="outcome">{remarksWords.open}</span>
                    )}
                    <p>
                      <Said
                        remark={remark}
                        program={programs.find((one) => one.id === remark.programId)?.name}
                      />
                      {speaker && (
                        <>
                          {' · '}
                          <a href={personLink(speaker.id)}>{speaker.shown}</a>
                        </>
                      )}
                    </p>
                  </div>
                  <div class="touch-acts">
                    {remarkFields[remark.kind].closes && (
                      <button
                        type="button"
                        class="button small"
                        aria-label={say(remark.closedOn ? remarksWords.reopenName : remarksWords.closeName, {
                          ...named,
                          act,
                        })}
                        onClick={() => setClosed(remark, remark.closedOn === null)}
                      >
                        {remark.closedOn ? remarksWords.reopen : act}
                      </button>
                    )}
                    <button
                      type="button"
                      class="button small quiet"
                      aria-label={say(remarksWords.editName, named)}
                      onClick={() => setOpen(remark.id)}
                    >
                      {common.edit}
                    </button>
                    <button
                      type="button"
                      class="button small quiet"
                      aria-label={say(remarksWords.removeName, named)}
                      onClick={() => remove(remark)}
                    >
                      {common.remove}
                    </button>
                  </div>
                </>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** Tier, whom it is about, the words and the program, as far as there are any. */
function Said({ remark, program }: { remark: Remark; program: string | undefined }): JSX.Element {
  const parts = [
    remark.tier === 'unknown' ? '' : remarksWords.tiers[remark.tier],
    remark.about,
    remark.text,
    program ?? '',
  ]
  return <>{parts.filter(Boolean).join(' · ')}</>
}

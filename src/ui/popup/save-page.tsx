import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Refusal } from '../../platform/page-address'
import { Icon } from '../shared/icon'
import { anyPage as words } from '../shared/words/en'
import { say } from '../shared/words/say'
import type { ActivePage, PopupDoors } from './doors'

/** Saves from the page behind the popup, or says in one sentence why it cannot; and offers to stand there always. */
export function SavePage({ doors, isPainted }: { doors: PopupDoors; isPainted: boolean }): JSX.Element {
  const [page, setPage] = useState<ActivePage | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(doors.refusal)
  const [isSaving, setSaving] = useState(false)
  const [isOffered, setOffered] = useState(false)

  useEffect(() => {
    if (!isPainted) return
    doors.readActivePage().then(
      (found) => {
        setPage(found)
        setOffered(found.isOffered)
        setRefusal((known) => known ?? found.refusal)
      },
      () => setRefusal('closed'),
    )
  }, [isPainted, doors])

  const save = async () => {
    if (!page || isSaving) return
    setSaving(true)
    const why = await page.save().catch((): Refusal => 'closed')
    if (!why) doors.close()
    setSaving(false)
    setRefusal(why)
  }

  if (refusal) {
    return (
      <p class="save-page refusal" role="status">
        {words.refusals[refusal]}
      </p>
    )
  }
  const host = page?.host
  return (
    <div class="save-page">
      <button type="button" class="button" aria-disabled={!page || isSaving} onClick={() => void save()}>
        <Icon name="people" />
        {isSaving ? words.saving : words.save}
      </button>
      {host && (
        <p class="soft">
          {isOffered ? (
            <>
              {say(words.offered, { host })}
              {' · '}
              <button
                type="button"
                class="link"
                onClick={() => doors.openPage('dashboard', '/settings/sites')}
              >
                {words.offeredChange}
              </button>
            </>
          ) : (
            // The browser's question has to be the first thing the click does. It may close the popup: the worker goes on.
            <button
              type="button"
              class="link"
              onClick={() => void page.offer(host).then(setOffered, () => {})}
            >
              {say(words.offer, { host })}
            </button>
          )}
        </p>
      )}
    </div>
  )
}

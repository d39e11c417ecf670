import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Field } from '../shared/field'
import { anyPage as words } from '../shared/words/en'
import { say } from '../shared/words/say'
import type { PageTools } from './doors'

/** The sites on which people are offered without being asked for, to add and to take back. `site`: a host to propose. */
export function Sites({ doors, note, site }: PageTools & { site: string | null }): JSX.Element {
  const { sites } = doors
  const [hosts, setHosts] = useState<string[] | null>(null)
  const [typed, setTyped] = useState(site ?? '')
  const [error, setError] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  const add = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    const life = new AbortController()
    const list = () =>
      void sites.list().then(
        (found) => !life.signal.aborted && setHosts(found),
        () => setHosts([]),
      )
    list()
    sites.onChange(list, life.signal)
    return () => life.abort()
  }, [sites])

  useEffect(() => {
    if (site === null) return
    setTyped(site)
    heading.current?.scrollIntoView({ block: 'start' })
    const start = site ? add.current : heading.current
    start?.focus({ preventScroll: true })
  }, [site])

  const request = (event: Event) => {
    event.preventDefault()
    const host = sites.readHost(typed)
    if (host === null) return setError(words.siteWrong)
    if (sites.isOwn(host)) return setError(say(words.siteOwn, { site: host }))
    if (hosts?.includes(host)) return setError(say(words.siteThere, { site: host }))
    setError('')
    // Before anything is awaited: browsers ask only as part of the click.
    sites.request(host).then(
      (isGranted) => {
        if (!isGranted) return
        setTyped('')
        note(say(words.siteAdded, { site: host }))
      },
      () => setError(words.siteWrong),
    )
  }

  const remove = async (one: string) => {
    const isGone = await sites.remove(one)
    note(say(isGone ? words.siteRemoved : words.siteKept, { site: one }))
    if (!isGone) return
    setHosts((known) => known?.filter((host) => host !== one) ?? null)
    // The button is gone, and the focus with it.
    heading.current?.focus({ preventScroll: true })
  }

  return (
    <section class="card" aria-labelledby="sites">
      <h2 id="sites" ref={heading} tabIndex={-1}>
        {words.sitesTitle}
      </h2>
      <p>{words.sitesLead}</p>
      {hosts?.length === 0 && <p class="soft">{words.sitesNone}</p>}
      {hosts !== null && hosts.length > 0 && (
        <ul class="site-list">
          {hosts.map((one) => (
            <li key={one}>
              <span class="site-name">
                {one}
                {one.includes('/') && <span class="hint"> {words.sitesMany}</span>}
              </span>
              <button
                type="button"
                class="button small"
                aria-label={say(words.siteRemoveName, { site: one })}
                onClick={() => void remove(one)}
              >
                {words.siteRemove}
              </button>
            </li>
          ))}
        </ul>
      )}
      <form class="site-form" onSubmit={request}>
        <Field label={words.siteLabel} hint={words.siteHint} error={error}>
          {(links) => (
            <input
              {...links}
              type="text"
              inputMode="url"
              autocomplete="off"
              spellcheck={false}
              value={typed}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          )}
        </Field>
        <button ref={add} type="submit" class="button">
          {words.siteAdd}
        </button>
      </form>
    </section>
  )
}

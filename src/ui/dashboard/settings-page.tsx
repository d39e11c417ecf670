import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Profile } from '../../domain/profile/profile'
import { roadDates, stageOn } from '../../domain/stage/stage-on'
import { Field } from '../shared/field'
import { dashboard, road } from '../shared/words/en'
import { say } from '../shared/words/say'
import { sayError } from '../shared/words/say-message'
import { showDate } from '../shared/words/show-date'
import type { PageTools } from './doors'
import { Restore } from './restore'
import { SeasonConcerns } from './road/season-concerns'
import { Sites } from './sites'
import { useLive } from './use-live'

/** The student's calendar, mail, sites, shortcuts, and the log as a file. `site`: see `Route`. */
export function SettingsPage({ site, ...tools }: PageTools & { site: string | null }): JSX.Element {
  const { store } = tools
  const live = useLive(store, 'profile', () => store.profile.get())
  const unreadable = useLive(store, 'problems', () => store.problems()).value?.length ?? 0
  return (
    <>
      <h1>{dashboard.settings}</h1>
      {live.error !== null && <p class="notice">{sayError(live.error)}</p>}
      {unreadable > 0 && <p class="notice">{say(dashboard.problems, { count: unreadable })}</p>}
      {live.value && <You {...tools} profile={live.value} />}
      {live.value && <SentMail {...tools} profile={live.value} />}
      <Sites {...tools} site={site} />
      <Shortcuts {...tools} />
      <Backup {...tools} />
      <DeleteEverything {...tools} />
    </>
  )
}

function You(props: PageTools & { profile: Profile }): JSX.Element {
  const { profile, doors } = props
  const words = dashboard.profileNames
  const { today } = doors.momentNow()
  const dates = roadDates(today, profile)
  const stage = stageOn(today, profile)
  const dated = (date: string, isSet: boolean) =>
    isSet ? showDate(date, today) : say(dashboard.assumed, { value: showDate(date, today) })
  const facts: [label: string | undefined, value: string][] = [
    [words.stage, road.stages[stage.id] ?? ''],
    [words.matriculation, dated(dates.matriculation, profile.matriculation !== null)],
    [words.clerkshipStart, dated(dates.clerkshipStart, profile.clerkshipStart !== null)],
    [
      words.graduation,
      dated(dates.graduation, profile.graduationYear !== null || profile.graduationDate !== null),
    ],
    [words.name, profile.name],
    [words.school, profile.school],
    [words.specialties, profile.specialties.join(', ')],
    [words.ownEmails, profile.ownEmails.join(', ')],
  ]
  return (
    <section class="card" aria-labelledby="you">
      <div class="page-head">
        <h2 id="you">{dashboard.profileTitle}</h2>
        <button type="button" class="button" onClick={doors.openWelcome}>
          {dashboard.profileEdit}
        </button>
      </div>
      <dl class="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value || dashboard.none}</dd>
          </div>
        ))}
      </dl>
      <SeasonConcerns {...props} />
    </section>
  )
}

function SentMail({ store, doors, note, profile }: PageTools & { profile: Profile }): JSX.Element {
  const change = async (logSentMail: boolean) => {
    try {
      const { changeId } = await store.profile.set({ ...profile, logSentMail }, doors.momentNow())
      note(logSentMail ? dashboard.logOn : dashboard.logOff, changeId)
    } catch (error) {
      note(sayError(error))
    }
  }
  return (
    <section class="card" aria-labelledby="mail">
      <h2 id="mail">{dashboard.mailTitle}</h2>
      <label class="tick">
        <input
          type="checkbox"
          checked={profile.logSentMail}
          aria-describedby="mail-hint"
          onChange={(event) => void change(event.currentTarget.checked)}
        />
        <span>{dashboard.logSentMail}</span>
      </label>
      <p class="hint" id="mail-hint">
        {dashboard.logSentMailHint}
      </p>
    </section>
  )
}

const commands = ['save-from-page', 'insert-template'] as const

function Shortcuts({ doors }: PageTools): JSX.Element {
  const [keys, setKeys] = useState<Record<string, string> | null>(null)
  useEffect(() => {
    const read = async (command: (typeof commands)[number]) =>
      [command, await doors.shortcut(command).catch(() => '')] as const
    void Promise.all(commands.map(read)).then((pairs) => setKeys(Object.fromEntries(pairs)))
  }, [doors])
  return (
    <section class="card" aria-labelledby="shortcut">
      <h2 id="shortcut">{dashboard.shortcutTitle}</h2>
      {keys !== null && (
        <dl class="facts">
          {commands.map((command) => (
            <div key={command}>
              <dt>{keys[command] || dashboard.shortcutUnset}</dt>
              <dd>{dashboard.shortcuts[command]}</dd>
            </div>
          ))}
        </dl>
      )}
      <p class="hint">{doors.browser === 'firefox' ? dashboard.shortcutFirefox : dashboard.shortcutChrome}</p>
    </section>
  )
}

function Backup(tools: PageTools): JSX.Element {
  const { store, doors, note } = tools
  const download = async () => {
    try {
      const moment = doors.momentNow()
      const name = `preround-${moment.today}.json`
      doors.saveFile(name, await store.backup.download(moment))
      note(say(dashboard.downloaded, { file: name }))
    } catch (error) {
      note(sayError(error))
    }
  }
  return (
    <section class="card" aria-labelledby="backup">
      <h2 id="backup">{dashboard.backupTitle}</h2>
      <p>{dashboard.backupLead}</p>
      <p>
        <button type="button" class="button primary" onClick={() => void download()}>
          {dashboard.download}
        </button>
      </p>
      <Restore {...tools} />
    </section>
  )
}

function DeleteEverything({ store, note }: PageTools): JSX.Element {
  const [typed, setTyped] = useState('')
  const isConfirmed = typed.trim().toLowerCase() === dashboard.deleteWord
  const remove = async (event: Event) => {
    event.preventDefault()
    if (!isConfirmed) return
    try {
      await store.deleteEverything()
      setTyped('')
      note(dashboard.deletedEverything)
    } catch (error) {
      note(sayError(error))
    }
  }
  return (
    <section class="card" aria-labelledby="delete">
      <h2 id="delete">{dashboard.deleteTitle}</h2>
      <p>{dashboard.deleteLead}</p>
      <form class="delete-form" onSubmit={remove}>
        <Field label={say(dashboard.deleteType, { word: dashboard.deleteWord })}>
          {(links) => (
            <input
              {...links}
              type="text"
              autocomplete="off"
              value={typed}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          )}
        </Field>
        <button type="submit" class="button danger" disabled={!isConfirmed}>
          {dashboard.deleteEverything}
        </button>
      </form>
    </section>
  )
}

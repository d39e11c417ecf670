import type { JSX } from 'preact'
import { popup } from '../shared/words/en'
import { say } from '../shared/words/say'
import { sayMessage } from '../shared/words/say-message'
import { showDate } from '../shared/words/show-date'
import type { PopupSeeds } from './doors'
import { LongList } from './long-list'
import { NameLink } from './name-link'
import { type MonthTools, personHash } from './tools'

const mostThanked = 3

/** What each letter of recommendation needs next. */
export function LetterSteps({ tools }: { tools: MonthTools }): JSX.Element | null {
  const { letters } = tools.view
  if (letters.length === 0) return null
  return (
    <section aria-labelledby="letters">
      <h2 id="letters" tabIndex={-1}>
        {popup.letters}
      </h2>
      <LongList
        lines={letters.map((letter) => (
          <li key={`${letter.letterId}${letter.what}`} class="person-line">
            <div class="person-words">
              <NameLink
                text={letter.person.shown}
                onOpen={() => tools.open(`/letters/${encodeURIComponent(letter.letterId)}`)}
              />
              <span class={letter.late ? 'person-note late' : 'person-note'}>
                {(letter.late ? popup.letterLate : popup.letterNext)[letter.what]}
              </span>
            </div>
          </li>
        ))}
      />
    </section>
  )
}

/** Mails that something which happened brings up. The round of thanks has a part of its own. */
export function Prompts(props: { tools: MonthTools; seeds: PopupSeeds }): JSX.Element | null {
  const { tools, seeds } = props
  const open = tools.view.prompts.flatMap((prompt) => {
    const { person, done } = prompt
    return person && !done ? [{ ...prompt, person }] : []
  })
  if (open.length === 0) return null
  return (
    <section aria-labelledby="prompts">
      <h2 id="prompts" tabIndex={-1}>
        {popup.prompts}
      </h2>
      <LongList
        lines={open.map(({ key, person, templateId, reason, by }) => (
          <li key={key} class="person-line">
            <div class="person-words">
              <NameLink text={person.shown} onOpen={() => tools.open(personHash(person.id))} />
              <span class="person-note">
                {sayMessage(reason)}
                {by && ` ${say(popup.bestBy, { date: showDate(by, tools.today) })}`}
              </span>
              <span class="person-note">
                {say(popup.template, {
                  title: seeds.templates.find((one) => one.id === templateId)?.title ?? templateId,
                })}
              </span>
            </div>
          </li>
        ))}
      />
    </section>
  )
}

/** How far the thank-you round after the Match is, and who comes next. */
export function ThankYouRound({ tools }: { tools: MonthTools }): JSX.Element | null {
  const { thanks } = tools.view
  if (!thanks || thanks.total === 0) return null
  const { sent, total } = thanks
  const next = thanks.items.filter((one) => one.sentOn === null)
  if (next.length === 0) return null
  return (
    <section aria-labelledby="thanks">
      <h2 id="thanks" tabIndex={-1}>
        {popup.thanks}
      </h2>
      <p class="thanks-progress">
        <progress value={sent} max={total} aria-labelledby="thanks" />
        <span class="soft">{say(popup.thanksSent, { sent, total })}</span>
      </p>
      <ul class="person-lines">
        {next.slice(0, mostThanked).map(({ person, did }) => (
          <li key={person.id} class="person-line">
            <div class="person-words">
              <NameLink text={person.shown} onOpen={() => tools.open(personHash(person.id))} />
              <span class="person-note">
                {did
                  .slice(0, 2)
                  .map((kind) => popup.helped[kind])
                  .join(', ')}
              </span>
            </div>
          </li>
        ))}
      </ul>
      {next.length > mostThanked && (
        <p class="soft">{say(popup.thanksMore, { count: next.length - mostThanked })}</p>
      )}
    </section>
  )
}

import type { Person } from '../../domain/person/person'
import { ask } from '../../messaging/client'
import type { FieldChange, KnownMark } from '../../messaging/protocol'
import { capture as words } from '../shared/words/en'
import { say } from '../shared/words/say'
import { describeKnown } from './describe-known'
import { trusted } from './trusted'

/** Says that the person is, or may be, in the log already, and why. */
export function KnownBanner({ known, into }: { known: KnownMark | null; into: boolean }) {
  if (!known) return null
  const open = trusted(() => {
    void ask('app.open', { page: 'dashboard', hash: `/people/${known.personId}` }).catch(() => undefined)
  })
  const { says } = describeKnown(known)
  return (
    <div class="banner" data-kind={into ? 'known' : 'warn'} role="status">
      <div class="row">
        <strong>{says}</strong>
        <button type="button" class="link" onClick={open}>
          {words.open}
        </button>
      </div>
      <p>{showWhy(known)}</p>
    </div>
  )
}

function showWhy({ state, shown, evidence }: KnownMark): string {
  const what = evidence.includes('email')
    ? words.evidenceEmail
    : evidence.includes('orcid')
      ? words.evidenceOrcid
      : evidence.includes('link')
        ? words.evidenceLink
        : evidence.includes('paper')
          ? words.evidencePaper
          : words.evidenceAffiliation
  if (state === 'known') return `${shown}. ${say(words.evidence, { what })}`
  return evidence.includes('name')
    ? say(words.maybeWhy, { name: shown })
    : say(words.maybeOther, { name: shown, what })
}

/** What joining the two would change, and the choice: for a "maybe" the student's word is asked for. */
export function MergePreview(props: {
  state: KnownMark['state']
  person: Person
  changes: FieldChange[]
  into: boolean
  onChoose: (into: boolean) => void
}) {
  const { state, person, into, onChoose } = props
  const name = person.names.shown
  const choices = [
    <label class="tick" key="into">
      <input type="radio" name="into" checked={into} onChange={() => onChoose(true)} />
      <span>{say(state === 'known' ? words.mergeInto : words.saidSame, { name })}</span>
    </label>,
    into &&
      (props.changes.length ? (
        <ul class="changes" key="changes">
          {props.changes.map(({ field, before, after }) => (
            <li key={field}>
              <strong>{words.field[field] ?? field}:</strong> {after}
              <span class="before">{say(words.mergeNow, { before: before || words.mergeEmpty })}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p class="hint" key="same">
          {words.mergeSame}
        </p>
      )),
    <label class="tick" key="new">
      <input type="radio" name="into" checked={!into} onChange={() => onChoose(false)} />
      <span>{words.mergeNew}</span>
    </label>,
  ]
  return (
    <fieldset class="banner">
      <legend>{say(state === 'known' ? words.mergeTitle : words.maybeTitle, { name })}</legend>
      {choices}
    </fieldset>
  )
}

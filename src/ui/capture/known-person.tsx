import type { Person } from '../../domain/person/person'
import { ask } from '../../messaging/client'
import type { FieldChange, KnownMark } from '../../messaging/protocol'
import { capture as words } from '../shared/words/en'
import { say } from '../shared/words/say'
import { describeKnown } from './describe-known'
import { trusted } from './trusted'

/** Says that the person is, or may be, in the log already, and why. */
export function KnownBanner({ known, asNew }: { known: KnownMark | null; asNew: boolean }) {
  if (!known) return null
  const open = trusted(() => {
    void ask('app.open', { page: 'dashboard', hash: `/people/${known.personId}` }).catch(() => undefined)
  })
  const { says } = describeKnown(known)
  return (
    <div class="banner" data-kind={known.state === 'maybe' || asNew ? 'warn' : 'known'} role="status">
      <div class="row">
        <strong>{says}</strong>
        <button type="button" class="link" onClick={open}>
          {words.open}
        </button>
      </div>
      <p>
        {known.state === 'maybe'
          ? say(words.maybeWhy, { name: known.shown })
          : `${known.shown}. ${showEvidence(known)}`}
      </p>
    </div>
  )
}

function showEvidence(known: KnownMark): string {
  const what = known.evidence.includes('email')
    ? words.evidenceEmail
    : known.evidence.includes('paper')
      ? words.evidencePaper
      : words.evidenceAffiliation
  return say(words.evidence, { what })
}

/** What a merge would change, and the choice not to. */
export function MergePreview(props: {
  person: Person
  changes: FieldChange[]
  asNew: boolean
  onChoose: (asNew: boolean) => void
}) {
  const name = props.person.names.shown
  return (
    <fieldset class="banner">
      <legend>{say(words.mergeTitle, { name })}</legend>
      <label class="tick">
        <input type="radio" name="into" checked={!props.asNew} onChange={() => props.onChoose(false)} />
        <span>{say(words.mergeInto, { name })}</span>
      </label>
      {!props.asNew &&
        (props.changes.length ? (
          <ul class="changes">
            {props.changes.map(({ field, before, after }) => (
              <li key={field}>
                <strong>{words.field[field] ?? field}:</strong> {after}
                <span class="before">{say(words.mergeNow, { before: before || words.mergeEmpty })}</span>
              </li>
            ))}
          </ul>
        ) : (
          <p class="hint">{words.mergeSame}</p>
        ))}
      <label class="tick">
        <input type="radio" name="into" checked={props.asNew} onChange={() => props.onChoose(true)} />
        <span>{words.mergeNew}</span>
      </label>
    </fieldset>
  )
}

import type { JSX } from 'preact'
import type { FilledTemplate } from '../../domain/templates/fill-template'
import type { TemplateSeed } from '../../domain/templates/template-seed'
import { compose as words } from '../shared/words/en'
import { say } from '../shared/words/say'

/** The letter as it would go in. */
export function Preview(props: { template: TemplateSeed; filled: FilledTemplate }): JSX.Element {
  const { template, filled } = props
  return (
    <section class="preview" aria-label={words.preview}>
      <p class="preview-subject">
        <b>{words.subject}</b> {template.subject ? filled.subject : words.noSubject}
      </p>
      <p class="preview-body">{filled.body}</p>
      <p class={filled.words > template.wordLimit ? 'count over' : 'count'}>
        {say(words.words, { words: filled.words, limit: template.wordLimit })}
      </p>
    </section>
  )
}

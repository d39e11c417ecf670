import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Message } from '../../domain/message'
import type { FilledTemplate } from '../../domain/templates/fill-template'
import type { RankedTemplate } from '../../domain/templates/rank-templates'
import type { TemplateSeed } from '../../domain/templates/template-seed'
import { compose as words } from '../shared/words/en'
import { say } from '../shared/words/say'
import { focusOn } from './focus'
import { Preview } from './preview'

/** A reason in words: roles, posts and stages by their names. */
function sayReason(reason: Message): string {
  const { word, stage } = reason.params
  return say(words.reasons[reason.id] ?? '', {
    ...reason.params,
    ...(word !== undefined && {
      word: words.who[word] ?? word,
    }),
    ...(stage !== undefined && { stage: words.stages[stage] ?? stage }),
  })
}

/** The search field with the templates below it, and a preview of the one that is pointed at. */
export function TemplateList(props: {
  shown: readonly RankedTemplate[]
  isLoading: boolean
  search: string
  position: number
  onSearch: (text: string) => void
  onPoint: (index: number) => void
  onChoose: (template: TemplateSeed) => void
  preview: (template: TemplateSeed) => FilledTemplate | null
}): JSX.Element {
  const { shown, position } = props
  const list = useRef<HTMLDivElement>(null)
  const current = shown[position]
  const preview = current ? props.preview(current.template) : null
  // Before the next key: what is typed meanwhile would be lost.
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' })
  }, [position, shown])
  return (
    <>
      <input
        ref={focusOn}
        type="text"
        class="search"
        role="combobox"
        aria-label={words.search}
        aria-expanded="true"
        aria-controls="preround-templates"
        aria-autocomplete="list"
        aria-activedescendant={current ? `preround-${current.template.id}` : undefined}
        placeholder={words.searchHint}
        autocomplete="off"
        spellcheck={false}
        value={props.search}
        onInput={(event) => props.onSearch(event.currentTarget.value)}
      />
      <div class="scroll">
        <div class="list" role="listbox" id="preround-templates" aria-label={words.list} ref={list}>
          {shown.map(({ template, reason }, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: arrows and Enter in the search field choose options
            <div
              key={template.id}
              id={`preround-${template.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === position}
              onPointerMove={() => index !== position && props.onPoint(index)}
              onClick={(event) => event.isTrusted && props.onChoose(template)}
            >
              <span class="option-title">{template.title}</span>
              {reason && <span class="option-reason">{sayReason(reason)}</span>}
            </div>
          ))}
        </div>
        {!props.isLoading && shown.length === 0 && <p class="empty">{words.none}</p>}
        {current && preview && <Preview template={current.template} filled={preview} />}
      </div>
      <p class="hint">{words.keys}</p>
    </>
  )
}
